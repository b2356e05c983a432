"""The fields for several speakers, and for speakers whom a source does not name."""

from __future__ import annotations

import pytest
from factsheets.content.json_schema import json_schema

from tests.helpers.builders import article, checked, fact

A = "content/facts/a.yaml"
TEN = [f"p{number}" for number in range(10)]
UNNAMED = {"speaker": "", "speaker_described": "a senior official"}


def found(**fields: str) -> list[tuple[str, str]]:
    """The code and the help of each problem of a fact with these fields."""
    problems = checked({A: article(fact(**fields))}).problems
    ours = ("unknown-actor", "paragraph-unused")
    return [(each.code, each.help) for each in problems if each.code not in ours]


def test_one_to_ten_speakers_can_be_recorded() -> None:
    assert found(speaker="ada") == []
    assert found(speaker="[ada, bob]") == []
    assert found(speaker=f"[{', '.join(TEN)}]") == []


@pytest.mark.parametrize(
    ("value", "code", "advice"),
    [
        ("[ada]", "wrong-shape", "Write: speaker: ada"),
        ("[]", "empty-value", "Write at least one id."),
        (f"[{', '.join(TEN)}, ada]", "many-speakers", "one actor of kind group"),
        ("[ada, bob, ada]", "duplicate-item", "Delete one of the two."),
        ('"ada, bob"', "bad-id", "Write: speaker: [ada, bob]\nOnly if they said it together"),
    ],
)
def test_a_mistake_in_a_list_of_speakers_is_explained(value: str, code: str, advice: str) -> None:
    ((problem, text),) = found(speaker=value)
    assert problem == code
    assert advice in text


def test_the_schema_for_editors_allows_one_id_or_two_to_ten() -> None:
    one, several = json_schema("article")["$defs"]["Fact"]["properties"]["speaker"]["anyOf"]
    assert one["type"] == "string"
    assert (several["minItems"], several["maxItems"]) == (2, 10)


def test_each_speaker_must_be_an_actor() -> None:
    problems = checked({A: article(fact(speaker="[ada, bobb]"))}).problems
    (problem,) = [each for each in problems if each.code == "unknown-actor"]
    assert (problem.place.line, problem.place.column) == (7, 20)
    assert "bob" in problem.help


@pytest.mark.parametrize("described", ["a senior official", "“sources close to the talks”"])
def test_an_unnamed_speaker_is_described(described: str) -> None:
    text = "The bridge opens, sources close to the talks said.\n"
    fields = UNNAMED | {"speaker_described": f'"{described}"', "speaker_of": "exampletown"}
    assert [
        each.code
        for each in checked({A: article(fact(**fields))}, text=text).problems
        if each.severity == "error"
    ] == []


def test_a_description_in_quotation_marks_is_in_the_source() -> None:
    fields = UNNAMED | {"speaker_described": '"“a very senior official”"'}
    assert [code for code, _ in found(**fields)] == ["unproven-marks"]


@pytest.mark.parametrize(
    ("fields", "code", "advice"),
    [
        ({**UNNAMED, "speaker": "ada"}, "unnamed-speaker", "If the source names the speaker"),
        ({"speaker_of": "exampletown"}, "unnamed-speaker", "delete this line"),
        ({**UNNAMED, "speaker_described": "Unknown."}, "unnamed-speaker", "a senior official"),
        ({**UNNAMED, "speaker_described": "not named"}, "unnamed-speaker", "publisher's own"),
        ({**UNNAMED, "speaker_described": "a " * 11}, "unnamed-speaker", "detail:"),
        (
            {**UNNAMED, "answers": "[{question: bridge/open, kind: yes, text: In June}]"},
            "answer-of-nobody",
            "Delete the answer",
        ),
        ({**UNNAMED, "said": "", "said_basis": ""}, "said-missing", "said: unknown"),
        ({**UNNAMED, "speaker_described": "a regime official"}, "loaded-word", ""),
    ],
)
def test_a_mistake_about_an_unnamed_speaker_is_explained(
    fields: dict[str, str], code: str, advice: str
) -> None:
    ((problem, text),) = found(**fields)
    assert problem == code
    assert advice in text
