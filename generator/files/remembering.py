"""What checks remember, kept in the cache between runs: believed only if this user wrote it.

A folder can come from a stranger, and with it a cache that says of broken content that nothing is
wrong. So each text is signed with a key that lies outside the project, and that nobody else has:
a text with another signature, or of another version of the program, counts as missing.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import generator
from generator.files.faults import EnvironmentFault
from generator.files.locking import CACHE
from generator.files.locking import cache as cache_folder
from generator.pipeline import Memory, keeping

FOLDER = "check"
WORTH = 500
"""From how many files on a memory is worth keeping: to read so many anew takes half a second."""

_SIZE = 32  # bytes of the key, and of a signature
_LARGEST = 64 << 20  # bytes of one text; one of 50,000 statements has a quarter of a million
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def remembered(root: Path) -> Memory:
    """What earlier runs of this program, by this user, remembered of the project's files."""
    folder = root / CACHE / FOLDER
    if folder.parent.is_symlink() or folder.is_symlink() or not folder.is_dir():
        return Memory()
    key = _key()
    return Memory() if key is None else keeping.remembered(_signed(folder, key))


def remember(root: Path, before: Memory, after: Memory) -> None:
    """Keeps what was changed since `before`; where that cannot be done, nothing is kept.

    What the memory has no longer goes from the disk too. A project of few files is read anew as
    quickly, and is spared the folder.
    """
    if len(after.sheets) + len(after.intact) < WORTH:
        return
    shelves = keeping.changed(before, after)
    key = _key(made=True) if shelves else None
    if key is None:
        return
    with suppress(OSError, EnvironmentFault):
        folder = cache_folder(root, FOLDER)
        for shelf, text in keeping.texts(after, shelves).items():
            _put(folder / f"{shelf:02}.json", _signature(key, text) + text)


def _signed(folder: Path, key: bytes) -> Iterator[bytes]:
    for shelf in range(keeping.SHELVES):
        data = _bytes(folder / f"{shelf:02}.json", _LARGEST)
        if data and hmac.compare_digest(data[:_SIZE], _signature(key, data[_SIZE:])):
            yield data[_SIZE:]


def _signature(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, _program() + text, "sha256")


@cache
def _program() -> bytes:
    """A hash of everything that could make the same content give something else."""
    found = sha256(f"{sys.version} {version('pydantic')} {version('PyYAML')}".encode())
    folder = Path(generator.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0")
        found.update(sha256(path.read_bytes()).digest())
    return found.digest()


def _key(*, made: bool = False) -> bytes | None:
    """This user's key, None where there is none to oneself; with `made` a missing one is made."""
    with suppress(OSError, RuntimeError):
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        path = Path(base) / "factsheets" / "key"
        if not path.is_absolute():
            return None
        if made and not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                _put_new(path, secrets.token_bytes(_SIZE))
        key = _bytes(path, _SIZE + 1)
        return key if key and len(key) == _SIZE and _is_private(path) else None
    return None


def _is_private(path: Path) -> bool:
    """Whether nobody else can read a file; what Windows says of that is not asked for."""
    if sys.platform == "win32":
        return True
    found = path.lstat()
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _bytes(path: Path, most: int) -> bytes | None:
    """A regular file's bytes; None where there is none, or a larger one."""
    try:
        handle = os.open(path, os.O_RDONLY | _NOT_FOLLOWED | _BINARY)
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def _put(path: Path, data: bytes) -> None:
    """Puts a file in its place whole; two runs at once could tear it, then it counts as missing."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    _put_new(new, data)
    new.replace(path)


def _put_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOT_FOLLOWED | _BINARY
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
