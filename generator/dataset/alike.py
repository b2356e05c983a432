"""Suggests facts that look like one statement, reported by two articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

from generator.dataset.model import RELATIONS, Locate, Statement, file_of
from generator.problem import Problem
from generator.schema import Event, Fact

_WORDS = re.compile(r"\w+")
_RUN = 5
# A run of words that this many statements share is a phrase, not a sign of one statement.
_COMMON = 8


def alike(
    statements: Iterable[Statement], events: Mapping[str, Event], locate: Locate
) -> list[Problem]:
    """A warning for each pair of one speaker and one day with the same figure or quoted words.

    Pairs of one article, and pairs that already name each other, are no surprise. Statements are
    compared only within buckets of the same figure or the same run of five words, so the work
    grows with their number, not with its square.
    """
    problems = []
    seen: set[tuple[str, str]] = set()
    for first, second in _pairs(statements, events):
        pair = (min(first.fact.id, second.fact.id), max(first.fact.id, second.fact.id))
        if pair in seen or not _could_be_one(first, second):
            continue
        seen.add(pair)
        later, earlier = sorted((first, second), key=_order, reverse=True)
        problems.append(
            Problem(
                "same-statement",
                f'This looks like "{earlier.fact.id}", reported by another article.',
                locate(file_of("article", later.article_id), ("facts", later.index, "id")),
                f"If it is one statement, add under `also` of {earlier.fact.id}: "
                f"- {{article: {later.article_id}, paragraph: {later.fact.paragraph or 1}}} "
                "and take this fact out.",
                "warning",
            )
        )
    return problems


def _order(statement: Statement) -> tuple[str, str]:
    return (statement.article.published.isoformat(), statement.fact.id)


def _could_be_one(first: Statement, second: Statement) -> bool:
    if first.article_id == second.article_id:
        return False
    named = {name for each in (first, second) for f in RELATIONS for name in getattr(each.fact, f)}
    cited = {more.article for each in (first, second) for more in each.fact.also}
    if named & {first.fact.id, second.fact.id} or cited & {first.article_id, second.article_id}:
        return False
    return first.fact.status == second.fact.status == "current"


def _pairs(
    statements: Iterable[Statement], events: Mapping[str, Event]
) -> Iterator[tuple[Statement, Statement]]:
    for bucket in _buckets(statements, events).values():
        if 1 < len(bucket) <= _COMMON:
            for number, first in enumerate(bucket):
                for second in bucket[number + 1 :]:
                    yield first, second


def _buckets(
    statements: Iterable[Statement], events: Mapping[str, Event]
) -> Mapping[tuple[object, ...], list[Statement]]:
    buckets: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        fact = statement.fact
        if fact.speaker is None:
            continue
        event = events.get(fact.event or "")
        said = fact.said or (event.date if event else None)
        figure = fact.figure
        if figure and figure.value is not None and said and said.kind == "exactly":
            key = (fact.speaker, said, figure.value, figure.unit)
            buckets.setdefault(key, []).append(statement)
        for run in {run for quotation in fact.quote for run in _runs(quotation)}:
            buckets.setdefault((fact.speaker, run), []).append(statement)
    return buckets


def marks(fact: Fact) -> Iterator[int]:
    """A number for each bucket that the fact could come into, whatever day it was said.

    Facts that share no number share no bucket; so those of articles that share none need no
    bucket at all.
    """
    if fact.speaker is None:
        return
    start = crc32(_bytes(fact.speaker))
    if fact.figure and fact.figure.value is not None:
        yield crc32(_bytes(f"\n{float(fact.figure.value)} {fact.figure.unit}"), start)
    for quotation in fact.quote:
        for run in _runs(quotation):
            yield crc32(_bytes(run), start)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _runs(quotation: str) -> Iterator[str]:
    words = _WORDS.findall(quotation.casefold())
    for start in range(len(words) - _RUN + 1):
        yield " ".join(words[start : start + _RUN])
