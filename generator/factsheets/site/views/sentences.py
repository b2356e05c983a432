"""Sentences of ours with the statements that they rest on: briefs, and where accounts differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factsheets.content.dates import Moment
from factsheets.site.views.quantities import differing
from factsheets.site.views.site import Site
from factsheets.site.views.statement import Mark, StatementView
from factsheets.site.views.words import listed

_MOST_IN_BRIEF = 5
_MOST_SIDES = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the statements behind it; `heading` is empty where it has none."""

    heading: str
    text: str
    statements: tuple[StatementView, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Who contests what it rests on, or brought it up to date, but for what it names itself."""
        named = {view.path for view in self.statements}
        found = dict.fromkeys(mark for view in self.statements for mark in view.marks)
        return tuple(mark for mark in found if mark.path not in named)

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


def contested(site: Site, ids: Iterable[str]) -> tuple[Sentence, ...]:
    """What a speaker contests, by the source's words, among these statements: both sides.

    Withdrawn statements are left out.
    """
    found: dict[str, Sentence] = {}
    for view in site.views(ids):
        for one in (view, *site.views(view.disputes)):
            against = _standing(site, one.disputed_by)
            if one.status != "withdrawn" and against and one.id not in found:
                both = (one, *against)
                sides = " ".join(f"{_full(each)}." for each in both)
                found[one.id] = Sentence(f"{one.contested}.", sides, both)
    return tuple(found.values())


def _full(view: StatementView) -> str:
    """`Archer: the bridge will open in June (said 2 May 2025, stated)`."""
    condition = f", {view.condition}" if view.condition else ""
    return f"{view.heading}{condition} ({view.when.said})"


def differing_figures(views: Iterable[StatementView]) -> tuple[Sentence, ...]:
    """The same quantity with differing numbers: each with its speaker, condition and day."""
    return tuple(
        Sentence(
            f"Different figures: {each.counts}.",
            _sides(each.statements),
            each.statements[:_MOST_SIDES],
        )
        for each in differing(views)
    )


def _sides(statements: tuple[StatementView, ...]) -> str:
    shown = statements[:_MOST_SIDES]
    sides = [_told(said) for said in _occasions(shown)]
    more = len(statements) - len(shown)
    if more > 0:
        sides.append(f"{more:,} more stand among the figures.")
    return " ".join(sides)


def _occasions(statements: Iterable[StatementView]) -> list[list[StatementView]]:
    """The statements by speaker and occasion: reports that may be of one statement together."""
    groups: list[list[StatementView]] = []
    for view in statements:
        same = (group for group in groups if all(_may_be_one(view, each) for each in group))
        group = next(same, None)
        if group is None:
            groups.append([view])
        else:
            group.append(view)
    return groups


def _may_be_one(view: StatementView, other: StatementView) -> bool:
    """Whether two reports may be of what one speaker said on one occasion.

    Where a day is not given, nothing shows that the occasions differ.
    """
    if view.who.id != other.who.id or view.id in other.updates or other.id in view.updates:
        return False
    if view.event and other.event and view.event.id == other.event.id:
        return True
    return _starts_by_the_end_of(view.said, other.said) and _starts_by_the_end_of(
        other.said, view.said
    )


def _starts_by_the_end_of(moment: Moment | None, other: Moment | None) -> bool:
    return (
        moment is None
        or other is None
        or moment.first is None
        or other.last is None
        or moment.first <= other.last
    )


def _told(reports: list[StatementView]) -> str:
    """A speaker's figure as a sentence: `Macron said 26 (4 Sep 2025, stated)`.

    Where publishers give different numbers for what a speaker said on one occasion, the numbers
    are theirs: `What Macron said (4 Sep 2025), by publisher. TASS: 26. Example Radio: 30.`
    """
    first = reports[0]
    by_amount: dict[str, list[str]] = {}
    for view in reports:
        publishers = by_amount.setdefault(_amount(view), [])
        publishers += [each.publisher.short for each in view.evidence]
    names = {name for publishers in by_amount.values() for name in publishers}
    if len(by_amount) == 1 or len(names) == 1:
        said = " and ".join(by_amount)
        marks = [each.text for each in first.marks] if len(reports) == 1 else []
        return f"{first.who.short} said {said} ({'; '.join([first.when.line, *marks])})."
    numbers = " ".join(
        f"{listed(list(dict.fromkeys(publishers)))}: {amount}."
        for amount, publishers in by_amount.items()
    )
    return f"What {first.who.short} said ({first.when.line}), by publisher. {numbers}"


def _amount(view: StatementView) -> str:
    """`26, once there is a ceasefire`."""
    if view.figure is None:
        return ""
    condition = f", {view.figure.condition}" if view.figure.condition else ""
    return f"{view.figure.text}{condition}"


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
    """What is contested of these statements, then differences of any topic that concern one."""
    return (*contested(site, sorted(own)), *_resting_on(site, own, differences))


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
