"""Who reviewed a statement, and what nobody reviewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factsheets.data.lists import record_row
from factsheets.site.views import site as views_site
from factsheets.site.views.site import Site

from tests.helpers.builders import SETTINGS, article, checked, fact, html_pages, plain_pages, site
from tests.helpers.projects import FACTS, change, facts, lay_out

ARTICLE = "content/facts/gazette-1.yaml"
BY = "{date: 2025-06-01, by: Cy Carter}"


def page(made: Site, path: str) -> tuple[str, str]:
    """A page as HTML, and as plain text."""
    return html_pages(made)[path], plain_pages(made)[path]


@pytest.mark.parametrize(
    ("reviewed", "words", "by"),
    [("2025-06-01", "", None), (BY, " by Cy Carter", "Cy Carter")],
)
def test_a_statement_says_when_and_by_whom_it_was_reviewed(
    reviewed: str, words: str, by: str | None
) -> None:
    made = site({ARTICLE: article(fact(reviewed=reviewed))})
    html, plain = page(made, "facts/one/")
    assert f"Last reviewed 1 Jun 2025{words}." in html
    assert f"Last reviewed 1 Jun 2025{words}.\n" in plain
    row = record_row(made, "facts", "one")
    assert (row["reviewed"], row["reviewed_by"]) == ("2025-06-01", by)


@pytest.mark.parametrize(
    ("reviewed", "code", "column"),
    [
        ("{by: Cy}", "missing-field", 16),
        ("{date: soon, by: Cy}", "bad-date", 22),
        ("{date: 2025-06-01, who: Cy}", "unknown-field", 34),
        ("{date: 2025-06-01, by: ''}", "empty-value", 38),
        ("{date: 2035-06-01, by: Cy}", "in-the-future", 22),
        ("2035-06-01", "in-the-future", 15),
    ],
)
def test_a_wrong_review_is_placed(reviewed: str, code: str, column: int) -> None:
    found = checked({ARTICLE: article(fact(reviewed=reviewed))}).problems
    places = [(p.code, p.place.column) for p in found if p.code != "paragraph-unused"]
    assert places == [(code, column)]


@pytest.mark.slow
def test_nobody_reviewed_it_is_said_where_the_owner_asks_for_reviews() -> None:
    content = {ARTICLE: article(fact(), fact("two", reviewed=BY, statement="it is painted"))}
    plain = site(content)
    strict = views_site.site(plain.dataset, replace(SETTINGS, require_review=True))
    words = "Not reviewed yet"
    for path, times in (("facts/one/", 1), ("facts/two/", 0), ("topics/bridge/", 1)):
        assert all(words not in text for text in page(plain, path))
        assert all((words in text) == bool(times) for text in page(strict, path)), path


def test_the_setting_is_true_or_false(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    change(root, "mkdocs.yml", "require_review: false", "require_review: true")
    built = facts(root, "generate")
    assert built.exit_code == 0, built.output
    text = (root / "docs/facts/example-bridge-may.md").read_text(encoding="utf-8")
    assert "Not reviewed yet" in text
    change(
        root,
        FACTS,
        "    said: 2024-03-04\n    said_basis: stated\n    topics: [bridge]\n  - id:",
        "    said: 2024-03-04\n    said_basis: stated\n    reviewed: 2024-03-06\n"
        "    topics: [bridge]\n  - id:",
    )
    assert facts(root, "generate").exit_code == 0
    text = (root / "docs/facts/example-bridge-may.md").read_text(encoding="utf-8")
    assert "Not reviewed yet" not in text
    change(root, "mkdocs.yml", "require_review: true", "require_review: always")
    refused = facts(root, "generate")
    assert (refused.exit_code, "extra.require_review" in refused.output) == (3, True)
