"""Numbers and lists in plain English."""

from __future__ import annotations

from collections.abc import Sequence

from factsheets.content.types import NOT_STATED


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 statement`, `12 statements`, `1,200 countries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def stated_text(value: str | None) -> str:
    """A place or an audience, or that the source names none; empty where it was left out."""
    return "not stated in the source" if value == NOT_STATED else value or ""


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop at its end."""
    if not text:
        return ""
    ended = text if text[-1] in ".!?…" else text + "."
    return ended[0].upper() + ended[1:]
