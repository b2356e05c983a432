"""Carries out a plan of edits: all of its files are written, or none.

New files are written beside the old ones, the old ones get a second name, and only then each new
one takes its place. A journal in `.cache/` lists the files meanwhile. A run that is stopped
halfway leaves the journal; whoever takes the project's lock next puts the old files back.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factsheets.storage.faults import CACHE, PLAIN, EnvironmentFault, disk, safe, shown

if TYPE_CHECKING:
    from factsheets.pipeline.plan import Plan

TEMPORARY = ".factsheets-tmp-"
_OLD = ".factsheets-old-"
_JOURNAL = "edit.json"
_DONE = "done"
_NO_ATTRIBUTE = {
    getattr(errno, name, None) for name in ("ENODATA", "ENOTSUP", "EOPNOTSUPP", "EINVAL", "EPERM")
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a journal, with the SHA-256 of what stood there and what is to stand there."""

    path: str
    before: str | None
    after: str | None


def carry_out(root: Path, plan: Plan) -> None:
    """Writes all files of a plan, or none. Call it with the project's lock held.

    Rights, owner, access lists and other attributes of a file stay, under a new name too.

    Raises:
        EnvironmentFault: A file is another one than the plan was made from, is a link, would
            change its owner, or cannot be written. The old files are in place then.
    """
    if not plan.after:
        return
    entries = tuple(
        _Entry(str(safe(path)), _digest(plan.before.get(path)), _digest(data))
        for path, data in sorted(plan.after.items())
    )
    models = {new: old for old, new in plan.moved.items()}
    with disk("The edit could not be written, and nothing was changed"):
        for entry in entries:
            _must_be_as_planned(root, entry)
            _must_have_one_name(root / entry.path)
        _write_journal(root, entries)
        try:
            for path, data in plan.after.items():
                if data is not None:
                    (root / path).parent.mkdir(parents=True, exist_ok=True)
                    stage(root / path, data, root / models.get(path, path))
            _switch(root, entries)
            _write_journal(root, entries, done=True)
        except BaseException:
            finish(root)
            raise
        finish(root)


def finish(root: Path) -> None:
    """Ends an edit that was stopped halfway: the old files are in place again, nothing is left.

    Raises:
        EnvironmentFault: Somebody has changed one of its files since; nothing is done then.
    """
    journal = root / CACHE / _JOURNAL
    if not is_pending(root):
        return
    entries, done = _read_journal(journal)
    with disk("An edit that was stopped halfway could not be undone"):
        if not done:
            for entry in entries:
                _must_be_ours(root, entry)
            for entry in entries:
                _put_back(root, entry)
        for entry in entries:
            for prefix in (TEMPORARY, _OLD):
                _beside(root / entry.path, prefix).unlink(missing_ok=True)
        journal.unlink(missing_ok=True)


def is_pending(root: Path) -> bool:
    """Whether an edit is being written, or was stopped halfway."""
    return (root / CACHE / _JOURNAL).is_file()


def stage(place: Path, data: bytes, model: Path) -> Path:
    """Writes what is to stand at `place` beside it, with the rights and owner of `model`."""
    temporary = _beside(place, TEMPORARY)
    temporary.unlink(missing_ok=True)
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        with suppress(FileNotFoundError):
            _keep_rights(model, temporary)
        os.fsync(file.fileno())
    return temporary


def _keep_rights(model: Path, copy: Path) -> None:
    """Gives a file the owner, mode and attributes of another; refuses where it cannot."""
    want, have = model.lstat(), copy.lstat()
    if hasattr(os, "chown") and (want.st_uid, want.st_gid) != (have.st_uid, have.st_gid):
        try:
            os.chown(copy, want.st_uid, want.st_gid)
        except PermissionError as error:
            raise EnvironmentFault(
                f"{shown(model)} belongs to another user or group ({want.st_uid}:{want.st_gid}) "
                "and would change its owner. Nothing was changed. Run this as its owner."
            ) from error
    copy.chmod(stat.S_IMODE(want.st_mode))
    if hasattr(os, "listxattr"):
        _keep_attributes(model, copy)


def _keep_attributes(model: Path, copy: Path) -> None:
    """The same extended attributes, and by them the same access list."""
    wanted, had = _attributes(model), _attributes(copy)
    for name in had.keys() - wanted.keys():
        with _if_known():
            os.removexattr(copy, name)
    for name, value in wanted.items():
        if had.get(name) != value:
            with _if_known():
                os.setxattr(copy, name, value)


def _attributes(path: Path) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    with _if_known():
        for name in os.listxattr(path):
            if not name.startswith("security."):  # set by the system itself on new files
                found[name] = os.getxattr(path, name)
    return found


@contextmanager
def _if_known() -> Iterator[None]:
    """Passes over attributes that the disk does not know."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ATTRIBUTE:
            raise


def _switch(root: Path, entries: tuple[_Entry, ...]) -> None:
    for entry in entries:
        if entry.before is not None:
            _second_name(root / entry.path, _beside(root / entry.path, _OLD))
    for entry in entries:
        _must_be_as_planned(root, entry)
        place = root / entry.path
        if entry.after is None:
            place.unlink()
        else:
            _beside(place, TEMPORARY).replace(place)


def _second_name(place: Path, name: Path) -> None:
    """The old file under a second name; a copy of it where the disk knows no second names."""
    name.unlink(missing_ok=True)
    try:
        os.link(place, name, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(place, name, follow_symlinks=False)


def _put_back(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    old = _beside(place, _OLD)
    if entry.before is None:
        place.unlink(missing_ok=True)
    elif _digest_at(place) != entry.before and old.exists():
        old.replace(place)


def _beside(place: Path, prefix: str) -> Path:
    return place.with_name(prefix + place.name)


def _must_be_as_planned(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    if place.is_symlink():
        raise EnvironmentFault(f"{shown(place)} is a symbolic link, which is not followed.")
    if _digest_at(place) != entry.before:
        raise EnvironmentFault(
            f"{shown(place)} was changed in the meantime. Nothing was written; try again."
            if entry.before is not None
            else f"{shown(place)} exists already. Nothing was written."
        )


def _must_have_one_name(place: Path) -> None:
    if place.exists() and place.stat().st_nlink > 1:
        raise EnvironmentFault(
            f"{shown(place)} has a second name on this disk (a hard link), which would keep the "
            "old text. Nothing was written. Put a copy in its place, and try again."
        )


def _must_be_ours(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    if _digest_at(place) not in {entry.before, entry.after}:
        raise EnvironmentFault(
            f"An edit was stopped halfway, and {shown(place)} was changed since. Put it right "
            f"(the old text lies in {_OLD}{place.name} beside it), then delete "
            f"{CACHE}/{_JOURNAL}."
        )


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _digest_at(place: Path) -> str | None:
    try:
        return _digest(place.read_bytes())
    except FileNotFoundError:
        return None


def _write_journal(root: Path, entries: tuple[_Entry, ...], *, done: bool = False) -> None:
    rows = [[entry.path, entry.before, entry.after] for entry in entries]
    text = json.dumps({_DONE: done, "files": rows}, indent=1) + "\n"
    journal = root / CACHE / _JOURNAL
    stage(journal, text.encode(), journal).replace(journal)


def _read_journal(journal: Path) -> tuple[tuple[_Entry, ...], bool]:
    try:
        found = json.loads(journal.read_bytes())
        entries = tuple(_Entry(str(safe(path)), *rest) for path, *rest in found["files"])
        return entries, found[_DONE] is True
    except (ValueError, TypeError, KeyError) as error:
        raise EnvironmentFault(
            f"{shown(journal)} is damaged. It lists the files of an edit that was stopped "
            "halfway: look at what git status shows, then delete it."
        ) from error


# Single files written whole or not at all, and files removed.


def replace_files(
    folder: Path, files: Iterable[tuple[str, bytes]], gone: Iterable[str] = ()
) -> None:
    """Puts single files of a folder of ours in their places, each at once, and takes some out.

    For what can be made again: nothing is waited for until it is safe on the disk.
    """
    with disk(f"{shown(folder)} could not be written"):
        for path, data in files:
            place = folder / safe(path)
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary = place.with_name(TEMPORARY + place.name)
            try:
                temporary.write_bytes(data)
                temporary.replace(place)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        remove_files(folder, [str(safe(path)) for path in gone])


def write_file(path: Path, data: bytes) -> bool:
    """One file, whole or not at all, safe on the disk before it is in place; False: unchanged."""
    with disk(f"{shown(path)} could not be written"):
        if path.is_symlink():
            raise EnvironmentFault(f"{shown(path)} is a symbolic link, which is not followed.")
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            stage(path, data, path).replace(path)
        except BaseException:
            path.with_name(TEMPORARY + path.name).unlink(missing_ok=True)
            raise
    return True


def append(path: Path, text: str) -> None:
    """Adds text to the end of a file that somebody named."""
    with disk(f"{shown(path)} could not be written"), path.open("a", encoding="utf-8") as file:
        file.write(text)


def remove_files(out: Path, stale: list[str]) -> tuple[str, ...]:
    """Removes files of ours below a folder, and folders that this leaves empty; what was there."""
    gone = []
    for path in stale:
        place = out / path
        if any((out / parent).is_symlink() for parent in PurePosixPath(path).parents):
            continue
        if place.is_file() or place.is_symlink():
            place.unlink()
            gone.append(path)
        with suppress(OSError):
            for parent in PurePosixPath(path).parents[:-1]:
                (out / parent).rmdir()  # Goes only if it is empty.
    return tuple(gone)


# Writes files into a new folder of ours.

_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
Content = bytes | Iterable[bytes]
"""A file's content, whole or in pieces."""


def add_files(folder: Path, files: Iterable[tuple[str, Content]]) -> int:
    """Writes these files into a folder of ours, and returns their number."""
    number = 0
    root = str(folder)
    with disk(f"{shown(folder)} could not be written"):
        for path, data in files:
            if not PLAIN.fullmatch(path):
                safe(path)
            _write(f"{root}/{path}", (data,) if isinstance(data, bytes) else data)
            number += 1
    return number


def _write(place: str, pieces: Iterable[bytes]) -> None:
    handle = _opened(place)
    try:
        for piece in pieces:
            write_all(handle, piece)
    finally:
        os.close(handle)


def _opened(place: str) -> int:
    """Opens a new or existing file for writing, and makes its folder if it is missing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NOT_FOLLOWED | _BINARY
    try:
        return os.open(place, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(place.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - called for each file
        return os.open(place, flags, 0o666)


def write_all(handle: int, data: bytes) -> None:
    """Writes all of it, however little the system takes at once."""
    left = data
    while left:
        left = left[os.write(handle, left) :]
