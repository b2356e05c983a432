"""What the schema says about a record's fields, for messages that name them."""

from __future__ import annotations

import dataclasses
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from generator.schema import RECORDS, Kind

_LONGEST_NAME = 40  # nobody mistypes a name into more, and likeness costs by the square of it


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """One field: what it is for, and the record that its value is or that its items are."""

    doc: str
    required: bool
    record: type[Any] | None


NOUNS = {
    "Actor": "an actor",
    "Answer": "an answer",
    "Article": "the article",
    "BriefItem": "a line of the brief",
    "Correction": "a correction",
    "Difference": "a difference",
    "Event": "an event",
    "Fact": "a fact",
    "Figure": "a figure",
    "Identifiers": "the identifiers",
    "Membership": "a membership",
    "MoreEvidence": "further evidence",
    "Name": "a name",
    "Question": "a question",
    "Review": "a review",
    "Role": "a role",
    "Topic": "a topic",
    "Unused": "an unused paragraph",
    "Wording": "a wording",
}
"""What people call each record."""

EXAMPLES = {
    "actor": "actor: emmanuel-macron",
    "counts": 'counts: "committed to a role"',
    "date": "date: 2025-09-05",
    "facts": "facts: [macron-26-countries]",
    "field": "field: paragraph",
    "id": "id: macron-26-countries",
    "kind": "kind: person",
    "language": "language: en",
    "name": 'name: "Emmanuel Macron"',
    "note": 'note: "Macron names 26 countries; Lavrov names none."',
    "now": 'now: "2"',
    "paragraph": "paragraph: 2",
    "published": "published: 2025-09-04",
    "publisher": "publisher: tass",
    "question": "question: troops-after-ceasefire/foreign-troops",
    "reason": 'reason: "The paragraph was wrong."',
    "statement": 'statement: "26 countries have committed to a role in Ukraine"',
    "summary": 'summary: "What states said about troops after a ceasefire."',
    "text": 'text: "Committed, if there is a ceasefire"',
    "title": 'title: "President of France"',
    "topics": "topics: [troops-after-ceasefire]",
    "url": "url: https://news.example/article",
    "was": 'was: "3"',
    "why": 'why: "Says nothing about the topic."',
    "words": 'words: "so-called"',
}
"""A line to copy for each field that a record cannot do without."""

_EXAMPLES_OF = {
    ("Answer", "kind"): "kind: yes",
    ("BriefItem", "text"): 'text: "Macron named 26 countries."',
    ("Difference", "question"): 'question: "How many countries?"',
    ("Event", "name"): 'name: "Press conference in Paris"',
    ("Name", "text"): 'text: "Емманюель Макрон"',
    ("Question", "id"): "id: foreign-troops",
    ("Question", "text"): 'text: "Foreign troops after a ceasefire?"',
    ("Topic", "name"): 'name: "Troops after a ceasefire"',
}

HINTS = {
    ("act", "bad-choice"): "For what is simply said: says.",
    ("comparator", "bad-choice"): "For a plain number leave the field out.",
    ("figure", "wrong-shape"): "Write, for example: "
    'figure: {value: 26, unit: "countries", counts: "committed to a role"}\n'
    "For a second figure make a second fact.",
    ("form", "bad-choice"): "Paraphrased is what has no quote: then take the line out.",
    ("paragraph", "bad-number"): "Further paragraphs go below: also: [{paragraph: 3}]",
    ("paragraph", "wrong-shape"): "Further paragraphs go below: also: [{paragraph: 3}]",
    ("said", "bad-date"): "Of several days, the first.",
    ("date", "bad-date"): "Of several days, the first.",
}
"""What else helps, by field and code."""


def example_of(record: type[Any] | None, name: str) -> str:
    """A line to copy for a field that is missing."""
    return _EXAMPLES_OF.get((record.__name__ if record else "", name), EXAMPLES[name])


def known_fields(record: type[Any]) -> dict[str, Known]:
    """The fields of a record, in the schema's order."""
    return _FIELDS[record]


def records_of(kind: Kind) -> tuple[type[Any], ...]:
    """Every record that a file of a kind can hold, the outermost first."""
    found: list[type[Any]] = [RECORDS[kind]]
    for record in found:
        inner = (known.record for known in known_fields(record).values())
        found += [other for other in inner if other and other not in found]
    return tuple(found)


def record_at(kind: Kind, path: tuple[str | int, ...]) -> type[Any] | None:
    """The record whose fields stand at a path, None where the schema has no fields."""
    record: type[Any] | None = RECORDS[kind]
    for step in path:
        if isinstance(step, str) and record:
            known = known_fields(record).get(step)
            record = known.record if known else None
    return record


def alike(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that somebody meant who wrote another, None where none is near."""
    if len(word) > _LONGEST_NAME:
        return None
    near = get_close_matches(word.lower().replace("-", "_"), known, 1, 0.7)
    near = near or get_close_matches(word.lower(), known, 1, 0.7)
    return near[0] if near else None


def _doc(hint: Any) -> str:
    described = (getattr(extra, "description", None) for extra in getattr(hint, "__metadata__", ()))
    return next(filter(None, described), "")


def _record_in(hint: Any) -> type[Any] | None:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint.__name__ in NOUNS:
        return hint
    for part in get_args(hint):
        found = _record_in(part)
        if found:
            return found
    return None


def _fields_of(record: type[Any]) -> dict[str, Known]:
    hints = get_type_hints(record, include_extras=True)
    return {
        field.name: Known(
            doc=_doc(hints[field.name]),
            required=field.default is dataclasses.MISSING,
            record=_record_in(hints[field.name]),
        )
        for field in dataclasses.fields(record)
    }


def _all_fields() -> dict[type[Any], dict[str, Known]]:
    waiting: list[type[Any]] = list(RECORDS.values())
    found: dict[type[Any], dict[str, Known]] = {}
    for record in waiting:
        found[record] = _fields_of(record)
        waiting += [k.record for k in found[record].values() if k.record and k.record not in found]
    return found


_FIELDS = _all_fields()
