"""Locks: one writer at a time; the system frees a lock when its holder dies."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factsheets.problems.text import visible
from factsheets.storage.edits import finish
from factsheets.storage.faults import EnvironmentFault, RefusedFolder, disk, shown
from factsheets.storage.files import CACHE, READ_AND_WRITE, WINDOWS, is_link, write_file

_PAUSE = 0.05
TRACE = "fault.txt"
_HOLDERS: set[tuple[int, int, Path]] = set()
"""Process, thread and folder of each lock that is held here."""

if sys.platform == "win32":
    import msvcrt

    # Far beyond the holder's name, for Windows lets nobody else read locked bytes.
    _AT = 1 << 30

    def _take(handle: int) -> None:
        os.lseek(handle, _AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def cache(root: Path, inside: str = "") -> Path:
    """The folder of the project's caches, or one in it; made if it is missing.

    A link is refused: through it the program would write and delete somewhere else.
    """
    place = root
    with disk("The folder of the caches could not be made"):
        for part in filter(None, (CACHE, *inside.split("/"))):
            place /= part
            if is_link(place):
                raise RefusedFolder(
                    f"{shown(place)} is a symbolic link, which is not followed. Take it out."
                )
            place.mkdir(exist_ok=True)
    return place


@contextmanager
def lock(root: Path, doing: str, wait: float = 30.0) -> Iterator[None]:
    """Holds the project's lock while the block runs; `doing` tells others who holds it.

    After `wait` seconds an `EnvironmentFault` names the holder. An edit that the last holder left
    half written is undone. The lock can be taken again by its holder: plugins such as
    mkdocs-static-i18n build again within a build.
    """
    if not os.access(root, os.W_OK):
        raise EnvironmentFault(f"{doing} writes into {shown(root)}, which cannot be written to.")
    folder = cache(root)
    holder = (os.getpid(), threading.get_ident(), folder.resolve())
    if holder in _HOLDERS:
        yield
        return
    with _locked(folder / "lock", doing, wait):
        _HOLDERS.add(holder)
        try:
            finish(root)
            yield
        finally:
            _HOLDERS.discard(holder)


@contextmanager
def lock_beside(place: Path, doing: str, wait: float = 30.0) -> Iterator[None]:
    """Holds the lock of an output folder outside of the project; the file `place` goes with it."""
    with disk("The folder of the output could not be made"):
        place.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with _locked(place, doing, wait) as handle:
            if not _is_at(handle, place):
                continue  # The last holder has removed it: another one may be locked by now.
            try:
                yield
            finally:
                if not WINDOWS:
                    place.unlink(missing_ok=True)
        if WINDOWS:
            with suppress(OSError):  # Windows removes closed files only, and none that others open.
                place.unlink()
        return


def _is_at(handle: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), place.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


@contextmanager
def _locked(place: Path, doing: str, wait: float) -> Iterator[int]:
    with disk("The lock could not be made"):
        handle = os.open(place, READ_AND_WRITE, 0o644)
    try:
        _wait(handle, wait)
        with disk("The lock could not be written"):
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, f"process {os.getpid()} ({doing})".encode())
        yield handle
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


def keep_trace(root: Path, error: BaseException) -> str:
    """Writes the trace of a fault of ours into the cache, and gives the line to show instead."""
    text = visible(" ".join(str(error).split())[:200])
    line = f"This is a fault of the program, not of the content: {type(error).__name__}: {text}."
    try:
        write_file(cache(root) / TRACE, "".join(traceback.format_exception(error)).encode())
    except EnvironmentFault:
        return line
    return f"{line} The trace is in {CACHE}/{TRACE}; please report it."
