"""Makes one dataset of the records, and says what is wrong between them."""

from __future__ import annotations

from generator.dataset.between import between
from generator.dataset.known import Known, statements
from generator.dataset.model import Dataset, Locate, Sheets
from generator.problem import Checked, in_order


def link(sheets: Sheets, locate: Locate) -> Checked[Dataset]:
    """The records as one dataset, with every problem between them.

    The dataset is made even where there are errors, so that all else can be checked too; what a
    wrong reference names is simply absent from it.
    """
    known = Known(sheets)
    return Checked(linked(known), in_order(between(known, locate)))


def linked(known: Known) -> Dataset:
    """The dataset alone; every record is read for it."""
    sheets = known.sheets
    return Dataset(
        dict(sorted(sheets.actors.items())),
        dict(sorted(sheets.topics.items())),
        dict(sorted(sheets.events.items())),
        dict(sorted(sheets.articles.items())),
        statements(known, sheets.articles),
    )
