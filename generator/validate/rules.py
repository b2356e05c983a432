"""Rules across the fields of one actor, topic, event or article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.schema import Actor, Article, Event, Topic
from generator.schema.authors import several
from generator.schema.dates import Moment
from generator.schema.records import Name
from generator.schema.types import authors_line
from generator.validate.date_rules import not_stated
from generator.validate.fact_rules import fact_findings
from generator.validate.finding import Finding
from generator.validate.repeats import repeats

RENAME = "Write `{}` in its place; `facts check --fix` does it."
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_WIKIDATA_IN = re.compile(r"\bQ[1-9][0-9]*\b")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def findings(record: Actor | Topic | Event | Article) -> Iterator[Finding]:
    """What is wrong between the fields of a record."""
    match record:
        case Actor():
            yield from _of_actor(record)
        case Topic():
            yield from _of_topic(record)
        case Event():
            yield from repeats(record)
            yield from not_stated(record)
        case Article():
            yield from _of_article(record)


def _of_actor(actor: Actor) -> Iterator[Finding]:
    yield from _publisher(actor)
    yield from _identifiers(actor)
    yield from _names(actor.other_names)
    yield from _roles(actor)
    yield from repeats(actor)


def _of_topic(topic: Topic) -> Iterator[Finding]:
    yield from _names(topic.other_names)
    yield from _questions(topic)
    yield from repeats(topic)
    for number, item in enumerate(topic.brief):
        yield from (finding.below(("brief", number)) for finding in repeats(item))
    for number, difference in enumerate(topic.differences):
        yield from (finding.below(("differences", number)) for finding in repeats(difference))


def _of_article(article: Article) -> Iterator[Finding]:
    if not _LANGUAGE.fullmatch(article.language):
        yield _bad_language(("language",), article.language)
    if article.author:
        yield _old_author(article.author, article.authors)
    if article.primary:
        yield Finding(
            "old-field",
            ("primary",),
            "The field `primary` is called `kind` now, and says which kind of record it is.",
            "Write what the source is instead: kind: transcript\n"
            "(or recording, statement for an official text, post).",
            "warning",
            at_key=True,
        )
    yield from repeats(article)
    for number, fact in enumerate(article.facts):
        for finding in fact_findings(fact, article.published):
            yield finding.below(("facts", number))


def _old_author(author: str, authors: tuple[str, ...]) -> Finding:
    names = several(author)
    if authors:
        advice = "Take this line out, and name every author in `authors`."
    elif names:
        advice = (
            f"Write each name alone: {authors_line(names)}\nIf it is one name: "
            f"{authors_line([author])}"
        )
    else:
        advice = RENAME.format("authors")
    message = "The field `author` is called `authors` now, and takes each name alone."
    return Finding("old-field", ("author",), message, advice, "warning", at_key=True)


def _publisher(actor: Actor) -> Iterator[Finding]:
    if actor.kind != "publisher":
        return
    if actor.ownership is None:
        yield Finding(
            "ownership-missing",
            (),
            f"{actor.name} has no ownership line.",
            "Every publisher is labelled by the same rule. Add a line: ownership: state\n"
            "(or public, private, unknown), and if you have an address that shows it: "
            "ownership_source: https://…",
        )
    lacking = [
        line
        for name, line in (("country", "country: france"), ("outlet", 'outlet: "news agency"'))
        if getattr(actor, name) is None
    ]
    if lacking:
        yield Finding(
            "publisher-incomplete",
            (),
            f"{actor.name} is a publisher, and its country or its kind of outlet is missing.",
            f"Add, for example: {' and '.join(lacking)}",
        )


def _identifiers(actor: Actor) -> Iterator[Finding]:
    known = actor.identifiers
    if known and known.wikidata and not _WIKIDATA.fullmatch(known.wikidata):
        yield Finding(
            "bad-wikidata",
            ("identifiers", "wikidata"),
            f'"{known.wikidata[:60]}" is not a number of Wikidata.',
            f"Write: {number[0]}"
            if (number := _WIKIDATA_IN.search(known.wikidata))
            else "It is a Q with digits behind it, from the end of the item's address: Q3052772.",
        )
    if known and known.iso3166 and not _COUNTRY.fullmatch(known.iso3166):
        yield Finding(
            "bad-iso3166",
            ("identifiers", "iso3166"),
            f'"{known.iso3166[:60]}" is not a country\'s code of two letters.',
            "Write two capitals, as in FR, NO, UA.",
        )


def _names(names: tuple[Name, ...]) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name.lang is not None and not _LANGUAGE.fullmatch(name.lang):
            yield _bad_language(("other_names", number, "lang"), name.lang)


def _bad_language(path: tuple[str | int, ...], text: str) -> Finding:
    return Finding(
        "bad-language",
        path,
        f'"{text[:60]}" is not a code of a language.',
        "Write its two or three small letters: en for English, uk for Ukrainian, zh-Hans for "
        "Chinese in simplified characters.",
    )


def _roles(actor: Actor) -> Iterator[Finding]:
    for number, role in enumerate(actor.roles):
        if role.start and role.end and _surely_before(role.end, role.start):
            yield Finding(
                "end-before-start",
                ("roles", number, "end"),
                f"This role ends ({role.end.text}) before it begins ({role.start.text}).",
                "Compare both days with the source; perhaps they are swapped.",
            )


def _surely_before(one: Moment, other: Moment) -> bool:
    """Whether a date lies before another at the precision that both have."""
    if one.kind != "exactly" or other.kind != "exactly":
        return False
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    for mine, theirs in pairs:
        if mine is None or theirs is None or mine != theirs:
            return mine is not None and theirs is not None and mine < theirs
    return False


def _questions(topic: Topic) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, question in enumerate(topic.questions):
        if question.id in seen:
            yield Finding(
                "duplicate-question",
                ("questions", number, "id"),
                f'This topic has a question "{question.id}" already.',
                "Give one of the two another id.",
            )
        seen.add(question.id)
