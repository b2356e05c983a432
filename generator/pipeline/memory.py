"""Results of earlier checks in this process, so that unchanged files are not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from generator.capture import Capture, Findings, Pair, Shared
from generator.dataset import Record, Removal, Ties
from generator.problem import Problem
from generator.schema import Kind

Captured = tuple[tuple[str, bytes], ...]
"""Articles by id, each with the digest of its capture's file."""
Digests = Mapping[str, bytes]
"""The SHA-256 of each file, by path."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The result of reading one record's file; `record` and `ties` are None if it has none.

    `lines` are the lines on which an article's facts begin. `kind` is that of its fields if it
    lies in another's folder. `removed` is what is left of a removed record, and of its facts.
    """

    digest: bytes
    ties: Ties | None
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
    """Results by path (`looked`: by the article's id), each valid for the digest beside it.

    A capture that cannot be read is None. `shared` has the articles that share text, for the
    captures compared.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    captures: dict[str, tuple[bytes, Capture | None]] = field(default_factory=dict)
    looked: dict[str, Looked] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    shared: dict[Captured, Mapping[Pair, Shared]] = field(default_factory=dict)


def digests(files: Mapping[str, bytes]) -> Digests:
    """The SHA-256 of each file."""
    return {name: sha256(data).digest() for name, data in files.items()}
