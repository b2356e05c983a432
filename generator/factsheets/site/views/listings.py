"""The index pages: topics, actors, sources, events, statements, figures, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.article import Correction
from factsheets.content.kinds import KINDS
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _
from factsheets.site.views.corrections import correction_kind, correction_text
from factsheets.site.views.dates import day_text
from factsheets.site.views.figures import Key, quantity
from factsheets.site.views.paging import ROWS_A_PAGE, Page, paged
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized
from factsheets.site.views.timeline import STRIP_WIDTH, occasions, strip


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
    """The pages of a list, its title and template, and further values for its template."""

    pages: tuple[Page[Any], ...]
    title: str
    template: str
    more: Mapping[str, Any] = field(default_factory=dict)


def lists(site: Site) -> Iterator[List]:
    """Every list of the site: of each kind of record, then of statements in several orders."""
    for name, each in RECORD_PAGES.items():
        kind = KINDS[name]
        pages = paged(each.rows(site), ROWS_A_PAGE, f"{kind.pages}/")
        yield List(pages, deferred(kind.title), each.list_template)
    # Those without a day come first, then the newest.
    listed = site.views(site.index.listed)
    yield List(paged(listed, ROWS_A_PAGE, "facts/"), _("Statements"), "facts")
    yield List(figure_groups(site), _("Figures"), "figures")
    yield _timeline(listed)
    corrections = paged(correction_lines(site), ROWS_A_PAGE, "corrections/")
    # They were taken back, and keep their pages.
    withdrawn = tuple(view for view in site.statements.values() if view.status == "withdrawn")
    yield List(corrections, _("Corrections"), "corrections", {"withdrawn": withdrawn})


def _timeline(listed: Iterable[StatementView]) -> List:
    """All occasions on which something was said, oldest first; drawn while they fit one page."""
    items = occasions(listed)
    drawn = strip(items) if len(items) <= ROWS_A_PAGE else ()
    pages = paged(items, ROWS_A_PAGE, "timeline/")
    return List(pages, _("Timeline"), "timeline", {"strip": drawn, "width": STRIP_WIDTH})


def page_title(name: str, number: int) -> str:
    """The title of a page of a list or a record; the first has the name alone."""
    return name if number == 1 else _("%(title)s, page %(number)s", title=name, number=number)
