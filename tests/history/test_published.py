"""A published record must not change without a correction."""

from __future__ import annotations

import pytest
from factsheets.history.published import against, check_against
from factsheets.history.spelling import distance, typographical
from factsheets.history.states import State
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.sheets import locator

from tests.helpers.builders import BASE, TODAY, article, checked, fact, files

FACTS = "content/facts/a.yaml"


def entry(field: str, was: str, now: str) -> str:
    """A list of one correction."""
    return f'[{{date: 2025-05-06, field: {field}, was: "{was}", now: "{now}", reason: misread}}]'


def verdict(before: str, after: str) -> list[tuple[str, int]]:
    """Codes and lines that `facts check --against` reports for two versions of one article."""
    old, new = checked({FACTS: before}), checked({FACTS: after})
    assert old.value
    assert new.value
    locate = locator(Inputs(files({FACTS: after})))
    return [(p.code, p.place.line) for p in against(State(old.value), State(new.value), locate)]


@pytest.mark.parametrize(
    ("field", "value", "line", "was", "now"),
    [
        (
            "statement",
            "the bridge will not open in June",
            8,
            "the bridge will open in June",
            "the bridge will not open in June",
        ),
        ("statement", "the bridge will open in July", 8, "in June", "in July"),
        ("speaker", "bob", 7, "Ada Example", "Bob Baker"),
        ("speaker", "bob", 7, "ada", "bob"),
        ("speaker", "[ada, bob]", 7, "Ada Example", "Ada Example and Bob Baker"),
        ("speaker", "[ada, bob]", 7, "ada", "ada, bob"),
        ("said", "2025-05-01", 10, "2025-05-02", "2025-05-01"),
        ("said", "2025-05-01", 10, "2 May 2025", "1 May 2025"),
        ("condition", "once the railings are painted", 12, "none", "once the railings are painted"),
        ("quote", '"painted every railing"', 12, "no quotation", "painted every railing"),
        ("figure", "{value: 3, unit: lanes, counts: open}", 12, "none", "3 lanes"),
    ],
)
def test_a_silent_change_is_found_and_a_correction_heals_it(
    field: str, value: str, line: int, was: str, now: str
) -> None:
    before = article(fact())
    assert verdict(before, article(fact(**{field: value}))) == [("silent-change", line)]
    assert (
        verdict(before, article(fact(**{field: value, "corrections": entry(field, was, now)})))
        == []
    )
    for wrong in (
        entry(field, now, was),
        entry(field, was, "something else"),
        entry(field, "6", now),
    ):
        found = verdict(before, article(fact(**{field: value, "corrections": wrong})))
        absent = field in {"condition", "quote"}  # there was no value: any word for it is accepted
        assert absent or [code for code, _ in found] == ["correction-untrue"], wrong


def test_a_field_that_cannot_be_read_is_no_silent_change() -> None:
    base = Inputs(files({FACTS: article(fact())}))
    new = Inputs(files({FACTS: article(fact(said="some day"))}))
    codes = {each.code for each in check_against([base], new, TODAY).problems}
    assert codes == {each.code for each in check(new, TODAY).problems}
    assert "silent-change" not in codes


def test_a_correction_of_another_field_heals_nothing() -> None:
    told = entry("statement", "the bridge will open in June", "the bridge will open in June")
    after = article(fact(said="2025-05-01", corrections=told))
    assert verdict(article(fact()), after) == [("silent-change", 10)]


def test_an_old_correction_does_not_tell_a_new_change() -> None:
    told = entry("said", "2025-05-01", "2025-05-02")
    before = article(fact(corrections=told))
    after = article(fact(corrections=told, said="2025-04-30"))
    assert verdict(before, after) == [("silent-change", 10)]


def test_a_removed_fact_needs_its_tombstone() -> None:
    before = article(fact("one"), fact("two"))
    assert verdict(before, article(fact("one"))) == [("removed-fact", 6)]
    stone = {"status": "withdrawn", "reason": "wrong speaker", "date": "2025-05-06"}
    assert verdict(before, article(fact("one"), fact("two", **stone))) == []


def test_a_renamed_fact_is_not_gone() -> None:
    assert verdict(article(fact("one")), article(fact("two", former_ids="[one]"))) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (fact("b", former_ids="[a]"), fact("c", former_ids="[a, b]"), []),
        (fact("b", former_ids="[a]"), fact("c", former_ids="[b, a]"), ["former-id-order"]),
        (fact("a"), fact("c", former_ids="[b, a]"), ["former-id-order"]),
        (fact("a"), fact("a", former_ids="[b]"), []),
    ],
)
def test_the_first_id_of_a_fact_stays_first(before: str, after: str, found: list[str]) -> None:
    assert [code for code, _ in verdict(article(before), article(after))] == found


def test_the_first_id_of_an_actor_stays_first() -> None:
    name = "content/actors/ada.yaml"
    new = Inputs(files({name: BASE[name] + "former_ids: [b, a]\n"}))
    base = Inputs(files({name: BASE[name] + "former_ids: [a, b]\n"}))
    found = check_against([base], new, TODAY).problems
    assert [(each.code, each.place.file) for each in found] == [("former-id-order", name)]


def test_an_id_is_never_given_to_another_statement() -> None:
    other = fact(speaker="bob", statement="lorries stay away", paragraph="2")
    assert verdict(article(fact()), article(other)) == [("id-reused", 6)]


def test_a_former_id_is_never_given_away() -> None:
    before = article(fact("one", former_ids="[old]"))
    after = article(fact("one", former_ids="[old]"), fact("old"))
    assert ("id-reused", 14) in verdict(before, after)


def test_an_old_correction_is_not_rewritten() -> None:
    told = entry("said", "2025-05-01", "2025-05-02")
    before = article(fact(corrections=told))
    for after in (
        article(fact(corrections=told.replace("misread", "a slip"))),
        article(fact()),
    ):
        assert [code for code, _ in verdict(before, after)] == ["correction-rewritten"]


SPELLING = (
    ("the bridge  will open", "the bridge will open"),
    ("the brigde will open", "the bridge will open"),
    ("committed to it", "commited to it"),
    ("they will open it", "They will open it."),
    ("a cease-fire", "a ceasefire"),
    ("organise it", "organize it"),
    ("cease fire", "ceasefire"),
    ("recieve", "receive"),
    ("goverment", "government"),
    ("teh bridge", "the bridge"),
    ("adn", "and"),
    ("fo", "of"),
    ("wil open", "will open"),
    ("wich", "which"),
    ("thier", "their"),
    ("their’s", "their's"),
    ("“so-called”", '"so-called"'),
    ("26–30", "26-30"),
    ("12,500 men", "12500 men"),
    ("12 500 men", "12500 men"),
    ("5 %", "5%"),
    ("5%", "5 per cent"),
    ("colour", "color"),
    ("centre", "center"),
    ("travelled", "traveled"),
    ("defence", "defense"),
    ("programme", "program"),
    ("annouced", "announced"),
    ("agrement", "agreement"),
    ("comittment", "commitment"),
    ("Zelensky", "Zelenskyy"),
    ("fourty", "forty"),
    ("tweny", "twenty"),
    ("negotations", "negotiations"),
    ("cannot", "can not"),
    ("isn't", "isnt"),
    ("seperate", "separate"),
    ("occured", "occurred"),
    ("soliders", "soldiers"),
    ("troosp", "troops"),
    ("memebrs", "members"),
    ("état", "état"),
    ("Marcon said", "Macron said"),
    ("th ebridge", "the bridge"),
    ("participnts", "participants"),
    ("countires", "countries"),
    ("Ukranian", "Ukrainian"),
    ("milion", "million"),
    ("wuold", "would"),
    ("beleive", "believe"),
    ("meetng", "meeting"),
    ("shcool", "school"),
    ("will nto", "will not"),
    ("brdige", "bridge"),
    ("rairway", "railway"),
    ("bridgge", "bridge"),
)
MEANING = (
    ("under <5% of it", "under >5% of it"),
    ("it costs ±5", "it costs 5"),
    ("at ≥5 of them", "at ≤5 of them"),
    ("a = b", "a ≠ b"),
    ("1/2 of it", "1 2 of it"),
    ("10-20 of them", "10 20 of them"),
    ("10-20 of them", "1020 of them"),
    ("written in C++", "written in C#"),
    ("they are #1 and up ↑", "they are #1 and up ↓"),
    ("ready ✓", "ready ✗"),
    ("AT&T said", "AT T said"),
    ("$5 of it", "€5 of it"),
    ("it will open", "it will not open"),
    ("it would open", "it could open"),
    ("in June", "in July"),
    ("26 c", "27 c"),
    ("is not ready", "is now ready"),
    ("on land or at sea", "on land and at sea"),
    ("the bridge", "the road"),
    ("with troops", "without troops"),
    ("attempting to undermine", "undermining"),
    ("increase", "decrease"),
    ("legal", "illegal"),
    ("ilegal", "legal"),
    ("likely", "unlikely"),
    ("Iran", "Iraq"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("nuclear", "unclear"),
    ("united", "untied"),
    ("3.5", "35"),
    ("3.5", "3,5"),
    ("$5", "€5"),
    ("5%", "5"),
    ("-5", "5"),
    ("agreed", "agree"),
    ("sent", "send"),
    ("import", "export"),
    ("accept", "except"),
    ("killed", "filled"),
    ("twenty-five", "twenty-nine"),
    ("twenty-six", "twenty-seven"),
    ("may be", "may not be"),
    ("not able", "notable"),
    ("troops", "troop"),
    ("will open", "will open?"),
    ("cant", "can"),
    ("can't", "can"),
    ("US", "us"),
    ("EU", "UN"),
    ("港口上涨", "港口下涨"),
    ("中国参加", "中国不参加"),
    ("будет", "будем"),
    ("не будет", "но будет"),
    ("we […] will", "we will"),
    ("past", "post"),
    ("present", "prevent"),
    ("million", "billion"),
    ("Monday", "Sunday"),
    ("before", "below"),
    ("Exampletown", "Southtown"),
    ("man", "men"),
    ("kg", "g"),
    ("place", "peace"),
    ("first", "fist"),
    ("lost", "last"),
    ("form", "from"),
    ("five", "fire"),
    ("many", "any"),
    ("more", "move"),
    ("ready", "reads"),
    ("deployed", "destroyed"),
    ("attend", "attended"),
    ("committed", "committing"),
    ("possible", "impossible"),
    ("able", "unable"),
    ("five", "nine"),
    ("may", "must"),
    ("all", "ill"),
    ("of", "off"),
    ("on", "in"),
    ("to", "too"),
    ("supports", "support"),
    ("Niger", "Nigeria"),
    ("armed", "unarmed"),
    ("safe", "unsafe"),
    ("north", "south"),
    ("they can", "they cannot"),
    ("win", "won"),
    ("hired", "fired"),
    ("5 6", "56"),
    ("public", "pubic"),
    ("war", "was"),
    ("causal", "casual"),
    ("trail", "trial"),
    ("quite", "quiet"),
    ("bought", "brought"),
    ("angel", "angle"),
    ("access", "excess"),
    ("defend", "depend"),
    ("intend", "intent"),
    ("reject", "eject"),
    ("rise", "raise"),
    ("extend", "expend"),
    ("assure", "assume"),
    ("approve", "improve"),
    ("include", "exclude"),
    ("internal", "external"),
    ("moral", "mortal"),
    ("strategic", "strategy"),
    ("invasion", "evasion"),
    ("ratified", "rectified"),
    ("alliance", "appliance"),
)


@pytest.mark.parametrize(("old", "new"), SPELLING)
def test_spelling_needs_no_correction(old: str, new: str) -> None:
    assert typographical(old, new)
    assert typographical(new, old)


@pytest.mark.parametrize(("old", "new"), MEANING)
def test_a_change_of_meaning_is_none_of_spelling(old: str, new: str) -> None:
    assert not typographical(old, new)
    assert not typographical(new, old)


def test_one_known_name_is_no_misspelling_of_another() -> None:
    assert typographical("Markov said", "Marlov said")
    assert not typographical("Markov said", "Marlov said", frozenset({"markov", "marlov"}))


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("bridge", "brigde", 1), ("bridge", "bridge", 0), ("abcd", "abxy", 2), ("abc", "uvwxyz", 3)],
)
def test_distance_counts_up_to_its_limit(one: str, other: str, far: int) -> None:
    assert distance(one, other, 2) == far
