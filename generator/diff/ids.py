"""Records of an older data set with the ids that the newer one calls them by."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from generator.dataset import Dataset, Statement
from generator.diff.names import NAMES_A

R = TypeVar("R")
Renames = Mapping[str, Mapping[str, str]]


def renames(old: Dataset, new: Dataset) -> Renames:
    """By kind of record: an id of the old data set -> the id that took its place."""
    facts = {key: statement.fact for key, statement in new.statements.items()}
    groups: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("actor", old.actors, new.actors),
        ("topic", old.topics, new.topics),
        ("event", old.events, new.events),
        ("article", old.articles, new.articles),
        ("fact", old.statements, facts),
    )
    return {kind: _of_kind(before, after) for kind, before, after in groups}


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
        actors=by_name("actor", dataset.actors),
        topics=by_name("topic", dataset.topics),
        events=by_name("event", dataset.events),
        articles=by_name("article", dataset.articles),
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
        return _id(NAMES_A.get(field, ""), value, names)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            each.name: _renamed(each.name, getattr(value, each.name), names)
            for each in dataclasses.fields(value)
            if each.name in NAMES_A or not isinstance(getattr(value, each.name), str)
        }
        return dataclasses.replace(value, **fields)
    return value


def _id(kind: str, name: str, names: Renames) -> str:
    if kind == "question":
        topic, slash, question = name.partition("/")
        return names["topic"].get(topic, topic) + slash + question
    return names.get(kind, {}).get(name, name)
