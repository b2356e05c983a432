"""Several pieces of work, shared between two processes."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from generator.files.faults import EnvironmentFault

Work = Callable[[], int]
_LOOK_EVERY = 0.5
_LOST = "A process of the program was ended from outside, perhaps for want of memory."


_MOST = 2
"""Processes: each needs memory of its own, and they write to one disk."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: int
    answer: int


def abreast(works: Sequence[Work]) -> tuple[int, ...]:
    """The numbers that these give, in their order; they must need nothing of each other.

    The first begins in a process of its own, the last in this one; whichever is done takes the
    next of the others. Each sees the memory as it is now. Where processes cannot be copied, or
    another thread runs (its locks would stay closed in the copy), one is done after the other.
    What one of them raises is raised here, and the others are ended.
    """
    number = min(_MOST, len(works), os.cpu_count() or 1)
    if not hasattr(os, "fork") or threading.active_count() > 1 or number < 2:
        return tuple(work() for work in works)
    waiting = _tickets(range(number - 1, len(works) - 1))
    running: list[_Worker] = []
    found: dict[int, int] = {}
    try:
        running.extend(_begun(works, first, waiting) for first in range(number - 1))
        found |= _done(works, len(works) - 1, waiting)
        while running:
            found |= _numbers(running.pop(0))
    finally:
        os.close(waiting)
        for worker in running:
            os.kill(worker.process, signal.SIGKILL)
            _closed(worker)
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


def _begun(works: Sequence[Work], first: int, waiting: int) -> _Worker:
    # What waits to be printed would be printed by both.
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _live(partial(_done, works, first, waiting), writing, parent)
    os.close(writing)
    return _Worker(process, reading)


def _live(work: Callable[[], dict[int, int]], answer: int, parent: int) -> NoReturn:
    """The whole life of a copy: it ends here whatever happens, and with its parent."""
    told: dict[str, object] = {}
    try:
        signal.signal(signal.SIGALRM, lambda *_: os._exit(1) if os.getppid() != parent else None)
        signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY, _LOOK_EVERY)
        told = {"numbers": list(work().items())}
    except EnvironmentFault as error:
        told = {"fault": str(error)}
    except BaseException:  # noqa: BLE001 - nothing may leave the copy but its answer
        told = {"trace": traceback.format_exc()}
    finally:
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(json.dumps(told).encode())
        os._exit(0)


def _numbers(worker: _Worker) -> dict[int, int]:
    told = json.loads(_closed(worker) or b"{}")
    if "trace" in told:
        raise RuntimeError(f"in a process of its own:\n{told['trace']}")
    if "numbers" not in told:
        raise EnvironmentFault(told.get("fault", _LOST))
    return dict(told["numbers"])


def _closed(worker: _Worker) -> bytes:
    """All that a copy answered, once it has ended."""
    with os.fdopen(worker.answer, "rb") as pipe:
        told = pipe.read()
    os.waitpid(worker.process, 0)
    return told
