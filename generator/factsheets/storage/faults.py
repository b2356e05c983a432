"""Errors of the machine, such as a full disk, as one plain line each instead of a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factsheets.problems.text import visible

_FULL = frozenset([errno.ENOSPC, errno.EDQUOT])
_OF_THE_MACHINE = _FULL | {
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
}


class EnvironmentFault(Exception):
    """The disk, a lock or a missing file stops the program; the content is not at fault."""


class RefusedFolder(EnvironmentFault):
    """The program must not write to the named folder."""


class RefusedFile(EnvironmentFault):
    """The named file is not what the command needs."""


def is_of_the_machine(error: OSError) -> bool:
    """Whether an error comes from the machine: its disk, memory or permissions."""
    return error.errno in _OF_THE_MACHINE


def shown(path: Path | str) -> str:
    """A path as text that every terminal can print, whatever bytes it contains."""
    return visible(os.fsencode(path).decode("utf-8", "replace"))


@contextmanager
def disk(what: str) -> Iterator[None]:
    """Turn an operating system error into one plain line that begins with `what`."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise  # Libraries derive their own exceptions from OSError; these are not the system's.
        # When a copy fills the disk, Python names the file that was read.
        known = isinstance(error.filename, str) and error.errno not in _FULL
        where = f" ({shown(error.filename)})" if known else ""
        reason = error.strerror or os.strerror(error.errno)
        raise EnvironmentFault(f"{what}: {reason[:1].lower()}{reason[1:]}{where}.") from error
