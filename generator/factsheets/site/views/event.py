"""The page of an event: when, where, who, and what was said there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.records import Event
from factsheets.content.types import NOT_STATED
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, record_ref
from factsheets.site.views.dates import moment_text
from factsheets.site.views.groups import Section, by_topic, in_section
from factsheets.site.views.paging import (
    IndexRow,
    Page,
    Row,
    all_of,
    index_row,
    is_long,
    paged,
    places,
)
from factsheets.site.views.search_entry import Entry, day_of, one_line, stated, weighted
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_lines
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import stated_text, statement_count


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the page of an event shows; what was left out is empty."""

    ref: Ref
    kind: str
    date_text: str
    place: str
    audience: str
    organiser: Ref | None
    participants: tuple[Ref, ...]
    part_of: Ref | None
    parts: tuple[Ref, ...]
    follows: Ref | None
    followed_by: tuple[Ref, ...]
    coverage: Coverage
    index: tuple[IndexRow, ...]
    pages: tuple[Page[StatementView], ...]
    sources: tuple[SourceLine, ...]

    @property
    def description(self) -> str:
        """What the page shows, and who reports its statements."""
        text = _("%(event)s: what was said there, and who reported it.", event=self.ref.name)
        return f"{text} {self.coverage.text}"

    @property
    def kicker(self) -> str:
        """`Event, press conference`."""
        return _("Event, %(kind)s", kind=self.kind) if self.kind else _("Event")


def event_view(site: Site, event_id: str) -> EventView:
    """Everything for one event."""
    dataset, event = site.dataset, site.dataset.events[event_id]
    views = site.naming("event", event_id)
    section = Section("said", _("What was said there"))
    pages = paged(in_section(section, by_topic(site, views)), f"events/{event_id}/")
    groups = places(pages).get(section, ()) if is_long(pages) else ()
    return EventView(
        ref=record_ref(dataset, "event", event_id),
        kind=event.kind or "",
        date_text=moment_text(event.date) if event.date else "",
        place=stated_text(event.place),
        audience=stated_text(event.audience),
        organiser=actor_ref(dataset, event.organiser) if event.organiser else None,
        participants=tuple(actor_ref(dataset, key) for key in event.participants),
        part_of=record_ref(dataset, "event", event.part_of) if event.part_of else None,
        parts=tuple(record_ref(dataset, "event", key) for key in site.parts.get(event_id, ())),
        follows=record_ref(dataset, "event", event.follows) if event.follows else None,
        followed_by=tuple(
            record_ref(dataset, "event", key) for key in site.later.get(event_id, ())
        ),
        coverage=coverage(site, views),
        index=tuple(index_row(_("Topics"), groups, all_of("topics"))),
        pages=pages,
        sources=source_lines(site, views),
    )


def rows(site: Site) -> list[Row]:
    """All events: those without a day first, then newest first."""
    events = site.dataset.events
    ordered = sorted(events, key=lambda key: (_order(events[key]), events[key].name.casefold()))
    return [
        Row(
            record_ref(site.dataset, "event", key),
            " · ".join(_particulars(events[key])),
            statement_count(len(site.naming("event", key))),
        )
        for key in ordered
    ]


def _order(event: Event) -> tuple[bool, list[int]]:
    date = event.date
    return (date.dated, [-part for part in date.order]) if date else (False, [])


def _particulars(event: Event) -> Iterator[str]:
    if event.kind:
        yield event.kind
    if event.date:
        yield moment_text(event.date)
    if event.place and event.place != NOT_STATED:
        yield event.place


def search_entry(site: Site, key: str) -> Entry:
    """What the search knows of it."""
    event = site.dataset.events[key]
    ref = record_ref(site.dataset, "event", key)
    people = [actor_ref(site.dataset, name).name for name in event.participants]
    organiser = actor_ref(site.dataset, event.organiser).name if event.organiser else ""
    fields = weighted(
        (1.5, [event.kind, organiser, *stated(event.place, event.audience)]),
        (1, [*people, _("event")]),
    )
    date = moment_text(event.date) if event.date else ""
    line = one_line(_("Event"), event.kind, date, *stated(event.place))
    return Entry(
        "event",
        key,
        ref.path,
        event.name,
        line,
        (event.name,),
        fields,
        former=event.former_ids,
        day=day_of(event.date),
    )
