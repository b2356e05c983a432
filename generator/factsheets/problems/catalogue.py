"""The problem codes, each with its explanation; `facts explain CODE` prints from here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from factsheets.datafiles import list_files, load_toml, unwrapped

_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake: its name, a title, why it matters, two right and two wrong examples.

    `kind` says how the examples can be run, for the test that they are what they claim: `yaml`
    is only read; `fact`, `actor`, `topic`, `event` or `article` are fields of one that is
    otherwise complete; `whole actor` and so on are a whole file. It is empty where an example
    needs more than one file, or is told in words.
    """

    code: str
    title: str
    why: str
    right: tuple[str, str]
    wrong: tuple[str, str]
    kind: str = ""


@cache
def catalogue() -> dict[str, Code]:
    """Every code, from the files of `codes/`: one file a group, one table a code."""
    return {
        code: _code(code, entry)
        for name in list_files(__package__, "codes")
        for code, entry in load_toml(__package__, f"codes/{name}").items()
    }


def _code(code: str, entry: dict[str, Any]) -> Code:
    right, wrong = (_examples(entry[key]) for key in ("right", "wrong"))
    return Code(code, entry["title"], unwrapped(entry["why"]), right, wrong, entry.get("kind", ""))


def _examples(texts: list[str]) -> tuple[str, str]:
    first, second = (text.removesuffix("\n") for text in texts)
    return first, second


def shown(example: str) -> str:
    """An example as it is shown to people: with the codes of spaces that look like others."""
    return _ODD_SPACE.sub(lambda found: f"<U+{ord(found[0]):04X}>", example)
