"""What the comparison knows of each statement, as records and as the data of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.export import encode
from generator.export.citecheck.vocabulary import WORDS
from generator.views import Site
from generator.views.refs import Ref
from generator.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Known:
    """A statement; `names` are its speaker's (the publisher's where that speaks itself).

    `beside` are names that may stand where speakers stand: who reported it, the speaker's offices.
    """

    id: str
    heading: str
    statement: str
    condition: str
    detail: str
    quotes: tuple[str, ...]
    who: str
    names: tuple[str, ...]
    beside: tuple[str, ...]
    dates: str
    comparator: str
    figures: tuple[float, ...]
    unit: str


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
    reporters = [name for each in view.evidence for name in _names(each.publisher)]
    offices = [role.title for role in actor.roles] if actor else []
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
        names=tuple(dict.fromkeys((*_names(view.who), *other))),
        beside=tuple(dict.fromkeys((*reporters, *offices))),
        dates=f"{view.said_text} {published} {event}",
        comparator=raw.comparator if raw else "",
        figures=tuple(value for value in values if value is not None),
        unit=(raw.unit or "") if raw else "",
    )


def _names(ref: Ref) -> tuple[str, str]:
    return ref.name, ref.short


def pieces(site: Site) -> Iterator[bytes]:
    """`data/check.json`: the words of the comparison, then a statement a line."""
    head = {"note": "Compares words and fields, and judges nothing else.", "words": WORDS}
    yield encode.line(head)[:-1] + b',"statements":'
    yield from encode.array(map(encode.line, known(site)))
    yield b"}\n"
