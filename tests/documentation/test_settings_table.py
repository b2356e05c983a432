"""The table of settings in the documentation."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location

from factsheets.site.unused_settings import rows

from tests.helpers.projects import REPOSITORY


def test_the_page_about_the_look_lists_every_setting() -> None:
    spec = spec_from_file_location("settings_table", REPOSITORY / "documentation/settings_table.py")
    assert spec
    assert spec.loader
    hook = module_from_spec(spec)
    spec.loader.exec_module(hook)
    page = (REPOSITORY / "documentation/pages/owners/look.md").read_text(encoding="utf-8")
    assert hook.MARK in page
    shown = hook.on_page_markdown(page)
    for _group, name, works, text in rows():
        assert f"| `{name}` | {'yes' if works else 'no'} | {text} |" in shown
    assert hook.on_page_markdown("other") == "other"
