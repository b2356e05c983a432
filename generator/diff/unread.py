"""What one side has and could not be read, taken from the other: so that nothing is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.dataset import Dataset
from generator.dataset.model import FOLDERS, file_of
from generator.diff.ids import Renames, renamed
from generator.schema import Kind

Cut = Mapping[str, frozenset[str]]
"""By the id of a fact, or the file of a record: the fields whose values could not be read."""


def filled(side: Dataset, cut: Cut, other: Dataset, names: Renames) -> Dataset:
    """The data set with the values that could not be read as the other has them.

    `names` turn the other's ids into those of this one; none where the other is the newer.
    """
    if not cut:
        return side
    facts, findings = dict(side.statements), dict(side.findings)
    former = {now: was for was, now in names.get("fact", {}).items()}
    for key in cut.keys() & facts.keys():
        known = other.statements.get(former.get(key, key))
        if known is None:
            continue
        values = renamed(known.fact, names)
        same = {field: getattr(values, field) for field in cut[key]}
        facts[key] = replace(facts[key], fact=replace(facts[key].fact, **same))
        for at in range(len(facts[key].fact.also) + 1):
            if (found := other.findings.get((known.fact.id, at))) is not None:
                findings[key, at] = found
    groups = {kind: _records(kind, side, cut, other, names) for kind in FOLDERS}
    articles = groups["article"]
    facts = {key: replace(each, article=articles[each.article_id]) for key, each in facts.items()}
    return replace(
        side,
        actors=groups["actor"],
        topics=groups["topic"],
        events=groups["event"],
        articles=articles,
        statements=facts,
        findings=findings,
    )


def _records(kind: Kind, side: Dataset, cut: Cut, other: Dataset, names: Renames) -> dict[str, Any]:
    mine, theirs = records(kind, side), records(kind, other)
    found = dict(mine)
    former = {now: was for was, now in names.get(kind, {}).items()}
    for key, record in mine.items():
        fields = cut.get(file_of(kind, key))
        known = theirs.get(former.get(key, key))
        if fields and known is not None:
            values = renamed(replace(known, facts=()) if kind == "article" else known, names)
            found[key] = replace(record, **{field: getattr(values, field) for field in fields})
    return found


def records(kind: Kind, dataset: Dataset) -> Mapping[str, Any]:
    """The records of one kind, by their ids."""
    groups: dict[Kind, Mapping[str, Any]] = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
    }
    return groups[kind]
