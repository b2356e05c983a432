"""One piece of evidence and the article it cites -> what was found, and what to mend."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import RUN, shingles
from factsheets.quotes.evidence import Evidence, Finding, Path
from factsheets.quotes.match import Index, Piece, Range, Standing
from factsheets.quotes.nearest import advice, almost

# Words that stand in an article, but not for certain as the speaker's -> what to do about it.

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


@dataclass(frozen=True, slots=True)
class Looked:
    """A finding with the standings that it rests on, in the order of the quotations found."""

    finding: Finding
    standings: tuple[Standing, ...]
    problems: tuple[Problem, ...]


def looked_up(index: Index, evidence: Evidence, place: Callable[[Path], Place]) -> Looked:
    """Each quotation of the evidence looked up in the article."""
    quotes = [index.pieces(quote) for quote in evidence.quotes]
    good = [one for runs in quotes if runs and (one := index.standing(runs, evidence.paragraph))]
    inside = all(one.inside and not is_unclear(one, evidence) for one in good)
    if len(good) == len(quotes) and (inside or not evidence.spoken):
        labels = any(one.by_label for one in good)
        found = Finding("found", inside, evidence.paragraph, by_label=labels)
        return Looked(found, tuple(good), ())
    return _looked_closer(index, evidence, quotes, place)


def _looked_closer(
    index: Index,
    evidence: Evidence,
    quotes: list[tuple[Piece, ...] | None],
    place: Callable[[Path], Place],
) -> Looked:
    problems: list[Problem] = []
    found: list[tuple[int, list[Standing]]] = []
    for number, runs in enumerate(quotes):
        standings = index.standings(runs) if runs else []
        if standings:
            found.append((number, standings))
        else:
            where = place(evidence.quote_path(number))
            problems.append(_missing(index, runs, (evidence, number), where))
    paragraph = _paragraph(evidence, found)
    chosen = [_chosen(standings, paragraph) for _, standings in found]
    wrong = _wrong_paragraphs(evidence, found, chosen, place)
    placed = Placed(index, evidence, [number for number, _ in found], chosen, place)
    problems += wrong or unclear_or_outside(placed)
    whole = len(found) == len(evidence.quotes)
    inside = whole and all(standing.inside for standing in chosen)
    finding = Finding(
        _check(index, evidence, chosen) if whole else "not-found",
        inside,
        paragraph,
        by_label=any(one.by_label for one in chosen),
    )
    return Looked(finding, tuple(chosen), tuple(problems))


def _check(
    index: Index, evidence: Evidence, chosen: list[Standing]
) -> Literal["found", "unclear", "judged"]:
    """Whether words that stand in the article are the speaker's."""
    if not evidence.spoken or not any(is_unclear(one, evidence) for one in chosen):
        return "found"
    return "judged" if is_read(index, evidence) else "unclear"


def _paragraph(evidence: Evidence, found: list[tuple[int, list[Standing]]]) -> int | None:
    """Where the quotations stand: the stated paragraph if any does, else one that has most."""
    every = [standing for _, standings in found for standing in standings]
    if not every or any(standing.paragraph == evidence.paragraph for standing in every):
        return evidence.paragraph
    score = {one.paragraph: [0, 0, -one.paragraph] for one in every}
    for one in every:
        score[one.paragraph][0] += 1
        score[one.paragraph][1] += one.inside
    return max(score, key=lambda number: score[number])


def _chosen(standings: list[Standing], paragraph: int | None) -> Standing:
    """The standing in this paragraph; where there is none, the first, one inside marks before."""
    return min(standings, key=lambda one: (one.paragraph != paragraph, not one.inside))


def _wrong_paragraphs(
    evidence: Evidence,
    found: list[tuple[int, list[Standing]]],
    chosen: list[Standing],
    place: Callable[[Path], Place],
) -> list[Problem]:
    stated = evidence.paragraph
    if stated is None:
        return []
    problems = []
    together = len({one.paragraph for one in chosen}) == 1
    for (number, _), one in zip(found, chosen, strict=True):
        if one.paragraph == stated:
            continue
        message = f"This quote is in paragraph {one.paragraph}, not {stated}."
        if together:
            where, help_ = "paragraph", f"Change to: paragraph: {one.paragraph}"
            problems.append(
                Problem("wrong-paragraph", message, place((*evidence.path, where)), help_)
            )
            break
        help_ = f"Move it: also: [{{paragraph: {one.paragraph}, quote: …}}]"
        where_quote = place(evidence.quote_path(number))
        problems.append(Problem("wrong-paragraph", message, where_quote, help_))
    return problems


def _missing(
    index: Index, runs: tuple[Piece, ...] | None, which: tuple[Evidence, int], where: Place
) -> Problem:
    """Why a quotation was not found: the first cause only; `which` of the evidence's quotations."""
    evidence, number = which
    if runs is None:
        return Problem(
            "quote-altered",
            "This quote has brackets, so it is not the article's words alone.",
            where,
            "Leave the brackets and what is in them out. Where words are left out in the middle, "
            'write " […] ": at least three words before it and three after.',
        )
    short = min(runs, key=lambda run: len(run.words))
    if len(short.words) < RUN and (index.words is None or not short.words):
        return _too_short(short, runs, where)
    quote = evidence.quotes[number]
    if len(runs) == 1 and (parts := goes_on(index, quote)):
        return Problem(
            "quote-continues",
            f"This quote begins in paragraph {parts.paragraph} and continues in the next.",
            where,
            f"Keep the first part: {in_quotes(parts.first)}. Put the rest on a line below: "
            f"{parts.also(evidence)}",
        )
    if (kind := index.skipped(runs)) is not None:
        return Problem(
            "quote-not-found",
            f"This quote is in a {kind} of the article, which is not counted as a paragraph.",
            where,
            "Quote the article's paragraphs. A headline can be recorded: title.",
        )
    near = f"In {evidence.article}: " if evidence.article else ""
    apart = next((run for run in runs if not index.standings((run,))), None)
    if apart is None:
        near += _in_parts(index, runs)
    else:
        near += almost(index, quote) or advice(index, apart, evidence.paragraph)
    return Problem("quote-not-found", "This quote is not in the article.", where, near)


def _in_parts(index: Index, runs: tuple[Piece, ...]) -> str:
    """What to do with parts that stand in the article, but not in their order in a paragraph."""
    first = [index.standings((run,))[0].paragraph for run in runs]
    together = set.intersection(
        *({one.paragraph for one in index.standings((run,))} for run in runs)
    )
    if together:
        return (
            "Each part stands there, but not one after the other as here. "
            "Quote them as a list of texts."
        )
    numbers = " and ".join(map(str, dict.fromkeys(first)))
    return (
        f"Its parts stand in paragraphs {numbers}, and a quote lies in one. Keep the first part, "
        f"and put the other into a line below: also: [{{paragraph: {first[-1]}, quote: …}}]"
    )


def _too_short(short: Piece, runs: tuple[Piece, ...], where: Place) -> Problem:
    count = len(short.words)
    what = "This quote" if len(runs) == 1 else "A part of this quote"
    amount = ("no word", "one word", "two words")[count]
    return Problem(
        "quote-too-short",
        f"{what} has {amount}. Fewer than three cannot be checked.",
        where,
        "Quote at least three words in a row, or leave the quote out and say it in your own words.",
    )
