"""Every problem code with its explanation; `facts explain CODE` prints from here."""

from __future__ import annotations

from generator.problem.catalogue import (
    fields,
    files,
    links,
    quotes,
    record,
    settings,
    whole,
    yaml,
)
from generator.problem.code import Code

__all__ = ["CODES", "Code"]

# One group a line; a new group of codes adds its module here.
_GROUPS: tuple[tuple[Code, ...], ...] = (
    yaml.ENTRIES,
    fields.ENTRIES,
    files.ENTRIES,
    quotes.ENTRIES,
    links.ENTRIES,
    record.ENTRIES,
    whole.ENTRIES,
    settings.ENTRIES,
)

CODES: dict[str, Code] = {entry.code: entry for group in _GROUPS for entry in group}
