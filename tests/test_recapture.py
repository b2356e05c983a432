"""An article that changes after it was checked: what was quoted stays, and the change shows."""

from __future__ import annotations

import datetime
from pathlib import Path

from click.testing import CliRunner

from generator import capture, pipeline, views
from generator.cli import main
from generator.export.rows import fact_row, source_row
from generator.pipeline import Inputs
from generator.views.source import source_view
from tests.made import SETTINGS, TEXT, TODAY, article, fact, files
from tests.projects import ARTICLE_TEXT, lay_out, write
from tests.projects import FACTS as PROJECT_FACTS

FIRST = datetime.date(2025, 5, 3)
LATER = datetime.date(2025, 5, 9)
FACTS = "content/facts/a.yaml"
QUOTE = '"painted every railing twice"'


def after(text: str, quote: str = QUOTE) -> pipeline.Outcome:
    """What is found when the article's text becomes `text` after the first capture."""
    old = capture.capture(TEXT, published=None, captured=FIRST)
    new = capture.renewed(old, capture.capture(text, published=None, captured=LATER))
    content = {FACTS: article(fact(quote=quote))}
    found = files(content) | {"seeds/a.json": capture.dumps(new).encode()}
    return pipeline.check(Inputs(found), TODAY)


def codes(outcome: pipeline.Outcome) -> list[tuple[str, str]]:
    return [(p.code, p.severity) for p in outcome.problems if p.code.startswith(("quote", "wrong"))]


def test_a_quotation_that_vanished_is_told_and_stays() -> None:
    outcome = after(TEXT.replace("every railing twice", "the railings"))
    assert codes(outcome) == [("quote-gone", "warning")]
    assert outcome.value
    site = views.site(outcome.value, SETTINGS)
    own = site.statements["one"].evidence[0]
    assert (own.check, own.gone_since) == ("found", "9 May 2025")
    assert site.statements["one"].form_meaning.endswith("no longer in its text on 9 May 2025.")
    assert source_view(site, "a").quotes_found == 0
    assert source_view(site, "a").changed == (
        "The article was changed after we checked it (seen 9 May 2025). "
        "1 of 1 quotation is no longer in it."
    )
    assert fact_row(site, "one")["evidence"][0]["gone_since"] == "2025-05-09"
    assert source_row(site, "a")["changed"] is True


def test_a_quotation_that_moved_is_a_wrong_paragraph() -> None:
    assert codes(after("A new first paragraph.\n\n" + TEXT)) == [("wrong-paragraph", "error")]


def test_a_change_elsewhere_leaves_every_quotation() -> None:
    outcome = after(TEXT.replace("asked for another test", "asked for a test"))
    assert codes(outcome) == []
    assert outcome.value
    changed = source_view(views.site(outcome.value, SETTINGS), "a").changed
    assert changed.endswith("Every quotation still stands in it.")


def test_a_quotation_that_never_stood_there_is_no_part_of_the_change() -> None:
    outcome = after(TEXT.replace("every railing", "some railings"), quote='"painted no railing"')
    assert codes(outcome) == [("quote-not-found", "error")]


def test_the_same_text_again_keeps_the_day_on_which_it_was_first_seen() -> None:
    old = capture.capture(TEXT, published=None, captured=FIRST)
    assert capture.renewed(old, capture.capture(TEXT, published=None, captured=LATER)) == old


def test_a_text_that_comes_back_is_no_earlier_one_of_itself() -> None:
    old = capture.capture(TEXT, published=None, captured=FIRST)
    other = capture.renewed(old, capture.capture("Other words.", published=None, captured=LATER))
    back = capture.renewed(other, capture.capture(TEXT, published=None, captured=TODAY))
    assert [one.sha256 for one in back.earlier] == [other.sha256]
    assert capture.loads(capture.dumps(back)) == back


def test_a_new_capture_tells_what_vanished_and_moved_in_every_article(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    facts = (root / PROJECT_FACTS).read_text()
    other = facts.replace("example-", "other-").replace("other-news", "example-news")
    other = other.replace("other-2024", "example-2024").replace("/bridge", "/other")
    other = other.replace("ada: other-example", "ada-example").replace("ada-other", "ada-example")
    other = other.replace(
        '    quote: "the new bridge will open in May"\n    paragraph: 1\n',
        "    paragraph: 1\n    also:\n      - {article: example-2024-03-05, paragraph: 1, "
        'quote: "new bridge will open"}\n',
    )
    write(root, "content/facts/other.yaml", other)
    text = "A line above.\n" + ARTICLE_TEXT.replace("new bridge will", "bridge will")
    write(root, "new.txt", text)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "new.txt")]
    result = CliRunner().invoke(main, command)
    assert "Of its quotations: 2 no longer in the article." in result.output
    assert "content/facts/other.yaml:" in result.output
    write(root, "new.txt", "A line above.\n" + ARTICLE_TEXT)
    result = CliRunner().invoke(main, command)
    assert "Of its quotations: 2 in another paragraph." in result.output
