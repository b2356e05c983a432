"""Changes of a published fact that require a correction, and whether its corrections cover them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from factsheets.content.article import Correction, Figure, Locator, MoreEvidence, locator_of
from factsheets.content.dates import MONTHS, Moment
from factsheets.content.records import Actor
from factsheets.datafiles import load_toml
from factsheets.dataset.model import Dataset, Statement
from factsheets.history.spelling import same_words, typographical, words_of
from factsheets.history.states import States
from factsheets.quotes.tokens import starts
from factsheets.site.translation import list_text
from factsheets.site.views.amounts import figure_view
from factsheets.site.views.dates import day_text, moment_of, moment_text
from factsheets.site.views.speakers import who

_NOTHING = ("none", "nothing", "nobody", "no", "not given", "not stated", "-")
"""What a correction may write for a field that had no value."""

# What people call a field, besides its name.
_SYNONYMS = {
    word: field
    for field, words in load_toml(__package__, "synonyms.toml").items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The old and the new value of a field, as a correction may write them.

    `old_forms` and `new_forms` are all the forms in which a correction may write a value. If
    `is_text`, a correction may give only the changed part of the value. `required` says whether the
    difference requires a correction.
    """

    field: str
    was: str
    now: str
    old_forms: tuple[str, ...] = ()
    new_forms: tuple[str, ...] = ()
    is_text: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Review:
    """What is wrong with the corrections of a fact.

    Attributes:
        missing: Changes that require a correction but have none.
        untrue: New corrections, by index, in which `was` or `now` is not the old or the new
            value; with that value.
        rewritten: The first published correction that was deleted or changed.
        added: The indexes of new corrections.
        keeps_translation: Whether only the quote changed, not its translation nor the day of it.
    """

    missing: tuple[FieldChange, ...]
    untrue: tuple[tuple[int, str, str], ...]
    rewritten: Correction | None
    added: tuple[int, ...]
    keeps_translation: bool


def review_corrections(was: Statement, now: Statement, states: States) -> Review:
    """Compare a fact's changes with its new corrections."""
    rewritten, added = _new_corrections(was.fact.corrections, now.fact.corrections)
    entries = now.fact.corrections
    fields = {change.field: change for change in _guarded_fields(was, now, states)}
    required = {name: change for name, change in fields.items() if change.required}
    missing = (
        change
        for name, change in required.items()
        if not any(_field(entries[number], [name]) == name for number in added)
    )
    by_field: dict[str, list[tuple[int, Correction]]] = {}
    for number in added:
        by_field.setdefault(_field(entries[number], required), []).append((number, entries[number]))
    untrue: list[tuple[int, str, str]] = []
    for name, own in by_field.items():
        if change := fields.get(name):
            judge = _untrue_texts if change.is_text else _untrue_values
            untrue += judge(change, own, states.words_of_names)
    ours, older = ((each.fact.quote_translation, each.fact.translated) for each in (now, was))
    keeps = "quote" in required and any(ours) and ours == older
    return Review(tuple(missing), tuple(untrue), rewritten, tuple(added), keeps)


def _new_corrections(
    old: Sequence[Correction], new: Sequence[Correction]
) -> tuple[Correction | None, list[int]]:
    """The first old correction that has changed, and the indexes of new ones."""
    added, at = [], 0
    for number, entry in enumerate(new):
        if at < len(old) and entry == old[at]:
            at += 1
        else:
            added.append(number)
    return (old[at] if at < len(old) else None), added


def _field(entry: Correction, known: Collection[str]) -> str:
    """The field that a correction names: by its name, by a part (`figure.value`), or in words."""
    parts: list[str] = re.findall(r"[a-z]+(?:_[a-z]+)*", entry.field.casefold())
    for name in parts:
        if name in known:
            return name
    synonyms = (_SYNONYMS[name] for name in parts if name in _SYNONYMS)
    return next(synonyms, parts[0] if parts else "")


# The fields of a fact whose changes require a correction.


def _guarded_fields(was: Statement, now: Statement, states: States) -> Iterator[FieldChange]:
    names = states.words_of_names
    one, other = was.fact, now.fact
    yield _text_change("statement", (one.statement,), (other.statement,), names)
    yield _text_change("condition", (one.condition or "",), (other.condition or "",), names)
    yield _text_change("quote", one.quote, other.quote, names)
    yield from _evidence(was, now, names)
    yield _value_change("speaker", _speaker(was, states.old), _speaker(now, states.new))
    yield _value_change("said", _said(was, states.old), _said(now, states.new))
    yield from _figure(one.figure, other.figure, names)
    yield from _status(was, now, names)


def _text_change(
    field: str, old: Sequence[str], new: Sequence[str], names: frozenset[str]
) -> FieldChange:
    """A change of a text, given in pieces."""
    was, now = " | ".join(old), " | ".join(new)
    required = len(old) != len(new) or not typographical(was, now, names)
    return FieldChange(
        field, was or "none", now or "none", (was,), (now,), is_text=True, required=required
    )


def _value_change(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> FieldChange:
    """A change between two values, each given as its id followed by its other forms."""
    return FieldChange(field, old[0], new[0], old, new, required=old[0] != new[0])


def _evidence(was: Statement, now: Statement, names: frozenset[str]) -> Iterator[FieldChange]:
    """The quotations of further evidence that still cites the same place."""
    quoted = {_cited(was, each): each.quote for each in was.fact.also if each.quote}
    for each in now.fact.also:
        old, new = " | ".join(quoted.get(_cited(now, each), ())), " | ".join(each.quote)
        if old and new and not typographical(old, new, names):
            yield FieldChange("also", old, new, (old,), (new,), is_text=True)


def _cited(statement: Statement, evidence: MoreEvidence) -> tuple[str, Locator]:
    return (evidence.article or statement.article_id, locator_of(evidence))


def _speaker(statement: Statement, dataset: Dataset) -> tuple[str, ...]:
    """The forms of who said it; if nobody is named or described, the publisher."""
    fact = statement.fact
    if fact.speaker_described:
        of = f", of {fact.speaker_of}" if fact.speaker_of else ""
        described = who(dataset, statement)
        return (f"unnamed: {described.short}{of}", described.short, described.name)
    if len(fact.speaker) > 1:
        refs = who(dataset, statement).refs
        # Another order is no change.
        lists = [sorted(fact.speaker), fact.speaker]
        lists += [[ref.name for ref in refs], [ref.short for ref in refs]]
        return tuple(form(names) for names in lists for form in (", ".join, list_text))
    if fact.speaker:
        return _actor_forms(fact.speaker[0], dataset)
    publisher = statement.article.publisher
    return (f"nobody, so {publisher} itself", *_actor_forms(publisher, dataset), *_NOTHING)


def _actor_forms(actor_id: str, dataset: Dataset) -> tuple[str, ...]:
    actor = dataset.actors.get(actor_id)
    return (actor_id, *actor_names(actor), *actor.former_ids) if actor else (actor_id,)


def actor_names(actor: Actor) -> tuple[str, ...]:
    """All recorded names of an actor."""
    others = (name.text for name in actor.other_names)
    return tuple(filter(None, (actor.name, actor.short_name, *others)))


def _said(statement: Statement, dataset: Dataset) -> tuple[str, ...]:
    """The forms of when it was said; the first is the date."""
    fact = statement.fact
    event = dataset.events.get(fact.event or "")
    moment = moment_of(dataset, fact)
    if moment is None and not fact.is_spoken:
        day = statement.article.published
        moment = Moment("exactly", day.year, day.month, day.day)
    named = (str(fact.event), event.name) if event and not fact.said else ()
    if moment is None or moment.kind == "unknown":
        return ("unknown", *_NOTHING, *named)
    return (moment.edtf or "", *_day_forms(moment), *named)


def _day_forms(moment: Moment) -> Iterator[str]:
    kind = "" if moment.kind == "exactly" else f"{moment.kind} "
    yield kind + moment.iso
    yield moment_text(moment)
    if moment.month:
        month = MONTHS[moment.month - 1]
        yield f"{kind}{month} {moment.day or ''} {moment.year}"
        yield f"{kind}{moment.day or ''} {month} {moment.year}"


def _figure(old: Figure | None, new: Figure | None, names: frozenset[str]) -> Iterator[FieldChange]:
    """A figure's number, comparator, unit, and what it counts."""
    parts = (_figure_parts(old), _figure_parts(new))
    pairs = zip(*parts, strict=True)
    differing = [pair for pair in pairs if not typographical(*pair, names)]
    old_forms, new_forms = map(_figure_forms, parts)
    change = FieldChange("figure", old_forms[0], new_forms[0], old_forms, new_forms)
    if differing:
        yield replace(
            change,
            old_forms=(*old_forms, *(was or "none" for was, _ in differing)),
            new_forms=(*new_forms, *(now or "none" for _, now in differing)),
        )
    elif new:
        yield replace(change, old_forms=new_forms, required=False)


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
        return _NOTHING
    forms = (f"{text} {unit} {counts}", f"{text} {unit}", f"{bare} {unit}", text, bare)
    return tuple(" ".join(form.split()) for form in forms)


def _status(was: Statement, now: Statement, names: frozenset[str]) -> Iterator[FieldChange]:
    """A restored fact, or a new reason or date of a withdrawal."""
    one, other = was.fact, now.fact
    if one.status == "current":
        return
    if other.status == "current":
        yield FieldChange("status", one.status, other.status, (one.status,), (other.status,))
    elif one.status == other.status:
        reasons = one.reason or "", other.reason or ""
        if not typographical(*reasons, names):
            yield FieldChange("reason", *reasons, (reasons[0],), (reasons[1],), is_text=True)
        if one.date and other.date and one.date != other.date:
            old, new = ((each.isoformat(), day_text(each)) for each in (one.date, other.date))
            yield FieldChange("date", old[0], new[0], old, new)


# Whether the corrections of one field lead from its old to its new value.


def _untrue_values(
    change: FieldChange, own: list[tuple[int, Correction]], _names: frozenset[str]
) -> Iterator[tuple[int, str, str]]:
    (first, oldest), (last, newest) = own[0], own[-1]
    if change.required and not _names_value(oldest.was, change.old_forms, change.new_forms):
        yield first, "was", change.was
    elif (
        not _names_value(newest.now, change.new_forms, change.old_forms)
        or newest.was.split() == newest.now.split()
    ):
        yield last, "now", change.now


def _names_value(text: str, forms: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a correction's words name a value: they contain it, or it contains them.

    `others` are the forms of the other value, which must not match: `before 2025-03-11` contains
    the other date, but is a different value.
    """
    given = _folded(words_of(text))
    wanted, unwanted = [[_folded(words_of(form)) for form in each] for each in (forms, others)]
    if given in wanted or given in unwanted:
        return given in wanted
    return any(starts(form, given) or starts(given, form) for form in wanted)


def _folded(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words]


def _untrue_texts(
    change: FieldChange, own: list[tuple[int, Correction]], names: frozenset[str]
) -> Iterator[tuple[int, str, str]]:
    """Apply the corrections in order to the old text; each gives all of it or a part."""
    new = change.new_forms[0]
    number, entry = own[-1]
    if not change.required:
        part, whole = (_folded(words_of(text)) for text in (entry.now, new))
        if new and not typographical(entry.now, new, names) and not starts(whole, part):
            yield number, "now", change.now
        return
    text = words_of(change.old_forms[0])
    for number, entry in own:
        corrected = _corrected(text, entry, names)
        if corrected is None:
            yield number, "was", change.was
            return
        text = corrected
    if new and not same_words(text, words_of(new), names):
        yield number, "now", change.now


def _corrected(text: list[str], entry: Correction, names: frozenset[str]) -> list[str] | None:
    """The text after one correction, None if it does not contain the correction's words."""
    was, now = words_of(entry.was), words_of(entry.now)
    if not text or same_words(text, was, names):
        return now
    found = starts(_folded(text), _folded(was))
    if not found or was == now:
        return None
    return [*text[: found[0]], *now, *text[found[0] + len(was) :]]
