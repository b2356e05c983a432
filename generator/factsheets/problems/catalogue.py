"""The problem codes with their explanations, as printed by `facts explain CODE`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from factsheets.datafiles import list_files, load_toml, unwrapped

_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")


@dataclass(frozen=True, slots=True)
class Code:
    """A problem code: its title, why it matters, two right and two wrong examples.

    `group` is the name of its file in `codes/`.

    `kind` tells the tests how to check the examples: `yaml` is only parsed; `fact`, `actor`,
    `topic`, `event` or `article` are fields of an otherwise complete record; `whole actor` and so
    on are a whole file. It is empty if an example needs several files or is described in words.
    """

    code: str
    group: str
    title: str
    why: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    kind: str = ""


@cache
def catalogue() -> dict[str, Code]:
    """All codes, from the files in `codes/`: one file per group, one table per code."""
    return {
        code: _code(code, name.removesuffix(".toml"), entry)
        for name in list_files(__package__, "codes")
        for code, entry in load_toml(__package__, f"codes/{name}").items()
    }


def _code(code: str, group: str, entry: dict[str, Any]) -> Code:
    right, wrong = (
        tuple(text.removesuffix("\n") for text in entry[key]) for key in ("right", "wrong")
    )
    why, kind = unwrapped(entry["why"]), entry.get("kind", "")
    return Code(code, group, entry["title"], why, right, wrong, kind)


def shown(example: str) -> str:
    """An example as it is shown to people, with special spaces made visible."""
    return _ODD_SPACE.sub(lambda found: f"<U+{ord(found[0]):04X}>", example)
