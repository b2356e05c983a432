"""The table of settings is complete; what has no effect is a warning, with its line."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from factsheets.site.unused_settings import (
    icons,
    missing_files,
    missing_icons,
    rows,
    unused_settings,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

MATERIAL = Path(get_theme_dir("material"))


def told(text: str) -> list[tuple[int, str]]:
    """Line and message of each warning."""
    found = list(unused_settings(text.encode(), yaml.safe_load(text)))
    assert all(each.severity == "warning" for each in found)
    assert {each.code for each in found} <= {"setting-without-effect"}
    assert all(each.help for each in found)
    return sorted((each.place.line, each.message) for each in found)


def table(group: str) -> dict[str, bool]:
    """The names in a group of the table, and whether each works."""
    return {name: works for each, name, works, _ in rows() if each == group}


def test_every_setting_that_materials_templates_read_is_in_the_table() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in MATERIAL.rglob("*.html"))
    read = set(re.findall(r"config\.((?:theme|extra)\.(?:icon\.)?[a-z_]+)", pages))
    assert len(read) > 30
    assert read - {"theme.icon"} <= table("settings").keys()


def test_every_setting_of_mkdocs_is_in_the_table() -> None:
    names = {name for name, _ in MkDocsConfig._schema}
    assert names - {
        "config_file_path",
        "extra",
        "google_analytics",
        "mdx_configs",
        "pages",
    } <= table("settings").keys() | {"theme"}


def test_every_feature_that_material_knows_is_in_the_table() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for pattern in ("*.html", "assets/javascripts/bundle.*.js")
        for path in MATERIAL.rglob(pattern)
        if path.parent.name != "languages"
    ]
    words = (MATERIAL / "partials/languages/en.html").read_text(encoding="utf-8")
    begun = "announce|content|header|navigation|search|toc"
    known = set(re.findall(rf'"((?:{begun})\.[a-z.]+)"', "".join(texts)))
    known -= set(re.findall(r'"([a-z.]+)":', words))  # texts of the theme
    assert len(known) > 25
    assert known <= table("features").keys()


def test_every_plugin_of_material_is_in_the_table() -> None:
    points = entry_points(group="mkdocs.plugins")
    names = {each.name[9:] for each in points if each.name[:9] == "material/"}
    assert names
    assert names <= table("plugins").keys()


def test_each_row_of_the_table_says_how_or_why() -> None:
    for _group, name, _works, text in rows():
        assert text[0].isupper(), name
        assert text.endswith("."), name
        assert '"' not in text, name


def test_what_works_is_silent_and_what_does_not_is_a_warning() -> None:
    for group, name, works, why in rows():
        if group == "settings":
            outer, _dot, inner = name.partition(".")
            value = ["navigation.top"] if name == "theme.features" else ["x"]
            given: dict[str, Any] = {outer: _nested(inner, value)}
            if name in {"theme", "theme.name", "edit_uri", "theme.language", "theme.palette"}:
                continue  # see below
        elif group == "features":
            given = {"theme": {"features": [name]}}
        else:
            given = {"markdown_extensions" if group == "extensions" else group: [name]}
        found = list(unused_settings(yaml.safe_dump(given).encode(), given))
        assert [each.help for each in found] == ([] if works else [f"Remove it. {why}"]), name


def _nested(way: str, value: object) -> object:
    first, _dot, rest = way.partition(".")
    return {first: _nested(rest, value)} if first else value


PALETTE = """\
theme:
  palette:
    - primary: teel
      accent: deep orange
      toggle: {icon: material/brightness-7}
    - scheme: mine
      primary: blue-grey
  icon: {logo: material/brightnes-7}
extra:
  social: [{icon: simple/x, link: "https://x.example"}]
"""


def test_an_unknown_colour_gets_the_name_that_is_near() -> None:
    [found] = list(unused_settings(PALETTE.encode(), yaml.safe_load(PALETTE)))
    assert (found.place.line, found.message) == (3, "There is no colour teel for primary.")
    assert found.help == "Did you mean teal?"


def test_an_unknown_icon_gets_the_name_that_is_near() -> None:
    settings = yaml.safe_load(PALETTE)
    assert [name for _way, name in icons(settings)] == [
        *("material/brightnes-7", "material/brightness-7", "simple/x"),
    ]
    known = {"material/brightness-7", "simple/x"}
    [found] = list(missing_icons(PALETTE.encode(), settings, known))
    assert (found.place.line, found.message) == (8, "There is no icon material/brightnes-7.")
    assert found.help == "Did you mean material/brightness-7?"


FILES = """\
theme:
  logo: logo.svg
  favicon: pictures/logo.svg
extra_css:
  - own.css?v=2
  - owm.css
  - https://other.example/a.css
extra_javascript:
  - {path: own.js, defer: true}
"""


def test_a_file_that_is_not_there_is_named_with_its_line() -> None:
    known = {"logo.svg", "own.css"}
    found = list(missing_files(FILES.encode(), yaml.safe_load(FILES), known))
    assert sorted((each.place.line, each.message) for each in found) == [
        (3, "theme.favicon names pictures/logo.svg, which is not in the site."),
        (6, "extra_css names owm.css, which is not in the site."),
        (8, "extra_javascript names own.js, which is not in the site."),
    ]
    assert "content/static/pictures/logo.svg" in "".join(each.help for each in found)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("theme:\n  font:\n    text: Lato\n", 2, "theme.font has no effect"),
        ("theme:\n  features:\n    - toc.folow\n", 3, "There is no feature toc.folow."),
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
            "markdown_extensions:\n  - toc\n  - pymdownx.arithmatex\n",
            3,
            "The extension pymdownx.arithmatex has no effect",
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
        {"edit_uri": "edit/main/", "repo_url": "https://code.example/o/r"},
        {"theme": {"palette": {"scheme": "slate", "primary": "deep purple"}}},
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
