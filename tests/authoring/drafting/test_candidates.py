"""Statements from elsewhere pass only if the text proves them."""

from __future__ import annotations

from typing import Any

import pytest
from factsheets.authoring.drafting.candidates import checked
from factsheets.authoring.drafting.document import Document, draft

TEXT = """\
Ada Example, the mayor, said that “the new bridge will open in May” as planned.

Bob Builder, who watched, told the Gazette: “We kept our promise to the town.”
"""
DRAFT = draft(Document(TEXT), {}, "en")
FIRST = DRAFT.paragraphs[0]
RIGHT: dict[str, Any] = {
    "paragraph": 1,
    "sentence": FIRST,
    "speaker": "Ada Example",
    "speaker_id": None,
    "cue": "said",
    "form": "partly-quoted",
    "quotes": ["the new bridge will open in May"],
}


def test_a_proven_statement_passes() -> None:
    proven = checked(DRAFT, {"statements": [RIGHT]})
    assert proven.rejected == ()
    assert proven.statements[0].quotes == ("the new bridge will open in May",)


def test_what_the_rules_draft_passes() -> None:
    own = [
        {
            "paragraph": each.paragraph,
            "sentence": each.sentence,
            "speaker": each.speaker,
            "cue": each.cue,
            "form": each.form,
            "quotes": list(each.quotes),
        }
        for each in DRAFT.statements
    ]
    proven = checked(DRAFT, own)
    assert (len(proven.statements), proven.rejected) == (len(own), ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quotes": ["the new bridge will open in June"]}, "not in the sentence word for word"),
        ({"quotes": ["as planned"]}, "not inside quotation marks"),
        ({"quotes": ["said that “the new"]}, "not inside quotation marks"),
        ({"quotes": [7]}, "not in the sentence"),
        ({"quotes": "May"}, "Its quotes are no list"),
        ({"sentence": FIRST.replace("May", "June")}, "not in paragraph 1 word for word"),
        ({"paragraph": 2}, "not in paragraph 2: it is in paragraph 1"),
        ({"paragraph": 9}, "There is no paragraph 9"),
        ({"paragraph": None}, "There is no paragraph None"),
        ({"speaker": "Cal Example"}, "is not named in the paragraph"),
        ({"speaker": "Ad"}, "is not named in the paragraph"),
        ({"speaker": "bridge"}, "The text names “Ada Example” as the speaker"),
        ({"speaker": 3}, "its speaker and cue are no texts"),
        ({"speaker_id": "bob-builder"}, "is not known as bob-builder"),
        ({"cue": "claimed"}, "The cue “claimed” is not in the sentence"),
        ({"form": "paraphrased"}, "Its form does not fit"),
        ({"form": "shouted"}, "Its form is none of"),
        ({"sentence": ""}, "It has no sentence"),
    ],
)
def test_what_is_not_proven_is_left_out_with_the_reason(
    change: dict[str, Any], reason: str
) -> None:
    proven = checked(DRAFT, [{**RIGHT, **change}])
    assert proven.statements == ()
    assert reason in proven.rejected[0].reason


@pytest.mark.parametrize("data", [None, 3, "text", {}, {"statements": 3}, [3], [None]])
def test_any_json_is_refused_without_a_fault(data: object) -> None:
    proven = checked(DRAFT, data)
    assert proven.statements == ()
    assert len(proven.rejected) == 1
