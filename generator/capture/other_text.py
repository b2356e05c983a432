"""An article's old capture and a new text -> whether the text is another article's."""

from __future__ import annotations

from collections.abc import Sequence

from generator.capture.make import BYTES, Capture
from generator.capture.match import Index

_QUOTES = (1, 2)  # at least so many of the recorded quotations stand in the article's new text
_SHARE = (1, 5)  # or at least so many of the old capture's hashes


def is_other_text(old: Capture, new: Capture, text: str, quotes: Sequence[str]) -> bool:
    """Whether `new`, made of `text`, has too little of what was captured and quoted before."""
    part, whole = _QUOTES
    if quotes and _found(new, text, quotes) * whole >= len(quotes) * part:
        return False
    part, whole = _SHARE
    before, now = _hashes(old), _hashes(new)
    return len(before & now) * whole < len(before) * part


def _found(one: Capture, text: str, quotes: Sequence[str]) -> int:
    index = Index(one, text)
    return sum(bool((runs := index.pieces(quote)) and index.standings(runs)) for quote in quotes)


def _hashes(one: Capture) -> set[bytes]:
    return {
        paragraph.shingles[at : at + BYTES]
        for paragraph in one.paragraphs
        for at in range(0, len(paragraph.shingles), BYTES)
    }
