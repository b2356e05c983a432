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
_NOT_WRITTEN = "The index of the search could not be written"
_FOLDER = "search"
# Pagefind's own user interfaces, and its search in another thread, which takes longer to load.
_UNUSED = ("*.css", "pagefind-*.js", "wasm.unknown.*")
_PATIENCE = 600.0  # Seconds: at 50,000 statements an index takes minutes.
_LANGUAGE = "en"  # One index for all scripts, with stems of English words.


def search_index(
    root: Path,
    pages: Iterable[tuple[str, bytes]],
    target: Path | None = None,
    meanwhile: Callable[[], object] = bool,
) -> Path | None:
    """The folder with the index of these pages, new or as it was; also put at `target`.

    None where Pagefind's program is missing, or cannot be started on this machine. `meanwhile` is
    done while the program works, and in any case once.
    """
    program = _program()
    if program is None:
        meanwhile()
        return None
    home = cache(root, _FOLDER)
    # A lock of its own: a build holds the project's already, and a preview holds none.
    with disk(_NOT_WRITTEN), lock(home, "the index of the search", _PATIENCE):
        index = _renewed(program, home, list(pages), meanwhile)
        if index and target:
            add_folder(index, target)
    return index


def _renewed(
    program: Path, home: Path, pages: list[tuple[str, bytes]], meanwhile: Callable[[], object]
) -> Path | None:
    index, stamp = home / "pagefind", home / "stamp"
    state = program.stat()
    digest = hashlib.sha256(f"{state.st_size} {state.st_mtime_ns}".encode())
    for name, data in pages:
        digest.update(f"\0{name}\0{len(data)}\0".encode() + data)
    known = stamp.read_text(encoding="ascii") if stamp.is_file() and index.is_dir() else ""
    if known == digest.hexdigest():
        meanwhile()
        return index
    stamp.unlink(missing_ok=True)
    source, new = home / "pages", home / "new"
    _clear(new)
    _lay_out(source, pages)
    # Without pages Pagefind ends as if it were a mistake.
    if not pages:
        new.mkdir()
        meanwhile()
    elif not _run(program, source, new, meanwhile):
        return None
    for pattern in _UNUSED:
        for path in new.glob(pattern):
            path.unlink()
    _clear(index)
    new.rename(index)
    stamp.write_text(digest.hexdigest(), encoding="ascii")
    return index


def _lay_out(source: Path, pages: list[tuple[str, bytes]]) -> None:
    """Writes the pages into a new folder, for Pagefind numbers them as the folder lists them."""
    _clear(source)
    for folder in sorted({name.partition("/")[0] for name, _ in pages}):
        (source / folder).mkdir(parents=True)
    for name, data in sorted(pages):
        (source / name).write_bytes(data)


def _clear(place: Path) -> None:
    """Takes away whatever stands there, of a link the link alone."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        shutil.rmtree(place)


def add_folder(source: Path, target: Path) -> None:
    """Copies a folder of ours to another place."""
    with disk(_NOT_WRITTEN):
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


def _run(program: Path, source: Path, target: Path, meanwhile: Callable[[], object]) -> bool:
    """Whether the program could be started; raises where it could make no index."""
    # Names of folders beside each other: Pagefind refuses paths that are not in UTF-8.
    options = ["--silent", "--force-language", _LANGUAGE, "--site", source.name]
    try:
        running = subprocess.Popen(
            [os.path.abspath(program), *options, "--output-path", target.name],  # noqa: PTH100 - no links
            cwd=source.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError:
        meanwhile()
        return False
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, running.pid, 5)  # Pages come before the search.
    try:
        meanwhile()
    except BaseException:
        running.kill()
        running.communicate()
        raise
    output, _ = running.communicate()
    if running.returncode:
        words = " ".join(output.decode("utf-8", "replace").split())[-300:]
        raise EnvironmentFault(f"Pagefind's program made no index of the search: {words}")
    return True
