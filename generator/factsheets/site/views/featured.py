"""The statement by which the site explains how to read all others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.translation import gettext as _
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Note:
    """What a part of a statement means; `part` names the part for the template."""

    part: str
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Featured:
    """A statement with a note to each of its parts, in the order of a card."""

    statement: StatementView
    notes: tuple[Note, ...]


def featured(site: Site) -> Featured | None:
    """The statement in `extra.featured`, or the newest that has most parts; None without any."""
    chosen = site.statements.get(site.settings.featured)
    if chosen is None or chosen.status != "current" or chosen.draft:
        listed = (view for view in site.views(site.index.listed) if not view.draft)
        chosen = max(listed, key=_parts, default=None)  # the first of equals: the newest
    return Featured(chosen, tuple(_notes(chosen))) if chosen else None


def _parts(view: StatementView) -> tuple[int, bool]:
    parts = (view.condition, view.quotes, view.not_said)
    return sum(map(bool, parts)), view.when.dated


def _notes(view: StatementView) -> Iterator[Note]:
    if view.unnamed:
        yield Note("speaker", _("Speaker"), _("Whose words they are; the source gives no name."))
    else:
        yield Note("speaker", _("Speaker"), _("Whose words they are."))
    if view.condition:
        meaning = _("What was said, in our words. It holds only under its condition.")
        yield Note("statement", _("Statement and condition"), meaning)
    else:
        yield Note("statement", _("Statement"), _("What was said, in our words."))
    if view.quotes or view.evidence[0].unchecked:
        yield Note("quotation", _("Quotation"), view.form_meaning)
    meaning = _("How we know: the form of the words, the day, the source.")
    yield Note("evidence", _("Evidence"), meaning)
    if view.not_said:
        meaning = _("What the source leaves open, or does not support.")
        yield Note("not-said", _("The source does not say"), meaning)
