"""Days that contradict each other across files: a statement made after its article came out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factsheets.dataset.known import Known, days_behind, statements
from factsheets.dataset.model import Locate, file_of
from factsheets.problems.problem import Place, Problem


def said_before(known: Known, locate: Locate) -> Iterator[Problem]:
    """Each statement whose event lies behind the day on which its article was published.

    A day that the fact itself gives is compared where the fact is read.
    """
    first_day = {key: each.first for key, each in known.ties["event"].items() if each.first}
    some = [
        article_id
        for article_id, each in known.ties["article"].items()
        if any(first_day.get(event, "") > each.published for event in each.undated)
    ]
    for statement in statements(known, some).values():
        fact, published = statement.fact, statement.article.published
        if fact.said or first_day.get(fact.event or "", "") <= published.isoformat():
            continue
        event = known.sheets.events[str(fact.event)]
        if event.date:
            yield Problem(
                "said-after-published",
                f"The event was on {event.date.written}, after the article came out ({published}).",
                locate(
                    file_of("article", statement.article_id), ("facts", statement.index, "event")
                ),
                f"Compare both days with the article. The event's stands in "
                f"{file_of('event', str(fact.event))}.",
            )


# Dates that have not come yet, where only a past one can be true.

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
        f"{day} has not come yet.",
        place,
        f"Is the year right? Write a day up to today, {today}.",
        "warning",  # The clock of this machine may be the one that is wrong.
    )
