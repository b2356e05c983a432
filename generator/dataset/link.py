"""Makes one dataset of the records, and says what is wrong between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.dataset.between import between
from generator.dataset.known import Known, statements
from generator.dataset.model import Dataset, Locate, Removal, Sheets, Statement
from generator.problem import Checked, in_order


def link(sheets: Sheets, locate: Locate) -> Checked[Dataset]:
    """The records as one dataset, with every problem between them.

    The dataset is made even where there are errors, so that all else can be checked too; what a
    wrong reference names is simply absent from it.
    """
    known = Known(sheets)
    return Checked(linked(known), in_order(between(known, locate)))


def linked(known: Known, *, drafts: bool = False) -> Dataset:
    """The dataset alone; every record is read for it.

    With `drafts` they are in it like all others, and marked; else it is as if there were none.
    """
    sheets = known.sheets
    hidden = set() if drafts else known.drafts["article"]
    found = statements(known, sheets.articles)
    return Dataset(
        dict(sorted(sheets.actors.items())),
        dict(sorted(sheets.topics.items())),
        dict(sorted(sheets.events.items())),
        {key: each for key, each in sorted(sheets.articles.items()) if key not in hidden},
        {key: _shown(each) for key, each in found.items() if drafts or not each.draft},
        tuple(sorted(_removed(known))),
        frozenset(hidden),
    )


def _shown(statement: Statement) -> Statement:
    """A draft as it will be."""
    if not statement.draft:
        return statement
    return replace(statement, fact=replace(statement.fact, status="current"))


def _removed(known: Known) -> Iterator[Removal]:
    """What was removed: files, and single facts of articles that stay."""
    yield from known.sheets.removed
    for article_id, ties in known.ties["article"].items():
        facts = known.sheets.articles[article_id].facts if ties.removed else ()
        for fact in facts:
            if fact.status == "removed" and fact.date:
                yield Removal("fact", fact.id, fact.date, fact.reason or "", fact.former_ids)
