"""A copy of this process that does one piece of work and answers with bytes."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from generator.files.faults import EnvironmentFault

_LOOK_EVERY = 0.5
_LOST = "A process of the program was ended from outside, perhaps for want of memory."
_DONE, _FAULT, _TRACE = b"dft"


class Copy:
    """A process that was begun, and the pipe through which it answers."""

    def __init__(self, process: int, pipe: int) -> None:
        self._process = process
        self._pipe = os.fdopen(pipe, "rb")
        self._ended = False

    def answer(self) -> bytes:
        """What its work gave, once it has ended; what the work raised is raised here."""
        told = self._pipe.read()
        self._wait()
        if not told:
            raise EnvironmentFault(_LOST)
        if told[0] == _TRACE:
            raise RuntimeError(f"in a process of its own:\n{told[1:].decode()}")
        if told[0] == _FAULT:
            raise EnvironmentFault(told[1:].decode())
        return told[1:]

    def end(self) -> None:
        """Ends it, whatever it is at; nothing where it has answered."""
        if not self._ended:
            os.kill(self._process, signal.SIGKILL)
            self._wait()

    def _wait(self) -> None:
        self._pipe.close()
        os.waitpid(self._process, 0)
        self._ended = True


def possible() -> bool:
    """Whether there can be a copy, and a processor for it.

    Not while another thread runs: its locks would stay closed in the copy.
    """
    return hasattr(os, "fork") and threading.active_count() == 1 and processors() > 1


def processors() -> int:
    """How many processors this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def begun(work: Callable[[], bytes]) -> Iterator[Copy]:
    """A copy at work, which sees the memory as it was now; none is left running behind this."""
    copy = _forked(work)
    try:
        yield copy
    finally:
        copy.end()


def _forked(work: Callable[[], bytes]) -> Copy:
    # What waits to be printed would be printed by both.
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _live(work, writing, parent)
    os.close(writing)
    return Copy(process, reading)


def _live(work: Callable[[], bytes], answer: int, parent: int) -> NoReturn:
    """The whole life of a copy: it ends here whatever happens, and with its parent."""
    told = b""
    try:
        signal.signal(signal.SIGALRM, lambda *_: os._exit(1) if os.getppid() != parent else None)
        signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY, _LOOK_EVERY)
        told = bytes((_DONE,)) + work()
    except EnvironmentFault as error:
        told = bytes((_FAULT,)) + str(error).encode()
    except BaseException:  # noqa: BLE001 - nothing may leave the copy but its answer
        told = bytes((_TRACE,)) + traceback.format_exc().encode()
    finally:
        # Whoever should read it may have been ended.
        with suppress(OSError), os.fdopen(answer, "wb") as pipe:
            pipe.write(told)
        os._exit(0)
