"""Split an article's text into paragraphs.

A line is a paragraph. In a text with line breaks inside sentences (from a PDF or an e-mail) the
lines are joined first, and blank lines separate paragraphs. A headline, a byline and lines of the
web page around the article are skipped: readers do not count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from factsheets.datafiles import load_toml, load_words
from factsheets.quotes.marks import DOUBLE
from factsheets.quotes.places import (
    CONTINUED_WIDTH,
    HYPHEN_AT_END,
    ITEM,
    SENTENCE_END,
    Line,
    located_lines,
)
from factsheets.quotes.tokens import FORM_1, cleaned

_SOFT_HYPHEN_AT_END = re.compile("\u00ad(?=[ \t]*$)", re.MULTILINE)
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
_JOINING_WORDS = load_words(__package__, "joining_words.txt")

# Whether a text is wrapped (see `_is_wrapped`).
_LONGEST_WRAPPED = 160  # characters
_SMALL_SHARE = 4  # one in so many continued lines begins with a small letter
_FILLED_SHARE = 10  # all but one in so many continued lines have no room for the next word
_CONTINUED_SHARE = 2  # so many lines are continued: one in two
_CONTINUED_SHARE_IF_FILLED = 6

# Which lines are skipped. In doubt a line counts, because what is skipped cannot be quoted.
_LONGEST_JUNK = 20  # words
_LONGEST_JUNK_LINE = 400  # characters
_LONGEST_HEADLINE = 16
_LONGEST_BYLINE = 8
_LONGEST_NAME = 4
_LONGEST_DATE = 14
_LONGEST_SUBHEADING = 8
_HEAD = 8  # first lines of a text, which may have a byline
_TAIL = 5  # last lines, where the authors may be named
_HEADLINE_ABOVE = 3  # a text with a headline has at least so many lines
_HEADLINE_END = re.compile(
    "[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964,][\"'\u2019\u201d\u201c\u00bb)]*$"
)
_WORD = re.compile(r"\w[\w.'\u2019-]*")
_DATE = re.compile(r"\d[.:/-]\d")
_FULL_STOP = re.compile("[.\u3002\u0964][\"'\u2019\u201d\u201c\u00bb)]*$")
_NUMBER_AT_END = re.compile(r"[\W\d]+$")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A headline, byline or line of junk, and the number of paragraphs above it."""

    above: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The cleaned paragraphs of a text, and how they were found.

    `places` has the page and the time of each paragraph, empty if the text does not give them.
    `wrapped` is true if lines were joined; `hyphens` counts the words joined at a hyphen.
    """

    paragraphs: tuple[str, ...]
    places: tuple[tuple[str, str], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    wrapped: bool = False
    hyphens: int = 0


def layout(text: str) -> Layout:
    """The paragraphs of a text by the rules of form 2."""
    # A soft hyphen at the end of a line is a hyphen; elsewhere it is invisible.
    lines, subtitles = located_lines(cleaned(_SOFT_HYPHEN_AT_END.sub("-", text)))
    texts = [line.text for line in lines]
    wrapped = not subtitles and _is_wrapped(texts)
    blocks = list(_blocks(lines, wrapped=wrapped))
    compounds: frozenset[str] = frozenset()
    if any(len(block) > 1 for block in blocks):
        inner = (word for line in texts for word in line.split()[:-1])
        compounds = frozenset(filter(None, map(_compound, inner)))
    joined = [_join([line.text for line in block], compounds) for block in blocks]
    whole = [line for line, _ in joined]
    counted: list[str] = []
    places = []
    skipped = []
    kinds = _kinds(whole)
    for at in _title_page(blocks):
        kinds[at] = kinds[at] or "headline"
    for line, kind, block in zip(whole, kinds, blocks, strict=True):
        if kind:
            skipped.append(Skipped(len(counted), kind, line))
        else:
            counted.append(line)
            pages = dict.fromkeys((block[0].page, block[-1].page))
            places.append(("-".join(pages) if all(pages) else "", block[0].time))
    hyphens = sum(count for _, count in joined)
    return Layout(tuple(counted), tuple(places), tuple(skipped), wrapped, hyphens)


def _title_page(blocks: Sequence[Sequence[Line]]) -> range:
    """The paragraphs on a first page where no sentence ends, if other pages follow."""
    others = (at for at, block in enumerate(blocks) if block[-1].page != blocks[0][-1].page)
    first = next(others, 0)
    ends = any(_HEADLINE_END.search(line.text) for block in blocks[:first] for line in block)
    return range(0 if ends else first)


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
    if HYPHEN_AT_END.search(line) and below[0].islower():
        return True
    if SENTENCE_END.search(line) or below[0] in ITEM:
        return False
    return below[0].islower() or len(line) >= width * CONTINUED_WIDTH


def _blocks(lines: Sequence[Line], *, wrapped: bool) -> Iterator[list[Line]]:
    """The lines of each paragraph: one, with those that continue its sentence across a mark.

    In a wrapped text they are several, separated by blank lines; if it has no blank lines, a
    paragraph ends with a line that ends a sentence and has room for the next word.
    """
    if wrapped:
        lines = [replace(line, text=line.text.strip()) for line in lines]
    width = max((len(line.text) for line in lines), default=0)
    has_blank = "" in "\n".join(line.text for line in lines).strip().split("\n")
    block: list[Line] = []
    for line in lines:
        words = line.text.split()
        last = block[-1].text if block else ""
        if words and (line.joins is not None or not wrapped):
            ends = not line.joins
        elif words and not has_blank and SENTENCE_END.search(last):
            ends = len(words[0]) < width - len(last) - 1
        else:
            ends = not words
        if ends and block:
            yield block
            block = []
        if words:
            block.append(line)
    if block:
        yield block


def _join(block: Sequence[str], compounds: frozenset[str]) -> tuple[str, int]:
    """The lines as one, and the number of words joined at a hyphen.

    A word keeps its hyphen if it is one of the text's `compounds`, and before a word such as "and"
    ("low- and middle-income").
    """
    parts, count = [block[0]], 0
    for line in block[1:]:
        first, above = line.split()[0], parts[-1]
        if not HYPHEN_AT_END.search(above) or not first[0].islower() or first in _JOINING_WORDS:
            parts.append(" " + line)
        elif _compound(above.split()[-1] + first) in compounds:
            parts.append(line)
        else:
            parts[-1:] = [above[:-1], line]
            count += 1
    return "".join(parts), count


def _compound(word: str) -> str:
    found = _COMPOUND.search(word)
    return found[0].casefold() if found else ""


def _kinds(lines: Sequence[str]) -> list[str]:
    """For each line: headline, byline or junk; empty for a paragraph."""
    stripped = [line.strip() for line in lines]
    kinds = ["junk" if _is_junk(line) else "" for line in stripped]
    for at, (above, line) in enumerate(pairwise(stripped), 1):
        if not kinds[at] and _has(above, "above_links") and _is_bare(line, _LONGEST_HEADLINE):
            kinds[at] = "junk"
    for at, line in enumerate(stripped[:_HEAD]):
        if not kinds[at] and (_is_byline(line) or _is_date(line)):
            kinds[at] = "byline"
        elif at and not kinds[at] and _is_role(line):
            above = stripped[at - 1]
            is_name = _is_bare(above, _LONGEST_NAME) and " " in above and above.istitle()
            if is_name or kinds[at - 1] == "byline":
                kinds[at - 1] = kinds[at] = "byline"
    _mark_headlines(stripped, kinds)
    names = [name for at, kind in enumerate(kinds) if kind for name in _names(stripped[at])]
    for at in range(max(len(lines) - _TAIL, 1), len(lines)):
        if not kinds[at] and _is_about_authors(stripped[at], names):
            kinds[at] = "byline"
    return kinds


def _mark_headlines(lines: Sequence[str], kinds: list[str]) -> None:
    """Mark what is above a byline, or else a first line that is no sentence.

    Below a headline, a short line between two paragraphs is a subheading.
    """
    counted = [at for at, kind in enumerate(kinds) if not kind]
    byline = kinds.index("byline") if "byline" in kinds else 0
    if byline and counted and counted[-1] > byline:
        for at in counted:
            line = lines[at].rstrip("?!") if at == counted[0] else lines[at]
            # A post can have several lines above a date.
            beyond = at > byline or (_is_date(lines[byline]) and at != counted[0])
            if beyond or not _is_bare(line, _LONGEST_HEADLINE):
                break
            kinds[at] = "headline"
    elif len(counted) >= _HEADLINE_ABOVE and not counted[0]:
        kinds[0] = "headline" if _is_headline(lines[0], lines[counted[1]]) else ""
    if "headline" not in kinds:
        return
    counted = [at for at, kind in enumerate(kinds) if not kind]
    for above, at, below in zip(counted, counted[1:], counted[2:], strict=False):
        bare = _is_bare(lines[at], _LONGEST_SUBHEADING) and not DOUBLE.search(lines[at])
        # What follows a question or a colon may be an answer.
        follows = _FULL_STOP.search(lines[above]) and len(lines[above]) > 2 * len(lines[at])
        precedes = _HEADLINE_END.search(lines[below]) and len(lines[below]) > 2 * len(lines[at])
        if bare and follows and precedes:
            kinds[at] = "headline"


def _is_headline(first: str, second: str) -> bool:
    """Whether the first line of a text is not a sentence, and is short compared with the second."""
    sentence = _HEADLINE_END.search(second) and len(first) * 2 <= len(second)
    return bool(sentence) and _is_bare(first, _LONGEST_HEADLINE) and not DOUBLE.search(first)


def _is_junk(line: str) -> bool:
    plain = line.casefold()
    if len(plain) > _LONGEST_JUNK_LINE:
        return False
    bare = plain.strip(" .:!-–—|[]()")
    if _has(bare, "whole") or _has(_NUMBER_AT_END.sub("", bare), "whole"):
        return True
    short = len(plain.split()) <= _LONGEST_JUNK and not DOUBLE.search(plain)
    return short and plain.startswith(tuple(_skipped_words()["begins"]))


def _is_bare(line: str, most: int) -> bool:
    """Whether a line has few words, and no sign that ends a sentence."""
    begins = DOUBLE.sub("", line).strip()[:1].isalnum()
    return begins and len(line.split()) <= most and not _HEADLINE_END.search(line)


def _is_byline(line: str) -> bool:
    first, *names = line.split()
    if not names or not names[0][:1].isupper() or len(names) > _LONGEST_BYLINE:
        return False
    named = all(name[:1].isupper() or name.islower() for name in names)
    return _has(first, "bylines") and named and not _HEADLINE_END.search(line)


def _is_date(line: str) -> bool:
    """Whether a line has nothing but a date, and words such as "published"."""
    found = _WORD.findall(line.casefold())
    words = [word for word in found if not any(map(str.isdecimal, word))]
    dated = len(found) <= _LONGEST_DATE and (words or _DATE.search(line)) and words != found
    return bool(dated) and all(_has(word, "dates") for word in words)


def _is_role(line: str) -> bool:
    """Whether a line names an occupation of authors, as below a byline."""
    words = _WORD.findall(line.casefold())
    return _is_bare(line, _LONGEST_BYLINE) and any(_has(word, "roles") for word in words)


def _names(line: str) -> list[str]:
    """The names in a byline."""
    first, *rest = line.split() or [""]
    if not _has(first, "bylines"):
        return []
    names = re.split(r",|\s(?:and|und|et|та|и|і|y|e)\s", " ".join(rest))
    return [name.strip() for name in names if " " in name.strip()]


def _is_about_authors(line: str, names: Sequence[str]) -> bool:
    """Whether a line at the end of a text says who wrote it."""
    plain = line.casefold().lstrip("(")
    if len(plain.split()) > _LONGEST_JUNK * 2 or DOUBLE.search(line):
        return False
    named = plain.startswith(tuple(_skipped_words()["about_authors"]))
    if _is_byline(line) or (named and (":" in line or line[-1] != ".")):
        return True
    does = any(_has(word, "roles") for word in _WORD.findall(plain))
    return does and line.startswith(tuple(names))


def _has(text: str, key: str) -> bool:
    return text.casefold().strip(" .:!") in _skipped_words()[key]


@cache
def _skipped_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_toml(__package__, "skipped.toml").items()}
