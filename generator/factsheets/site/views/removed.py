"""What is said of a record whose text was removed."""

from __future__ import annotations

from factsheets.content.dates import day_text
from factsheets.dataset.model import Removal

_WHY = {
    "legal": "for legal reasons",
    "privacy": "to protect somebody's privacy",
    "error": "because it should not have been recorded",
}


def removal_sentence(removal: Removal) -> str:
    """When and why, as in: Removed on 5 Sep 2025 for legal reasons."""
    return f"Removed on {day_text(removal.date)} {_WHY[removal.reason]}."
