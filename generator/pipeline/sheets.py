"""Records from files: each YAML file read and validated, unless its result is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from generator.dataset import Locate, Sheets
from generator.dataset.model import Path
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Memory, Sheet
from generator.pipeline.reading import KIND_OF, kind_and_id, read_file
from generator.pipeline.watch import Watch, unwatched
from generator.problem import Place, Problem, errors
from generator.schema import RECORDS, Kind
from generator.source import read
from generator.validate.suggestions import meant_id


def sheets(
    inputs: Inputs, memory: Memory, watch: Watch = unwatched
) -> tuple[Sheets, list[Problem]]:
    """All records by kind and id, with the problems of every file alone."""
    found: dict[str, Sheet] = {}
    for name, data in watch("files", records(inputs), len(inputs.files)):
        digest, known = inputs.digests[name], memory.sheets.get(name)
        same = known is not None and known.digest == digest
        found[name] = known if known and same else read_file(name, data, digest)
    memory.sheets.clear()
    memory.sheets.update(found)
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

    @cache
    def in_file(file: str) -> Callable[[Path], Place]:
        tree = read(file, inputs.files[file]).value if file in inputs.files else None
        return tree.place if tree else lambda _: Place(file)

    return lambda file, path: in_file(file)(path)
