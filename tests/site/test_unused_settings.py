"""Settings of mkdocs.yml that this theme does not use: each one is told, with its line."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from factsheets.site.unused_settings import unused_settings
from mkdocs.utils import get_theme_dir

MATERIAL = Path(get_theme_dir("material"))
WORKING = {
    "theme": {"favicon", "logo", "language"},
    "plugins": {"group", "meta", "optimize", "privacy", "projects"},
    "refused": {"offline"},
}


def told(text: str) -> list[tuple[int, str]]:
    """Line and message of each warning."""
    found = list(unused_settings(text.encode(), yaml.safe_load(text)))
    assert all(each.severity == "warning" for each in found)
    assert {each.code for each in found} <= {"setting-without-effect"}
    assert all(each.help for each in found)
    return sorted((each.place.line, each.message) for each in found)


def test_no_setting_that_materials_own_templates_read_is_forgotten() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in MATERIAL.rglob("*.html"))
    read = set(re.findall(r"config\.(theme|extra)\.([a-z_]+)", pages))
    assert len(read) > 15
    for group, name in sorted(read):
        text = f"{group}:\n  {name}: [something]\n"
        working = name in WORKING["theme"] and group == "theme"
        assert [line for line, _ in told(text)] == ([] if working else [2]), text


def test_no_plugin_of_material_is_forgotten() -> None:
    names = {
        each.name for each in entry_points(group="mkdocs.plugins") if each.name[:9] == "material/"
    }
    silent = {name for name in names if not told(f"plugins:\n  - {name}\n")}
    assert {name[9:] for name in silent} == WORKING["plugins"] | WORKING["refused"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "theme:\n  name: material\n  palette:\n    scheme: slate\n",
            3,
            "theme.palette has no effect",
        ),
        (
            "extra:\n  license: {}\n",
            2,
            "extra.license has no effect: the setting is called licence",
        ),
        ("theme: readthedocs\n", 1, "The theme readthedocs has no effect"),
        ("theme:\n  name: mkdocs\n", 2, "The theme mkdocs has no effect"),
        ("theme:\n  language: fr\n", 2, "The words of the theme are English"),
        ("edit_uri: edit/main/docs/\n", 1, "not a full URL"),
        ("plugins:\n  - factsheets\n  - search\n", 3, "The plugin search has no effect"),
        ("plugins:\n  - blog:\n      blog_dir: x\n", 2, "The plugin blog has no effect"),
        ("plugins:\n  tags: {}\n", 2, "The plugin tags has no effect"),
        ("plugins:\n  - factsheets\n  - macros\n", 3, "The plugin macros has no effect"),
        ("plugins:\n  - i18n: {languages: []}\n", 2, "The plugin i18n has no effect"),
        (
            "markdown_extensions:\n  - toc\n  - admonition\n",
            3,
            "no style for the extension admonition",
        ),
        (
            "extra_css:\n  - a.css\n  - https://a.example/b.css\n",
            3,
            "names https://a.example/b.css",
        ),
        (
            "extra_javascript:\n  - path: https://a.example/b.js\n",
            1,
            "names https://a.example/b.js",
        ),
        ("theme:\n  logo: https://a.example/b.svg\n", 2, "theme.logo names https://a.example"),
    ],
)
def test_each_is_told_with_its_line(text: str, line: int, words: str) -> None:
    [(where, message)] = told(text)
    assert where == line
    assert words in message


@pytest.mark.parametrize(
    "settings",
    [
        {"theme": {"name": "material", "font": False, "features": [], "language": "en-GB"}},
        {"theme": "material", "extra": {"generator": False, "add": "about/add/"}},
        {"theme": {"logo": "a.svg", "favicon": "b.svg"}, "extra_css": ["mine.css"]},
        {"edit_uri": "https://github.com/o/r/edit/main/", "plugins": ["factsheets"]},
        {"plugins": [{"factsheets": {"allow_html": True}}, "macros"]},
        {"plugins": None, "markdown_extensions": None, "theme": None, "extra": None},
        {"plugins": "factsheets", "extra_css": None, "extra_javascript": [None, 3]},
    ],
)
def test_what_works_or_is_empty_is_not_told(settings: dict[str, Any]) -> None:
    assert told(yaml.safe_dump(settings)) == []


@pytest.mark.parametrize(
    ("sources", "allowed"),
    [
        ("[https://a.example]", True),
        ("[https://a.example/js/]", True),
        ("['https://*.example']", True),
        ("[https://b.example]", False),
        ("[https://a.example/css/]", False),
        ("[]", False),
    ],
)
def test_what_the_policy_allows_is_not_told(sources: str, allowed: bool) -> None:
    text = (
        "extra_javascript: [https://a.example/js/b.js]\n"
        f"plugins:\n  - factsheets:\n      csp:\n        script-src: {sources}\n"
    )
    assert (told(text) == []) is allowed
    assert told(f"{text}  - privacy\n") == []
