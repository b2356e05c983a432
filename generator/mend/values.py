"""Numbers of paragraphs and marks inside quotations, mended where the check knows better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.problem import Place, Problem
from generator.validate.rules import RENAME

_PARAGRAPH = re.compile(r"Change to: paragraph: (\d+)")
_RENAME = re.compile(re.escape(RENAME).replace(r"\{\}", "([a-z_]+)"))
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'"})
_AROUND = {"“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‘": "’"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text for the value or the key at a place, and the sentence that says so."""

    place: Place
    text: str
    note: str


def paragraph_edits(problems: Iterable[Problem]) -> list[Edit]:
    """The right numbers, for problems that know them."""
    found = ((problem, _PARAGRAPH.fullmatch(problem.help)) for problem in problems)
    return [
        Edit(problem.place, match[1], f"line {problem.place.line}: paragraph is {match[1]} now")
        for problem, match in found
        if match
    ]


def field_edits(problems: Iterable[Problem]) -> list[Edit]:
    """The newer names of fields, for problems at their older ones."""
    found = ((problem, _RENAME.fullmatch(problem.help)) for problem in problems)
    return [
        Edit(problem.place, match[1], f"line {problem.place.line}: the field is {match[1]} now")
        for problem, match in found
        if match and problem.code == "old-field"
    ]


def mark_edit(quote: str, place: Place) -> Edit | None:
    """A quotation with straight marks and none around it, None where it has no others."""
    said = straightened(quote)
    if said == quote:
        return None
    return Edit(place, said, f"line {place.line}: marks of the quotation are straight now")


def straightened(quote: str) -> str:
    """The quotation's words, its marks straight; marks around the whole of it are taken off."""
    inner = quote[1:-1]
    around = _AROUND.get(quote[:1], "")
    if inner.strip() and quote[-1:] in around and around and not set(inner) & {quote[0], quote[-1]}:
        quote = inner
    return quote.translate(_STRAIGHT)
