"""What a card shows of a statement besides its words: its evidence in one line, and its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsheets.content.types import N_
from factsheets.dataset.model import Dataset
from factsheets.site.translation import deferred, ngettext
from factsheets.site.translation import gettext as _
from factsheets.site.views.chain import language_state
from factsheets.site.views.dates import said_when
from factsheets.site.views.index import Index
from factsheets.site.views.locators import locator_text
from factsheets.site.views.speakers import who

if TYPE_CHECKING:
    from factsheets.site.views.statement import StatementView

_MOST_SIGNS = 160
"""Of what is not said: about two lines on a desktop."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the line of evidence; `path` is where it leads, `about` what is found there."""

    text: str
    path: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A notice shown with a statement: `Contested by Baker, 3 May 2025`.

    `kind` is `draft`, `note`, or the relation that the statement at `path` has to this one. A note
    may have no path.
    """

    kind: str
    text: str
    path: str = ""


def evidence_line(view: StatementView) -> Iterator[Segment]:
    """Form and publisher, translation, date, place, how many others report it, a clarification."""
    own = view.evidence[0]
    place = locator_text(own.locator)
    # Without a place in the source the publisher leads to it.
    yield Segment(own.reported) if place else Segment(own.reported, own.source.path, view.heading)
    if not own.quotes and view.is_spoken and not own.unmarked and own.kind != "recording":
        yield Segment(_("no quotation recorded"))
    if state := _translation(view):
        yield Segment(state)
    event = view.event
    yield Segment(date_text(view), event.path, event.name) if event else Segment(date_text(view))
    if place:
        paragraph = own.locator.paragraph
        path = f"{own.source.path}#p{paragraph}" if paragraph else own.source.path
        yield Segment(place, path, view.heading)
    if more := _other_publishers(view):
        text = ngettext("+ %(num)s more publisher", "+ %(num)s more publishers", more)
        yield Segment(text, f"{view.path}#reported-by", view.heading)
    if view.clarified:
        yield Segment(view.corrected, f"{view.path}#history", view.heading)


def _translation(view: StatementView) -> str:
    """Who translated the words; empty where they are the original ones."""
    own, fact = view.evidence[0], view.fact
    if own.translation == "ours":
        return "" if fact.quote_translation else _("translated by us")
    if not (fact.is_spoken or own.spoken):
        return ""
    state = language_state(own, fact)
    if state == "translated":
        return _("translated by %(publisher)s", publisher=own.publisher.short)
    if state == "stated":
        return ""
    if own.spoken:
        return _("translator unknown")
    known = own.translation == "unknown"
    return _("translation unknown") if known else _("translation not recorded")


def date_text(view: StatementView) -> str:
    """Its day and how it is known: `4 Sep 2025 (inferred)`; else the line of its date."""
    when, basis = view.when, view.said_basis
    if when.dated and basis == "stated":
        return _("%(date)s (stated)", date=when.text)
    if when.dated and basis == "inferred":
        return _("%(date)s (inferred)", date=when.text)
    return when.line


def _other_publishers(view: StatementView) -> int:
    """How many other publishers have a report of their own; reprints and the like have none."""
    reports: dict[str, str] = {}
    for each in view.evidence:
        if each.source.id not in view.support.relaying or each is view.evidence[0]:
            reports.setdefault((each.counted_with or each.source).id, each.publisher.id)
    return len({*reports.values()} - {view.publisher.id})


def shown_of_not_said(items: tuple[str, ...]) -> tuple[str, ...]:
    """The first items that fit a card, at least one of them."""
    length = 0
    for number, each in enumerate(items):
        length += len(each) + 2
        if number and length > _MOST_SIGNS:
            return items[:number]
    return items


def marks(dataset: Dataset, index: Index, fact_id: str) -> Iterator[Mark]:
    """That it is a draft, and what others say to it. Withdrawn statements give no mark."""
    if dataset.statements[fact_id].draft:
        yield Mark("draft", _("Draft, not published"), f"facts/{fact_id}/")
    for relation in _RELATIONS:
        for other in index.inverse[relation].get(fact_id, ()):
            yield _mark(dataset, relation, other, is_named=False)


def responds(dataset: Dataset, fact_id: str) -> Iterator[Mark]:
    """To what it responds: the same relations, from its own side."""
    fact = dataset.statements[fact_id].fact
    for relation in _RELATIONS if fact.status != "withdrawn" else ():
        for other in getattr(fact, relation):
            if other in dataset.statements:
                yield _mark(dataset, relation, other, is_named=True)


def _mark(dataset: Dataset, relation: str, other_id: str, *, is_named: bool) -> Mark:
    """The mark for another statement, which this one names or which names this one."""
    other = dataset.statements[other_id]
    values = {"name": who(dataset, other).short, "date": said_when(dataset, other).line}
    text = deferred(_RELATIONS[relation][is_named]) % values
    return Mark(relation, text, f"facts/{other_id}/")


_RELATIONS = {
    "disputes": (N_("Contested by %(name)s, %(date)s"), N_("Contests %(name)s, %(date)s")),
    "updates": (N_("Updated by %(name)s, %(date)s"), N_("Updates %(name)s, %(date)s")),
    "replies_to": (N_("Reply: %(name)s, %(date)s"), N_("Replies to %(name)s, %(date)s")),
    "answers_fact": (N_("Answer: %(name)s, %(date)s"), N_("Answers %(name)s, %(date)s")),
}
"""How others respond to a statement, and how it responds to them, by the relation."""
