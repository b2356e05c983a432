"""The addresses of records: how a page refers to one, all of them, and where old ones lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.kinds import PAGE_FOLDERS, Kind
from factsheets.dataset.model import Dataset
from factsheets.site.translation import gettext as _
from factsheets.site.views.dates import day_text

MANIFEST = "content/addresses.txt"
"""Every address that was ever published, one a line; kept in git, never shortened."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A record as another page names it.

    `path` is its address below the site's root: `actors/emmanuel-macron/`.
    """

    id: str
    name: str
    short: str
    path: str


def actor_ref(dataset: Dataset, actor_id: str) -> Ref:
    """An actor by id. An unknown id is reported elsewhere; here it is its own name."""
    actor = dataset.actors.get(actor_id)
    name = actor.name if actor else actor_id
    short = actor.short_name if actor else None
    return Ref(actor_id, name, short or name, f"actors/{actor_id}/")


def record_ref(dataset: Dataset, kind: Kind, record_id: str) -> Ref:
    """A record of a kind that has a name, by id."""
    record = dataset.records[kind].get(record_id)
    name = record.name if record else record_id
    return Ref(record_id, name, name, f"{PAGE_FOLDERS[kind]}/{record_id}/")


def source_ref(dataset: Dataset, article_id: str) -> Ref:
    """A source by id, named by publisher and date: `TASS, 4 Sep 2025`."""
    path = f"sources/{article_id}/"
    article = dataset.articles.get(article_id)
    if article is None:
        return Ref(article_id, article_id, article_id, path)
    publisher = actor_ref(dataset, article.publisher)
    name = _("%(publisher)s, %(day)s", publisher=publisher.name, day=day_text(article.published))
    return Ref(article_id, name, publisher.short, path)


def addresses(dataset: Dataset) -> tuple[str, ...]:
    """The addresses of all records below the site's root, old ones included, sorted."""
    current = {f"{folder}/{key}/" for folder, ids in _former_ids(dataset) for key in ids}
    removed = {each.address for each in dataset.removed}
    return tuple(sorted(current | removed | redirects(dataset).keys()))


def redirects(dataset: Dataset) -> Mapping[str, str]:
    """Old address -> the record's own, in the order of the old ones.

    A record renamed more than once keeps all its former ids, so no old address leads to another
    old one.
    """
    found = {
        f"{folder}/{former}/": f"{folder}/{key}/"
        for folder, ids in _former_ids(dataset)
        for key, former_ids in ids.items()
        for former in former_ids
    }
    for each in dataset.removed:
        found |= dict.fromkeys(each.addresses[1:], each.address)
    return dict(sorted(found.items()))


def _former_ids(dataset: Dataset) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Each folder of addresses with its records' former ids, by id."""
    for kind, records in dataset.records.items():
        yield PAGE_FOLDERS[kind], {key: each.former_ids for key, each in records.items()}
    statements = dataset.statements.items()
    yield PAGE_FOLDERS["fact"], {key: each.fact.former_ids for key, each in statements}
