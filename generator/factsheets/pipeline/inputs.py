"""The input of a check: the bytes of files, results of earlier checks, a progress callback."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from factsheets.problems.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True)
class Inputs:
    """The content at one moment.

    Attributes:
        files: Bytes by path below the project's folder, with slashes: content/actors/nato.yaml.
        problems: Problems of files that must not be read (links, wrong names).
        static: The paths, below the site's root, of the files in content/static/.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    static: tuple[str, ...] = ()

    @cached_property
    def digests(self) -> Mapping[str, bytes]:
        """The SHA-256 of each file, by path."""
        return {name: sha256(data).digest() for name, data in self.files.items()}


class Cache:
    """Results of earlier checks in this process, for `mkdocs serve`."""

    def __init__(self) -> None:
        self._results: dict[Hashable, tuple[Hashable, Any]] = {}

    def get(
        self, name: Hashable, digest: Hashable, compute: Callable[..., T], *arguments: object
    ) -> T:
        """The result with this name, recomputed if the digest of its sources has changed."""
        known = self._results.get(name)
        if known is None or known[0] != digest:
            known = self._results[name] = (digest, compute(*arguments))
        result: T = known[1]
        return result


class Progress(Protocol):
    """Passes items on, about `count` of them, and reports each as it is requested."""

    def __call__(self, name: str, items: Iterable[T], count: int, /) -> Iterable[T]:
        """`name` says what the items are: `files`, `quotations`."""


def no_progress(_name: str, items: Iterable[T], _count: int, /) -> Iterable[T]:
    """Report nothing."""
    return items
