"""The rule that a list of ids names each thing once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.schema import Actor, Article, Event, Fact, Topic
from generator.schema.records import BriefItem, Difference
from generator.validate.finding import Finding

ID_LISTS: dict[type[Any], tuple[str, ...]] = {
    Actor: ("members", "former_ids"),
    Topic: ("former_ids",),
    BriefItem: ("facts",),
    Difference: ("facts",),
    Event: ("participants", "former_ids"),
    Article: ("independent_of", "former_ids"),
    Fact: (
        "topics",
        "about",
        "disputes",
        "updates",
        "replies_to",
        "answers_fact",
        "supports",
        "former_ids",
    ),
}
"""The fields of each record that are lists of ids."""


def repeats(record: Any) -> Iterator[Finding]:
    """Each id that stands a second time in its list."""
    for name in ID_LISTS[type(record)]:
        ids: tuple[str, ...] = getattr(record, name)
        if len(ids) < 2 or len(set(ids)) == len(ids):
            continue
        seen: set[str] = set()
        for number, one in enumerate(ids):
            if one in seen:
                yield Finding(
                    "duplicate-item",
                    (name, number),
                    f'"{one}" stands in this list already.',
                    "Take one of the two out.",
                )
            seen.add(one)
