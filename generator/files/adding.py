"""Files written into a new folder of ours, a great many of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.files.faults import disk, shown
from generator.files.paths import PLAIN, safe
from generator.files.unchanged import Unchanged

T = TypeVar("T")
Content = bytes | Iterable[bytes]
"""A file's content, in one or in pieces."""


def add_files(
    folder: Path, files: Iterable[tuple[str, Content]], unchanged: Unchanged | None = None
) -> int:
    """Writes these files into a folder of ours, and gives their number.

    Those that are `unchanged` are not written again; whoever changes one of them afterwards must
    put another file in its place. Two hundred thousand come here: no object is made for a path
    that looks plain.
    """
    number = 0
    root = str(folder)
    with disk(f"{shown(folder)} could not be written"):
        for path, data in files:
            if not PLAIN.fullmatch(path):
                safe(path)
            pieces = (data,) if isinstance(data, bytes) else data
            if not (unchanged and _taken_over(unchanged, root, path, pieces)):
                _write(f"{root}/{path}", pieces)
            number += 1
    return number


def _taken_over(unchanged: Unchanged, root: str, path: str, pieces: Iterable[bytes]) -> bool:
    """Only what is there whole is compared: the few long lists come in pieces."""
    match pieces:
        case (bytes(data),) if old := unchanged.place(path, data):
            # Some disks and systems know no further names: then it is written.
            with suppress(OSError, NotImplementedError):
                _in_folder(partial(os.link, old, follow_symlinks=False), f"{root}/{path}")
                return True
    return False


def _write(place: str, pieces: Iterable[bytes]) -> None:
    handle = _in_folder(_opened, place)
    try:
        for piece in pieces:
            write_all(handle, piece)
    finally:
        os.close(handle)


def _opened(place: str) -> int:
    """A new file, never one that stands there: that may be the old folder's, too."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return os.open(place, flags, 0o666)
    except FileExistsError:
        os.unlink(place)  # noqa: PTH108 - as for paths above
        return os.open(place, flags, 0o666)


def _in_folder(made: Callable[[str], T], place: str) -> T:
    """What is made at a place, whose folder is made too where it is missing."""
    try:
        return made(place)
    except FileNotFoundError:
        _make_folder(place.rpartition("/")[0])
        return made(place)


def _make_folder(place: str) -> None:
    """A folder that was not there, most often in one that is; another process may make it, too."""
    try:
        os.mkdir(place)  # noqa: PTH102 - as for paths above
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103 - likewise


def write_all(handle: int, data: bytes) -> None:
    """Writes all of it, however little the system takes at once."""
    left = data
    while left:
        left = left[os.write(handle, left) :]
