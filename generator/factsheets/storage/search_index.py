"""The search's index, made by Pagefind's program; kept in the cache while nothing changes."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from factsheets.storage.faults import EnvironmentFault, disk
from factsheets.storage.locking import cache, lock

# Pagefind's filters in one order: of themselves they differ from run to run.
#
# Its files are CBOR (RFC 8949) of arrays, texts and whole numbers, packed by gzip behind a
# signature: a filter is `[name, [[value, [pages]] …]]`; the one `pf_meta` is `[version, pages,
# chunks, [[filter, name of its file] …], sorts, fields]`. The name of a file holds a digest of
# what is in it.

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # The place of the list of filters in `pf_meta`.
_LETTERS = 7


def canonical(index: Path) -> None:
    """Rewrites the filters of an index, and what names them, so that the same pages give it."""
    names = {path.stem: _renewed_filter(path) for path in sorted(index.glob("filter/*.pf_filter"))}
    for path in sorted(index.glob("*.pf_meta")):
        meta = _read(path)
        meta[_FILTERS] = sorted([name, names.get(file, file)] for name, file in meta[_FILTERS])
        _, language_and_digest, _ = path.name.split(".")
        language, _, old = language_and_digest.partition("_")
        new = f"{language}_{_written(path, meta, len(old), f'pagefind.{language}_')}"
        entry = index / "pagefind-entry.json"
        entry.write_bytes(entry.read_bytes().replace(language_and_digest.encode(), new.encode()))


def _renewed_filter(path: Path) -> str:
    name, values = _read(path)
    values.sort(key=lambda each: each[0])
    language = path.stem.partition("_")[0]
    return f"{language}_{_written(path, [name, values], _LETTERS, f'{language}_')}"


def _written(path: Path, value: Any, letters: int, before: str) -> str:
    """Puts the value in the place of the file, under its new name; gives the digest in that."""
    data = _SIGNATURE + _encoded(value)
    digest = hashlib.sha256(data).hexdigest()[:letters]
    path.unlink()
    path.with_name(f"{before}{digest}{path.suffix}").write_bytes(gzip.compress(data, 9, mtime=0))
    return digest


def _read(path: Path) -> Any:
    data = path.read_bytes()
    if not data.startswith(_SIGNATURE):
        data = gzip.decompress(data)
    value, _ = _decoded(data, len(_SIGNATURE))
    return value


def _decoded(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins here, and where the next one does."""
    kind, number = divmod(data[at], 32)
    at += 1
    if number > 23:
        size = 1 << (number - 24)
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    if kind == 0:
        return number, at
    if kind == 3:
        return data[at : at + number].decode(), at + number
    if kind != 4:
        raise ValueError(f"no kind of value that Pagefind's filters hold: {kind}")
    found = []
    for _ in range(number):
        value, at = _decoded(data, at)
        found.append(value)
    return found, at


def _encoded(value: Any) -> bytes:
    out = bytearray()
    _encode(value, out)
    return bytes(out)


def _encode(value: Any, out: bytearray) -> None:
    if isinstance(value, int):
        _head(0, value, out)
    elif isinstance(value, str):
        text = value.encode()
        _head(3, len(text), out)
        out += text
    else:
        _head(4, len(value), out)
        for each in value:
            _encode(each, out)


def _head(kind: int, number: int, out: bytearray) -> None:
    if number < 24:
        out.append(kind * 32 + number)
        return
    for size in (1, 2, 4, 8):
        if number < 1 << (8 * size):
            out.append(kind * 32 + 24 + size.bit_length() - 1)
            out += number.to_bytes(size, "big")
            return


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
# Pagefind's own programs for the browser: assets/index.js reads its files.
_UNUSED = ("*.js", "*.css", "wasm.*")
_PATIENCE = 600.0  # Seconds: at 50,000 statements an index takes minutes.
_LANGUAGE = "und"  # One index for all scripts: words stay as they are, stems are made of queries.


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
        canonical(new)
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
