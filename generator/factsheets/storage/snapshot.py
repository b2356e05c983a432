"""What people wrote, read once from the disk; only regular files, nothing through a link."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Problem
from factsheets.storage import file_names
from factsheets.storage.atomic import is_pending
from factsheets.storage.faults import EnvironmentFault, disk, shown
from factsheets.storage.locking import lock
from factsheets.storage.static_files import static_paths

# The reader of YAML refuses files over 1 MiB; one byte more is enough to let it see that.
_YAML_LIMIT = (1 << 20) + 1
_TEXT_LIMIT = 4 << 20
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_OF_FILES = {".yaml", ".yml", ".md", ".json"}
# How files begin that hold an article, but not as plain text.
_NO_TEXT = (
    (b"{\\rtf", "an RTF file"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a packed file, such as DOCX, ODT or EPUB"),
    (b"\xd0\xcf\x11\xe0", "a Word file"),
    (b"\xff\xfe", "in UTF-16"),
    (b"\xfe\xff", "in UTF-16"),
)
_ATTEMPTS = 5  # to read a file between two changes of it


@dataclass(slots=True)
class _Found:
    """What one reading gathers."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, path: str) -> None:
        self.problems.append(file_names.problem(code, path))


def snapshot(root: Path) -> Inputs:
    """Everything under `content/` and `seeds/` that the program reads, by its path below `root`.

    Files that it must not or need not read are named in the problems.
    """
    if not (root / "content").is_dir():
        raise EnvironmentFault(
            f"{shown(root)} has no folder content/. Name the project's folder: facts --root DIR."
        )
    if is_pending(root):
        with lock(root, "ending an edit"):
            pass  # Whoever takes the lock undoes what was left half written.
    with disk("The content could not be read"):
        for _ in range(_ATTEMPTS):
            # What was there a moment ago is gone or being replaced: all is read anew, for content
            # without one of its files would be published as if it were whole.
            with suppress(FileNotFoundError):
                found = _read(root)
                break
        else:
            raise EnvironmentFault(
                "The content was being changed while it was read. Try again when that has ended."
            )
    if not found.problems and not any(name.startswith("content/") for name in found.files):
        raise EnvironmentFault(
            f"{shown(root / 'content')} holds no file that is read, so there is nothing to check. "
            "If it is a submodule of git, run: git submodule update --init"
        )
    return found


def _read(root: Path) -> Inputs:
    found = _Found()
    for top in ("content", "seeds"):
        _read_folder(root, PurePosixPath(top), found)
    static, problems = static_paths(root)
    return Inputs(dict(sorted(found.files.items())), (*found.problems, *problems), static)


def read_some(root: Path, *paths: str) -> dict[str, bytes]:
    """Those of these files that exist, by path: for files that are no part of the content."""
    found: dict[str, bytes | None] = {}
    for path in paths:
        with disk(f"{shown(root / path)} could not be read"), suppress(FileNotFoundError):
            found[path] = _bytes(os.fspath(root / path), _TEXT_LIMIT)
    return {path: data for path, data in found.items() if data is not None}


def read_text(path: Path) -> str:
    """A text file that somebody named: UTF-8, at most 4 MiB."""
    with disk(f"{shown(path)} could not be read"):
        data = _bytes(os.fspath(path), _TEXT_LIMIT + 1)
    if data is None:
        raise EnvironmentFault(f"{shown(path)} is not a plain file, or is a symbolic link.")
    if len(data) > _TEXT_LIMIT:
        raise EnvironmentFault(f"{shown(path)} is larger than 4 MiB.")
    if kind := next((kind for start, kind in _NO_TEXT if data.startswith(start)), ""):
        raise EnvironmentFault(
            f"{shown(path)} is {kind}, not plain text. Open it, and save its text as plain text in "
            "UTF-8."
        )
    if b"\0" in data:
        raise EnvironmentFault(
            f"{shown(path)} is in UTF-16, or no text at all. Save it as plain text in UTF-8."
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise EnvironmentFault(
            f"{shown(path)} is not in UTF-8 (byte {error.start + 1}). Save it as UTF-8."
        ) from error


def _read_folder(root: Path, folder: PurePosixPath, found: _Found) -> None:
    path = root / folder
    if path.is_symlink():
        found.complain("symlink", str(folder))
        return
    if not path.is_dir():
        return
    every = list(_entries(path))
    entries = [entry for entry in every if file_names.is_looked_at(str(folder), entry.name)]
    _report_hidden_pages(every, folder, found)
    alike = file_names.alike([entry.name for entry in entries])
    for entry in entries:
        name = entry.name
        plain = name not in alike and entry.is_file(follow_symlinks=False)
        if plain and file_names.is_usual(str(folder), name):
            _keep(entry, f"{folder}/{name}", found)
            continue
        inside = folder / shown(name)
        if entry.is_symlink():
            found.complain("symlink", str(inside))
        elif entry.is_dir(follow_symlinks=False):
            _read_inner(root, entry, inside, found)
        elif entry.name in alike:
            found.complain("names-alike", str(inside))
        else:
            _read_entry(entry, inside, found)


def _read_inner(root: Path, entry: os.DirEntry[str], inside: PurePosixPath, found: _Found) -> None:
    if inside.name != entry.name:
        found.complain("bad-file-name", str(inside))
    elif inside.suffix in _OF_FILES:  # in the place of a file that is then missed by nobody
        found.complain("not-a-file", str(inside))
    else:
        _read_folder(root, inside, found)


def _report_hidden_pages(
    entries: list[os.DirEntry[str]], folder: PurePosixPath, found: _Found
) -> None:
    """Names the pages that nobody would see: hidden ones, and those in a hidden folder."""
    for entry in filter(lambda entry: file_names.is_hidden(entry.name), entries):
        inside = folder / shown(entry.name)
        if entry.is_dir(follow_symlinks=False):
            each = [inside / shown(one.name) for one in _entries(Path(entry.path))]
        else:
            each = [inside]
        for path in each:
            if file_names.is_left_out_page(str(path.parent), path.name):
                found.complain("page-left-out", str(path))


def _entries(path: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        yield from sorted(entries, key=lambda entry: entry.name)


def _read_entry(entry: os.DirEntry[str], path: PurePosixPath, found: _Found) -> None:
    refusal = file_names.refusal(path)
    # A device or pipe is never opened: that alone can block or have an effect.
    if not entry.is_file(follow_symlinks=False):
        refusal = "not-a-file"
    if refusal:
        found.complain(refusal, str(path))
        return
    if not file_names.is_read(path):
        return
    _keep(entry, str(path), found)


def _keep(entry: os.DirEntry[str], path: str, found: _Found) -> None:
    """Reads a file of the content."""
    data = _bytes(entry.path, _YAML_LIMIT if path.endswith(".yaml") else _TEXT_LIMIT + 1)
    if data is None:
        found.complain("not-a-file", path)
    elif len(data) > _TEXT_LIMIT:
        found.complain("file-too-big", path)
    elif file_names.is_pointer(data):
        found.complain("lfs-pointer", path)
    else:
        found.files[path] = data


def _bytes(path: str, limit: int) -> bytes | None:
    """At most `limit` bytes of a regular file; None where it is none.

    Tens of thousands of files come here, so no object is made for any of them.
    """
    if os.path.islink(path):  # noqa: PTH114 - as above
        return None
    for _ in range(_ATTEMPTS):
        handle = os.open(path, os.O_RDONLY | _NOT_FOLLOWED | _BINARY)
        try:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                return None
            data = _whole(handle, limit)
            after = os.fstat(handle)
        finally:
            os.close(handle)
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return data
    raise EnvironmentFault(
        f"{shown(path)} was being changed while it was read. Try again when that has ended."
    )


def _whole(handle: int, limit: int) -> bytes:
    found = piece = os.read(handle, limit)
    while piece and len(found) < limit:
        piece = os.read(handle, limit - len(found))
        found += piece
    return found


# What tells, without reading it, that a file is no longer as it was.

Stamp = tuple[int, int, int]
"""A file's number, its size, and the time of its last change."""
Stamps = Mapping[str, Stamp]


def stamps(places: Iterable[Path]) -> Stamps:
    """The stamps of these files, and of all files in these folders.

    What is not there, or goes meanwhile, has none.
    """
    found: dict[str, Stamp] = {}
    for place in places:
        with suppress(OSError):
            if place.is_dir():
                found.update(_inside(str(place)))
            else:
                found[str(place)] = _of(place.stat())
    return found


def _inside(folder: str) -> Iterator[tuple[str, Stamp]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _inside(entry.path)
                else:
                    yield entry.path, _of(entry.stat())


def _of(state: os.stat_result) -> Stamp:
    return state.st_ino, state.st_size, state.st_mtime_ns
