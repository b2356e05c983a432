"""Words in an article that may not be the speaker's: what is reported and shown."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from factsheets.data.lists import record_row
from factsheets.pipeline import check
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.problems.problem import Problem
from factsheets.quotes import capture, capture_file
from factsheets.quotes.capture import digest
from factsheets.site.views import site as views_site

from tests.helpers import builders
from tests.helpers.builders import SETTINGS, article, fact

# Made up; nobody said this.
PADDING = " Nothing else was said on that long day, and nobody of all who came had asked for more."
UNCLEAR = 'Example called it "a good start and left the hall early.' + PADDING
RAY = '"We open the bridge in May," said Bob Baker. Example answered that this was late.' + PADDING
READING = "{{read_as: quoted, by: Cy Reader, date: 2025-05-04, sha256: {}}}"


def found(text: str, quote: str, **more: str) -> tuple[Outcome, list[Problem]]:
    """The finding for a quotation of Example's, and all messages about it."""
    one = fact(quote=json.dumps(quote, ensure_ascii=False), **more)
    outcome = builders.checked({"content/facts/a.yaml": article(one)}, text=text)
    codes = {"quoted-too-much", "paragraph-unused", "wrong-language"}
    return outcome, [each for each in outcome.problems if each.code not in codes]


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.severity) for each in problems]


def test_unclear_marks_are_told_with_both_readings_and_what_to_write() -> None:
    outcome, (problem,) = found(UNCLEAR, "a good start and left")
    assert codes([problem]) == [("marks-unclear", "error")]
    assert "paragraph 1" in problem.message
    assert "in another none of it is" in problem.help
    assert f"sha256: {digest(UNCLEAR)}" in problem.help
    assert outcome.value
    assert outcome.value.findings["one", 0].check == "unclear"
    assert outcome.summary.quotes_found == 0


def test_only_the_certain_part_is_offered_to_be_kept() -> None:
    text = f'"We open the bridge soon," she said.\n\n"We stay, Example told us, and go on.{PADDING}'
    _, (problem,) = found(text, "We stay, Example told us", paragraph="2")
    assert problem.code == "marks-unclear"


def test_a_reading_settles_unclear_marks_and_is_named_everywhere() -> None:
    reading = READING.format(digest(UNCLEAR))
    outcome, problems = found(UNCLEAR, "a good start and left", marks=reading)
    assert problems == []
    assert outcome.value
    site = views_site.site(outcome.value, SETTINGS)
    view = site.statements["one"]
    badge = "Quotation marks unclear in the source; read as quoted by Cy Reader, 4 May 2025"
    assert view.form_text == badge
    assert view.form != "quoted"
    assert record_row(site, "facts", "one")["evidence"][0]["check"] == "judged"
    assert outcome.summary.quotes_found == 0


def test_a_reading_of_another_capture_is_void() -> None:
    _, (problem,) = found(UNCLEAR, "a good start and left", marks=READING.format(digest("other")))
    assert problem.code == "marks-unclear"
    assert "the reading by Cy Reader is of another capture, so it does not count" in problem.help


def test_a_reading_does_not_make_words_that_are_the_articles_quoted() -> None:
    text = "Example left the hall early on Monday." + PADDING
    _, (problem,) = found(text, "left the hall early", marks=READING.format(digest(text)))
    assert problem.code == "quote-not-in-marks"


def test_another_speaker_named_by_the_sentence_is_a_warning_and_not_shown_as_quoted() -> None:
    outcome, (problem,) = found(RAY, "We open the bridge in May")
    assert codes([problem]) == [("other-speaker", "warning")]
    assert outcome.value
    view = views_site.site(outcome.value, SETTINGS).statements["one"]
    assert (view.form_text, view.form) == ("Speaker not certain", "paraphrased")
    assert found(RAY, "We open the bridge in May", marks=READING.format(digest(RAY)))[1] == []


@pytest.mark.parametrize(
    "text",
    [
        '"We open the bridge in May," said Ada Example.',
        '"We open the bridge in May," Mayor Example said.',
        '"We open the bridge in May," she said.',
        'Example told the council: "We open the bridge in May."',
        "EXAMPLE: We open the bridge in May.",
        "Mayor Example: We open the bridge in May.",
        "The mayor wrote:\n\nWe open the bridge in May.",
    ],
)
def test_the_recorded_speaker_is_known_by_any_of_her_names(text: str) -> None:
    paragraph = "2" if "\n" in text else "1"
    outcome, problems = found(text + PADDING, "We open the bridge in May", paragraph=paragraph)
    assert problems == []
    assert outcome.value
    assert outcome.value.findings["one", 0].inside_marks


def test_a_label_of_another_proves_nothing() -> None:
    _, problems = found("BAKER: We open the bridge in May." + PADDING, "We open the bridge in May")
    assert codes(problems) == [("other-speaker", "warning")]


def test_datelines_with_a_colon_do_not_take_marked_words_from_their_speaker() -> None:
    lines = "\n".join(f"{town}: Nobody came." for town in ("PORTO", "LAKE", "HILL"))
    text = f'NORTHTOWN: Example said "we open the bridge in May".{PADDING}\n{lines}'
    assert found(text, "we open the bridge in May")[1] == []


def test_a_heading_with_a_states_name_is_no_label() -> None:
    text = "Exampleland: We open the bridge in May." + PADDING
    _, problems = found(text, "We open the bridge in May", speaker="exampleland")
    assert codes(problems) == [("marks-unclear", "error")]


def test_a_quotation_that_goes_on_is_told_with_the_entry_to_copy() -> None:
    text = f'"We open the bridge in May.\n\n"And we stay open," Example said.{PADDING}'
    quote = "open the bridge in May. And we stay open"
    _, (problem,) = found(text, quote)
    assert problem.code == "quote-continues"
    assert '"open the bridge in May"' in problem.help
    entry = '[{paragraph: 2, quote: "And we stay open"}]'
    assert problem.help.endswith(f"also: {entry}")
    assert found(text, "open the bridge in May", also=entry)[1] == []


def test_what_lies_inside_can_be_pasted_as_it_is() -> None:
    text = f'"We open it soon," Example said, "and we close no \'old\' bridge."{PADDING}'
    _, (problem,) = found(text, "We open it soon, Example said, and we close no 'old' bridge")
    assert problem.code == "quote-not-in-marks"
    pasted = problem.help.removeprefix("Only this is inside them: quote: ")
    one = fact(quote=pasted)
    outcome = builders.checked({"content/facts/a.yaml": article(one)}, text=text)
    assert [each.code for each in outcome.problems if each.code.startswith("quote-")] == []


def test_a_name_that_changes_is_looked_at_again() -> None:
    """The check of an article depends on the names of those who speak in it."""
    content = {"content/facts/a.yaml": article(fact(quote='"We open the bridge in May"'))}
    cache = Cache()
    files = builders.files(content, text=RAY)
    before = check.check(Inputs(files), builders.TODAY, cache)
    assert "other-speaker" in {each.code for each in before.problems}
    files["content/actors/ada.yaml"] = (
        b"kind: person\nname: Ada Example\nother_names: [Bob Baker]\n"
    )
    after = check.check(Inputs(files), builders.TODAY, cache)
    assert "other-speaker" not in {each.code for each in after.problems}


def test_a_capture_keeps_what_is_unclear_and_who_is_named() -> None:
    one = capture.capture(RAY + "\n\n" + UNCLEAR, published=None, captured=builders.TODAY)
    assert one.paragraphs[0].named
    assert one.paragraphs[1].unclear
    assert capture_file.loads(capture_file.dumps(one)) == one
    assert replace(one, language=None) != one


def test_words_under_a_label_are_not_said_to_stand_in_marks() -> None:
    outcome, _ = found("EXAMPLE: We open the bridge in May." + PADDING, "We open the bridge in May")
    assert outcome.value
    view = views_site.site(outcome.value, SETTINGS).statements["one"]
    assert view.form_text == "Quoted"
    assert "marks" not in view.form_meaning
    assert not any("marks" in link.text for link in view.chain)


def test_words_of_another_speaker_are_not_said_to_be_unchecked() -> None:
    outcome, _ = found(RAY, "We open the bridge in May")
    assert outcome.value
    view = views_site.site(outcome.value, SETTINGS).statements["one"]
    assert view.evidence[0].doubt_text == "In the article, not certainly the speaker’s words"
    assert "nobody has checked" not in view.form_meaning
