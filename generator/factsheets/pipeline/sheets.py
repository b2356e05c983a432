"""Read and validate the YAML file of each record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache as memoize
from typing import Any

from factsheets.content.article import Article, RemovedArticle
from factsheets.content.kinds import (
    KINDS,
    Kind,
    Record,
    kind_and_id,
    kind_of_folder,
    with_article,
)
from factsheets.content.messages import guess_id
from factsheets.content.reader import read
from factsheets.content.rules import is_removed, removed
from factsheets.content.tree import Locate, Path, Tree
from factsheets.content.validation import fitting, record
from factsheets.dataset.model import Removal, Sheets, file_of
from factsheets.pipeline.inputs import Cache, Inputs, Progress, no_progress
from factsheets.problems.problem import Place, Problem, errors


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result of reading one record's file; `record` is None if it has none.

    Attributes:
        kind: The kind that the fields belong to, if the file is in another kind's folder.
        lines: The lines on which an article's facts begin.
        removed: The remains of a removed record and of its facts.
    """

    problems: tuple[Problem, ...]
    kind: Kind | None = None
    record: Record | None = None
    lines: tuple[int, ...] = ()
    removed: tuple[Removal, ...] = ()


def _read_file(kind: Kind, record_id: str, data: bytes) -> Sheet:
    """Read and validate one record's file."""
    name = file_of(kind, record_id)
    tree = read(name, data)
    if tree.value is None:
        return Sheet(tree.problems)
    if is_removed(tree.value):
        return _removed(kind, record_id, tree.value, tree.problems)
    checked = record(kind, tree.value)
    made = checked.value
    if made is None:
        if other := fitting(kind, tree.value):
            return Sheet((_misplaced(other, record_id, tree.value),), other)
        return Sheet((*tree.problems, *checked.problems))
    problems = (*tree.problems, *checked.problems)
    lines: tuple[int, ...] = ()
    if isinstance(made, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(made.facts)))
    return Sheet(problems, record=made, lines=lines)


def _removed(kind: Kind, record_id: str, tree: Tree, known: tuple[Problem, ...]) -> Sheet:
    """The remains of a removed record and its facts."""
    found = removed(kind, tree)
    problems, made = (*known, *found.problems), found.value
    if made is None:
        return Sheet(problems)
    own = Removal(kind, record_id, made.date, made.reason, made.former_ids)
    facts = made.facts if isinstance(made, RemovedArticle) else ()
    of_facts = (Removal("fact", f.id, f.date, f.reason, f.former_ids) for f in facts)
    return Sheet(problems, removed=(own, *of_facts))


def _misplaced(kind: Kind, record_id: str, tree: Tree) -> Problem:
    """The only problem to report for a valid file in another kind's folder."""
    return Problem(
        "wrong-folder",
        f"Its fields are those of {with_article(kind)}.",
        tree.first_key_place(()),
        f"Move it to {file_of(kind, record_id)}",
    )


def read_sheets(
    inputs: Inputs, cache: Cache, progress: Progress = no_progress
) -> tuple[Sheets, list[Problem]]:
    """All records by kind and id, with the problems of each file on its own."""
    found = {
        which: cache.get(name, inputs.digests[name], _read_file, *which, data)
        for name, data in progress("files", inputs.files.items(), len(inputs.files))
        if (which := kind_and_id(name))
    }
    problems = [problem for sheet in found.values() for problem in sheet.problems]
    return _sheets(inputs, found), problems


def _sheets(inputs: Inputs, found: Mapping[tuple[Kind, str], Sheet]) -> Sheets:
    by_kind: dict[Kind, dict[str, Any]] = {kind: {} for kind in KINDS}
    lines: dict[str, tuple[int, ...]] = {}
    for (kind, record_id), sheet in found.items():
        if sheet.record is not None:
            by_kind[kind][record_id] = sheet.record
            if sheet.lines:
                lines[record_id] = sheet.lines
    return Sheets(
        by_kind,
        lines=lines,
        broken=_broken(inputs, found),
        removed=tuple(each for sheet in found.values() for each in sheet.removed),
    )


def _broken(
    inputs: Inputs, found: Mapping[tuple[Kind, str], Sheet]
) -> Mapping[Kind, frozenset[str]]:
    broken: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
    for problem in errors(inputs.problems):
        for kind, record_id in _named(problem):
            broken[kind].add(record_id)
    for (kind, record_id), sheet in found.items():
        if sheet.record is None and not sheet.removed:
            broken[kind].add(record_id)
            broken[sheet.kind or kind].add(record_id)
    return {kind: frozenset(ids) for kind, ids in broken.items()}


def _named(problem: Problem) -> Iterator[tuple[Kind, str]]:
    """The records that an unread file may have been meant as, whatever its name and folder."""
    folder, _, file = problem.place.file.rpartition("/")
    name = file.partition(".")[0]
    own = kind_of_folder(folder)
    for kind in KINDS if problem.code == "wrong-folder" else filter(None, (own,)):
        yield kind, name
        if meant := guess_id(name):
            yield kind, meant


def locator(inputs: Inputs) -> Locate:
    """Locates values; parses a file only when one of its places is needed."""

    @memoize
    def in_file(file: str) -> Callable[[Path], Place]:
        tree = read(file, inputs.files[file]).value if file in inputs.files else None
        return tree.place if tree else lambda _: Place(file)

    return lambda file, path: in_file(file)(path)
