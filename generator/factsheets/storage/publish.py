"""Replace a whole folder at once, but never a folder that the program did not make."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factsheets.storage.faults import EnvironmentFault, RefusedFolder, disk, shown
from factsheets.storage.files import is_link, move, remove, walk
from factsheets.storage.locking import lock_beside

SITE_MARK = ".factsheets-site"
_MARK_TEXT = b"Made by facts: the next build replaces this whole folder.\n"

# Folders of a project with people's work, or with the output of another command.
KEPT = ("content", "docs", "generator", "seeds", "site-templates", "tests", ".git", ".github")

_LOST = "lost+found"
"""A folder that ext4 creates in each volume."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_OFFERED = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EXDEV)


def guard(root: Path, out: Path, mark_name: str = SITE_MARK) -> None:
    """Raise `RefusedFolder` unless `out` is new, empty, or marked as made by the program.

    Always refused: what `_guard_place` refuses.
    """
    name = shown(out)
    _guard_place(root, out)
    with disk(f"{name} could not be read"):
        ours = {_LOST, _lock_of(out).name}
        foreign = out.is_dir() and {each.name for each in out.iterdir()} - ours
        if foreign and not _is_marked(out, mark_name):
            raise RefusedFolder(
                f"{name} contains files that this program did not write. Name a new folder."
            )


def guard_built(root: Path, site: Path) -> None:
    """Raise `RefusedFolder` unless `site` looks like a site that an engine built."""
    name = shown(site)
    _guard_place(root, site)
    with disk(f"{name} could not be read"):
        if not (site / "index.html").is_file():
            raise RefusedFolder(
                f"{name} has no index.html, so it is not a built site. First run: facts generate, "
                "then your engine, such as zensical build"
            )
        hidden = {each.name for each in site.glob(".*")} - {_lock_of(site).name}
        if hidden and not _is_marked(site):
            raise RefusedFolder(
                f"{name} contains {shown(min(hidden))}, which no engine writes, and would lose it. "
                "Build the site in a folder of its own."
            )


def _guard_place(root: Path, out: Path) -> None:
    """Refuse links, files, and folders that contain more than a site.

    These are the root of the disk, the home folder, the project's own folder and everything above
    it, and the folders in it that people write to.
    """
    name = shown(out)
    if is_link(out):
        raise RefusedFolder(f"{name} is a symbolic link. Name the folder itself.")
    place, top = out.resolve(), root.resolve()
    if place in {top, *top.parents, _home()}:
        raise RefusedFolder(
            f"{name} contains more than a site. Name a folder used only for the site."
        )
    # Windows and macOS ignore case.
    if place.is_relative_to(top) and place.relative_to(top).parts[0].casefold() in KEPT:
        raise RefusedFolder(f"{name} is a folder that people write to. Name another one.")
    with disk(f"{name} could not be read"):
        if out.exists() and not out.is_dir():
            raise RefusedFolder(f"{name} is a file. Name a folder.")


def _is_marked(folder: Path, name: str = SITE_MARK) -> bool:
    """Whether a folder has the program's mark, as a file and not as a link."""
    mark = folder / name
    return mark.is_file() and not is_link(mark)


def _home() -> Path | None:
    """The home folder, None for a user without one, as in containers."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def mark(folder: Path) -> None:
    """Write the mark by which `guard` recognises a folder."""
    with disk(f"{shown(folder)} could not be marked"):
        (folder / SITE_MARK).write_bytes(_MARK_TEXT)


def clear_hidden(site: Path) -> None:
    """Remove hidden files of an older build, which MkDocs leaves when it empties a folder.

    The mark stays, and so does `.git`: the folder may be a checkout that the site is published
    from.
    """
    with disk(f"{shown(site)} could not be emptied"):
        for path in site.glob(".*") if site.is_dir() else ():
            if path.name not in {SITE_MARK, ".git"}:
                remove(path)


def next_folder(old: Path) -> Path:
    """The folder for the next state: beside the old one, or in it if that cannot be replaced."""
    if _is_fixed(old):
        return old / f".{old.name}.factsheets-new"
    return old.with_name(f".{old.name}.factsheets-new")


def _lock_of(out: Path) -> Path:
    return next_folder(out).with_name(f".{out.name}.factsheets-lock")


@contextmanager
def workspace(out: Path, doing: str) -> Iterator[Path]:
    """Hold the lock of an output folder, and yield an empty folder beside it for the work.

    A run with `--out` writes there instead of to the project, which may be read-only.
    """
    work = next_folder(out).with_name(f".{out.name}.factsheets-work")
    with lock_beside(_lock_of(out), doing):
        with disk(f"{shown(work)} could not be created"):
            remove(work)
            work.mkdir()
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def must_be_writable(root: Path, command: str) -> None:
    """Raise if the project is read-only, in which case a command needs `--out`."""
    if not os.access(root, os.W_OK):
        raise EnvironmentFault(
            f"{shown(root)} is not writable. Name a folder elsewhere: {command} --out DIR"
        )


def _is_fixed(folder: Path) -> bool:
    """Whether a folder cannot be replaced: it is mounted, or its parent folder is read-only."""
    if not folder.is_dir():
        return False
    return _is_mounted(folder) or not os.access(folder.parent, os.W_OK)


def _is_mounted(folder: Path) -> bool:
    if os.path.ismount(folder):
        return True
    # Python does not detect a mounted folder of the same disk; Linux lists it.
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    name = os.fspath(folder.resolve()).replace(" ", "\\040")
    return any(line.split(" ")[4] == name for line in lines.splitlines())


def fresh(old: Path) -> Path:
    """Create an empty, marked folder for the next state of `old`; repair an interrupted run."""
    new = next_folder(old)
    with disk(f"{shown(new)} could not be created"):
        _repair(old)
        remove(new)
        if new.parent == old:
            mark(old)
        new.mkdir(parents=True)
    mark(new)
    return new


def require(folder: Path, paths: Iterable[str]) -> None:
    """Raise unless each of these files is in a new folder and is not empty."""
    for path in paths:
        try:
            empty = (folder / path).stat().st_size == 0
        except FileNotFoundError:
            empty = True
        if empty:
            raise EnvironmentFault(
                f"{path} is missing in the new site, so the old one was kept. A plugin, a hook or "
                "exclude_docs in mkdocs.yml may have left it out; if not, please report this."
            )


@contextmanager
def renewed(old: Path) -> Iterator[Path]:
    """Yield a new folder, which replaces `old` when the block ends without an exception."""
    new = fresh(old)
    try:
        yield new
        switch(new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def switch(new: Path, old: Path) -> None:
    """Replace the folder `old` with `new`.

    On Linux, both are swapped in one step; elsewhere, two renames leave a very short gap. A folder
    that cannot be replaced is filled (see `fill`).
    """
    with disk(f"{shown(old)} could not be replaced"):
        if new.parent == old:
            fill(new, old)
        elif not old.exists():
            move(new, old)
        elif _exchanged(new, old):
            shutil.rmtree(new)
        else:
            away = _away(old)
            shutil.rmtree(away, ignore_errors=True)
            move(old, away)
            try:
                move(new, old)
            except BaseException:
                move(away, old)
                raise
            shutil.rmtree(away)


def fill(new: Path, old: Path) -> None:
    """Move each entry of `new`, a folder in `old`, to `old`, and remove all others there.

    Each folder directly below is replaced atomically, but not the site as a whole.
    """
    entries = sorted(new.iterdir(), key=lambda each: (each.is_file(), each.name))
    for entry in entries:
        place = old / entry.name
        if place.is_dir() or (entry.is_dir() and place.exists()):
            if not _exchanged(entry, place):
                away = new / f".{entry.name}.factsheets-old"
                move(place, away)
                move(entry, place)
        else:
            move(entry, place)
    kept = {each.name for each in entries} | {new.name, _LOST, _lock_of(old).name}
    for entry in old.iterdir():
        if entry.name not in kept:
            remove(entry)


def _away(old: Path) -> Path:
    """The temporary place of the old folder between the two renames."""
    return old.with_name(f".{old.name}.factsheets-old")


def _repair(old: Path) -> None:
    """Restore the old folder if a run ended between the two renames."""
    away = _away(old)
    if not _is_marked(away):
        return
    if old.exists():
        shutil.rmtree(away)
    else:
        move(away, old)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False if the system cannot."""
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
    """The number of files in one of the program's folders, and of their bytes."""
    sizes = [
        entry.stat(follow_symlinks=False).st_size
        for _, entry in walk(folder)
        if not entry.is_dir(follow_symlinks=False)
    ]
    return len(sizes), sum(sizes)
