"""Two states of one record -> its fields that changed, each was and now in words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from generator.dataset import Dataset
from generator.diff.change import Detail
from generator.diff.names import in_full, in_words
from generator.views.fields import field_words

Both = tuple[Dataset, Dataset]

# Who said it, and who reported it.
ATTRIBUTION = frozenset({"speaker", "publisher", "derived_from", "independent_of"})
_QUOTED = frozenset({"statement", "condition", "detail", "note", "quote", "title", "reason"})


def details(one: Any, other: Any, both: Both, skip: frozenset[str]) -> Iterator[Detail]:
    """Every field that differs between two records of one kind, in the schema's order."""
    for field in dataclasses.fields(one):
        was, now = getattr(one, field.name), getattr(other, field.name)
        if field.name not in skip and was != now:
            yield from _differing(field.name, was, now, both)


def _differing(name: str, was: Any, now: Any, both: Both) -> Iterator[Detail]:
    if isinstance(was, tuple) and isinstance(now, tuple):
        yield from _listed(name, was, now, both)
        return
    before, after = _words(both[0], name, was), _words(both[1], name, now)
    if before == after:
        before, after = in_full(both[0], was), in_full(both[1], now)
    yield _detail(name, before, after)


def _listed(name: str, was: tuple[Any, ...], now: tuple[Any, ...], both: Both) -> Iterator[Detail]:
    """Items that came, went or changed; a new order alone is said once."""
    left = [in_full(both[0], each) + repr(each) for each in was]
    right = [in_full(both[1], each) + repr(each) for each in now]
    if sorted(left) == sorted(right):
        yield Detail(f"order of {field_words(name)}", *_orders(name, was, now, both))
        return
    kept = set(left) & set(right)
    one = [each for each, key in zip(was, left, strict=True) if key not in kept]
    other = [each for each, key in zip(now, right, strict=True) if key not in kept]
    yield from _paired(name, one, other, both)


def _orders(name: str, was: Any, now: Any, both: Both) -> tuple[str, str]:
    return in_words(both[0], name, was), in_words(both[1], name, now)


def _paired(name: str, was: list[Any], now: list[Any], both: Both) -> Iterator[Detail]:
    """Items that are alike, the older beside the newer; the others alone."""
    left = [_words(both[0], name, each) or "" for each in was]
    right = [_words(both[1], name, each) or "" for each in now]
    free = list(range(len(right)))
    for at, before in enumerate(left):
        match = _most_alike(before, was[at], [(n, right[n], now[n]) for n in free])
        if match is None:
            yield _detail(name, before, None)
            continue
        free.remove(match)
        same = before == right[match]
        full = (in_full(both[0], was[at]), in_full(both[1], now[match]))
        yield _detail(name, *(full if same else (before, right[match])))
    for at in free:
        yield _detail(name, None, right[at])


_ALIKE = 0.6
_COMPARED = 40  # lists with more items that changed are told item by item


def _most_alike(words: str, value: Any, others: list[tuple[int, str, Any]]) -> int | None:
    keys = [number for number, _, other in others if _same_key(value, other)]
    if keys or len(others) > _COMPARED or (isinstance(value, str) and " " not in value):
        return keys[0] if keys else None
    rated = [(SequenceMatcher(None, words, text).ratio(), -n) for n, text, _ in others]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _same_key(one: Any, other: Any) -> bool:
    """Whether two items are one and the same by what names them, such as a question's id."""
    for key in (("id",), ("question", "actor"), ("actor",), ("title",), ("article", "paragraph")):
        if all(hasattr(each, part) for each in (one, other) for part in key):
            return all(getattr(one, part) == getattr(other, part) for part in key)
    return False


def _words(dataset: Dataset, name: str, value: Any) -> str | None:
    if value is None:
        return None
    words = in_words(dataset, name, value)
    return f"“{words}”" if name in _QUOTED else words


def _detail(name: str, was: str | None, now: str | None) -> Detail:
    return Detail(field_words(name), was, now, name in ATTRIBUTION)
