"""Compare a new text of an article with its capture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factsheets.quotes.capture import Capture
from factsheets.quotes.match import Index

# A text is another article's if it has less of what was captured and quoted than this.
_QUOTES_KEPT = (1, 2)  # of the recorded quotations
_HASHES_KEPT = (1, 5)  # of the hashes of the old capture
_HASHES_MOVED = (1, 2)  # of a paragraph's hashes are in the paragraph that it is now


def is_other_text(old: Capture, new: Capture, text: str, quotes: Sequence[str]) -> bool:
    """Whether `new`, the capture of `text`, is most likely of another article than `old`."""
    index = Index(new, text)
    found = sum(bool((parts := index.fragments(quote)) and index.find(parts)) for quote in quotes)
    part, whole = _QUOTES_KEPT
    if quotes and found * whole >= len(quotes) * part:
        return False
    part, whole = _HASHES_KEPT
    before, now = _hashes(old), _hashes(new)
    return len(before & now) * whole < len(before) * part


def _hashes(capture: Capture) -> set[bytes]:
    return {one for paragraph in capture.paragraphs for one in paragraph.hashes}


def renew(old: Capture, new: Capture) -> Capture:
    """The new capture of an article, including its earlier ones.

    If the text is the same, only the rules have changed, so the day stays.
    """
    if old.sha256 == new.sha256:
        return replace(new, captured=old.captured, earlier=old.earlier)
    earlier = (replace(old, earlier=()), *old.earlier)
    return replace(new, earlier=tuple(one for one in earlier if one.sha256 != new.sha256))


def moved_paragraphs(old: Capture, new: Capture) -> Mapping[int, int]:
    """The new number of each paragraph that moved; paragraphs that are gone are left out."""
    places: dict[bytes, list[int]] = {}
    for number, paragraph in enumerate(new.paragraphs, 1):
        for one in set(paragraph.hashes):
            places.setdefault(one, []).append(number)
    moved = {}
    part, whole = _HASHES_MOVED
    for number, paragraph in enumerate(old.paragraphs, 1):
        hashes = set(paragraph.hashes)
        shared = Counter(at for one in hashes for at in places.get(one, ()))
        best = max(shared, key=lambda at: (shared[at], at == number, -at), default=number)
        if best != number and shared[best] * whole > len(hashes) * part:
            moved[number] = best
    return moved
