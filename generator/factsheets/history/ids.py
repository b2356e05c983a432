"""Records of an older data set with the ids that the newer one calls them by."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from factsheets.content.records import Article, Event, Topic
from factsheets.dataset.model import Dataset, Locate, Statement, file_of
from factsheets.dataset.references import LEADS_TO, reference_targets
from factsheets.history.corrections import Both, Changed, actor_names
from factsheets.problems.problem import Place, Problem

R = TypeVar("R")
Renames = Mapping[str, Mapping[str, str]]


def renames(old: Dataset, new: Dataset) -> Renames:
    """By kind of record: an id of the old data set -> the id that took its place."""
    facts = {key: statement.fact for key, statement in new.statements.items()}
    found = {kind: _of_kind(old.records[kind], after) for kind, after in new.records.items()}
    return found | {"fact": _of_kind(old.statements, facts)}


def _of_kind(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    return {
        former: name
        for name, record in after.items()
        for former in record.former_ids
        if former in before and former not in after and name not in before
    }


def with_names(dataset: Dataset, names: Renames) -> Dataset:
    """An older data set with the ids that are in use now."""
    if not any(names.values()):
        return dataset

    def by_name(kind: str, records: Mapping[str, R]) -> dict[str, R]:
        return {names[kind].get(key, key): renamed(each, names) for key, each in records.items()}

    fact, article = names["fact"], names["article"]
    statements = (called(each, names) for each in dataset.statements.values())
    return dataclasses.replace(
        dataset,
        records={kind: by_name(kind, records) for kind, records in dataset.records.items()},
        statements={each.fact.id: each for each in statements},
        counted_with={
            article.get(one, one): article.get(other, other)
            for one, other in dataset.counted_with.items()
        },
        findings={
            (fact.get(key, key), number): each for (key, number), each in dataset.findings.items()
        },
        captures={article.get(key, key): each for key, each in dataset.captures.items()},
    )


def called(statement: Statement, names: Renames) -> Statement:
    """An older statement with the ids that are in use now."""
    if not any(names.values()):
        return statement
    article_id = names["article"].get(statement.article_id, statement.article_id)
    fact_id = names["fact"].get(statement.fact.id, statement.fact.id)
    fact = dataclasses.replace(renamed(statement.fact, names), id=fact_id)
    article = renamed(dataclasses.replace(statement.article, facts=()), names)
    return dataclasses.replace(statement, fact=fact, article_id=article_id, article=article)


def renamed(record: R, names: Renames) -> R:
    """The record with every id that was renamed in its new form."""
    if not any(names.values()):
        return record
    changed: Any = _renamed("", record, names)
    return changed  # type: ignore[no-any-return]  # of the same class as it came in


def _renamed(field: str, value: Any, names: Renames) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(field, each, names) for each in value)
    if isinstance(value, str):
        return _id(reference_targets().get(field, ""), value, names)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            each.name: _renamed(each.name, getattr(value, each.name), names)
            for each in dataclasses.fields(value)
            if each.name in reference_targets() or not isinstance(getattr(value, each.name), str)
        }
        return dataclasses.replace(value, **fields)
    return value


def _id(target: str, name: str, names: Renames) -> str:
    record_id, slash, question = name.partition("/")
    return names.get(LEADS_TO.get(target, target), {}).get(record_id, record_id) + slash + question


# Ids that were given to something else: facts overwritten, records exchanged, old ids reused.

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
    for kind, after in new.records.items():
        before = old.records[kind]
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
