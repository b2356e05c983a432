"""Sentences of ours with the statements that they rest on: briefs, and where accounts differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from generator.values import value
from generator.views.ground import Site
from generator.views.quantities import differing
from generator.views.statement import StatementView
from generator.views.words import listed

_MOST_IN_BRIEF = 5
_MOST_SIDES = 6


@value(frozen=True, slots=True)
class Sentence:
    """A sentence with the statements behind it; `heading` is empty where it has none."""

    heading: str
    text: str
    statements: tuple[StatementView, ...]

    @property
    def rests(self) -> str:
        """What is old of what it rests on, in words; empty where all was looked at of late."""
        due = [view for view in self.statements if view.due]
        if not due:
            return ""
        which = "a statement" if len(due) == 1 else f"{len(due)} statements"
        days = listed(list(dict.fromkeys(view.due for view in due)))
        return f"Rests on {which} last looked at {days}."


def brief(site: Site, topic_id: str) -> tuple[Sentence, ...]:
    """What a topic's record says in brief."""
    topic = site.dataset.topics[topic_id]
    found = (Sentence("", item.text, _standing(site, item.facts)) for item in topic.brief)
    # A sentence of which everything was withdrawn rests on nothing.
    return tuple(each for each in found if each.statements)


def differences(site: Site, topic_id: str) -> tuple[Sentence, ...]:
    """Where accounts differ, by a topic's record."""
    topic = site.dataset.topics[topic_id]
    found = (
        Sentence(each.question, each.note, _standing(site, each.facts))
        for each in topic.differences
    )
    return tuple(each for each in found if each.statements)


def _standing(site: Site, ids: Iterable[str]) -> tuple[StatementView, ...]:
    return tuple(view for view in site.views(ids) if view.status != "withdrawn")


def differing_figures(views: Iterable[StatementView]) -> tuple[Sentence, ...]:
    """The same quantity with differing numbers: each with its speaker, condition and day."""
    return tuple(
        Sentence(
            f"Different figures: {each.counts}",
            _sides(each.statements),
            each.statements[:_MOST_SIDES],
        )
        for each in differing(views)
    )


def _sides(statements: tuple[StatementView, ...]) -> str:
    sides = [_figure(view) for view in statements[:_MOST_SIDES]]
    more = len(statements) - len(sides)
    if more > 0:
        sides.append(f"{more:,} more stand among the figures")
    return f"{'; '.join(sides)}."


def _figure(view: StatementView) -> str:
    """`Macron said 26, once there is a ceasefire (4 Sep 2025)`."""
    if view.figure is None:
        return ""
    condition = f", {view.figure.condition}" if view.figure.condition else ""
    return f"{view.who.short} said {view.figure.text}{condition} ({view.said_text})"


def brief_on(
    site: Site, own: AbstractSet[str], first: AbstractSet[str] = frozenset()
) -> tuple[Sentence, ...]:
    """Sentences of any topic's brief that rest on these statements, each telling of a new one.

    Those that rest on the `first` statements come before the others.
    """
    told: set[str] = set()
    found = []
    for each in _resting_on(site, own, brief):
        rests_on = {view.id for view in each.statements if view.id in own}
        if not rests_on <= told:
            told |= rests_on
            found.append(each)
    found.sort(key=lambda each: first.isdisjoint(view.id for view in each.statements))
    return tuple(found[:_MOST_IN_BRIEF])


def differences_on(site: Site, own: AbstractSet[str]) -> tuple[Sentence, ...]:
    """Differences of any topic that concern one of these statements."""
    return tuple(_resting_on(site, own, differences))


def _resting_on(
    site: Site, own: AbstractSet[str], sentences: Callable[[Site, str], tuple[Sentence, ...]]
) -> Iterator[Sentence]:
    """The topics to which most of the statements belong come first."""
    if own.isdisjoint(site.summed_up):
        return
    numbers = Counter(
        topic.id
        for key in own
        for topic in site.statements[key].topics
        if topic.id in site.dataset.topics
    )
    for topic_id, _ in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])):
        for each in sentences(site, topic_id):
            if any(view.id in own for view in each.statements):
                yield each
