"""What checks remember, kept in the cache between runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.files import signed
from generator.files.faults import EnvironmentFault
from generator.files.locking import cache
from generator.files.paths import CACHE
from generator.pipeline import Memory, keeping

FOLDER = "check"
WORTH = 500
"""From how many files on a memory is worth keeping: to read so many anew takes half a second."""


def remembered(root: Path) -> Memory:
    """What earlier runs of this program, by this user, remembered of the project's files."""
    folder = root / CACHE / FOLDER
    if folder.parent.is_symlink() or folder.is_symlink() or not folder.is_dir():
        return Memory()
    return keeping.remembered(_texts(folder))


def remember(root: Path, before: Memory, after: Memory) -> None:
    """Keeps what was changed since `before`; where that cannot be done, nothing is kept.

    What the memory has no longer goes from the disk too. A project of few files is read anew as
    quickly, and is spared the folder.
    """
    if len(after.sheets) + len(after.intact) < WORTH:
        return
    shelves = keeping.changed(before, after)
    if shelves and signed.own_key(made=True):
        with suppress(OSError, EnvironmentFault):
            folder = cache(root, FOLDER)
            for shelf, text in keeping.texts(after, shelves).items():
                signed.write(_file(folder, shelf), text)


def _texts(folder: Path) -> Iterator[bytes]:
    for shelf in range(keeping.SHELVES):
        text = signed.read(_file(folder, shelf))
        if text is not None:
            yield text


def _file(folder: Path, shelf: int) -> Path:
    return folder / f"{shelf:02}.json"
