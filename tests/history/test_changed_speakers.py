"""Changes of who said a statement: what is reported, and what requires a correction."""

from __future__ import annotations

import pytest

from tests.helpers.builders import article, fact
from tests.history.test_diff import A, changes, only, words
from tests.history.test_published import entry, verdict

JOINT = article(fact(speaker="[ada, bob]"))
UNNAMED = {"speaker": "", "speaker_described": "a senior official"}


def test_another_speaker_of_a_joint_statement_is_one_change_of_attribution() -> None:
    change = only(changes({A: article(fact())}, {A: JOINT}))
    assert change.attribution
    assert change.heading == "Example and Baker: the bridge will open in June"
    assert words(change) == ["attribution changed, speaker: Ada Example → Ada Example; Bob Baker"]
    assert change.notice == "due"


def test_a_speaker_who_is_no_longer_named_is_a_change_of_attribution() -> None:
    change = only(changes({A: article(fact())}, {A: article(fact(**UNNAMED))}))
    assert change.heading == "A senior official: the bridge will open in June"
    assert len(words(change)) == 2
    assert all(each.startswith("attribution changed, speaker") for each in words(change))


def test_the_same_speakers_in_another_order_are_no_change_of_the_statement() -> None:
    assert verdict(JOINT, article(fact(speaker="[bob, ada]"))) == []


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ({"speaker": "[ada, bob]"}, {}, "Example and Baker", "Ada Example"),
        ({"speaker": "[ada, bob]"}, {}, "ada, bob", "ada"),
        ({}, UNNAMED, "Ada Example", "a senior official"),
        (UNNAMED, {}, "Unnamed speaker (a senior official)", "Ada Example"),
        (
            UNNAMED,
            {**UNNAMED, "speaker_described": "a council member"},
            "a senior official",
            "a council member",
        ),
        ({"speaker": ""}, UNNAMED, "nobody, so gazette itself", "a senior official"),
    ],
)
def test_a_change_of_speakers_needs_a_correction(
    before: dict[str, str], after: dict[str, str], was: str, now: str
) -> None:
    old = article(fact(**before))
    assert [code for code, _ in verdict(old, article(fact(**after)))] == ["silent-change"]
    healed = article(fact(**after, corrections=entry("speaker", was, now)))
    assert verdict(old, healed) == []
    wrong = article(fact(**after, corrections=entry("speaker", now, was)))
    assert [code for code, _ in verdict(old, wrong)] == ["correction-untrue"]


def test_a_correction_that_names_one_of_the_new_speakers_does_not_name_the_others() -> None:
    half = article(fact(speaker="[ada, bob]", corrections=entry("speaker", "ada", "ada")))
    assert [code for code, _ in verdict(article(fact()), half)] == ["correction-untrue"]


def test_where_an_unnamed_speaker_belongs_is_part_of_who_said_it() -> None:
    old, new = article(fact(**UNNAMED)), article(fact(**UNNAMED, speaker_of="exampletown"))
    assert [code for code, _ in verdict(old, new)] == ["silent-change"]
