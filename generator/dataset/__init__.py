"""Records linked into one Dataset: references resolved, duplicates and cycles refused."""

from __future__ import annotations

from generator.dataset.between import between
from generator.dataset.former import first_id
from generator.dataset.known import Known
from generator.dataset.link import link, linked
from generator.dataset.model import Dataset, Locate, Record, Removal, Sheets, Statement
from generator.dataset.ties import Ties
from generator.dataset.tying import ties_of

__all__ = [
    "Dataset",
    "Known",
    "Locate",
    "Record",
    "Removal",
    "Sheets",
    "Statement",
    "Ties",
    "between",
    "first_id",
    "link",
    "linked",
    "ties_of",
]
