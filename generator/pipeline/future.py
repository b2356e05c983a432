"""Dates that have not come yet, where only a past one can be true."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from generator.dataset import Locate
from generator.dataset.model import Path, file_of
from generator.problem import Problem
from generator.schema import Article, Fact
from generator.schema.dates import day_text

# Somewhere the next day has begun already.
_ELSEWHERE = datetime.timedelta(days=1)


def in_the_future(
    articles: Mapping[str, Article], today: datetime.date, locate: Locate
) -> Iterator[Problem]:
    """The days of publishing, reviewing and correcting that lie ahead of `today`."""
    last = today + _ELSEWHERE
    for article_id, article in articles.items():
        for path, day in _days(article):
            if day > last:
                yield Problem(
                    "in-the-future",
                    f"{day_text(day)} has not come yet.",
                    locate(file_of("article", article_id), path),
                    f"Is the year right? Write a day up to today, {day_text(today)}.",
                    "warning",  # The clock of this machine may be the one that is wrong.
                )


def _days(article: Article) -> Iterator[tuple[Path, datetime.date]]:
    yield ("published",), article.published
    for number, fact in enumerate(article.facts):
        yield from ((("facts", number, *path), day) for path, day in _days_of_fact(fact))


def _days_of_fact(fact: Fact) -> Iterator[tuple[Path, datetime.date]]:
    if fact.reviewed:
        yield ("reviewed",), fact.reviewed
    if fact.date:
        yield ("date",), fact.date
    for number, correction in enumerate(fact.corrections):
        yield ("corrections", number, "date"), correction.date
