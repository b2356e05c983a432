"""Content against the published one -> its problems, with every silent change among them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from generator.diff.against import against
from generator.diff.compared import Side
from generator.pipeline.check import Outcome, check
from generator.pipeline.compare import side
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Memory
from generator.pipeline.sheets import locator
from generator.problem import Problem, errors, in_order


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
