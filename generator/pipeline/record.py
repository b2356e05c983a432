"""Content against the published one -> its problems, with every silent change among them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from generator.dataset import Dataset
from generator.diff.against import against
from generator.diff.compared import Side
from generator.pipeline.check import Outcome, check
from generator.pipeline.compare import side
from generator.pipeline.inputs import Inputs
from generator.pipeline.sheets import locator
from generator.problem import in_order


def check_against(bases: Iterable[Inputs], inputs: Inputs, today: datetime.date) -> Outcome:
    """What `check` finds, and what differs in silence from the published content.

    `bases` are the states that may have been published, newest first. What cannot be read was
    never published, so the first that can be read whole is compared; else the first.

    Either may have mistakes; what can be read of both is compared.
    """
    outcome = check(inputs, today)
    silent = against(_published(bases, today), side(inputs, outcome), locator(inputs))
    # The list of addresses may have named a lost one already.
    known = {each.message for each in outcome.problems}
    new = (each for each in silent if each.message not in known)
    return outcome.about(in_order((*outcome.problems, *new)))


def _published(bases: Iterable[Inputs], today: datetime.date) -> Side:
    first: Side | None = None
    for base in bases:
        found = side(base, check(base, today))
        if not found.unread and not found.doubtful:
            return found
        first = first or found
    return first or Side(Dataset({}, {}, {}, {}, {}))
