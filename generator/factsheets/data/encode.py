"""Data as JSON and CSV: the one encoder of everything that is written for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from csv import writer
from io import StringIO
from itertools import islice
from typing import Any

from pydantic_core import to_json

_LINES_A_PIECE = 500
# Marks a text that is a number. No content contains this character.
_MARK = "\0"
_MARKED = re.compile(rb'"\\u0000(-?[0-9]+(?:\.[0-9]+)?)"')

# A spreadsheet takes a cell that begins so for a formula, and a formula can send data away.
_FORMULA = tuple("=+-@＝＋－＠")
# Spaces before it do not help against every program.
_SUSPECT = frozenset((*_FORMULA, " ", "\t", "\n", "\r", "\xa0", "\u3000"))


def number(written: str | None) -> str | None:
    """A number that `line` and `text` write digit by digit as it is written."""
    return None if written is None else f"{_MARK}{written}"


def line(value: Any) -> bytes:
    """The value on one line, without spaces between its parts and without escaping letters."""
    return _MARKED.sub(rb"\1", to_json(value, inf_nan_mode="null"))


def text(value: Any) -> str:
    """The same as text."""
    return line(value).decode()


def indented(value: Any) -> bytes:
    """The value with indentation, for people."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def array(rows: Iterator[bytes]) -> Iterator[bytes]:
    """One row a line, so that a change of one row is a change of one line."""
    before = b"[\n"
    while lines := list(islice(rows, _LINES_A_PIECE)):
        yield before + b",\n".join(lines)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def lines(texts: Iterator[str]) -> Iterator[bytes]:
    """Texts that end their own lines, in pieces of many."""
    while found := list(islice(texts, _LINES_A_PIECE)):
        yield "\n".join([*found, ""]).encode()


def csv(
    header: Sequence[str], kinds: Sequence[str], pieces: Iterable[Sequence[Sequence[Any]]]
) -> Iterator[bytes]:
    """A table as UTF-8, a header first (RFC 4180), from pieces of many rows.

    `kinds` are the types of its columns. No text is a formula; true and false are in Frictionless's
    words.
    """
    texts = [n for n, kind in enumerate(kinds) if kind == "string"]
    truths = [n for n, kind in enumerate(kinds) if kind == "boolean"]
    yield _written([header])
    for piece in pieces:
        yield _written([_safe(row, texts, truths) for row in piece])


def _written(rows: Iterable[Sequence[Any]]) -> bytes:
    out = StringIO()
    writer(out).writerows(rows)
    return out.getvalue().encode()


def _safe(row: Sequence[Any], texts: list[int], truths: list[int]) -> list[Any]:
    cells = list(row)
    for n in texts:
        text = cells[n]
        if text and (text[0] in _SUSPECT or "\r" in text):
            cells[n] = _harmless(text)
    for n in truths:
        cells[n] = "true" if cells[n] else "false"
    return cells


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if text.lstrip().startswith(_FORMULA):
        text = f"'{text}"
    # A lone carriage return would end a row for some readers.
    return text.replace("\r", " ")
