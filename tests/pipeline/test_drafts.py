"""Drafts: only `mkdocs serve` shows them, marked; no build, export or search has them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.site.views import site

from tests.helpers.builders import BASE, SETTINGS, TODAY, article, checked, fact, files, html_pages
from tests.helpers.projects import FACTS, change, facts, lay_out, write
from tests.plugin.test_plugin import serving

A = "content/facts/gazette-1.yaml"
B = "content/facts/wire-1.yaml"
WIRE = "publisher: wire\nurl: https://wire.example/1\npublished: 2025-05-03\nlanguage: en\n"
DRAFT = fact("two", statement="the keeper sold the zebra", status="draft")
TWO = """\
  - id: two
    speaker: ada-example
    statement: "the keeper sold the zebra"
    paragraph: 1
    said: 2024-03-04
    said_basis: stated
    figure: {value: 7531, counts: zebras}
    topics: [bridge]
    status: draft
"""


def test_a_check_counts_drafts_and_its_dataset_lacks_them() -> None:
    outcome = checked({A: article(fact(), DRAFT)})
    assert outcome.value is not None
    assert [*outcome.value.statements] == ["one"]
    assert (outcome.summary.facts, outcome.summary.drafts, outcome.summary.errors) == (1, 1, 0)


def test_the_facts_of_a_draft_article_are_drafts() -> None:
    content = {A: article(fact()), B: article(fact("two"), head=WIRE + "status: draft\n")}
    outcome = checked(content)
    assert outcome.value is not None
    assert [*outcome.value.articles] == ["gazette-1"]
    assert [*outcome.value.statements] == ["one"]
    assert outcome.summary.drafts == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ({A: article(fact(updates="[two]"), DRAFT)}, ("names-draft", A, 12)),
        (
            {
                A: article(
                    fact(),
                    fact("two", updates="[three]", status="draft"),
                    fact("three", status="draft"),
                )
            },
            None,
        ),
        ({A: article(fact(), fact("two", disputes="[one]", status="draft"))}, None),
        (
            {
                A: article(fact(also="[{article: wire-1, paragraph: 1}]")),
                B: WIRE + "status: draft\n",
            },
            ("names-draft", A, 12),
        ),
        (
            {
                A: article(fact(), DRAFT),
                "content/topics/bridge.yaml": BASE["content/topics/bridge.yaml"]
                + "brief:\n  - {text: About a zebra., facts: [two]}\n",
            },
            ("names-draft", "content/topics/bridge.yaml", 6),
        ),
        ({A: article(fact(status="draft", reason="Not yet"))}, ("status-missing", A, 13)),
        ({A: article(fact(status="drafted"))}, ("bad-choice", A, 12)),
    ],
)
def test_what_is_published_names_no_draft(
    content: dict[str, str], problem: tuple[str, str, int] | None
) -> None:
    found = checked(content, text=None).problems
    places = [(each.code, each.place.file, each.place.line) for each in found]
    assert places == ([problem] if problem else [])


def test_a_preview_has_them_marked_wherever_they_are_shown() -> None:
    given = Inputs(files({A: article(fact(), DRAFT)}))
    dataset = check.check(given, TODAY, drafts=True).value
    assert dataset is not None
    made = site.site(dataset, SETTINGS)
    pages = html_pages(made)
    shown = [path for path, text in pages.items() if "the zebra" in text]
    assert {"facts/two/", "topics/bridge/", "actors/ada/", "facts/"} <= set(shown)
    for path in shown:
        assert "Draft" in pages[path], path
    assert "Draft" not in pages["facts/one/"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = lay_out(tmp_path / "project", site=True)
    text = (root / FACTS).read_text(encoding="utf-8")
    write(root, FACTS, text + TWO)
    head = WIRE.replace("wire", "example-news").replace("2025", "2024")
    draft = TWO.replace("id: two", "id: three").replace("    status: draft\n", "")
    write(root, B, f"{head}status: draft\nfacts:\n{draft}")
    return root


@pytest.mark.parametrize("command", ["build", "export", "generate"])
def test_no_file_of_a_build_or_an_export_has_a_draft(root: Path, command: str) -> None:
    out = ("--out", str(root / "out")) if command == "export" else ()
    made = facts(root, command, *out)
    assert made.exit_code == 0, made.output
    assert "2 drafts" in made.output
    folder = root / {"build": "site", "export": "out", "generate": "docs"}[command]
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in {".js", ".css", ".wasm"}:
            data = path.read_bytes().lower()
            assert not [word for word in (b"zebra", b"7531", b"wire-1") if word in data], path
    assert not (folder / "facts/two").exists()
    assert not (folder / "sources/wire-1").exists()


def test_a_draft_is_no_published_address(root: Path) -> None:
    assert facts(root, "addresses", "--write").exit_code == 0
    assert "two" not in (root / "content/addresses.txt").read_text(encoding="utf-8")
    change(root, FACTS, "    topics: [bridge]\n    status: draft\n", "    topics: [bridge]\n")
    assert facts(root, "addresses", "--write").exit_code == 0
    assert "facts/two/" in (root / "content/addresses.txt").read_text(encoding="utf-8")
    text = (root / FACTS).read_text(encoding="utf-8")
    write(root, FACTS, f"{text}    status: draft\n")
    told = facts(root, "check")
    assert "The published address facts/two/ now leads nowhere." in told.output


def test_publishing_a_draft_is_new_and_hiding_a_statement_is_refused(
    root: Path, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    for path in (*root.glob("content/**/*.*"), *root.glob("seeds/*")):
        if path.is_file():
            write(base, path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    change(root, FACTS, "    topics: [bridge]\n    status: draft\n", "    topics: [bridge]\n")
    assert facts(root, "check", "--against", str(base)).exit_code == 0
    assert "+ Example: the keeper sold the zebra" in facts(root, "diff", str(base)).output
    hidden = facts(base, "check", "--against", root)
    assert hidden.exit_code == 1
    assert "[removed-fact]" in hidden.output


@pytest.mark.slow
def test_while_serving_drafts_are_shown_marked_and_their_data_are_not(root: Path) -> None:
    with serving(root) as served:
        served.until("facts/two/", lambda page: "the zebra" in page)
        assert "<strong>Draft.</strong>" in served.page("facts/two/")
        assert "Draft, not published" in served.page("topics/bridge/")
        assert "Draft" in served.page("sources/wire-1/")
        served.until("data/facts.json", lambda page: page.startswith("["))
        ids = [row["id"] for row in json.loads(served.page("data/facts.json"))]
        assert ids == ["example-bridge-may", "example-work-began"]
        change(root, FACTS, "sold the zebra", "sold the zebras")
        served.until("facts/two/", lambda page: "the zebras" in page)
        change(root, FACTS, "    topics: [bridge]\n    status: draft\n", "    topics: [bridge]\n")
        served.until("facts/two/", lambda page: "<strong>Draft.</strong>" not in page)
        assert not re.search("Draft", served.page("facts/two/"))
