"""The index pages: topics, actors, sources, events, statements, figures, corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from factsheets.content.dates import day_text
from factsheets.content.records import Correction
from factsheets.content.types import NOT_STATED
from factsheets.site.views.actor import statements_of as statements_by
from factsheets.site.views.fields import correction_verb, correction_words
from factsheets.site.views.labels import KIND_HEADINGS, kind_line
from factsheets.site.views.memoize import once
from factsheets.site.views.paging import ROWS_A_PAGE, Page, paged
from factsheets.site.views.quantities import Key, quantity
from factsheets.site.views.refs import Ref, actor_ref, event_ref, topic_ref
from factsheets.site.views.site import Site, updated
from factsheets.site.views.sources import SourceLine, source_line
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import STRIP_WIDTH, occasions, strip
from factsheets.site.views.topic import statements_of
from factsheets.site.views.words import count, listed

_MOST_SPEAKERS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list: its name, a line about it, its numbers; `group` heads its part."""

    ref: Ref
    line: str
    numbers: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one quantity side by side, or those of a unit that nothing else gives.

    `counts` is what the quantity counts, with its unit; empty for the others of a unit.
    """

    unit: str
    counts: str
    statements: tuple[StatementView, ...]

    @property
    def heading(self) -> str:
        """`Countries, committed to a role`, `Countries`, `Figure refused`."""
        text = self.counts or self.unit
        if text:
            return text[0].upper() + text[1:]
        refused = all(view.figure and not view.figure.given for view in self.statements)
        return "Figure refused" if refused else "Other figures"


def topic_rows(site: Site) -> tuple[Page[Row], ...]:
    """All topics by name."""
    rows = [_topic_row(site, key) for key in site.dataset.topics]
    rows.sort(key=lambda row: (row.ref.name.casefold(), row.ref.id))
    return paged(rows, ROWS_A_PAGE, "topics/")


@once
def _topic_row(site: Site, topic_id: str) -> Row:
    """A topic with who speaks on it, by how many publishers, until when."""
    views, articles = statements_of(site, topic_id), site.dataset.articles
    cited = set(chain.from_iterable([view.behind.articles for view in views]))
    publishers = {articles[name].publisher for name in cited}
    numbers = [_by_whom(views), count(len(publishers), "publisher")]
    if last := updated(site, site.index.by_topic.get(topic_id, ())):
        numbers.append(f"updated {day_text(last)}")
    summary = site.dataset.topics[topic_id].summary
    return Row(topic_ref(site.dataset, topic_id), summary, " · ".join(numbers))


def _by_whom(views: Sequence[StatementView]) -> str:
    """`10 statements by Macron and Lavrov`: who spoke most comes first, the rest are counted."""
    said = Counter([view.who.short for view in views])
    named = [name for name, _ in said.most_common(_MOST_SPEAKERS)]
    if len(said) > _MOST_SPEAKERS:
        named.append(count(len(said) - _MOST_SPEAKERS, "other"))
    statements = count(len(views), "statement")
    return f"{statements} by {listed(named)}" if named else statements


def actor_rows(site: Site) -> tuple[Page[Row], ...]:
    """All actors by kind, then by name."""
    kinds = list(KIND_HEADINGS)
    rows = [_actor_row(site, key) for key in site.dataset.actors]
    order = {KIND_HEADINGS[kind]: number for number, kind in enumerate(kinds)}
    rows.sort(key=lambda row: (order[row.group], row.ref.name.casefold(), row.ref.id))
    return paged(rows, ROWS_A_PAGE, "actors/")


@once
def _actor_row(site: Site, actor_id: str) -> Row:
    dataset = site.dataset
    heading = KIND_HEADINGS[dataset.actors[actor_id].kind]
    numbers = _actor_numbers(site, actor_id)
    return Row(actor_ref(dataset, actor_id), kind_line(dataset, actor_id), numbers, heading)


def _actor_numbers(site: Site, actor_id: str) -> str:
    """The numbers that the actor's page gives."""
    said, by_officials, by_groups, about = map(len, statements_by(site, actor_id))
    articles = len(site.published.get(actor_id, ()))
    numbers = [
        count(said, "statement") if said else "",
        f"{count(by_officials, 'statement')} by its officials" if by_officials else "",
        f"{count(by_groups, 'statement')} of groups" if by_groups else "",
        count(articles, "article") if articles else "",
    ]
    shown = list(filter(None, numbers)) or ["no statement recorded here"]
    return " · ".join((*shown, f"spoken about in {about}") if about else shown)


def source_rows(site: Site) -> tuple[Page[SourceLine], ...]:
    """All sources by publisher, newest first."""
    lines = [
        source_line(site, key, len(site.index.by_article.get(key, ())))
        for key in site.dataset.articles
    ]
    articles = site.dataset.articles
    lines.sort(
        key=lambda line: (
            line.publisher.name.casefold(),
            -articles[line.ref.id].published.toordinal(),
            line.ref.id,
        )
    )
    return paged(lines, ROWS_A_PAGE, "sources/")


def event_rows(site: Site) -> tuple[Page[Row], ...]:
    """All events: those without a day first, then newest first."""
    events = site.dataset.events
    ordered = sorted(events, key=lambda key: (_order(site, key), events[key].name.casefold()))
    rows = [
        Row(
            event_ref(site.dataset, key),
            " · ".join(filter(None, (events[key].kind, _date(site, key), _place(site, key)))),
            count(len(site.index.by_event.get(key, ())), "statement"),
        )
        for key in ordered
    ]
    return paged(rows, ROWS_A_PAGE, "events/")


def _order(site: Site, event_id: str) -> tuple[bool, list[int]]:
    date = site.dataset.events[event_id].date
    return (date.dated, [-part for part in date.order]) if date else (False, [])


def _date(site: Site, event_id: str) -> str:
    date = site.dataset.events[event_id].date
    return date.text if date else ""


def _place(site: Site, event_id: str) -> str | None:
    place = site.dataset.events[event_id].place
    return None if place == NOT_STATED else place


def statement_rows(site: Site) -> tuple[Page[StatementView], ...]:
    """All current statements: those without a day first, then newest first."""
    return paged(site.views(site.index.listed), ROWS_A_PAGE, "facts/")


def figure_groups(site: Site) -> tuple[Page[FigureGroup], ...]:
    """All figures by unit: first the quantities that several statements give, then the others."""
    by_unit: dict[str, dict[Key, list[StatementView]]] = {}
    for view in site.views(site.index.listed):
        if view.figure and view.status == "current":
            key = quantity(view)
            by_unit.setdefault(key[0], {}).setdefault(key, []).append(view)
    ordered = sorted(by_unit, key=lambda unit: (not unit, unit))
    groups = [group for unit in ordered for group in _of_unit(by_unit[unit])]
    return _pages_of_groups(groups)


def _of_unit(quantities: Mapping[Key, list[StatementView]]) -> Iterator[FigureGroup]:
    alone: list[StatementView] = []
    for same in sorted(quantities.values(), key=len, reverse=True):
        first = same[0].figure
        if len(same) > 1 and first:
            yield from _cut(first.raw.unit or "", first.counts, same)
        else:
            alone += same
    if alone and alone[0].figure:
        yield from _cut(alone[0].figure.raw.unit or "", "", alone)


def _cut(unit: str, counts: str, statements: list[StatementView]) -> Iterator[FigureGroup]:
    for start in range(0, len(statements), ROWS_A_PAGE):
        yield FigureGroup(unit, counts, tuple(statements[start : start + ROWS_A_PAGE]))


def _pages_of_groups(groups: list[FigureGroup]) -> tuple[Page[FigureGroup], ...]:
    """Groups stay whole on a page as long as it holds them."""
    pages: list[list[FigureGroup]] = [[]]
    held = 0
    for group in groups:
        if held and held + len(group.statements) > ROWS_A_PAGE:
            pages.append([])
            held = 0
        pages[-1].append(group)
        held += len(group.statements)
    return tuple(
        Page(items, number, len(pages), "figures/") for number, items in enumerate(pages, start=1)
    )


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A change of ours to a published statement."""

    date: str
    iso: str
    statement: StatementView
    correction: Correction

    @property
    def kind(self) -> str:
        """`Corrected` or `Clarified`."""
        return correction_verb(self.correction)

    @property
    def words(self) -> str:
        """What was changed, and why."""
        return correction_words(self.correction)


def correction_lines(site: Site) -> tuple[Page[CorrectionLine], ...]:
    """All corrections, newest first."""
    lines = [
        CorrectionLine(day_text(each.date), each.date.isoformat(), view, each)
        for view in site.statements.values()
        for each in view.corrections
    ]
    lines.sort(key=lambda line: (line.iso, line.statement.id), reverse=True)
    return paged(lines, ROWS_A_PAGE, "corrections/")


def withdrawn(site: Site) -> tuple[StatementView, ...]:
    """Statements that were taken back; they keep their pages."""
    return tuple(view for view in site.statements.values() if view.status == "withdrawn")


# The lists of the whole site: each at its address, cut into pages.


@dataclass(frozen=True, slots=True)
class List:
    """The pages of a list, and what stands on each of them beside its rows."""

    pages: tuple[Page[Any], ...]
    more: Mapping[str, Any] = field(default_factory=dict)


def _timeline(site: Site) -> List:
    """All occasions on which something was said, oldest first; drawn while they fit one page."""
    items = occasions(site.views(site.index.listed))
    drawn = strip(items) if len(items) <= ROWS_A_PAGE else ()
    return List(paged(items, ROWS_A_PAGE, "timeline/"), {"strip": drawn, "width": STRIP_WIDTH})


_LISTS: Mapping[str, Callable[[Site], List]] = {
    "topics/": lambda site: List(topic_rows(site)),
    "actors/": lambda site: List(actor_rows(site)),
    "sources/": lambda site: List(source_rows(site)),
    "events/": lambda site: List(event_rows(site)),
    "facts/": lambda site: List(statement_rows(site)),
    "figures/": lambda site: List(figure_groups(site)),
    "timeline/": _timeline,
    "corrections/": lambda site: List(correction_lines(site), {"withdrawn": withdrawn(site)}),
}


def title(base: str, number: int) -> str:
    """The title of a list's page: `Statements`, then `Statements, page 2`."""
    name = "Statements" if base == "facts/" else base[:-1].capitalize()
    return name if number == 1 else f"{name}, page {number}"


def lists(site: Site) -> Mapping[str, List]:
    """Every list of the site by the address of its first page, in a fixed order."""
    return {base: listed(site) for base, listed in _LISTS.items()}
