"""When things were said, oldest first, with what is not known about the dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext
from factsheets.site.views.groups import SHORT, Group, by_year
from factsheets.site.views.paging import IndexRow, Place, index_row
from factsheets.site.views.speakers import Who
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized

STRIP_WIDTH = 640
_MARGIN = 70
_LABEL_GAP = 140
_LEAST_POINTS = 3
MOST_STATEMENTS = 60
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class Item:
    """What one actor said on one occasion; `note` says how the date is known."""

    date_text: str
    iso: str | None
    note: str
    who: Who
    occasion: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A date on the strip: `x` in units of the drawing; `certain` is False for open dates."""

    x: int
    label: str
    who: str
    certain: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The occasions by year, a short timeline in one group without a heading.

    `strip` is empty where there are fewer than three dates to draw. `note` says how many of the
    statements it holds where it does not hold all.
    """

    years: tuple[Group[Item], ...]
    strip: tuple[Point, ...]
    note: str
    width: int = STRIP_WIDTH

    def index(self, base: str) -> Iterator[IndexRow]:
        """Its years, as links to this page at `base`."""
        found = [
            Place(year.heading, year.number, f"{base}#{year.id}")
            for year in self.years
            if year.heading
        ]
        yield from index_row(_("Years"), found)


def timeline(views: Sequence[StatementView]) -> Timeline | None:
    """The first of the statements by occasion, None where all are of one occasion."""
    items = occasions(views[:MOST_STATEMENTS])
    if len(items) < 2:
        return None
    note = ""
    if len(views) > MOST_STATEMENTS:
        note = ngettext(
            "%(shown)s of %(num)s statement: those without a day, then the newest.",
            "%(shown)s of %(num)s statements: those without a day, then the newest.",
            len(views),
            shown=MOST_STATEMENTS,
        )
    years: tuple[Group[Item], ...] = (Group("", "", items),)
    if len(items) > SHORT:
        years = tuple(
            replace(year, number=sum(len(item.statements) for item in year.items))
            for year in by_year(items, lambda item: item.statements[0].when)
        )
    return Timeline(years, strip(items), note)


def occasions(views: Iterable[StatementView]) -> tuple[Item, ...]:
    """The statements by occasion: undated ones first, then oldest first."""
    groups: dict[tuple[str, str, str], list[StatementView]] = {}
    for view in sorted(views, key=lambda view: view.when.order):
        occasion = view.event.id if view.event else ""
        groups.setdefault((view.when.line, view.who.id, occasion), []).append(view)
    return tuple(_item(tuple(group)) for group in groups.values())


def _item(views: tuple[StatementView, ...]) -> Item:
    first = views[0]
    moment = first.when.moment
    return Item(
        date_text=capitalized(first.when.label),
        iso=moment.edtf if moment and moment.kind == "exactly" else None,
        note=first.when.note,
        who=first.who,
        occasion=first.event.name if first.event else "",
        statements=views,
    )


def strip(items: Iterable[Item]) -> tuple[Point, ...]:
    """One point a date, to scale; undated items share one at the left. None for a few dates."""
    dated: dict[tuple[int, str, bool], list[str]] = {}
    undated: dict[str, list[str]] = {}
    for item in items:
        when = item.statements[0].when
        if when.dated and when.moment and when.moment.first:
            exact = when.moment.kind == "exactly"
            key = (when.moment.first.toordinal(), when.text, exact)
            dated.setdefault(key, []).append(item.who.short)
        else:
            undated.setdefault(item.date_text, []).append(item.who.short)
    if len(dated) + len(undated) < _LEAST_POINTS or not dated:
        return ()
    left = _MARGIN + (_LABEL_GAP if undated else 0)
    low, high = min(dated)[0], max(dated)[0]
    points = [_undated_point(undated)] if undated else []
    last_label = _MARGIN if undated else -_LABEL_GAP
    for (day, label, certain), names in sorted(dated.items()):
        x = left + (STRIP_WIDTH - _MARGIN - left) * (day - low) // max(1, high - low)
        labelled = x - last_label >= _LABEL_GAP
        last_label = x if labelled else last_label
        points.append(Point(x, label, _names(names), certain=certain, labelled=labelled))
    return tuple(points)


def _undated_point(dates: dict[str, list[str]]) -> Point:
    label = next(iter(dates))
    if len(dates) > 1:
        label = ngettext("%(num)s without a day", "%(num)s without a day", len(dates))
    names = [name for held in dates.values() for name in held]
    return Point(_MARGIN, label, _names(names), certain=False, labelled=True)


def _names(names: list[str]) -> str:
    """The first of those who spoke, cut to what a label holds, and how many others did."""
    first, *others = dict.fromkeys(names)
    shown = first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"
    return f"{shown} +{len(others)}" if others else shown
