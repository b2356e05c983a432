"""Content against the published one -> its problems, with every silent change among them."""

from __future__ import annotations

import datetime

from generator.diff.against import against
from generator.pipeline.check import Outcome, check
from generator.pipeline.inputs import Inputs
from generator.pipeline.sheets import locator
from generator.problem import in_order


def check_against(base: Inputs, inputs: Inputs, today: datetime.date) -> Outcome:
    """What `check` finds, and what differs in silence from the published content `base`.

    `base` may have mistakes of its own; what could be read of it is compared.
    """
    published, outcome = check(base, today), check(inputs, today)
    if published.value is None or outcome.value is None:
        return outcome
    silent = against(published.value, outcome.value, locator(inputs))
    return outcome.about(in_order((*outcome.problems, *silent)))
