"""Files -> records: each YAML file read and validated, and remembered while it does not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from generator.dataset import Locate, Sheets
from generator.dataset.model import FOLDERS, Path
from generator.pipeline.inputs import Inputs
from generator.problem import Place, Problem
from generator.schema import RECORDS, Actor, Article, Event, Kind, Topic
from generator.source import Tree, read
from generator.validate import record

Record = Actor | Topic | Event | Article
R = TypeVar("R", Actor, Topic, Event, Article)

_KIND_OF: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as read: its record, where one could be made, and its problems."""

    data: bytes
    value: Record | None
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier checks made of each file; a file whose bytes are the same is not read again."""

    sheets: dict[str, Sheet] = field(default_factory=dict)


def sheets(inputs: Inputs, memory: Memory) -> tuple[Sheets, list[Problem]]:
    """All records by kind and id, with the problems of every file alone."""
    found = {name: _known(name, data, memory) for name, data in _records(inputs)}
    memory.sheets.clear()
    memory.sheets.update(found)
    problems = [problem for sheet in found.values() for problem in sheet.problems]
    unread = (_named(problem.place.file) for problem in inputs.problems)
    broken: dict[Kind, set[str]] = {kind: set() for kind in RECORDS}
    for kind, record_id in (name for name in unread if name):
        broken[kind].add(record_id)
    for name, sheet in found.items():
        if sheet.value is None:
            kind, record_id = _kind_and_id(name)
            broken[kind].add(record_id)
    lines = {_kind_and_id(name)[1]: sheet.lines for name, sheet in found.items() if sheet.lines}
    return (
        Sheets(
            actors=_of(found, Actor),
            topics=_of(found, Topic),
            events=_of(found, Event),
            articles=_of(found, Article),
            lines=lines,
            broken={kind: frozenset(ids) for kind, ids in broken.items()},
        ),
        problems,
    )


def locator(inputs: Inputs) -> Locate:
    """Gives the place of a value; reads a file again only when one of its places is asked for."""
    trees: dict[str, Tree | None] = {}

    def place(file: str, path: Path) -> Place:
        if file not in trees:
            data = inputs.files.get(file)
            trees[file] = None if data is None else read(file, data).value
        tree = trees[file]
        return Place(file) if tree is None else tree.place(path)

    return place


def _records(inputs: Inputs) -> Iterator[tuple[str, bytes]]:
    for name, data in inputs.files.items():
        if name.endswith(".yaml") and name.rpartition("/")[0] in _KIND_OF:
            yield name, data


def _kind_and_id(name: str) -> tuple[Kind, str]:
    folder, _, file = name.rpartition("/")
    return _KIND_OF[folder], file.removesuffix(".yaml")


def _named(name: str) -> tuple[Kind, str] | None:
    """The record that an unread file would have been, whatever its ending."""
    folder, _, file = name.rpartition("/")
    return (_KIND_OF[folder], file.partition(".")[0]) if folder in _KIND_OF else None


def _known(name: str, data: bytes, memory: Memory) -> Sheet:
    known = memory.sheets.get(name)
    return known if known and known.data == data else _sheet(name, data)


def _sheet(name: str, data: bytes) -> Sheet:
    kind, _ = _kind_and_id(name)
    tree = read(name, data)
    if tree.value is None:
        return Sheet(data, None, (), tree.problems)
    checked = record(kind, tree.value)
    value = checked.value
    lines: tuple[int, ...] = ()
    if isinstance(value, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(value.facts)))
    return Sheet(data, value, lines, (*tree.problems, *checked.problems))


def _of(found: dict[str, Sheet], kind: type[R]) -> dict[str, R]:
    return {
        _kind_and_id(name)[1]: sheet.value
        for name, sheet in found.items()
        if isinstance(sheet.value, kind)
    }
