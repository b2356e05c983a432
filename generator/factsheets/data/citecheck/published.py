"""What the page for checking a citation loads: words, an index of all statements, and parts.

`data/check.json` has the words of the comparison and the stems of all statements;
`data/check/index.bin` which statements have which stem; `data/check/N.json` the statements
themselves, each part every so-maniest of them, so that a part tells of no subject.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import sub

from factsheets.data import encode
from factsheets.data.citecheck import vocabulary
from factsheets.data.citecheck.known import Known, compared, known_of
from factsheets.data.citecheck.words import stem, words
from factsheets.site.views.pages import PARTS_AT_ONCE, STATEMENTS_IN_A_PART
from factsheets.site.views.site import Site

_STOP = frozenset(vocabulary.STOP)
HEAD = "data/check.json"
_INDEX = "data/check/index.bin"
_PART = "data/check/{}.json"
_NOTE = "Compares words and fields, and judges nothing else."


def files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files, by their paths below the site's root."""
    views = list(compared(site))
    return published(len(views), lambda number: known_of(site, views[number]))


def paths(site: Site) -> Iterator[str]:
    """The paths alone."""
    yield from (HEAD, _INDEX)
    parts = _parts(sum(1 for _ in compared(site)))
    yield from map(_PART.format, range(parts))


def _parts(statements: int) -> int:
    """In how many parts the statements are loaded, at least one."""
    return max(1, -(-statements // STATEMENTS_IN_A_PART))


def published(
    statements: int, known: Callable[[int], Known]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The same of so many statements, each by its number; none is held longer than needed."""
    parts = _parts(statements)
    index = _index(map(known, range(statements)), statements)
    head = {
        "note": _NOTE,
        "made": index.made,
        "statements": statements,
        "parts": parts,
        "at_once": PARTS_AT_ONCE,
        "words": vocabulary.WORDS,
        "stems": index.stems,
        "counts": index.counts,
    }
    yield HEAD, (encode.line(head) + b"\n",)
    yield _INDEX, (index.holders,)
    for number in range(parts):
        rows = map(known, range(number, statements, parts))
        yield _PART.format(number), _part(index.made, rows)


def _part(made: str, rows: Iterable[Known]) -> Iterator[bytes]:
    yield encode.line({"made": made})[:-1] + b',"statements":'
    yield from encode.array(map(encode.line, rows))
    yield b"}\n"


@dataclass(frozen=True, slots=True)
class _Index:
    """The stems in order, how many statements have each, and which.

    `holders` has for each stem the numbers of its statements, ascending, in Rice's code: of each,
    twice the distance from the one before, and one more where statement or condition has the stem;
    of that, as many noughts as its high part says, a one, and the low bits. What a stem has begins
    with a byte, and ends with noughts. Before all stands `made`, which tells one index from
    another.
    """

    stems: list[str]
    counts: list[int]
    holders: bytes
    made: str


def _index(known: Iterable[Known], statements: int) -> _Index:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    stems = _Stems()
    speakers: dict[tuple[str, ...], set[str]] = {}
    for number, each in enumerate(known):
        own = stems.of(f"{each.statement} {each.condition}")
        if each.names not in speakers:
            speakers[each.names] = stems.of(" ".join(each.names))
        more = stems.of(" ".join((each.detail, *each.quotes))) | speakers[each.names]
        for name in own:
            found[name].append(2 * number + 1)
        for name in more - own:
            found[name].append(2 * number)
    order = sorted(found)
    codes = {low: _Codes(low) for low in range(low_bits(statements, 1) + 1)}
    holders = b"".join(
        _coded(found[name], codes[low_bits(statements, len(found[name]))]) for name in order
    )
    made = hashlib.sha256("\n".join(order).encode() + holders).digest()[:8]
    return _Index(order, [len(found[name]) for name in order], made + holders, made.hex())


class _Stems(dict[str, str]):
    """The stem of each word, made once; nothing of small words."""

    def __missing__(self, word: str) -> str:
        found = self[word] = "" if word in _STOP else stem(word)
        return found

    def of(self, text: str) -> set[str]:
        """The stems of a text."""
        found = set(map(self.__getitem__, words(text)))
        found.discard("")
        return found


class _Codes(dict[int, str]):
    """The bits of each distance, made once; so many low ones are written as they are."""

    def __init__(self, low: int) -> None:
        self._low = low

    def __missing__(self, distance: int) -> str:
        high, low = distance >> self._low, distance & (1 << self._low) - 1
        found = self[distance] = "0" * high + f"{low | 1 << self._low:b}"
        return found


def _coded(places: array[int], codes: _Codes) -> bytes:
    before = chain((0,), [place & ~1 for place in places])
    coded = "".join(map(codes.__getitem__, map(sub, places, before)))
    size = -(-len(coded) // 8)
    return (int(coded, 2) << 8 * size - len(coded)).to_bytes(size)


def low_bits(statements: int, holders: int) -> int:
    """How many bits of a distance are written as they are: about the logarithm of its mean."""
    return (statements // holders).bit_length()
