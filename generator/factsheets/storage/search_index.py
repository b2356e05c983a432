"""The search's index, made by Pagefind; kept in the cache while its pages stay the same."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

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
# Pagefind's own programs for the browser: assets/index.js reads its files.
_UNUSED = ("*.js", "*.css", "wasm.*")
_PATIENCE = 600.0  # Seconds: at 50,000 statements an index takes minutes.
_LANGUAGE = "und"  # One index for all scripts: words stay as they are, stems are made of queries.

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # The place of the list of filters in `pf_meta`.
_LETTERS = 7


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
            shutil.copytree(index, target)
    return index


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
    canonical(new)
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


# Pagefind writes filters in an order that differs from run to run; here they are sorted.
#
# Its files are CBOR (RFC 8949) of arrays, texts and whole numbers, packed by gzip behind a
# signature: a filter is `[name, [[value, [pages]] …]]`; the one `pf_meta` is `[version, pages,
# chunks, [[filter, name of its file] …], sorts, fields]`. The name of a file holds a digest of
# what is in it.


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
