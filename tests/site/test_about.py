"""The page about the site: the owner's texts, what is wrong in them, what is missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from factsheets.plugin.configuration import load, settings
from factsheets.site import about
from factsheets.site.unused_settings import unused_settings
from factsheets.site.views.site import Site

from tests.helpers.builders import (
    ROOT,
    SETTINGS,
    article,
    checked,
    fact,
    html_pages,
    plain_pages,
    site,
)
from tests.helpers.projects import change, facts, lay_out, write
from tests.site.test_plain_pages import compared

A = "content/facts/a.yaml"


def with_texts(texts: Mapping[str, object], content: Mapping[str, str] | None = None) -> Site:
    made = site(content or {A: article(fact())})
    return replace(made, settings=replace(SETTINGS, about=about.texts(texts)))


def wrong(text: str) -> list[tuple[str, str, int, int]]:
    given = yaml.safe_load(text)["extra"]["about"]
    return [
        (each.code, each.severity, each.place.line, each.place.column)
        for each in about.wrong_texts(text.encode(), given)
    ]


def test_without_texts_the_page_says_only_what_holds_on_every_site() -> None:
    page = plain_pages(with_texts({}))["about/"]
    assert page.startswith("# About\n\nMade up records who said what, and who reported it.")
    assert [line for line in page.split("\n") if line.startswith("## ")] == [
        "## How to reply to a statement",
        "## More",
        "## Cite",
    ]
    for path in ("../about/method/", "../about/reading/", "../corrections/", "../data/"):
        assert f"]({path})" in page


def test_each_text_has_its_heading_in_one_order() -> None:
    made = with_texts(dict(reversed(about.EXAMPLES.items())))
    page = plain_pages(made)["about/"]
    headings = [line.removeprefix("## ") for line in page.split("\n") if line.startswith("## ")]
    assert headings[:4] == ["Who runs this site", "Contact", "Funding", "How topics are chosen"]
    assert headings[4:8] == [
        "How sources are chosen",
        "How to ask for a correction",
        "How to reply to a statement",
        "How to ask for a removal",
    ]
    for text in about.EXAMPLES.values():
        assert text in page
    assert "You need no account for this." in page
    assert compared(made) > 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to kontakt@müller.example.", "mailto:kontakt@müller.example"),
        ("zoë+site@a.example", "mailto:zoë+site@a.example"),
        ("(see https://a.example/A_(b))", "https://a.example/A_(b)"),
        ("“https://a.example/ü”", "https://a.example/ü"),
        ("HTTPS://a.example", "HTTPS://a.example"),
        ("https://a.example/a،", "https://a.example/a"),
    ],
)
def test_an_address_is_linked_as_a_whole(text: str, address: str) -> None:
    assert f'<a href="{address}">' in html_pages(with_texts({"funding": text}))["about/"]


def test_a_contact_may_have_letters_of_any_language() -> None:
    assert about.texts({"contact": "kontakt@müller.example"})
    assert not about.texts({"contact": "@müller.example"})


def test_addresses_in_a_text_are_links_and_a_sentence_ends_after_them() -> None:
    text = "Write to ann@a.example. See https://a.example/x?y=1&z=2, or\nthere.\n\nA paragraph."
    made = with_texts({"funding": text})
    page = html_pages(made)["about/"]
    assert (
        '<p>Write to <a href="mailto:ann@a.example">ann@a.example</a>. See '
        '<a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>, or there.'
        "</p>\n<p>A paragraph.</p>"
    ) in page
    plain = plain_pages(made)["about/"]
    assert "Write to [ann@a.example](<mailto:ann@a.example>). See [https" in plain


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & <b>bold</b>",
        'https://a.example/"onclick="alert(1) javascript:alert(1)',
        "[a](javascript:alert(1)) `x` *y* ![z](https://a.example/z.png) {{ view }} {% raw %}",
        "# no heading\n\n- no list\n\n1. no number\n\n> no quotation",
        "a@b.example<img src=x onerror=alert(1)>",
    ],
)
def test_a_text_is_text_on_the_page_and_in_its_plain_form(text: str) -> None:
    made = with_texts({"run_by": text, "replies": text})
    page = html_pages(made)["about/"]
    assert "<script>alert" not in page
    assert "<b>bold" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "onclick=" not in page.replace("&#34;onclick=", "")
    assert "<h1>no" not in page
    assert compared(made) > 0


def test_a_hand_written_text_stands_in_the_place_of_the_first_sentence() -> None:
    written = {A: article(fact()), "content/pages/about/index.md": "We are the *town*.\n"}
    page = plain_pages(with_texts({"contact": "a@b.example"}, written))["about/"]
    assert page.startswith("# About\n\nWe are the *town*.\n\n## Contact\n")
    assert "records who said what" not in page


@pytest.mark.parametrize("name", ["about", "About/index", "about/Reading", "ABOUT"])
def test_no_other_page_can_have_the_address_of_a_generated_one(name: str) -> None:
    found = checked({A: article(fact()), f"content/pages/{name}.md": "Text.\n"})
    assert "same-address" in {each.code for each in found.problems}
    beside = checked({A: article(fact()), "content/pages/about/us.md": "Text.\n"})
    assert "same-address" not in {each.code for each in beside.problems}


@pytest.mark.parametrize(
    ("given", "line", "column"),
    [
        ("about: us", 2, 3),
        ("about: [us]", 2, 3),
        ("about: {run_by: 7}", 2, 11),
        ("about:\n    run_by: us\n    funding: [a]", 4, 5),
        ('about: {run_by: "a\\ab"}', 2, 11),
        ("about: {who: us}", 2, 11),
        ("about: {1: us}", 2, 11),
        ("about: {contact: call us}", 2, 11),
        ("about: {contact: javascript:x}", 2, 11),
        ("about: {contact: a@b.example and c@d.example}", 2, 11),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(given: str, line: int, column: int) -> None:
    text = f"extra:\n  {given}\n"
    assert wrong(text) == [("bad-about", "error", line, column)]
    assert about.texts({"run_by": 7, "contact": "call us", "x": "y"}) == ()


def test_what_is_right_is_not_reported() -> None:
    for given in ("", "{}", '{run_by: ""}', "{contact: https://a.example/form}"):
        assert wrong(f"extra:\n  about: {given}\n") == []
    (problem,) = about.wrong_texts(b"extra: {about: {fundin: x}}", {"fundin": "x"})
    assert problem.help == "Did you mean funding?"


# Hints


def test_a_hint_names_what_is_missing_with_lines_to_copy() -> None:
    text = about.hint({"run_by": "us", "funding": ""})
    assert "run_by" not in text
    assert "funding" not in text
    copied = yaml.safe_load(text[text.index("  about:") :])["about"]
    assert list(copied) == ["contact", "topics", "sources", "corrections", "replies", "removal"]
    assert list(about.wrong_texts(b"", copied)) == []
    assert about.hint(copied | {"run_by": "us", "funding": ""}) == ""


def test_hints_are_no_problems_and_stand_before_the_summary(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    write(root, "mkdocs.yml", "site_name: A\n")
    done = facts(root, "check")
    assert done.exit_code == 0
    assert done.output.startswith("hint: Readers of the page /about/ ")
    assert done.output.endswith(" No problems.\n")
    report = json.loads(facts(root, "check", "--format", "json").output)
    assert report["problems"] == []
    assert (report["summary"]["errors"], report["summary"]["warnings"]) == (0, 0)
    assert "hint" not in facts(root, "check", "--format", "github").output
    assert "hint" not in facts(root, "check", str(root / "content/topics")).output
    lines = about.example().replace("\n", "\n  ")
    write(root, "mkdocs.yml", f"site_name: A\nextra:\n  {lines}\n")
    assert "hint" not in facts(root, "check").output


def test_a_new_site_has_every_part_as_a_comment(tmp_path: Path) -> None:
    root = tmp_path / "new"
    assert facts(tmp_path, "init", root).exit_code == 0
    assert "hint: " in facts(root, "check").output
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for line in about.example().split("\n"):
        text = text.replace(f"  # {line.removeprefix('  ')}\n", f"{line}\n")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert facts(root, "check").output.startswith("Checked ")
    dataset = checked({A: article(fact())}).value
    assert dataset is not None
    assert dict(settings(load(root), dataset).about) == about.EXAMPLES


def test_this_site_names_no_contact_that_it_does_not_have() -> None:
    given = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["about"]
    assert not wrong(f"extra: {{about: {json.dumps(given)}}}")
    assert {"contact", "funding", "removal"}.isdisjoint(given)


# The statement that the home page explains


@pytest.mark.parametrize(("given", "number"), [("one", 0), ("none", 1), ("withdrawn", 1), ("7", 1)])
def test_a_featured_statement_that_is_not_current_is_a_warning(given: str, number: int) -> None:
    gone = fact("withdrawn", status="withdrawn", reason="Wrong.", date="2025-06-01")
    dataset = checked({A: article(fact(), gone)}).value
    text = f"site_name: A\nextra:\n  featured: {given}\n"
    found = list(unused_settings(text.encode(), yaml.safe_load(text), dataset))
    assert [(each.severity, each.place.line) for each in found] == [("warning", 3)] * number


def test_a_wrong_text_is_an_error_of_the_check(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    write(root, "mkdocs.yml", "site_name: A\nextra:\n  about: {contact: nobody}\n")
    done = facts(root, "check")
    assert done.exit_code == 1
    assert "mkdocs.yml:3:11: extra.about.contact must be " in done.output
    change(root, "mkdocs.yml", "nobody", "a@b.example")
    assert facts(root, "check").exit_code == 0
