"""Files of the folder that a new one replaces, taken over where nothing in them has changed.

Another name for a file is made and given up much sooner than a file: to remove a hundred thousand
can take longer than to make what is in them. It also keeps the date by which web servers and
copying programs tell what has changed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from generator.files.switching import SITE_MARK

_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_FOLDERS = 16  # remembered: the files of a folder come one after another


def unchanged(old: Path, new: Path) -> Unchanged | None:
    """What an old folder, if it is there, has for the new one, which bears our mark already."""
    return Unchanged(old, (new / SITE_MARK).stat()) if old.is_dir() else None


class Unchanged:
    """The files of an old folder, for a new one beside it."""

    def __init__(self, old: Path, like: os.stat_result) -> None:
        """`like` is a file that was made just now: what is taken over must be of its kind."""
        self._old = str(old)
        self._like = _kind(like)
        self._is_real = lru_cache(_FOLDERS)(self._is_folder)

    def place(self, path: str, data: bytes) -> str | None:
        """Where the old folder has a file with this content, if it has.

        Files that have further names are left alone: somebody else may write to them.
        """
        if self._is_real(path.rpartition("/")[0]):
            old = f"{self._old}/{path}"
            with suppress(OSError):
                if self._is_same(old, data):
                    return old
        return None

    def _is_folder(self, path: str) -> bool:
        """Whether the way to a folder leads through no link."""
        if not path:
            return True
        whole = f"{self._old}/{path}"
        return self._is_real(path.rpartition("/")[0]) and not os.path.islink(whole)  # noqa: PTH114 - many

    def _is_same(self, old: str, data: bytes) -> bool:
        handle = os.open(old, os.O_RDONLY | _NOT_FOLLOWED | _BINARY)
        try:
            state = os.fstat(handle)
            alike = state.st_size == len(data) and state.st_nlink == 1
            return alike and _kind(state) == self._like and os.read(handle, len(data) + 1) == data
        finally:
            os.close(handle)


def _kind(state: os.stat_result) -> tuple[int, ...]:
    return state.st_mode, state.st_uid, state.st_gid, state.st_dev
