"""Two captures of an article -> the numbers that its paragraphs have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.capture.make import BYTES, Capture, Paragraph

_SHARE = (1, 2)  # of a paragraph's hashes stand in the one that it is now


def moved(old: Capture, new: Capture) -> Mapping[int, int]:
    """The new number of each paragraph that has another one; none of those that are gone."""
    places: dict[bytes, list[int]] = {}
    for number, paragraph in enumerate(new.paragraphs, 1):
        for one in _hashes(paragraph):
            places.setdefault(one, []).append(number)
    found = {}
    part, whole = _SHARE
    for number, paragraph in enumerate(old.paragraphs, 1):
        hashes = _hashes(paragraph)
        shared = Counter(at for one in hashes for at in places.get(one, ()))
        best = max(shared, key=lambda at: (shared[at], at == number), default=number)
        if best != number and shared[best] * whole > len(hashes) * part:
            found[number] = best
    return found


def _hashes(paragraph: Paragraph) -> frozenset[bytes]:
    row = paragraph.shingles
    return frozenset(row[at : at + BYTES] for at in range(0, len(row), BYTES))
