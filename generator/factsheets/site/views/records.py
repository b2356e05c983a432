"""What the site makes of each kind of record: its pages, its list, its entries in the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from factsheets.content.kinds import Kind
from factsheets.site.views import actor, event, source, topic
from factsheets.site.views.addresses import Ref
from factsheets.site.views.groups import Group, grouped_by
from factsheets.site.views.paging import IndexRow, Page
from factsheets.site.views.search_entry import Entry
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


class RecordView(Protocol):
    """What the page of any record shows; its template prints what else there is."""

    @property
    def ref(self) -> Ref:
        """The record: its id, its name, its address."""

    @property
    def description(self) -> str:
        """One or two sentences for search engines; may be empty."""

    @property
    def kicker(self) -> str:
        """The line above the heading: what kind of record it is."""

    @property
    def pages(self) -> tuple[Page[StatementView], ...]:
        """Its statements, cut into pages."""

    @property
    def index(self) -> tuple[IndexRow, ...]:
        """The index before its statements."""


@dataclass(frozen=True, slots=True)
class RecordPages:
    """How the site shows one kind of record.

    Attributes:
        view: All that the page of a record shows, by its id.
        rows: The list of all records of the kind.
        search_entry: What the search knows of a record, by its id.
        list_template: The template of the list.
        heading: The heading of a row's group, empty for none.
    """

    view: Callable[[Site, str], RecordView]
    rows: Callable[[Site], Sequence[Any]]
    search_entry: Callable[[Site, str], Entry]
    list_template: str = "records"
    heading: Callable[[Any], str] = attrgetter("group")

    def groups(self, site: Site) -> tuple[Group[Any], ...]:
        """The rows under their headings."""
        return grouped_by(self.rows(site), self.heading)


RECORD_PAGES: Mapping[Kind, RecordPages] = {
    "actor": RecordPages(actor.actor_view, actor.rows, actor.search_entry),
    "topic": RecordPages(topic.topic_view, topic.rows, topic.search_entry),
    "article": RecordPages(
        source.source_view,
        source.rows,
        source.search_entry,
        "sources",
        attrgetter("publisher.name"),
    ),
    "event": RecordPages(event.event_view, event.rows, event.search_entry),
}
