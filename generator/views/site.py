"""Everything that any page needs, computed once: the dataset, its index, its statements."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dataset import Dataset
from generator.views.index import Index, index
from generator.views.settings import Settings
from generator.views.statement import StatementView, statement_view


@dataclass(frozen=True, slots=True)
class Site:
    """The ground of all page views; `newest` is the last date that the content itself names."""

    dataset: Dataset
    index: Index
    settings: Settings
    statements: Mapping[str, StatementView]
    newest: datetime.date | None

    def views(self, ids: Iterable[str]) -> tuple[StatementView, ...]:
        """The statements of these ids, in their order; ids that lead nowhere are left out."""
        return tuple(self.statements[key] for key in ids if key in self.statements)


def site(dataset: Dataset, settings: Settings) -> Site:
    """The dataset with its index and every statement's view."""
    turned = index(dataset)
    statements = {key: statement_view(dataset, turned, key) for key in dataset.statements}
    return Site(dataset, turned, settings, statements, _newest(dataset))


def updated(site: Site, ids: Iterable[str]) -> datetime.date | None:
    """The last day on which something about these statements was published, reviewed, changed."""
    days = [day for key in ids for day in _days(site.dataset, key)]
    return max(days, default=None)


def _newest(dataset: Dataset) -> datetime.date | None:
    return max((day for key in dataset.statements for day in _days(dataset, key)), default=None)


def _days(dataset: Dataset, fact_id: str) -> Iterable[datetime.date]:
    statement = dataset.statements[fact_id]
    fact = statement.fact
    yield statement.article.published
    if fact.reviewed:
        yield fact.reviewed
    if fact.date:
        yield fact.date
    for correction in fact.corrections:
        yield correction.date
