"""Sentences of ours with the statements that they rest on: briefs, and where accounts differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factsheets.content.dates import Moment
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext, semicolon_list
from factsheets.site.views.amounts import with_condition
from factsheets.site.views.card import Mark
from factsheets.site.views.figures import differing
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence

_MOST_IN_BRIEF = 5
_MOST_SIDES = 4
_MOST_DIFFERENCES = 12
_MOST_QUANTITIES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the statements that it rests on; `heading` may be empty."""

    heading: str
    text: str
    statements: tuple[StatementView, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of its statements, except those that lead to one of these statements."""
        named = {view.path for view in self.statements}
        found = dict.fromkeys(mark for view in self.statements for mark in view.marks)
        return tuple(mark for mark in found if mark.path not in named)

    @property
    def references(self) -> Iterator[tuple[StatementView, str]]:
        """The statements, each with its source, which is not repeated if it is the same."""
        before = ""
        for view in self.statements:
            source = view.evidence[0].source.id
            yield view, (source == before and view.locators) or view.reference
            before = source

    @property
    def rests(self) -> str:
        """Which of its statements are due for review; empty if none is."""
        due = [view.due for view in self.statements if view.due]
        if not due:
            return ""
        return ngettext(
            "Based on a statement not reviewed since %(days)s.",
            "Based on %(num)s statements not reviewed since %(days)s.",
            len(due),
            days=list_text(list(dict.fromkeys(due))),
        )


def brief(site: Site, topic_id: str) -> tuple[Sentence, ...]:
    """What a topic's record says in brief."""
    topic = site.dataset.topics[topic_id]
    found = [Sentence("", each.text, _standing(site, each.facts)) for each in topic.brief]
    # A sentence of which everything was withdrawn rests on nothing.
    return tuple(each for each in found if each.statements)


def differences(site: Site, topic_id: str) -> tuple[Sentence, ...]:
    """Where accounts differ, by a topic's record."""
    topic = site.dataset.topics[topic_id]
    found = [
        Sentence(each.question, each.note, _standing(site, each.facts))
        for each in topic.differences
    ]
    return tuple(each for each in found if each.statements)


def _standing(site: Site, ids: Iterable[str]) -> tuple[StatementView, ...]:
    return tuple(view for view in site.views(ids) if view.status != "withdrawn")


def contested(site: Site, ids: Iterable[str]) -> tuple[Sentence, ...]:
    """What a speaker contests, by the source's words, among these statements: both sides.

    Withdrawn statements are left out.
    """
    found: dict[str, Sentence] = {}
    for view in site.views(ids):
        for one in (view, *site.views(view.fact.disputes)):
            against = _standing(site, one.disputed_by)
            if one.status != "withdrawn" and against and one.id not in found:
                both = (one, *against)
                text = " ".join(_full(each) for each in both)
                found[one.id] = Sentence(sentence(one.contested), text, both)
    return tuple(found.values())


def _full(view: StatementView) -> str:
    """`Archer: the bridge will open in June (said 2 May 2025, stated).`."""
    return _("%(statement)s (%(when)s).", statement=view.heading, when=view.when.said)


def differing_figures(views: Iterable[StatementView]) -> tuple[Sentence, ...]:
    """The same quantity with differing numbers: each with its speaker, condition and day."""
    return tuple(
        Sentence(
            _("Different figures: %(quantity)s.", quantity=each.counts),
            _all_figures(each.statements),
            each.statements[:_MOST_SIDES],
        )
        for each in differing(views)
    )


def first_differences(
    recorded: Sequence[Sentence], figures: Sequence[Sentence] = ()
) -> tuple[tuple[Sentence, ...], str]:
    """As many as a page shows, and a text about the others; empty where there are none."""
    shown = (*recorded[:_MOST_DIFFERENCES], *figures[:_MOST_QUANTITIES])
    more = len(recorded) + len(figures) - len(shown)
    if not more:
        return shown, ""
    text = ngettext(
        "%(num)s more is shown with its statements or among the figures.",
        "%(num)s more are shown with their statements or among the figures.",
        more,
    )
    return shown, text


def _all_figures(statements: Sequence[StatementView]) -> str:
    shown, more = statements[:_MOST_SIDES], len(statements) - _MOST_SIDES
    found = [_figures(reports) for reports in _occasions(shown)]
    if more > 0:
        found.append(
            ngettext(
                "%(num)s more is among the figures.",
                "%(num)s more are among the figures.",
                more,
            )
        )
    return " ".join(found)


def _occasions(statements: Iterable[StatementView]) -> list[list[StatementView]]:
    """The statements by speaker and occasion: reports that may be of one statement together."""
    groups: list[list[StatementView]] = []
    for view in statements:
        for group in groups:
            if all(_may_be_one(view, each) for each in group):
                group.append(view)
                break
        else:
            groups.append([view])
    return groups


def _may_be_one(view: StatementView, other: StatementView) -> bool:
    """Whether two reports may be of what one speaker said on one occasion.

    Where a day is not given, nothing shows that the occasions differ.
    """
    if (
        view.who.id != other.who.id
        or view.id in other.fact.updates
        or other.id in view.fact.updates
    ):
        return False
    if view.event and other.event and view.event.id == other.event.id:
        return True
    return _can_begin_before(view.said, other.said) and _can_begin_before(other.said, view.said)


def _can_begin_before(moment: Moment | None, other: Moment | None) -> bool:
    """Whether a date can be as early as another's last day."""
    first = moment.first if moment else None
    last = other.last if other else None
    return first is None or last is None or first <= last


def _figures(reports: list[StatementView]) -> str:
    """A speaker's figure as a sentence: `Macron said 26 (4 Sep 2025, stated)`.

    Where publishers give different numbers for what a speaker said on one occasion, the numbers
    are theirs: `What Macron said (4 Sep 2025), by publisher. TASS: 26. Example Radio: 30.`
    """
    first = reports[0]
    publishers_of: dict[str, dict[str, None]] = {}
    for view in reports:
        figure = with_condition(view.figure.text, view.figure.condition) if view.figure else ""
        names = publishers_of.setdefault(figure, {})
        names |= dict.fromkeys(each.publisher.short for each in view.evidence)
    all_names = {name for names in publishers_of.values() for name in names}
    if len(publishers_of) == 1 or len(all_names) == 1:
        marks = [each.text for each in first.marks] if len(reports) == 1 else []
        return _(
            "%(name)s said %(figures)s (%(when)s).",
            name=first.who.label,
            figures=list_text(list(publishers_of)),
            when=semicolon_list([first.when.line, *marks]),
        )
    lead = _(
        "What %(name)s said (%(when)s), by publisher.",
        name=first.who.short,
        when=first.when.line,
    )
    numbers = [
        _("%(publishers)s: %(figure)s.", publishers=list_text(list(names)), figure=figure)
        for figure, names in publishers_of.items()
    ]
    return " ".join((lead, *numbers))


def brief_on(
    site: Site, own: AbstractSet[str], first: AbstractSet[str] = frozenset()
) -> tuple[Sentence, ...]:
    """Sentences of any topic's brief that rest on these statements, each with a new one.

    Those that rest on the `first` statements come before the others.
    """
    covered: set[str] = set()
    found = []
    for each in _resting_on(site, own, brief):
        rests_on = {view.id for view in each.statements if view.id in own}
        if not rests_on <= covered:
            covered |= rests_on
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
    for topic_id in sorted(numbers, key=lambda key: (-numbers[key], key)):
        for each in sentences(site, topic_id):
            if any(view.id in own for view in each.statements):
                yield each
