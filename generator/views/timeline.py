"""When things were said, oldest first, with what is not known about the dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.schema.dates import UNKNOWN_TEXT, Moment
from generator.views.refs import Ref
from generator.views.statement import StatementView

_WIDTH = 640
_MARGIN = 70
_LABEL_GAP = 116
_LEAST_POINTS = 3
_LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Item:
    """What one actor said on one occasion; `note` says what is not known about the date."""

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
    """The list always; `strip` is empty where there are fewer than three dates to draw."""

    items: tuple[Item, ...]
    strip: tuple[Point, ...]
    width: int = _WIDTH


def timeline(views: Iterable[StatementView]) -> Timeline | None:
    """The statements by occasion, None where all of them are of one occasion."""
    items = occasions(views)
    return Timeline(items, _strip(items)) if len(items) > 1 else None


def occasions(views: Iterable[StatementView]) -> tuple[Item, ...]:
    """What each actor said on each occasion, oldest first."""
    groups: dict[tuple[str, str, str], list[StatementView]] = {}
    for view in sorted(views, key=lambda view: view.said.order if view.said else (0, 0, 0, 0)):
        occasion = view.event.id if view.event else ""
        groups.setdefault((view.said_text, view.who.id, occasion), []).append(view)
    return tuple(_item(tuple(group)) for group in groups.values())


def _item(views: tuple[StatementView, ...]) -> Item:
    first = views[0]
    moment = first.said
    text = first.said_text
    return Item(
        date_text=text[0].upper() + text[1:],
        iso=moment.iso if moment and moment.kind == "exactly" else None,
        note=_note(first, moment),
        who=first.who,
        occasion=first.event.name if first.event else "",
        statements=views,
    )


def _note(view: StatementView, moment: Moment | None) -> str:
    if moment is None:
        return ""
    if moment.kind == "before":
        return UNKNOWN_TEXT
    return "date inferred" if view.said_basis == "inferred" else ""


def _strip(items: tuple[Item, ...]) -> tuple[Point, ...]:
    """One point a date. Dated ones stand to scale; those with an open date stand at the left."""
    dates: dict[str, tuple[int | None, bool, list[str]]] = {}
    for item in items:
        moment = item.statements[0].said
        first = moment.first if moment else None
        certain = bool(moment and moment.kind == "exactly")
        day = first.toordinal() if first and certain else None
        dates.setdefault(item.date_text, (day, certain, []))[2].append(item.who.short)
    if len(dates) < _LEAST_POINTS:
        return ()
    days = [day for day, _, _ in dates.values() if day is not None]
    low, high = min(days, default=0), max(days, default=0)
    open_dates = sum(day is None for day, _, _ in dates.values())
    left = _MARGIN + (_LABEL_GAP if open_dates else 0)
    points: list[Point] = []
    last_label = -_LABEL_GAP
    for label, (day, certain, who) in dates.items():
        if day is None:
            x = _MARGIN
        else:
            x = left + (_WIDTH - _MARGIN - left) * (day - low) // max(1, high - low)
        labelled = x - last_label >= _LABEL_GAP
        if labelled:
            last_label = x
        names = list(dict.fromkeys(who))
        name = names[0] if len(names[0]) <= _LONGEST_NAME else f"{names[0][:_LONGEST_NAME]}…"
        shown = name if len(names) == 1 else f"{name} +{len(names) - 1}"
        points.append(Point(x, label, shown, certain, labelled))
    return tuple(points)
