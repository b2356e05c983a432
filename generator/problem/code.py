"""What one problem code means, in words for people who write content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake: its name, a title, why it matters, two right and two wrong examples.

    `kind` says how the examples can be run, for the test that they are what they claim:
    `yaml`, `actor`, `topic`, `event` or `article` as a whole file of that kind (`yaml`: only
    read), `fact` as fields of a fact, `fields of KIND` as fields of an otherwise complete file.
    Empty where an example needs more than one file.
    """

    code: str
    title: str
    why: str
    right: tuple[str, str]
    wrong: tuple[str, str]
    kind: str = ""
