"""Days that contradict each other across files: a statement made after its article came out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Known, Locate
from generator.dataset.known import statements
from generator.dataset.model import file_of
from generator.problem import Problem


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
                f"The event was on {event.date.text}, after the article came out ({published}).",
                locate(
                    file_of("article", statement.article_id), ("facts", statement.index, "event")
                ),
                f"Compare both days with the article. The event's stands in "
                f"{file_of('event', str(fact.event))}.",
            )
