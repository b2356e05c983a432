"""What was last looked at when, and what is due to be looked at again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheets.content.dates import day_text
from factsheets.dataset.model import Dataset, Statement, file_of
from factsheets.site.views.words import count


@dataclass(frozen=True, slots=True)
class Stale:
    """A statement, or a sentence that names it, to be looked at: since when, where, and why."""

    since: str
    fact_id: str
    file: str
    line: int
    why: str


def looked_at(statement: Statement) -> datetime.date | None:
    """The last day on which somebody reviewed or corrected a statement, None if nobody did."""
    fact = statement.fact
    days = [correction.date for correction in fact.corrections]
    if fact.reviewed:
        days.append(fact.reviewed.date)
    return max(days, default=None)


def waiting_since(statement: Statement) -> datetime.date:
    """The day on which its next review began to be awaited: the last one, or its publication."""
    return looked_at(statement) or statement.article.published


def is_due(statement: Statement, today: datetime.date, limit: int) -> bool:
    """Whether it has waited for a review for more than `limit` days."""
    return (today - waiting_since(statement)).days > limit


def stale(dataset: Dataset, today: datetime.date, limit: int) -> tuple[Stale, ...]:
    """Sentences of ours that lost their ground, then current statements that are due.

    A topic's sentence is to be looked at again when a statement that it names was withdrawn or
    superseded. Those that have waited longest come first.
    """
    due = [
        (waiting_since(each), key, each)
        for key, each in dataset.statements.items()
        if each.fact.status == "current" and is_due(each, today, limit)
    ]
    waiting = (
        Stale(
            since.isoformat(),
            key,
            file_of("article", each.article_id),
            each.line,
            "last reviewed" if each.fact.reviewed else "never reviewed since the article came out",
        )
        for since, key, each in sorted(due, key=lambda one: one[:2])
    )
    return (*sorted(_without_ground(dataset), key=lambda one: one.since), *waiting)


def _without_ground(dataset: Dataset) -> Iterator[Stale]:
    for topic_id, topic in dataset.topics.items():
        sentences = [("brief", each.text, each.facts) for each in topic.brief]
        sentences += [("differences", each.question, each.facts) for each in topic.differences]
        for field, text, facts in sentences:
            for key in facts:
                statement = dataset.statements.get(key)
                if statement and statement.fact.status != "current":
                    day = statement.fact.date or statement.article.published
                    why = f"{statement.fact.status}; `{field}` names it: {text}"
                    yield Stale(day.isoformat(), key, file_of("topic", topic_id), 1, why)


def due_text(statement: Statement, today: datetime.date, limit: int) -> str:
    """The day on which a current statement that is due was last looked at; else empty.

    Of a statement that nobody looked at since it was recorded nothing is said.
    """
    current = statement.fact.status == "current"
    last = looked_at(statement)
    return day_text(last) if last and current and is_due(statement, today, limit) else ""


def freshness_text(held: int, reviewed: Sequence[str], due: int, limit: int) -> str:
    """Of so many statements: how many were reviewed, when last, and how many are due again.

    `reviewed` are the days as YYYY-MM-DD; with none of them the text is empty.
    """
    if not reviewed:
        return ""
    last = day_text(datetime.date.fromisoformat(max(reviewed)))
    if len(reviewed) == held:
        lead = f"Last reviewed {last}"
    else:
        verb = "was" if len(reviewed) == 1 else "were"
        lead = f"{len(reviewed):,} of {held:,} {verb} reviewed, last {last}"
    if not due:
        return f"{lead}."
    return f"{lead}; {count(due, 'statement')} not looked at for over {limit} days."
