"""What a page needs of another record to name it and lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.dates import day_text
from factsheets.dataset.model import Dataset
from factsheets.site.views.memoize import once

FOLDER_OF = {
    "actor": "actors",
    "topic": "topics",
    "event": "events",
    "source": "sources",
    "statement": "facts",
}


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


def _ref(kind: str, key: str, name: str, short: str) -> Ref:
    return Ref(kind, key, name, short, f"{FOLDER_OF[kind]}/{key}/")


@once
def actor_ref(dataset: Dataset, actor_id: str) -> Ref:
    """An actor by id; an unknown id (an error elsewhere) stands for itself."""
    actor = dataset.actors.get(actor_id)
    if actor is None:
        return _ref("actor", actor_id, actor_id, actor_id)
    return _ref("actor", actor_id, actor.name, actor.short_name or actor.name)


@once
def topic_ref(dataset: Dataset, topic_id: str) -> Ref:
    """A topic by id."""
    topic = dataset.topics.get(topic_id)
    name = topic.name if topic else topic_id
    return _ref("topic", topic_id, name, name)


@once
def event_ref(dataset: Dataset, event_id: str) -> Ref:
    """An event by id."""
    event = dataset.events.get(event_id)
    name = event.name if event else event_id
    return _ref("event", event_id, name, name)


@once
def source_ref(dataset: Dataset, article_id: str) -> Ref:
    """A source by id, named by publisher and date: `TASS, 4 Sep 2025`."""
    article = dataset.articles.get(article_id)
    if article is None:
        return _ref("source", article_id, article_id, article_id)
    publisher = actor_ref(dataset, article.publisher)
    return _ref(
        "source", article_id, f"{publisher.name}, {day_text(article.published)}", publisher.short
    )
