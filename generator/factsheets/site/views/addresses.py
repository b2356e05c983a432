"""Every address of a record, and where the old ones lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.dataset.model import Dataset

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
    for kind, records in dataset.records.items():
        yield PAGE_FOLDERS[kind], {key: each.former_ids for key, each in records.items()}
    statements = dataset.statements.items()
    yield PAGE_FOLDERS["fact"], {key: each.fact.former_ids for key, each in statements}


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
