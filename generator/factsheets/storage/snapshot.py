"""Read content, captures and static files from the disk; only regular files, no links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.static_files import FOLDER, LARGEST, LARGEST_SUM, MOST, is_name
from factsheets.problems.problem import Place, Problem
from factsheets.storage import file_names
from factsheets.storage.edits import is_pending
from factsheets.storage.faults import EnvironmentFault, disk, shown
from factsheets.storage.files import entries, has_link, is_link, read_file, walk
from factsheets.storage.locking import lock

# The YAML reader refuses files over 1 MiB; one more byte is enough for it to notice.
_YAML_LIMIT = (1 << 20) + 1
_TEXT_LIMIT = 4 << 20
_OF_FILES = {".yaml", ".yml", ".md", ".json"}
# First bytes of files that contain an article, but not as plain text.
_NO_TEXT = (
    (b"{\\rtf", "an RTF file"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a compressed file, such as DOCX, ODT or EPUB"),
    (b"\xd0\xcf\x11\xe0", "a Word file"),
    (b"\xff\xfe", "in UTF-16"),
    (b"\xfe\xff", "in UTF-16"),
)
_ATTEMPTS = 5  # for reading content that is being changed

Stamp = tuple[int, int, int]
"""A file's inode number, size, and time of its last change."""
Stamps = Mapping[str, Stamp]


@dataclass(slots=True)
class _Found:
    """The files that were read or are published unchanged, and the problems of others."""

    files: dict[str, bytes] = field(default_factory=dict)
    static: list[str] = field(default_factory=list)  # paths only
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, path: str) -> None:
        self.problems.append(file_names.problem(code, path))

    def too_big(self, path: str, message: str, limit: str) -> None:
        advice = "Make it smaller, or host it elsewhere and link to it."
        message = f"{message}; the limit is {limit}."
        self.problems.append(Problem("static-too-big", message, Place(path), advice))


def snapshot(root: Path) -> Inputs:
    """All files below `content/` and `seeds/` that the program reads, by path below `root`.

    The problems name files that it must not or need not read.
    """
    if not (root / "content").is_dir():
        raise EnvironmentFault(
            f"{shown(root)} has no folder content/. Name the project's folder: facts --root DIR."
        )
    if is_pending(root):
        with lock(root, "undoing an edit"):
            pass  # Taking the lock undoes interrupted edits.
    with disk("The content could not be read"):
        for _ in range(_ATTEMPTS):
            # A file is missing or being replaced: read everything again, or incomplete content
            # would be published as complete.
            with suppress(FileNotFoundError):
                found = _read(root)
                break
        else:
            raise EnvironmentFault("The content changed while it was read. Try again later.")
    if not found.problems and not any(name.startswith("content/") for name in found.files):
        raise EnvironmentFault(
            f"{shown(root / 'content')} contains no content files, so there is nothing to check. "
            "If it is a git submodule, run: git submodule update --init"
        )
    return found


def _read(root: Path) -> Inputs:
    found = _Found()
    for top in ("content", "seeds"):
        _read_folder(root, PurePosixPath(top), found)
    static, problems = static_paths(root)
    return Inputs(dict(sorted(found.files.items())), (*found.problems, *problems), static)


def _read_folder(root: Path, folder: PurePosixPath, found: _Found) -> None:
    path = root / folder
    if is_link(path):
        found.complain("symlink", str(folder))
        return
    if not path.is_dir():
        return
    listed = entries(path)
    _report_hidden_pages(listed, folder, found)
    listed = [entry for entry in listed if file_names.may_be_content(str(folder), entry.name)]
    alike = file_names.alike([entry.name for entry in listed])
    for entry in listed:
        inside = folder / shown(entry.name)
        if is_link(entry):
            found.complain("symlink", str(inside))
        elif entry.is_dir(follow_symlinks=False):
            _read_inner(root, entry, inside, found)
        elif entry.name in alike:
            found.complain("names-alike", str(inside))
        else:
            _read_entry(entry, inside, found)


def _report_hidden_pages(
    listed: list[os.DirEntry[str]], folder: PurePosixPath, found: _Found
) -> None:
    """Report hidden pages, and pages in a hidden folder, because nobody would miss them."""
    for entry in filter(lambda entry: file_names.is_hidden(entry.name), listed):
        paths = [folder / shown(entry.name)]
        if entry.is_dir(follow_symlinks=False):
            paths = [paths[0] / shown(one.name) for one in entries(entry.path)]
        for path in paths:
            if file_names.is_left_out_page(str(path.parent), path.name):
                found.complain("page-left-out", str(path))


def _read_inner(root: Path, entry: os.DirEntry[str], inside: PurePosixPath, found: _Found) -> None:
    if inside.name != entry.name:
        found.complain("bad-file-name", str(inside))
    elif inside.suffix in _OF_FILES:  # A file would then be missing without notice.
        found.complain("not-a-file", str(inside))
    else:
        _read_folder(root, inside, found)


def _read_entry(entry: os.DirEntry[str], inside: PurePosixPath, found: _Found) -> None:
    refusal = file_names.refusal(inside)
    # A device or pipe is never opened: even that can block or have an effect.
    if not entry.is_file(follow_symlinks=False):
        refusal = "not-a-file"
    path = str(inside)
    if refusal:
        found.complain(refusal, path)
        return
    if not file_names.is_read(inside):
        return
    data = read_file(entry.path, _YAML_LIMIT if path.endswith(".yaml") else _TEXT_LIMIT + 1)
    if data is None:
        found.complain("not-a-file", path)
    elif len(data) > _TEXT_LIMIT:
        found.complain("file-too-big", path)
    elif file_names.is_pointer(data):
        found.complain("lfs-pointer", path)
    else:
        found.files[path] = data


def read_some(root: Path, *paths: str) -> dict[str, bytes]:
    """Those of these files that exist, by path; for files that are not content."""
    found: dict[str, bytes | None] = {}
    for path in paths:
        with disk(f"{shown(root / path)} could not be read"), suppress(FileNotFoundError):
            found[path] = read_file(root / path, _TEXT_LIMIT)
    return {path: data for path, data in found.items() if data is not None}


def read_named(path: Path, limit: int) -> bytes:
    """At most one byte more than the limit of a file that the user named."""
    with disk(f"{shown(path)} could not be read"):
        data = read_file(path, limit + 1)
    if data is None:
        raise EnvironmentFault(f"{shown(path)} is not a regular file, or is a symbolic link.")
    return data


def read_text(path: Path) -> str:
    """A text file that the user named: UTF-8, at most 4 MiB."""
    return decoded(read_named(path, _TEXT_LIMIT), shown(path))


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, of at most 4 MiB; `name` is what messages call it."""
    if len(data) > _TEXT_LIMIT:
        raise EnvironmentFault(f"{name} is larger than 4 MiB.")
    if kind := next((kind for start, kind in _NO_TEXT if data.startswith(start)), ""):
        raise EnvironmentFault(
            f"{name} is {kind}, not plain text. Open it and save its text as plain text in UTF-8."
        )
    if b"\0" in data:
        raise EnvironmentFault(
            f"{name} is in UTF-16, or is not text. Save it as plain text in UTF-8."
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise EnvironmentFault(
            f"{name} is not in UTF-8 (byte {error.start + 1}). Save it as UTF-8."
        ) from error


def stamps(places: Iterable[Path]) -> Stamps:
    """The stamps of these files, and of all files in these folders, to detect changes.

    Missing files have none.
    """
    found: dict[str, Stamp] = {}
    for place in places:
        with suppress(OSError):
            below = [Path(entry.path) for _, entry in walk(place)] if place.is_dir() else [place]
            for path in below:
                with suppress(OSError):
                    state = path.stat()
                    if not stat.S_ISDIR(state.st_mode):
                        found[str(path)] = (state.st_ino, state.st_size, state.st_mtime_ns)
    return found


# The files of content/static/, which are published unchanged.


def static_paths(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The path of each file below the site's root, and what cannot be published.

    Includes hidden files; no link is followed.
    """
    found = _Found()
    top = root / FOLDER
    if is_link(top):
        found.complain("symlink", FOLDER)
    elif top.is_dir():
        _check_sum(_look_for_static(top, "", found), found)
    elif top.exists():
        one = replace(
            file_names.problem("not-a-file", FOLDER),
            message="This is a file, but a folder with this name is expected.",
            help="Create a folder content/static/ and move the file into it.",
        )
        found.problems.append(one)
    return tuple(sorted(found.static)), tuple(found.problems)


def static_files(root: Path, paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Each of these files below content/static/, with its content."""
    for path in paths:
        place = root / FOLDER / path
        with disk(f"{shown(place)} could not be read"):
            data = None if has_link(root, f"{FOLDER}/{path}") else read_file(place, LARGEST + 1)
        if data is None:
            raise EnvironmentFault(f"{shown(place)} is a symbolic link, which is not followed.")
        if len(data) > LARGEST:
            raise EnvironmentFault(f"{shown(place)} was changed while it was read. Try again.")
        yield path, data


def _look_for_static(folder: Path, inside: str, found: _Found) -> int:
    """Add the contents of a folder, and return the bytes of its files."""
    listed = entries(folder)
    alike = file_names.alike([entry.name for entry in listed])
    total = 0
    for entry in listed:
        path = inside + entry.name
        if not is_name(entry.name):
            found.complain("static-name", f"{FOLDER}/{shown(path)}")
        elif is_link(entry):
            found.complain("symlink", f"{FOLDER}/{path}")
        elif entry.name in alike:
            found.complain("names-alike", f"{FOLDER}/{path}")
        elif entry.is_dir(follow_symlinks=False):
            total += _look_for_static(Path(entry.path), f"{path}/", found)
        elif not entry.is_file(follow_symlinks=False):
            found.complain("not-a-file", f"{FOLDER}/{path}")
        elif (size := entry.stat(follow_symlinks=False).st_size) > LARGEST:
            found.too_big(f"{FOLDER}/{path}", f"This file has {_mib(size)}", _mib(LARGEST))
        else:
            total += size
            found.static.append(path)
    return total


def _check_sum(total: int, found: _Found) -> None:
    if total > LARGEST_SUM:
        found.too_big(FOLDER, f"The files here have {_mib(total)} together", _mib(LARGEST_SUM))
    if len(found.static) > MOST:
        found.too_big(FOLDER, f"There are {len(found.static):,} files here", f"{MOST:,}")


def _mib(size: int) -> str:
    return f"{size / (1 << 20):,.0f} MiB"
