"""Rules across the fields of one actor, topic, event or article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from factsheets.content.dates import Moment
from factsheets.content.fact_rules import fact_findings, not_stated, repeats
from factsheets.content.finding import Finding
from factsheets.content.kinds import KINDS, Kind, Record
from factsheets.content.records import (
    REMOVED_FIELDS,
    Actor,
    Article,
    Event,
    Name,
    Removed,
    Topic,
)
from factsheets.content.tree import Path, Tree
from factsheets.content.types import authors_line, several
from factsheets.problems.problem import Checked, Problem, in_order

RENAME = "Write `{}` instead; `facts check --fix` does it."
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_WIKIDATA_IN = re.compile(r"\bQ[1-9][0-9]*\b")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def findings(record: Record) -> Iterator[Finding]:
    """Check the fields of a record against each other."""
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
            "The field `primary` was replaced by `kind`, which says what kind of record it is.",
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
        advice = "Delete this line, and list every author in `authors`."
    elif names:
        advice = (
            f"List each name separately: {authors_line(names)}\n"
            f"If it is one name: {authors_line([author])}"
        )
    else:
        advice = RENAME.format("authors")
    message = "The field `author` was replaced by `authors`, which lists each name separately."
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
            "(or public, private, unknown). If you know an address that shows it, also add: "
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
            f"{actor.name} is a publisher, but its country or its kind of outlet is missing.",
            f"Add, for example: {' and '.join(lacking)}",
        )


def _identifiers(actor: Actor) -> Iterator[Finding]:
    known = actor.identifiers
    if known and known.wikidata and not _WIKIDATA.fullmatch(known.wikidata):
        yield Finding(
            "bad-wikidata",
            ("identifiers", "wikidata"),
            f'"{known.wikidata[:60]}" is not a Wikidata number.',
            f"Write: {number[0]}"
            if (number := _WIKIDATA_IN.search(known.wikidata))
            else "It is the Q and the digits at the end of the item's address: Q3052772.",
        )
    if known and known.iso3166 and not _COUNTRY.fullmatch(known.iso3166):
        yield Finding(
            "bad-iso3166",
            ("identifiers", "iso3166"),
            f'"{known.iso3166[:60]}" is not a two-letter country code.',
            "Write two capital letters, such as FR, NO or UA.",
        )


def _names(names: tuple[Name, ...]) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name.lang is not None and not _LANGUAGE.fullmatch(name.lang):
            yield _bad_language(("other_names", number, "lang"), name.lang)


def _bad_language(path: tuple[str | int, ...], text: str) -> Finding:
    return Finding(
        "bad-language",
        path,
        f'"{text[:60]}" is not a language code.',
        "Write two or three small letters: en for English, uk for Ukrainian, zh-Hans for Chinese "
        "in simplified characters.",
    )


def _roles(actor: Actor) -> Iterator[Finding]:
    for number, role in enumerate(actor.roles):
        if role.start and role.end and _surely_before(role.end, role.start):
            yield Finding(
                "end-before-start",
                ("roles", number, "end"),
                f"This role ends ({role.end.written}) before it begins ({role.start.written}).",
                "Compare both dates with the source; they may be swapped.",
            )


def _surely_before(one: Moment, other: Moment) -> bool:
    """Whether a date is certainly before another, at the precision that both have."""
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
                f'This topic already has a question "{question.id}".',
                "Give one of the two another id.",
            )
        seen.add(question.id)


_LEFT = (
    "Delete this field and everything below it: a removed {noun} keeps only {fields}. Anyone can "
    "read the repository, and git keeps its history (SECURITY.md)."
)


def is_removed(tree: Tree) -> bool:
    """Whether a file holds a removed record."""
    return tree.root.get("status") == "removed"


def removed(kind: Kind, tree: Tree) -> Checked[Removed]:
    """Read a file of a removed record, with all its problems."""
    allowed = [name for name in REMOVED_FIELDS if name != "id"]
    if kind == "article":
        allowed.append("facts")
    problems = list(_leftovers(tree, (), allowed, "article" if kind == "article" else "record"))
    facts: Any = tree.root.get("facts") if kind == "article" else ()
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, Mapping):
            problems += _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")
    try:
        made = _adapter(kind).validate_python(_kept(tree.root, allowed))
    except ValidationError as fault:
        problems += [_problem(tree, error) for error in fault.errors(include_url=False)]
        return Checked(None, in_order(problems))
    return Checked(made, in_order(problems))


def leftovers(tree: Tree) -> Iterator[Problem]:
    """Text that is still in removed facts of an article."""
    facts: Any = tree.root.get("facts")
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, Mapping) and fact.get("status") == "removed":
            yield from _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")


def _leftovers(
    tree: Tree, path: Path, allowed: tuple[str, ...] | list[str], noun: str
) -> Iterator[Problem]:
    group: Any = tree.at(path)
    needed = [name for name in allowed if name != "former_ids"]
    for name in group:
        if name not in allowed:
            yield Problem(
                "removed-text",
                f'"{name[:60]}" is still here, although this {noun} is removed.',
                tree.key_place((*path, name)),
                _LEFT.format(noun=noun, fields=", ".join(needed)),
            )


def _kept(root: Mapping[str, Any], allowed: list[str]) -> dict[str, Any]:
    """The allowed fields, also of the facts."""
    kept = {name: root[name] for name in allowed if name in root}
    if isinstance(facts := kept.get("facts"), list):
        kept["facts"] = [
            {name: fact[name] for name in REMOVED_FIELDS if name in fact}
            if isinstance(fact, Mapping)
            else fact
            for fact in facts
        ]
    return kept


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind].removed)


def _problem(tree: Tree, error: Any) -> Problem:
    path: Path = error["loc"]
    if error["type"] == "missing":
        return Problem(
            "status-incomplete",
            "A removed record needs a reason and a date.",
            tree.first_key_place(path[:-1]),
            f"Add a line: {_EXAMPLES[str(path[-1])]}",
        )
    context = error.get("ctx", {})
    if "text" not in context:
        return Problem(
            "wrong-shape",
            "This has the wrong kind of value.",
            tree.place(path),
            "Write the facts as a list: each with id, status, date and reason.",
        )
    return Problem(error["type"], context["text"], tree.place(path), context["help"])


_EXAMPLES = {
    "id": "id: the-id-that-it-had",
    "status": "status: removed",
    "date": "date: 2025-09-05",
    "reason": "reason: privacy (or legal, or error)",
}
