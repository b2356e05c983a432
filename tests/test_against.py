"""A published record changes in the open or not at all."""

from __future__ import annotations

import pytest

from generator.diff.against import against
from generator.diff.spelling import distance, typographical
from generator.pipeline import Inputs
from generator.pipeline.sheets import locator
from tests.made import article, checked, fact, files

FACTS = "content/facts/a.yaml"
ENTRY = '{{date: 2025-05-06, field: {}, was: "a", now: "b", reason: "misread"}}'


def verdict(before: str, after: str) -> list[tuple[str, int]]:
    """Codes and lines of what `facts check --against` says of two versions of one article."""
    old, new = checked({FACTS: before}), checked({FACTS: after})
    assert old.value
    assert new.value
    locate = locator(Inputs(files({FACTS: after})))
    return [(p.code, p.place.line) for p in against(old.value, new.value, locate)]


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("statement", "the bridge will not open in June", 8),
        ("speaker", "bob", 7),
        ("said", "2025-05-01", 10),
        ("condition", "once the railings are painted", 12),
        ("quote", '"painted every railing"', 12),
        ("figure", "{value: 3, unit: lanes, counts: open}", 12),
    ],
)
def test_a_silent_change_is_found_and_a_correction_heals_it(
    field: str, value: str, line: int
) -> None:
    before = article(fact())
    assert verdict(before, article(fact(**{field: value}))) == [("silent-change", line)]
    told = fact(**{field: value, "corrections": f"[{ENTRY.format(field)}]"})
    assert verdict(before, article(told)) == []


def test_a_correction_of_another_field_heals_nothing() -> None:
    after = fact(said="2025-05-01", corrections=f"[{ENTRY.format('statement')}]")
    assert verdict(article(fact()), article(after)) == [("silent-change", 10)]


def test_an_old_correction_does_not_tell_a_new_change() -> None:
    entry = f"[{ENTRY.format('said')}]"
    before = article(fact(corrections=entry))
    after = article(fact(corrections=entry, said="2025-04-30"))
    assert verdict(before, after) == [("silent-change", 10)]


def test_a_removed_fact_needs_its_tombstone() -> None:
    before = article(fact("one"), fact("two"))
    assert verdict(before, article(fact("one"))) == [("removed-fact", 6)]
    stone = {"status": "withdrawn", "reason": "wrong speaker", "date": "2025-05-06"}
    assert verdict(before, article(fact("one"), fact("two", **stone))) == []


def test_a_renamed_fact_is_not_gone() -> None:
    assert verdict(article(fact("one")), article(fact("two", former_ids="[one]"))) == []


def test_an_id_is_never_given_to_another_statement() -> None:
    other = fact(speaker="bob", statement="lorries stay away", paragraph="2")
    assert verdict(article(fact()), article(other)) == [("id-reused", 6)]


def test_a_former_id_is_never_given_away() -> None:
    before = article(fact("one", former_ids="[old]"))
    after = article(fact("one", former_ids="[old]"), fact("old"))
    assert ("id-reused", 13) in verdict(before, after)


def test_an_old_correction_is_not_rewritten() -> None:
    entry = ENTRY.format("said")
    before = article(fact(corrections=f"[{entry}]"))
    for after in (
        article(fact(corrections=f"[{entry.replace('misread', 'a slip')}]")),
        article(fact()),
    ):
        assert [code for code, _ in verdict(before, after)] == ["correction-rewritten"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the bridge  will open", "the bridge will open"),
        ("the brigde will open", "the bridge will open"),
        ("committed to it", "commited to it"),
        ("they will open it", "They will open it."),
        ("a cease-fire", "a ceasefire"),
        ("organise it", "organize it"),
    ],
)
def test_spelling_needs_no_correction(old: str, new: str) -> None:
    assert typographical(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("it will open", "it will not open"),
        ("it would open", "it could open"),
        ("it opens in June", "it opens in July"),
        ("26 countries", "27 countries"),
        ("is not ready", "is now ready"),
        ("on land or at sea", "on land and at sea"),
        ("the bridge", "the road"),
        ("with troops", "without troops"),
        ("attempting to undermine", "undermining"),
    ],
)
def test_a_change_of_meaning_is_none_of_spelling(old: str, new: str) -> None:
    assert not typographical(old, new)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("bridge", "brigde", 1), ("bridge", "bridge", 0), ("abcd", "abxy", 2), ("abc", "uvwxyz", 3)],
)
def test_distance_counts_up_to_its_limit(one: str, other: str, far: int) -> None:
    assert distance(one, other, 2) == far
