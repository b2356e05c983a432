"""Days that contradict each other across files: a statement made after its article came out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Dataset, Locate
from generator.dataset.model import file_of
from generator.problem import Problem


def said_before(dataset: Dataset, locate: Locate) -> Iterator[Problem]:
    """Each statement whose event lies behind the day on which its article was published.

    A day that the fact itself gives is compared where the fact is read.
    """
    for statement in dataset.statements.values():
        fact, published = statement.fact, statement.article.published
        event = dataset.events.get(fact.event or "")
        if fact.said or event is None or event.date is None or event.date.kind != "exactly":
            continue
        first = event.date.first
        if first and first > published:
            yield Problem(
                "said-after-published",
                f"The event was on {event.date.text}, after the article came out ({published}).",
                locate(
                    file_of("article", statement.article_id), ("facts", statement.index, "event")
                ),
                f"Compare both days with the article. The event's stands in "
                f"{file_of('event', str(fact.event))}.",
            )
