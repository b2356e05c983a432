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
"""Process, thread and folder of each lock held by this program."""

if sys.platform == "win32":
    import msvcrt

    # Far beyond the holder's name, because on Windows nobody else can read locked bytes.
    _AT = 1 << 30

    def _take(handle: int) -> None:
        os.lseek(handle, _AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def cache(root: Path, inside: str = "") -> Path:
    """The folder of the project's caches, or one in it; created if missing.

    A link is refused, because the program would write and delete elsewhere.
    """
    place = root
    with disk("The cache folder could not be created"):
        for part in filter(None, (CACHE, *inside.split("/"))):
            place /= part
            if is_link(place):
                raise RefusedFolder(
                    f"{shown(place)} is a symbolic link, which is not followed. Delete it."
                )
            place.mkdir(exist_ok=True)
    return place


@contextmanager
def lock(root: Path, doing: str, wait: float = 30.0) -> Iterator[None]:
    """Hold the project's lock while the block runs; `doing` tells others who holds it.

    After `wait` seconds an `EnvironmentFault` names the holder. An edit that the last holder did
    not finish is undone. The lock is reentrant, because plugins such as mkdocs-static-i18n run a
    build within a build.
    """
    if not os.access(root, os.W_OK):
        raise EnvironmentFault(f"{doing} writes to {shown(root)}, which is not writable.")
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
    """Hold the lock of an output folder outside the project; the file `place` is removed after."""
    with disk("The output folder could not be created"):
        place.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with _locked(place, doing, wait) as handle:
            if not _is_at(handle, place):
                continue  # The previous holder has removed it: a new file may already be locked.
            try:
                yield
            finally:
                if not WINDOWS:
                    place.unlink(missing_ok=True)
        if WINDOWS:
            # Windows removes only closed files, and none that others have open.
            with suppress(OSError):
                place.unlink()
        return


def _is_at(handle: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), place.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


@contextmanager
def _locked(place: Path, doing: str, wait: float) -> Iterator[int]:
    with disk("The lock could not be created"):
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
                f"Another run is writing: {holder}. Waited {seconds:g} seconds; try again when it "
                "has finished."
            )
        time.sleep(_PAUSE)


def keep_trace(root: Path, error: BaseException) -> str:
    """Write the traceback of a bug to the cache, and return the message to show instead."""
    text = visible(" ".join(str(error).split())[:200])
    line = (
        f"This is a bug in the program, not a mistake in the content: {type(error).__name__}: "
        f"{text}."
    )
    try:
        write_file(cache(root) / TRACE, "".join(traceback.format_exception(error)).encode())
    except EnvironmentFault:
        return line
    return f"{line} The traceback is in {CACHE}/{TRACE}; please report it."
