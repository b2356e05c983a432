"""The references of records, and suggestions for ids that do not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache, cached_property
from typing import Any

from factsheets.content.field_help import FieldInfo, all_fields, known_fields
from factsheets.content.tree import Path
from factsheets.dataset.model import Records, file_of

Reference = tuple[str, str, Path]
"""The target of a reference (see `refers_to`), its id, and its path in the file."""

LEADS_TO = {"state": "actor", "question": "topic"}
"""The kind of record of each target with another name."""


def references(records: Records) -> Iterator[tuple[str, Iterator[Reference]]]:
    """The references in each file."""
    for kind, found in records.records.items():
        for record_id, record in found.items():
            yield file_of(kind, record_id), references_of(record)


def references_of(record: Any, at: Path = ()) -> Iterator[Reference]:
    """The references in a record, or in the group of fields at a path in it."""
    for name, target in _reference_fields()[type(record)]:
        value = getattr(record, name)
        if value is None:
            continue
        is_list = isinstance(value, tuple)
        for number, each in enumerate(value if is_list else (value,)):
            path = (*at, name, number) if is_list else (*at, name)
            if target:
                yield target, each, path
            else:
                yield from references_of(each, path)


@cache
def _reference_fields() -> dict[type[Any], tuple[tuple[str, str | None], ...]]:
    """The fields of a class that refer to something, each with its target; None for groups."""
    return {
        record: tuple((name, known.target) for name, known in fields.items() if _refers(known))
        for record, fields in all_fields().items()
    }


def _refers(field: FieldInfo) -> bool:
    """Whether a field, or any field in its groups, holds ids."""
    groups = known_fields(field.record).values() if field.record else ()
    return field.target is not None or any(map(_refers, groups))


@cache
def reference_targets() -> dict[str, str]:
    """The target of each field of ids, by name."""
    return {
        name: target for fields in _reference_fields().values() for name, target in fields if target
    }


# A hostile file can have thousands of broken ids, and a site has thousands of valid ones. So each
# is compared only with a few that share rare trigrams, and the number of suggestions is limited.
_QUESTIONS = 500
_COMPARED = 40
_SHARED = 200


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "Look up the id.") -> str:
    """`Did you mean x?` with the closest known id, or `otherwise` if none is close."""
    return Nearest(known).did_you_mean(name, otherwise)


class Nearest:
    """Existing ids, indexed for many searches for the closest one."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = list(ids)
        self._asked = 0

    def did_you_mean(self, name: str, otherwise: str = "Look up the id.") -> str:
        """Same as the function, with the ids of this index."""
        near = self.to(name)
        return f"Did you mean {near}?" if near else otherwise

    def to(self, name: str) -> str | None:
        """The id closest to a name, None if none is close."""
        self._asked += 1
        if self._asked > _QUESTIONS:
            return None
        near = get_close_matches(name, self._candidates(name), n=1, cutoff=0.7)
        return near[0] if near else None

    @cached_property
    def _by_run(self) -> dict[str, list[str]]:
        """The ids by trigram."""
        found: dict[str, list[str]] = {}
        for one in self._ids:
            for run in _runs(one):
                found.setdefault(run, []).append(one)
        return found

    def _candidates(self, name: str) -> list[str]:
        """Candidates for the closest id: those that share most of the rarer trigrams."""
        if len(self._ids) <= _COMPARED:
            return self._ids
        shared: Counter[str] = Counter()
        for run in sorted(_runs(name), key=lambda run: (len(self._by_run.get(run, ())), run)):
            shared.update(self._by_run.get(run, ())[:_SHARED])
        best = sorted(shared, key=lambda one: (-shared[one], abs(len(one) - len(name)), one))
        return best[:_COMPARED]


def _runs(name: str) -> set[str]:
    whole = f" {name} "
    return {whole[at : at + 3] for at in range(len(whole) - 2)}
