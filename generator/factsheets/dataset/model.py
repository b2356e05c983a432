"""What the linked records look like."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS, PAGE_FOLDERS, Kind
from factsheets.content.records import Actor, Article, Event, Fact, Topic
from factsheets.problems.problem import Place
from factsheets.quotes.capture import Capture
from factsheets.quotes.quotations import Finding

Path = tuple[str | int, ...]
Locate = Callable[[str, Path], Place]

RELATIONS = tuple(name for name, each in known_fields(Fact).items() if each.target == "fact")
"""The fields by which a fact names others: by the source's words, never by our reading."""


def file_of(kind: Kind, record_id: str) -> str:
    """The file of a record, below the project's root."""
    return f"{KINDS[kind].folder}/{record_id}.yaml"


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
        return f"{PAGE_FOLDERS[self.kind]}/{self.id}/"

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its address, and those that it had before."""
        old = (f"{PAGE_FOLDERS[self.kind]}/{former}/" for former in self.former_ids)
        return (self.address, *old)


def _no_records() -> dict[Kind, dict[str, Any]]:
    return {kind: {} for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Records:
    """The records of each kind by id; the properties are short forms with their types."""

    records: Mapping[Kind, Mapping[str, Any]] = field(default_factory=_no_records)

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

    `lines` may lack an article (then nothing links to a line of it). `broken` holds the ids of
    files that could not be read: a reference to one of them is no second mistake. `removed` is
    what is left of removed files, and of the facts in them.
    """

    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    broken: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()


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
class Dataset(Records):
    """The linked content: records and statements by id, in the order of their ids.

    Attributes:
        statements: The facts of all articles.
        removed: The records and facts whose text was removed, in order.
        drafts: The ids of the articles that are drafts, and therefore not among the records.
        counted_with: For each article the one with which it counts as one report (itself, where
            it stands alone).
        findings: What the check of the words found, by fact id and number of the evidence (the
            fact's own is 0), for evidence that quotes.
        captures: The articles' captures.
        prose: The hand-written pages, by their path below content/pages without the ending.

    The pipeline fills `counted_with`, `findings`, `captures` and `prose` after linking.
    """

    statements: Mapping[str, Statement] = field(default_factory=dict)
    removed: tuple[Removal, ...] = ()
    drafts: frozenset[str] = frozenset()
    counted_with: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[tuple[str, int], Finding] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    prose: Mapping[str, Prose] = field(default_factory=dict)
