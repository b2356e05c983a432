"""What a page needs of another record to name it and lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.dates import day_text
from factsheets.content.kinds import KINDS, Kind
from factsheets.dataset.model import Dataset
from factsheets.site.views.memoize import once


@dataclass(frozen=True, slots=True)
class Ref:
    """A record as another page names it.

    `path` is its address below the site's root: `actors/emmanuel-macron/`.
    """

    kind: str
    id: str
    name: str
    short: str
    path: str


def record_ref(dataset: Dataset, kind: Kind, record_id: str) -> Ref:
    """A record by its id; an unknown id (an error elsewhere) stands for itself."""
    record = dataset.records[kind].get(record_id)
    name = short = record_id
    if kind == "article" and record:
        publisher = actor_ref(dataset, record.publisher)
        name, short = f"{publisher.name}, {day_text(record.published)}", publisher.short
    elif record:
        name, short = record.name, getattr(record, "short_name", None) or record.name
    return Ref(KINDS[kind].noun, record_id, name, short, f"{KINDS[kind].pages}/{record_id}/")


@once
def actor_ref(dataset: Dataset, actor_id: str) -> Ref:
    """An actor by id."""
    return record_ref(dataset, "actor", actor_id)


@once
def topic_ref(dataset: Dataset, topic_id: str) -> Ref:
    """A topic by id."""
    return record_ref(dataset, "topic", topic_id)


@once
def event_ref(dataset: Dataset, event_id: str) -> Ref:
    """An event by id."""
    return record_ref(dataset, "event", event_id)


@once
def source_ref(dataset: Dataset, article_id: str) -> Ref:
    """A source by id, named by publisher and date: `TASS, 4 Sep 2025`."""
    return record_ref(dataset, "article", article_id)
