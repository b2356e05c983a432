"""Compare a new text of an article with its capture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factsheets.quotes.capture import RUN, Capture
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


def moved_paragraphs(old: Capture, new: Capture) -> Mapping[int, int | None]:
    """The new number of each old paragraph, None if it is gone, not counted, or not certain.

    Of paragraphs with the same words, the order decides.
    """
    places: dict[bytes, list[int]] = {}
    for number, paragraph in enumerate(new.paragraphs, 1):
        for one in set(paragraph.hashes):
            places.setdefault(one, []).append(number)
    possible: dict[int, tuple[int, ...]] = {}
    part, whole = _HASHES_MOVED
    for number, paragraph in enumerate(old.paragraphs, 1):
        hashes = set(paragraph.hashes)
        shared = Counter(at for one in hashes for at in places.get(one, ()))
        possible[number] = tuple(
            at for at in sorted(shared) if shared[at] * whole > len(hashes) * part
        )
    known = {number: found[0] for number, found in possible.items() if len(found) == 1}
    known |= {0: 0, len(old.paragraphs) + 1: len(new.paragraphs) + 1}
    groups: dict[tuple[int, ...], list[int]] = {}
    for number in sorted(possible.keys() - known.keys()):
        above = known[max(each for each in known if each < number)]
        below = known[min(each for each in known if each > number)]
        found = tuple(at for at in possible[number] if above <= at <= below)
        groups.setdefault(found, []).append(number)
    for group, numbers in groups.items():
        if len(group) == len(numbers):
            known |= zip(numbers, group, strict=True)
    for number, paragraph in enumerate(old.paragraphs, 1):
        above, below = known.get(number - 1, -1), known.get(number + 1, -1)
        # Too short to have hashes: it is the one between its neighbours.
        between = number not in known and above >= 0 and below == above + 2
        if between and new.paragraphs[above].tokens == paragraph.tokens < RUN:
            known[number] = above + 1
    return {number: known.get(number) for number in possible}
