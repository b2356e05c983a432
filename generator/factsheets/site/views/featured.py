"""The statement by which the site explains how to read all others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.translation import gettext as _
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Featured:
    """A statement with a note to each of its parts: the part's name, its term, what it means."""

    statement: StatementView
    notes: tuple[tuple[str, str, str], ...]


def featured(site: Site) -> Featured | None:
    """The statement in `extra.featured`, or the newest that has most parts; None without any."""
    chosen = site.statements.get(site.settings.featured)
    if chosen is None or chosen.status != "current" or chosen.draft:
        listed = (view for view in site.views(site.index.listed) if not view.draft)
        chosen = max(listed, key=_parts, default=None)  # the first of equals: the newest
    return Featured(chosen, tuple(_notes(chosen))) if chosen else None


def _parts(view: StatementView) -> tuple[int, bool]:
    return sum(map(bool, (view.condition, view.quotes, view.not_said))), view.when.dated


def _notes(view: StatementView) -> Iterator[tuple[str, str, str]]:
    yield "speaker", _("Speaker"), _("Who is reported to have said it.")
    if view.condition:
        meaning = _("What was said, in our words. Its condition is part of it.")
        yield "statement", _("Statement and condition"), meaning
    else:
        yield "statement", _("Statement"), _("What was said, in our words.")
    if view.quotes or view.evidence[0].unchecked:
        yield "quotation", _("Quotation"), view.form_meaning
    meaning = _("How it is documented: form of the words, publisher, day, place in the source.")
    yield "evidence", _("Evidence"), meaning
    if view.not_said:
        meaning = _("What a reader might conclude, but the source does not say.")
        yield "not-said", _("The source does not say"), meaning
