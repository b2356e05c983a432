"""How to read a statement: the terms of its card, each with what it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factsheets.datafiles import load_toml, unwrapped


@dataclass(frozen=True, slots=True)
class Term:
    """Chips of one meaning, each with its look (empty for a term that is no chip)."""

    chips: tuple[tuple[str, str], ...]
    meaning: str

    @property
    def text(self) -> str:
        """The chips in one line."""
        return ", ".join(text for _, text in self.chips)


@cache
def legend() -> tuple[Term, ...]:
    """Every term, in the order of a card."""
    return tuple(
        Term(tuple((look, text) for look, text in term["chips"]), unwrapped(term["meaning"]))
        for term in load_toml(__package__, "legend.toml")["terms"]
    )
