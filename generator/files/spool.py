"""Pieces of a site laid aside until they are needed: on the disk, for they may not fit memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.files.faults import disk


class Spool:
    """Pieces of bytes, given back in the order in which they came; gone with the program."""

    def __init__(self, folder: Path) -> None:
        with disk("A temporary file could not be made"):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - lives with the object
        self._sizes: list[int] = []

    def add(self, piece: bytes) -> None:
        """Lays one piece aside."""
        with disk("A temporary file could not be written"):
            self._file.write(piece)
        self._sizes.append(len(piece))

    def pieces(self) -> Iterator[bytes]:
        """All pieces so far."""
        with disk("A temporary file could not be read"):
            self._file.seek(0)
            for size in self._sizes:
                yield self._file.read(size)

    def close(self) -> None:
        """Gives the room back."""
        self._file.close()
