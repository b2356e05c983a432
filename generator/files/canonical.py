"""Pagefind's filters in one order: of themselves they differ from run to run.

Its files are CBOR (RFC 8949) of arrays, texts and whole numbers, packed by gzip behind a signature:
a filter is `[name, [[value, [pages]] …]]`; the one `pf_meta` is `[version, pages, chunks, [[filter,
name of its file] …], sorts, fields]`. The name of a file holds a digest of what is in it.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

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
