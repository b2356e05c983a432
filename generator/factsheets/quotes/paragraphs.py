"""Split an article's text into paragraphs.

A line is a paragraph. In a text with line breaks inside sentences (from a PDF or an e-mail) the
lines are joined first, and blank lines separate paragraphs. A headline, a byline and lines of the
web page around the article are skipped: readers do not count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factsheets.datafiles import load_toml, load_words
from factsheets.quotes.marks import DOUBLE
from factsheets.quotes.tokens import FORM_1, cleaned

_SOFT_HYPHEN_AT_END = re.compile("\u00ad(?=[ \t]*$)", re.MULTILINE)
_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
_JOINING_WORDS = load_words(__package__, "joining_words.txt")
_SENTENCE_END = re.compile(
    "[.!?:;\u2026\u061f\u06d4\u3002\uff01\uff1f\u0964]"
    "[\"'\u2019\u201d\u201c\u00bb\u00ab)\\]\u300d\u300f]*$"
)
_ITEM = "-\u2010\u2013\u2014\u2022\u25cf*"  # begins an item of a list, or a line of dialogue

# Whether a text is wrapped (see `_is_wrapped`).
_LONGEST_WRAPPED = 160  # characters
_SMALL_SHARE = 4  # one in so many continued lines begins with a small letter
_FILLED_SHARE = 10  # all but one in so many continued lines have no room for the next word
_CONTINUED_SHARE = 2  # so many lines are continued: one in two
_CONTINUED_SHARE_IF_FILLED = 6
_CONTINUED_WIDTH = 0.6  # a continued line has at least this share of the longest line

# Which lines are skipped.
_LONGEST_JUNK = 20  # words
_LONGEST_HEADLINE = 16
_LONGEST_BYLINE = 8
_BYLINE_WITHIN = 4  # first lines of a text
_HEADLINE_ABOVE = 3  # a text with a headline has at least so many lines
_HEADLINE_END = re.compile(
    "[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964,][\"'\u2019\u201d\u201c\u00bb)]*$"
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A headline, byline or line of junk, and the number of paragraphs above it."""

    above: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The cleaned paragraphs of a text, and how they were found.

    `wrapped` is true if lines were joined; `hyphens` counts the words joined at a hyphen.
    """

    paragraphs: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()
    wrapped: bool = False
    hyphens: int = 0


def layout(text: str) -> Layout:
    """The paragraphs of a text by the rules of form 2."""
    # A soft hyphen at the end of a line is a hyphen; elsewhere it is invisible.
    lines = cleaned(_SOFT_HYPHEN_AT_END.sub("-", text)).splitlines()
    wrapped = _is_wrapped(lines)
    hyphens = 0
    if wrapped:
        inner = (word for line in lines for word in line.split()[:-1])
        compounds = frozenset(filter(None, map(_compound, inner)))
        joined = [_join(block, compounds) for block in _blocks(lines)]
        lines = [line for line, _ in joined]
        hyphens = sum(count for _, count in joined)
    lines = [line for line in lines if line.strip()]
    counted: list[str] = []
    skipped = []
    for line, kind in zip(lines, _kinds(lines), strict=True):
        if kind:
            skipped.append(Skipped(len(counted), kind, line))
        else:
            counted.append(line)
    return Layout(tuple(counted), tuple(skipped), wrapped, hyphens)


def paragraphs(text: str, form: int = 2) -> list[str]:
    """The cleaned paragraphs of a text; in form 1, every line that is not blank."""
    if form == 1:
        return [line for line in FORM_1.cleaned(text).splitlines() if line.strip()]
    return list(layout(text).paragraphs)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines continue on the line below."""
    pairs = [(line, below) for line, below in pairwise(map(str.strip, lines)) if line and below]
    if not pairs:
        return False
    width = max(len(line.strip()) for line in lines)
    long = sum(len(line) > _LONGEST_WRAPPED for line, _ in pairs)
    if width > _LONGEST_WRAPPED and long * 2 > len(pairs):
        return False
    continued = [(line, below) for line, below in pairs if _continues(line, below, width)]
    # Wrapping breaks before any word, so some lines begin with a small letter; list items seldom.
    cased = [below[0] for _, below in continued if below[0].islower() or below[0].isupper()]
    if sum(first.islower() for first in cased) * _SMALL_SHARE < len(cased):
        return False
    full = sum(len(line) + 1 + len(below.split()[0]) > width for line, below in continued)
    filled = full * _FILLED_SHARE > len(continued) * (_FILLED_SHARE - 1)
    if filled and width <= _LONGEST_WRAPPED:
        return len(continued) * _CONTINUED_SHARE_IF_FILLED > len(pairs)
    return len(continued) * _CONTINUED_SHARE > len(pairs)


def _continues(line: str, below: str, width: int) -> bool:
    """Whether a line ends inside a sentence that the line below continues."""
    if _HYPHEN_AT_END.search(line) and below[0].islower():
        return True
    if _SENTENCE_END.search(line) or below[0] in _ITEM:
        return False
    return below[0].islower() or len(line) >= width * _CONTINUED_WIDTH


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each paragraph of a wrapped text, separated by blank lines.

    In a text without blank lines, a paragraph ends with a line that ends a sentence and has room
    for the next word.
    """
    stripped = [line.strip() for line in lines]
    width = max(map(len, stripped))
    has_blank = "" in "\n".join(stripped).strip().split("\n")
    block: list[str] = []
    for line in stripped:
        last = block[-1] if block else ""
        if not has_blank and line and last and _SENTENCE_END.search(last):
            ends = len(line.split()[0]) < width - len(last) - 1
        else:
            ends = not line
        if ends and block:
            yield block
            block = []
        if line:
            block.append(line)
    if block:
        yield block


def _join(block: Sequence[str], compounds: frozenset[str]) -> tuple[str, int]:
    """The lines as one, and the number of words joined at a hyphen.

    A word keeps its hyphen if it is one of the text's `compounds`, and before a word such as "and"
    ("low- and middle-income").
    """
    whole, count = block[0], 0
    for line in block[1:]:
        first = line.split()[0]
        if not _HYPHEN_AT_END.search(whole) or not first[0].islower() or first in _JOINING_WORDS:
            whole += " " + line
        elif _compound(whole.split()[-1] + first) in compounds:
            whole += line
        else:
            whole, count = whole[:-1] + line, count + 1
    return whole, count


def _compound(word: str) -> str:
    found = _COMPOUND.search(word)
    return found[0].casefold() if found else ""


def _kinds(lines: Sequence[str]) -> list[str]:
    """For each line: headline, byline or junk; empty for a paragraph."""
    kinds = ["junk" if _is_junk(line) else "" for line in lines]
    for number, line in enumerate(lines[:_BYLINE_WITHIN]):
        if not kinds[number] and _is_byline(line):
            kinds[number] = "byline"
    counted = [line for line, kind in zip(lines, kinds, strict=True) if not kind]
    if len(counted) >= _HEADLINE_ABOVE and not kinds[0] and _is_headline(*counted[:2]):
        kinds[0] = "headline"
    return kinds


def _is_junk(line: str) -> bool:
    plain = line.strip().casefold()
    if plain.strip(" .:!-–—|[]()") in _skipped_words()["whole"]:
        return True
    short = len(plain.split()) <= _LONGEST_JUNK and not DOUBLE.search(plain)
    return short and plain.startswith(tuple(_skipped_words()["begins"]))


def _is_byline(line: str) -> bool:
    first, *names = line.split()
    if not names or not names[0][:1].isupper() or len(names) > _LONGEST_BYLINE:
        return False
    named = all(name[:1].isupper() or name.islower() for name in names)
    by = first.casefold() in _skipped_words()["bylines"]
    return by and named and not _HEADLINE_END.search(line.strip())


def _is_headline(first: str, second: str) -> bool:
    """Whether the first line of a text is not a sentence, and is short compared with the second."""
    if _HEADLINE_END.search(first.strip()) or not _HEADLINE_END.search(second.strip()):
        return False
    short = len(first.split()) <= _LONGEST_HEADLINE and len(first) * 2 <= len(second)
    return short and not DOUBLE.search(first) and first.strip()[:1].isalnum()


@cache
def _skipped_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_toml(__package__, "skipped.toml").items()}
