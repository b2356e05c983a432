"""How languages mark what somebody says: `languages.toml` as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.datafiles import load_toml


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
    tables = load_toml(__package__, "languages.toml")
    own = tables.get(code.split("-", maxsplit=1)[0].lower(), tables["default"])
    return Language(
        open=own["open"],
        close=own["close"],
        elided=frozenset(own["elided"]),
        inserts=own["inserts"],
        dialogue=own["dialogue"],
        said=_alternatives(own["said"]),
        wrote=_alternatives(own["wrote"]),
        pronouns=_alternatives(own["pronouns"]),
        titles=frozenset(own["titles"]),
    )


def _alternatives(words: list[str]) -> str:
    """A regular expression that matches any of the words; * stands for an ending."""
    if not words:
        return "(?!)"
    found = (re.escape(word).replace(r"\*", r"\w{0,6}") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(found)})"
