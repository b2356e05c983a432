"""The folder of written pages: only ours are changed or removed, those of other people reported."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from factsheets.problems.problem import Place, Problem
from factsheets.storage.atomic import TEMPORARY, remove_files, write_all, write_file
from factsheets.storage.faults import PLAIN, RefusedFolder, disk, safe, shown

PAGES_MARK = ".factsheets-pages"
"""The list of the files in a folder that are ours."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a writing did: paths below the folder, and how many files stood as they should.

    `foreign` are files and links that this program did not write; hidden ones are not named.
    """

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    def problems(self, folder: str) -> tuple[Problem, ...]:
        """The foreign files of a folder of this name, reported."""
        return tuple(
            Problem(
                "foreign-file",
                "This program did not write this file: it stays here, and is not published.",
                Place(f"{shown(folder)}/{shown(path)}"),
                "Move it: into content/static/ to be published as it is, into content/pages/ if "
                "it is a page, or out of this folder.",
                "warning",
            )
            for path in self.foreign
        )


@dataclass(slots=True)
class _Standing:
    """What a folder holds: sizes of files, which of them are ours, and links or devices."""

    ours: set[str]
    files: dict[str, int] = field(default_factory=dict)
    odd: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Draft:
    """Files that lie ready beside their places; `ways` are the folders that were looked at."""

    ready: list[tuple[Path, str]] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def discard(self) -> None:
        for temporary, _ in self.ready:
            temporary.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def write_pages(out: Path, pages: Iterable[tuple[str, bytes]]) -> WriteReport:
    """Makes the files of ours in `out` exactly these pages, touching only those that differ.

    All are written beside their places first: a full disk leaves the old pages untouched.

    Raises:
        RefusedFolder: A file of somebody else stands where a page belongs.
    """
    name = shown(out)
    if out.is_symlink():
        raise RefusedFolder(f"{name} is a symbolic link, which is not followed. Make it a folder.")
    with disk(f"{name} could not be written"):
        out.mkdir(parents=True, exist_ok=True)
        standing = _standing(out)
        draft = _Draft()
        try:
            for path, data in pages:
                _lay_ready(out, path, data, standing, draft)
            # First, so that a run that is killed leaves no page that is not known as ours.
            _list(out, standing.ours | draft.seen)
        except BaseException:
            draft.discard()
            raise
        for temporary, path in draft.ready:
            temporary.replace(out / path)
        removed = remove_files(out, sorted(standing.ours - draft.seen))
        _list(out, draft.seen)
    written = tuple(path for _, path in draft.ready)
    foreign = {*standing.files, *standing.odd} - standing.ours - draft.seen
    named = tuple(sorted(path for path in foreign if not f"/{path}".count("/.")))
    return WriteReport(written, len(draft.seen) - len(written), removed, named)


def _standing(out: Path) -> _Standing:
    found = _Standing(_listed(out))
    for path, entry in _walk(out, ""):
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            found.odd.add(path)
        elif entry.is_file() and entry.name.startswith(TEMPORARY):
            Path(entry.path).unlink()  # Left by a run that was killed.
        elif entry.is_file():
            found.files[path] = entry.stat().st_size
    return found


def _walk(folder: Path, inside: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = inside + entry.name
            yield path, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), path + "/")


def _lay_ready(out: Path, path: str, data: bytes, standing: _Standing, draft: _Draft) -> None:
    if not PLAIN.fullmatch(path):
        safe(path)
    if path in draft.seen:
        raise ValueError(f"two pages of one path: {path!r}")
    folder, _, name = path.rpartition("/")
    if folder not in draft.ways:
        _make_folders(out, folder, standing, draft)
    place = f"{out}/{path}"
    if standing.files.get(path) == len(data) and Path(place).read_bytes() == data:
        draft.seen.add(path)
        return
    taken = path in standing.files or path in standing.odd
    if (taken and path not in standing.ours) or (not taken and Path(place).is_dir()):
        raise _foreign(out, path)
    draft.seen.add(path)
    temporary = f"{out}/{folder}{'/' if folder else ''}{TEMPORARY}{name}"
    draft.ready.append((Path(temporary), path))
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        write_all(handle, data)
    finally:
        os.close(handle)


def _foreign(out: Path, path: str) -> RefusedFolder:
    return RefusedFolder(
        f"{shown(Path(out.name, path))} was not written by this program, and a page belongs there. "
        "Move it away. If an earlier version of the program wrote it, delete it."
    )


def _make_folders(out: Path, folder: str, standing: _Standing, draft: _Draft) -> None:
    """The folder of a page and those above it; once for all pages in it."""
    pure = PurePosixPath(folder)
    for parent in (*reversed(pure.parents), pure):
        place = out / parent
        if str(parent) in standing.odd or str(parent) in standing.files:
            raise _foreign(out, str(parent))
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
