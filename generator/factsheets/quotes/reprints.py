"""Captures -> the pairs that share so much text outside quotation marks that they are one report.

Reports of one event share quotations and names; reprints share whole sentences. A reprint in
another language shares no words and is not found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.quotes.capture import BYTES, RUN, Capture, Paragraph

_MOST_ARTICLES = 4  # three words that stand in more articles are anybody's
_LEAST_SHARED = 30  # runs of three words
_LEAST_SHARE = 0.2  # of the smaller article

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """How many runs of three words two articles share, and which share of the smaller one."""

    runs: int
    share: float


def shared_text(captures: Mapping[str, Capture]) -> dict[Pair, Shared]:
    """The pairs of articles that are likely one report, each pair in the order of ids.

    The limits were tried on news in which reprints were known: 0.99 of the copies with 30 % of
    their words edited are found, and 8 of 507,528 unrelated pairs, 7 of which tell one story.
    """
    runs = {name: _outside(captures[name]) for name in sorted(captures)}
    places: dict[bytes, list[str]] = {}
    for name, own in runs.items():
        for run in own:
            places.setdefault(run, []).append(name)
    rare = [names for names in places.values() if len(names) <= _MOST_ARTICLES]
    sizes = Counter(name for names in rare for name in names)
    together = Counter(pair for names in rare for pair in _pairs(names))
    found = {}
    for (one, other), number in sorted(together.items()):
        share = number / min(sizes[one], sizes[other])
        if number >= _LEAST_SHARED and share >= _LEAST_SHARE:
            found[one, other] = Shared(number, share)
    return found


def is_comparable(capture: Capture) -> bool:
    """Whether an article has enough words outside quotation marks to be found as a reprint."""
    return len(_outside(capture)) >= _LEAST_SHARED


def _pairs(names: list[str]) -> Iterator[Pair]:
    for at, one in enumerate(names):
        yield from ((one, other) for other in names[at + 1 :])


def _outside(capture: Capture) -> set[bytes]:
    """The hashes of the runs of three words that touch no quotation."""
    return {run for paragraph in capture.paragraphs for run in _of_paragraph(paragraph)}


def _of_paragraph(paragraph: Paragraph) -> Iterator[bytes]:
    quoted = bytearray(paragraph.tokens)
    for first, behind in paragraph.marks:
        quoted[first:behind] = b"\1" * (behind - first)
    for at in range(paragraph.tokens - RUN + 1):
        if not any(quoted[at : at + RUN]):
            yield paragraph.shingles[at * BYTES : (at + 1) * BYTES]
