"""A paragraph -> the stretches that stand inside its outer quotation marks.

Rule 3 of captures. Typography varies, so where a mark could be read in two ways the reading with
fewer words inside wins: a word wrongly outside is a message that somebody can answer, a word
wrongly inside would be published as quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.capture.tokens import offsets, shapes

# Opening mark -> the marks that can close it.
_DOUBLE = {
    '"': '"\u201d',
    "\uff02": "\uff02",
    "“": '”"',
    "„": '“”"',
    "\u201f": '”"',
    "”": '”"',  # ”Swedish”
    "«": "»",
    "»": "«»",  # »German«, »Finnish»
    "「": "」",
    "『": "』",
    "｢": "｣",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞〟",
    "❝": "❞",
}
_SINGLE = {"'": "'’", "‘": "’'", "‚": "‘’'", "‹": "›", "›": "‹›", "❛": "❜"}
DOUBLE_MARKS = re.compile("[" + "".join(sorted({*_DOUBLE, *"".join(_DOUBLE.values())})) + "]")
_SINGLE_MARKS = re.compile("[" + "".join(sorted({*_SINGLE, *"".join(_SINGLE.values())})) + "]")
_EITHER_WAY = '"\uff02“‘'  # open, unless they stand like a closing mark
_SELDOM_OPEN = "”»›'"  # open only where nothing but an opening mark can stand
_ELIDED = re.compile(r"'(?:\d\ds?|tis|twas|em|til|cause|n)(?![^\W_])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[sS]['’] +[^\W\d_]")
_HEBREW = re.compile(r"(?<![\u05d0-\u05ea])[\u05d0-\u05ea]\"[\u05d0-\u05ea]{2}")


def inside(clean: str, *, singles: bool = True) -> list[tuple[int, int]]:
    """Start and end of each stretch between outer quotation marks, the marks left out.

    Single marks count only where the paragraph has no double ones (and never without `singles`);
    an unclosed mark runs to the paragraph's end. `clean` is one cleaned paragraph.
    """
    doubles = list(_Scan(clean, _DOUBLE).stretches())
    return doubles if doubles or not singles else list(_Scan(clean, _SINGLE).stretches())


def token_ranges(clean: str) -> list[tuple[int, int]]:
    """The same as ranges of tokens: first, and behind the last. Empty ones are left out."""
    starts = [start for start, _ in offsets(clean)]
    ranges = (
        (bisect_left(starts, start), bisect_left(starts, end)) for start, end in inside(clean)
    )
    return [(first, last) for first, last in ranges if first < last]


class _Scan:
    """One reading of a paragraph with one family of marks."""

    __slots__ = ("at", "clean", "pairs", "shape")

    def __init__(self, clean: str, pairs: dict[str, str]) -> None:
        self.clean = clean
        self.pairs = pairs
        family = DOUBLE_MARKS if pairs is _DOUBLE else _SINGLE_MARKS
        found = [match.start() for match in family.finditer(clean)]
        # shape[i] is of the character before clean[i]
        self.shape = " " + shapes(clean) + " " if found else ""
        self.at = [at for at in found if not self._within_word(at)]
        if pairs is _SINGLE:
            self.at = self._without_possessives()

    def stretches(self) -> Iterator[tuple[int, int]]:
        opener, start, depth = "", 0, 0
        for at in self.at:
            char = self.clean[at]
            if not opener:
                if self._opens(at):
                    opener, start = char, at + 1
            elif self._again(opener, at):
                if self._nests(opener):
                    depth += 1
                else:
                    yield start, at
                    start = at + 1
            elif self._closes(opener, at):
                if depth:
                    depth -= 1
                else:
                    yield start, at
                    opener = ""
        if opener:
            yield start, len(self.clean)

    def _within_word(self, at: int) -> bool:
        """An apostrophe between letters, or the Hebrew sign of abbreviation, is no mark."""
        before, sign, after = self.shape[at], self.shape[at + 1], self.shape[at + 2]
        if before not in "wdm" or after not in "wdm":
            return bool(sign == "'" and _ELIDED.match(self.clean, at))
        if sign == "'":
            return True
        both = self.clean[at - 1] + self.clean[at + 1]
        if self.clean[at] != '"' or not all("\u05d0" <= letter <= "\u05ea" for letter in both):
            return False
        # One letter, the sign, several letters: a preposition before an opening mark.
        return not _HEBREW.match(self.clean, at - 1)

    def _opens(self, at: int) -> bool:
        char, before, after = self.clean[at], self.shape[at], self.shape[at + 2]
        if char in _SELDOM_OPEN:
            return self._like_opening(at)
        if char in _EITHER_WAY:
            return not (before in "wdm" and after not in "wdmb")
        return char in self.pairs

    def _like_opening(self, at: int) -> bool:
        before = self.clean[at - 1] if at else " "
        after = self.clean[at + 1 : at + 2] or " "
        if self.clean[at] == "'":
            return self.shape[at] not in "wdmb" and not after.isspace()
        return (before.isspace() or before in "([") and self.shape[at + 2] in "wdmbs"

    def _again(self, opener: str, at: int) -> bool:
        """Is this the same opening mark a second time, before the first was closed?"""
        if self.clean[at] != opener:
            return False
        return opener not in self.pairs[opener] or self._like_opening(at)

    def _nests(self, opener: str) -> bool:
        closer = self.pairs[opener][0]
        return closer != opener and self.clean.count(opener) == self.clean.count(closer)

    def _closes(self, opener: str, at: int) -> bool:
        char = self.clean[at]
        closers = self.pairs[opener]
        if char not in closers:
            return False
        return char in {closers[0], opener} or not self.clean[at - 1].isspace()

    def _without_possessives(self) -> list[int]:
        """The marks, but for those that only end a plural.

        'We back the countries' plans': such a sign closes nothing if a plainer closing mark
        follows before the next opening one.
        """
        kept: list[int] = []
        closing_ahead = False
        for at in reversed(self.at):
            if _POSSESSIVE.match(self.clean, at - 1) and at:
                if closing_ahead:
                    continue
            else:
                closing_ahead = not self._like_opening(at) and self.clean[at] in "'’"
            kept.append(at)
        return kept[::-1]
