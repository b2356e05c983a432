"""The fast lane's HTML is the document that Python-Markdown makes of the written page."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator import files, pipeline, render
from generator.render import markup
from generator.render import texts as laid
from generator.render.markup import converted
from generator.views import Site
from generator.views.ground import site as site_of
from tests.documents import document
from tests.made import SETTINGS, TODAY, article, fact, site
from tests.projects import REPOSITORY
from tests.test_escape import pieces, printable

_EVERYTHING = fact(
    "one",
    statement='"two <bridges> & a *road*"',
    condition="if it [snows](x)",
    detail="Own words",
    quote="[We have painted every railing twice]",
    event="council",
    about="[bob, northtown]",
    figure="{value: 26, comparator: at-least, unit: railings, counts: painted}",
    answers="[{question: bridge/open, actor: bob, kind: yes, text: In June}]",
    not_said="[which June, which bridge]",
    note="Wordings differ",
    also="[{paragraph: 2, form: paraphrased}, {article: b, paragraph: 1, form: paraphrased}]",
    reviewed="2025-05-05",
    corrections="[{date: 2025-05-04, field: statement, was: July, now: June, reason: misread}]",
)
_OTHERS = (
    fact("two", speaker="bob", disputes="[one]", statement="it will not open"),
    fact("three", updates="[one]", status="withdrawn", reason="misread", date="2025-05-06"),
    fact("four", speaker="", statement="the Gazette says so itself"),
)
RECORDS = ("actors/", "topics/", "sources/", "events/", "facts/")
CONTENT = {
    "content/facts/a.yaml": article(
        _EVERYTHING,
        *_OTHERS,
    ),
    "content/facts/b.yaml": article(
        fact("other", speaker="bob", replies_to="[one]"),
        head="publisher: wire\nurl: https://wire.example/1\npublished: 2025-05-04\n"
        "language: ar\ntitle: Headline\nauthors: [Somebody]\n",
    ),
}


def ordinary() -> markdown.Markdown:
    """Python-Markdown as mkdocs.yml sets it up."""
    names: list[str] = []
    configs: dict[str, Any] = {}
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    for each in config["markdown_extensions"]:
        name, options = next(iter(each.items())) if isinstance(each, dict) else (each, {})
        names.append(name)
        configs[name] = options
    return markdown.Markdown(extensions=names, extension_configs=configs)


def real_site() -> Site:
    outcome = pipeline.check(files.snapshot(REPOSITORY), TODAY)
    assert outcome.value is not None
    return site_of(outcome.value, SETTINGS)


def pages(of: Site) -> Iterator[render.Written]:
    return render.pages(of, files.templates(REPOSITORY))


def body(page: render.Written) -> str:
    return page.data.decode().split("\n---\n", 1)[1]


PROGRAM = ordinary()


def assert_same(page: render.Written) -> None:
    program = PROGRAM.reset()
    expected = program.convert(body(page))
    made = page.html()
    if made is None:
        # One page of its kind may be anything: MkDocs builds it. Records are very many.
        assert not page.path.startswith(RECORDS), f"{page.path} is refused"
        return
    assert document(made[0].decode()) == document(expected), page.path
    found = [(each.level, each.id, each.name) for each in made[1] if each.level <= 3]
    assert found == list(entries(program.toc_tokens)), page.path  # type: ignore[attr-defined]


def entries(tokens: list[Any]) -> Iterator[tuple[int, str, str]]:
    for each in tokens:
        yield each["level"], each["id"], each["name"]
        yield from entries(each["children"])


@pytest.mark.parametrize("make", [real_site, lambda: site(CONTENT)], ids=["real", "made-up"])
def test_every_generated_page_is_the_same_document(make: Any) -> None:
    kinds = set()
    for page in pages(make()):
        if page.cards:
            assert_same(page)
            kinds.add(page.path.partition("/")[0])
    assert kinds >= {"", "topics", "actors", "sources", "events", "facts", "figures", "timeline"}


def test_hand_written_pages_go_the_ordinary_way() -> None:
    (page,) = (page for page in pages(real_site()) if page.path == "about/method/")
    assert page.html() is None


HOSTILE = site(CONTENT)


@settings(max_examples=8, deadline=None)
@given(texts=st.lists(st.one_of(printable, pieces), min_size=5, max_size=25), seed=st.integers())
@example(texts=["", "", "", "0\xa0", ""], seed=15)  # Markdown strips more than plain spaces.
@example(texts=["", "", "", "", "\u30000\xa0"], seed=0)
def test_any_text_in_any_place_gives_the_same_document(texts: list[str], seed: int) -> None:
    # Whatever a template prints that is no id, address or number becomes some hostile text.
    chance = random.Random(seed)  # noqa: S311
    real = laid._laying_aside

    def hostile(lay_aside: Callable[[str], None]) -> Callable[[object], str]:
        finalize = real(lay_aside)

        def changed(value: object) -> str:
            known = isinstance(value, str) and not isinstance(value, Markup)
            if not known or not any(sign in str(value) for sign in " ,“"):
                return finalize(value)
            text = f"x{chance.choice(texts)}x" if chance.random() < 0.5 else _shown(chance, texts)
            return finalize(text)

        return changed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laid, "_laying_aside", hostile)
        made = [page for page in pages(HOSTILE) if page.path.startswith(RECORDS)]
        for page in chance.sample(made, 12):
            assert_same(page)


def _shown(chance: random.Random, texts: list[str]) -> str:
    text = chance.choice(texts)
    return text if text.strip() else "x"  # Blank texts are refused where content is read.


@pytest.mark.parametrize(
    "text",
    [
        "1. an ordered list",
        "* a list of another kind",
        "- a\n\n- loose list",
        "two lines\nof text",
        "    code",
        "`code`",
        "![an image](x.png)",
        "a line  \nbreak",
        "<https://address.example>",
        "a [reference][1]",
        "a lone * star",
        "an_underscore_",
        "<div>\n<div>\n</div>\n</div>",
        '<div markdown="1">',
        "</div>",
        "Setext\n======",
        "{: .nothing }",
        "| a |\n|---|",
        "| a | b |\n|---|---|\n| c |",
        "A & B",
        "&unclosed",
        "term\n:   ",
        "a < b",
        "## name {#a b=c}",
        "\x02no hole\x03",
    ],
)
def test_what_the_templates_never_write_is_refused(text: str) -> None:
    assert converted(f"# Heading\n\n{text}\n") is None


def test_headings_without_names_get_python_markdowns() -> None:
    text = "# Same\n\n## Same\n\n## Ünïcode & <b>tags</b>\n\n## 漢字\n\n## 漢字\n\n## Same_1\n"
    text = text.replace("&", "&amp;").replace("_", "&#95;")
    made = converted(text)
    assert made is not None
    program = ordinary()
    assert document(made.html) == document(program.convert(text))
    assert [each.id for each in made.headings][:3] == ["same", "same_1", "unicode-tags"]


def test_no_name_of_a_card_can_be_another_headings() -> None:
    name = markup.card_heading("some-id")
    assert markup.converted(f"## {name.replace('_', '&#95;')}\n\n\x02some-id\x03\n") is not None
    assert "_" in name  # No id of the content has one.


def test_a_page_stays_itself_at_every_depth() -> None:
    many = (fact(f"more-{n}", statement=f"part {n} is ready") for n in range(160))
    deep = (page for page in pages(site({"content/facts/a.yaml": article(*many)})))
    page = next(page for page in deep if page.path.count("/") > 2)
    assert b'"../../facts/' not in page.data
    assert b"](../../facts/" not in page.data
    assert_same(page)


def test_templates_are_there_for_every_kind_of_page() -> None:
    names = {Path(name).name for name in files.templates(REPOSITORY)}
    assert {"fact.md.j2", "topic.md.j2", "card.md.j2"} <= names


def test_every_card_leads_to_its_line_in_the_content() -> None:
    outcome = pipeline.check(files.snapshot(REPOSITORY), TODAY)
    assert outcome.value is not None
    made = site_of(outcome.value, replace(SETTINGS, edit_base="https://edit.example/main/"))
    found = {page.path: page for page in pages(made)}
    page = found["topics/troops-after-ceasefire/"]
    assert_same(page)
    name = "content/facts/tass-2025-09-04.yaml"
    lines = (REPOSITORY / name).read_text(encoding="utf-8").splitlines()
    links = re.findall(r'class="edit" href="https://edit.example/main/([^"]+)"', page.data.decode())
    assert len(links) == page.data.count(b"<article") > 5
    for link in links:
        file, _, line = html.unescape(link).partition("#L")
        assert file == name
        assert lines[int(line) - 1].startswith("  - id: ")


def test_cards_that_were_forgotten_are_made_again_the_same() -> None:
    made = render.Pages(real_site(), files.templates(REPOSITORY))
    first = {page.path: page.data for page in made.all()}
    made.cards.forget_all()
    assert {page.path: page.data for page in made.all()} == first
