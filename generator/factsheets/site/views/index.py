"""The dataset turned round once: who said what, about whom, under which topic, from where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from factsheets.content.records import Fact
from factsheets.dataset.model import RELATIONS, Dataset, Statement

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The inverse of every relation; ids of statements that are shown in lists.

    Those without a day stand first, then the newest.
    Superseded and withdrawn statements leave every list; `past` gives the superseded ones by the
    topics and actors whose questions they once answered, for positions over time; `guests` gives,
    by topic, current ones that answer a question of it and stand under other topics.

    `inverse` gives, by field (`disputes`, `updates` …) and by the id named there, who names it;
    `tied` are the statements that so name another or are named.
    """

    by_speaker: Mapping[str, Ids]
    by_about: Mapping[str, Ids]
    by_topic: Mapping[str, Ids]
    by_event: Mapping[str, Ids]
    by_article: Mapping[str, Ids]
    inverse: Mapping[str, Mapping[str, Ids]]
    tied: frozenset[str]
    listed: Ids
    past: Mapping[str, Ids]
    guests: Mapping[str, Ids]


def index(dataset: Dataset) -> Index:
    """All relations of the dataset, each turned round, in one pass over its statements."""
    speaker: dict[str, list[str]] = {}
    about: dict[str, list[str]] = {}
    topic: dict[str, list[str]] = {}
    event: dict[str, list[str]] = {}
    article: dict[str, list[str]] = {}
    past: dict[str, list[str]] = {}
    guests: dict[str, list[str]] = {}
    listed: list[str] = []
    for fact_id in _newest_first(dataset):
        statement = dataset.statements[fact_id]
        fact = statement.fact
        if fact.status != "current":
            for name in _answering(fact):
                past.setdefault(name, []).append(fact_id)
            continue
        listed.append(fact_id)
        if fact.speaker:
            speaker.setdefault(fact.speaker, []).append(fact_id)
        if fact.event:
            event.setdefault(fact.event, []).append(fact_id)
        for name in _spoken_of(fact):
            about.setdefault(name, []).append(fact_id)
        for name in dict.fromkeys(fact.topics):
            topic.setdefault(name, []).append(fact_id)
        for name in _guest_of(fact):
            guests.setdefault(name, []).append(fact_id)
        for name in articles_of(statement):
            article.setdefault(name, []).append(fact_id)
    inverse = _inverse(dataset)
    return Index(
        _frozen(speaker),
        _frozen(about),
        _frozen(topic),
        _frozen(event),
        _frozen(article),
        inverse,
        frozenset(_tied(inverse)),
        tuple(listed),
        _frozen(past),
        _frozen(guests),
    )


def articles_of(statement: Statement) -> Ids:
    """The articles that report a statement, its own first, each once."""
    others = [more.article for more in statement.fact.also if more.article]
    return tuple(dict.fromkeys((statement.article_id, *others)))


def said_order(dataset: Dataset, statement: Statement) -> tuple[bool, tuple[int, int, int, int]]:
    """Whether a statement can be placed in time, and where; the event's date serves as its own."""
    fact = statement.fact
    moment = fact.said
    if moment is None and fact.event and fact.event in dataset.events:
        moment = dataset.events[fact.event].date
    if fact.speaker is None and (moment is None or moment.kind == "unknown"):
        day = statement.article.published
        return True, (day.year, day.month, day.day, 1)
    return (moment.dated, moment.order) if moment else (False, (0, 0, 0, 0))


def _spoken_of(fact: Fact) -> Ids:
    """Whom a fact is about, by its record or because it gives an answer of theirs."""
    answering = [each.actor for each in fact.answers if each.actor and each.actor != fact.speaker]
    return tuple(dict.fromkeys((*fact.about, *answering)))


def _guest_of(fact: Fact) -> Ids:
    """The topics to whose questions it gives an answer without being under them."""
    if not fact.answers:
        return ()
    answered = (answer.question.partition("/")[0] for answer in fact.answers)
    return tuple(dict.fromkeys(name for name in answered if name not in fact.topics))


def _answering(fact: Fact) -> Ids:
    """The topics and actors that a fact's answers concern."""
    topics = (answer.question.partition("/")[0] for answer in fact.answers)
    actors = (answer.actor or fact.speaker or "" for answer in fact.answers)
    return tuple(dict.fromkeys((*topics, *actors)))


def _newest_first(dataset: Dataset) -> list[str]:
    """Undated statements first; those of one day stand in the order of their article."""

    def order(fact_id: str) -> tuple[bool, int, int, int, int, str, int]:
        statement = dataset.statements[fact_id]
        dated, (year, month, day, exact) = said_order(dataset, statement)
        return (dated, -year, -month, -day, -exact, statement.article_id, statement.index)

    kept = [key for key, each in dataset.statements.items() if each.fact.status != "withdrawn"]
    kept.sort(key=order)
    return kept


def _inverse(dataset: Dataset) -> Mapping[str, Mapping[str, Ids]]:
    found: dict[str, dict[str, list[str]]] = {field: {} for field in RELATIONS}
    named_by = attrgetter(*RELATIONS)
    for fact_id, statement in dataset.statements.items():
        # What was withdrawn contests nothing and brings nothing up to date.
        if statement.fact.status == "withdrawn":
            continue
        for named, inverse in zip(named_by(statement.fact), found.values(), strict=True):
            for name in named:
                inverse.setdefault(name, []).append(fact_id)
    return {field: _frozen(inverse) for field, inverse in found.items()}


def _tied(inverse: Mapping[str, Mapping[str, Ids]]) -> Iterator[str]:
    for naming in inverse.values():
        yield from naming
        yield from chain.from_iterable(naming.values())


def _frozen(lists: Mapping[str, Iterable[str]]) -> Mapping[str, Ids]:
    return {key: tuple(values) for key, values in lists.items()}
