"""Write pages to a folder; files that the program did not write are reported, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
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
"""The list of the program's own files in a folder."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """The files that were written, unchanged or removed, by path below the folder.

    `foreign` are files and links that this program did not write, without hidden ones.
    """

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    def problems(self, folder: str) -> tuple[Problem, ...]:
        """A problem for each foreign file of a folder with this name."""
        return tuple(
            Problem(
                "foreign-file",
                "The program did not write this file. It stays here, but is not published.",
                Place(f"{shown(folder)}/{shown(path)}"),
                "Move it: to content/static/ to publish it as it is, to content/pages/ if it is a "
                "page, or out of this folder.",
                "warning",
            )
            for path in self.foreign
        )


def write_pages(
    out: Path, pages: Iterable[tuple[str, bytes]], kept: AbstractSet[str] = frozenset()
) -> WriteReport:
    """Make the program's files in `out` exactly these pages, writing only those that differ.

    All are first written to temporary files: a full disk leaves the old pages untouched. Pages of
    the program that are `kept` stay as they are.

    Raises:
        RefusedFolder: A foreign file is where a page belongs.
    """
    name = shown(out)
    if is_link(out):
        raise RefusedFolder(
            f"{name} is a symbolic link, which is not followed. Replace it with a folder."
        )
    with disk(f"{name} could not be written"):
        out.mkdir(parents=True, exist_ok=True)
        folder = _Folder(out)
        try:
            for path, data in pages:
                folder.stage(safe(path), data)
            folder.pages |= kept & folder.ours
            # Done first, so that a killed run leaves no page that is not in the list.
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


def differing(old: Path, new: Path) -> list[str]:
    """The program's files that are not the same in both folders; none if `old` was never written.

    Files that only one of them has differ, too.
    """
    before, now = _read_list(old), _read_list(new)

    def data(folder: Path, path: str) -> bytes | None:
        place = folder / path
        return place.read_bytes() if place.is_file() else None

    with disk(f"{shown(old)} could not be read"):
        both = sorted(before | now) if before else []
        return [path for path in both if data(old, path) != data(new, path)]


class _Folder:
    """The contents of a folder, and the pages prepared in temporary files."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.ours = _read_list(out)
        self.pages: set[str] = set()
        self.staged: list[str] = []
        self._sizes: dict[str, int] = {}  # of files
        self._odd: set[str] = set()  # links, devices and pipes
        self._folders: list[Path] = []  # folders that were created
        self._known: set[str] = set()  # folders that exist
        for path, entry in walk(out):
            if is_link(entry) or not (entry.is_dir() or entry.is_file()):
                self._odd.add(path)
            elif entry.is_file() and entry.name.startswith(TEMPORARY):
                Path(entry.path).unlink()  # Left by a killed run.
            elif entry.is_file():
                self._sizes[path] = entry.stat().st_size
        # Many file systems ignore case: Index.md is then in the place of index.md.
        self._taken = {path.casefold() for path in {*self._sizes, *self._odd} - self.ours}

    def stage(self, path: str, data: bytes) -> None:
        """Write a page to a temporary file, unless its place already has the same content."""
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
            f"{shown(f'{self.out.name}/{path}')} was not written by this program, but a page "
            "belongs there. Move it away. If an earlier version of the program wrote it, delete "
            "it."
        )

    def discard(self) -> None:
        """Remove the temporary pages, and the folders that were created for them."""
        for path in self.staged:
            beside(self.out / path).unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()

    def foreign(self) -> tuple[str, ...]:
        """Foreign files, without hidden ones."""
        found = {*self._sizes, *self._odd} - self.ours - self.pages
        return tuple(sorted(path for path in found if "/." not in f"/{path}"))


def _remove(out: Path, path: str) -> bool:
    """Remove one of the program's files and any emptied folders; returns whether it existed."""
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
            f"{shown(out / PAGES_MARK)} is damaged, so the program cannot tell which files there "
            "are its own. Name a new folder."
        ) from error


def _write_list(out: Path, paths: set[str]) -> None:
    write_file(out / PAGES_MARK, (json.dumps(sorted(paths), indent=0) + "\n").encode())
