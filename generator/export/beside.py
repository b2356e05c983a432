"""The data beside each page: `index.json`, and the feed of a topic or an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.export.rows import (
    Row,
    actor_row,
    event_row,
    fact_row,
    removed_row,
    source_row,
    topic_row,
)
from generator.views import Site, actor, citation, event, source, topic
from generator.views.addresses import redirects
from generator.views.paging import CARDS_A_PAGE, paged
from generator.views.refs import Ref
from generator.views.statement import StatementView

Sheet = tuple[str, Any]
"""A page's address below the site's root, and its data."""


def of_statement(site: Site, view: StatementView, cite: str) -> Row:
    """Its row as in the list, the names of what it refers to, and `cite`: how to cite it."""
    row = fact_row(site, view.id)
    row["names"] = {ref.path: ref.name for ref in _named(view)}
    row["citation"] = cite
    return row


def records(site: Site) -> Iterator[Sheet]:
    """The row of each other record as in the lists, with a citation; then moved addresses."""
    dataset = site.dataset
    for key in dataset.topics:
        yield from _pages(site, topic_row(site, key), topic.statements_of(site, key))
    for key in dataset.actors:
        parts = actor.statements_of(site, key)
        row = actor_row(site, key)
        yield from _pages(site, row, [view for part in parts for view in part])
    for key in dataset.articles:
        yield from _pages(site, source_row(site, key), source.statements_of(site, key))
    for key in dataset.events:
        yield from _pages(site, event_row(site, key), event.statements_of(site, key))
    for removal in dataset.removed:
        yield removal.address, removed_row(removal)
    for old, new in redirects(dataset).items():
        yield old, {"url": old, "moved_to": new}


def _pages(site: Site, row: Row, found: Sequence[StatementView]) -> Iterator[Sheet]:
    pages = paged(found, CARDS_A_PAGE, row["url"])
    for page in pages:
        number = {"page": page.number, "pages": page.last}
        if page.number == 1:
            yield page.path, row | number | {"citation": cited(site, page.path, row["name"])}
        else:
            own = {"id": row["id"], "name": row["name"], "url": page.path}
            yield page.path, own | number | {"statements": [view.id for view in page.items]}


def cited(site: Site, path: str, name: str) -> str:
    """How to cite a page that is not a statement's; a source's page is cited as its article."""
    folder, _, rest = path.partition("/")
    key = rest.rstrip("/")
    if folder == "sources" and key in site.dataset.articles:
        return citation.of_source(site, key)
    return citation.of_page(site, path, name)


def _named(view: StatementView) -> list[Ref]:
    found = [view.speaker] if view.speaker else []
    found += (*view.about, *view.topics, *[answer.actor for answer in view.answers])
    if view.event:
        found.append(view.event)
    for each in view.evidence:
        found += (each.source, each.publisher)
    return found
