"""The page of an event: when, where, who, and what was said there."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.site.views.addresses import Ref, actor_ref, event_ref
from factsheets.site.views.dates import moment_text
from factsheets.site.views.paging import CARDS_A_PAGE, Group, Page, by_topic, paged
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_lines
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import stated_text


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the page of an event shows; what was left out is empty."""

    id: str
    name: str
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
    groups: tuple[Group, ...]
    pages: tuple[Page[StatementView], ...]
    sources: tuple[SourceLine, ...]


def statements_of(site: Site, event_id: str) -> tuple[StatementView, ...]:
    """The statements of an event, newest first."""
    return site.views(site.index.by_event.get(event_id, ()))


def event_view(site: Site, event_id: str) -> EventView:
    """Everything for one event."""
    dataset, event = site.dataset, site.dataset.events[event_id]
    views = statements_of(site, event_id)
    pages = paged(views, CARDS_A_PAGE, f"events/{event_id}/")
    return EventView(
        id=event_id,
        name=event.name,
        kind=event.kind or "",
        date_text=moment_text(event.date) if event.date else "",
        place=stated_text(event.place),
        audience=stated_text(event.audience),
        organiser=actor_ref(dataset, event.organiser) if event.organiser else None,
        participants=tuple(actor_ref(dataset, key) for key in event.participants),
        part_of=event_ref(dataset, event.part_of) if event.part_of else None,
        parts=tuple(event_ref(dataset, key) for key in site.parts.get(event_id, ())),
        follows=event_ref(dataset, event.follows) if event.follows else None,
        followed_by=tuple(event_ref(dataset, key) for key in site.later.get(event_id, ())),
        coverage=coverage(site, views),
        groups=by_topic(site, pages[0].items),
        pages=pages,
        sources=source_lines(site, views),
    )
