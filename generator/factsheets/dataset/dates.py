"""Dates that contradict each other across files, and dates in the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factsheets.content.article import Article
from factsheets.content.dates import is_after
from factsheets.content.tree import Locate, Path
from factsheets.dataset.known import Known
from factsheets.dataset.model import file_of
from factsheets.problems.problem import Place, Problem

# In some time zones the next day has already begun.
_ELSEWHERE = datetime.timedelta(days=1)


def events_after_publication(known: Known, locate: Locate) -> Iterator[Problem]:
    """Find statements whose event is dated after their article.

    A date in the fact itself is checked when the fact is read.
    """
    for fact_id, statement in known.statements.items():
        fact, published = statement.fact, statement.article.published
        event = known.sheets.events.get(fact.event or "")
        date = event.date if event and not fact.said else None
        if date and date.kind == "exactly" and is_after(date, published):
            yield Problem(
                "said-after-published",
                f"The event is dated {date.written}, after its article "
                f"({published.moment.written}).",
                locate(*known.where(fact_id, "event")),
                "Compare both dates with the article. The event's date is in "
                f"{file_of('event', str(fact.event))}.",
            )


def future_days(known: Known, today: datetime.date, locate: Locate) -> Iterator[Problem]:
    """Find dates of publication and of our own work that are after `today`."""
    last = today + _ELSEWHERE
    for gone in known.sheets.removed:
        if gone.kind != "fact" and gone.date > last:
            yield _ahead(gone.date, locate(file_of(gone.kind, gone.id), ("date",)), today)
    for article_id, article in known.records["article"].items():
        for path, day in _past_days(article):
            if day > last:
                yield _ahead(day, locate(file_of("article", article_id), path), today)


def _past_days(article: Article) -> Iterator[tuple[Path, datetime.date]]:
    """The dates that must not be in the future, with their places in the file."""
    yield ("published",), article.published
    if article.updated:
        yield ("updated",), article.updated
    for number, notice in enumerate(article.notices):
        yield ("notices", number, "date"), notice.date
    for number, fact in enumerate(article.facts):
        if fact.reviewed:
            yield ("facts", number, "reviewed", "date"), fact.reviewed.date
        if fact.translated:
            yield ("facts", number, "translated"), fact.translated
        if fact.date:
            yield ("facts", number, "date"), fact.date
        for at, correction in enumerate(fact.corrections):
            yield ("facts", number, "corrections", at, "date"), correction.date


def _ahead(day: datetime.date, place: Place, today: datetime.date) -> Problem:
    return Problem(
        "in-the-future",
        f"{day} is in the future.",
        place,
        f"Is the year right? The latest possible date is today, {today}.",
        "warning",  # This machine's clock may be wrong.
    )
