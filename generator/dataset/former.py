"""Former ids: the first one, and those that are in use or claimed twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from generator.dataset.known import Known
from generator.dataset.model import Locate, Path, file_of
from generator.problem import Problem

Claim = tuple[str, str, str, Path]
"""A former id, who had it, and where that is written."""


def first_id(current: str, former: Sequence[str]) -> str:
    """The id that a record had first. It never changes; what must stay for ever is built from it.

    `former` are the record's `former_ids`: oldest first, as `facts rename` writes them.
    """
    return former[0] if former else current


def former_ids(known: Known, locate: Locate) -> list[Problem]:
    """A former id must not be in use, nor claimed twice: its address can lead to one page only."""
    problems = []
    for kind, all_ties in known.ties.items():
        claims: list[Claim] = [
            (old, key, file_of(kind, key), ("former_ids", number))
            for key, each in all_ties.items()
            for number, old in enumerate(each.former)
        ]
        problems += _claimed_twice(claims, all_ties, locate)
    # By the facts' ids, wherever they stand, so that the same one of two is always named.
    return problems + _claimed_twice(sorted(_of_facts(known), key=_owner), known.facts, locate)


def _of_facts(known: Known) -> Iterator[Claim]:
    for article_id, each in known.ties["article"].items():
        if not each.former_facts:
            continue
        for index, fact in enumerate(known.sheets.articles[article_id].facts):
            if known.is_first(article_id, index):
                for number, old in enumerate(fact.former_ids):
                    path: Path = ("facts", index, "former_ids", number)
                    yield old, fact.id, file_of("article", article_id), path


def _owner(claim: Claim) -> str:
    return claim[1]


def _claimed_twice(claims: list[Claim], in_use: Container[str], locate: Locate) -> list[Problem]:
    problems = []
    owner: dict[str, str] = {}
    for old, record_id, file, path in claims:
        other = old if old in in_use else owner.get(old)
        if other is not None:
            problems.append(
                Problem(
                    "former-id-in-use",
                    f'The former id "{old}" belongs to "{other}" too.',
                    locate(file, path),
                    "An id is never used again. Take it out of one of the two.",
                )
            )
        owner[old] = record_id
    return problems
