"""Two states of the content -> what changed between them, though either may be broken."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator import capture
from generator.dataset import Dataset, Sheets, link
from generator.dataset.model import FOLDERS, file_of
from generator.diff import Comparison, Side, compared
from generator.pipeline.check import Outcome, check
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Memory
from generator.pipeline.prose import prose
from generator.pipeline.sheets import locator, sheets
from generator.problem import errors
from generator.schema import Kind
from generator.source import read
from generator.validate import salvaged


@dataclass(frozen=True, slots=True)
class Difference:
    """A comparison, and what the check of either side gave."""

    comparison: Comparison
    before: Outcome
    now: Outcome

    @property
    def ready(self) -> bool:
        """Whether the newer content can be published: nothing wrong, silent, or gone."""
        waits = self.comparison.due or self.comparison.gone
        return self.now.summary.errors == 0 and not waits


def difference(base: Inputs, inputs: Inputs, today: datetime.date) -> Difference:
    """Checks both sides, and compares what can be read of them."""
    before, now = check(base, today), check(inputs, today)
    return Difference(compared(side(base, before), side(inputs, now)), before, now)


def side(inputs: Inputs, outcome: Outcome) -> Side:
    """The content as one side of a comparison; of broken files, what can be read of them."""
    dataset = outcome.value
    not_read = frozenset(problem.place.file for problem in errors(inputs.problems))
    if dataset is not None and not any(_unread(inputs, dataset)):
        return Side(dataset, not_read)
    found, _ = sheets(inputs, Memory())
    doubtful: dict[str, str] = {}
    cut: dict[str, frozenset[str]] = {}
    for kind, record_id, name in _unread(inputs, found):
        tree = read(name, inputs.files[name]).value
        if tree is None:
            continue
        saved = salvaged(kind, tree)
        if saved.record is not None:
            found = _with(found, kind, record_id, saved.record)
            cut |= {key or name: fields for key, fields in saved.cut.items()}
        doubtful |= dict.fromkeys(saved.lost, name)
    linked = link(found, locator(inputs)).value or Dataset({}, {}, {}, {}, {})
    unread = not_read | {name for *_, name in _unread(inputs, linked)}
    return Side(_checked(inputs, found, linked), unread, doubtful, cut)


def _checked(inputs: Inputs, found: Sheets, dataset: Dataset) -> Dataset:
    captures = capture.captures(inputs.files).value or {}
    texts = capture.texts(inputs.files)
    findings = (
        capture.checked(
            found.articles, capture.Material(captures, texts, found.actors), locator(inputs)
        ).value
        or {}
    )
    whole = {key: one for key, one in captures.items() if one}
    pages = prose(inputs.files).value or {}
    return replace(dataset, findings=findings, captures=whole, prose=pages)


def _unread(inputs: Inputs, known: Dataset | Sheets) -> Iterator[tuple[Kind, str, str]]:
    """The files that gave no record, and should have."""
    without = {(each.kind, each.id) for each in known.removed}
    if isinstance(known, Dataset):
        without |= {("article", key) for key in known.drafts}
    groups: tuple[tuple[Kind, Any], ...] = (
        ("actor", known.actors),
        ("topic", known.topics),
        ("event", known.events),
        ("article", known.articles),
    )
    for kind, records in groups:
        for name in inputs.files:
            folder, _, file = name.rpartition("/")
            record_id = file.removesuffix(".yaml")
            known_id = record_id in records or (kind, record_id) in without
            if folder == FOLDERS[kind] and not known_id:
                yield kind, record_id, file_of(kind, record_id)


def _with(found: Sheets, kind: Kind, record_id: str, record: Any) -> Sheets:
    field = f"{kind}s"
    changed: dict[str, Any] = {field: {**getattr(found, field), record_id: record}}
    return replace(found, **changed)
