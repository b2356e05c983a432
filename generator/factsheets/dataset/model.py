"""The data model of linked records."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.article import Article, Fact
from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS, PAGE_FOLDERS, Kind
from factsheets.content.records import Actor, Event, Topic
from factsheets.quotes.capture import Capture
from factsheets.quotes.quotations import Finding

RELATIONS = tuple(name for name, each in known_fields(Fact).items() if each.target == "fact")
"""The fields in which a fact names others, according to its source and not to our reading."""


def file_of(kind: Kind, record_id: str) -> str:
    """The file of a record, below the project's root."""
    return f"{KINDS[kind].folder}/{record_id}.yaml"


@dataclass(frozen=True, slots=True, order=True)
class Removal:
    """A record whose text was removed: its address stays, with the date and the reason.

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
        return f"{PAGE_FOLDERS[self.kind]}/{self.id}/"

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its address and its former addresses."""
        old = (f"{PAGE_FOLDERS[self.kind]}/{former}/" for former in self.former_ids)
        return (self.address, *old)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of each kind by id; the properties are typed shortcuts."""

    records: Mapping[Kind, Mapping[str, Any]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS}
    )

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return self.records["actor"]

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return self.records["topic"]

    @property
    def events(self) -> Mapping[str, Event]:
        """The events by id."""
        return self.records["event"]

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id."""
        return self.records["article"]


@dataclass(frozen=True, slots=True)
class Sheets(Records):
    """The records as read, and the line on which each fact of an article begins.

    `lines` may lack an article (then nothing links to its lines). `broken` holds the ids of files
    that could not be read: a reference to one of them is not reported. `removed` are the remains of
    removed files and facts.
    """

    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    broken: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact with the article it was taken from; `index` counts its facts from 0.

    A `draft` is included only if drafts are requested.
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
class Dataset(Records):
    """The linked content: records and statements by id, sorted by id.

    Attributes:
        statements: The facts of all articles.
        removed: The records and facts whose text was removed, in order.
        drafts: The ids of the articles that are drafts, and therefore not among the records.
        counted_with: The article that each article counts with as one report (by default
            itself).
        findings: The results of the quotation check, by fact id and number of the evidence (the
            fact's own is 0), for evidence that quotes.
        captures: The articles' captures.
        prose: The hand-written pages, by path below content/pages without the extension.

    The pipeline fills `counted_with`, `findings`, `captures` and `prose` after linking.
    """

    statements: Mapping[str, Statement] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()
    drafts: frozenset[str] = frozenset()
    counted_with: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[tuple[str, int], Finding] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    prose: Mapping[str, Prose] = field(default_factory=dict)
