"""Words in an article that may not be the speaker's: what is reported and shown."""

from __future__ import annotations

import json
import re
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
    (speaker, *_) = views_site.site(outcome.value, SETTINGS).statements["one"].chain
    assert "named by" not in speaker.text
    assert speaker.state == "unknown"


@pytest.mark.parametrize("said", ["said Bob Baker", "said Ada Example"])
def test_words_of_one_speaker_are_not_certainly_those_of_a_joint_statement(said: str) -> None:
    text = f'"We open the bridge in May," {said}.{PADDING}'
    outcome, (problem,) = found(text, "We open the bridge in May", speaker="[ada, bob]")
    assert codes([problem]) == [("other-speaker", "warning")]
    assert "one name, but several speakers" in problem.message
    assert "other_names" not in problem.help
    assert outcome.summary.quotes_found == 0


def test_a_joint_statement_can_be_quoted_where_the_sentence_names_nobody() -> None:
    text = f'"We open the bridge in May," they said.{PADDING}'
    outcome, problems = found(text, "We open the bridge in May", speaker="[ada, bob]")
    assert problems == []
    assert outcome.summary.quotes_found == 1


def test_the_words_of_somebody_else_are_not_those_of_a_joint_statement() -> None:
    text = f'"We open the bridge in May," said Cy Reed.{PADDING}'
    _, problems = found(text, "We open the bridge in May", speaker="[ada, bob]")
    assert codes(problems) == [("other-speaker", "warning")]


@pytest.mark.parametrize("label", ["A", "Q", "Answer"])
def test_a_label_that_names_nobody_is_nobodys_other_name(label: str) -> None:
    text = "".join(f"{label}: We open the bridge number {each}.\n\n" for each in "123") + PADDING
    ada = f"kind: person\nname: Ada Example\nother_names: [{label}]\n"
    one = fact(quote="We open the bridge number 1")
    content = {"content/facts/a.yaml": article(one), "content/actors/ada.yaml": ada}
    problems = builders.checked(content, text=text).problems
    (problem,) = [each for each in problems if each.code == "other-speaker"]
    assert "are no names" in problem.help
    assert "kind: transcript" in problem.help


def test_the_words_of_an_unnamed_speaker_are_inside_marks() -> None:
    unnamed = {"speaker": "", "speaker_described": "a senior official"}
    text = f"We open the bridge in May, a senior official said.{PADDING}"
    _, (problem,) = found(text, "We open the bridge in May", **unnamed)
    assert problem.code == "quote-not-in-marks"
    text = f'"We open the bridge in May," a senior official said.{PADDING}'
    assert found(text, "We open the bridge in May", **unnamed)[1] == []


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


def test_a_quotation_inside_a_quotation_may_be_somebody_elses() -> None:
    text = '"He told me ‘the bridge is closed now’ and I believe him," Ada Example said.' + PADDING
    _, (problem,) = found(text, "the bridge is closed now")
    assert codes([problem]) == [("speaker-unclear", "error")]
    assert "the speaker may quote somebody else" in problem.help
    _, problems = found(text, "He told me ‘the bridge is closed now’ and I believe him")
    assert problems == []
    reading = READING.format(digest(text))
    _, problems = found(text, "the bridge is closed now", marks=reading)
    assert problems == []


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


NAMESAKES = {
    "content/actors/ada.yaml": "kind: person\nname: Ada Example\nshort_name: Example\n",
    "content/actors/ella.yaml": "kind: person\nname: Ella Example\n"
    "roles: [{title: Bridge Minister, organisation: exampletown}]\n",
    "content/actors/fund.yaml": "kind: organisation\nname: Foundation Ada Example\n",
}
WE_OPEN = "We open the bridge in May"


def namesake_codes(
    text: str, *, actors: dict[str, str] = NAMESAKES, kind: str = "article", seed: bool = True
) -> list[str]:
    """The codes of messages about words of Ada Example's, with or without the text."""
    head = f"{builders.ARTICLE}kind: {kind}\n"
    paragraph = "2" if "\n" in text else "1"
    one = article(fact(quote=json.dumps(WE_OPEN), paragraph=paragraph), head=head)
    files = builders.files(actors | {"content/facts/a.yaml": one}, text=text + PADDING)
    if seed:
        files["seeds/a.txt"] = (text + PADDING).encode()
    outcome = check.check(Inputs(files), builders.TODAY)
    return [each.code for each in outcome.problems if each.code == "other-speaker"]


BY_ELLA = [
    f'"{WE_OPEN}," said Ella Example.',
    f'Then Ella Example said: "{WE_OPEN}."',
    f'"{WE_OPEN}," Spokesman Ella Example said.',
    f'"{WE_OPEN}," said E. Example.',
    f"ELLA EXAMPLE: {WE_OPEN}.",
    f"Ella Example wrote:\n\n{WE_OPEN}.",
]


@pytest.mark.parametrize("seed", [False, True])
@pytest.mark.parametrize("text", BY_ELLA)
def test_words_of_a_recorded_namesake_are_not_the_speakers(text: str, seed: bool) -> None:
    assert namesake_codes(text, seed=seed) == ["other-speaker"]


@pytest.mark.parametrize("text", BY_ELLA)
def test_a_first_name_that_nobody_has_may_be_a_spelling_or_a_title(text: str) -> None:
    alone = {"content/actors/ada.yaml": NAMESAKES["content/actors/ada.yaml"]}
    assert namesake_codes(text, actors=alone) == []


@pytest.mark.parametrize("text", BY_ELLA)
def test_a_name_in_other_names_is_the_speakers_own(text: str) -> None:
    ada = NAMESAKES["content/actors/ada.yaml"] + "other_names: [Ella Example]\n"
    assert namesake_codes(text, actors=NAMESAKES | {"content/actors/ada.yaml": ada}) == []


@pytest.mark.parametrize(
    "who",
    [
        "Ada Example",
        "A. Example",
        "Example",
        "Mayor Example",
        "Mayor Ada Example",
        "Spokesman Example",
        "Bridge Minister Ada Example",
        "Bridge Minister Example",
        "Foundation President Ada Example",
        "Ada Ella Example",
        "Adah Example",
    ],
)
@pytest.mark.parametrize("kind", ["article", "statement"])
def test_a_title_or_another_spelling_beside_the_name_is_no_namesake(who: str, kind: str) -> None:
    assert namesake_codes(f'"{WE_OPEN}," {who} said.', kind=kind) == []


@pytest.mark.parametrize("kind", ["statement", "transcript", "recording"])
def test_a_namesake_is_told_apart_in_other_kinds_of_source(kind: str) -> None:
    text = f'"{WE_OPEN}," said Ella Example.'
    assert namesake_codes(text, kind=kind) == ["other-speaker"]


def test_the_label_of_a_namesake_with_an_initial_is_not_the_speakers() -> None:
    text = f"E. Example: {WE_OPEN}."
    assert namesake_codes(text, kind="transcript") == ["other-speaker"]
    assert namesake_codes(text.replace("E.", "A."), kind="transcript") == []


def test_a_capture_without_full_names_gives_what_it_gave() -> None:
    files = builders.files(
        NAMESAKES | {"content/facts/a.yaml": article(fact(quote=json.dumps(WE_OPEN)))},
        text=BY_ELLA[0] + PADDING,
    )
    rows = files["seeds/a.json"].decode()
    older = re.sub(r',"full_names":\[\{[^}]*\}\]', "", rows)
    assert older != rows
    for capture_text, expected in ((rows, True), (older, False)):
        inputs = Inputs(files | {"seeds/a.json": capture_text.encode()})
        problems = check.check(inputs, builders.TODAY).problems
        assert ("other-speaker" in {each.code for each in problems}) is expected


def test_a_new_namesake_is_looked_at_again() -> None:
    """The check of an article depends on the names of the namesakes of those who speak in it."""
    content = {"content/facts/a.yaml": article(fact(quote=json.dumps(WE_OPEN)))}
    cache = Cache()
    files = builders.files(content, text=BY_ELLA[0] + PADDING)
    before = check.check(Inputs(files), builders.TODAY, cache)
    assert "other-speaker" not in {each.code for each in before.problems}
    files["content/actors/ella.yaml"] = NAMESAKES["content/actors/ella.yaml"].encode()
    after = check.check(Inputs(files), builders.TODAY, cache)
    assert "other-speaker" in {each.code for each in after.problems}
