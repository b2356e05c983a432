"""Everything that any page needs, computed once: the dataset, its index, its statements."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from factsheets.content.records import Membership
from factsheets.dataset.model import RELATIONS, Dataset, Statement
from factsheets.site.views.index import Index, index
from factsheets.site.views.quantities import differing
from factsheets.site.views.settings import Settings
from factsheets.site.views.statement import StatementView
from factsheets.site.views.statement_builder import statement_view

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Site:
    """The ground of all page views.

    `newest` is the last date that the content itself names; `officials`, `members`,
    `narrower`, `parts`, `later` and `reprints` are the inverse of roles, memberships, broader
    topics, `part_of`, `follows` and `derived_from`; `published` gives the articles of a publisher,
    `groups` are the groups that name an actor as a member, `differing` the statements that a
    statement differs from by our reading, with itself;
    `changed` the last day on which something about a statement was published, reviewed, changed;
    `summed_up` holds the statements that briefs and recorded differences of topics rest on. `made`
    is room for what is computed of single records (`views/once.py`).
    """

    dataset: Dataset
    index: Index
    settings: Settings
    statements: Mapping[str, StatementView]
    newest: datetime.date | None
    officials: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[tuple[str, Membership], ...]]
    groups: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]
    later: Mapping[str, tuple[str, ...]]
    reprints: Mapping[str, tuple[str, ...]]
    published: Mapping[str, tuple[str, ...]]
    differing: Mapping[str, tuple[tuple[str, ...], ...]]
    changed: Mapping[str, datetime.date]
    summed_up: frozenset[str]
    made: dict[object, dict[str, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def beside(self, fact_id: str) -> Iterator[str]:
        """What our reading sets beside a statement where accounts differ, each once."""
        seen = {fact_id}
        for key in chain.from_iterable(self.differing.get(fact_id, ())):
            if key not in seen:
                seen.add(key)
                yield key

    def views(self, ids: Iterable[str]) -> tuple[StatementView, ...]:
        """The statements of these ids, in their order; ids that lead nowhere are left out."""
        return tuple(filter(None, map(self.statements.get, ids)))


def site(dataset: Dataset, settings: Settings, before: Site | None = None) -> Site:
    """The dataset with its index and every statement's view.

    `before` is an earlier state in which only facts may be others; views of statements that are
    the same are taken from it.
    """
    turned = index(dataset)
    known = _known(before, dataset, turned) if before else {}
    statements = {
        key: known.get(key) or statement_view(dataset, turned, settings, key)
        for key in dataset.statements
    }
    changed = {key: _changed(each) for key, each in dataset.statements.items()}
    return Site(
        dataset,
        turned,
        settings,
        statements,
        newest(dataset),
        _officials(dataset),
        _members(dataset),
        _groups(dataset),
        _inverse((key, topic.broader) for key, topic in dataset.topics.items()),
        _inverse((key, event.part_of) for key, event in dataset.events.items()),
        _inverse((key, event.follows) for key, event in dataset.events.items()),
        _inverse((key, article.derived_from) for key, article in dataset.articles.items()),
        _inverse((key, article.publisher) for key, article in dataset.articles.items()),
        _differing(dataset, [statements[key] for key in turned.listed]),
        changed,
        frozenset(_summed_up(dataset)),
    )


def _known(before: Site, dataset: Dataset, turned: Index) -> Mapping[str, StatementView]:
    """The views of statements that are the same in every respect, and named by the same others."""
    old = before.dataset
    others = {key for key, _ in _unlike(old.findings, dataset.findings)}
    for relation in RELATIONS:
        others |= _unlike(before.index.inverse[relation], turned.inverse[relation])
    same = {
        key
        for key, statement in dataset.statements.items()
        if key not in others
        and (earlier := old.statements.get(key)) is not None
        and (earlier.fact is statement.fact or earlier.fact == statement.fact)
        and _where(earlier) == _where(statement)
    }
    # A view names those who contest its statement or bring it up to date.
    for relation in ("disputes", "updates"):
        for key, naming in turned.inverse[relation].items():
            if not same.issuperset(naming):
                same.discard(key)
    return {key: before.statements[key] for key in same}


def _groups(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """By actor: the groups that name it as one of their members, such as joint signatories."""
    pairs = (
        (key, member)
        for key, actor in dataset.actors.items()
        if actor.kind == "group"
        for member in actor.members
    )
    return _inverse(pairs)


def _unlike(old: Mapping[K, object], new: Mapping[K, object]) -> set[K]:
    """The keys under which two mappings do not hold the same."""
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _where(statement: Statement) -> tuple[str, int, int, bool]:
    return statement.article_id, statement.index, statement.line, statement.draft


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
        yield from chain.from_iterable(each.facts for each in topic.brief)
        yield from chain.from_iterable(each.facts for each in topic.differences)


def _inverse(pairs: Iterable[tuple[str, str | None]]) -> Mapping[str, tuple[str, ...]]:
    """Of pairs (record, the one that it names): by the named one, who names it."""
    found: dict[str, list[str]] = {}
    for key, named in pairs:
        if named:
            found.setdefault(named, []).append(key)
    return {key: tuple(names) for key, names in found.items()}


def _officials(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """By state or organisation: the actors that hold an office of it, each once."""
    found: dict[str, dict[str, None]] = {}
    for key, actor in dataset.actors.items():
        for role in actor.roles:
            if role.organisation:
                found.setdefault(role.organisation, {})[key] = None
    return {key: tuple(names) for key, names in found.items()}


def _members(dataset: Dataset) -> Mapping[str, tuple[tuple[str, Membership], ...]]:
    """By coalition or organisation: who belongs to it by its own record, with that entry."""
    found: dict[str, list[tuple[str, Membership]]] = {}
    for key, actor in dataset.actors.items():
        for membership in actor.member_of:
            found.setdefault(membership.actor, []).append((key, membership))
    return {key: tuple(pairs) for key, pairs in found.items()}


def updated(site: Site, ids: Iterable[str]) -> datetime.date | None:
    """The last day on which something about these statements was published, reviewed, changed."""
    return max(map(site.changed.__getitem__, ids), default=None)


def newest(dataset: Dataset) -> datetime.date | None:
    """The last day on which something was published, reviewed, changed or removed."""
    removed = (each.date for each in dataset.removed)
    return max(chain(map(_changed, dataset.statements.values()), removed), default=None)


def _changed(statement: Statement) -> datetime.date:
    fact, published = statement.fact, statement.article.published
    corrected = [correction.date for correction in fact.corrections]
    reviewed = fact.reviewed.date if fact.reviewed else published
    return max((published, reviewed, fact.date or published, *corrected))
