"""Statements and rows in groups under headings, before they are cut into pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from factsheets.content.records import Question
from factsheets.site.headings import slug, unique
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text
from factsheets.site.views.addresses import Ref, record_ref
from factsheets.site.views.dates import When
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized

T = TypeVar("T")
SHORT = 12
"""So many statements or occasions are read without an index, a fold or further headings."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that holds groups; `short` names it in lists of links."""

    id: str = ""
    heading: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Items under a heading, or those of them that one page holds.

    Attributes:
        key: Makes its anchor, together with its section.
        heading: Empty where the items need none.
        items: Statements, or rows of a list.
        topic: Set where the heading is the name of another page's topic.
        section: The part of the page where it stands.
        number: How many statements or rows it holds on all pages together.
        continued: Whether it began on an earlier page.
    """

    key: str
    heading: str
    items: Sequence[T]
    topic: Ref | None = None
    section: Section = Section()
    number: int = 0
    continued: bool = False

    @property
    def id(self) -> str:
        """Its anchor. No id of a record has a `_`, so it is never that of a card."""
        return "_".join(filter(None, (self.section.id, self.key)))


def in_section(section: Section, groups: Iterable[Group[T]]) -> tuple[Group[T], ...]:
    """The groups as those of a section."""
    return tuple(replace(group, section=section) for group in groups)


def grouped_by(
    items: Iterable[T], heading: Callable[[T], str], key: Callable[[T], str] | None = None
) -> tuple[Group[T], ...]:
    """The items by heading, in the order in which headings first occur."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(heading(item), []).append(item)
    taken: set[str] = set()
    return tuple(
        Group(unique(key(held[0]) if key else slug(text), taken), text, held)
        for text, held in found.items()
    )


def by_year(items: Iterable[T], when: Callable[[T], When]) -> tuple[Group[T], ...]:
    """The items by the year in which something was said."""

    def year(item: T) -> str:
        found = when(item)
        return str(found.moment.year) if found.dated and found.moment else _("Day not given")

    return grouped_by(items, year, lambda item: f"year-{slug(year(item))}")


def by_question(
    views: Iterable[StatementView], topic_id: str, questions: tuple[Question, ...]
) -> tuple[Group[StatementView], ...]:
    """The statements of a topic by the first of its questions that they answer."""
    found: dict[str, list[StatementView]] = {question.id: [] for question in questions}
    other: list[StatementView] = []
    for view in views:
        answered = next((a.question for a in view.answers if a.topic == topic_id), "")
        found.get(answered, other).append(view)
    groups = [Group(each.id, each.text, found[each.id]) for each in questions if found[each.id]]
    if other:
        heading = _("Other statements") if groups else _("Newest first")
        groups.append(Group("other", heading, other))
    return tuple(groups)


def by_speaker(views: Iterable[StatementView]) -> tuple[Group[StatementView], ...]:
    """The statements by who speaks, the most first; who spoke once stands under one heading."""
    found: dict[str, list[StatementView]] = {}
    for view in views:
        found.setdefault(view.who.id, []).append(view)
    several = [held for held in found.values() if len(held) > 1]
    several.sort(key=lambda held: (-len(held), held[0].who.label.casefold(), held[0].who.id))
    once = [held[0] for held in found.values() if len(held) == 1]
    groups = [Group(held[0].who.id.replace(" ", "_"), held[0].who.label, held) for held in several]
    if once:
        heading = _("Speakers with one statement each") if groups else _("Newest first")
        groups.append(Group("other", heading, once))
    return tuple(groups)


def by_day(views: Iterable[StatementView]) -> tuple[Group[StatementView], ...]:
    """Those without a day under a heading of their own, then the others."""
    undated, dated = _split_undated(views)
    return (*undated, Group("dated", _("Newest first"), dated)) if dated else undated


def by_topic(site: Site, views: Iterable[StatementView]) -> tuple[Group[StatementView], ...]:
    """The statements by the first of their topics, in the order in which topics first occur.

    Those without a day come first, under a heading of their own.
    """
    undated, dated = _split_undated(views)
    found: dict[str, list[StatementView]] = {}
    for view in dated:
        found.setdefault(view.topics[0].id, []).append(view)
    topics = (record_ref(site.dataset, "topic", name) for name in found)
    return (*undated, *(Group(each.id, each.name, found[each.id], each) for each in topics))


def by_speakers(
    site: Site, actor_id: str, views: Sequence[StatementView]
) -> tuple[Group[StatementView], ...]:
    """An actor's own statements by topic, then joint ones by those with whom it made them."""
    joint: dict[str, list[StatementView]] = {}
    for view in views:
        if view.is_joint:
            others = list_text([ref.short for ref in view.speakers if ref.id != actor_id])
            joint.setdefault(others, []).append(view)
    groups = (
        Group(f"jointly_{number}", _("Jointly with %(names)s", names=names), each)
        for number, (names, each) in enumerate(joint.items(), start=1)
    )
    return (*by_topic(site, (view for view in views if not view.is_joint)), *groups)


def _split_undated(
    views: Iterable[StatementView],
) -> tuple[tuple[Group[StatementView], ...], list[StatementView]]:
    """The groups of statements without a day, and the statements with one."""
    undated: dict[str, list[StatementView]] = {}
    dated = []
    for view in views:
        if view.when.dated:
            dated.append(view)
        else:
            undated.setdefault(capitalized(view.when.label), []).append(view)
    groups = (
        Group(f"undated_{number}", heading, each)
        for number, (heading, each) in enumerate(sorted(undated.items()), start=1)
    )
    return tuple(groups), dated
