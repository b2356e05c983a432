"""What tells, without reading it, that a file is no longer as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamps = Mapping[str, tuple[int, int, int]]


def stamps(places: Iterable[Path]) -> Stamps:
    """Of these files, and of all files in these folders: number, size, time of the last change.

    What is not there, or goes meanwhile, has none.
    """
    found = {}
    for path in sorted(path for place in places for path in _files(place)):
        try:
            state = path.stat()
        except OSError:
            continue
        found[str(path)] = (state.st_ino, state.st_size, state.st_mtime_ns)
    return found


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in names)
