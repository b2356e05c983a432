"""Several pieces of work at once, each but the last in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from generator.files.faults import EnvironmentFault

Work = Callable[[], int]
_LOOK_EVERY = 0.5
_LOST = "A process of the program was ended from outside, perhaps for want of memory."


@dataclass(frozen=True, slots=True)
class _Worker:
    process: int
    answer: int


def abreast(works: Sequence[Work]) -> tuple[int, ...]:
    """The numbers that these give, in their order; they must need nothing of each other.

    Each sees the memory as it is now. Where processes cannot be copied, or another thread runs
    (its locks would stay closed in the copy), one is done after the other. What one of them
    raises is raised here, and the others are ended.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1 or (os.cpu_count() or 1) < 2:
        return tuple(work() for work in works)
    *others, own = works
    running: list[_Worker] = []
    try:
        running.extend(map(_begun, others))
        last = own()
        numbers = []
        while running:
            numbers.append(_number(running.pop(0)))
    finally:
        for worker in running:
            os.kill(worker.process, signal.SIGKILL)
            _closed(worker)
    return (*numbers, last)


def _begun(work: Work) -> _Worker:
    # What waits to be printed would be printed by both.
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _do(work, writing, parent)
    os.close(writing)
    return _Worker(process, reading)


def _do(work: Work, answer: int, parent: int) -> NoReturn:
    """The whole life of a copy: it ends here whatever happens, and with its parent."""
    told: dict[str, str | int] = {}
    try:
        signal.signal(signal.SIGALRM, lambda *_: os._exit(1) if os.getppid() != parent else None)
        signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY, _LOOK_EVERY)
        told = {"number": work()}
    except EnvironmentFault as error:
        told = {"fault": str(error)}
    except BaseException:  # noqa: BLE001 - nothing may leave the copy but its answer
        told = {"trace": traceback.format_exc()}
    finally:
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(json.dumps(told).encode())
        os._exit(0)


def _number(worker: _Worker) -> int:
    told = json.loads(_closed(worker) or b"{}")
    if "trace" in told:
        raise RuntimeError(f"in a process of its own:\n{told['trace']}")
    if "number" not in told:
        raise EnvironmentFault(told.get("fault", _LOST))
    return int(told["number"])


def _closed(worker: _Worker) -> bytes:
    """All that a copy answered, once it has ended."""
    with os.fdopen(worker.answer, "rb") as pipe:
        told = pipe.read()
    os.waitpid(worker.process, 0)
    return told
