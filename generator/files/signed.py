"""Files of the cache that count only if this user wrote them, with this program.

A folder can come from a stranger, and with it a cache that says of broken content that nothing is
wrong. So each file is signed with a key that lies outside the project, and that nobody else has:
one with another signature, or of another version of the program, counts as missing.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import generator

_SIZE = 32  # bytes of the key, and of a signature
_LARGEST = 64 << 20  # bytes of one file; one of a memory of 50,000 statements has 200,000
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read(path: Path) -> bytes | None:
    """What was written into a file, None where anybody else could have written it."""
    key = own_key()
    data = _bytes(path, _LARGEST) if key else None
    if not key or not data or not hmac.compare_digest(data[:_SIZE], signature(key, data[_SIZE:])):
        return None
    return data[_SIZE:]


def write(path: Path, text: bytes) -> None:
    """Writes a signed file, or raises OSError; without a key to sign with, nothing is written."""
    key = own_key(made=True)
    if key:
        _put(path, signature(key, text) + text)


def signature(key: bytes, text: bytes) -> bytes:
    """What is put before a text."""
    return hmac.digest(key, program() + text, "sha256")


@cache
def program() -> bytes:
    """A hash of everything that could make the same content give something else."""
    found = sha256(f"{sys.version} {version('pydantic')} {version('PyYAML')}".encode())
    folder = Path(generator.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0")
        found.update(sha256(path.read_bytes()).digest())
    return found.digest()


def own_key(*, made: bool = False) -> bytes | None:
    """This user's key, None where there is none to oneself; with `made` a missing one is made."""
    with suppress(OSError, RuntimeError):
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        path = Path(base) / "factsheets" / "key"
        if not path.is_absolute():
            return None
        # An empty one was left by a run that was killed, or met a full disk.
        if made and (not path.exists() or path.stat().st_size == 0):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _put(path, secrets.token_bytes(_SIZE))
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
