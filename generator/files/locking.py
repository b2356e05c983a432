"""One writer at a time: a lock that dies with its holder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.files.faults import EnvironmentFault, disk

CACHE = ".cache"
_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    # Far behind the holder's name, for Windows forbids others to read locked bytes.
    _AT = 1 << 30

    def _take(handle: int) -> None:
        os.lseek(handle, _AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def lock(root: Path, doing: str, wait: float = 30.0) -> Iterator[None]:
    """Holds the project's lock while the block runs; `doing` tells others who holds it.

    The system frees the lock when its holder dies, so none is ever stale. After `wait` seconds
    an `EnvironmentFault` names the holder.
    """
    folder = root / CACHE
    with disk("The lock could not be made"):
        folder.mkdir(exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(folder / "lock", flags, 0o644)
    try:
        _wait(handle, wait)
        with disk("The lock could not be written"):
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, f"process {os.getpid()} ({doing})".encode())
        yield
    finally:
        os.close(handle)


def _wait(handle: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        with suppress(OSError):
            _take(handle)
            return
        if time.monotonic() >= end:
            os.lseek(handle, 0, os.SEEK_SET)
            holder = os.read(handle, 200).decode("utf-8", "replace") or "another process"
            raise EnvironmentFault(
                f"Another run is writing: {holder}. Waited {seconds:g} seconds; "
                "try again when it has ended."
            )
        time.sleep(_PAUSE)
