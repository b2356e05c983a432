"""The rules of a language: which words report speech, and how its sentences name a speaker.

The tables are `languages/CODE.toml`; `languages/en.toml` explains their keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factsheets.datafiles import list_files, load_toml

KINDS = ("never", "say", "that", "act", "sources", "sources_behind", "asides")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The words of one language, in lower case (see `languages/en.toml`).

    `cues`: first word -> the words and the kind of each cue, the longest first.
    `words`: name of a list -> its words, each with its place there. `pronouns`: each pronoun and
    its kind. `occasions`: each word for an occasion and the kind of event.
    """

    cues: Mapping[str, tuple[tuple[Phrase, str], ...]]
    words: Mapping[str, Mapping[str, int]]
    pronouns: Mapping[str, str]
    occasions: Mapping[str, str]
    endings: tuple[str, ...]
    participles: tuple[str, ...]
    inverts: bool
    nouns_are_capital: bool

    def is_cue(self, word: str, *, alone: bool = True) -> bool:
        """Whether a word is a verb that reports speech, alone or also as part of a phrase."""
        return any(
            kind in {"say", "that", "act"} and not (alone and len(phrase) > 1)
            for phrase, kind in self.cues.get(word, ())
        )


@cache
def rules(code: str) -> Rules:
    """The rules of a language by its code; the default ones if it has none of its own."""
    own = f"languages/{code.partition('-')[0].lower()}.toml"
    known = own.removeprefix("languages/") in list_files(__package__, "languages")
    table = load_toml(__package__, own if known else "languages/default.toml")
    lists = {
        key: {word: place for place, word in enumerate(_expanded(value))}
        for key, value in table.items()
        if isinstance(value, str)
        and key not in (*KINDS, "between_endings", "participles", "inverts")
    }
    pronouns = {
        word: kind for kind, value in table["pronouns"].items() for word in _expanded(value)
    }
    occasions = {
        word.replace("_", " "): kind
        for kind, words in table["occasions"].items()
        for word in words.split()
    }
    return Rules(
        _cues(table),
        lists,
        pronouns,
        occasions,
        tuple(table["between_endings"].split()),
        tuple(table["participles"].split()),
        table["inverts"] == "always",
        table["nouns_are_capital"],
    )


def _cues(table: Mapping[str, Any]) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    found: dict[str, dict[Phrase, str]] = {}
    for kind in KINDS:
        for text in _expanded(table[kind]):
            phrase = tuple(text.split("_"))
            found.setdefault(phrase[0], {}).setdefault(phrase, kind)
    return {
        first: tuple(sorted(phrases.items(), key=lambda each: -len(each[0])))
        for first, phrases in found.items()
    }


def _expanded(text: str) -> Iterator[str]:
    """The words of a list; `announc:e,es` is short for `announce announces`."""
    for entry in text.split():
        stem, colon, rest = entry.partition(":")
        endings, gap, behind = rest.partition("_")
        yield from (
            (stem + ending + gap + behind for ending in endings.split(","))
            if colon and stem[-1] != "_"
            else (entry,)
        )
