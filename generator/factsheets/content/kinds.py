"""The kinds of record: for each its class, its folders and its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factsheets.content.article import Article, RemovedArticle
from factsheets.content.records import Actor, Event, Removed, Topic
from factsheets.content.types import N_

Kind = str
"""The name of a kind of record: a key of `KINDS`."""


Record = Actor | Topic | Event | Article


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record.

    Attributes:
        name: What contributors call it, as in `facts new actor`.
        record: The class of its records.
        folder: The folder of its files, below the project's root.
        pages: The folder of its pages below the site's root, and its name in the open data.
        noun: What readers call it; the name of its template and of its column in tables.
        title: What readers call all of them.
        description: What a list of them holds, for users of the open data.
        removed: The class of a record whose text was removed.
    """

    name: Kind
    record: type[Any]
    folder: str
    pages: str
    noun: str
    title: str
    description: str
    removed: type[Removed] = Removed


KINDS: dict[Kind, RecordKind] = {
    kind.name: kind
    for kind in (
        RecordKind(
            name="actor",
            record=Actor,
            folder="content/actors",
            pages="actors",
            noun="actor",
            title=N_("Actors"),
            description=N_("people, states, coalitions, groups, publishers"),
        ),
        RecordKind(
            name="topic",
            record=Topic,
            folder="content/topics",
            pages="topics",
            noun="topic",
            title=N_("Topics"),
            description=N_("topics with their questions"),
        ),
        RecordKind(
            name="article",
            record=Article,
            folder="content/facts",
            pages="sources",
            noun="source",
            title=N_("Sources"),
            description=N_("the articles that statements are taken from"),
            removed=RemovedArticle,
        ),
        RecordKind(
            name="event",
            record=Event,
            folder="content/events",
            pages="events",
            noun="event",
            title=N_("Events"),
            description=N_("occasions on which statements were made"),
        ),
    )
}
PAGE_FOLDERS = {"fact": "facts", **{name: kind.pages for name, kind in KINDS.items()}}
"""The folders of pages: of facts, which are in articles, and of each kind of record."""


def kind_of_folder(folder: str) -> Kind | None:
    """The kind of the records in a folder such as `content/actors`."""
    return next((name for name, kind in KINDS.items() if kind.folder == folder), None)


def kind_and_id(file: str) -> tuple[Kind, str] | None:
    """The kind and id of the record in a file, None if the file is not a record."""
    folder, _, name = file.rpartition("/")
    kind = kind_of_folder(folder)
    return (kind, name.removesuffix(".yaml")) if kind and name.endswith(".yaml") else None


def with_article(kind: Kind) -> str:
    """The kind with its indefinite article: an actor, a topic."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
