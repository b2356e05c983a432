"""Values of fields in words that can be read aloud: names instead of ids."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

from generator.dataset import Dataset
from generator.schema import (
    Answer,
    Correction,
    Figure,
    Membership,
    MoreEvidence,
    Name,
    Question,
    Review,
    Role,
    Unused,
    Wording,
)
from generator.schema.dates import Moment, day_text
from generator.views.fields import field_words
from generator.views.figures import figure_view
from generator.views.refs import actor_ref, event_ref, source_ref, topic_ref

# The fields that hold ids, and the kind of record that each names.
NAMES_A: dict[str, str] = {
    "speaker": "actor",
    "about": "actor",
    "publisher": "actor",
    "organisation": "actor",
    "actor": "actor",
    "members": "actor",
    "country": "actor",
    "organiser": "actor",
    "participants": "actor",
    "topics": "topic",
    "broader": "topic",
    "event": "event",
    "part_of": "event",
    "follows": "event",
    "article": "article",
    "derived_from": "article",
    "independent_of": "article",
    "facts": "fact",
    "disputes": "fact",
    "updates": "fact",
    "replies_to": "fact",
    "answers_fact": "fact",
    "supports": "fact",
    "question": "question",
}


def in_words(dataset: Dataset, field: str, value: Any) -> str:
    """One value of a field; ids are named as the data set knows them."""
    if isinstance(value, str):
        return _NAMES.get(NAMES_A.get(field, ""), _itself)(dataset, value)
    if isinstance(value, tuple):
        return "; ".join(in_words(dataset, field, each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return value.text
    if isinstance(value, datetime.date):
        return day_text(value)
    return _RECORDS.get(type(value), in_full)(dataset, value)


def in_full(dataset: Dataset, value: Any) -> str:
    """All fields of a record, for a change that the short words do not show."""
    if not dataclasses.is_dataclass(value):
        return str(value)
    fields = ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value))
    given = (
        f"{field_words(name)} {in_words(dataset, name, one)}"
        for name, one in fields
        if one not in (None, ())
    )
    return ", ".join(given)


def _figure(_dataset: Dataset, value: Figure) -> str:
    view = figure_view(value, None)
    if view and value.status == "not-given":
        return f"not given, {view.counts}"
    return f"{view.text} {view.counts}" if view else ""


def _answer(dataset: Dataset, value: Answer) -> str:
    actor = f"{actor_ref(dataset, value.actor).short}, " if value.actor else ""
    asked = in_words(dataset, "question", value.question)
    return f"{actor}on “{asked}”: “{value.text}” ({value.kind})"


def _name(_dataset: Dataset, value: Name) -> str:
    return f"{value.text} ({value.lang})" if value.lang else value.text


def _role(dataset: Dataset, value: Role) -> str:
    parts = [value.title]
    if value.organisation:
        parts.append(actor_ref(dataset, value.organisation).name)
    if value.start:
        parts.append(f"since {value.start.text}")
    if value.end:
        parts.append(f"until {value.end.text}")
    return ", ".join(parts)


def _correction(_dataset: Dataset, value: Correction) -> str:
    return (
        f"{day_text(value.date)}, {field_words(value.field)}: “{value.was}” → “{value.now}” "
        f"({value.reason})"
    )


def _unused(_dataset: Dataset, value: Unused) -> str:
    return f"¶{value.paragraph} ({value.why})"


def _wording(_dataset: Dataset, value: Wording) -> str:
    note = f" ({value.note})" if value.note else ""
    return f"¶{value.paragraph} “{value.words}”{note}"


def _membership(dataset: Dataset, value: Membership) -> str:
    return actor_ref(dataset, value.actor).name


def _review(_dataset: Dataset, value: Review) -> str:
    return f"{day_text(value.date)} by {value.by}" if value.by else day_text(value.date)


def _asked(_dataset: Dataset, value: Question) -> str:
    return f"“{value.text}”"


def _evidence(dataset: Dataset, more: MoreEvidence) -> str:
    where = source_ref(dataset, more.article).name if more.article else "the same article"
    at = f" ¶{more.paragraph}" if more.paragraph else ""
    quotes = "".join(f", “{quote}”" for quote in more.quote)
    form = f", {more.form.replace('-', ' ')}" if more.form else ""
    return f"{where}{at}{form}{quotes}"


def _statement(dataset: Dataset, fact_id: str) -> str:
    statement = dataset.statements.get(fact_id)
    if statement is None:
        return fact_id
    who = statement.fact.speaker or statement.article.publisher
    return f"“{actor_ref(dataset, who).short}: {statement.fact.statement}”"


def _question(dataset: Dataset, name: str) -> str:
    topic_id, _, question_id = name.partition("/")
    topic = dataset.topics.get(topic_id)
    known = topic.questions if topic else ()
    return next((each.text for each in known if each.id == question_id), name)


def _itself(_dataset: Dataset, text: str) -> str:
    return text


_RECORDS: dict[type[Any], Callable[[Dataset, Any], str]] = {
    Answer: _answer,
    Correction: _correction,
    Figure: _figure,
    Membership: _membership,
    MoreEvidence: _evidence,
    Name: _name,
    Question: _asked,
    Review: _review,
    Role: _role,
    Unused: _unused,
    Wording: _wording,
}
_NAMES: dict[str, Callable[[Dataset, str], str]] = {
    "actor": lambda dataset, name: actor_ref(dataset, name).name,
    "topic": lambda dataset, name: topic_ref(dataset, name).name,
    "event": lambda dataset, name: event_ref(dataset, name).name,
    "article": lambda dataset, name: source_ref(dataset, name).name,
    "fact": _statement,
    "question": _question,
}
