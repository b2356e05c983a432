"""JSON Schemas (2020-12) of the open data: every field of every list, in the order of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factsheets.content.types import (
    ACCESS,
    ACTOR_KINDS,
    ACTS,
    ANSWER_KINDS,
    COMPARATORS,
    CORRECTION_KINDS,
    DATE_BASES,
    ID_PATTERN,
    REMOVAL_REASONS,
)

Schema = dict[str, Any]


def _field(kind: str | list[str], what: str, **more: Any) -> Schema:
    return {"type": kind, "description": what, **more}


def _text(what: str) -> Schema:
    return _field("string", what)


def _perhaps(what: str) -> Schema:
    return _field(["string", "null"], what)


def _id(what: str) -> Schema:
    return _field("string", what, pattern=ID_PATTERN)


def _perhaps_id(what: str) -> Schema:
    return _field(["string", "null"], what, pattern=ID_PATTERN)


def _one(choices: tuple[str | None, ...], what: str) -> Schema:
    return {"enum": list(choices), "description": what}


def _whole(what: str) -> Schema:
    return _field(["integer", "null"], what, minimum=0)


def _count(what: str) -> Schema:
    return _field("integer", what, minimum=0)


def _number(what: str) -> Schema:
    return _field(["number", "null"], what)


def _truth(what: str) -> Schema:
    return _field("boolean", what)


def _day(what: str) -> Schema:
    return _field("string", what, format="date")


def _perhaps_day(what: str) -> Schema:
    return _field(["string", "null"], what, format="date")


_SOMETIMES = frozenset({"gone_since"})


def _ids(what: str) -> Schema:
    return _field("array", what, items={"type": "string", "pattern": ID_PATTERN})


def _texts(what: str) -> Schema:
    return _field("array", what, items={"type": "string"})


def _object(fields: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(fields),
        "required": [name for name in fields if name not in _SOMETIMES],
        "additionalProperties": False,
    }


def _many(what: str, fields: Mapping[str, Schema]) -> Schema:
    return _field("array", what, items=_object(fields))


_SAID = "in Extended Date/Time Format (ISO 8601-2)"
SAID_BOUNDS = (
    "A day gives that day twice, a month its first and last day, a year 1 January and 31 December. "
    "Before a day: no earliest, and the day before it as the latest. Empty where the source sets "
    "no such bound: about a date, or no date at all."
)
_FORMS = ("quoted", "partly-quoted", "paraphrased", "publisher")
_NAMES = _many(
    "Other scripts and spellings.",
    {"text": _text("The name."), "lang": _perhaps("Its language, if known.")},
)
_FORMER = _ids("Ids it had before, oldest first; their addresses lead here.")
_LINKS = ("speaker", "translation", "publisher", "wording")
_STATES = (
    "unknown", "paraphrased", "inferred", "partly-quoted", "translated", "quoted", "stated"
)  # fmt: skip

_FIGURE = _object(
    {
        "value": _number("The number; null where it was refused or is a range."),
        "min": _number("The lower bound of a range."),
        "max": _number("The upper bound of a range."),
        "comparator": _one(COMPARATORS, "How the number is meant."),
        "unit": _perhaps("What is counted, in the plural."),
        "counts": _text("What the number counts."),
        "status": _one(("given", "not-given"), "not-given: the speaker refused it."),
    }
)
_EVIDENCE = {
    "source": _id("The article, by id."),
    "publisher": _id("Who published it, by id."),
    "form": _one(_FORMS, "How the article gives the words."),
    "quotes": _texts("The exact words."),
    "paragraph": _whole("The paragraph, counted from 1."),
    "translation": _one(
        ("none", "publisher", "unknown", None),
        "Are the speaker's words translated? unknown: not stated; null: not recorded.",
    ),
    "check": _one(
        ("found", "not-found", "not-captured", "unclear", "judged", None),
        "Do the quoted words stand in the article? null: it quotes nothing.",
    ),
    "gone_since": _day("Only where it is so: when a text was captured that lacks the words."),
}
_CORRECTION = {
    "date": _day("When it was changed."),
    "field": _text("Which field."),
    "was": _text("What stood there."),
    "now": _text("What stands there."),
    "reason": _text("Why."),
    "kind": _one(
        CORRECTION_KINDS, "correction: it was wrong; clarification: only the wording changed."
    ),
}
_ANSWER = {
    "topic": _id("The topic, by id."),
    "question": _id("The question of that topic, by id."),
    "actor": _id("Whose answer it is; not always the speaker."),
    "kind": _one(ANSWER_KINDS, "The kind of answer."),
    "text": _text("The answer in few words."),
}

FACT = {
    "id": _id("Chosen once, never reused."),
    "url": _text("Its page, relative to the site's root."),
    "speaker": _perhaps_id("Who said it, by id; null: the publisher itself says it."),
    "act": _one(ACTS, "A plain act; no judgement."),
    "statement": _text("What was said, in our words."),
    "condition": _perhaps("Under which condition, if one was named."),
    "detail": _perhaps("More, in our words."),
    "said": _perhaps(f"When it was said, {_SAID}; null: not known."),
    "said_text": _text("The same for readers."),
    "said_basis": _one((*DATE_BASES, None), "How the date is known; null: not recorded."),
    "said_earliest": _perhaps_day(f"The first day on which it may have been said. {SAID_BOUNDS}"),
    "said_latest": _perhaps_day(f"The last day on which it may have been said. {SAID_BOUNDS}"),
    "event": _perhaps_id("The occasion, by id."),
    "place": _perhaps("Where; not-stated: the source does not say; null: not recorded."),
    "audience": _perhaps("To whom; not-stated: the source does not say; null: not recorded."),
    "about": _ids("The actors that it speaks about, by id."),
    "topics": _ids("Its topics, by id."),
    "figure": {**_FIGURE, "type": ["object", "null"], "description": "The number in it."},
    "answers": _many("What it answers, for whom.", _ANSWER),
    "not_said": _texts("Readings that the source does not support."),
    "recalled": _truth("The article recalls it as background."),
    "note": _perhaps("Where wordings inside the sources differ."),
    "form": _one(_FORMS, "The form of its own evidence."),
    "evidence": _many("Its own evidence first, then further evidence.", _EVIDENCE),
    "chain": _many(
        "The chain of attribution.",
        {"link": _one(_LINKS, "The link."), "state": _one(_STATES, "How far it holds.")},
    ),
    "weakest": _one(_LINKS, "The first of the weakest links."),
    "support": _one(("single-source", "several-sources", "primary"), "What it rests on."),
    "sources_count": _count("Sources; reprints and articles that share text count once."),
    "publishers_count": _count("Publishers of those sources."),
    "disputes": _ids("Statements that the speaker contests, by the source's words."),
    "disputed_by": _ids("Statements that contest it."),
    "updates": _ids("Older statements that it brings up to date."),
    "replies_to": _ids("Statements that it replies to, by the source's words."),
    "status": _one(("current", "superseded", "withdrawn"), "Its state."),
    "corrections": _many("What we changed, oldest first.", _CORRECTION),
    "reviewed": _perhaps_day("When somebody last looked at it."),
    "reviewed_by": _perhaps("Who looked at it, where recorded."),
    "reason": _perhaps("Why it was withdrawn or superseded."),
    "status_date": _perhaps_day("When it was withdrawn or superseded."),
    "answers_fact": _ids("Statements (questions) that it answers."),
    "supports": _ids("Statements that the speaker backs, by the source's words."),
    "former_ids": _FORMER,
}
ACTOR = {
    "id": _id("Chosen once, never reused."),
    "name": _text("The usual English name."),
    "url": _text("Its page, relative to the site's root."),
    "kind": _one(ACTOR_KINDS, "What it is."),
    "short_name": _perhaps("What headings begin with."),
    "other_names": _NAMES,
    "wikidata": _perhaps("The item's number at Wikidata."),
    "iso3166": _perhaps("A country's two letters."),
    "roles": _many(
        "Offices, each with the article that names it.",
        {
            "title": _text("The office."),
            "organisation": _perhaps_id("The actor it belongs to, by id."),
            "start": _perhaps(f"Since when, {_SAID}."),
            "end": _perhaps(f"Until when, {_SAID}."),
            "source": _perhaps_id("The article, by id."),
        },
    ),
    "member_of": _many(
        "What it belongs to.",
        {
            "actor": _id("The actor it belongs to, by id."),
            "source": _perhaps_id("The article that says so, by id."),
            "as_of": _perhaps(f"For which day, {_SAID}."),
        },
    ),
    "summary": _perhaps("One neutral sentence."),
    "size": _whole("A group's number of members, if given."),
    "members_known": _one(("none", "some", "all", None), "Are a group's members named?"),
    "members": _ids("The members of a group that are named, by id."),
    "ownership": _one(("state", "public", "private", "unknown", None), "Who owns a publisher."),
    "country": _perhaps_id("A publisher's country, by id."),
    "outlet": _perhaps("A publisher's kind."),
    "ownership_source": _perhaps("An address that shows the ownership."),
    "label": _perhaps("A publisher's label: country, ownership, kind, by one rule for all."),
    "statements": _ids("Its own current statements, newest first."),
    "spoken_about_in": _ids("Current statements about it, newest first."),
    "former_ids": _FORMER,
}
TOPIC = {
    "id": _id("Chosen once, never reused."),
    "name": _text("The topic's name."),
    "url": _text("Its page, relative to the site's root."),
    "summary": _text("Its scope in one sentence."),
    "broader": _perhaps_id("A wider topic, by id."),
    "other_names": _NAMES,
    "questions": _many(
        'The columns of "who says what".',
        {
            "id": _id("Its id within the topic."),
            "text": _text("The question."),
            "short": _perhaps("Two or three words."),
        },
    ),
    "brief": _many(
        "What is known, in few lines.",
        {"text": _text("One sentence of ours."), "facts": _ids("What it rests on.")},
    ),
    "differences": _many(
        "Where accounts differ.",
        {
            "question": _text("What about."),
            "facts": _ids("The statements that differ."),
            "note": _text("Each side, and what is not known."),
        },
    ),
    "missing": _texts("What is not known."),
    "statements": _ids("Its current statements, newest first."),
    "former_ids": _FORMER,
}
SOURCE = {
    "id": _id("Chosen once, never reused."),
    "name": _text("Publisher and date."),
    "url": _text("Its page here, relative to the site's root."),
    "publisher": _id("Who published it, by id."),
    "title": _perhaps("The publisher's headline; null: not recorded."),
    "author": _perhaps("Its authors in one text; null: none is named."),
    "authors": _texts("Its authors, each name alone."),
    "address": _field("string", "Where the article stands.", format="uri"),
    "archived": _field(["string", "null"], "An archived copy.", format="uri"),
    "access": _one((*ACCESS, None), "Who can read it at its address; null: not recorded."),
    "published": _day("The day it was published."),
    "updated": _field(["string", "null"], "When its publisher changed it.", format="date"),
    "dateline": _perhaps("The place that it names at its head."),
    "language": _text("Its language, as a code."),
    "translation": _EVIDENCE["translation"],
    "derived_from": _perhaps_id("The article that it reprints, by id."),
    "independent_of": _ids(
        "Articles that share text with it: a person read both and found no common origin."
    ),
    "primary": _truth("A transcript, recording or official text."),
    "captured": _perhaps_day("When its words were recorded for checking."),
    "paragraphs": _whole("How many paragraphs it has, where captured."),
    "changed": _truth("A text captured later differs from the first."),
    "wording": _many(
        "The publisher's own words, not adopted here.",
        {
            "paragraph": _count("The paragraph, counted from 1."),
            "words": _text("The words."),
            "note": _perhaps("What there is to say about them."),
        },
    ),
    "unused": _many(
        "Paragraphs that gave nothing.",
        {"paragraph": _count("The paragraph, counted from 1."), "why": _text("Why.")},
    ),
    "statements": _ids("Its current statements, newest first."),
    "former_ids": _FORMER,
}
EVENT = {
    "id": _id("Chosen once, never reused."),
    "name": _text("The event's name."),
    "url": _text("Its page, relative to the site's root."),
    "kind": _perhaps("Press conference, interview, summit …"),
    "date": _perhaps(f"Its date, {_SAID}; null: not known."),
    "date_text": _text("The same for readers."),
    "place": _perhaps("Where."),
    "audience": _perhaps("To whom."),
    "organiser": _perhaps_id("Who held it, by id."),
    "participants": _ids("Who took part, by id."),
    "part_of": _perhaps_id("The larger event, by id."),
    "follows": _perhaps_id("The event that it came after, by id."),
    "statements": _ids("Current statements made there, newest first."),
    "former_ids": _FORMER,
}

_REMOVED = {
    "id": _id("Chosen once, never reused."),
    "url": _text("Its page, relative to the site's root."),
    "status": {"const": "removed", "description": "Its text was removed; the address stays."},
    "status_date": _day("When it was removed."),
    "reason": _one(REMOVAL_REASONS, "Why it was removed."),
    "former_ids": _FORMER,
}
_ROWS = {"facts": FACT, "actors": ACTOR, "topics": TOPIC, "sources": SOURCE, "events": EVENT}


def schema(site_url: str, name: str) -> Schema:
    """The schema of a list."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": f"{site_url}data/schema/{name}.json"} if site_url else {}),
        "title": f"{name}.json",
        "description": "A list sorted by id.",
        "type": "array",
        "items": {"anyOf": [_object(_ROWS[name]), _object(_REMOVED)]},
    }
