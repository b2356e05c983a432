"""Whether the corrections of a fact tell, truly and wholly, what changed in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.dataset import Statement
from generator.diff.spelling import same_words, typographical, words_of
from generator.diff.told import Both, Changed, changes, values
from generator.schema import Correction

# What people call a field, beside its name.
_CALLED = {
    "quotation": "quote",
    "quotations": "quote",
    "quotes": "quote",
    "date": "said",
    "day": "said",
    "event": "said",
    "when": "said",
    "who": "speaker",
    "number": "figure",
    "value": "figure",
    "unit": "figure",
    "comparator": "figure",
    "counts": "figure",
    "evidence": "also",
    "words": "statement",
}


@dataclass(frozen=True, slots=True)
class Untold:
    """What is left to be told of one fact.

    `silent` are changes without an entry. `wrong` are entries, by their number in the list, of
    which one part, `was` or `now`, is not what stood or stands there; with what did. `rewritten`
    is the first old entry that is gone or was changed, `fresh` the numbers of new ones.
    """

    silent: tuple[Changed, ...]
    wrong: tuple[tuple[int, str, str], ...]
    rewritten: Correction | None
    fresh: tuple[int, ...]


def untold(before: Statement, after: Statement, both: Both, names: frozenset[str]) -> Untold:
    """Compares a fact's changes with the corrections that the published fact does not have yet.

    `before` is given with the ids that are in use now, `names` are those of `told.names_in`.
    """
    rewritten, fresh = _new_entries(before.fact.corrections, after.fact.corrections)
    entries = after.fact.corrections
    found = {change.field: change for change in changes(before, after, both, names)}
    silent = [each for each in found.values() if not _entries_of(each, entries, fresh)]
    wrong: list[tuple[int, str, str]] = []
    for field in dict.fromkeys(_field(entries[number], found) for number in fresh):
        own = [number for number in fresh if _field(entries[number], found) == field]
        change = found.get(field) or values(field, before, after, both)
        if change:
            wrong += _wrong(change, [(n, entries[n]) for n in own], names, told=field in found)
    return Untold(tuple(silent), tuple(wrong), rewritten, tuple(fresh))


def _new_entries(
    old: Sequence[Correction], new: Sequence[Correction]
) -> tuple[Correction | None, list[int]]:
    """The first old entry that is no longer there as it was, and the numbers of the new ones."""
    fresh, at = [], 0
    for number, entry in enumerate(new):
        if at < len(old) and entry == old[at]:
            at += 1
        else:
            fresh.append(number)
    return (old[at], fresh) if at < len(old) else (None, fresh)


def _entries_of(change: Changed, entries: Sequence[Correction], fresh: list[int]) -> list[int]:
    return [number for number in fresh if _field(entries[number], [change.field]) == change.field]


def _field(entry: Correction, known: Collection[str]) -> str:
    """The field that an entry names: by its name, by a part (`figure.value`), or in words."""
    parts: list[str] = re.findall(r"[a-z]+(?:_[a-z]+)*", entry.field.casefold())
    for name in parts:
        if name in known:
            return name
    called = (_CALLED[name] for name in parts if name in _CALLED)
    return next(called, parts[0] if parts else "")


def _wrong(
    change: Changed, own: list[tuple[int, Correction]], names: frozenset[str], *, told: bool
) -> Iterator[tuple[int, str, str]]:
    """The entries of one field that do not lead from what it was to what it is."""
    if change.in_words:
        yield from _wrong_words(change, own, names, told=told)
        return
    first, last = own[0], own[-1]
    if told and not _is_named(first[1].was, change.olds, change.news):
        yield first[0], "was", change.was
    elif not _is_named(last[1].now, change.news, change.olds) or _alike(last[1].was, last[1].now):
        yield last[0], "now", change.now


def _is_named(text: str, forms: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a correction's words name a value: as a whole, or one within the other.

    `others` are the forms of the value that must not be meant: `before 2025-03-11` holds the
    other day, and yet is not that day.
    """
    given = _folded(text)
    wanted, unwanted = [[_folded(form) for form in each] for each in (forms, others)]
    if given in wanted or given in unwanted:
        return given in wanted
    return any(given and form and (_at(given, form) or _at(form, given)) for form in wanted)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in words_of(text)]


def _at(words: Sequence[str], within: Sequence[str]) -> list[int]:
    """Where some words stand within others, one behind the other."""
    size = len(words)
    starts = range(len(within) - size + 1) if size else ()
    return [start for start in starts if list(within[start : start + size]) == list(words)]


def _alike(was: str, now: str) -> bool:
    """Whether an entry says that something became what it was."""
    return was.split() == now.split()


def _wrong_words(
    change: Changed, own: list[tuple[int, Correction]], names: frozenset[str], *, told: bool
) -> Iterator[tuple[int, str, str]]:
    """Follows the entries from the old text to the new one; each gives the whole or the part."""
    number, entry = own[-1]
    if not told:
        new = change.news[0]
        if new and not (typographical(entry.now, new, names) or _holds(new, entry.now)):
            yield number, "now", change.now
        return
    text = words_of(change.olds[0])
    for number, entry in own:
        followed = _followed(text, entry, names)
        if followed is None:
            yield number, "was", change.was
            return
        text = followed
    if not same_words(text, words_of(change.news[0]), names) and change.news[0]:
        yield number, "now", change.now


def _holds(text: str, part: str) -> bool:
    return bool(_at(_folded(part), _folded(text)))


def _followed(text: list[str], entry: Correction, names: frozenset[str]) -> list[str] | None:
    """The text after one entry, None where it does not have the words that the entry says."""
    was, now = words_of(entry.was), words_of(entry.now)
    if not text or same_words(text, was, names):
        return now
    folded = [word.casefold() for word in text]
    places = _at([word.casefold() for word in was], folded)
    if not places or was == now:
        return None
    start = places[0]
    return [*text[:start], *now, *text[start + len(was) :]]
