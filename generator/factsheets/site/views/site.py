"""Everything that any page needs, computed once: the dataset, its index, its statements."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.records import Membership
from factsheets.dataset.model import Dataset, Statement
from factsheets.site.settings import Settings
from factsheets.site.views.figures import differing
from factsheets.site.views.index import Index, Lists, grouped, index
from factsheets.site.views.statement import StatementView, statement_view


@dataclass(frozen=True, slots=True)
class Site:
    """What all page views are made from.

    `newest` is the last date that the content itself names; `officials`, `members`,
    `narrower`, `parts`, `later` and `reprints` are the inverse of roles, memberships, broader
    topics, `part_of`, `follows` and `derived_from`; `published` gives the articles of a publisher,
    `groups` are the groups that name an actor as a member, `differing` the statements that a
    statement differs from by our reading, with itself;
    `changed` the last day on which something about a statement was published, reviewed, changed;
    `summed_up` holds the statements that briefs and recorded differences of topics rest on.
    """

    dataset: Dataset
    index: Index
    settings: Settings
    statements: Mapping[str, StatementView]
    newest: datetime.date | None
    officials: Lists
    members: Mapping[str, tuple[tuple[str, Membership], ...]]
    groups: Lists
    narrower: Lists
    parts: Lists
    later: Lists
    reprints: Lists
    published: Lists
    differing: Mapping[str, tuple[tuple[str, ...], ...]]
    changed: Mapping[str, datetime.date]
    summed_up: frozenset[str]

    def views(self, ids: Iterable[str]) -> tuple[StatementView, ...]:
        """The statements of these ids, in their order; ids that lead nowhere are left out."""
        return tuple(filter(None, map(self.statements.get, ids)))

    def naming(self, field: str, record_id: str) -> tuple[StatementView, ...]:
        """The current statements that name a record in a field (see `Index`), newest first."""
        return self.views(self.index.by_field[field].get(record_id, ()))


def site(dataset: Dataset, settings: Settings) -> Site:
    """The dataset with its index and every statement's view."""
    inverse = index(dataset)
    statements = {
        key: statement_view(dataset, inverse, settings, key) for key in dataset.statements
    }
    actors, topics, events = dataset.actors, dataset.topics, dataset.events
    articles = dataset.articles
    return Site(
        dataset=dataset,
        index=inverse,
        settings=settings,
        statements=statements,
        newest=newest(dataset),
        officials=grouped(
            (role.organisation, key) for key, actor in actors.items() for role in actor.roles
        ),
        members=_members(dataset),
        groups=grouped(
            (member, key)
            for key, actor in actors.items()
            if actor.kind == "group"
            for member in actor.members
        ),
        narrower=grouped((topic.broader, key) for key, topic in topics.items()),
        parts=grouped((event.part_of, key) for key, event in events.items()),
        later=grouped((event.follows, key) for key, event in events.items()),
        reprints=grouped((article.derived_from, key) for key, article in articles.items()),
        published=grouped((article.publisher, key) for key, article in articles.items()),
        differing=_differing(dataset, [statements[key] for key in inverse.listed]),
        changed={key: _changed(each) for key, each in dataset.statements.items()},
        summed_up=frozenset(_summed_up(dataset)),
    )


def _members(dataset: Dataset) -> Mapping[str, tuple[tuple[str, Membership], ...]]:
    """By coalition or organisation: who belongs to it by its own record, with that entry."""
    found: dict[str, list[tuple[str, Membership]]] = {}
    for key, actor in dataset.actors.items():
        for membership in actor.member_of:
            found.setdefault(membership.actor, []).append((key, membership))
    return {key: tuple(pairs) for key, pairs in found.items()}


def _differing(
    dataset: Dataset, listed: Iterable[StatementView]
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By statement: the differences that topics record, and other figures of its quantity."""
    groups = [each.facts for topic in dataset.topics.values() for each in topic.differences]
    groups += [tuple(view.id for view in each.statements) for each in differing(listed)]
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in groups:
        for key in dict.fromkeys(group):
            found.setdefault(key, []).append(group)
    return {key: tuple(those) for key, those in found.items()}


def _summed_up(dataset: Dataset) -> Iterator[str]:
    for topic in dataset.topics.values():
        yield from (key for each in topic.brief for key in each.facts)
        yield from (key for each in topic.differences for key in each.facts)


def newest(dataset: Dataset) -> datetime.date | None:
    """The last day on which something was published, reviewed, changed or removed."""
    changed = [_changed(each) for each in dataset.statements.values()]
    return max([*changed, *(each.date for each in dataset.removed)], default=None)


def _changed(statement: Statement) -> datetime.date:
    fact, published = statement.fact, statement.article.published
    corrected = [correction.date for correction in fact.corrections]
    reviewed = fact.reviewed.date if fact.reviewed else published
    return max((published, reviewed, fact.date or published, *corrected))
