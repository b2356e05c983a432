"""Find a quotation in a capture: paragraph, tokens, and whether inside quotation marks.

Only this module decides what is published as found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from factsheets.quotes.capture import BYTES, Capture, Paragraph, Range, shingles
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.tokens import FORM_2, FORMS, Form, starts

_GAP = re.compile(r"\[(?:\u2026|\.\.\.|\. \. \.)\]")
_GAP_AT_END = re.compile(rf"^\s*{_GAP.pattern}|{_GAP.pattern}\W*$")
_BRACKETS = re.compile(r"[\[\]{}\uff3b\uff3d]|\((?:\u2026|\.\.\.)\)")
_BETWEEN_PARAGRAPHS = b"\0" * BYTES

PATIENCE = 1_000_000  # steps of a search, each about a microsecond
_BYTES_A_STEP = 2_000

_Name = TypeVar("_Name", str, tuple[str, ...])

Prove = Callable[[Paragraph, Range], str]
"""What proves that tokens of a paragraph are the speaker's: one of `PROOFS`, or why none does."""
PROOFS = frozenset({"marks", "label", "own"})


class TooMuchError(Exception):
    """Finding an article's quotations takes more steps than any honest article needs."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place of a quotation: the paragraph (from 1) and the tokens of each fragment.

    `inside`: every fragment is within quotation marks of the article, or under a speaker's label.
    `unclear`: this holds in some readings only. `named`: the hashes of the names that the article
    gives as the speaker, `full_names` those of all words of each. `labelled`: a label has one of
    these names. `proof` is what proves the quotation (one of `PROOFS`), or why nothing does.
    """

    paragraph: int
    ranges: tuple[Range, ...]
    inside: bool
    unclear: bool = False
    named: frozenset[str] = frozenset()
    full_names: frozenset[tuple[str, ...]] = frozenset()
    labelled: bool = False
    proof: str = "marks"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a quotation without omissions: its tokens and their hashes."""

    tokens: list[str]
    shingles: bytes


def fragment(text: str, form: Form) -> Fragment:
    """A text as one fragment."""
    tokens = form.tokens(text)
    return Fragment(tokens, shingles(tokens))


def fragments(quote: str, form: Form = FORM_2) -> tuple[Fragment, ...] | None:
    """The fragments of a quotation, separated by ` […] `.

    None if it has other brackets, or […] at its beginning or end, where nothing is left out.
    """
    parts = _GAP.split(quote)
    if any(_BRACKETS.search(part) for part in parts):
        return None
    found = tuple(fragment(part, form) for part in parts)
    if len(found) > 1 and not all(each.tokens for each in found):
        return None
    return found


class Index:
    """A capture prepared for searches, with the text if available.

    `row` has the hashes of all paragraphs, with zeros between paragraphs: searching bytes is faster
    than a table that is used only a few times.
    """

    def __init__(
        self, capture: Capture, text: str | None = None, *, patience: int = PATIENCE
    ) -> None:
        """Index `capture`; `text` must be the text that it was made from."""
        self.capture = capture
        self.form = FORMS[capture.form]
        self.lines = None if text is None else paragraphs(text, capture.form)
        self.row = _BETWEEN_PARAGRAPHS.join(each.shingles for each in capture.paragraphs)
        self._patience = patience

    @cached_property
    def words(self) -> list[list[str]] | None:
        """The text's tokens by paragraph, None if the text is not available."""
        return None if self.lines is None else [self.form.words(line) for line in self.lines]

    def fragments(self, quote: str) -> tuple[Fragment, ...] | None:
        """The fragments of a quotation (see `fragments`) by the rules of this capture.

        If the article itself has the brackets and the words in them, they are the publisher's, and
        the quotation is one fragment.
        """
        if _BRACKETS.search(quote) and not _GAP_AT_END.search(quote):
            whole = (fragment(quote, self.form),)
            if self.find(whole):
                return whole
        return fragments(quote, self.form)

    def find(self, parts: Sequence[Fragment], prove: Prove | None = None) -> list[Match]:
        """Each paragraph that contains a quotation, with its fragments in order.

        Within a paragraph, a place is preferred that is the speaker's: `prove` says which are, by
        default those inside quotation marks and under labels. Fragments of fewer than
        three tokens are found only if the text is available.
        """
        places = [self._ranges(part) for part in parts]
        if not places:
            return []
        common = set(places[0]).intersection(*places[1:])
        found = (
            self._match(number, [each[number] for each in places], prove)
            for number in sorted(common)
        )
        return [match for match in found if match]

    def skipped_kind(self, parts: Sequence[Fragment]) -> str | None:
        """The kind of skipped line that contains a quotation, None if none does."""
        for skipped in self.capture.skipped:
            row = skipped.paragraph.shingles
            if all(part.shingles and part.shingles in row for part in parts):
                return skipped.kind
        return None

    def spend(self, steps: int) -> None:
        """Count steps of a search, and raise TooMuchError after too many.

        In a repetitive text, a quotation can match at thousands of places.
        """
        self._patience -= steps
        if self._patience < 0:
            raise TooMuchError

    def search(self, hashes: bytes) -> Iterator[int]:
        """Same as `places`, but counts each step."""
        self.spend(1 + len(self.row) // _BYTES_A_STEP)
        for at in self.places(hashes):
            self.spend(1)
            yield at

    def places(self, hashes: bytes) -> Iterator[int]:
        """Each place of the row at which these hashes begin, in order."""
        at = self.row.find(hashes)
        while at >= 0:
            if at % BYTES == 0:
                yield at // BYTES
            at = self.row.find(hashes, at + 1)

    def hash(self, at: int) -> bytes:
        """The hash at a place of the row: zeros between paragraphs, empty beyond the ends."""
        return self.row[at * BYTES : (at + 1) * BYTES] if at >= 0 else b""

    def token(self, at: int) -> Range:
        """The paragraph (from 1) and token at a place of the row."""
        number = bisect_right(self._starts, at)
        return number, at - self._starts[number - 1]

    @cached_property
    def _starts(self) -> list[int]:
        """The place of the row at which each paragraph begins."""
        lengths = [len(each.shingles) // BYTES + 1 for each in self.capture.paragraphs]
        return list(accumulate(lengths, initial=0))

    def _ranges(self, part: Fragment) -> dict[int, list[Range]]:
        """Maps a paragraph to the ranges of its tokens that match the fragment."""
        if not part.shingles:
            return self._ranges_in_text(part.tokens)
        found: dict[int, list[Range]] = {}
        length = len(part.tokens)
        for at in self.search(part.shingles):
            number, token = self.token(at)
            if token + length <= self.capture.paragraphs[number - 1].tokens:
                found.setdefault(number, []).append((token, token + length))
        return found

    def _ranges_in_text(self, tokens: list[str]) -> dict[int, list[Range]]:
        """Same as `_ranges`, for fragments that are too short for hashes."""
        if not tokens or self.words is None:
            return {}
        self.spend(sum(map(len, self.words)))
        places = {number: starts(line, tokens) for number, line in enumerate(self.words, 1)}
        length = len(tokens)
        return {
            number: [(at, at + length) for at in found] for number, found in places.items() if found
        }

    def _match(self, number: int, choices: list[list[Range]], prove: Prove | None) -> Match | None:
        """The match in a paragraph, with one of the ranges of each fragment."""
        paragraph = self.capture.paragraphs[number - 1]
        proven = [*paragraph.marks, *(each for each, _ in paragraph.labels)]
        nested = paragraph.nested

        def is_proven(tokens: Range) -> bool:
            if prove:
                return prove(paragraph, tokens) in PROOFS
            return _is_in(tokens, proven) and not _is_in(tokens, nested)

        proven_choices = [[each for each in ranges if is_proven(each)] for ranges in choices]
        ranges = _in_order(proven_choices) or _in_order(choices)
        if not ranges:
            return None
        inside = all(map(is_proven, ranges))
        proofs = [prove(paragraph, each) for each in ranges] if prove else []
        # Within marks a label says nothing about the speaker: it may be a dateline.
        unmarked = [each for each in ranges if not _is_in(each, paragraph.marks)]
        label_names = _names(paragraph.labels, unmarked)
        proof = "label" if inside and unmarked else "marks"
        if any(_is_in(each, nested) for each in ranges):
            proof = "quoted"
        if proofs:
            proof = min(proofs, key=lambda each: (each in PROOFS, each == "marks"))
        perhaps = sorted([*paragraph.marks, *paragraph.unclear])
        return Match(
            number,
            ranges,
            inside,
            unclear=not inside and all(_covers(perhaps, each) for each in ranges),
            named=label_names | _names(paragraph.named, ranges),
            full_names=_names(paragraph.turns or (), unmarked)
            | _names(paragraph.full_names, ranges),
            labelled=bool(label_names),
            proof=proof,
        )


def _names(named: Iterable[tuple[Range, _Name]], ranges: Sequence[Range]) -> frozenset[_Name]:
    """The hashes of the names that any of these ranges have."""
    return frozenset(
        name for outer, name in named if name and any(_is_in(each, [outer]) for each in ranges)
    )


def _is_in(inner: Range, ranges: Iterable[Range]) -> bool:
    """Whether one of the ranges has all of these tokens."""
    return any(start <= inner[0] and inner[1] <= end for start, end in ranges)


def _covers(ranges: Iterable[Range], tokens: Range) -> bool:
    """Whether sorted ranges together have all of these tokens."""
    at = tokens[0]
    for start, end in ranges:
        if start <= at < end:
            at = end
    return at >= tokens[1]


def _in_order(choices: list[list[Range]]) -> tuple[Range, ...]:
    """One range of each list, in order and without overlap; empty if that is impossible."""
    chain: list[Range] = []
    end = 0
    for ranges in choices:
        following = next((each for each in ranges if each[0] >= end), None)
        if following is None:
            return ()
        chain.append(following)
        end = following[1]
    return tuple(chain)
