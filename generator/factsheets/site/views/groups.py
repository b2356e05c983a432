"""Statements in groups, by the question that they answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.content.dates import UNKNOWN_TEXT, UNRECORDED_TEXT
from factsheets.content.records import Question
from factsheets.site.views.refs import Ref, topic_ref
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

OTHER = "Other statements"
NEWEST = "Newest first"


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under a heading; `topic` is set where the heading's topic is another page's."""

    heading: str
    topic: Ref | None
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements there are of each form, for the filter."""

    all: int
    quoted: int
    partly_quoted: int
    paraphrased: int
    publisher: int


def by_question(
    views: Iterable[StatementView], topic_id: str, questions: tuple[Question, ...]
) -> tuple[Group, ...]:
    """The statements of a topic by the first of its questions that they answer."""
    found: dict[str, list[StatementView]] = {question.id: [] for question in questions}
    other: list[StatementView] = []
    for view in views:
        answered = next((a.question for a in view.answers if a.topic == topic_id), None)
        found.get(answered or "", other).append(view)
    groups = [
        Group(question.text, None, tuple(found[question.id]))
        for question in questions
        if found[question.id]
    ]
    if other:
        groups.append(Group(OTHER if groups else "", None, tuple(other)))
    return tuple(groups)


def by_day(views: Iterable[StatementView]) -> tuple[Group, ...]:
    """Those without a day under a heading of their own, then the others."""
    undated, dated = _parted(views)
    return (*undated, Group(NEWEST, None, dated)) if dated else undated


def _parted(
    views: Iterable[StatementView],
) -> tuple[tuple[Group, ...], tuple[StatementView, ...]]:
    """The groups of statements without a day, and the statements with one."""
    found: dict[str, list[StatementView]] = {}
    dated = []
    for view in views:
        if view.when.dated:
            dated.append(view)
        else:
            text = UNKNOWN_TEXT if view.when.moment else UNRECORDED_TEXT
            found.setdefault(text.capitalize(), []).append(view)
    groups = tuple(Group(heading, None, tuple(each)) for heading, each in sorted(found.items()))
    return groups, tuple(dated)


def by_topic(site: Site, views: Iterable[StatementView]) -> tuple[Group, ...]:
    """The statements by the first of their topics, in the order in which topics first occur.

    Those without a day come first, under a heading of their own.
    """
    undated, dated = _parted(views)
    found: dict[str, list[StatementView]] = {}
    for view in dated:
        found.setdefault(view.topics[0].id, []).append(view)
    topics = (topic_ref(site.dataset, name) for name in found)
    return (*undated, *(Group(topic.name, topic, tuple(found[topic.id])) for topic in topics))


def counts(views: Iterable[StatementView]) -> Counts:
    """How many statements of each form."""
    forms = [view.form if view.checked else "unchecked" for view in views]
    return Counts(
        len(forms),
        forms.count("quoted"),
        forms.count("partly-quoted"),
        forms.count("paraphrased"),
        forms.count("publisher"),
    )
