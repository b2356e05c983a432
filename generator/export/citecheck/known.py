"""What the comparison knows of each statement, as records and as the data of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.export.citecheck.vocabulary import WORDS
from generator.views import Site
from generator.views.statement import StatementView

_LINES_A_PIECE = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A statement; `names` are its speaker's (the publisher's where that speaks itself)."""

    id: str
    heading: str
    statement: str
    condition: str
    detail: str
    quotes: tuple[str, ...]
    who: str
    names: tuple[str, ...]
    dates: str
    comparator: str
    figures: tuple[float, ...]
    unit: str


_FIELDS = tuple(field.name for field in fields(Known))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def known(site: Site) -> Iterator[Known]:
    """Every current statement, in the order of ids."""
    for view in site.statements.values():
        if view.status == "current":
            yield _known(site, view)


def _known(site: Site, view: StatementView) -> Known:
    actor = site.dataset.actors.get(view.who.id)
    other = tuple(name.text for name in actor.other_names) if actor else ()
    raw = view.figure.raw if view.figure and view.figure.given else None
    values = (raw.value, raw.min, raw.max) if raw else ()
    published = " ".join(each.published for each in view.evidence)
    event = view.event.name if view.event else ""
    return Known(
        id=view.id,
        heading=view.heading,
        statement=view.statement,
        condition=view.condition or "",
        detail=view.detail or "",
        quotes=tuple(quote for each in view.evidence for quote in each.quotes),
        who=view.who.name,
        names=tuple(dict.fromkeys((view.who.name, view.who.short, *other))),
        dates=f"{view.said_text} {published} {event}",
        comparator=raw.comparator if raw else "",
        figures=tuple(value for value in values if value is not None),
        unit=(raw.unit or "") if raw else "",
    )


def pieces(site: Site) -> Iterator[bytes]:
    """`data/check.json`: the words of the comparison, then a statement a line."""
    note = "Compares words and fields, and judges nothing else."
    words = json.dumps(WORDS, ensure_ascii=False, separators=(",", ":"))
    yield f'{{"note":"{note}","words":{words},"statements":[\n'.encode()
    lines: list[str] = []
    between = ""
    for each in known(site):
        row = _encode({name: getattr(each, name) for name in _FIELDS})
        lines.append(between + row)
        between = ",\n"
        if len(lines) == _LINES_A_PIECE:
            yield "".join(lines).encode()
            lines.clear()
    yield ("".join(lines) + "\n]}\n").encode()
