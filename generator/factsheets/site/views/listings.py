"""The index pages: topics, actors, sources, events, statements, figures, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.article import Correction
from factsheets.content.kinds import KINDS
from factsheets.site.headings import slug, unique
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref
from factsheets.site.views.corrections import correction_kind, correction_text
from factsheets.site.views.dates import day_text
from factsheets.site.views.figures import Key, quantity
from factsheets.site.views.groups import Group, by_year
from factsheets.site.views.paging import (
    IndexRow,
    Page,
    Place,
    all_of,
    index_row,
    is_long,
    paged,
    places,
    speakers_of,
)
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized, sentence
from factsheets.site.views.timeline import MOST_STATEMENTS, STRIP_WIDTH, occasions, strip


def figure_groups(site: Site) -> Iterator[Group[StatementView]]:
    """All figures by unit: first the quantities that several statements give, then the others."""
    by_unit: dict[str, dict[Key, list[StatementView]]] = {}
    for view in site.views(site.index.listed):
        if view.figure and view.status == "current":
            key = quantity(view)
            by_unit.setdefault(key[0], {}).setdefault(key, []).append(view)
    taken: set[str] = set()
    for unit in sorted(by_unit, key=lambda unit: (not unit, unit)):
        for counted, views in _of_unit(by_unit[unit]):
            heading = _figures_heading(counted, views)
            yield Group(unique(slug(heading), taken), heading, views)


def _of_unit(
    quantities: Mapping[Key, list[StatementView]],
) -> Iterator[tuple[str, list[StatementView]]]:
    """What figures of one unit count and who gives them; the others last, under the unit."""
    others: list[StatementView] = []
    for same in sorted(quantities.values(), key=len, reverse=True):
        if len(same) > 1 and same[0].figure:
            yield same[0].figure.counts or same[0].figure.raw.unit or "", same
        else:
            others += same
    if others and others[0].figure:
        yield others[0].figure.raw.unit or "", others


def _figures_heading(counted: str, views: Sequence[StatementView]) -> str:
    """`Countries, committed to a role`, `Countries`, `Figure refused`."""
    if counted:
        return capitalized(counted)
    refused = all(view.figure and not view.figure.given for view in views)
    return _("Figure refused") if refused else _("Other figures")


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

    @property
    def reason(self) -> str:
        """Why, as a sentence."""
        return sentence(self.correction.reason)


def correction_lines(site: Site) -> list[CorrectionLine]:
    """All corrections, newest first."""
    lines = [
        CorrectionLine(day_text(each.date), each.date.isoformat(), view, each)
        for view in site.statements.values()
        for each in view.corrections
    ]
    lines.sort(key=lambda line: (line.iso, line.statement.id), reverse=True)
    return lines


@dataclass(frozen=True, slots=True)
class List:
    """The pages of a list, its title, template and index, and further values for its template."""

    pages: tuple[Page[Any], ...]
    title: str
    template: str
    index: tuple[IndexRow, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def lists(site: Site) -> Iterator[List]:
    """Every list of the site: of each kind of record, then of statements in several orders."""
    for name, each in RECORD_PAGES.items():
        kind = KINDS[name]
        pages = paged(each.groups(site), f"{kind.pages}/")
        rest = all_of("actors")  # a publisher's page has its sources
        index = _index(pages, _("Publishers") if name == "article" else _("Kinds"), rest)
        yield List(pages, deferred(kind.title), each.list_template, index)
    # Those without a day come first, then the newest.
    listed = site.views(site.index.listed)
    pages = paged(by_year(listed, lambda view: view.when), "facts/")
    speakers = [Place(ref.short, number, ref.path) for ref, number in speakers_of(listed)]
    index = (*_index(pages, _("Years")), *index_row(_("Speakers"), speakers, all_of("actors")))
    yield List(pages, _("Statements"), "facts", index if is_long(pages) else ())
    pages = paged(figure_groups(site), "figures/")
    search = Ref("", _("Search"), _("Search"), "search/")
    yield List(pages, _("Figures"), "figures", _index(pages, _("What they count"), search))
    yield _timeline(listed)
    yield List(paged(_changes(site), "corrections/"), _("Corrections"), "corrections")


def _index(
    pages: tuple[Page[Any], ...], label: str, rest: Ref | None = None
) -> tuple[IndexRow, ...]:
    """Where each group of a long list begins."""
    found = next(iter(places(pages).values()), [])
    return tuple(index_row(label, found, rest)) if is_long(pages) else ()


def _changes(site: Site) -> Iterator[Group[Any]]:
    """Corrections, then statements that were taken back, which keep their pages."""
    if lines := correction_lines(site):
        yield Group("corrected", _("Corrections and clarifications"), lines)
    if withdrawn := [view for view in site.statements.values() if view.status == "withdrawn"]:
        yield Group("withdrawn", _("Withdrawn statements"), withdrawn)


def _timeline(listed: Iterable[StatementView]) -> List:
    """All occasions on which something was said, oldest first; drawn while they are few."""
    items = occasions(listed)
    drawn = strip(items) if len(items) <= MOST_STATEMENTS else ()
    pages = paged(by_year(items, lambda item: item.statements[0].when), "timeline/")
    more = {"strip": drawn, "width": STRIP_WIDTH}
    return List(pages, _("Timeline"), "timeline", _index(pages, _("Years")), more)


def page_title(name: str, number: int) -> str:
    """The title of a page of a list or a record; the first has the name alone."""
    return name if number == 1 else _("%(title)s, page %(number)s", title=name, number=number)
