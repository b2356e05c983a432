"""Single files written whole or not at all, and files removed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.files.edits import TEMPORARY, stage
from generator.files.faults import EnvironmentFault, disk, shown
from generator.files.paths import safe


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
