"""Records from files: each YAML file is read and validated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache as memoize
from typing import Any

from factsheets.content.messages import meant_id
from factsheets.content.reader import read
from factsheets.content.records import RECORDS, Article, Kind, RemovedArticle
from factsheets.content.rules import is_removed, removed
from factsheets.content.tree import Tree
from factsheets.content.validation import fitting, record
from factsheets.dataset.known import ties_of
from factsheets.dataset.model import FOLDERS, Locate, Path, Record, Removal, Sheets, file_of
from factsheets.dataset.ties import Ties
from factsheets.pipeline.inputs import Cache, Inputs, Progress, no_progress
from factsheets.problems.problem import Checked, Place, Problem, errors

KIND_OF: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}
"""The kind of the records in a folder."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result of reading one record's file; `record` and `ties` are None if it has none.

    Attributes:
        kind: The kind that the fields belong to, of a file in the folder of another kind.
        lines: The lines on which an article's facts begin.
        removed: What is left of a removed record, and of its facts.
    """

    ties: Ties | None
    problems: tuple[Problem, ...]
    kind: Kind | None = None
    record: Record | None = None
    lines: tuple[int, ...] = ()
    removed: tuple[Removal, ...] = ()


def kind_and_id(name: str) -> tuple[Kind, str]:
    """The kind and the id of the record in a file."""
    folder, _, file = name.rpartition("/")
    return KIND_OF[folder], file.removesuffix(".yaml")


def _read_file(name: str, data: bytes) -> Sheet:
    """Reads and validates one record's file."""
    kind, record_id = kind_and_id(name)
    tree = read(name, data)
    if tree.value is None:
        return Sheet(None, tree.problems)
    if is_removed(tree.value):
        return _removed(kind, record_id, tree)
    checked = record(kind, tree.value)
    made = checked.value
    if made is None:
        if other := fitting(kind, tree.value):
            return Sheet(None, (_misplaced(name, other, tree.value),), other)
        return Sheet(None, (*tree.problems, *checked.problems))
    problems = (*tree.problems, *checked.problems)
    lines: tuple[int, ...] = ()
    if isinstance(made, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(made.facts)))
    return Sheet(ties_of(record_id, made), problems, record=made, lines=lines)


def _removed(kind: Kind, record_id: str, tree: Checked[Tree]) -> Sheet:
    """What is left of a removed record and its facts."""
    if tree.value is None:
        raise ValueError("a removed record has a tree")
    found = removed(kind, tree.value)
    problems, made = (*tree.problems, *found.problems), found.value
    if made is None:
        return Sheet(None, problems)
    own = Removal(kind, record_id, made.date, made.reason, made.former_ids)
    facts = made.facts if isinstance(made, RemovedArticle) else ()
    of_facts = (Removal("fact", f.id, f.date, f.reason, f.former_ids) for f in facts)
    return Sheet(None, problems, removed=(own, *of_facts))


def _misplaced(name: str, kind: Kind, tree: Tree) -> Problem:
    """The one thing that is wrong with a right file in the folder of another kind."""
    return Problem(
        "wrong-folder",
        f"By its fields this is the file of an {kind}."
        if kind[0] in "aeiou"
        else f"By its fields this is the file of a {kind}.",
        tree.first_key_place(()),
        f"Move it to {file_of(kind, kind_and_id(name)[1])}",
    )


def read_sheets(
    inputs: Inputs, cache: Cache, progress: Progress = no_progress
) -> tuple[Sheets, list[Problem]]:
    """All records by kind and id, with the problems of each file by itself."""
    found = {
        name: cache.get(name, inputs.digests[name], _read_file, name, data)
        for name, data in progress("files", records(inputs), len(inputs.files))
    }
    problems = [problem for sheet in found.values() for problem in sheet.problems]
    return _sheets(inputs, found), problems


def _sheets(inputs: Inputs, found: dict[str, Sheet]) -> Sheets:
    by_kind: dict[Kind, dict[str, Any]] = {kind: {} for kind in RECORDS}
    lines: dict[str, tuple[int, ...]] = {}
    for name, sheet in found.items():
        if sheet.record is not None:
            kind, record_id = kind_and_id(name)
            by_kind[kind][record_id] = sheet.record
            if kind == "article":
                lines[record_id] = sheet.lines
    return Sheets(
        actors=by_kind["actor"],
        topics=by_kind["topic"],
        events=by_kind["event"],
        articles=by_kind["article"],
        lines=lines,
        broken=_broken(inputs, found),
        ties={name: sheet.ties for name, sheet in found.items() if sheet.ties},
        removed=tuple(each for sheet in found.values() for each in sheet.removed),
    )


def _broken(inputs: Inputs, found: dict[str, Sheet]) -> Mapping[Kind, frozenset[str]]:
    broken: dict[Kind, set[str]] = {kind: set() for kind in RECORDS}
    for problem in errors(inputs.problems):
        for kind, record_id in _named(problem):
            broken[kind].add(record_id)
    for name, sheet in found.items():
        if sheet.ties is None and not sheet.removed:
            kind, record_id = kind_and_id(name)
            broken[kind].add(record_id)
            broken[sheet.kind or kind].add(record_id)
    return {kind: frozenset(ids) for kind, ids in broken.items()}


def _named(problem: Problem) -> Iterator[tuple[Kind, str]]:
    """The records that an unread file may have been meant for, whatever its name and folder."""
    folder, _, file = problem.place.file.rpartition("/")
    name = file.partition(".")[0]
    kinds = (KIND_OF[folder],) if folder in KIND_OF else ()
    for kind in RECORDS if problem.code == "wrong-folder" else kinds:
        yield kind, name
        if meant := meant_id(name):
            yield kind, meant


def records(inputs: Inputs) -> Iterator[tuple[str, bytes]]:
    """The files that should be records."""
    for name, data in inputs.files.items():
        if name.endswith(".yaml") and name.rpartition("/")[0] in KIND_OF:
            yield name, data


def locator(inputs: Inputs) -> Locate:
    """Gives the place of a value; reads a file only when one of its places is asked for."""

    @memoize
    def in_file(file: str) -> Callable[[Path], Place]:
        tree = read(file, inputs.files[file]).value if file in inputs.files else None
        return tree.place if tree else lambda _: Place(file)

    return lambda file, path: in_file(file)(path)
