"""What of a published fact readers must be told of when it changes, each with its old and new form.

Two data sets are compared with the ids that are in use now (`ids.called`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset import Dataset, Statement
from generator.diff.spelling import typographical
from generator.schema import Actor, Figure, MoreEvidence
from generator.schema.dates import MONTHS, Moment, day_text
from generator.views.figures import figure_view

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
    yield moment.text
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
