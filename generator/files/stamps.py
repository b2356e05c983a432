"""What tells, without reading it, that a file is no longer as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int]
"""A file's number, its size, and the time of its last change."""
Stamps = Mapping[str, Stamp]


def stamps(places: Iterable[Path]) -> Stamps:
    """The stamps of these files, and of all files in these folders.

    What is not there, or goes meanwhile, has none.
    """
    found: dict[str, Stamp] = {}
    for place in places:
        with suppress(OSError):
            if place.is_dir():
                found.update(_inside(str(place)))
            else:
                found[str(place)] = _of(place.stat())
    return found


def _inside(folder: str) -> Iterator[tuple[str, Stamp]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _inside(entry.path)
                else:
                    yield entry.path, _of(entry.stat())


def _of(state: os.stat_result) -> Stamp:
    return state.st_ino, state.st_size, state.st_mtime_ns
