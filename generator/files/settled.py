"""Whether docs/ still stands as a run left it, and would be made anew of the same."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.files import remembering, signed
from generator.files.faults import EnvironmentFault
from generator.files.locking import cache
from generator.files.paths import CACHE
from generator.pipeline import Inputs

_FILE = "pages.json"
_TICK = 0.02  # seconds, longer than the smallest difference of times that disks tell


def made_of(inputs: Inputs, *others: str) -> str:
    """A hash of all that pages are made of: the content, and what else is named."""
    whole = sha256()
    for name, data in inputs.files.items():
        whole.update(_part(name.encode()) + _part(data))
    for each in others:
        whole.update(_part(each.encode("utf-8", "surrogatepass")))
    return whole.hexdigest()


def standing(docs: Path, made: str) -> int | None:
    """How many pages of this making stand in the project's `docs` untouched; None: perhaps not."""
    folder = docs.parent / CACHE
    text = None if folder.is_symlink() else signed.read(folder / _FILE)
    if text is None:
        return None
    known = json.loads(text)
    with suppress(OSError):
        if known["made"] == made and known["state"] == _state(docs):
            return int(known["pages"])
    return None


def settle(docs: Path, made: str, pages: int) -> None:
    """Notes that all pages of this making stand in `docs`; where that cannot be done, nothing."""
    if pages < remembering.WORTH:
        return
    time.sleep(_TICK)  # Whatever is changed after the look gets a later time.
    with suppress(OSError, EnvironmentFault):
        noted = {"made": made, "state": _state(docs), "pages": pages}
        signed.write(cache(docs.parent) / _FILE, json.dumps(noted).encode())


def _part(data: bytes) -> bytes:
    return sha256(data).digest()


def _state(folder: Path) -> str:
    """A hash of the name, size and times of everything below a folder."""
    return sha256("\n".join(sorted(_lines(str(folder), ""))).encode()).hexdigest()


def _lines(folder: str, inside: str) -> Iterator[str]:
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = json.dumps(inside + entry.name)
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
                yield path
                continue
            found = entry.stat(follow_symlinks=False)
            times = f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
            yield f"{path} {stat.S_IFMT(found.st_mode)} {found.st_size} {times}"
    for name in folders:
        yield from _lines(f"{folder}/{name}", f"{inside}{name}/")
