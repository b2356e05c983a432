"""Writes files into a new folder of ours."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.files.faults import disk, shown
from generator.files.paths import PLAIN, safe

_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
Content = bytes | Iterable[bytes]
"""A file's content, whole or in pieces."""


def add_files(folder: Path, files: Iterable[tuple[str, Content]]) -> int:
    """Writes these files into a folder of ours, and returns their number."""
    number = 0
    root = str(folder)
    with disk(f"{shown(folder)} could not be written"):
        for path, data in files:
            if not PLAIN.fullmatch(path):
                safe(path)
            _write(f"{root}/{path}", (data,) if isinstance(data, bytes) else data)
            number += 1
    return number


def _write(place: str, pieces: Iterable[bytes]) -> None:
    handle = _opened(place)
    try:
        for piece in pieces:
            write_all(handle, piece)
    finally:
        os.close(handle)


def _opened(place: str) -> int:
    """Opens a new or existing file for writing, and makes its folder if it is missing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NOT_FOLLOWED | _BINARY
    try:
        return os.open(place, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(place.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - called for each file
        return os.open(place, flags, 0o666)


def write_all(handle: int, data: bytes) -> None:
    """Writes all of it, however little the system takes at once."""
    left = data
    while left:
        left = left[os.write(handle, left) :]
