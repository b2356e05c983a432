"""Two states of the content, with their records matched by id; renames are followed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from factsheets.content.kinds import KINDS, Kind, kind_and_id
from factsheets.content.reader import read
from factsheets.content.validation import salvaged
from factsheets.dataset.known import Known
from factsheets.dataset.links import linked
from factsheets.dataset.model import Dataset, Sheets, Statement, file_of
from factsheets.dataset.references import LEADS_TO, reference_targets
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.inputs import Cache, Inputs, no_progress
from factsheets.pipeline.prose import published_pages, read_pages
from factsheets.pipeline.quotations import Captures, Quotations, findings_of
from factsheets.pipeline.sheets import locator, read_sheets
from factsheets.problems.problem import errors

Renames = Mapping[str, Mapping[str, str]]
"""Maps an id of the older state to the id that replaced it, by kind of record."""


def records(kind: str, dataset: Dataset) -> Mapping[str, Any]:
    """The records of one kind by id; statements for `fact`."""
    return dataset.statements if kind == "fact" else dataset.records[kind]


ALL_KINDS = (*KINDS, "fact")


def file_with(kind: str, key: str, record: Any) -> str:
    """The file of a record or a statement."""
    if isinstance(record, Statement):
        return file_of("article", record.article_id)
    return file_of(kind, key)


@dataclass(frozen=True, slots=True)
class State:
    """One state of the content, and what could not be read of it.

    Attributes:
        dataset: The content as far as it could be read.
        unread: The files without a readable record.
        unread_facts: The facts that could not be read, each with its file.
        unread_fields: Fields that could not be read in readable records, by kind and id.
    """

    dataset: Dataset
    unread: frozenset[str] = frozenset()
    unread_facts: Mapping[str, str] = field(default_factory=dict)
    unread_fields: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)


class States:
    """Two states to compare, the older one with the ids of the newer.

    Fields that could not be read in one state have the values of the other, so that they never
    differ.
    """

    def __init__(self, old: State, new: State) -> None:
        names = {kind: _renames(kind, old.dataset, new.dataset) for kind in ALL_KINDS}
        self._former = {kind: {now: was for was, now in ids.items()} for kind, ids in names.items()}
        self.before, self.now = old, new
        """The two states as written."""
        with_new_ids = _with_new_ids(old.dataset, names)
        unread = {
            (kind, names[kind].get(key, key)): fields
            for (kind, key), fields in old.unread_fields.items()
        }
        self.old = _with_fields_of(new.dataset, with_new_ids, unread)
        self.new = _with_fields_of(with_new_ids, new.dataset, new.unread_fields)

    def former(self, kind: str, key: str) -> str:
        """The id of a record in the older state."""
        return self._former[kind].get(key, key)

    def pairs(self, kind: str) -> Iterator[tuple[str, Any, Any]]:
        """Every id of a kind, with the older and the newer record; None if there is none."""
        old, new = records(kind, self.old), records(kind, self.new)
        for key in sorted({*old, *new}):
            yield key, old.get(key), new.get(key)

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """The words in the names of all actors, in lower case."""
        return frozenset(
            word.casefold()
            for dataset in (self.old, self.new)
            for actor in dataset.actors.values()
            for name in (actor.name, actor.short_name or "")
            for word in name.split()
        )


def _with_fields_of(
    other: Dataset, dataset: Dataset, fields: Mapping[tuple[str, str], frozenset[str]]
) -> Dataset:
    """The dataset with the values of some fields, by kind and id, copied from another dataset."""
    if not fields:
        return dataset
    groups = {kind: dict(records(kind, dataset)) for kind in ALL_KINDS}
    findings = dict(dataset.findings)
    for (kind, key), names in fields.items():
        mine, theirs = groups[kind].get(key), records(kind, other).get(key)
        if mine is None or theirs is None:
            continue
        if kind != "fact":
            groups[kind][key] = _with_values(mine, theirs, names)
            continue
        fact = _with_values(mine.fact, theirs.fact, names)
        groups[kind][key] = replace(mine, fact=fact)
        for number in range(len(fact.also) + 1):
            if (key, number) in other.findings:
                findings[key, number] = other.findings[key, number]
    articles = groups["article"]
    return replace(
        dataset,
        records={kind: groups[kind] for kind in KINDS},
        statements={
            key: replace(each, article=articles[each.article_id])
            for key, each in groups["fact"].items()
        },
        findings=findings,
    )


def _with_values(record: Any, other: Any, names: frozenset[str]) -> Any:
    return replace(record, **{name: getattr(other, name) for name in names})


# Renames.


def _renames(kind: str, old: Dataset, new: Dataset) -> dict[str, str]:
    before, after = records(kind, old), records(kind, new)
    return {
        former: name
        for name, record in after.items()
        for former in former_ids(record)
        if former in before and former not in after and name not in before
    }


def former_ids(record: Any) -> tuple[str, ...]:
    """The former ids of a record or a statement."""
    found: tuple[str, ...] = (record.fact if isinstance(record, Statement) else record).former_ids
    return found


def _with_new_ids(dataset: Dataset, names: Renames) -> Dataset:
    if not any(names.values()):
        return dataset

    def group(kind: str) -> dict[str, Any]:
        found = records(kind, dataset).items()
        return {names[kind].get(key, key): _renamed("", each, names) for key, each in found}

    fact, article = names["fact"], names["article"]
    groups = {kind: group(kind) for kind in KINDS}
    statements = {}
    for each in dataset.statements.values():
        fact_id = fact.get(each.fact.id, each.fact.id)
        article_id = article.get(each.article_id, each.article_id)
        statements[fact_id] = replace(
            each,
            fact=replace(_renamed("", each.fact, names), id=fact_id),
            article_id=article_id,
            article=groups["article"][article_id],
        )
    return replace(
        dataset,
        records=groups,
        statements=statements,
        counted_with={
            article.get(one, one): article.get(other, other)
            for one, other in dataset.counted_with.items()
        },
        findings={
            (fact.get(key, key), number): each for (key, number), each in dataset.findings.items()
        },
        captures={article.get(key, key): each for key, each in dataset.captures.items()},
    )


def _renamed(name: str, value: Any, names: Renames) -> Any:
    """The value of a field, or a whole record, with all renamed ids replaced."""
    if isinstance(value, tuple):
        return tuple(_renamed(name, each, names) for each in value)
    if isinstance(value, str):
        return _new_id(reference_targets().get(name, ""), value, names)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            each.name: _renamed(each.name, getattr(value, each.name), names)
            for each in dataclasses.fields(value)
            if each.name in reference_targets() or not isinstance(getattr(value, each.name), str)
        }
        return replace(value, **fields)
    return value


def _new_id(kind: str, name: str, names: Renames) -> str:
    if kind == "question":
        topic, slash, question = name.partition("/")
        return names["topic"].get(topic, topic) + slash + question
    return names.get(LEADS_TO.get(kind, kind), {}).get(name, name)


# What can be read of content with errors.


def state(inputs: Inputs, outcome: Outcome) -> State:
    """One state of the content from its check; of broken files, what can be read."""
    dataset = outcome.value
    not_read = frozenset(problem.place.file for problem in errors(inputs.problems))
    if dataset and not any(_files_without_record(inputs, dataset)):
        return State(dataset, not_read)
    found, _ = read_sheets(inputs, Cache())
    facts: dict[str, str] = {}
    fields: dict[tuple[str, str], frozenset[str]] = {}
    for kind, record_id in _files_without_record(inputs, found):
        name = file_of(kind, record_id)
        tree = read(name, inputs.files[name]).value
        if tree is None:
            continue
        saved = salvaged(kind, tree)
        if saved.record is not None:
            group = {**found.records[kind], record_id: saved.record}
            found = replace(found, records={**found.records, kind: group})
            fields |= {
                ("fact", key) if key else (kind, record_id): cut for key, cut in saved.cut.items()
            }
        facts |= dict.fromkeys(saved.lost, name)
    dataset = _with_quotations(inputs, found, linked(Known(found)))
    unread = {file_of(kind, key) for kind, key in _files_without_record(inputs, dataset)}
    return State(dataset, not_read | unread, facts, fields)


def _with_quotations(inputs: Inputs, found: Sheets, dataset: Dataset) -> Dataset:
    captures = Captures(inputs, Cache())
    looked = Quotations(found, captures, locator(inputs), Cache()).check(no_progress)
    prose = published_pages(read_pages(inputs, Cache()))
    return replace(dataset, findings=findings_of(looked), captures=captures.readable(), prose=prose)


def _files_without_record(inputs: Inputs, known: Dataset | Sheets) -> Iterator[tuple[Kind, str]]:
    """Kind and id of the files that should contain a record, but do not."""
    without = {(each.kind, each.id) for each in known.removed}
    if isinstance(known, Dataset):
        without |= {("article", key) for key in known.drafts}
    for name in inputs.files:
        which = kind_and_id(name)
        if which and which not in without and which[1] not in known.records[which[0]]:
            yield which
