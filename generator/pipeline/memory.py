"""What checks remember of files, so that those that did not change are not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256

from generator.capture import Capture, Findings, Pair, Shared, findings_in, text_of
from generator.dataset import Record, Ties
from generator.problem import Problem
from generator.schema import Kind

Captured = tuple[tuple[str, bytes], ...]
"""Articles by id, each with what its capture's file hashes to."""
Digests = Mapping[str, bytes]
"""What a file's bytes hash to, by its path."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a record's file alone gave; without `ties` it gave no record.

    `quick` is true where it is in the form that the quick reader takes, `kind` that of its fields
    where it lies in another's folder.
    """

    digest: bytes
    ties: Ties | None
    problems: tuple[Problem, ...]
    quick: bool
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The record in a file, and the lines on which an article's facts begin."""

    record: Record
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What the look at an article's quotations gave: how many of each fact were found, problems.

    It holds for the files that `digest` is made of. The findings are there as values, or as the
    text in which they were kept.
    """

    digest: bytes
    found: tuple[int, ...]
    problems: tuple[Problem, ...]
    values: Findings | None
    text: str = ""

    def findings(self) -> Findings:
        """The findings, by fact id and number of the evidence."""
        return findings_in(self.text) if self.values is None else self.values

    def kept(self) -> str:
        """The findings as a text."""
        return self.text if self.values is None else text_of(self.values)


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page: its text, where it may be published, and its problems."""

    digest: bytes
    text: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier checks made of each file, by its path (`looked`: by the article's id).

    What it holds of `records` and `captures` belongs to the bytes that `sheets` and `intact` have
    the hash of; each of them may be missing, and is then read again. `intact` says of a capture
    whether it can be read. `shared` has the articles that share text, for the captures compared.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    records: dict[str, Read] = field(default_factory=dict)
    intact: dict[str, tuple[bytes, bool]] = field(default_factory=dict)
    captures: dict[str, Capture | None] = field(default_factory=dict)
    looked: dict[str, Looked] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    shared: dict[Captured, Mapping[Pair, Shared]] = field(default_factory=dict)

    def add(self, other: Memory) -> None:
        """Remembers what the other does, too, and instead of what it holds of the same files."""
        for name in other.sheets:
            self.records.pop(name, None)
        for each in fields(self):
            getattr(self, each.name).update(getattr(other, each.name))

    def copy(self) -> Memory:
        """A memory of the same, which does not change with this one."""
        return Memory(*(dict(getattr(self, each.name)) for each in fields(self)))


def digests(files: Mapping[str, bytes]) -> Digests:
    """The hash of every file."""
    return {name: sha256(data).digest() for name, data in files.items()}
