"""Data as JSON: the one encoder of everything that is written for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic_core import to_json

_LINES_A_PIECE = 500
# A text that stands for a number. No content holds this character.
_MARK = "\0"
_MARKED = re.compile(rb'"\\u0000(-?[0-9]+(?:\.[0-9]+)?)"')


def number(written: str | None) -> str | None:
    """A number that `line` and `text` write digit by digit as it is written."""
    return None if written is None else f"{_MARK}{written}"


def line(value: Any) -> bytes:
    """The value on one line, without spaces between its parts; letters stand as they are."""
    return _MARKED.sub(rb"\1", to_json(value, inf_nan_mode="null"))


def text(value: Any) -> str:
    """The same as text."""
    return line(value).decode()


def indented(value: Any) -> bytes:
    """The value as people like to read it."""
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
