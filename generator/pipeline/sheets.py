"""Files -> records: each YAML file read and validated, and remembered while it does not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from generator.dataset import Locate, Sheets
from generator.dataset.model import FOLDERS, Path, file_of
from generator.pipeline.inputs import Inputs
from generator.problem import Place, Problem, errors
from generator.schema import RECORDS, Actor, Article, Event, Kind, Topic
from generator.source import Tree, read
from generator.validate import fitting, record
from generator.validate.suggestions import meant_id

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
    kind: Kind | None = None  # that of its fields, where it lies in another's folder


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
    broken: dict[Kind, set[str]] = {kind: set() for kind in RECORDS}
    for problem in errors(inputs.problems):
        for kind, record_id in _named(problem):
            broken[kind].add(record_id)
    for name, sheet in found.items():
        if sheet.value is None:
            kind, record_id = _kind_and_id(name)
            broken[kind].add(record_id)
            broken[sheet.kind or kind].add(record_id)
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


def _named(problem: Problem) -> Iterator[tuple[Kind, str]]:
    """The records that an unread file may have been meant for, whatever its name and folder."""
    folder, _, file = problem.place.file.rpartition("/")
    name = file.partition(".")[0]
    kinds = (_KIND_OF[folder],) if folder in _KIND_OF else ()
    for kind in RECORDS if problem.code == "wrong-folder" else kinds:
        yield kind, name
        if meant := meant_id(name):
            yield kind, meant


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
    if value is None and (other := fitting(kind, tree.value)):
        return Sheet(data, None, (), (_misplaced(name, other, tree.value),), other)
    lines: tuple[int, ...] = ()
    if isinstance(value, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(value.facts)))
    return Sheet(data, value, lines, (*tree.problems, *checked.problems))


def _misplaced(name: str, kind: Kind, tree: Tree) -> Problem:
    """The one thing that is wrong with a right file in the folder of another kind."""
    return Problem(
        "wrong-folder",
        f"By its fields this is the file of an {kind}."
        if kind[0] in "aeiou"
        else f"By its fields this is the file of a {kind}.",
        tree.first_key_place(()),
        f"Move it to {file_of(kind, _kind_and_id(name)[1])}",
    )


def _of(found: dict[str, Sheet], kind: type[R]) -> dict[str, R]:
    return {
        _kind_and_id(name)[1]: sheet.value
        for name, sheet in found.items()
        if isinstance(sheet.value, kind)
    }
