"""Statements in groups, by the question that they answer."""

from __future__ import annotations

from collections.abc import Iterable

from generator.schema import Question
from generator.values import value
from generator.views.ground import Site
from generator.views.refs import Ref, topic_ref
from generator.views.statement import StatementView

OTHER = "Other statements"


@value(frozen=True, slots=True)
class Group:
    """Statements under a heading; `topic` is set where the heading's topic is another page's."""

    heading: str
    topic: Ref | None
    statements: tuple[StatementView, ...]


@value(frozen=True, slots=True)
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


def by_topic(site: Site, views: Iterable[StatementView]) -> tuple[Group, ...]:
    """The statements by the first of their topics, in the order in which topics first occur."""
    found: dict[str, list[StatementView]] = {}
    for view in views:
        found.setdefault(view.topics[0].id, []).append(view)
    return tuple(
        Group(topic.name, topic, tuple(found[topic.id]))
        for topic in (topic_ref(site.dataset, name) for name in found)
    )


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
