"""The files of content/static/, which are published as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factsheets.pipeline.static_files import FOLDER, LARGEST, LARGEST_SUM, MOST, is_name
from factsheets.problems.problem import Place, Problem
from factsheets.storage.faults import EnvironmentFault, disk, shown
from factsheets.storage.file_names import alike, problem

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_Found = tuple[list[str], list[Problem]]


def static_paths(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The path of each file below the site's root, and what cannot be published.

    Hidden files are among them; no link is followed.
    """
    found: _Found = [], []
    top = root / FOLDER
    if top.is_symlink():
        found[1].append(_problem("symlink", ""))
    elif top.is_dir():
        _bound(_look(top, "", found), found)
    elif top.exists():
        one = replace(
            _problem("not-a-file", ""),
            message="This is a file, and a folder of this name is expected.",
            help="Make a folder content/static/, and put the file into it.",
        )
        found[1].append(one)
    paths, problems = found
    return tuple(sorted(paths)), tuple(problems)


def static_files(root: Path, paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Each of these files with what is in it."""
    for path in paths:
        place = root / FOLDER / path
        with disk(f"{shown(place)} could not be read"):
            yield path, _bytes(place)


def _bytes(place: Path) -> bytes:
    """A file's content; a link that has taken the file's place, or a folder's, is not followed."""
    if place.resolve().parent != place.parent.resolve() or place.is_symlink():
        raise EnvironmentFault(f"{shown(place)} is a symbolic link, which is not followed.")
    with os.fdopen(os.open(place, _READ), "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise EnvironmentFault(f"{shown(place)} was being changed while it was read. Try again.")
    return data


def _look(folder: Path, inside: str, found: _Found) -> int:
    """Adds what is in a folder, and gives the size of its files."""
    paths, problems = found
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    doubles = alike([entry.name for entry in listed])
    total = 0
    for entry in listed:
        path = inside + entry.name
        if not is_name(entry.name):
            problems.append(_problem("static-name", shown(path)))
        elif entry.is_symlink():
            problems.append(_problem("symlink", path))
        elif entry.name in doubles:
            problems.append(_problem("names-alike", path))
        elif entry.is_dir(follow_symlinks=False):
            total += _look(Path(entry.path), f"{path}/", found)
        elif not entry.is_file(follow_symlinks=False):
            problems.append(_problem("not-a-file", path))
        elif (size := entry.stat(follow_symlinks=False).st_size) > LARGEST:
            problems.append(_too_big(path, f"This file has {_mib(size)}; {_mib(LARGEST)} are"))
        else:
            total += size
            paths.append(path)
    return total


def _bound(total: int, found: _Found) -> None:
    paths, problems = found
    if total > LARGEST_SUM:
        problems.append(
            _too_big("", f"The files here have {_mib(total)} together; {_mib(LARGEST_SUM)} are")
        )
    if len(paths) > MOST:
        problems.append(_too_big("", f"There are {len(paths):,} files here; {MOST:,} are"))


def _mib(size: int) -> str:
    return f"{size / (1 << 20):,.0f} MiB"


def _too_big(path: str, message: str) -> Problem:
    return Problem(
        "static-too-big",
        f"{message} the most.",
        _place(path),
        "Make it smaller, or put it where large files are kept and link to it.",
    )


def _problem(code: str, path: str) -> Problem:
    if code == "static-name":
        return Problem(
            code,
            "A file of this name cannot be published.",
            _place(path),
            'Rename it. A name has no control characters, none of \\ : * ? " < > | # %, no space '
            "or dot at its end, and is not .git.",
        )
    return problem(code, _place(path).file)


def _place(path: str) -> Place:
    return Place(f"{FOLDER}/{path}" if path else FOLDER)
