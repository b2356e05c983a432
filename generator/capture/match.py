"""A quotation -> where it stands in a capture: paragraph, tokens, inside quotation marks or not.

Rule 5 of captures. What is published as found is decided here and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.capture.make import DIGITS, RUN, Capture, shingles
from generator.capture.tokens import paragraphs, tokens, words

_GAP = re.compile(r"\[(?:\u2026|\.\.\.|\. \. \.)\]")
_BRACKETS = re.compile(r"[\[\]{}\uff3b\uff3d]|\((?:\u2026|\.\.\.)\)")
_EIGHT = re.compile(f".{{{DIGITS}}}")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quotation stands: the paragraph (from 1) and the tokens of each of its pieces.

    `inside` is true where every piece lies within quotation marks of the article.
    """

    paragraph: int
    ranges: tuple[Range, ...]
    inside: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation that leaves nothing out, with the hashes of its tokens."""

    words: list[str]
    hashes: list[str]


def pieces(quote: str) -> tuple[Piece, ...] | None:
    """The quotation's runs, parted at ` […] `; None where it has other brackets.

    None also where […] stands at the beginning or the end, for nothing is left out there.
    """
    parts = _GAP.split(quote)
    if any(_BRACKETS.search(part) for part in parts):
        return None
    found = tuple(Piece(part, shingles(part)) for part in map(tokens, parts))
    if len(found) > 1 and not all(piece.words for piece in found):
        return None
    return found


class Index:
    """A capture made ready for many questions; the text too, where it is at hand.

    The hashes of all paragraphs stand in one row, an empty one after each paragraph, so that no
    run crosses from one into the next.
    """

    __slots__ = ("_first", "_repeats", "_row", "_starts", "_words", "capture", "lines")

    def __init__(self, capture: Capture, text: str | None = None) -> None:
        """Index `capture`; `text` must be the text that it was made of."""
        self.capture = capture
        self.lines = None if text is None else paragraphs(text)
        self._words: list[list[str]] | None = None
        self._row: list[str] = []
        self._starts: list[int] = []
        for paragraph in capture.paragraphs:
            self._starts.append(len(self._row))
            self._row += _EIGHT.findall(paragraph.shingles)
            self._row.append("")
        last = len(self._row) - 1
        # Read backwards, the first place of each hash is the one that stays.
        self._first = dict(zip(reversed(self._row), range(last, -1, -1), strict=True))
        self._repeats = len(self._first) + len(self._starts) <= len(self._row)

    @property
    def words(self) -> list[list[str]] | None:
        """The text's tokens by paragraph, None where the text is not at hand."""
        if self._words is None and self.lines is not None:
            self._words = [words(line) for line in self.lines]
        return self._words

    def places(self, one: str) -> Iterator[int]:
        """Each place of a hash in the row, in order."""
        at = self._first.get(one)
        if at is None or not one:
            return
        yield at
        while self._repeats:
            try:
                at = self._row.index(one, at + 1)
            except ValueError:
                return
            yield at

    def stands(self, at: int, hashes: Sequence[str]) -> bool:
        """Do these hashes stand in a row from this place on?"""
        return self._row[at : at + len(hashes)] == hashes

    def hash_at(self, at: int) -> str:
        """The hash at a place of the row, empty between paragraphs and beyond the ends."""
        return self._row[at] if 0 <= at < len(self._row) else ""

    def token(self, at: int) -> Range:
        """The paragraph (from 1) and token at a place of the row."""
        number = bisect_right(self._starts, at)
        return number, at - self._starts[number - 1]

    def inside(self, number: int, tokens: Range) -> bool:
        """Do these tokens of a paragraph lie within one pair of quotation marks?"""
        marks = self.capture.paragraphs[number - 1].marks
        at = bisect_right(marks, (tokens[0], len(self._row) + RUN)) - 1
        return at >= 0 and tokens[1] <= marks[at][1]

    def standings(self, quote: Sequence[Piece]) -> list[Standing]:
        """Each paragraph in which the quotation stands, the pieces in their order.

        Within a paragraph, a standing inside quotation marks is preferred. Pieces under three
        tokens are found only where the text is at hand.
        """
        ranges = [self._ranges(piece) for piece in quote]
        if len(ranges) == 1:
            return self._best(ranges[0])
        common = set.intersection(*(set(found) for found in ranges))
        every = (self._standing(n, [found[n] for found in ranges]) for n in sorted(common))
        return [standing for standing in every if standing]

    def _best(self, found: dict[int, list[Range]]) -> list[Standing]:
        every = (self._standing(number, [found[number]]) for number in found)
        return [standing for standing in every if standing]

    def _ranges(self, piece: Piece) -> dict[int, list[Range]]:
        """Paragraph -> the ranges of its tokens that are the piece."""
        found: dict[int, list[Range]] = {}
        length = len(piece.words)
        if not piece.hashes:
            return self._short(piece.words)
        for at in self.places(piece.hashes[0]):
            if self.stands(at, piece.hashes):
                number, token = self.token(at)
                found.setdefault(number, []).append((token, token + length))
        return found

    def _short(self, run: list[str]) -> dict[int, list[Range]]:
        length = len(run)
        if not run or self.words is None:
            return {}
        found = {
            number: [
                (at, at + length)
                for at in range(len(line) - length + 1)
                if line[at : at + length] == run
            ]
            for number, line in enumerate(self.words, 1)
        }
        return {number: ranges for number, ranges in found.items() if ranges}

    def _standing(self, number: int, choices: list[list[Range]]) -> Standing | None:
        marked = [[one for one in ranges if self.inside(number, one)] for ranges in choices]
        chain = _in_order(marked)
        if chain:
            return Standing(number, chain, inside=True)
        chain = _in_order(choices)
        return Standing(number, chain, inside=False) if chain else None


def _in_order(choices: list[list[Range]]) -> tuple[Range, ...] | None:
    """One range of each list, none beginning before the last has ended; None if there is none."""
    chain: list[Range] = []
    behind = 0
    for ranges in choices:
        following = next((one for one in ranges if one[0] >= behind), None)
        if following is None:
            return None
        chain.append(following)
        behind = following[1]
    return tuple(chain)
