"""Compares a sentence with the statements that it resembles: what it lost, what it added.

It compares words and fields, and judges nothing else. The same comparison runs in the browser
(site-templates/theme/assets/check*.js); both read their words and messages from `vocabulary`.
"""

from __future__ import annotations

from generator.export.citecheck.compare import Checked, Match, checked
from generator.export.citecheck.known import Known, known
from generator.export.citecheck.published import files, paths
from generator.export.citecheck.sentence import Difference
from generator.export.citecheck.vocabulary import NOT_ENGLISH

__all__ = [
    "NOT_ENGLISH",
    "Checked",
    "Difference",
    "Known",
    "Match",
    "checked",
    "files",
    "known",
    "paths",
]
