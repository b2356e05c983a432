"""An article changes after it was checked: its quotations stay, and the change is shown."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from factsheets.cli import main
from factsheets.data.lists import record_row
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes import capture, capture_file, recapture
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.tokens import FORM_1
from factsheets.site.views import site as views_site
from factsheets.site.views.source import source_view

from tests.helpers.builders import SETTINGS, TEXT, TODAY, article, fact, files
from tests.helpers.projects import ARTICLE_TEXT, SEED, facts, lay_out, write
from tests.helpers.projects import FACTS as PROJECT_FACTS

FIRST = datetime.date(2025, 5, 3)
LATER = datetime.date(2025, 5, 9)
FACTS = "content/facts/a.yaml"
QUOTE = '"painted every railing twice"'


def after(text: str, quote: str = QUOTE, updated: str = "") -> check.Outcome:
    """The result when the article's text becomes `text` after the first capture."""
    old = capture.capture(TEXT, published=None, captured=FIRST)
    new = recapture.renew(old, capture.capture(text, published=None, captured=LATER))
    content = {FACTS: article(fact(quote=quote)).replace("language:", f"{updated}language:", 1)}
    found = files(content) | {"seeds/a.json": capture_file.dumps(new).encode()}
    return check.check(Inputs(found), TODAY)


def codes(outcome: check.Outcome) -> list[tuple[str, str]]:
    return [(p.code, p.severity) for p in outcome.problems if p.code.startswith(("quote", "wrong"))]


def test_a_quotation_that_vanished_is_told_and_stays() -> None:
    outcome = after(TEXT.replace("every railing twice", "the railings"))
    assert codes(outcome) == [("quote-gone", "warning")]
    assert outcome.value
    site = views_site.site(outcome.value, SETTINGS)
    own = site.statements["one"].evidence[0]
    assert (own.check, own.gone_since) == ("found", "9 May 2025")
    assert site.statements["one"].form_meaning.endswith("checked on 9 May 2025.")
    assert source_view(site, "a").quotes_found == 0
    assert source_view(site, "a").changed == (
        "The text checked on 9 May 2025 differs from that checked on 3 May 2025. "
        "1 of 1 quotation is not in it."
    )
    assert record_row(site, "facts", "one")["evidence"][0]["gone_since"] == "2025-05-09"
    assert record_row(site, "sources", "a")["changed"] is True


def test_that_the_publisher_changed_an_article_is_said_where_somebody_recorded_it() -> None:
    outcome = after(
        TEXT.replace("asked for another", "asked for a"), updated="updated: 2025-05-08\n"
    )
    assert outcome.value
    changed = source_view(views_site.site(outcome.value, SETTINGS), "a").changed
    assert changed.startswith("The publisher changed the article on 8 May 2025. The text checked")
    assert (
        record_row(views_site.site(outcome.value, SETTINGS), "sources", "a")["updated"]
        == "2025-05-08"
    )


def test_a_quotation_that_moved_is_a_wrong_paragraph() -> None:
    assert codes(after("A new first paragraph.\n\n" + TEXT)) == [("wrong-paragraph", "error")]


def test_a_change_elsewhere_leaves_every_quotation() -> None:
    outcome = after(TEXT.replace("asked for another test", "asked for a test"))
    assert codes(outcome) == []
    assert outcome.value
    changed = source_view(views_site.site(outcome.value, SETTINGS), "a").changed
    assert changed.endswith("Every quotation is in it.")


def test_a_quotation_that_never_stood_there_is_no_part_of_the_change() -> None:
    outcome = after(TEXT.replace("every railing", "some railings"), quote='"painted no railing"')
    assert codes(outcome) == [("quote-not-found", "error")]


def test_the_same_text_again_keeps_the_day_on_which_it_was_first_seen() -> None:
    old = capture.capture(TEXT, published=None, captured=FIRST)
    assert recapture.renew(old, capture.capture(TEXT, published=None, captured=LATER)) == old


def test_a_text_that_comes_back_is_no_earlier_one_of_itself() -> None:
    old = capture.capture(TEXT, published=None, captured=FIRST)
    other = recapture.renew(old, capture.capture("Other words.", published=None, captured=LATER))
    back = recapture.renew(other, capture.capture(TEXT, published=None, captured=TODAY))
    assert [one.sha256 for one in back.earlier] == [other.sha256]
    assert capture_file.loads(capture_file.dumps(back)) == back


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
    assert "Of its quotations: 2 not in this text." in result.output
    assert "content/facts/other.yaml:" in result.output
    write(root, "new.txt", "A line above.\n" + ARTICLE_TEXT)
    result = CliRunner().invoke(main, command)
    assert "Every quotation is still where it was." in result.output


OTHER = "Nothing of this has to do with it.\n\nNobody spoke, and no bridge is named here at all.\n"


def test_another_text_is_refused_unless_somebody_insists(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    write(root, "other.txt", OTHER)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "other.txt")]
    before = (root / SEED).read_bytes()
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, (root / SEED).read_bytes()) == (1, before)
    assert "[other-text]" in result.output
    assert "--replace" in result.output
    result = CliRunner().invoke(main, [*command, "--replace"])
    assert result.exit_code == 0
    assert "1 not in this text" in result.output


@pytest.mark.parametrize(
    "text",
    [
        "A new first line.\n" + ARTICLE_TEXT,
        ARTICLE_TEXT.splitlines()[0],
        ARTICLE_TEXT.replace("will open", "opens"),
    ],
)
def test_the_article_rewritten_or_cut_is_taken(tmp_path: Path, text: str) -> None:
    root = lay_out(tmp_path, site=True)
    write(root, "new.txt", text)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "new.txt")]
    assert CliRunner().invoke(main, command).exit_code == 0


def test_diff_names_captures_that_changed_and_their_pages(tmp_path: Path) -> None:
    root, base = lay_out(tmp_path / "now", site=True), lay_out(tmp_path / "base", site=True)
    write(root, "new.txt", "A line above.\n" + ARTICLE_TEXT)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "new.txt")]
    assert CliRunner().invoke(main, command).exit_code == 0
    found = facts(root, "diff", base).output
    assert "1 changed capture." in found
    assert "~ Capture: Example News, 5 Mar 2024" in found
    assert "example-bridge-may: found, paragraph 1 → found, paragraph 2" in found
    assert "2 statements, 2 actors, 1 topic" in found


def test_paragraph_numbers_move_with_the_text_in_every_article(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    facts = (root / PROJECT_FACTS).read_text()
    cited = 'wording: [{paragraph: 2, words: "Work began two years ago"}]  # kept\nfacts:'
    write(root, PROJECT_FACTS, facts.replace("facts:", cited, 1))
    also = "    also: [{article: example-2024-03-05, paragraph: 2}]\n"
    other = facts.replace("example-bridge-may", "other-may").replace("example-work", "other-work")
    other = other.replace("/bridge", "/other").replace("    paragraph: 2\n", also)
    other = other.replace('    quote: "the new bridge will open in May"\n', "")
    write(root, "content/facts/other.yaml", other)
    write(root, "new.txt", "Mayor speaks\nA line that was put above the old text.\n" + ARTICLE_TEXT)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "new.txt")]
    output = CliRunner().invoke(main, command).output
    assert "Not counted: 1 headline." in output
    assert f"updated: {PROJECT_FACTS}, content/facts/other.yaml" in output
    now = (root / PROJECT_FACTS).read_text()
    assert 'wording: [{paragraph: 3, words: "Work began two years ago"}]  # kept' in now
    assert 'quote: "the new bridge will open in May"\n    paragraph: 2\n' in now
    assert "paragraph: 3}]" in (root / "content/facts/other.yaml").read_text()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<!DOCTYPE html><html><p></p></html>", "contains no text"),
        (b"{\\rtf1 The bridge opens}", "RTF"),
        ("The bridge opens".encode("utf-16"), "UTF-16"),
        ("The bridge opens".encode("utf-16-le"), "UTF-16"),
        (b"%PDF-1.7 The bridge", "PDF"),
        (b"PK\x03\x04 The bridge", "DOCX"),
        (b"MIME-Version: 1.0\n\nThe bridge opens.", "web archive"),
        (
            "“The bridge opens”, she said. “Soon”.".encode().decode("cp1252", "replace").encode(),
            "damaged",
        ),
    ],
)
def test_what_is_no_plain_text_is_named(tmp_path: Path, raw: bytes, said: str) -> None:
    root = lay_out(tmp_path, site=True)
    (root / "new.txt").write_bytes(raw)
    command = ["--root", str(root), "capture", "example-2024-03-05", str(root / "new.txt")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code in {2, 3}
    assert said in result.output


def test_a_capture_of_form_1_still_proves_its_quotations_and_warns(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    write(root, SEED, (Path(__file__).parents[1] / "cases" / "capture-of-form-1.json").read_text())
    command = ["--root", str(root), "check"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    assert "[capture-old]" in result.output
    assert "1 of 1 quotation found" in result.output
    write(root, "new.txt", ARTICLE_TEXT)
    CliRunner().invoke(main, [*command[:2], "capture", "example-2024-03-05", str(root / "new.txt")])
    assert '"version": 2' in (root / SEED).read_text()
    assert '"captured": "2024-03-05"' in (root / SEED).read_text()
    assert "No problems." in CliRunner().invoke(main, command).output


def form_1(text: str) -> capture.Capture:
    """The capture that the first version made of a text: every line is a paragraph."""
    lines = [FORM_1.words(line) for line in paragraphs(text, 1)]
    made = tuple(capture.Paragraph(len(each), (), capture.shingles(each)) for each in lines)
    return capture.Capture(capture.digest(text), None, FIRST, made, form=1)


WEB_PAGE = (
    "The bridge\nBy Ada Example\nThe bridge will open in June, Example said to the council.\n"
    "Advertisement\nBaker asked for another test of the railings and the lamps.\n"
    "Share\nNo.\nThe council did not vote on the bridge, and meets again in May.\n"
)


def test_all_locators_of_a_capture_of_form_1_move_in_one_edit(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    own = (root / PROJECT_FACTS).read_text()
    own = own.replace('    quote: "the new bridge will open in May"\n    paragraph: 1\n', AT_3)
    own = own.replace("    paragraph: 2\n", "    paragraph: 5\n")
    own = own.replace("facts:", 'wording: [{paragraph: 5, words: "another test"}]\nfacts:', 1)
    own = own.replace("facts:", 'unused: [{paragraph: 8, why: "No vote."}]\nfacts:', 1)
    write(root, PROJECT_FACTS, own)
    other = own[own.index("facts:") :].replace("example-bridge-may", "other-may")
    other = other.replace("example-work-began", "other-work").replace(AT_3, AT_OTHER)
    head = "publisher: example-news\nurl: https://news.example/other\npublished: 2024-03-05\n"
    write(root, "content/facts/other.yaml", f"{head}language: en\n{other}")
    write(root, SEED, capture_file.dumps(form_1(WEB_PAGE)))
    write(root, "new.txt", WEB_PAGE)
    output = facts(root, "capture", "example-2024-03-05", root / "new.txt").output
    assert f"updated: {PROJECT_FACTS}, content/facts/other.yaml" in output
    assert "Correct each by hand" not in output
    now = (root / PROJECT_FACTS).read_text()
    assert "    paragraph: 1\n    also: [{paragraph: 2}]\n" in now
    assert "    paragraph: 2\n    said" in now
    assert 'wording: [{paragraph: 2, words: "another test"}]' in now
    assert 'unused: [{paragraph: 4, why: "No vote."}]' in now
    assert (
        "also: [{article: example-2024-03-05, paragraph: 4}]"
        in (root / "content/facts/other.yaml").read_text()
    )


AT_3 = "    paragraph: 3\n    also: [{paragraph: 5}]\n"
AT_OTHER = "    also: [{article: example-2024-03-05, paragraph: 8}]\n    page: 1\n"


def test_a_locator_that_cannot_move_is_named_and_stays(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    own = (root / PROJECT_FACTS).read_text()
    own = own.replace('    quote: "the new bridge will open in May"\n    paragraph: 1\n', AT_3)
    own = own.replace("    paragraph: 2\n", "    paragraph: 4\n")
    write(root, PROJECT_FACTS, own)
    write(root, SEED, capture_file.dumps(form_1(WEB_PAGE)))
    write(root, "new.txt", WEB_PAGE)
    output = facts(root, "capture", "example-2024-03-05", root / "new.txt").output
    line = own[: own.index("    paragraph: 4\n")].count("\n") + 1
    assert f"  {PROJECT_FACTS}, line {line}: paragraph: 4\n" in output
    now = (root / PROJECT_FACTS).read_text()
    assert "    paragraph: 1\n    also: [{paragraph: 2}]\n" in now
    assert "    paragraph: 4\n" in now


def test_paragraphs_with_the_same_words_move_in_their_order() -> None:
    again = "Nobody can say when that will be."
    old = f"Headline above\nBy Ada Example\n{again}\nA second line, longer.\nNo.\n{again}\nYes.\n"
    new = capture.capture(old, published=None, captured=LATER)
    assert recapture.moved_paragraphs(form_1(old), new) == {
        1: None,
        2: None,
        3: 1,
        4: 2,
        5: 3,
        6: 4,
        7: 5,
    }


def test_the_paragraphs_and_what_is_not_counted_are_shown(tmp_path: Path) -> None:
    root = lay_out(tmp_path, site=True)
    write(root, "new.txt", "[Page 3]\n" + WEB_PAGE)
    shown = (
        "  not counted, headline: The bridge\n  not counted, byline: By Ada Example\n"
        "  paragraph 1, p. 3: The bridge will open in June, Example said to the council.\n"
        "  not counted, junk: Advertisement\n"
        "  paragraph 2, p. 3: Baker asked for another test of the railings and the lamps.\n"
    )
    command = ("capture", "--replace", "example-2024-03-05", root / "new.txt")
    assert shown in facts(root, *command).output
    output = facts(root, "new", "article", "other-2024", "--text", root / "new.txt").output
    assert "paragraph 1, p. 3\n  The bridge will open in June" in output
    assert "Not part of the article:\n  The bridge\n  By Ada Example\n" in output


def test_a_capture_that_counts_by_older_rules_is_named() -> None:
    old = capture.capture(WEB_PAGE, published=None, captured=FIRST)
    every = form_1(WEB_PAGE).paragraphs
    counted = replace(old, paragraphs=(*every[:2], *old.paragraphs), skipped=())
    content = files({FACTS: article(fact())}) | {
        "seeds/a.json": capture_file.dumps(counted).encode(),
        "seeds/a.txt": WEB_PAGE.encode(),
    }
    found = [each for each in check.check(Inputs(content), TODAY).problems if "old" in each.code]
    assert [each.message for each in found] == [
        "The capture of this article was made by older rules."
    ]
