"""The fields of records as people call them."""

from __future__ import annotations

import re

from factsheets.content.records import Correction
from factsheets.datafiles import load_toml
from factsheets.site.views.words import sentence

_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")


def field_words(name: str) -> str:
    """A field's name as one would say it; what is none stays as it was written."""
    known = load_toml(__package__, "fields.toml").get(name)
    return known or (name.replace("_", " ") if _NAME.fullmatch(name) else name)


def correction_words(each: Correction) -> str:
    """What changed and why: `date said was “2 May 2025”, is “3 May 2025”. Reason: misread.`."""
    changed = f"{field_words(each.field)} was “{each.was}”, is “{each.now}”."
    return f"{changed} Reason: {sentence(each.reason)}"


def correction_verb(each: Correction) -> str:
    """`Corrected`, or `Clarified` where only the wording changed and nothing was wrong."""
    return "Clarified" if each.kind == "clarification" else "Corrected"
