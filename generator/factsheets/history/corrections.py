"""Whether the corrections of a fact tell, truly and wholly, what changed in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factsheets.content.dates import MONTHS, Moment
from factsheets.content.records import Actor, Correction, Figure, MoreEvidence
from factsheets.dataset.model import Dataset, Statement
from factsheets.history.spelling import same_words, typographical, words_of
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.statement import figure_view

# What of a published fact readers must be told of when it changes, each with its old and new form.
#
# Two data sets are compared with the ids that are in use now (`ids.called`).

Both = tuple[Dataset, Dataset]
NOTHING = ("none", "nothing", "nobody", "no", "not given", "not stated", "-")
"""What a correction may say of a field that was not there."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A field that must not change in silence: what it was and is, as a correction would say.

    `olds` and `news` are all the forms in which a correction may name the value. `in_words` is
    True where the value is a text, of which a correction may give the changed part alone.
    """

    field: str
    was: str
    now: str
    olds: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    in_words: bool = False


def changes(
    before: Statement, after: Statement, both: Both, names: frozenset[str]
) -> Iterator[Changed]:
    """The changes of a fact that need a correction: words, speaker, date, figure, status.

    `names` are those of `names_in`.
    """
    yield from _words(before, after, names)
    yield from _evidence(before, after, names)
    for change in (
        _named("speaker", _speaker(before, both[0]), _speaker(after, both[1])),
        _named("said", _said(before, both[0]), _said(after, both[1])),
        _figure(before.fact.figure, after.fact.figure, names),
    ):
        if change:
            yield change
    yield from _state(before, after, names)


def values(field: str, before: Statement, after: Statement, both: Both) -> Changed | None:
    """A field's old and new value as a change, though nothing may have changed; None: not held."""
    one, other = before.fact, after.fact
    if field in {"statement", "condition"}:
        was, now = getattr(one, field) or "", getattr(other, field) or ""
        return Changed(field, was, now, (was,), (now,), in_words=True)
    if field == "quote":
        pieces = " | ".join(one.quote), " | ".join(other.quote)
        return Changed(field, *pieces, (pieces[0],), (pieces[1],), in_words=True)
    forms = {"speaker": _speaker, "said": _said}.get(field)
    if forms:
        old, new = forms(before, both[0]), forms(after, both[1])
        return Changed(field, old[0], new[0], old, new)
    if field == "figure" and other.figure:
        new = _figure_forms(_figure_parts(other.figure))
        return Changed(field, new[0], new[0], new, new)
    return None


def names_in(both: Both) -> frozenset[str]:
    """The words in the names of all actors, in lower case: none is a misspelling of another."""
    return frozenset(
        word.casefold()
        for dataset in both
        for actor in dataset.actors.values()
        for name in (actor.name, actor.short_name or "")
        for word in name.split()
    )


def _words(before: Statement, after: Statement, names: frozenset[str]) -> Iterator[Changed]:
    one, other = before.fact, after.fact
    for field, was, now in (
        ("statement", one.statement, other.statement),
        ("condition", one.condition or "", other.condition or ""),
        ("quote", " | ".join(one.quote), " | ".join(other.quote)),
    ):
        pieces = field == "quote" and len(one.quote) != len(other.quote)
        if pieces or not typographical(was, now, names):
            yield Changed(field, was or "none", now or "none", (was,), (now,), in_words=True)


def _evidence(before: Statement, after: Statement, names: frozenset[str]) -> Iterator[Changed]:
    """The quotations of further evidence that cites the same place as it did."""
    quoted = {_cited(before, each): each.quote for each in before.fact.also if each.quote}
    for each in after.fact.also:
        was, now = " | ".join(quoted.get(_cited(after, each), ())), " | ".join(each.quote)
        if was and now and not typographical(was, now, names):
            yield Changed("also", was, now, (was,), (now,), in_words=True)


def _cited(statement: Statement, evidence: MoreEvidence) -> tuple[str, int | None]:
    return (evidence.article or statement.article_id, evidence.paragraph)


def _named(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Changed | None:
    """A change between two values, each given as its id and then its further forms."""
    return None if old[0] == new[0] else Changed(field, old[0], new[0], old, new)


def _speaker(statement: Statement, dataset: Dataset) -> tuple[str, ...]:
    """Who said it: the publisher where nobody else did."""
    if statement.fact.speaker:
        return actor_forms(statement.fact.speaker, dataset)
    publisher = statement.article.publisher
    return (f"nobody, so {publisher} itself", *actor_forms(publisher, dataset), *NOTHING)


def actor_forms(actor_id: str, dataset: Dataset) -> tuple[str, ...]:
    """An actor's id and all its names."""
    actor = dataset.actors.get(actor_id)
    if actor is None:
        return (actor_id,)
    return (actor_id, *actor_names(actor), *actor.former_ids)


def actor_names(actor: Actor) -> tuple[str, ...]:
    """Every name that an actor is recorded with."""
    others = (name.text for name in actor.other_names)
    return tuple(filter(None, (actor.name, actor.short_name, *others)))


def _said(statement: Statement, dataset: Dataset) -> tuple[str, ...]:
    """When it was said: in one form that stands for the day, then in all others."""
    fact = statement.fact
    event = dataset.events.get(fact.event or "")
    moment = fact.said or (event.date if event else None)
    if moment is None and fact.speaker is None:
        day = statement.article.published
        moment = Moment("exactly", day.year, day.month, day.day)
    named = (str(fact.event), event.name) if event and not fact.said else ()
    if moment is None or moment.kind == "unknown":
        return ("unknown", *NOTHING, *named)
    return (moment.edtf or "", *_day_forms(moment), *named)


def _day_forms(moment: Moment) -> Iterator[str]:
    kind = "" if moment.kind == "exactly" else f"{moment.kind} "
    yield kind + moment.iso
    yield moment_text(moment)
    if moment.month:
        month = MONTHS[moment.month - 1]
        yield f"{kind}{month} {moment.day or ''} {moment.year}"
        yield f"{kind}{moment.day or ''} {month} {moment.year}"


def _figure(old: Figure | None, new: Figure | None, names: frozenset[str]) -> Changed | None:
    """A figure's number, comparator, unit, and what it counts."""
    parts = (_figure_parts(old), _figure_parts(new))
    pairs = list(zip(*parts, strict=True))
    differing = [pair for pair in pairs if not typographical(*pair, names)]
    if not differing:
        return None
    olds, news = (_figure_forms(each) for each in parts)
    parts_of_old = (was or "none" for was, _ in differing)
    parts_of_new = (now or "none" for _, now in differing)
    return Changed("figure", olds[0], news[0], (*olds, *parts_of_old), (*news, *parts_of_new))


def _figure_parts(figure: Figure | None) -> tuple[str, ...]:
    """The number as shown, the bare number, the comparator, the unit, what is counted."""
    view = figure_view(figure, None)
    if view is None:
        return ("", "", "", "", "")
    raw = view.raw
    numbers = [each for each in (raw.value, raw.min, raw.max) if each is not None]
    bare = " ".join(map(str, numbers)) or "not given"
    return (view.text, bare, raw.comparator, raw.unit or "", raw.counts)


def _figure_forms(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The number with its unit and what it counts, with less, and the bare number."""
    text, bare, _, unit, counts = parts
    if not text:
        return NOTHING
    forms = (f"{text} {unit} {counts}", f"{text} {unit}", f"{bare} {unit}", text, bare)
    return tuple(" ".join(form.split()) for form in forms)


def _state(before: Statement, after: Statement, names: frozenset[str]) -> Iterator[Changed]:
    """A fact that is brought back, and another reason or day for what was taken back."""
    one, other = before.fact, after.fact
    if one.status == "current":
        return
    if other.status == "current":
        yield Changed("status", one.status, other.status, (one.status,), (other.status,))
    elif one.status == other.status:
        was, now = one.reason or "", other.reason or ""
        if not typographical(was, now, names):
            yield Changed("reason", was, now, (was,), (now,), in_words=True)
        if one.date and other.date and one.date != other.date:
            days = [(each.isoformat(), day_text(each)) for each in (one.date, other.date)]
            yield Changed("date", days[0][0], days[1][0], days[0], days[1])


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
