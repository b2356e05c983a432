"""When things were said, oldest first, with what is not known about the dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factsheets.content.dates import UNKNOWN_TEXT, UNRECORDED_TEXT
from factsheets.site.views.refs import Ref
from factsheets.site.views.statement import StatementView

STRIP_WIDTH = 640
_MARGIN = 70
_LABEL_GAP = 140
_LEAST_POINTS = 3
_MOST_STATEMENTS = 120
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class Item:
    """What one actor said on one occasion; `note` says how the date is known."""

    date_text: str
    iso: str | None
    note: str
    who: Ref
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
    """The list always; `strip` is empty where there are fewer than three dates to draw.

    `note` says how many of the statements it holds where it does not hold all.
    """

    items: tuple[Item, ...]
    strip: tuple[Point, ...]
    note: str
    width: int = STRIP_WIDTH


def occasions(views: Iterable[StatementView]) -> tuple[Item, ...]:
    """The statements by occasion: undated ones first, then oldest first."""
    groups: dict[tuple[str, str, str], list[StatementView]] = {}
    for view in sorted(views, key=lambda view: view.when.order):
        occasion = view.event.id if view.event else ""
        groups.setdefault((view.when.line, view.who.id, occasion), []).append(view)
    return tuple(_item(tuple(group)) for group in groups.values())


def timeline(views: Sequence[StatementView]) -> Timeline | None:
    """The first of the statements by occasion, None where all are of one occasion."""
    items = occasions(views[:_MOST_STATEMENTS])
    if len(items) < 2:
        return None
    held = len(views)
    cut = held > _MOST_STATEMENTS
    note = (
        f"{_MOST_STATEMENTS} of {held:,} statements; of those with a date, the newest."
        if cut
        else ""
    )
    return Timeline(items, strip(items), note)


def _item(views: tuple[StatementView, ...]) -> Item:
    first = views[0]
    moment = first.when.moment
    text, note = _date(first)
    return Item(
        date_text=text[0].upper() + text[1:],
        iso=moment.iso if moment and moment.kind == "exactly" else None,
        note=note,
        who=first.who,
        occasion=first.event.name if first.event else "",
        statements=views,
    )


def _date(view: StatementView) -> tuple[str, str]:
    """The date, or that none is given; and what else is known of it."""
    when = view.when
    if when.dated:
        known = when.line.removeprefix(when.text).lstrip(", ")
        return (when.text, known) if when.line.startswith(when.text) else (when.line, "")
    text = UNKNOWN_TEXT if when.moment else UNRECORDED_TEXT
    return text, when.line.removeprefix(text).lstrip(", ")


def strip(items: Iterable[Item]) -> tuple[Point, ...]:
    """One point a date, to scale; undated items share one at the left. None for a few dates."""
    dated: dict[tuple[int, str, bool], list[str]] = {}
    open_dates: dict[str, list[str]] = {}
    for item in items:
        when = item.statements[0].when
        if when.dated and when.moment and when.moment.first:
            exact = when.moment.kind == "exactly"
            key = (when.moment.first.toordinal(), when.text, exact)
            names = dated.setdefault(key, [])
        else:
            names = open_dates.setdefault(item.date_text, [])
        names.append(item.who.short)
    if len(dated) + len(open_dates) < _LEAST_POINTS or not dated:
        return ()
    left = _MARGIN + (_LABEL_GAP if open_dates else 0)
    low, high = min(dated)[0], max(dated)[0]
    points = [_open_point(open_dates)] if open_dates else []
    last_label = _MARGIN if open_dates else -_LABEL_GAP
    for (day, label, certain), names in sorted(dated.items()):
        x = left + (STRIP_WIDTH - _MARGIN - left) * (day - low) // max(1, high - low)
        labelled = x - last_label >= _LABEL_GAP
        last_label = x if labelled else last_label
        points.append(Point(x, label, _names(names), certain=certain, labelled=labelled))
    return tuple(points)


def _open_point(dates: dict[str, list[str]]) -> Point:
    label = next(iter(dates)) if len(dates) == 1 else f"{len(dates)} without a day"
    names = [name for held in dates.values() for name in held]
    return Point(_MARGIN, label, _names(names), certain=False, labelled=True)


def _names(names: list[str]) -> str:
    """The first of those who spoke, cut to what a label holds, and how many others did."""
    first, *others = dict.fromkeys(names)
    shown = first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"
    return f"{shown} +{len(others)}" if others else shown
