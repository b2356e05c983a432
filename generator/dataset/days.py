"""The days of an article that can only lie behind us."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.dataset.model import Path
from generator.schema import Article, Fact


def days_behind(article: Article) -> Iterator[tuple[Path, datetime.date]]:
    """The days of publishing, reviewing and correcting, each with its place in the file."""
    yield ("published",), article.published
    for number, fact in enumerate(article.facts):
        yield from ((("facts", number, *path), day) for path, day in _of_fact(fact))


def _of_fact(fact: Fact) -> Iterator[tuple[Path, datetime.date]]:
    if fact.reviewed:
        yield ("reviewed", "date"), fact.reviewed.date
    if fact.date:
        yield ("date",), fact.date
    for number, correction in enumerate(fact.corrections):
        yield ("corrections", number, "date"), correction.date
