"""Files -> records: each YAML file read and validated, unless it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from generator.dataset import Locate, Sheets
from generator.dataset.model import Path, file_of
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Memory, Read, Sheet
from generator.pipeline.reading import KIND_OF, kind_and_id, read_file, read_record
from generator.pipeline.watch import Watch, unwatched
from generator.problem import Place, Problem, errors
from generator.schema import RECORDS, Kind
from generator.source import quick_place, read
from generator.validate.suggestions import meant_id

V = TypeVar("V")


class _Lazily(Mapping[str, V]):
    """Values by id, each made when it is first asked for."""

    def __init__(self, ids: list[str], made: Callable[[str], V]) -> None:
        self._ids = dict.fromkeys(ids)
        self._made = made

    def __getitem__(self, key: str) -> V:
        if key not in self._ids:
            raise KeyError(key)
        return self._made(key)

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def sheets(
    inputs: Inputs, memory: Memory, watch: Watch = unwatched
) -> tuple[Sheets, list[Problem]]:
    """All records by kind and id, with the problems of every file alone.

    A record that only the memory's ties are known of is read when it is asked for.
    """
    found: dict[str, Sheet] = {}
    kept: dict[str, Read] = {}
    for name, data in watch("files", records(inputs), len(inputs.files)):
        digest = inputs.digests[name]
        sheet, one = _remembered(name, digest, memory) or read_file(name, data, digest)
        found[name] = sheet
        if one:
            kept[name] = one
    _renew(memory.sheets, found)
    _renew(memory.records, kept)
    problems = [problem for sheet in found.values() for problem in sheet.problems]
    ids: dict[Kind, list[str]] = {kind: [] for kind in RECORDS}
    for name, sheet in found.items():
        if sheet.ties:
            kind, record_id = kind_and_id(name)
            ids[kind].append(record_id)
    return _sheets(inputs, ids, found, memory), problems


def _sheets(
    inputs: Inputs, ids: dict[Kind, list[str]], found: dict[str, Sheet], memory: Memory
) -> Sheets:
    def record_of(file: str) -> Read:
        known = memory.records.get(file)
        if known is None:
            known = memory.records[file] = read_record(file, inputs.files[file])
        return known

    def of_kind(kind: Kind) -> Any:
        return _Lazily(ids[kind], lambda key: record_of(file_of(kind, key)).record)

    return Sheets(
        actors=of_kind("actor"),
        topics=of_kind("topic"),
        events=of_kind("event"),
        articles=of_kind("article"),
        lines=_Lazily(ids["article"], lambda key: record_of(file_of("article", key)).lines),
        broken=_broken(inputs, found),
        ties={name: sheet.ties for name, sheet in found.items() if sheet.ties},
    )


def _broken(inputs: Inputs, found: dict[str, Sheet]) -> Mapping[Kind, frozenset[str]]:
    broken: dict[Kind, set[str]] = {kind: set() for kind in RECORDS}
    for problem in errors(inputs.problems):
        for kind, record_id in _named(problem):
            broken[kind].add(record_id)
    for name, sheet in found.items():
        if sheet.ties is None:
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


def _remembered(name: str, digest: bytes, memory: Memory) -> tuple[Sheet, Read | None] | None:
    known = memory.sheets.get(name)
    return (known, memory.records.get(name)) if known and known.digest == digest else None


def records(inputs: Inputs) -> Iterator[tuple[str, bytes]]:
    """The files that should be records."""
    for name, data in inputs.files.items():
        if name.endswith(".yaml") and name.rpartition("/")[0] in KIND_OF:
            yield name, data


def _renew(memory: dict[str, V], found: dict[str, V]) -> None:
    memory.clear()
    memory.update(found)


def locator(inputs: Inputs, sheets: Mapping[str, Sheet] | None = None) -> Locate:
    """Gives the place of a value; looks into a file only when one of its places is asked for.

    With `sheets`, by file, those that are known to be in the quick form are not read for it.
    """
    places: dict[str, Callable[[Path], Place]] = {}

    def in_file(file: str) -> Callable[[Path], Place]:
        data = inputs.files.get(file)
        if data is None:
            return lambda _: Place(file)
        known = (sheets or {}).get(file)
        if known and known.quick:
            return quick_place(file, data)
        tree = read(file, data).value
        return tree.place if tree else lambda _: Place(file)

    def place(file: str, path: Path) -> Place:
        if file not in places:
            places[file] = in_file(file)
        return places[file](path)

    return place
