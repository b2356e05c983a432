"""Article text -> its paragraphs, whatever way its lines are broken.

A text with line breaks inside its sentences (from a PDF, or from e-mail) is recognised: its
paragraphs are what blank lines separate. In every other text a line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from factsheets.datafiles import load_toml, load_words
from factsheets.quotes.marks import DOUBLE
from factsheets.quotes.tokens import FORM_1, cleaned

# Lines of a text -> those that readers do not count as paragraphs: headline, byline, junk.

_SENTENCE = re.compile(
    "[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964,][\"'\u2019\u201d\u201c\u00bb)]*$"
)
_SKIPPED_LONGEST = 20  # words of a line that is skipped
_HEADLINE = 16
_FIRST = 4  # lines among which a byline can stand
_NAMES = 8  # words of a byline
_ENOUGH = 3  # paragraphs of a text that has a headline


def kinds(lines: Sequence[str]) -> list[str]:
    """For each paragraph of a text: headline, byline or junk, or nothing where it counts."""
    found = [_junk(line) for line in lines]
    for number, line in enumerate(lines[:_FIRST]):
        found[number] = found[number] or _byline(line)
    counted = [line for line, kind in zip(lines, found, strict=True) if not kind]
    if len(counted) >= _ENOUGH and lines[0] == counted[0] and _is_headline(*counted[:2]):
        found[0] = "headline"
    return found


def _is_headline(first: str, second: str) -> bool:
    """Whether a text's first line is no sentence, and short beside the next."""
    ends = _SENTENCE.search(first.strip()) or not _SENTENCE.search(second.strip())
    short = len(first.split()) <= _HEADLINE and len(first) * 2 <= len(second)
    return not ends and short and not DOUBLE.search(first) and first.strip()[:1].isalnum()


def _junk(line: str) -> str:
    plain = line.strip().casefold()
    if plain.strip(" .:!-–—|[]()") in _table()["whole"]:
        return "junk"
    short = len(plain.split()) <= _SKIPPED_LONGEST and not DOUBLE.search(plain)
    return "junk" if short and plain.startswith(tuple(_table()["begins"])) else ""


def _byline(line: str) -> str:
    first, *names = line.split() or [""]
    is_name = names and all(name[:1].isupper() or name.islower() for name in names)
    starts = first.casefold() in _table()["bylines"] and names and names[0][:1].isupper()
    short = len(names) <= _NAMES and not _SENTENCE.search(line.strip())
    return "byline" if starts and is_name and short else ""


@cache
def _table() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_toml(__package__, "skipped.toml").items()}


_SOFT_HYPHEN = re.compile("\u00ad(?=[ \t]*$)", re.MULTILINE)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
_AND = load_words(__package__, "joining_words.txt")
_SENTENCE_END = re.compile(
    "[.!?:;\u2026\u061f\u06d4\u3002\uff01\uff1f\u0964]"
    "[\"'\u2019\u201d\u201c\u00bb\u00ab)\\]\u300d\u300f]*$"
)
_ITEM = "-\u2010\u2013\u2014\u2022\u25cf*"  # begins an item of a list, or a line of dialogue
_LONGEST = 160  # characters of a line that was broken
_SMALL = 4  # one in so many lines that go on begins with a small letter
_NEARLY = 10  # all but one in so many of these lines have no room for the next word:
_SOME = 6  # then one line in so many is enough
_FULL = 0.6  # of the longest line: what a line that goes on has at least


@dataclass(frozen=True, slots=True)
class Skipped:
    """A headline, byline or line of junk, and how many paragraphs stand before it."""

    behind: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The cleaned paragraphs of a text, and what was done to find them.

    `wrapped` is true where lines were joined; `hyphens` counts the words that were put together.
    `skipped` are those that readers do not count, each with the number of paragraphs before it.
    """

    paragraphs: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()
    wrapped: bool = False
    hyphens: int = 0


def layout(text: str) -> Layout:
    """The paragraphs of a text by the rules of form 2."""
    # A soft hyphen at a line's end is a hyphen; elsewhere nobody sees it.
    lines = cleaned(_SOFT_HYPHEN.sub("-", text)).splitlines()
    if not _is_wrapped(lines):
        return _layout([line for line in lines if line.strip()])
    inner = (word for line in lines for word in line.split()[:-1])
    hyphenated = frozenset(filter(None, map(_compound, inner)))
    joined = [_joined(block, hyphenated) for block in _blocks(lines)]
    found = _layout([each for each, _ in joined])
    return replace(found, wrapped=True, hyphens=sum(count for _, count in joined))


def _layout(lines: Sequence[str]) -> Layout:
    counted: list[str] = []
    skipped = []
    for line, kind in zip(lines, kinds(lines), strict=True):
        if kind:
            skipped.append(Skipped(len(counted), kind, line))
        else:
            counted.append(line)
    return Layout(tuple(counted), tuple(skipped))


def paragraphs(text: str) -> list[str]:
    """The cleaned paragraphs of a text, numbered from 1 elsewhere."""
    return list(layout(text).paragraphs)


def paragraphs_of_form_1(text: str) -> list[str]:
    """The same by the rules of form 1: every line that is not blank."""
    return [line for line in FORM_1.cleaned(text).splitlines() if line.strip()]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines that are followed by another go on in it."""
    pairs = [(one, other) for one, other in pairwise(map(str.strip, lines)) if one and other]
    if not pairs:
        return False
    width = max(len(line.strip()) for line in lines)
    if width > _LONGEST and sum(len(one) > _LONGEST for one, _ in pairs) * 2 > len(pairs):
        return False
    going_on = [(one, other) for one, other in pairs if _goes_on(one, other, width)]
    # Of lines broken anywhere, some begin with a small letter; items of a list seldom do.
    cased = [other[0] for _, other in going_on if other[0].islower() or other[0].isupper()]
    if sum(first.islower() for first in cased) * _SMALL < len(cased):
        return False
    full = sum(len(one) + 1 + len(other.split()[0]) > width for one, other in going_on)
    filled = width <= _LONGEST and full * _NEARLY > len(going_on) * (_NEARLY - 1)
    return len(going_on) * (_SOME if filled else 2) > len(pairs)


def _goes_on(one: str, other: str, width: int) -> bool:
    """Whether a line ends inside a sentence that the next line continues."""
    if _HYPHEN.search(one) and other[0].islower():
        return True
    if _SENTENCE_END.search(one) or other[0] in _ITEM:
        return False
    return other[0].islower() or len(one) >= width * _FULL


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each paragraph: blank lines separate them.

    Where there are none, so does a line that ends a sentence and has room for the next word.
    """
    stripped = [line.strip() for line in lines]
    texts = [line for line in stripped if line]
    width = max(map(len, texts))
    blank = any(not line for line in "\n".join(stripped).strip().split("\n"))
    block: list[str] = []
    for line in stripped:
        last = block[-1] if block else ""
        if not blank and last and _SENTENCE_END.search(last):
            room = width - len(last) - 1
            if line and len(line.split()[0]) < room:
                yield block
                block = []
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(block: Sequence[str], hyphenated: frozenset[str]) -> tuple[str, int]:
    """The lines as one, and how many words were broken by a hyphen at a line's end.

    A word that stands elsewhere with the hyphen keeps it, and so does the first of two ("low- and
    middle-income").
    """
    whole, count = block[0], 0
    for line in block[1:]:
        first = line.split()[0]
        if not _HYPHEN.search(whole) or not first[0].islower() or first in _AND:
            whole += " " + line
        elif _compound(whole.split()[-1] + first) in hyphenated:
            whole += line
        else:
            whole, count = whole[:-1] + line, count + 1
    return whole, count


def _compound(word: str) -> str:
    found = _COMPOUND.search(word)
    return found[0].casefold() if found else ""
