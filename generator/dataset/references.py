"""Lists what each record refers to, with the place of every reference."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset.model import RELATIONS, Path, Record, Sheets, file_of
from generator.schema import Actor, Article, Event, Fact, Topic

Reference = tuple[str, str, Path]
"""What is referred to (a kind of record, `fact`, `question`, `publisher` or `state`), its id, and
where in the file."""


def references(sheets: Sheets) -> Iterator[tuple[str, Iterator[Reference]]]:
    """Each file with the references in it."""
    for kind, records in sheets.kinds():
        for record_id, record in records.items():
            yield file_of(kind, record_id), of_record(record)


def of_record(record: Record) -> Iterator[Reference]:
    """What one record refers to."""
    match record:
        case Actor():
            return _of_actor(record)
        case Topic():
            return _of_topic(record)
        case Event():
            return _of_event(record)
        case Article():
            return _of_article(record)


def _listed(kind: str, names: tuple[str, ...], *path: str | int) -> Iterator[Reference]:
    for number, name in enumerate(names):
        yield kind, name, (*path, number)


def _of_actor(actor: Actor) -> Iterator[Reference]:
    for number, role in enumerate(actor.roles):
        if role.organisation:
            yield "actor", role.organisation, ("roles", number, "organisation")
        if role.article:
            yield "article", role.article, ("roles", number, "article")
    for number, membership in enumerate(actor.member_of):
        yield "actor", membership.actor, ("member_of", number, "actor")
        if membership.article:
            yield "article", membership.article, ("member_of", number, "article")
    yield from _listed("actor", actor.members, "members")
    if actor.country:
        yield "state", actor.country, ("country",)


def _of_topic(topic: Topic) -> Iterator[Reference]:
    if topic.broader:
        yield "topic", topic.broader, ("broader",)
    for number, item in enumerate(topic.brief):
        yield from _listed("fact", item.facts, "brief", number, "facts")
    for number, difference in enumerate(topic.differences):
        yield from _listed("fact", difference.facts, "differences", number, "facts")


def _of_event(event: Event) -> Iterator[Reference]:
    if event.organiser:
        yield "actor", event.organiser, ("organiser",)
    yield from _listed("actor", event.participants, "participants")
    if event.part_of:
        yield "event", event.part_of, ("part_of",)
    if event.follows:
        yield "event", event.follows, ("follows",)


def _of_article(article: Article) -> Iterator[Reference]:
    yield "publisher", article.publisher, ("publisher",)
    if article.derived_from:
        yield "article", article.derived_from, ("derived_from",)
    yield from _listed("article", article.independent_of, "independent_of")
    for index, fact in enumerate(article.facts):
        yield from _of_fact(fact, index)


def _of_fact(fact: Fact, index: int) -> Iterator[Reference]:
    at = ("facts", index)
    if fact.speaker:
        yield "actor", fact.speaker, (*at, "speaker")
    if fact.event:
        yield "event", fact.event, (*at, "event")
    yield from _listed("topic", fact.topics, *at, "topics")
    yield from _listed("actor", fact.about, *at, "about")
    for number, answer in enumerate(fact.answers):
        yield "question", answer.question, (*at, "answers", number, "question")
        if answer.actor:
            yield "actor", answer.actor, (*at, "answers", number, "actor")
    for field in RELATIONS:
        if names := getattr(fact, field):
            yield from _listed("fact", names, *at, field)
    for number, more in enumerate(fact.also):
        if more.article:
            yield "article", more.article, (*at, "also", number, "article")
