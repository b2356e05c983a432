"""The check of languages, of our translations of quotations, and of cited sources."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from factsheets.dataset.references import references_of
from factsheets.history.diff import compare
from factsheets.history.published import against
from factsheets.history.states import State
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.sheets import locator
from factsheets.problems.problem import Problem
from factsheets.quotes import capture, capture_file

from tests.helpers.builders import ARTICLE, TODAY, article, checked, fact, files

FACTS = "content/facts/a.yaml"
# Made up for tests.
TEXT = (
    "« Nous avons repeint chaque rambarde deux fois », a déclaré la maire Ada Example au conseil "
    "municipal de la ville.\n"
)
OURS = {
    "quote": '"Nous avons repeint chaque rambarde"',
    "quote_translation": '"We have painted every rail"',
    "translated_by": '"Ann Archer"',
    "translated": "2025-05-04",
}


def sheet(default: str = "", language: str = "fr", **fields: str) -> str:
    head = ARTICLE.replace("language: en", f"language: {language}")
    return article(fact(**fields), head=head + (f"translation: {default}\n" if default else ""))


def problems(text: str) -> list[Problem]:
    return list(checked({FACTS: text}, text=TEXT).problems)


def codes(text: str) -> list[str]:
    return [each.code for each in problems(text)]


def test_a_translation_with_its_translator_and_day_is_right() -> None:
    assert codes(sheet(**OURS)) == []
    assert codes(sheet(**OURS, translation="ours", spoken_language="fr")) == []
    two = '["Nous avons repeint", "chaque rambarde deux fois"]'
    ours = '["We have painted", "every rail twice"]'
    assert codes(sheet(**{**OURS, "quote": two, "quote_translation": ours})) == []


def test_a_translation_of_another_number_of_texts_says_so() -> None:
    text = sheet(**{**OURS, "quote_translation": '["We have painted", "every rail"]'})
    (found,) = (each for each in problems(text) if each.code == "translation-incomplete")
    assert found.message == "Texts in quote: 1; in quote_translation: 2. They must be as many."


@pytest.mark.parametrize(
    "change",
    [
        {"quote": ""},
        {"translated_by": ""},
        {"translated": ""},
        {"quote_translation": '["We have painted", "every rail"]'},
        {"quote_translation": "", "translated": ""},
    ],
)
def test_a_translation_needs_its_quote_its_translator_and_its_day(change: dict[str, str]) -> None:
    assert "translation-incomplete" in codes(sheet(**{**OURS, **change}))


@pytest.mark.parametrize(
    ("default", "spoken", "given", "wrong"),
    [
        ("none", "de", "", True),
        ("", "de", "none", True),
        ("", "de", "ours", True),
        ("publisher", "fr", "", True),
        ("none", "fr", "publisher", True),
        ("none", "de", "publisher", False),
        ("none", "de", "unknown", False),
        ("publisher", "fr", "none", False),
        ("publisher", "fr", "ours", False),
        ("unknown", "fr", "", False),
        ("", "de", "", False),
        ("none", "fr-CA", "", False),
        ("none", "", "", False),
    ],
)
def test_the_language_spoken_must_fit_what_is_said_of_the_translation(
    default: str, spoken: str, given: str, wrong: bool
) -> None:
    found = codes(sheet(default, spoken_language=spoken, translation=given))
    assert found == (["translation-contradicts"] if wrong else [])


def test_each_line_that_the_help_offers_solves_the_contradiction() -> None:
    for default, spoken in (("none", "de"), ("publisher", "fr")):
        (found,) = problems(sheet(default, spoken_language=spoken))
        offered = [line.partition(" (")[0] for line in found.help.splitlines()[1:]]
        assert len(offered) == 3
        for line in offered:
            field, _, value = line.partition(": ")
            fields = {"spoken_language": spoken, field: value.replace("CODE", "uk")}
            assert codes(sheet(default, **fields)) == [], line


def test_a_language_that_is_no_code_is_found() -> None:
    assert codes(sheet(spoken_language="French")) == ["bad-language"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-05-01", ["changed-before-published"]), ("2027-05-01", ["in-the-future"])],
)
def test_the_day_of_a_translation_lies_between_the_article_and_today(
    day: str, expected: list[str]
) -> None:
    (found,) = problems(sheet(**{**OURS, "translated": day}))
    assert [found.code] == expected
    assert found.place.line == 15


def test_words_of_our_translation_in_quotation_marks_are_not_the_sources() -> None:
    for words, field in (("every rail", "detail"), ("painted", "note"), ("We have", "statement")):
        (found,) = problems(sheet(**OURS, **{field: f'"they said “{words}” there"'}))
        assert (found.code, found.severity) == ("unproven-marks", "error")
        assert found.message == f"“{words}” are words of our translation, not the source's."


def test_quotation_marks_inside_a_translation_are_single_ones() -> None:
    for text, wrong in (("We ‘have’ painted", False), ("We “have” painted", True)):
        found = codes(sheet(**{**OURS, "quote_translation": f'"{text}"'}))
        assert found == (["unproven-marks"] if wrong else [])


def test_the_sources_own_words_may_stand_in_marks_in_a_translation() -> None:
    ours = '"We have painted every “rambarde”"'
    assert codes(sheet(**{**OURS, "quote_translation": ours})) == []


def test_a_translation_is_never_looked_up_as_a_quotation() -> None:
    outcome = checked({FACTS: sheet(**OURS)}, text=TEXT)
    assert (outcome.summary.quotes, outcome.summary.quotes_found) == (1, 1)


# Out of date.


def correction(day: str, field: str = "quote") -> str:
    was, now = "chaque barre", "chaque rambarde"
    return f'[{{date: {day}, field: {field}, was: "{was}", now: "{now}", reason: misread}}]'


@pytest.mark.parametrize(
    ("day", "field", "expected"),
    [
        ("2025-05-05", "quote", ["translation-outdated"]),
        ("2025-05-05", "quotation", ["translation-outdated"]),
        ("2025-05-04", "quote", []),
        ("2025-05-05", "statement", []),
    ],
)
def test_a_quote_corrected_after_its_translation_is_a_warning(
    day: str, field: str, expected: list[str]
) -> None:
    found = problems(sheet(**OURS, corrections=correction(day, field)))
    assert [each.code for each in found] == expected
    assert all(each.severity == "warning" for each in found)


def state(text: str) -> State:
    outcome = checked({FACTS: text}, text=TEXT)
    assert outcome.value
    return State(outcome.value)


LONGER = '"Nous avons repeint chaque rambarde deux fois"'


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"quote": LONGER}, True),
        ({"quote": LONGER, "quote_translation": '"We have painted every rail twice"'}, False),
        ({"quote": LONGER, "translated": "2025-05-06"}, False),
        ({"detail": '"Ada Example spoke."'}, False),
    ],
)
def test_a_quote_that_changes_without_its_translation_is_reported_against_a_base(
    change: dict[str, str], found: bool
) -> None:
    before, after = sheet(**OURS), sheet(**{**OURS, **change})
    locate = locator(Inputs(files({FACTS: after}, text=TEXT)))
    reported = against(state(before), state(after), locate)
    assert ("translation-outdated" in {each.code for each in reported}) == found
    changes = compare(state(before), state(after)).changes
    remarks = [each.remark for each in changes]
    assert ("The quotation changed, its translation did not." in remarks) == found


def test_a_translation_of_words_that_the_newest_text_lacks_is_a_warning() -> None:
    later = datetime.date(2026, 1, 2)
    first = capture.capture(TEXT, published=None, captured=TODAY)
    other = TEXT.replace("chaque rambarde", "toutes les barres")
    taken = capture.capture(other, published=None, captured=later)
    taken = replace(taken, earlier=(first,))
    made = files({FACTS: sheet(**OURS)}, text=TEXT)
    made["seeds/a.json"] = capture_file.dumps(taken).encode()
    (found,) = check.check(Inputs(made), TODAY).problems
    assert found.code == "quote-gone"
    assert "A quote_translation is of the older words too." in found.help


# Cited sources.


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"via": "ada"}, '"ada" is the speaker here.'),
        ({"via": "gazette"}, '"gazette" is the publisher here.'),
        ({"also": "[{paragraph: 1, via: ada}]"}, '"ada" is the speaker here.'),
        ({"also": "[{paragraph: 1, via: gazette}]"}, '"gazette" is the publisher here.'),
        (
            {"also": "[{article: b, paragraph: 1, via: wire}]"},
            '"wire" is the publisher here.',
        ),
    ],
)
def test_a_secondary_source_is_neither_the_speaker_nor_the_publisher(
    fields: dict[str, str], message: str
) -> None:
    other = ARTICLE.replace("gazette", "wire") + "facts: []\n"
    found = checked({FACTS: sheet(**fields), "content/facts/b.yaml": other}, text=TEXT).problems
    assert [each.message for each in found if each.code == "wrong-via"] == [message]


def test_a_third_party_may_be_the_secondary_source() -> None:
    fields = {"via": "wire", "also": "[{paragraph: 1, via: bob}]"}
    assert codes(sheet(**fields)) == []


def test_a_secondary_source_that_does_not_exist_is_found() -> None:
    assert codes(sheet(via="nobody")) == ["unknown-actor"]


def test_a_secondary_source_keeps_its_name_when_its_record_is_renamed() -> None:
    outcome = checked({FACTS: sheet(via="wire", also="[{paragraph: 1, via: bob}]")}, text=TEXT)
    assert outcome.value
    named = list(references_of(outcome.value.articles["a"]))
    assert ("actor", "wire", ("facts", 0, "via")) in named
    assert ("actor", "bob", ("facts", 0, "also", 0, "via")) in named


def test_a_changed_secondary_source_is_reported_against_a_base() -> None:
    before, after = sheet(via="wire"), sheet(via="bob")
    locate = locator(Inputs(files({FACTS: after}, text=TEXT)))
    (found,) = against(state(before), state(after), locate)
    assert (found.code, found.severity) == ("quiet-change", "warning")
    assert found.message == "`via` was wire; now it is bob."
