"""The pages of the site that look different after some changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.dataset import Dataset, Statement
from generator.dataset.model import RELATIONS
from generator.diff.captures import affected
from generator.diff.change import Change

FOLDERS = ("facts", "topics", "actors", "sources", "events")
Page = tuple[str, str]  # folder, id

_FOLDER = {"actor": "actors", "topic": "topics", "event": "events", "source": "sources"}


def pages(old: Dataset, new: Dataset, changes: Iterable[Change]) -> Mapping[str, tuple[str, ...]]:
    """The ids of pages by folder; pages that list everything always change and are left out."""
    users = _users(new)
    found: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        for folder, name in _of_change(change, old, new, users):
            found[folder].add(name)
    return {folder: tuple(sorted(found[folder])) for folder in FOLDERS if found[folder]}


def _of_change(
    change: Change, old: Dataset, new: Dataset, users: Mapping[Page, list[str]]
) -> Iterator[Page]:
    if change.record == "page":
        return
    if change.record == "fact":
        for dataset in (old, new):
            if statement := dataset.statements.get(change.id):
                yield from _of_statement(statement)
        return
    if change.record == "capture":
        yield "sources", change.id
        for key in affected(change.id, (old, new)):
            yield from _of_statement(new.statements[key])
        return
    own = (_FOLDER[change.record], change.id)
    yield own
    if change.what == "changed":
        # A record's name and label stand wherever a statement names it.
        for key in users.get(own, ()):
            yield from _of_statement(new.statements[key])


def _of_statement(statement: Statement) -> Iterator[Page]:
    """The pages that show a statement's card, and those that name it."""
    fact = statement.fact
    yield "facts", fact.id
    yield from (("topics", topic) for topic in fact.topics)
    yield from (("actors", actor) for actor in _actors(statement))
    yield "sources", statement.article_id
    yield from (("sources", more.article) for more in fact.also if more.article)
    if fact.event:
        yield "events", fact.event
    for relation in RELATIONS:
        yield from (("facts", other) for other in getattr(fact, relation))


def _actors(statement: Statement) -> Iterator[str]:
    fact = statement.fact
    if fact.speaker:
        yield fact.speaker
    yield from fact.about
    yield statement.article.publisher
    yield from (answer.actor for answer in fact.answers if answer.actor)


def _users(dataset: Dataset) -> Mapping[Page, list[str]]:
    """Each page with the facts that name its record."""
    found: dict[Page, list[str]] = defaultdict(list)
    for key, statement in dataset.statements.items():
        for page in _of_statement(statement):
            found[page].append(key)
    return found
