"""Check one piece of evidence: whether the article contains its quotations, and where."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factsheets.content.records import Reading
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import RUN
from factsheets.quotes.match import Fragment, Index, Match
from factsheets.quotes.suggestions import (
    Divided,
    difference,
    divided,
    in_quotes,
    marked_parts,
    quote_line,
    rearranged,
    small_change,
)

Path = tuple[str | int, ...]
FileLocator = Callable[[Path], Place]
"""Maps the path of a value in one file to its place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The citation of a fact: quotations, their stated paragraph, and where this is written.

    `spoken` is true if somebody other than the publisher is quoted; `names` has the hashes of the
    speaker's names, and `person` is true for a person. `article` is the cited article if it is not
    the file's own. `reading` is how a person read an unclear paragraph.
    """

    quotes: tuple[str, ...]
    paragraph: int | None
    spoken: bool
    path: Path
    article: str | None = None
    names: frozenset[str] = frozenset()
    person: bool = True
    reading: Reading | None = None

    def quote_path(self, number: int) -> Path:
        """Where one of the quotations is written."""
        path = (*self.path, "quote")
        return (*path, number) if len(self.quotes) > 1 else path


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking a piece of evidence.

    `check` is `found` only if all its quotations are, `inside_marks` only if all of them are inside
    the article's quotation marks. `unclear`: they are in the article, but whether they are the
    speaker's words can be read in several ways; `judged`: a person read it. `paragraph` is where
    they are, else the stated one. `gone_since` is set if only an earlier text of the article has
    them: the day on which the text without them was captured.
    """

    check: Literal["found", "not-found", "not-captured", "unclear", "judged"]
    inside_marks: bool
    paragraph: int | None
    gone_since: datetime.date | None = None
    by_label: bool = False


Findings = Mapping[tuple[str, int], Finding]
"""Findings by fact id and number of the piece of evidence: 0 is the fact's own."""


@dataclass(frozen=True, slots=True)
class Result:
    """A finding, the matches of the quotations found, and the problems."""

    finding: Finding
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def check_evidence(index: Index, evidence: Evidence, place: FileLocator) -> Result:
    """Find each quotation of a piece of evidence in the article that it cites."""
    problems: list[Problem] = []
    found: dict[int, list[Match]] = {}  # by number of the quotation
    for number, quote in enumerate(evidence.quotes):
        parts = index.fragments(quote)
        if matches := index.find(parts or ()):
            found[number] = matches
        else:
            problems.append(_missing(index, evidence, number, parts, place))
    paragraph = _paragraph(evidence, found)
    chosen = {
        number: min(matches, key=lambda match: (match.paragraph != paragraph, not match.inside))
        for number, matches in found.items()
    }
    problems += _wrong_paragraphs(evidence, chosen, place) or _not_the_speakers(
        index, evidence, chosen, place
    )
    complete = len(found) == len(evidence.quotes)
    finding = Finding(
        _check(index, evidence, chosen) if complete else "not-found",
        complete and all(match.inside for match in chosen.values()),
        paragraph,
        by_label=any(match.by_label for match in chosen.values()),
    )
    return Result(finding, tuple(chosen.values()), tuple(problems))


def _paragraph(evidence: Evidence, found: Mapping[int, Sequence[Match]]) -> int | None:
    """The paragraph of the quotations: the stated one if it has any, else the one with most."""
    every = [match for matches in found.values() for match in matches]
    if not every or any(match.paragraph == evidence.paragraph for match in every):
        return evidence.paragraph
    scores = {match.paragraph: [0, 0, -match.paragraph] for match in every}
    for match in every:
        scores[match.paragraph][0] += 1
        scores[match.paragraph][1] += match.inside
    return max(scores, key=lambda number: scores[number])


def _check(
    index: Index, evidence: Evidence, chosen: Mapping[int, Match]
) -> Literal["found", "unclear", "judged"]:
    """Whether words in the article are the speaker's."""
    unclear = any(_is_unclear(match, evidence) for match in chosen.values())
    if not evidence.spoken or not unclear:
        return "found"
    return "judged" if _is_read(index, evidence) else "unclear"


def _is_unclear(match: Match, evidence: Evidence) -> bool:
    """Whether the words may be somebody else's.

    A label proves the words of a person only: "Germany: …" may be a heading.
    """
    heading = match.labelled and not evidence.person
    return match.unclear or heading or _is_of_another(match, evidence)


def _is_of_another(match: Match, evidence: Evidence) -> bool:
    """Whether the article names somebody else as the speaker."""
    return bool(evidence.names) and not match.named <= evidence.names


def _is_read(index: Index, evidence: Evidence) -> bool:
    """Whether a person has read an unclear paragraph, in the text of this capture."""
    return evidence.reading is not None and evidence.reading.sha256 == index.capture.sha256


def _wrong_paragraphs(
    evidence: Evidence, chosen: Mapping[int, Match], place: FileLocator
) -> list[Problem]:
    stated = evidence.paragraph
    if stated is None:
        return []
    together = len({match.paragraph for match in chosen.values()}) == 1
    problems = []
    for number, match in chosen.items():
        if match.paragraph == stated:
            continue
        if together:
            where: Path = (*evidence.path, "paragraph")
            advice = f"Change to: paragraph: {match.paragraph}"
        else:
            where = evidence.quote_path(number)
            advice = f"Move it: also: [{{paragraph: {match.paragraph}, quote: …}}]"
        message = f"This quote is in paragraph {match.paragraph}, not {stated}."
        problems.append(Problem("wrong-paragraph", message, place(where), advice))
        if together:
            break  # one edit corrects all
    return problems


def _not_the_speakers(
    index: Index, evidence: Evidence, chosen: Mapping[int, Match], place: FileLocator
) -> Iterator[Problem]:
    """The problems of words that are not certainly the speaker's."""
    if not evidence.spoken:
        return
    for number, match in chosen.items():
        unclear = _is_unclear(match, evidence)
        if _is_read(index, evidence) if unclear else match.inside:
            continue
        where = place(evidence.quote_path(number))
        parts = marked_parts(index, evidence.quotes[number], match)
        if not unclear:
            yield _not_in_marks(match, parts, where)
            continue
        record = (
            "add below the quote, with your name and the date: marks: {read_as: quoted, "
            f"by: NAME, date: DATE, sha256: {index.capture.sha256}}}"
        )
        if evidence.reading:
            by = evidence.reading.by
            record = f"the reading by {by} is of another capture, so it does not count; {record}"
        if _is_of_another(match, evidence) and not match.unclear:
            yield _other_speaker(match, record, where)
        else:
            yield _unclear(match, parts, record, where)


def _not_in_marks(match: Match, parts: Sequence[str], where: Place) -> Problem:
    advice = (
        "They are the article's own words: delete the quote and keep the paragraph. If the "
        "publisher itself says it, delete the speaker."
    )
    return Problem(
        "quote-not-in-marks",
        f"These words are in paragraph {match.paragraph}, but not inside its quotation marks.",
        where,
        f"Only this is inside them: {quote_line(parts)}" if parts else advice,
    )


def _other_speaker(match: Match, record: str, where: Place) -> Problem:
    return Problem(
        "other-speaker",
        f"In paragraph {match.paragraph} the article attributes these words to a name that is not "
        "one of the recorded speaker's.",
        where,
        "Correct the speaker. If the name is another spelling, add it to the speaker's "
        f"other_names. If the words are the recorded speaker's after all, {record}. Until then "
        "they are not shown as quoted.",
        "warning",
    )


def _unclear(match: Match, parts: Sequence[str], record: str, where: Place) -> Problem:
    only, keep = "none of it is", "delete the quote"
    if parts:
        only = f"only {' and '.join(map(in_quotes, parts))} is"
        keep = f"keep only what is certain: {quote_line(parts)}"
    return Problem(
        "marks-unclear",
        f"In paragraph {match.paragraph} it is unclear whether these words are in quotation marks.",
        where,
        f"In one reading all of it is quoted, in another {only}. Read the paragraph. If all of it "
        f"is the speaker's, {record}. If not, {keep}.",
    )


def _missing(
    index: Index,
    evidence: Evidence,
    number: int,
    parts: tuple[Fragment, ...] | None,
    place: FileLocator,
) -> Problem:
    """Why a quotation was not found: only the first cause."""
    where, quote = place(evidence.quote_path(number)), evidence.quotes[number]
    if parts is None:
        return Problem(
            "quote-altered",
            "This quote has brackets, so it contains words that are not the article's.",
            where,
            "Delete the brackets and what is in them. To leave out words in the middle, "
            'write " […] ": at least three words before it and three after.',
        )
    shortest = min(len(part.tokens) for part in parts)
    if shortest < RUN and (index.words is None or not shortest):
        return _too_short(shortest, parts, where)
    if len(parts) == 1 and (found := divided(index, quote)):
        return _continues(found, evidence, where)
    if (kind := index.skipped_kind(parts)) is not None:
        return Problem(
            "quote-not-found",
            f"This quote is in a {kind} of the article, which does not count as a paragraph.",
            where,
            "Quote the article's paragraphs. To record a headline, use title.",
        )
    missing = next((part for part in parts if not index.find((part,))), None)
    if missing is None:
        advice = rearranged(index, parts)
    else:
        advice = small_change(index, quote) or difference(index, missing, evidence.paragraph)
    if evidence.article:
        advice = f"In {evidence.article}: {advice}"
    return Problem("quote-not-found", "This quote is not in the article.", where, advice)


def _too_short(shortest: int, parts: Sequence[Fragment], where: Place) -> Problem:
    what = "This quote" if len(parts) == 1 else "Part of this quote"
    amount = ("no word", "one word", "two words")[shortest]
    return Problem(
        "quote-too-short",
        f"{what} has {amount}. Fewer than three cannot be checked.",
        where,
        "Quote at least three words in a row, or delete the quote and use your own words.",
    )


def _continues(found: Divided, evidence: Evidence, where: Place) -> Problem:
    article = f"article: {evidence.article}, " if evidence.article else ""
    second = f"paragraph: {found.paragraph + 1}, quote: {in_quotes(found.second)}"
    return Problem(
        "quote-continues",
        f"This quote begins in paragraph {found.paragraph} and continues in the next.",
        where,
        f"Keep the first part: {in_quotes(found.first)}. Put the rest on a line below: "
        f"also: [{{{article}{second}}}]",
    )


def too_many_searches(what: str, where: Place) -> Problem:
    """The problem of words that were not checked because of `TooMuchError`."""
    return Problem(
        "quotes-not-looked-up",
        f"{what} not checked: it takes too long.",
        where,
        "Fix the problems above, then check again. If the article repeats the same words very "
        "often, quote more of them in a row, without […].",
    )
