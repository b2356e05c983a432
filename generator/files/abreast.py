"""Several pieces of work, shared between two processes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence

from generator.files import copies

Work = Callable[[], int]


def abreast(works: Sequence[Work]) -> tuple[int, ...]:
    """The numbers that these give, in their order; they must need nothing of each other.

    The first begins in a process of its own, the last in this one; whichever is done takes the
    next of the others. Each sees the memory as it is now. Two processes at most: each needs
    memory of its own, and they write to one disk. Where there can be no second one, one work is
    done after the other. What one of them raises is raised here, and the other process is ended.
    """
    if len(works) < 2 or not copies.possible():
        return tuple(work() for work in works)
    waiting = _tickets(range(1, len(works) - 1))
    try:
        with copies.begun(lambda: _as_text(_done(works, 0, waiting))) as copy:
            found = _done(works, len(works) - 1, waiting)
            found |= dict(json.loads(copy.answer()))
    finally:
        os.close(waiting)
    return tuple(found[place] for place in range(len(works)))


def _tickets(places: Iterable[int]) -> int:
    """A pipe that gives every place once, to whoever asks first, and then nothing."""
    reading, writing = os.pipe()
    os.write(writing, bytes(places))
    os.close(writing)
    return reading


def _done(works: Sequence[Work], first: int, waiting: int) -> dict[int, int]:
    found = {first: works[first]()}
    while ticket := os.read(waiting, 1):
        found[ticket[0]] = works[ticket[0]]()
    return found


def _as_text(numbers: dict[int, int]) -> bytes:
    return json.dumps(list(numbers.items())).encode()
