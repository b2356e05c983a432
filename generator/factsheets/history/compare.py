"""Two states of the content -> what changed between them, though either may be broken."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from factsheets.content.kinds import Kind, kind_and_id
from factsheets.content.reader import read
from factsheets.content.validation import salvaged
from factsheets.dataset.links import link
from factsheets.dataset.model import Dataset, Sheets
from factsheets.history.change import Comparison
from factsheets.history.diff import Side, compared
from factsheets.history.published import against
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Inputs, Memory
from factsheets.pipeline.prose import prose
from factsheets.pipeline.sheets import locator, sheets
from factsheets.problems.problem import Problem, errors, in_order
from factsheets.quotes import check as quotes_check
from factsheets.quotes import seeds, sources


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
    linked = link(found, locator(inputs)).value or Dataset()
    unread = not_read | {name for *_, name in _unread(inputs, linked)}
    return Side(_checked(inputs, found, linked), unread, doubtful, cut)


def _checked(inputs: Inputs, found: Sheets, dataset: Dataset) -> Dataset:
    captures = seeds.captures(inputs.files).value or {}
    texts = seeds.texts(inputs.files)
    findings = (
        quotes_check.checked(
            found.articles, sources.Material(captures, texts, found.actors), locator(inputs)
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
    for name in inputs.files:
        if found := kind_and_id(name):
            kind, record_id = found
            if record_id not in known.records[kind] and found not in without:
                yield kind, record_id, name


def _with(found: Sheets, kind: Kind, record_id: str, record: Any) -> Sheets:
    of_kind = {**found.records[kind], record_id: record}
    return replace(found, records={**found.records, kind: of_kind})


# Content against the published one -> its problems, with every silent change among them.


class NoBase(Exception):
    """None of the states to compare with can be read whole; `problem` is in the newest."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def check_against(bases: Iterable[Inputs], inputs: Inputs, today: datetime.date) -> Outcome:
    """What `check` finds, and what differs in silence from the published content.

    Args:
        bases: The states that may have been published, newest first. What cannot be read was
            never published, so the first that can be read whole is compared.
        inputs: The content as it stands. It may have mistakes: what can be read is compared.
        today: The day that dates in the content are compared with.

    Raises:
        NoBase: No base can be read whole, so nothing can be said of silent changes.
    """
    published = _published(bases, today)
    outcome = check(inputs, today)
    silent = against(published, side(inputs, outcome), locator(inputs))
    # The list of addresses may have named a lost one already.
    known = {each.message for each in outcome.problems}
    new = (each for each in silent if each.message not in known)
    return outcome.about(in_order((*outcome.problems, *new)))


def _published(bases: Iterable[Inputs], today: datetime.date) -> Side:
    first: Problem | None = None
    memory = Memory()
    for base in bases:
        outcome = check(base, today, memory)
        found = side(base, outcome)
        if not found.unread and not found.doubtful:
            return found
        first = first or _reason(found, outcome)
    if first is None:
        raise ValueError("there is no base")
    raise NoBase(first)


def _reason(found: Side, outcome: Outcome) -> Problem:
    """The first problem of a file that could not be read whole."""
    broken = {*found.unread, *(found.doubtful or {}).values()}
    wrong = errors(outcome.problems)
    return next((each for each in wrong if each.place.file in broken), wrong[0])
