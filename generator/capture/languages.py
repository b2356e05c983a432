"""How languages mark what somebody says: `languages.toml` as values."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data
from typing import Any


@dataclass(frozen=True, slots=True)
class Language:
    """The marks and the words of saying of one language (see `languages.toml`).

    `said`, `wrote` and `pronouns` are regular expressions.
    """

    open: str
    close: str
    elided: frozenset[str]
    inserts: bool
    dialogue: bool
    said: str
    wrote: str
    pronouns: str
    titles: frozenset[str]


@cache
def language(code: str) -> Language:
    """The table of a language, by its code; that of all others where it has none."""
    tables = _tables()
    table = tables.get(code.split("-", maxsplit=1)[0].lower(), tables["default"])
    return Language(
        open=table["open"],
        close=table["close"],
        elided=frozenset(table["elided"]),
        inserts=table["inserts"],
        dialogue=table["dialogue"],
        said=_alternatives(table["said"]),
        wrote=_alternatives(table["wrote"]),
        pronouns=_alternatives(table["pronouns"]),
        titles=frozenset(table["titles"]),
    )


@cache
def _tables() -> dict[str, Any]:
    raw = get_data("generator.capture", "languages.toml")
    assert raw is not None  # noqa: S101 - it is part of the package
    return tomllib.loads(raw.decode())


def _alternatives(words: list[str]) -> str:
    """A regular expression that matches any of the words; * stands for an ending."""
    if not words:
        return "(?!)"
    found = (re.escape(word).replace(r"\*", r"\w{0,6}") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(found)})"
