"""A quotation -> where it stands in a capture: paragraph, tokens, inside quotation marks or not.

Rule 5 of captures. What is published as found is decided here and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from factsheets.quotes.capture import BYTES, RUN, Capture, paragraphs_in, shingles
from factsheets.quotes.tokens import FORM_2, FORMS, Form

_GAP = re.compile(r"\[(?:\u2026|\.\.\.|\. \. \.)\]")
_GAP_AT_END = re.compile(rf"^\s*{_GAP.pattern}|{_GAP.pattern}\W*$")
_BRACKETS = re.compile(r"[\[\]{}\uff3b\uff3d]|\((?:\u2026|\.\.\.)\)")
_BETWEEN = b"\0" * BYTES

PATIENCE = 1_000_000  # steps, of about a microsecond
_BYTES_A_STEP = 2_000  # that are searched

Range = tuple[int, int]


class TooMuchError(Exception):
    """To look up an article's quotations takes more steps than any honest article needs."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quotation stands: the paragraph (from 1) and the tokens of each of its pieces.

    `inside` is true where every piece lies within quotation marks of the article, or under a
    speaker's label. `unclear`: it does so in some readings only. `named` has the hashes of the
    names of whom the article names as the speaker; `labelled`: it stands under a
    label that bears one. `by_label`: a label or a dash gives it to a speaker, no marks.
    """

    paragraph: int
    ranges: tuple[Range, ...]
    inside: bool
    unclear: bool = False
    named: frozenset[str] = frozenset()
    labelled: bool = False
    by_label: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation that leaves nothing out, with the hashes of its tokens."""

    words: list[str]
    hashes: bytes

    @property
    def count(self) -> int:
        """How many hashes it has."""
        return len(self.hashes) // BYTES

    def hash(self, at: int) -> bytes:
        """One of its hashes."""
        return self.hashes[at * BYTES : (at + 1) * BYTES]


def pieces(quote: str, form: Form = FORM_2) -> tuple[Piece, ...] | None:
    """The quotation's runs, parted at ` […] `; None where it has other brackets.

    None also where […] stands at the beginning or the end, for nothing is left out there.
    """
    if not _BRACKETS.search(quote):
        run = form.tokens(quote)
        return (Piece(run, shingles(run)),)
    parts = _GAP.split(quote)
    if any(_BRACKETS.search(part) for part in parts):
        return None
    found = tuple(Piece(part, shingles(part)) for part in map(form.tokens, parts))
    if len(found) > 1 and not all(piece.words for piece in found):
        return None
    return found


class Index:
    """A capture made ready for many questions; the text too, where it is at hand.

    The hashes of all paragraphs stand in one row, zeros between one paragraph and the next. To
    find bytes in bytes is quicker than to make a table that is asked a few times.
    """

    __slots__ = ("_left", "_starts", "_words", "capture", "form", "lines", "row")

    def __init__(
        self, capture: Capture, text: str | None = None, *, patience: int = PATIENCE
    ) -> None:
        """Index `capture`; `text` must be the text that it was made of."""
        self.capture = capture
        self.form = FORMS[capture.form]
        self.lines = None if text is None else paragraphs_in(text, capture.form)
        self._words: list[list[str]] | None = None
        self._left = patience
        self.row = _BETWEEN.join([paragraph.shingles for paragraph in capture.paragraphs])
        self._starts: list[int] = []

    @property
    def words(self) -> list[list[str]] | None:
        """The text's tokens by paragraph, None where the text is not at hand."""
        if self._words is None and self.lines is not None:
            self._words = [self.form.words(line) for line in self.lines]
        return self._words

    def pieces(self, quote: str) -> tuple[Piece, ...] | None:
        """The quotation's runs (see `pieces`), by the rules of this capture.

        Brackets that stand in the article are the publisher's: all between them stands there, too.
        """
        if _BRACKETS.search(quote) and not _GAP_AT_END.search(quote):
            run = self.form.tokens(quote)
            whole = (Piece(run, shingles(run)),)
            if run and self.standings(whole):
                return whole
        return pieces(quote, self.form)

    def skipped(self, quote: Sequence[Piece]) -> str | None:
        """In which kind of line that has no number a quotation stands; None: in none."""
        found = (
            each.kind
            for each in self.capture.skipped
            if all(piece.hashes and piece.hashes in each.paragraph.shingles for piece in quote)
        )
        return next(found, None)

    def spend(self, steps: int) -> None:
        """Counts steps of a search, so that no text can make the check last; raises TooMuchError.

        A text that repeats itself has each quotation at thousands of places.
        """
        self._left -= steps
        if self._left < 0:
            raise TooMuchError

    def search(self, hashes: bytes) -> Iterator[int]:
        """As `places`, with each step counted."""
        self.spend(1 + len(self.row) // _BYTES_A_STEP)
        for at in self.places(hashes):
            self.spend(1)
            yield at

    def places(self, hashes: bytes) -> Iterator[int]:
        """Each place of the row from which on these hashes stand, in order."""
        at = self.row.find(hashes)
        while at >= 0:
            if at % BYTES == 0:
                yield at // BYTES
            at = self.row.find(hashes, at + 1)

    def hash(self, at: int) -> bytes:
        """The hash at a place of the row, zeros between paragraphs, nothing beyond the ends."""
        return self.row[at * BYTES : (at + 1) * BYTES] if at >= 0 else b""

    def token(self, at: int) -> Range:
        """The paragraph (from 1) and token at a place of the row."""
        if not self._starts:
            lengths = [
                len(paragraph.shingles) // BYTES + 1 for paragraph in self.capture.paragraphs
            ]
            self._starts = list(accumulate(lengths, initial=0))
        number = bisect_right(self._starts, at)
        return number, at - self._starts[number - 1]

    def inside(self, number: int, tokens: Range) -> bool:
        """Do these tokens of a paragraph lie within one pair of quotation marks, or a label?"""
        labels = self.capture.paragraphs[number - 1].labels
        return self._marked(number, tokens) or any(_within(tokens, each) for each, _ in labels)

    def _marked(self, number: int, tokens: Range) -> bool:
        marks = self.capture.paragraphs[number - 1].marks
        at = bisect_right(marks, (tokens[0], len(self.row) + RUN)) - 1
        return at >= 0 and tokens[1] <= marks[at][1]

    def _stand(self, number: int, ranges: tuple[Range, ...]) -> Standing:
        """What the article's marks, labels and names say of these tokens."""
        paragraph = self.capture.paragraphs[number - 1]
        inside = all(self.inside(number, each) for each in ranges)
        # Within marks a label says nothing of the speaker: it may be a dateline.
        bare = [each for each in ranges if not self._marked(number, each)]
        labels = _names(paragraph.labels, bare)
        perhaps = [*paragraph.marks, *paragraph.unclear]
        return Standing(
            number,
            ranges,
            inside,
            unclear=not inside and all(_covered(each, perhaps) for each in ranges),
            named=labels | _names(paragraph.named, ranges),
            labelled=bool(labels),
            by_label=inside and bool(bare),
        )

    def standing(self, quote: Sequence[Piece], number: int | None) -> Standing | None:
        """Where in this one paragraph the quotation stands; the common question, and the quick one.

        None also where `standings` has to be asked: for several pieces, and for short ones.
        """
        paragraphs = self.capture.paragraphs
        if len(quote) > 1 or not quote[0].hashes or not number or number > len(paragraphs):
            return None
        piece = quote[0]
        row = paragraphs[number - 1].shingles
        outside = None
        at = row.find(piece.hashes)
        self.spend(1 + len(row) // _BYTES_A_STEP)
        while at >= 0:
            self.spend(1)
            if at % BYTES == 0:
                place = (at // BYTES, at // BYTES + len(piece.words))
                if self.inside(number, place):
                    return self._stand(number, (place,))
                outside = outside or self._stand(number, (place,))
            at = row.find(piece.hashes, at + 1)
        return outside

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
        for at in self.search(piece.hashes):
            number, token = self.token(at)
            if token + length <= self.capture.paragraphs[number - 1].tokens:
                found.setdefault(number, []).append((token, token + length))
        return found

    def _short(self, run: list[str]) -> dict[int, list[Range]]:
        length = len(run)
        if not run or self.words is None:
            return {}
        self.spend(sum(map(len, self.words)))
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
        chain = chain or _in_order(choices)
        return self._stand(number, chain) if chain else None


def _names(named: Iterable[tuple[Range, str]], ranges: Sequence[Range]) -> frozenset[str]:
    """The hashes of the names that any of these ranges bear."""
    return frozenset(
        name for each, name in named if name and any(_within(one, each) for one in ranges)
    )


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _covered(tokens: Range, ranges: Iterable[Range]) -> bool:
    """Whether the ranges together hold all of these tokens."""
    at = tokens[0]
    for start, end in sorted(ranges):
        if start <= at < end:
            at = end
    return at >= tokens[1]


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


# An article's old capture and a new text -> whether the text is another article's.

_QUOTES = (1, 2)  # at least so many of the recorded quotations stand in the article's new text
_SHARE = (1, 5)  # or at least so many of the old capture's hashes


def is_other_text(old: Capture, new: Capture, text: str, quotes: Sequence[str]) -> bool:
    """Whether `new`, made of `text`, has too little of what was captured and quoted before."""
    part, whole = _QUOTES
    if quotes and _found(new, text, quotes) * whole >= len(quotes) * part:
        return False
    part, whole = _SHARE
    before, now = _hashes(old), _hashes(new)
    return len(before & now) * whole < len(before) * part


def _found(one: Capture, text: str, quotes: Sequence[str]) -> int:
    index = Index(one, text)
    return sum(bool((runs := index.pieces(quote)) and index.standings(runs)) for quote in quotes)


def _hashes(one: Capture) -> set[bytes]:
    return {
        paragraph.shingles[at : at + BYTES]
        for paragraph in one.paragraphs
        for at in range(0, len(paragraph.shingles), BYTES)
    }
