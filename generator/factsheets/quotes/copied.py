"""Our own wording -> the stretches that are the article's, without quotation marks.

Rule 8 of captures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factsheets.quotes.capture import RUN, shingle
from factsheets.quotes.marks import DOUBLE, in_double_marks
from factsheets.quotes.match import Index
from factsheets.quotes.tokens import Form

ENOUGH = 10  # tokens in a row
_STEP = ENOUGH - RUN + 1  # a run of ENOUGH tokens has so many hashes: one in _STEP meets it

_PLACES = 50  # repetitions of three words looked at


@dataclass(frozen=True, slots=True)
class Copied:
    """Words of ours that stand in a paragraph of the article in the same order."""

    paragraph: int
    words: tuple[str, ...]


def copied(indexes: Sequence[Index], text: str) -> Copied | None:
    """The first stretch of ten tokens or more that the text shares with one of the articles.

    What the text itself puts into double quotation marks does not count, and no run crosses it.
    """
    if len(text) < ENOUGH or not indexes:
        return None
    runs = {form: [*_runs(form, text)] for form in {index.form for index in indexes}}
    shared = (_shared(index, *run) for index in indexes for run in runs[index.form])
    return next(filter(None, shared), None)


def _runs(form: Form, text: str) -> Iterator[tuple[list[str], list[tuple[int, bytes]]]]:
    """The text's own runs of words that are long enough, each with its probes."""
    clean = form.cleaned(text)
    own = _own(form, clean) if DOUBLE.search(clean) else (form.words(clean),)
    return ((run, _probes(run)) for run in own if len(run) >= ENOUGH)


def _own(form: Form, clean: str) -> Iterator[list[str]]:
    """The tokens between the text's quotations."""
    at = 0
    # Single marks are left as they are: in our own words they are apostrophes.
    for start, end in in_double_marks(clean):
        yield form.words(clean[at : max(start - 1, at)])
        at = end
    yield form.words(clean[at:])


def _probes(run: list[str]) -> list[tuple[int, bytes]]:
    """Where in a run to look, and the hash that stands there."""
    starts = range(_STEP - 1, len(run) - RUN + 1, _STEP)
    return [(start, shingle(*run[start : start + RUN])) for start in starts]


def _shared(index: Index, run: list[str], probes: list[tuple[int, bytes]]) -> Copied | None:
    for start, one in probes:
        if one not in index.row:
            continue  # as nearly always
        for at in islice(index.places(one), _PLACES):
            first, last = start, start + 1
            while first and _same(index, run, first - 1, at + first - 1 - start):
                first -= 1
            while last <= len(run) - RUN and _same(index, run, last, at + last - start):
                last += 1
            if last - first >= _STEP:
                number, _ = index.token(at)
                return Copied(number, tuple(run[first : last + RUN - 1]))
    return None


def _same(index: Index, run: list[str], at: int, place: int) -> bool:
    return index.hash(place) == shingle(*run[at : at + RUN])
