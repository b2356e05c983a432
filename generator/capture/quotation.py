"""One piece of evidence and the article it cites -> what was found, and what to mend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.capture.evidence import Evidence, Finding, Path
from generator.capture.make import RUN
from generator.capture.match import Index, Piece, Standing
from generator.capture.nearest import advice, almost
from generator.capture.unclear import (
    Placed,
    goes_on,
    in_quotes,
    is_read,
    is_unclear,
    unclear_or_outside,
)
from generator.problem import Place, Problem


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
