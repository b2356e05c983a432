"""What can go wrong with the machine: one plain line each, never a trace."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from factsheets.problems.text import visible

_OF_THE_MACHINE = frozenset(
    getattr(errno, name)
    for name in [
        "ENOSPC",
        "EDQUOT",
        "EFBIG",
        "EROFS",
        "EACCES",
        "EPERM",
        "EIO",
        "EMFILE",
        "ENFILE",
        "ENOMEM",
    ]
    if hasattr(errno, name)
)


class EnvironmentFault(Exception):
    """The disk, a lock or a missing file stopped us; the content is not to blame."""


class RefusedFolder(EnvironmentFault):
    """The folder that was named is none that we may write to."""


def is_of_the_machine(error: OSError) -> bool:
    """Whether an error of the system is about the machine, whoever met it: disk, memory, rights."""
    return error.errno in _OF_THE_MACHINE


def shown(path: Path | str) -> str:
    """A path as text that every terminal can print, whatever bytes its name is made of."""
    return visible(os.fsencode(path).decode("utf-8", "replace"))


@contextmanager
def disk(what: str) -> Iterator[None]:
    """Turns an error of the operating system into one plain line that begins with `what`."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise  # Not the system's: libraries derive errors of their own from this one.
        # Of a copy to a full disk, Python names the file that was read.
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        known = isinstance(error.filename, str) and not full
        where = f" ({shown(error.filename)})" if known else ""
        reason = error.strerror or os.strerror(error.errno)
        raise EnvironmentFault(f"{what}: {reason[:1].lower()}{reason[1:]}{where}.") from error


# Paths of files that we write: they stay below their folder.

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
