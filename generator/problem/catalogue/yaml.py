"""Codes of the YAML reader: what a file must be before its fields are looked at."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = ()
