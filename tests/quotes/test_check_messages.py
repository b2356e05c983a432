"""The exact messages about quotations with problems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.helpers import builders

GOLDEN = Path(__file__).parents[1] / "cases"
# Made up; nobody said this.
TEXT = (
    'The port opens in June, Example said. "We will open three new ports by spring," she told the '
    'council. "We will open no other," she added.\n\n'
    'Baker said the port "is not safe for ships yet". The money is there, he said. It was a long '
    "day.\n"
)
QUOTES = (
    "We will open three ports by spring",
    "We will open three new new ports by spring",
    "will open no ports",
    "nothing like this was ever printed",
    "[…] We will open three new ports",
    "We […] three new ports by spring",
    "We will […] by spring",
    "open three new ports […] We will open",
    "open no other […] open three new ports",
    "is not safe for ships yet […] three new ports by spring",
    "We will open three new ports […] is not safe for ships yet",
    "—",
    "We",
    "We will",
    "The port opens in June",
    "three new ports by spring, she told the council",
    "We will open three new ports by spring, she told the council. We will open no other",
    "The money is there",
    "is not safe for ships yet",
)


@pytest.mark.parametrize("at_hand", [False, True], ids=["captured", "at-hand"])
def test_every_kind_of_wrong_quotation_is_told_in_the_same_words(
    at_hand: bool, golden: Golden
) -> None:
    said = []
    for quote in QUOTES:
        fact = builders.fact(quote=json.dumps(quote, ensure_ascii=False), paragraph="1")
        content = {"content/facts/a.yaml": builders.article(fact)}
        if at_hand:
            content["seeds/a.txt"] = TEXT
        found = builders.checked(content, text=TEXT).problems
        told = [one for one in found if one.code.startswith(("quote", "wrong-paragraph"))]
        said.append(f"{quote}\n")
        said += [f"    {one.code}: {one.message}\n    {one.help}\n" for one in told]
    golden(GOLDEN / f"quotations-{'at-hand' if at_hand else 'captured'}.txt", "".join(said))
