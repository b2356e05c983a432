"""The search's index, made by Pagefind; kept in the cache while its pages stay the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from factsheets.storage.faults import EnvironmentFault, disk
from factsheets.storage.files import add_files, move, remove
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
    root: Path, pages: Iterable[tuple[str, bytes]], target: Path | None = None
) -> Path | None:
    """The folder with the index of these pages; it is also copied to `target`.

    None if Pagefind is missing, or cannot be started on this machine.
    """
    program = _program()
    if program is None:
        return None
    home = cache(root, _FOLDER)
    # A lock of its own: a build holds the project's already, and a preview holds none.
    with (
        disk("The index of the search could not be written"),
        lock(home, "the index of the search", _PATIENCE),
    ):
        index = _index(program, home, pages)
        if index and target:
            remove(target)
            target.mkdir(parents=True)
            add_files(target, _files(index))
    return index


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


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


def _index(program: Path, home: Path, pages: Iterable[tuple[str, bytes]]) -> Path | None:
    """The index in the cache; made anew if a page or the program has changed."""
    source, index, stamp, new = (home / name for name in ("pages", "pagefind", "stamp", "new"))
    known = stamp.read_text(encoding="ascii") if stamp.is_file() and index.is_dir() else ""
    state = program.stat()
    digest = hashlib.sha256(f"{state.st_size} {state.st_mtime_ns}".encode())

    def digested() -> Iterator[tuple[str, bytes]]:
        for name, data in pages:
            digest.update(f"\0{name}\0{len(data)}\0".encode() + data)
            yield name, data

    remove(source)
    source.mkdir()
    number = add_files(source, digested())
    if digest.hexdigest() == known:
        return index
    stamp.unlink(missing_ok=True)
    remove(new)
    if number == 0:  # Pagefind takes that for a mistake.
        new.mkdir()
    elif not _run(program, source, new):
        return None
    for path in [path for pattern in _UNUSED for path in new.glob(pattern)]:
        path.unlink()
    remove(index)
    move(new, index)
    stamp.write_text(digest.hexdigest(), encoding="ascii")
    return index


def _run(program: Path, source: Path, target: Path) -> bool:
    """Whether the program could be started; raises if it made no index."""
    # Relative names: Pagefind refuses paths that are not in UTF-8.
    options = ["--silent", "--force-language", _LANGUAGE, "--site", source.name]
    try:
        done = subprocess.run(
            [os.path.abspath(program), *options, "--output-path", target.name],  # noqa: PTH100 - no links
            cwd=source.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError:
        return False
    if done.returncode:
        words = " ".join(done.stdout.decode("utf-8", "replace").split())[-300:]
        raise EnvironmentFault(f"Pagefind's program made no index of the search: {words}")
    return True
