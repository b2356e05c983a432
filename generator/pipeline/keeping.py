"""What is remembered of files, as text that can be kept between runs, and back.

The text is JSON: it holds values, never code. What it says of a file's bytes is believed, so
whoever reads it must know who wrote it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from generator.dataset import Ties
from generator.dataset.model import file_of
from generator.pipeline.memory import Looked, Memory, Page, Sheet
from generator.problem import Place, Problem

SHELVES = 64
"""Into how many texts a memory is divided, so that few are written when few files change."""

_FIELDS = 8  # numbers that a problem takes


def shelf_of(path: str) -> int:
    """The number of the text in which a file's entries stand."""
    return crc32(path.encode("utf-8", "surrogatepass")) % SHELVES


def changed(before: Memory, after: Memory) -> frozenset[int]:
    """The shelves on which something differs; entries that are the same object do not."""
    found: set[int] = set()
    for old, new in zip(_entries(before), _entries(after), strict=True):
        for key in old.keys() | new.keys():
            if old.get(key) is not new.get(key):
                found.add(shelf_of(_path(key)))
    return frozenset(found)


def texts(memory: Memory, shelves: Iterable[int]) -> Mapping[int, bytes]:
    """These shelves of a memory, each as a text; all its entries on them, and no others."""
    found = {shelf: _Writer() for shelf in shelves}
    for name, entries in zip(_NAMES, _entries(memory), strict=True):
        for key, entry in entries.items():
            writer = found.get(shelf_of(_path(key)))
            if writer:
                writer.put(name, key, entry)
    return {shelf: writer.text() for shelf, writer in found.items()}


def text(memory: Memory) -> bytes:
    """All of a memory as one text."""
    writer = _Writer()
    for name, entries in zip(_NAMES, _entries(memory), strict=True):
        for key, entry in entries.items():
            writer.put(name, key, entry)
    return writer.text()


def remembered(read: Iterable[bytes]) -> Memory:
    """The memory that these texts hold; none of them may come from anybody else's hand."""
    memory = Memory()
    for text in read:
        given = json.loads(text)
        reader = _Reader(given["strings"])
        for key, sheet in given["sheets"].items():
            memory.sheets[key] = reader.sheet(key, *sheet)
        for key, (digest, intact) in given["intact"].items():
            memory.intact[key] = bytes.fromhex(digest), intact
        for key, looked in given["looked"].items():
            memory.looked[key] = reader.looked(key, *looked)
        for key, page in given["pages"].items():
            memory.pages[key] = reader.page(key, *page)
    return memory


_NAMES = ("sheets", "intact", "looked", "pages")


def _entries(memory: Memory) -> tuple[Mapping[str, Any], ...]:
    return memory.sheets, memory.intact, memory.looked, memory.pages


def _path(key: str) -> str:
    """The file that an entry is about: looks are kept by the article's id."""
    return key if "/" in key else file_of("article", key)


class _Writer:
    """One text in the making; a text that many problems share stands in it once."""

    def __init__(self) -> None:
        self._strings: dict[str, int] = {}
        self._given: dict[str, Any] = {name: {} for name in _NAMES}

    def put(self, name: str, key: str, entry: Any) -> None:
        """Adds one entry."""
        match entry:
            case Sheet():
                kept = [self._problems(_path(key), entry.problems), entry.quick, entry.kind]
                kept = [entry.digest.hex(), _of_ties(entry.ties), *kept]
            case Looked():
                problems = self._problems(_path(key), entry.problems)
                kept = [entry.digest.hex(), entry.found, problems, entry.kept()]
            case Page():
                kept = [entry.digest.hex(), entry.text, self._problems(key, entry.problems)]
            case (digest, intact):
                kept = [digest.hex(), intact]
        self._given[name][key] = kept

    def text(self) -> bytes:
        """All of it."""
        whole = {"strings": [*self._strings], **self._given}
        return json.dumps(whole, separators=(",", ":")).encode()

    def _problems(self, path: str, problems: Iterable[Problem]) -> list[int]:
        numbers: list[int] = []
        for each in problems:
            place = each.place
            file = "" if place.file == path else place.file
            numbers += map(self._string, (each.code, each.message, each.help, each.severity, file))
            numbers += place.line, place.column, place.end_column
        return numbers

    def _string(self, text: str) -> int:
        return self._strings.setdefault(text, len(self._strings))


class _Reader:
    """Makes the entries of one text."""

    def __init__(self, strings: list[str]) -> None:
        self._strings = strings

    def sheet(self, key: str, digest: str, ties: Any, *rest: Any) -> Sheet:
        """What a record's file gave."""
        problems, quick, kind = rest
        return Sheet(bytes.fromhex(digest), _ties(ties), self._problems(key, problems), quick, kind)

    def looked(self, key: str, digest: str, found: list[int], *rest: Any) -> Looked:
        """The look at an article's quotations."""
        problems, text = rest
        made = self._problems(_path(key), problems)
        return Looked(bytes.fromhex(digest), tuple(found), made, None, text)

    def page(self, key: str, digest: str, text: str | None, problems: list[int]) -> Page:
        """A hand-written page."""
        return Page(bytes.fromhex(digest), text, self._problems(key, problems))

    def _problems(self, path: str, numbers: list[int]) -> tuple[Problem, ...]:
        strings = self._strings
        return tuple(
            Problem(
                strings[code],
                strings[message],
                Place(strings[file] or path, *place),
                strings[help_],
                strings[severity],  # type: ignore[arg-type]  # one of the two that were written
            )
            for code, message, help_, severity, file, *place in (
                numbers[at : at + _FIELDS] for at in range(0, len(numbers), _FIELDS)
            )
        )


def _of_ties(ties: Ties | None) -> list[Any] | None:
    if ties is None:
        return None
    return [
        {kind: sorted(names) for kind, names in ties.refers.items()},
        *(ties.leads, ties.former, ties.names_itself, ties.kind, ties.questions, ties.first),
        *(ties.facts, ties.former_facts, ties.superseded, ties.quotes, sorted(ties.undated)),
        *(ties.published, ties.last, b64encode(ties.alike).decode()),
    ]


def _ties(given: list[Any] | None) -> Ties | None:
    if given is None:
        return None
    refers, leads, former, itself, kind, questions, first, *of_article = given
    facts, former_facts, superseded, quotes, undated, published, last, alike = of_article
    return Ties(
        {what: frozenset(names) for what, names in refers.items()},
        tuple((field, own, tuple(others)) for field, own, others in leads),
        *(tuple(former), itself, kind, tuple(questions), first),
        *(tuple(facts), tuple(former_facts), tuple(superseded), tuple(quotes)),
        *(frozenset(undated), published, last, b64decode(alike)),
    )
