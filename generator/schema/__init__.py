"""Every field once: types, limits, descriptions; JSON Schema and the field table come from here.

The records are frozen standard dataclasses that pydantic validates. None of them bears its id:
a file's name is the id of an actor, topic, event or article.
"""

from __future__ import annotations

from generator.schema.choices import NOT_STATED
from generator.schema.records import (
    RECORDS,
    REMOVED_FIELDS,
    Actor,
    Answer,
    Article,
    Correction,
    Event,
    Fact,
    Figure,
    Identifiers,
    Kind,
    Membership,
    MoreEvidence,
    Name,
    Question,
    Reading,
    Removed,
    RemovedArticle,
    RemovedFact,
    Review,
    Role,
    Topic,
    Unused,
    Wording,
)

__all__ = [
    "NOT_STATED",
    "RECORDS",
    "REMOVED_FIELDS",
    "Actor",
    "Answer",
    "Article",
    "Correction",
    "Event",
    "Fact",
    "Figure",
    "Identifiers",
    "Kind",
    "Membership",
    "MoreEvidence",
    "Name",
    "Question",
    "Reading",
    "Removed",
    "RemovedArticle",
    "RemovedFact",
    "Review",
    "Role",
    "Topic",
    "Unused",
    "Wording",
]
