"""What the linked records look like."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factsheets.content.records import Actor, Article, Event, Fact, Kind, Topic
from factsheets.dataset.ties import Ties
from factsheets.problems.problem import Place
from factsheets.quotes.capture import Capture
from factsheets.quotes.evidence import Finding

Path = tuple[str | int, ...]
Record = Actor | Topic | Event | Article
Locate = Callable[[str, Path], Place]

FOLDERS: dict[Kind, str] = {
    "actor": "content/actors",
    "topic": "content/topics",
    "event": "content/events",
    "article": "content/facts",
}

ADDRESSES: dict[str, str] = {
    "actor": "actors",
    "topic": "topics",
    "event": "events",
    "article": "sources",
    "fact": "facts",
}
"""The folder of a record's page, below the site's root."""

RELATIONS = ("disputes", "updates", "replies_to", "answers_fact", "supports")
"""The fields by which a fact names others: by the source's words, never by our reading."""


def file_of(kind: Kind, record_id: str) -> str:
    """The file that a record stands in, from the project's root."""
    return f"{FOLDERS[kind]}/{record_id}.yaml"


@dataclass(frozen=True, slots=True, order=True)
class Removal:
    """A record whose text was removed: its address stays, and says since when and why.

    `kind` is a kind of record, or `fact`.
    """

    kind: str
    id: str
    date: datetime.date
    reason: str
    former_ids: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its address below the site's root."""
        return f"{ADDRESSES[self.kind]}/{self.id}/"

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its address, and those that it had before."""
        old = (f"{ADDRESSES[self.kind]}/{former}/" for former in self.former_ids)
        return (self.address, *old)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The records as read, by id, and the line on which each fact of an article begins.

    A record may be read only when it is asked for: who needs no more than `ties`, by file, asks
    for none. `ties` may lack a file; `lines` may lack an article (then nothing links to a line of
    it). `broken` holds the ids of files that could not be read: a reference to one of them is no
    second mistake. `removed` is what is left of removed files, and of the facts in them.
    """

    actors: Mapping[str, Actor] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    broken: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    ties: Mapping[str, Ties] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()

    def kinds(self) -> tuple[tuple[Kind, Mapping[str, Record]], ...]:
        """Each kind with its records."""
        return (
            ("actor", self.actors),
            ("topic", self.topics),
            ("event", self.events),
            ("article", self.articles),
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact with the article it was taken from; `index` counts it there from 0.

    A `draft` is only there where drafts are asked for.
    """

    fact: Fact
    article_id: str
    article: Article
    index: int
    line: int
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: its Markdown, and the title and description of its front matter."""

    text: str
    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that is known, each by its id and in the order of ids.

    `removed` are those whose text was removed, in order; `drafts` the articles that are drafts and
    not in it. `counted_with` gives, by article, the one with which it is one report (itself, where
    it stands alone). `findings` says of each piece of evidence that quotes (fact id, number of the
    evidence, the fact's own being 0) what the check of its words gave; `captures` are the articles'
    captures;
    `prose` the hand-written pages, by their path below content/pages without the ending. All
    three come from the pipeline, after linking.
    """

    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    removed: tuple[Removal, ...] = ()
    drafts: frozenset[str] = frozenset()
    counted_with: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[tuple[str, int], Finding] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    prose: Mapping[str, Prose] = field(default_factory=dict)
