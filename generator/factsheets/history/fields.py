"""Fields that differ between two states of a record, with their values in words."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from factsheets.content.article import (
    Answer,
    Correction,
    Figure,
    MoreEvidence,
    Review,
    Unused,
    Wording,
    locator_of,
)
from factsheets.content.dates import Moment, Timestamp
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.records import Membership, Name, Question, Role
from factsheets.dataset.model import Dataset, Statement
from factsheets.dataset.references import LEADS_TO, reference_targets
from factsheets.history.change import Detail
from factsheets.site.views.addresses import actor_ref, record_ref, source_ref
from factsheets.site.views.amounts import figure_view
from factsheets.site.views.corrections import field_name
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.locators import locator_text
from factsheets.site.views.speakers import who

_ATTRIBUTION = frozenset(
    {
        *("speaker", "speaker_described", "speaker_of", "publisher", "via", "derived_from"),
        "independent_of",
    }
)
_QUOTED = frozenset({"statement", "condition", "detail", "note", "quote", "title", "reason"})
_SIMILAR = 0.6  # difflib ratio from which two items count as one that changed
_MOST_COMPARED = 40  # items per list, because each is compared with each
# Two items of a list with the same values in one of these groups of fields are the same item.
_KEYS = (
    *(("id",), ("question", "actor"), ("actor",), ("title",)),
    ("article", "paragraph", "page", "time", "section"),
)


def changed_fields(
    was: Any, now: Any, old: Dataset, new: Dataset, skip: frozenset[str] = frozenset()
) -> Iterator[Detail]:
    """Every field that differs between two records of one kind, in the schema's order."""
    for field in dataclasses.fields(was):
        before, after = getattr(was, field.name), getattr(now, field.name)
        if field.name in skip or before == after:
            continue
        if isinstance(before, tuple) and isinstance(after, tuple) and field.name != "speaker":
            yield from _changed_items(field.name, before, after, old, new)
            continue
        texts = _value(old, field.name, before), _value(new, field.name, after)
        if texts[0] == texts[1]:
            texts = _full_text(old, before), _full_text(new, after)
        yield _detail(field.name, *texts)


def _changed_items(
    name: str, was: tuple[Any, ...], now: tuple[Any, ...], old: Dataset, new: Dataset
) -> Iterator[Detail]:
    """List items that were added, removed or changed, or one change of their order."""
    left = {_full_text(old, each) + repr(each): each for each in was}
    right = {_full_text(new, each) + repr(each): each for each in now}
    if left.keys() == right.keys() and len(was) == len(now):
        texts = _text(old, name, was), _text(new, name, now)
        yield Detail(f"order of {field_name(name)}", *texts)
        return
    gone = [each for key, each in left.items() if key not in right]
    added = [
        (_value(new, name, each) or "", each) for key, each in right.items() if key not in left
    ]
    for each in gone:
        before = _value(old, name, each) or ""
        match = _same_item(before, each, added)
        if match is None:
            yield _detail(name, before, None)
            continue
        added.remove(match)
        after, item = match
        if before == after:
            before, after = _full_text(old, each), _full_text(new, item)
        yield _detail(name, before, after)
    for after, _ in added:
        yield _detail(name, None, after)


def _same_item(text: str, item: Any, others: list[tuple[str, Any]]) -> tuple[str, Any] | None:
    """The new version of an older item, with its text; None if it was removed."""
    for other in others:
        if _has_same_key(item, other[1]):
            return other
    if not others or len(others) > _MOST_COMPARED or (isinstance(item, str) and " " not in item):
        return None
    ratios = [SequenceMatcher(None, text, each).ratio() for each, _ in others]
    return others[ratios.index(max(ratios))] if max(ratios) >= _SIMILAR else None


def _has_same_key(one: Any, other: Any) -> bool:
    for key in _KEYS:
        if all(hasattr(each, part) for each in (one, other) for part in key):
            return all(getattr(one, part) == getattr(other, part) for part in key)
    return False


def _detail(name: str, was: str | None, now: str | None) -> Detail:
    return Detail(field_name(name), was, now, name in _ATTRIBUTION)


def _value(dataset: Dataset, name: str, value: Any) -> str | None:
    """The value of a field in words, with texts in quotation marks; None if there is none."""
    if value in (None, ()):
        return None
    text = _text(dataset, name, value)
    return f"“{text}”" if name in _QUOTED else text


def _text(dataset: Dataset, name: str, value: Any) -> str:
    """The value of a field in words, with names instead of ids."""
    match value:
        case str():
            target = reference_targets().get(name, "")
            named = _NAMES.get(target) or _NAMES.get(LEADS_TO.get(target, ""))
            return named(dataset, value) if named else value
        case tuple():
            return "; ".join(_text(dataset, name, each) for each in value)
        case bool():
            return "yes" if value else "no"
        case Moment():
            return moment_text(value)
        case datetime.date():
            return moment_text(value.moment) if isinstance(value, Timestamp) else day_text(value)
    return _RECORDS.get(type(value), _full_text)(dataset, value)


def _full_text(dataset: Dataset, value: Any) -> str:
    """All fields of a group, for use if the short text shows no difference."""
    if isinstance(value, tuple):
        return "; ".join(_full_text(dataset, each) for each in value)
    if not dataclasses.is_dataclass(value):
        return str(value)
    fields = ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value))
    given = (
        f"{field_name(name)} {_text(dataset, name, each)}"
        for name, each in fields
        if each not in (None, ())
    )
    return ", ".join(given)


def _figure(_dataset: Dataset, value: Figure) -> str:
    view = figure_view(value, None)
    if view and value.status == "not-given":
        return f"not given, {view.counts}"
    return f"{view.text} {view.counts}" if view else ""


def _answer(dataset: Dataset, value: Answer) -> str:
    actor = f"{actor_ref(dataset, value.actor).short}, " if value.actor else ""
    return f"{actor}on “{_question(dataset, value.question)}”: “{value.text}” ({value.kind})"


def _role(dataset: Dataset, value: Role) -> str:
    parts = (
        value.title,
        actor_ref(dataset, value.organisation).name if value.organisation else "",
        f"since {moment_text(value.start)}" if value.start else "",
        f"until {moment_text(value.end)}" if value.end else "",
    )
    return ", ".join(filter(None, parts))


def _correction(_dataset: Dataset, value: Correction) -> str:
    changed = f"{field_name(value.field)}: “{value.was}” → “{value.now}”"
    return f"{day_text(value.date)}, {changed} ({value.reason})"


def _wording(_dataset: Dataset, value: Wording) -> str:
    note = f" ({value.note})" if value.note else ""
    return f"¶{value.paragraph} “{value.words}”{note}"


def _review(_dataset: Dataset, value: Review) -> str:
    return f"{day_text(value.date)} by {value.by}" if value.by else day_text(value.date)


def _evidence(dataset: Dataset, more: MoreEvidence) -> str:
    where = source_ref(dataset, more.article).name if more.article else "the same article"
    locator = locator_of(more)
    at = f" {locator_text(locator)}" if locator else ""
    quotes = "".join(f", “{quote}”" for quote in more.quote)
    form = f", {more.form.replace('-', ' ')}" if more.form else ""
    via = f", citing {actor_ref(dataset, more.via).name}" if more.via else ""
    return f"{where}{at}{form}{via}{quotes}"


def heading_of_fact(dataset: Dataset, statement: Statement) -> str:
    """The speaker's short name, and the statement."""
    return f"{who(dataset, statement).label}: {statement.fact.statement}"


def _statement(dataset: Dataset, fact_id: str) -> str:
    statement = dataset.statements.get(fact_id)
    return f"“{heading_of_fact(dataset, statement)}”" if statement else fact_id


def _question(dataset: Dataset, name: str) -> str:
    topic_id, _, question_id = name.partition("/")
    topic = dataset.topics.get(topic_id)
    known = topic.questions if topic else ()
    return next((each.text for each in known if each.id == question_id), name)


_RECORDS: Mapping[type[Any], Callable[[Dataset, Any], str]] = {
    Answer: _answer,
    Correction: _correction,
    Figure: _figure,
    Membership: lambda dataset, value: actor_ref(dataset, value.actor).name,
    MoreEvidence: _evidence,
    Name: lambda _, value: f"{value.text} ({value.lang})" if value.lang else value.text,
    Question: lambda _, value: f"“{value.text}”",
    Review: _review,
    Role: _role,
    Unused: lambda _, value: f"¶{value.paragraph} ({value.why})",
    Wording: _wording,
}


def _named(kind: Kind, dataset: Dataset, record_id: str) -> str:
    return record_ref(dataset, kind, record_id).name


_NAMES: Mapping[str, Callable[[Dataset, str], str]] = {
    **{kind: partial(_named, kind) for kind in KINDS},
    "article": lambda dataset, name: source_ref(dataset, name).name,
    "fact": _statement,
    "question": _question,
}
