"""Read, write, list and remove files; links are never followed."""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from factsheets.storage.faults import EnvironmentFault, disk, shown

CACHE = ".cache"
"""The folder for caches and the lock, in the project's folder."""
TEMPORARY = ".factsheets-tmp-"
"""The prefix of temporary files."""

WINDOWS = os.name == "nt"
# Windows lacks the first two; without the third it changes each \n to \r\n.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_BLOCK = getattr(os, "O_NONBLOCK", 0)
BINARY = getattr(os, "O_BINARY", 0)
READ = os.O_RDONLY | _NO_FOLLOW | _NO_BLOCK | BINARY
WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW | BINARY
READ_AND_WRITE = os.O_RDWR | os.O_CREAT | _NO_FOLLOW | BINARY

_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT: a Windows folder that points to another one."""
_ATTEMPTS = 5  # for reading a file that is being changed
_MOVES = 10  # for moving a file that another Windows program has open
_PAUSE = 0.1

_PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*")

Content = bytes | Iterable[bytes]
"""The content of a file, whole or in pieces."""


def safe(path: str) -> str:
    """The path if it stays below its folder; any other path is a bug in the program."""
    if _PLAIN.fullmatch(path):
        return path
    pure = PurePosixPath(path)
    parts = pure.parts
    if not parts or pure.is_absolute() or ".." in parts or "\\" in path or str(pure) != path:
        raise ValueError(f"not a path below the folder: {path!r}")
    return path


def is_link(path: Path | str | os.DirEntry[str]) -> bool:
    """Whether a path is a symbolic link, or a Windows junction."""
    try:
        state = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION


def has_link(folder: Path, path: str) -> bool:
    """Whether a folder on the way from `folder` to a file below it is a link."""
    return any(is_link(folder / parent) for parent in PurePosixPath(path).parents[:-1])


def refuse_link(path: Path) -> None:
    """Raise if a path is a link: writing would change its target."""
    if is_link(path):
        raise EnvironmentFault(f"{shown(path)} is a symbolic link, which is not followed.")


def entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """The entries of a folder, by name."""
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def walk(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder with its path; each folder comes before its contents."""
    for entry in entries(folder):
        path = prefix + entry.name
        yield path, entry
        if entry.is_dir(follow_symlinks=False) and not is_link(entry):
            yield from walk(entry.path, f"{path}/")


def read_file(path: Path | str, limit: int) -> bytes | None:
    """At most `limit` bytes of a regular file; None for a link, a folder, a device or a pipe.

    Raises:
        EnvironmentFault: The file was changed each time while it was read.
    """
    if is_link(path):
        return None
    for _ in range(_ATTEMPTS):
        handle = os.open(path, READ)
        try:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                return None
            data = piece = os.read(handle, limit)
            while piece and len(data) < limit:
                piece = os.read(handle, limit - len(data))
                data += piece
            after = os.fstat(handle)
        finally:
            os.close(handle)
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return data
    raise EnvironmentFault(f"{shown(path)} was changed while it was read. Try again later.")


def write(place: Path | str, content: Content, *, sync: bool = False) -> None:
    """Write a new or existing file, and create its folder if missing."""
    try:
        handle = os.open(place, WRITE, 0o666)
    except FileNotFoundError:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, WRITE, 0o666)
    try:
        for piece in (content,) if isinstance(content, bytes) else content:
            left = piece
            while left:  # The system may write only a part of it.
                left = left[os.write(handle, left) :]
        if sync:
            os.fsync(handle)
    finally:
        os.close(handle)


def add_files(folder: Path, files: Iterable[tuple[str, Content]]) -> int:
    """Write files to a folder of the program, and return their number."""
    number = 0
    with disk(f"{shown(folder)} could not be written"):
        for path, content in files:
            write(f"{folder}/{safe(path)}", content)
            number += 1
    return number


def write_file(path: Path, data: bytes, *, sync: bool = True) -> bool:
    """Replace a file atomically, so that readers see the old or the new content.

    With `sync`, the data is on the disk first. Returns whether anything changed.
    """
    with disk(f"{shown(path)} could not be written"):
        refuse_link(path)
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            move(stage(path, data, path, sync=sync), path)
        except BaseException:
            beside(path).unlink(missing_ok=True)
            raise
    return True


def append(path: Path, text: str) -> None:
    """Append text to a file that the user named."""
    with disk(f"{shown(path)} could not be written"), path.open("a", encoding="utf-8") as file:
        file.write(text)


def beside(place: Path, prefix: str = TEMPORARY) -> Path:
    """The path of a temporary file for another one, in the same folder."""
    return place.with_name(prefix + place.name)


def stage(place: Path, data: bytes, model: Path, *, sync: bool = True) -> Path:
    """Write the new content of `place` to a temporary file, with the mode and owner of `model`."""
    temporary = beside(place)
    temporary.unlink(missing_ok=True)
    write(temporary, data, sync=sync)
    with suppress(FileNotFoundError):
        _keep_rights(model, temporary)
    return temporary


def move(source: Path, target: Path) -> None:
    """Rename a file over another, or rename a folder.

    Windows refuses that while another program, such as a virus scanner, has it open.
    """
    for _ in range(_MOVES if WINDOWS else 0):
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(_PAUSE)
    source.replace(target)


def remove(place: Path) -> None:
    """Remove a file or a folder with its contents; of a link, only the link."""
    if place.is_dir() and not is_link(place):
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _keep_rights(model: Path, copy: Path) -> None:
    """Copy a file's mode and, if the system has them, owner and attributes to another."""
    want, have = model.lstat(), copy.lstat()
    if hasattr(os, "chown") and (want.st_uid, want.st_gid) != (have.st_uid, have.st_gid):
        try:
            os.chown(copy, want.st_uid, want.st_gid)
        except PermissionError as error:
            raise EnvironmentFault(
                f"{shown(model)} belongs to another user or group ({want.st_uid}:{want.st_gid}), "
                "and its owner would change. Nothing was changed. Run this command as its owner."
            ) from error
    shutil.copystat(model, copy, follow_symlinks=False)
    os.utime(copy)  # The content is new.
