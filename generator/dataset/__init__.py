"""Records linked into one Dataset: references resolved, duplicates and cycles refused."""

from __future__ import annotations

from generator.dataset.link import link
from generator.dataset.model import Dataset, Locate, Sheets, Statement

__all__ = ["Dataset", "Locate", "Sheets", "Statement", "link"]
