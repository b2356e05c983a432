"""Paths of files that we write: they stay below their folder."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

CACHE = ".cache"
"""The folder of caches and of the lock, in the project's folder."""

PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*")
"""A path that is safe as it looks; to see that makes no object."""


def safe(path: str) -> PurePosixPath:
    """A path that stays below its folder; any other is a fault of the program."""
    pure = PurePosixPath(path)
    parts = pure.parts
    if not parts or pure.is_absolute() or ".." in parts or "\\" in path or str(pure) != path:
        raise ValueError(f"not a path below the folder: {path!r}")
    return pure
