"""When statements were last looked at, and which are due to be looked at again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheets.dataset.model import Dataset, Statement, file_of
from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext, number_text, semicolon_list
from factsheets.site.views.dates import day_text
from factsheets.site.views.texts import sentence


@dataclass(frozen=True, slots=True)
class Stale:
    """A statement, or a sentence that names it, to be looked at: since when, where, and why."""

    since: str
    fact_id: str
    file: str
    line: int
    why: str


def stale(dataset: Dataset, today: datetime.date, limit: int) -> tuple[Stale, ...]:
    """Sentences of ours that lost their ground, then current statements that are due.

    A topic's sentence is due for review when a statement that it names was withdrawn or
    superseded. Those that have waited longest come first.
    """
    due = [
        Stale(
            _waiting_since(each).isoformat(),
            key,
            file_of("article", each.article_id),
            each.line,
            "last reviewed" if each.fact.reviewed else "never reviewed since the article came out",
        )
        for key, each in dataset.statements.items()
        if each.fact.status == "current" and _is_due(each, today, limit)
    ]
    due.sort(key=lambda each: (each.since, each.fact_id))
    return (*sorted(_without_ground(dataset), key=lambda each: each.since), *due)


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


def _last_looked_at(statement: Statement) -> datetime.date | None:
    """The day of the last review or correction of a statement, None if there was none."""
    fact = statement.fact
    days = [correction.date for correction in fact.corrections]
    if fact.reviewed:
        days.append(fact.reviewed.date)
    return max(days, default=None)


def _waiting_since(statement: Statement) -> datetime.date:
    """The day from which its next review is counted: that of the last one, or publication."""
    return _last_looked_at(statement) or statement.article.published


def _is_due(statement: Statement, today: datetime.date, limit: int) -> bool:
    """Whether it has waited for a review for more than `limit` days."""
    return (today - _waiting_since(statement)).days > limit


def due_text(statement: Statement, today: datetime.date, limit: int) -> str:
    """The day of the last review of a current statement that is due for another; else empty.

    Also empty for a statement that was never reviewed.
    """
    last = _last_looked_at(statement)
    is_current = statement.fact.status == "current"
    return day_text(last) if last and is_current and _is_due(statement, today, limit) else ""


def review_text(statements: int, reviewed: Sequence[str], due: int, limit: int) -> str:
    """Of so many statements: how many were reviewed, when last, and how many are due again.

    `reviewed` are the days as YYYY-MM-DD; with none of them the text is empty.
    """
    if not reviewed:
        return ""
    last = day_text(datetime.date.fromisoformat(max(reviewed)))
    if len(reviewed) == statements:
        lead = _("Last reviewed %(day)s", day=last)
    else:
        lead = ngettext(
            "%(num)s of %(all)s was reviewed, last %(day)s",
            "%(num)s of %(all)s were reviewed, last %(day)s",
            len(reviewed),
            all=number_text(statements),
            day=last,
        )
    again = ngettext(
        "%(num)s statement not reviewed for more than %(days)s days",
        "%(num)s statements not reviewed for more than %(days)s days",
        due,
        days=limit,
    )
    return sentence(semicolon_list([lead, again if due else ""]))
