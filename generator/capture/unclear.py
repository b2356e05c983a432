"""Words that stand in an article, but not for certain as the speaker's -> what to do about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.capture.evidence import Evidence, Path
from generator.capture.make import RUN, shingles
from generator.capture.match import Index, Range, Standing
from generator.problem import Place, Problem

_LONG = 200  # words of a quotation that is looked up in two paragraphs


@dataclass(frozen=True, slots=True)
class Placed:
    """The quotations of a piece of evidence that were found: by number, and where they stand."""

    index: Index
    evidence: Evidence
    numbers: Sequence[int]
    standings: Sequence[Standing]
    place: Callable[[Path], Place]


def is_others(standing: Standing, evidence: Evidence) -> bool:
    """Whether the article names somebody else as the speaker of these words."""
    return bool(evidence.names) and not standing.named <= evidence.names


def is_unclear(standing: Standing, evidence: Evidence) -> bool:
    """Whether these words may be somebody else's.

    A label proves the words of a person; "Germany: …" may as well be a heading.
    """
    heading = standing.labelled and not evidence.person
    return standing.unclear or heading or is_others(standing, evidence)


def is_read(index: Index, evidence: Evidence) -> bool:
    """Whether somebody read what is unclear there, in the text of this capture."""
    return evidence.reading is not None and evidence.reading.sha256 == index.capture.sha256


def unclear_or_outside(placed: Placed) -> Iterator[Problem]:
    """What is to be said of words that are not for certain the speaker's."""
    evidence = placed.evidence
    if not evidence.spoken:
        return
    for number, one in zip(placed.numbers, placed.standings, strict=True):
        where = placed.place(evidence.quote_path(number))
        if is_unclear(one, evidence):
            if not is_read(placed.index, evidence):
                yield _unclear(placed, number, one, where)
        elif not one.inside:
            yield Problem(
                "quote-not-in-marks",
                f"These words stand in paragraph {one.paragraph}, but not inside its quotation "
                "marks.",
                where,
                _marked_part(placed.index, evidence.quotes[number], one),
            )


def _unclear(placed: Placed, number: int, one: Standing, where: Place) -> Problem:
    index, evidence = placed.index, placed.evidence
    entry = f"marks: {{read_as: quoted, by: NAME, date: DATE, sha256: {index.capture.sha256}}}"
    record = f"write below the quote, with your name and the day: {entry}"
    if evidence.reading:
        record = f"the reading by {evidence.reading.by} is of another capture and void; {record}"
    if is_others(one, evidence) and not one.unclear:
        return Problem(
            "other-speaker",
            f"In paragraph {one.paragraph} the article attributes these words to a name that is "
            "none of the recorded speaker's.",
            where,
            "Correct the speaker. If it is another spelling, add it to the speaker's other_names. "
            f"If these are the recorded speaker's words nevertheless, {record}. Until then they "
            "are not shown as quoted.",
            "warning",
        )
    certain = _inside(index, evidence.quotes[number], one)
    only = f"only {_listed(certain)} is" if certain else "none of it is"
    keep = (
        f"keep only what is certain: quote: {_yaml(certain)}" if certain else "leave the quote out"
    )
    return Problem(
        "marks-unclear",
        f"In paragraph {one.paragraph} it is unclear whether these words are in quotation marks.",
        where,
        f"In one reading all of it is quoted, in another {only}. Read the paragraph. If all of it "
        f"is the speaker's, {record}. If not, {keep}.",
    )


def _marked_part(index: Index, quote: str, standing: Standing) -> str:
    """What of the quotation lies inside quotation marks, ready to copy."""
    parts = _inside(index, quote, standing)
    if parts:
        return f"Only this is inside them: quote: {_yaml(parts)}"
    return (
        "They are the article's own words: leave the quote out, and keep the paragraph. "
        "If the publisher itself says it, leave the speaker out."
    )


def _inside(index: Index, quote: str, standing: Standing) -> list[str]:
    """The parts of a quotation that are inside quotation marks and long enough to be one."""
    (start, end), *others = standing.ranges
    if others:
        return []
    found = []
    for first, last in index.capture.paragraphs[standing.paragraph - 1].marks:
        low, high = max(first, start) - start, min(last, end) - start
        if high - low >= RUN:
            found.append(_part(index, quote, (low, high)))
    return found


def _part(index: Index, quote: str, tokens: Range) -> str:
    """These tokens of a quotation, as it is written."""
    clean = index.form.cleaned(quote)
    at = index.form.offsets(clean)
    return clean[at[tokens[0]][0] : at[tokens[1] - 1][1]]


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(map(in_quotes, parts))


def _yaml(parts: Sequence[str]) -> str:
    """One text or a list of texts, as a value of YAML."""
    return in_quotes(parts[0]) if len(parts) == 1 else f"[{', '.join(map(in_quotes, parts))}]"


def in_quotes(text: str) -> str:
    """A text in double quotes, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """A quotation that goes on in the next paragraph: the paragraph in which it begins."""

    paragraph: int
    first: str
    second: str

    def also(self, evidence: Evidence) -> str:
        """The entry for the second part."""
        article = f"article: {evidence.article}, " if evidence.article else ""
        return (
            f"also: [{{{article}paragraph: {self.paragraph + 1}, quote: {in_quotes(self.second)}}}]"
        )


def goes_on(index: Index, quote: str) -> Parts | None:
    """The parts of a quotation that ends one paragraph and begins the next."""
    words = index.form.tokens(quote)
    if len(words) > _LONG:
        return None
    paragraphs = index.capture.paragraphs
    index.spend(len(words) * len(paragraphs))
    for length in range(RUN, len(words) - RUN + 1):
        head, tail = shingles(words[:length]), shingles(words[length:])
        for number in range(1, len(paragraphs)):
            one, other = paragraphs[number - 1], paragraphs[number]
            if one.shingles[-len(head) :] == head and other.shingles[: len(tail)] == tail:
                first = _part(index, quote, (0, length))
                return Parts(number, first, _part(index, quote, (length, len(words))))
    return None
