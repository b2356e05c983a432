"""A whole folder put in another's place at once, and the folders that we refuse to replace."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.files.faults import RefusedFolder, disk, shown

SITE_MARK = ".factsheets-site"
_MARK_TEXT = "Made by facts: the next build replaces this whole folder.\n"

# Folders of a project that hold what people wrote, or what another command writes.
KEPT = ("content", "docs", "generator", "seeds", "site-templates", "tests", ".git", ".github")

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_OFFERED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV)


def guard(root: Path, out: Path, mark_name: str = SITE_MARK) -> None:
    """Raises `RefusedFolder` unless `out` is new, empty, or marked as made by us.

    Refused whatever they hold: the root of the disk, the home folder, the project's own folder
    and everything above it, and the folders in it that people write in.
    """
    name = shown(out)
    if out.is_symlink():
        raise RefusedFolder(f"{name} is a symbolic link. Name the folder itself.")
    place, top = out.resolve(), root.resolve()
    if place in {top, *top.parents, _home()}:
        raise RefusedFolder(f"{name} holds more than a site. Name a folder of its own.")
    if any(place.is_relative_to(top / kept) for kept in KEPT):
        raise RefusedFolder(f"{name} is a folder that people write in. Name another one.")
    with disk(f"{name} could not be read"):
        if out.exists() and not out.is_dir():
            raise RefusedFolder(f"{name} is a file. Name a folder.")
        if out.is_dir() and not _is_marked(out, mark_name) and any(out.iterdir()):
            raise RefusedFolder(
                f"{name} holds files that this program did not make. Name an empty or a new folder."
            )


def _is_marked(folder: Path, name: str = SITE_MARK) -> bool:
    """Whether our mark is there as a file; a link to one is none of ours."""
    mark = folder / name
    return mark.is_file() and not mark.is_symlink()


def _home() -> Path | None:
    """The home folder, None for a user without one, as containers have."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def mark(folder: Path) -> None:
    """Writes the mark by which `guard` knows a folder as ours."""
    with disk(f"{shown(folder)} could not be marked"):
        (folder / SITE_MARK).write_text(_MARK_TEXT, encoding="utf-8")


def clear_hidden(site: Path) -> None:
    """Removes what MkDocs leaves when it empties a folder of ours: hidden files of an older build.

    The mark stays, and so does `.git`: the folder may be a checkout from which it is published.
    """
    with disk(f"{shown(site)} could not be emptied"):
        for path in site.glob(".*") if site.is_dir() else ():
            if path.name in {SITE_MARK, ".git"}:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def beside(old: Path) -> Path:
    """Where the next state of a folder is made: on the same disk, in the same folder."""
    return old.with_name(f".{old.name}.factsheets-new")


def fresh(old: Path) -> Path:
    """A new, empty, marked folder beside `old`; what a broken run left there is removed."""
    new = beside(old)
    with disk(f"{shown(new)} could not be made"):
        _repair(old)
        if new.is_symlink():
            new.unlink()
        elif new.exists():
            shutil.rmtree(new)
        new.mkdir(parents=True)
    mark(new)
    return new


def require(folder: Path, paths: Iterable[str]) -> None:
    """Raises unless each of these files is in a new folder and has something in it."""
    for path in paths:
        try:
            empty = (folder / path).stat().st_size == 0
        except FileNotFoundError:
            empty = True
        if empty:
            raise RuntimeError(f"{path} is missing in the new folder, so the old one stays")


@contextmanager
def renewed(old: Path) -> Iterator[Path]:
    """Gives a new folder that takes the place of `old` when the block ends, if it ends well."""
    new = fresh(old)
    try:
        yield new
        switch(new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def switch(new: Path, old: Path) -> None:
    """Puts the folder `new` in the place of `old`, and removes what stood there.

    On Linux both change places in one step; elsewhere two renames leave a very short gap.
    """
    with disk(f"{shown(old)} could not be replaced"):
        if not old.exists():
            new.rename(old)
        elif _exchanged(new, old):
            shutil.rmtree(new)
        else:
            away = _away(old)
            shutil.rmtree(away, ignore_errors=True)
            old.rename(away)
            try:
                new.rename(old)
            except BaseException:
                away.rename(old)
                raise
            shutil.rmtree(away)


def _away(old: Path) -> Path:
    """Where the old folder waits between the two renames."""
    return old.with_name(f".{old.name}.factsheets-old")


def _repair(old: Path) -> None:
    """Undoes a pair of renames that was broken off after the first: the old folder comes back."""
    away = _away(old)
    if not _is_marked(away):
        return  # None of ours.
    if old.exists():
        shutil.rmtree(away)
    else:
        away.rename(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system let the two change places."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def amount(folder: Path) -> tuple[int, int]:
    """How many files a folder of ours holds, and how many bytes."""
    number = size = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                below = amount(Path(entry.path))
                number, size = number + below[0], size + below[1]
            else:
                number, size = number + 1, size + entry.stat(follow_symlinks=False).st_size
    return number, size
