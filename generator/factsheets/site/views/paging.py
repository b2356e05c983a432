"""Statements in groups, and long lists as pages.

Pages, not folds: what is folded away is lost to print and to readers without JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factsheets.content.records import Question
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text
from factsheets.site.views.addresses import Ref, record_ref
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized

T = TypeVar("T")

CARDS_A_PAGE = 150
ROWS_A_PAGE = 500
STATEMENTS_IN_A_PART = 400
"""Of the data that the page /check/ loads: about 350 KB of usual length."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: `number` counts from 1, `base` is the address of the first."""

    items: Sequence[T]
    number: int
    last: int
    base: str

    @property
    def path(self) -> str:
        """Its address below the site's root: `topics/x/`, then `topics/x/page/2/`."""
        return _address(self.base, self.number)

    @property
    def numbers(self) -> tuple[tuple[int, str], ...]:
        """Every page's number and address, for the line that leads to them."""
        return tuple((number, _address(self.base, number)) for number in range(1, self.last + 1))


def _address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"


def paged(items: Sequence[T], size: int, base: str) -> tuple[Page[T], ...]:
    """The list cut into pages; an empty list is one empty page."""
    last = max(1, -(-len(items) // size))
    return tuple(
        Page(items[(number - 1) * size : number * size], number, last, base)
        for number in range(1, last + 1)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list: its name, a line about it, its numbers; `group` heads its part."""

    ref: Ref
    line: str
    numbers: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under a heading; `topic` is set where the heading's topic is another page's."""

    heading: str
    topic: Ref | None
    statements: tuple[StatementView, ...]


def by_question(
    views: Iterable[StatementView], topic_id: str, questions: tuple[Question, ...]
) -> tuple[Group, ...]:
    """The statements of a topic by the first of its questions that they answer."""
    found: dict[str, list[StatementView]] = {question.id: [] for question in questions}
    other: list[StatementView] = []
    for view in views:
        answered = next((a.question for a in view.answers if a.topic == topic_id), "")
        found.get(answered, other).append(view)
    groups = [
        Group(question.text, None, tuple(found[question.id]))
        for question in questions
        if found[question.id]
    ]
    if other:
        heading = _("Other statements") if groups else ""
        groups.append(Group(heading, None, tuple(other)))
    return tuple(groups)


def by_day(views: Iterable[StatementView]) -> tuple[Group, ...]:
    """Those without a day under a heading of their own, then the others."""
    undated, dated = _split_undated(views)
    return (*undated, Group(_("Newest first"), None, tuple(dated))) if dated else undated


def by_topic(site: Site, views: Iterable[StatementView]) -> tuple[Group, ...]:
    """The statements by the first of their topics, in the order in which topics first occur.

    Those without a day come first, under a heading of their own.
    """
    undated, dated = _split_undated(views)
    found: dict[str, list[StatementView]] = {}
    for view in dated:
        found.setdefault(view.topics[0].id, []).append(view)
    topics = (record_ref(site.dataset, "topic", name) for name in found)
    return (*undated, *(Group(topic.name, topic, tuple(found[topic.id])) for topic in topics))


def by_speakers(site: Site, actor_id: str, views: Sequence[StatementView]) -> tuple[Group, ...]:
    """An actor's own statements by topic, then joint ones by those with whom it made them."""
    joint: dict[str, list[StatementView]] = {}
    for view in views:
        if view.is_joint:
            others = list_text([ref.short for ref in view.speakers if ref.id != actor_id])
            joint.setdefault(others, []).append(view)
    groups = (
        Group(_("Jointly with %(names)s", names=names), None, tuple(each))
        for names, each in joint.items()
    )
    return (*by_topic(site, (view for view in views if not view.is_joint)), *groups)


def _split_undated(
    views: Iterable[StatementView],
) -> tuple[tuple[Group, ...], list[StatementView]]:
    """The groups of statements without a day, and the statements with one."""
    undated: dict[str, list[StatementView]] = {}
    dated = []
    for view in views:
        if view.when.dated:
            dated.append(view)
        else:
            undated.setdefault(capitalized(view.when.label), []).append(view)
    groups = (Group(heading, None, tuple(each)) for heading, each in sorted(undated.items()))
    return tuple(groups), dated


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements there are of each form, for the filter."""

    all: int
    quoted: int
    partly_quoted: int
    paraphrased: int
    publisher: int


def counts(views: Iterable[StatementView]) -> Counts:
    """How many statements of each form; an unchecked quotation counts for none."""
    forms = [view.form if view.checked else "unchecked" for view in views]
    return Counts(
        len(forms),
        forms.count("quoted"),
        forms.count("partly-quoted"),
        forms.count("paraphrased"),
        forms.count("publisher"),
    )
