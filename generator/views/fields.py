"""The fields of records as people call them."""

from __future__ import annotations

import re

from generator.schema import Correction
from generator.views.words import sentence

_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
_FIELDS = {
    "said": "date said",
    "said_basis": "how the date is known",
    "about": "spoken about",
    "topics": "topic",
    "not_said": "not said in the source",
    "answers": "answer",
    "also": "further evidence",
    "quote": "quotation",
    "url": "address",
    "other_names": "other name",
    "authors": "author",
    "roles": "role",
    "member_of": "belongs to",
    "questions": "question",
    "brief": "line of the brief",
    "differences": "difference",
    "missing": "what is not known",
    "unused": "paragraph that gave nothing",
    "wording": "publisher's wording",
    "members": "member",
    "participants": "participant",
    "former_ids": "former id",
    "corrections": "correction",
    "identifiers": "identifier",
    "figure": "figure",
    "derived_from": "reprint of",
    "independent_of": "independent of",
    "recalled": "recalled as background",
    "disputes": "disputes",
    "replies_to": "replies to",
    "answers_fact": "answers the question",
    "follows": "came after",
}


def field_words(name: str) -> str:
    """A field's name as one would say it; what is none stays as it was written."""
    return _FIELDS.get(name, name.replace("_", " ") if _NAME.fullmatch(name) else name)


def correction_words(each: Correction) -> str:
    """What changed and why: `date said was “2 May 2025”, is “3 May 2025”. Reason: misread.`."""
    changed = f"{field_words(each.field)} was “{each.was}”, is “{each.now}”."
    return f"{changed} Reason: {sentence(each.reason)}"


def correction_verb(each: Correction) -> str:
    """`Corrected`, or `Clarified` where only the wording changed and nothing was wrong."""
    return "Clarified" if each.kind == "clarification" else "Corrected"
