"""Codes of single records: what a field, or several fields of one record, must be."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = ()
