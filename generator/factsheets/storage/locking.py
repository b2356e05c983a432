"""One writer at a time: a lock that dies with its holder."""

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
from factsheets.storage.atomic import finish, write_file
from factsheets.storage.faults import CACHE, EnvironmentFault, RefusedFolder, disk, shown

_PAUSE = 0.05
_HOLDERS: set[tuple[int, int, Path]] = set()
"""Process, thread and folder of each lock that is held here."""

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


def cache(root: Path, inside: str = "") -> Path:
    """The folder of the project's caches, or one in it; made where it is missing.

    A link in its place would let us write, and delete, somewhere else: it is refused.
    """
    place = root
    with disk("The folder of the caches could not be made"):
        for part in filter(None, (CACHE, *inside.split("/"))):
            place /= part
            if place.is_symlink():
                raise RefusedFolder(
                    f"{shown(place)} is a symbolic link, which is not followed. Take it out."
                )
            place.mkdir(exist_ok=True)
    return place


@contextmanager
def lock(root: Path, doing: str, wait: float = 30.0) -> Iterator[None]:
    """Holds the project's lock while the block runs; `doing` tells others who holds it.

    The system frees the lock when its holder dies, so none is ever stale. After `wait` seconds
    an `EnvironmentFault` names the holder. An edit that its holder left half written is undone.
    Who holds it already goes on at once: plugins such as mkdocs-static-i18n build again within a
    build.
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
    """Holds the lock of an output folder outside of the project; `place` is its file.

    The file goes with its holder: beside the output nothing is left.
    """
    with disk("The folder of the output could not be made"):
        place.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with _locked(place, doing, wait) as handle:
            if not _is_at(handle, place):
                continue  # The last holder has removed it: another one may be locked by now.
            try:
                yield
            finally:
                with suppress(OSError):  # Windows removes no open file.
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
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(place, flags, 0o644)
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


# The trace of a fault of ours, kept for the report that somebody may write.

TRACE = "fault.txt"


def keep_trace(root: Path, error: BaseException) -> str:
    """Writes the trace into the cache, and gives the one line to show instead."""
    said = visible(" ".join(str(error).split())[:200])
    line = f"This is a fault of the program, not of the content: {type(error).__name__}: {said}."
    try:
        write_file(cache(root) / TRACE, "".join(traceback.format_exception(error)).encode())
    except EnvironmentFault:
        return line
    return f"{line} The trace is in {CACHE}/{TRACE}; please report it."
