"""Files written whole or not at all: only what changed, and what is stale removed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.files.adding import write_all
from generator.files.edits import TEMPORARY, stage
from generator.files.faults import EnvironmentFault, RefusedFolder, disk, shown
from generator.files.paths import PLAIN, safe

PAGES_MARK = ".factsheets-pages"


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a writing did: paths below the folder, and how many files stood as they should."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()


@dataclass(slots=True)
class _Standing:
    """What a folder holds now: sizes of files, folders, and links or devices."""

    whole: bool  # Everything in it is ours.
    files: dict[str, int] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """Files that lie ready beside their places, those that stood nowhere, and how many need none.

    `ways` are the folders that were looked at.
    """

    ready: list[tuple[Path, str]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def discard(self, out: Path) -> None:
        for temporary, _ in self.ready:
            temporary.unlink(missing_ok=True)
        for path in self.new:
            (out / path).unlink(missing_ok=True)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def write_pages(
    out: Path, pages: Iterable[tuple[str, bytes]], *, whole: bool = False
) -> WriteReport:
    """Makes `out` hold exactly these pages, touching only those whose text differs.

    With `whole` everything in `out` is ours but its `.gitignore` (so it is with docs/); else only
    what the list of our own files there names is ever removed. All files are written beside their
    places first: a full disk leaves the old pages untouched.
    """
    name = shown(out)
    if out.is_symlink():
        raise RefusedFolder(f"{name} is a symbolic link, which is not followed. Make it a folder.")
    with disk(f"{name} could not be written"):
        out.mkdir(parents=True, exist_ok=True)
        standing = _standing(out, whole)
        if whole:
            _make_way(out, standing)
        ours = set(standing.files) - {".gitignore"} if whole else _listed(out)
        draft = _Draft()
        try:
            for path, data in pages:
                _lay_ready(out, path, data, standing, draft)
            if not whole:
                _list(out, ours | draft.seen)
        except BaseException:
            draft.discard(out)
            raise
        for temporary, path in draft.ready:
            if whole and path in standing.folders:
                shutil.rmtree(out / path)
            temporary.replace(out / path)
        removed = _remove(out, sorted(ours - draft.seen))
        if whole:
            _remove_empty(out, standing.folders)
        else:
            _list(out, draft.seen)
    written = (*(path for _, path in draft.ready), *draft.new)
    return WriteReport(written, len(draft.seen) - len(written), removed)


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
        _remove(folder, [str(safe(path)) for path in gone])


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


def move_file(old: Path, new: Path) -> None:
    """Gives a file another name; a file that has that name already is never overwritten."""
    with disk(f"{shown(old)} could not be renamed"):
        if new.exists() or new.is_symlink():
            raise EnvironmentFault(f"{shown(new)} exists already.")
        old.rename(new)


def append(path: Path, text: str) -> None:
    """Adds text to the end of a file that somebody named."""
    with disk(f"{shown(path)} could not be written"), path.open("a", encoding="utf-8") as file:
        file.write(text)


def _standing(out: Path, whole: bool) -> _Standing:
    found = _Standing(whole)
    for path, entry in _walk(out, ""):
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            found.odd.append(path)
        elif entry.is_dir():
            found.folders.append(path)
        else:
            found.files[path] = entry.stat().st_size
    return found


def _walk(folder: Path, inside: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = inside + entry.name
            yield path, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), path + "/")


def _make_way(out: Path, standing: _Standing) -> None:
    """Takes links and devices out: MkDocs would publish what lies behind them."""
    for path in standing.odd:
        (out / path).unlink()
    standing.odd.clear()


def _lay_ready(out: Path, path: str, data: bytes, standing: _Standing, draft: _Draft) -> None:
    if not PLAIN.fullmatch(path):
        safe(path)
    if path in draft.seen:
        raise ValueError(f"two pages of one path: {path!r}")
    folder, _, name = path.rpartition("/")
    if folder not in draft.ways:
        _make_folders(out, folder, standing, draft)
    if path in standing.odd:
        raise _odd(out, path)
    draft.seen.add(path)
    place = f"{out}/{path}"
    if standing.files.get(path) == len(data):
        with open(place, "rb") as file:
            if file.read() == data:
                return
    # Where everything is ours, a page that was not there may come before the others.
    if standing.whole and path not in standing.files and path not in standing.folders:
        draft.new.append(path)
        _write_new(place, data)
        return
    temporary = f"{out}/{folder}{'/' if folder else ''}{TEMPORARY}{name}"
    draft.ready.append((Path(temporary), path))
    _write_new(temporary, data)


def _write_new(place: str, data: bytes) -> None:
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        write_all(handle, data)
    finally:
        os.close(handle)


def _odd(out: Path, path: str) -> RefusedFolder:
    return RefusedFolder(f"{shown(out / path)} is a symbolic link or a device.")


def _make_folders(out: Path, folder: str, standing: _Standing, draft: _Draft) -> None:
    """The folder of a page and those above it; once for all pages in it."""
    pure = PurePosixPath(folder)
    for parent in (*reversed(pure.parents), pure):
        if str(parent) in standing.odd:
            raise _odd(out, str(parent))
        place = out / parent
        if standing.whole and standing.files.pop(str(parent), None) is not None:
            place.unlink()
        if not place.is_dir():
            place.mkdir()
            draft.folders.append(place)
    draft.ways.add(folder)


def _listed(out: Path) -> set[str]:
    """The files that an earlier run wrote here."""
    try:
        names = json.loads((out / PAGES_MARK).read_text(encoding="utf-8"))
        return {str(safe(name)) for name in names}
    except FileNotFoundError:
        return set()
    except (ValueError, TypeError, AttributeError) as error:
        raise RefusedFolder(
            f"{shown(out / PAGES_MARK)} is damaged, so our own files there cannot be told. "
            "Name a new folder."
        ) from error


def _list(out: Path, paths: set[str]) -> None:
    write_file(out / PAGES_MARK, (json.dumps(sorted(paths), indent=0) + "\n").encode())


def _remove(out: Path, stale: list[str]) -> tuple[str, ...]:
    gone = []
    for path in stale:
        place = out / path
        if any((out / parent).is_symlink() for parent in PurePosixPath(path).parents):
            continue
        if place.is_file() or place.is_symlink():
            place.unlink()
            gone.append(path)
        with suppress(OSError):
            place.parent.rmdir()  # Goes only if it is empty.
    return tuple(gone)


def _remove_empty(out: Path, folders: list[str]) -> None:
    for path in sorted(folders, reverse=True):
        with suppress(OSError):
            (out / path).rmdir()
