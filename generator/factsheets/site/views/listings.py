"""The index pages: topics, actors, sources, events, statements, figures, corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.records import Correction, Event
from factsheets.content.types import NOT_STATED
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext
from factsheets.site.views import actor, topic
from factsheets.site.views.addresses import Ref, actor_ref, event_ref, topic_ref
from factsheets.site.views.corrections import correction_kind, correction_text
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.figures import Key, quantity
from factsheets.site.views.labels import ACTOR_KINDS, kind_heading, kind_line
from factsheets.site.views.paging import ROWS_A_PAGE, Page, paged
from factsheets.site.views.site import Site
from factsheets.site.views.sources import SourceLine, source_line
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized, statement_count
from factsheets.site.views.timeline import STRIP_WIDTH, occasions, strip

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
        if text := self.counts or self.unit:
            return capitalized(text)
        refused = all(view.figure and not view.figure.given for view in self.statements)
        return _("Figure refused") if refused else _("Other figures")


def topic_rows(site: Site) -> tuple[Page[Row], ...]:
    """All topics by name."""
    rows = [_topic_row(site, key) for key in site.dataset.topics]
    rows.sort(key=lambda row: (row.ref.name.casefold(), row.ref.id))
    return paged(rows, ROWS_A_PAGE, "topics/")


def _topic_row(site: Site, topic_id: str) -> Row:
    """A topic with who speaks on it, by how many publishers, until when."""
    views, articles = topic.statements_of(site, topic_id), site.dataset.articles
    publishers = {articles[name].publisher for view in views for name in view.support.articles}
    numbers = [
        _by_whom(views),
        ngettext("%(num)s publisher", "%(num)s publishers", len(publishers)),
    ]
    if views:
        last = max(site.changed[view.id] for view in views)
        numbers.append(_("updated %(day)s", day=day_text(last)))
    summary = site.dataset.topics[topic_id].summary
    return Row(topic_ref(site.dataset, topic_id), summary, " · ".join(numbers))


def _by_whom(views: Sequence[StatementView]) -> str:
    """`10 statements by Macron and Lavrov`: who spoke most comes first, the rest are counted."""
    said = Counter(view.who.short for view in views)
    names = [name for name, _number in said.most_common(_MOST_SPEAKERS)]
    if not names:
        return statement_count(0)
    if len(said) > _MOST_SPEAKERS:
        names.append(ngettext("%(num)s other", "%(num)s others", len(said) - _MOST_SPEAKERS))
    return ngettext(
        "%(num)s statement by %(names)s",
        "%(num)s statements by %(names)s",
        len(views),
        names=list_text(names),
    )


def actor_rows(site: Site) -> tuple[Page[Row], ...]:
    """All actors by kind, then by name."""
    actors = site.dataset.actors
    ordered = sorted(
        actors,
        key=lambda key: (ACTOR_KINDS.index(actors[key].kind), actors[key].name.casefold(), key),
    )
    rows = [
        Row(
            actor_ref(site.dataset, key),
            kind_line(site.dataset, key),
            _actor_numbers(site, key),
            kind_heading(actors[key].kind),
        )
        for key in ordered
    ]
    return paged(rows, ROWS_A_PAGE, "actors/")


def _actor_numbers(site: Site, actor_id: str) -> str:
    """The numbers that the actor's page gives."""
    statements = actor.statements_of(site, actor_id)
    said, officials = len(statements.said), len(statements.by_officials)
    groups, about = len(statements.by_groups), len(statements.about)
    articles = len(site.published.get(actor_id, ()))
    numbers = []
    if said:
        numbers.append(statement_count(said))
    if officials:
        numbers.append(
            ngettext(
                "%(num)s statement by its officials",
                "%(num)s statements by its officials",
                officials,
            )
        )
    if groups:
        numbers.append(
            ngettext("%(num)s statement of groups", "%(num)s statements of groups", groups)
        )
    if articles:
        numbers.append(ngettext("%(num)s article", "%(num)s articles", articles))
    if not numbers:
        numbers.append(_("no statement recorded here"))
    if about:
        numbers.append(ngettext("spoken about in %(num)s", "spoken about in %(num)s", about))
    return " · ".join(numbers)


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
    ordered = sorted(events, key=lambda key: (_order(events[key]), events[key].name.casefold()))
    rows = [
        Row(
            event_ref(site.dataset, key),
            " · ".join(_event_particulars(events[key])),
            statement_count(len(site.index.by_event.get(key, ()))),
        )
        for key in ordered
    ]
    return paged(rows, ROWS_A_PAGE, "events/")


def _order(event: Event) -> tuple[bool, list[int]]:
    date = event.date
    return (date.dated, [-part for part in date.order]) if date else (False, [])


def _event_particulars(event: Event) -> Iterator[str]:
    if event.kind:
        yield event.kind
    if event.date:
        yield moment_text(event.date)
    if event.place and event.place != NOT_STATED:
        yield event.place


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
    others: list[StatementView] = []
    for same in sorted(quantities.values(), key=len, reverse=True):
        first = same[0].figure
        if len(same) > 1 and first:
            yield from _cut(first.raw.unit or "", first.counts, same)
        else:
            others += same
    if others and others[0].figure:
        yield from _cut(others[0].figure.raw.unit or "", "", others)


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
        return correction_kind(self.correction)

    @property
    def words(self) -> str:
        """What was changed, and why."""
        return correction_text(self.correction)


def correction_lines(site: Site) -> tuple[Page[CorrectionLine], ...]:
    """All corrections, newest first."""
    lines = [
        CorrectionLine(day_text(each.date), each.date.isoformat(), view, each)
        for view in site.statements.values()
        for each in view.corrections
    ]
    lines.sort(key=lambda line: (line.iso, line.statement.id), reverse=True)
    return paged(lines, ROWS_A_PAGE, "corrections/")


@dataclass(frozen=True, slots=True)
class List:
    """The pages of a list of the site, and what stands on each of them beside its rows."""

    pages: tuple[Page[Any], ...]
    more: Mapping[str, Any] = field(default_factory=dict)


def lists(site: Site) -> Mapping[str, List]:
    """Every list of the site by the address of its first page, in a fixed order."""
    return {
        "topics/": List(topic_rows(site)),
        "actors/": List(actor_rows(site)),
        "sources/": List(source_rows(site)),
        "events/": List(event_rows(site)),
        "facts/": List(statement_rows(site)),
        "figures/": List(figure_groups(site)),
        "timeline/": _timeline(site),
        "corrections/": List(correction_lines(site), {"withdrawn": _withdrawn(site)}),
    }


def _timeline(site: Site) -> List:
    """All occasions on which something was said, oldest first; drawn while they fit one page."""
    items = occasions(site.views(site.index.listed))
    drawn = strip(items) if len(items) <= ROWS_A_PAGE else ()
    return List(paged(items, ROWS_A_PAGE, "timeline/"), {"strip": drawn, "width": STRIP_WIDTH})


def _withdrawn(site: Site) -> tuple[StatementView, ...]:
    """Statements that were taken back; they keep their pages."""
    return tuple(view for view in site.statements.values() if view.status == "withdrawn")


def list_title(base: str, number: int) -> str:
    """The title of a list's page: `Statements`, then `Statements, page 2`."""
    titles = {
        "topics/": _("Topics"),
        "actors/": _("Actors"),
        "sources/": _("Sources"),
        "events/": _("Events"),
        "facts/": _("Statements"),
        "figures/": _("Figures"),
        "timeline/": _("Timeline"),
        "corrections/": _("Corrections"),
    }
    return page_title(titles[base], number)


def page_title(name: str, number: int) -> str:
    """The title of a page of a list or a record; the first has the name alone."""
    return name if number == 1 else _("%(title)s, page %(number)s", title=name, number=number)
