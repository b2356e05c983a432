"""Writes pages into a folder: only files of ours are changed or removed, others are reported."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsheets.problems.problem import Place, Problem
from factsheets.storage.faults import RefusedFolder, disk, shown
from factsheets.storage.files import (
    TEMPORARY,
    beside,
    has_link,
    is_link,
    move,
    safe,
    walk,
    write,
    write_file,
)

PAGES_MARK = ".factsheets-pages"
"""The list of the files in a folder that are ours."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """The files that were written, left or removed, by their paths below the folder.

    `foreign` are files and links that this program did not write; hidden ones are not named.
    """

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    def problems(self, folder: str) -> tuple[Problem, ...]:
        """A problem for each foreign file of a folder of this name."""
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


def write_pages(out: Path, pages: Iterable[tuple[str, bytes]]) -> WriteReport:
    """Makes the files of ours in `out` exactly these pages, touching only those that differ.

    All are written beside their places first: a full disk leaves the old pages untouched.

    Raises:
        RefusedFolder: A file of somebody else stands where a page belongs.
    """
    name = shown(out)
    if is_link(out):
        raise RefusedFolder(f"{name} is a symbolic link, which is not followed. Make it a folder.")
    with disk(f"{name} could not be written"):
        out.mkdir(parents=True, exist_ok=True)
        folder = _Folder(out)
        try:
            for path, data in pages:
                folder.stage(safe(path), data)
            # First, so that a run that is killed leaves no page that is not known as ours.
            _write_list(out, folder.ours | folder.pages)
        except BaseException:
            folder.discard()
            raise
        for path in folder.staged:
            move(beside(out / path), out / path)
        removed = tuple(path for path in sorted(folder.ours - folder.pages) if _remove(out, path))
        _write_list(out, folder.pages)
    unchanged = len(folder.pages) - len(folder.staged)
    return WriteReport(tuple(folder.staged), unchanged, removed, folder.foreign())


class _Folder:
    """What a folder holds, and the pages that lie ready beside their places."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.ours = _read_list(out)
        self.pages: set[str] = set()
        self.staged: list[str] = []
        self._sizes: dict[str, int] = {}  # of files
        self._odd: set[str] = set()  # links, devices and pipes
        self._folders: list[Path] = []  # those that were made
        self._known: set[str] = set()  # those that exist
        for path, entry in walk(out):
            if is_link(entry) or not (entry.is_dir() or entry.is_file()):
                self._odd.add(path)
            elif entry.is_file() and entry.name.startswith(TEMPORARY):
                Path(entry.path).unlink()  # Left by a run that was killed.
            elif entry.is_file():
                self._sizes[path] = entry.stat().st_size
        # Many disks ignore case: Index.md stands where index.md belongs.
        self._taken = {path.casefold() for path in {*self._sizes, *self._odd} - self.ours}

    def stage(self, path: str, data: bytes) -> None:
        """Writes a page beside its place, unless the same stands there already."""
        if path in self.pages:
            raise ValueError(f"two pages of one path: {path!r}")
        self._make_folder(path.rpartition("/")[0])
        place = self.out / path
        present = path in self._sizes or path in self._odd
        same = self._sizes.get(path) == len(data) and place.read_bytes() == data
        if not same and (path.casefold() in self._taken or (not present and place.is_dir())):
            raise self._refusal(path)
        self.pages.add(path)
        if not same:
            self.staged.append(path)
            write(beside(place), data)

    def _make_folder(self, folder: str) -> None:
        if folder in self._known:
            return
        pure = PurePosixPath(folder)
        for parent in (*reversed(pure.parents), pure):
            place = self.out / parent
            if str(parent).casefold() in self._taken or str(parent) in {*self._sizes, *self._odd}:
                raise self._refusal(str(parent))
            if not place.is_dir():
                place.mkdir()
                self._folders.append(place)
        self._known.add(folder)

    def _refusal(self, path: str) -> RefusedFolder:
        return RefusedFolder(
            f"{shown(f'{self.out.name}/{path}')} was not written by this program, and a page "
            "belongs there. Move it away. If an earlier version of the program wrote it, delete it."
        )

    def discard(self) -> None:
        """Removes the pages that lie ready, and the folders that were made for them."""
        for path in self.staged:
            beside(self.out / path).unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()

    def foreign(self) -> tuple[str, ...]:
        """The files of other people, without hidden ones."""
        found = {*self._sizes, *self._odd} - self.ours - self.pages
        return tuple(sorted(path for path in found if "/." not in f"/{path}"))


def _remove(out: Path, path: str) -> bool:
    """Removes a file of ours, and the folders that this leaves empty; whether it was there."""
    place = out / path
    if has_link(out, path):
        return False
    found = is_link(place) or place.is_file()
    if found:
        place.unlink()
    with suppress(OSError):
        for parent in PurePosixPath(path).parents[:-1]:
            (out / parent).rmdir()  # Fails unless it is empty.
    return found


def _read_list(out: Path) -> set[str]:
    """The files that an earlier run wrote here."""
    try:
        names = json.loads((out / PAGES_MARK).read_text(encoding="utf-8"))
        return {safe(name) for name in names}
    except FileNotFoundError:
        return set()
    except (ValueError, TypeError, AttributeError) as error:
        raise RefusedFolder(
            f"{shown(out / PAGES_MARK)} is damaged, so our own files there cannot be told. "
            "Name a new folder."
        ) from error


def _write_list(out: Path, paths: set[str]) -> None:
    write_file(out / PAGES_MARK, (json.dumps(sorted(paths), indent=0) + "\n").encode())
