"""What the program is given: the bytes of every file, read beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Protocol, TypeVar

from factsheets.content.kinds import Kind, Record
from factsheets.dataset.model import Removal
from factsheets.problems.problem import Problem
from factsheets.quotes.capture import Capture
from factsheets.quotes.reprints import Pair, Shared
from factsheets.quotes.store import Findings

# Results of earlier checks in this process, so that unchanged files are not read again.

Captured = tuple[tuple[str, bytes], ...]
"""Articles by id, each with the digest of its capture's file."""
Digests = Mapping[str, bytes]
"""The SHA-256 of each file, by path."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result of reading one record's file; `record` is None if it has none.

    `lines` are the lines on which an article's facts begin. `kind` is that of its fields if it
    lies in another's folder. `removed` is what is left of a removed record, and of its facts.
    """

    digest: bytes
    problems: tuple[Problem, ...]
    kind: Kind | None = None
    record: Record | None = None
    lines: tuple[int, ...] = ()
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """The check of an article's quotations: how many of each fact were found, and findings.

    It holds for the files that `digest` is made of. The findings are by fact id and number of the
    evidence.
    """

    digest: bytes
    found: tuple[int, ...]
    problems: tuple[Problem, ...]
    findings: Findings


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page: its text, if it may be published, and its problems."""

    digest: bytes
    text: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """Results by path (`sheets`: by kind and id; `looked`: by the article's id).

    Each is valid for the digest beside it.

    A capture that cannot be read is None. `shared` has the articles that share text, for the
    captures compared.
    """

    sheets: dict[tuple[Kind, str], Sheet] = field(default_factory=dict)
    captures: dict[str, tuple[bytes, Capture | None]] = field(default_factory=dict)
    looked: dict[str, Looked] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    shared: dict[Captured, Mapping[Pair, Shared]] = field(default_factory=dict)


def digests(files: Mapping[str, bytes]) -> Digests:
    """The SHA-256 of each file."""
    return {name: sha256(data).digest() for name, data in files.items()}


@dataclass(frozen=True)
class Inputs:
    """The content as one reading found it.

    `files` has paths below the project's folder, with slashes: content/actors/nato.yaml.
    `problems` names the files that must not be read (links, wrong names). `static` are the paths,
    below the site's root, of the files in content/static/.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    static: tuple[str, ...] = ()

    @cached_property
    def digests(self) -> Digests:
        """The hash of every file."""
        return digests(self.files)


# Long work shows how far it is to whoever watches; the work itself prints nothing.

T = TypeVar("T")


class Watch(Protocol):
    """Gives the items on, about `count` of them, and sees each as it is asked for."""

    def __call__(self, name: str, items: Iterable[T], count: int, /) -> Iterable[T]:
        """`name` is what the items are: `files`, `quotations`."""


def unwatched(name: str, items: Iterable[T], count: int, /) -> Iterable[T]:
    """Nobody watches."""
    del name, count
    return items
