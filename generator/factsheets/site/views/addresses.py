"""Every address of a record, and where the old ones lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsheets.content.records import Kind
from factsheets.dataset.model import Dataset

FOLDER_OF_KIND: dict[Kind, str] = {
    "actor": "actors",
    "topic": "topics",
    "event": "events",
    "article": "sources",
}
MANIFEST = "content/addresses.txt"
"""Every address that was ever published, one a line; kept in git, never shortened."""


def addresses(dataset: Dataset) -> tuple[str, ...]:
    """The addresses of all records below the site's root, old ones included, sorted."""
    return tuple(sorted({*_current(dataset), *redirects(dataset)}))


def redirects(dataset: Dataset) -> Mapping[str, str]:
    """Old address -> the record's own, in the order of the old ones.

    A record renamed more than once keeps all its former ids, so no old address leads to another
    old one.
    """
    return dict(sorted(_former(dataset)))


def _folders(dataset: Dataset) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Each folder of addresses with its records' former ids, by id."""
    yield "actors", {key: each.former_ids for key, each in dataset.actors.items()}
    yield "topics", {key: each.former_ids for key, each in dataset.topics.items()}
    yield "events", {key: each.former_ids for key, each in dataset.events.items()}
    yield "sources", {key: each.former_ids for key, each in dataset.articles.items()}
    yield "facts", {key: each.fact.former_ids for key, each in dataset.statements.items()}


def _current(dataset: Dataset) -> Iterator[str]:
    for folder, records in _folders(dataset):
        for key in records:
            yield f"{folder}/{key}/"
    for each in dataset.removed:
        yield each.address


def _former(dataset: Dataset) -> Iterator[tuple[str, str]]:
    for folder, records in _folders(dataset):
        for key, former_ids in records.items():
            for former in former_ids:
                yield f"{folder}/{former}/", f"{folder}/{key}/"
    for each in dataset.removed:
        yield from ((old, each.address) for old in each.addresses[1:])
