"""Ids that were given to something else: facts overwritten, records exchanged, old ids reused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.dataset import Dataset, Locate, Statement
from generator.dataset.model import file_of
from generator.diff.ids import Renames
from generator.diff.told import Both, Changed, actor_names
from generator.problem import Place, Problem
from generator.schema import Article, Event, Kind, Topic

_FEW = 1 / 3
_ADVICE = "An id is never used again, for its old address leads elsewhere. Choose another."


def is_another(before: Statement, after: Statement, silent: Sequence[Changed]) -> bool:
    """Other words of another speaker, or from another place: another statement, not a change."""
    fields = {change.field for change in silent}
    if "statement" not in fields:
        return False
    moved = before.article_id != after.article_id or before.fact.paragraph != after.fact.paragraph
    apart = _shared(before.fact.statement, after.fact.statement) < _FEW
    return apart and (moved or bool(fields & {"speaker", "quote", "said", "status"}))


def _shared(one: str, other: str) -> float:
    """How much of the shorter text's words the other has, from 0 to 1."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def reused(both: Both, names: Renames, locate: Locate) -> Iterator[Problem]:
    """Ids that lead to another record than they did, and former ids that were given away."""
    old, new = both
    yield from _facts(old, new, locate)
    groups: tuple[tuple[Kind, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("actor", old.actors, new.actors),
        ("topic", old.topics, new.topics),
        ("event", old.events, new.events),
        ("article", old.articles, new.articles),
    )
    for kind, before, after in groups:
        owner = {name: key for key, record in before.items() for name in record.former_ids}
        for key, record in after.items():
            if key in owner and key not in before:
                yield _given_away(key, owner[key], locate(file_of(kind, key), ()))
            elif key in before and key not in names[kind] and _differs(before[key], record):
                yield Problem(
                    "id-reused",
                    f'"{key}" was another {kind} before.',
                    locate(file_of(kind, key), ()),
                    f"It was: {_called(before[key])}. Give the new {kind} an id of its own, and "
                    "put the old one back. If it only has a new name, keep the old one under "
                    "other_names.",
                )


def _given_away(name: str, owner: str, place: Place) -> Problem:
    return Problem("id-reused", f'"{name}" was the id of "{owner}" before.', place, _ADVICE)


def _facts(old: Dataset, new: Dataset, locate: Locate) -> Iterator[Problem]:
    """New facts with an id that an older fact once had."""
    owner = {name: key for key, each in old.statements.items() for name in each.fact.former_ids}
    for key, statement in new.statements.items():
        if key in owner and key not in old.statements:
            path = ("facts", statement.index, "id")
            place = locate(file_of("article", statement.article_id), path)
            yield _given_away(key, owner[key], place)


def _called(record: Any) -> str:
    return record.url if isinstance(record, Article) else str(record.name)


def _differs(before: Any, after: Any) -> bool:
    """Whether a record under one id is plainly another: nothing that names it is left."""
    match before, after:
        case Article(), Article():
            return before.url != after.url and before.published != after.published
        case Topic(), Topic():
            return not _shared(before.name, after.name) and (
                _shared(before.summary, after.summary) < _FEW
            )
        case Event(), Event():
            return not _shared(before.name, after.name) and before.date != after.date
    return not any(
        _shared(one, other)
        for one in (before.name, before.short_name or before.name)
        for other in actor_names(after)
    )
