"""A quotation that is not in the article -> the word at which the two part, in plain words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from factsheets.quotes.capture import RUN
from factsheets.quotes.match import Index, Piece

_LOOK = 8  # how many words either side may have more than the other
_LONG = 400  # words of a quotation looked at; nobody quotes so much at once
_PLACES = 50  # repetitions of three words looked at
_DOTS = re.compile(r"\s*(?:\[\.{3}\]|\(\.{3}\)|\(…\)|\.{3}|(?<!\[)…(?!\]))\s*")
_COPIED = 200  # characters of a quotation shown to be copied
_SHOWN = 45  # words of the article shown at most


@dataclass(frozen=True, slots=True)
class _Run:
    """The longest stretch of a quotation that stands in the article."""

    start: int  # the first token of it in the quotation
    length: int
    paragraph: int
    token: int  # the same token in the paragraph


def advice(index: Index, piece: Piece, stated: int | None) -> str:
    """Where the piece and the article part, and what to write.

    With the text at hand the article's own words are named; with the hashes alone only how far
    the words agree can be known.
    """
    run = _longest(index, piece, stated)
    if index.words is None:
        return _from_hashes(piece, run)
    return _from_text(index, piece, run)


def almost(index: Index, quote: str) -> str:
    """What to write where one small thing keeps a quotation from being found; else nothing.

    A capital that begins our sentence, or dots for words that are left out.
    """
    swapped = quote[:1].swapcase() + quote[1:]
    if swapped != quote and (runs := index.pieces(swapped)) and index.standings(runs):
        size = "small" if swapped[:1].islower() else "capital"
        return f'The article has a {size} letter at the beginning. Write: "{_cut(swapped)}"'
    left_out = _DOTS.sub(" […] ", quote.strip(" .…"))
    if left_out != quote and (runs := index.pieces(left_out)) and index.standings(runs):
        return f'Where words are left out, write " […] ": "{_cut(left_out)}"'
    return ""


def _cut(quote: str) -> str:
    return quote if len(quote) <= _COPIED else quote[: _COPIED - 1] + "…"


def _longest(index: Index, piece: Piece, stated: int | None) -> _Run | None:
    """The run from the piece's beginning if there is one, else the longest, the first of these."""
    best: _Run | None = None
    rank = (False, 0, False)
    count = piece.count
    for start in range(min(count, _LONG)):
        if best and (best.start == 0 or start <= best.start + best.length - RUN):
            continue  # within the run already known
        for at in islice(index.search(piece.hash(start)), _PLACES):
            length = 1
            while start + length < count and piece.hash(start + length) == index.hash(at + length):
                length += 1
            index.spend(length)
            number, token = index.token(at)
            this = (start == 0, length, number == stated)
            if this > rank:
                rank, best = this, _Run(start, length + RUN - 1, number, token)
    return best


def _from_hashes(piece: Piece, run: _Run | None) -> str:
    if run is None:
        return "No three words in a row of it stand in the article. Copy the article's words."
    if run.start == 0:
        parting = piece.words[run.length]
        return (
            f"The first {run.length} words stand in paragraph {run.paragraph}; "
            f'they part at "{parting}". Copy the article\'s words.'
        )
    first, before = piece.words[run.start], piece.words[run.start - 1]
    return (
        f'{run.length} words from "{first}" on stand in paragraph {run.paragraph}; '
        f'they part before that, at "{before}". Copy the article\'s words.'
    )


def _from_text(index: Index, piece: Piece, run: _Run | None) -> str:
    if run is None:
        return _nearest(index, piece)
    line = (index.words or [])[run.paragraph - 1]
    if run.start == 0:
        ours, theirs = piece.words[run.length :], line[run.token + run.length :]
        extra, missing = _resumed(ours, theirs)
        at = run.token + run.length
        shown = (at, at + missing) if missing else (at - 1, at + 1)
    else:
        ours, theirs = piece.words[: run.start][::-1], line[: run.token][::-1]
        extra, missing = _resumed(ours, theirs)
        at = run.token
        shown = (at - missing, at) if missing else (at - 1, at + 1)
    if missing and not extra:  # the quotation leaves words out: show them with a neighbour
        shown = (shown[0], shown[1] + 1) if run.start == 0 else (shown[0] - 1, shown[1])
    here = _printed(index, run.paragraph, max(shown[0], 0), min(shown[1], len(line)))
    if missing == 0 and extra:
        added = ours[:extra] if run.start == 0 else ours[:extra][::-1]
        return (
            f'Paragraph {run.paragraph} has "{here}", without "{" ".join(added)}". '
            "Copy the article's words."
        )
    return f'Paragraph {run.paragraph} has "{here}". Copy the article\'s words.'


def _resumed(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """After how many words of either side the two agree again; (1, 1) if they do not soon."""
    steps = sorted(
        ((i, j) for i in range(_LOOK) for j in range(_LOOK) if i or j),
        key=lambda step: (sum(step), abs(step[0] - step[1])),
    )
    for i, j in steps:
        tail = ours[i : i + 2]
        if tail and tail == theirs[j : j + 2][: len(tail)]:
            return i, j
    return 1, min(1, len(theirs))


def _nearest(index: Index, piece: Piece) -> str:
    """The stretch of the article, as long as the quotation, that shares most words with it."""
    wanted = Counter(word.casefold() for word in piece.words)
    length = min(len(piece.words), _SHOWN)
    best = (0, 0, 0)
    index.spend(sum(map(len, index.words or ())))
    for number, line in enumerate(index.words or [], 1):
        spare = wanted.copy()
        shared = 0
        for at, word in enumerate(line):
            shared += spare[word.casefold()] > 0
            spare[word.casefold()] -= 1
            if at >= length:
                gone = line[at - length].casefold()
                spare[gone] += 1
                shared -= spare[gone] > 0
            if shared > best[0]:
                best = (shared, number, max(at - length + 1, 0))
    shared, number, start = best
    if shared * 2 < length:
        return "Nothing like it stands in the article. Copy the article's words."
    line = (index.words or [])[number - 1]
    end = min(start + length, len(line))
    while line[start].casefold() not in wanted:
        start += 1
    while line[end - 1].casefold() not in wanted:
        end -= 1
    here = _printed(index, number, start, end)
    return f'Nearest, in paragraph {number}: "{here}". Copy the article\'s words.'


def _printed(index: Index, number: int, start: int, end: int) -> str:
    """These tokens as the article prints them, with what stands between."""
    line = (index.lines or [])[number - 1]
    places = index.form.offsets(line)
    if start >= end or end > len(places):
        return ""
    return line[places[start][0] : places[end - 1][1]]
