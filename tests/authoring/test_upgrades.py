"""Sites made for an earlier version: each name that changed is met with what replaces it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from factsheets.authoring.fix import fix
from factsheets.cli import main
from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS
from factsheets.pipeline.inputs import Inputs
from factsheets.problems import former_names
from factsheets.problems.catalogue import catalogue
from factsheets.quotes import capture_file
from factsheets.quotes.capture import capture
from factsheets.storage import templates

from tests.helpers.builders import ARTICLE, TODAY, article, checked, fact, files
from tests.helpers.projects import REPOSITORY, change, facts, lay_out, write
from tests.quotes.test_recapture import WEB_PAGE, form_1

A = "content/facts/a.yaml"
PAGE = REPOSITORY / "documentation/pages/owners/upgrading.md"
TEMPLATE = "site-templates/pages/topic.html.j2"


def fixed(head: str, seed: str | None = None, facts: str = "") -> str:
    content = files({A: article(facts or fact(), head=ARTICLE + head)})
    content = {name: data for name, data in content.items() if not name.startswith("seeds/")}
    if seed:
        made = capture(seed, published=None, captured=TODAY)
        content["seeds/a.json"] = capture_file.dumps(made).encode()
    done = fix(Inputs(content), TODAY, lambda _: True)
    return done.files.get(A, content[A]).decode()


# Fields


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version, in which two fields and a choice have other names."""
    entries = {
        "Fact": {
            "claim": {"now": "statement", "why": "a plainer word", "since": "9"},
            "mood": {"since": "9", "advice": "Delete the line."},
            "act": {"values": {"states": "says"}},
        }
    }
    table = former_names.table
    monkeypatch.setattr(
        former_names, "table", lambda name: entries if name == "fields" else table(name)
    )


@pytest.mark.usefixtures("renamed")
def test_a_renamed_field_and_a_renamed_choice_are_converted() -> None:
    old = (
        fact()
        .replace("statement:", "claim:")
        .replace("    speaker:", "    act: states\n    speaker:")
    )
    found = [each for each in checked({A: article(old)}).problems if each.severity == "error"]
    assert [each.code for each in found] == ["bad-choice", "old-field"]
    assert found[1].message == "The field `claim` was replaced by `statement`, a plainer word."
    new = fixed("", facts=old)
    assert "\n    act: says\n" in new
    assert "statement:" in new
    assert "claim" not in new


@pytest.mark.usefixtures("renamed")
def test_a_removed_field_is_never_just_unknown() -> None:
    (found,) = checked({A: article(f"{fact()}    mood: calm\n")}).problems
    assert (found.code, found.help) == ("old-field", "Delete the line.")
    assert found.message == "The field `mood` was removed in version 9."


@pytest.mark.parametrize(
    ("seed", "own", "expected"),
    [
        ("Ada Archer: The bridge will open in June.\n\nBo Baker: When?\n", False, "transcript"),
        (None, True, "statement"),
        ("The bridge will open in June, Archer said on Monday.\n", False, None),
    ],
)
def test_primary_becomes_the_kind_that_the_source_shows(
    seed: str | None, own: bool, expected: str | None
) -> None:
    said = re.sub(r"\n    speaker: .*", "", fact()) if own else fact()
    new = fixed("primary: true\n", seed, said)
    assert (f"\nkind: {expected}\n" if expected else "\nprimary: true\n") in new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"author": Ann Archer # her\r\n', "authors: Ann Archer # her\r\n"),
        ("? author\n: Ann Archer\n", "? authors\n: Ann Archer\n"),
        ("author: >\n  Ann Archer\n", "authors: >\n  Ann Archer\n"),
        ("author: Ann Archer\nauthors: [Bo Baker]\n", None),
        ("author: Ann Archer\nauthor: Bo Baker\n", None),
        ("author: [Ann Archer]\n", None),
        ("author: !!str Ann Archer\n", None),
    ],
)
def test_an_old_field_is_renamed_in_every_style_or_left_to_a_person(
    old: str, new: str | None
) -> None:
    once = fixed(old)
    assert (old if new is None else new) in once
    once = once.replace("\r\n", "\n")
    assert fixed(once.removeprefix(ARTICLE).partition("facts:")[0]) == once


# Captures


def test_fix_renews_a_capture_and_moves_the_locators_with_it(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    name = "example-2024-03-05"
    write(root, f"seeds/{name}.json", capture_file.dumps(form_1(WEB_PAGE)))
    path = f"content/facts/{name}.yaml"
    old = (root / path).read_text(encoding="utf-8")
    old = re.sub(r"    quote: .*\n    paragraph: 1", "    paragraph: 3", old)
    write(root, path, old.replace("paragraph: 2", "paragraph: 5"))
    # Without the text, one warning for all captures, and no change.
    done = facts(root, "check", "--fix")
    assert done.exit_code == 0, done.output
    assert done.output.count("[capture-old]") == 1
    write(root, f"seeds/{name}.txt", WEB_PAGE)
    done = facts(root, "check", "--fix", root / path)  # the capture is not among these files
    assert "[capture-old]" in done.output
    done = facts(root, "check", "--fix")
    assert done.exit_code == 0, done.output
    assert f"renewed the capture of {name}" in done.output
    assert "[capture-old]" not in done.output
    assert re.findall(r"paragraph: (\d)", (root / path).read_text()) == ["1", "2"]
    assert '"version": 2' in (root / f"seeds/{name}.json").read_text()


def test_a_capture_stays_where_a_number_has_no_successor(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    write(root, "seeds/example-2024-03-05.json", capture_file.dumps(form_1(WEB_PAGE)))
    write(root, "seeds/example-2024-03-05.txt", WEB_PAGE)  # its paragraph 1 is the headline
    done = facts(root, "check", "--fix")
    assert "run: facts capture example-2024-03-05 seeds/example-2024-03-05.txt" in " ".join(
        done.output.split()
    )
    assert '"version": 2' not in (root / "seeds/example-2024-03-05.json").read_text()


# Commands, codes and settings


def test_a_removed_command_or_code_is_named_with_its_successor(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    for name in former_names.table("commands"):
        done = facts(root, name, "draft.txt")
        assert done.exit_code == 2
        assert f"There is no command {name} any more." in done.stderr
    for name, entry in former_names.table("codes").items():
        done = facts(root, "explain", name)
        assert (done.exit_code, entry["now"] in done.stderr) == (2, True)


def test_a_removed_setting_is_named_at_its_line(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    change(root, "mkdocs.yml", "  - factsheets\n", "  - factsheets:\n      fast: true\n")
    line = (root / "mkdocs.yml").read_text().split("\n").index("      fast: true") + 1
    done = facts(root, "check")
    assert done.exit_code == 0, done.output
    assert f"mkdocs.yml:{line}:7: warning: The setting fast of the plugin" in done.output
    done = facts(root, "export")
    assert "nrecognised" not in done.output


# Templates


def test_templates_of_earlier_versions_and_unknown_blocks_are_named(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    write(root, "mkdocs.yml", "site_name: A\ntheme: {name: material, custom_dir: own}\n")
    for name in ("pages/fact.md.j2", "partials/groups.md.j2", "theme/assets/facets.js"):
        write(root, f"site-templates/{name}", "Mine")
    write(root, "own/main.html", '{% extends "base.html" %}\n{% block tabs %}{% endblock %}\n')
    output = facts(root, "check").output
    assert "site-templates/pages/fact.md.j2:1:1: warning: This version has no" in output
    assert "Run: facts eject pages/statement.html.j2" in output
    assert "own/main.html:2:1: warning: The theme has no block tabs" in output
    assert output.count("[template-without-effect]") == 4


def test_a_copied_template_that_fell_behind_is_named_with_the_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(tmp_path)
    write(root, "mkdocs.yml", "site_name: A\n")
    listed: Callable[[], str] = lambda: facts(root, "eject", "--list").stdout  # noqa: E731 - short
    assert facts(root, "eject", "pages/topic.html.j2").exit_code == 0
    assert "pages/topic.html.j2  (copied, not changed)" in listed()
    write(root, TEMPLATE, (root / TEMPLATE).read_text() + "Mine\n")
    assert "pages/topic.html.j2  (replaced by the site)" in listed()
    assert "[template-outdated]" not in facts(root, "check").output
    newer = write(tmp_path, "newer.j2", "Newer\n")
    program = {**templates.package_files(), "pages/topic.html.j2": newer}
    monkeypatch.setattr(templates, "package_files", lambda: program)
    done = facts(root, "check")
    assert done.exit_code == 0
    assert f"{TEMPLATE}:1:1: warning:" in done.output
    assert "(copied, but the program's file has changed since)" in listed()
    difference = facts(root, "eject", "--diff", "pages/topic.html.j2").stdout
    assert "\n-Newer" in difference
    assert "\n+Mine" in difference
    assert facts(root, "eject", "--diff", "pages/actor.html.j2").exit_code == 2


# The table


def test_the_table_names_what_is_gone_and_what_there_is() -> None:
    records = {kind.record.__name__: kind.record for kind in KINDS.values()}
    for record, fields in former_names.table("fields").items():
        assert {each["now"] for each in fields.values()} <= known_fields(records[record]).keys()
    assert not former_names.table("commands").keys() & main.commands.keys()
    for name, entry in former_names.table("codes").items():
        assert (name in catalogue(), entry["now"] in catalogue()) == (False, True)
    program = templates.package_files()
    for name, now in former_names.table("templates").items():
        assert (name in program, now in program) == (False, True), name


def test_the_page_about_upgrading_has_every_entry() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for fields in former_names.table("fields").values():
        for name, entry in fields.items():
            assert f"| `{name}` | `{entry['now']}` |" in page
    for group in ("commands", "settings", "codes"):
        assert [name for name in former_names.table(group) if f"`{name}`" not in page] == []
