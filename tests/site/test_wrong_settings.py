"""A setting of Material with a value of another form is an error at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from factsheets.site.wrong_settings import wrong_settings

from tests.helpers.look import SETTINGS, with_components
from tests.helpers.projects import facts, tree

HOSTILE = "x'\\\"><script>alert(1)</script>"


def told(text: str) -> list[str]:
    """Line, column and message of each error."""
    found = list(wrong_settings(text.encode(), yaml.safe_load(text)))
    assert {each.code for each in found} <= {"bad-setting"}
    return [f"{each.place.line}:{each.place.column} {each.message}" for each in found]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("palette: indigo", "2:3 theme.palette has no names."),
        ("palette: 5", "2:3 theme.palette has no names."),
        ("palette: [null]", "2:3 theme.palette has no names."),
        ("palette: [[red]]", "2:3 theme.palette has no names."),
        ("palette: [{primary: red}, {primary: 5}]", "2:30 theme.palette.primary is '5'."),
        ("palette: {accent: 2024-01-01}", "2:13 theme.palette.accent is '2024-01-01'."),
        ("palette: [{toggle: sun}]", "2:14 theme.palette.toggle has no names."),
        ("features: navigation.top", "2:3 theme.features is not a list."),
        ("features: [[navigation.top]]", "2:3 theme.features is \"['navigation.top']\"."),
        ("icon: material/bridge", "2:3 theme.icon has no names."),
        ("logo: [a]", "2:3 theme.logo is \"['a']\"."),
        ("language: 5", "2:3 theme.language is '5'."),
    ],
)
def test_a_setting_of_the_theme_has_its_form(value: str, message: str) -> None:
    assert told(f"theme:\n  {value}\n") == [message]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("social: https://a.example", "extra.social is not a list."),
        ("social: [{name: A}]", "extra.social has no link."),
        ('social: [{link: "java\\tscript:alert(1)"}]', "extra.social.link is 'java\\tscript:"),
        ("alternate: [{link: 'javascript:alert(1)'}]", "extra.alternate.link is 'javascript:"),
        ("homepage: ' data:text/html,x'", "extra.homepage is ' data:text/html,x'."),
        ("issues: 'vbscript:x'", "extra.issues is 'vbscript:x'."),
    ],
)
def test_a_link_is_an_address_that_browsers_only_open(value: str, message: str) -> None:
    [found] = told(f"extra:\n  {value}\n")
    assert found.partition(" ")[2].startswith(message)


@pytest.mark.parametrize("text", ["theme: material", "theme:", "extra:", "theme: [a]", SETTINGS])
def test_what_is_missing_or_belongs_to_mkdocs_is_no_error(text: str) -> None:
    given = "theme: {palette: null, icon: false}\nextra: {issues: '', homepage: '/a/?b#c'}"
    assert told(text) == told(given) == []


@pytest.mark.slow
def test_no_setting_gets_out_of_its_attribute(tmp_path: Path) -> None:
    root = with_components(tmp_path)
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for old in (
        "teal",
        "deep orange",
        "Dark colours",
        "material/bridge",
        "/de/",
        "de}",
        "https://owner.example/",
        "Source code",
        "Our posts",
        "about/add/",
        "en\n",
    ):
        assert old in text, old
        end = old[-1] if old[-1] in "}\n" else ""
        text = text.replace(f": {old}", f': "{HOSTILE}"{end}', 1)
    path.write_text(text, encoding="utf-8")
    done = facts(root, "build", "--out", tmp_path / "site")
    assert done.exit_code == 0, done.output
    pages = [data for name, data in tree(tmp_path / "site").items() if name.endswith(".html")]
    assert len(pages) > 10
    assert not [data for data in pages if b"<script>alert" in data]
