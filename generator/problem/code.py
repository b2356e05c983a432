"""What one problem code means, in words for people who write content."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


def shown(example: str) -> str:
    """An example as it is shown to people: with the codes of spaces that look like others."""
    return _ODD_SPACE.sub(lambda found: f"<U+{ord(found[0]):04X}>", example)
