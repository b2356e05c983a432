"""The search's index, made by Pagefind's program; kept in the cache while nothing changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from factsheets.storage.faults import EnvironmentFault, disk
from factsheets.storage.locking import cache, lock

_INSTALL = "To have one: pip install 'pagefind[bin]'."
NO_SEARCH = (
    "Pagefind's program is missing here, or does not run: the site has no search, and says so. "
    + _INSTALL
)
NO_SEARCH_STRICT = (
    "Pagefind's program is missing here, or does not run. A site without search is not published "
    f"with --strict. {_INSTALL}"
)
_FOLDER = "search"
# Pagefind's own user interfaces, and its search in another thread, which takes longer to load.
_UNUSED = ("*.css", "pagefind-*.js", "wasm.unknown.*")
_PATIENCE = 600.0  # Seconds: at 50,000 statements an index takes minutes.
_LANGUAGE = "en"  # One index for all scripts, with stems of English words.


def search_index(
    root: Path,
    pages: Iterable[tuple[str, bytes]],
    target: Path | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Path | None:
    """The folder with the index of these pages, new or as it was; also put at `target`.

    None where Pagefind's program is missing, or cannot be started on this machine. `meanwhile` is
    done while the program works, and in any case once.
    """
    other = _Once(meanwhile)
    index = _index(root, pages, target, other)
    other()
    return index


class _Once:
    """Work that is done at the first call alone."""

    def __init__(self, work: Callable[[], object] | None) -> None:
        self._work = work

    def __call__(self) -> None:
        work, self._work = self._work, None
        if work:
            work()


def _index(
    root: Path, pages: Iterable[tuple[str, bytes]], target: Path | None, other: Callable[[], None]
) -> Path | None:
    program = _program()
    if program is None:
        return None
    home = cache(root, _FOLDER)
    # A lock of its own: a build holds the project's already, and a preview holds none.
    with (
        disk("The index of the search could not be written"),
        lock(home, "the index of the search", _PATIENCE),
    ):
        index = _renewed(program, home, pages, other)
        if index and target:
            add_folder(index, target)
    return index


def _renewed(
    program: Path, home: Path, pages: Iterable[tuple[str, bytes]], other: Callable[[], None]
) -> Path | None:
    source, index, stamp = home / "pages", home / "pagefind", home / "stamp"
    _make_ours(source)
    known = stamp.read_text(encoding="ascii") if stamp.is_file() and index.is_dir() else ""
    state = program.stat()
    digest = _lay_out(source, pages, f"{state.st_size} {state.st_mtime_ns}")
    if digest != known:
        stamp.unlink(missing_ok=True)
        new = home / "new"
        _clear(new)
        if not _run(program, source, new, other):
            return None
        for pattern in _UNUSED:
            for path in new.glob(pattern):
                path.unlink()
        _clear(index)
        new.rename(index)
        stamp.write_text(digest, encoding="ascii")
    return index


def _make_ours(source: Path) -> None:
    """Makes sure of a folder of folders of plain files; links would lead our writing elsewhere."""
    if source.is_dir() and not source.is_symlink() and all(map(_is_plain, source.iterdir())):
        return
    _clear(source)
    source.mkdir()


def _is_plain(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    with os.scandir(folder) as entries:
        return all(entry.is_file(follow_symlinks=False) for entry in entries)


def _clear(place: Path) -> None:
    """Takes away whatever stands there, of a link the link alone."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        shutil.rmtree(place)


def add_folder(source: Path, target: Path) -> None:
    """Copies a folder of ours to another place."""
    with disk("The index of the search could not be written"):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


def _program() -> Path | None:
    try:
        from pagefind_bin import (  # type: ignore[import-untyped]  # noqa: PLC0415 - see `None`
            get_executable,
        )
    except ImportError:
        return None
    try:
        return Path(get_executable())
    except FileNotFoundError:
        return None


def _lay_out(source: Path, pages: Iterable[tuple[str, bytes]], version: str) -> str:
    """Makes the folder hold these pages; their digest tells whether anything changed."""
    digest = hashlib.sha256(version.encode())
    folders = {path.name: {each.name for each in path.iterdir()} for path in source.iterdir()}
    for name, data in pages:
        digest.update(f"\0{name}\0{len(data)}\0".encode() + data)
        folder, _, file = name.partition("/")
        if folder not in folders:
            (source / folder).mkdir()
            folders[folder] = set()
        place = f"{source}/{name}"
        if file in folders[folder]:
            folders[folder].discard(file)
            with open(place, "rb") as old:
                if old.read() == data:
                    continue
        with open(place, "wb") as new:
            new.write(data)
    for folder, stale in folders.items():
        for file in stale:
            (source / folder / file).unlink()
    return digest.hexdigest()


def _run(program: Path, source: Path, target: Path, other: Callable[[], None]) -> bool:
    """Whether the program could be started; raises where it could make no index."""
    # Without pages Pagefind ends as if it were a mistake.
    if not any(source.rglob("*.html")):
        target.mkdir(parents=True)
        return True
    # Names of folders beside each other: Pagefind refuses paths that are not in UTF-8.
    options = ["--silent", "--force-language", _LANGUAGE, "--site", source.name]
    try:
        started = subprocess.Popen(
            [os.path.abspath(program), *options, "--output-path", target.name],  # noqa: PTH100 - no links
            cwd=source.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError:
        return False
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, started.pid, 5)  # Pages come before the search.
    try:
        other()
    except BaseException:
        started.kill()
        started.communicate()
        raise
    said, _ = started.communicate()
    if started.returncode:
        words = " ".join(said.decode("utf-8", "replace").split())[-300:]
        raise EnvironmentFault(f"Pagefind's program made no index of the search: {words}")
    return True
