"""Dates that have not come yet, where only a past one can be true."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.dataset import Known, Locate
from generator.dataset.days import days_behind
from generator.dataset.model import file_of
from generator.problem import Place, Problem
from generator.schema.dates import day_text

# Somewhere the next day has begun already.
_ELSEWHERE = datetime.timedelta(days=1)


def in_the_future(known: Known, today: datetime.date, locate: Locate) -> Iterator[Problem]:
    """The days of publishing, reviewing and correcting that lie ahead of `today`."""
    last = today + _ELSEWHERE
    for gone in known.sheets.removed:
        if gone.kind != "fact" and gone.date > last:
            kind = next(one for one in known.ties if one == gone.kind)
            yield _ahead(gone.date, locate(file_of(kind, gone.id), ("date",)), today)
    for article_id, each in known.ties["article"].items():
        if each.last <= last.isoformat():
            continue
        for path, day in days_behind(known.sheets.articles[article_id]):
            if day > last:
                yield _ahead(day, locate(file_of("article", article_id), path), today)


def _ahead(day: datetime.date, place: Place, today: datetime.date) -> Problem:
    return Problem(
        "in-the-future",
        f"{day_text(day)} has not come yet.",
        place,
        f"Is the year right? Write a day up to today, {day_text(today)}.",
        "warning",  # The clock of this machine may be the one that is wrong.
    )
