"""Rules across the fields of one actor, topic, event or article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from factsheets.content.article import REMOVED_FIELDS, Article
from factsheets.content.authors import several
from factsheets.content.dates import Moment, is_after
from factsheets.content.fact_rules import fact_findings, not_stated, repeats
from factsheets.content.field_help import without_tracking
from factsheets.content.finding import Finding
from factsheets.content.kinds import KINDS, Kind, Record
from factsheets.content.records import Actor, Event, Name, Removed, Topic
from factsheets.content.translation_rules import bad_language, language_findings
from factsheets.content.tree import Map, Path, Seq, Tree, shortened
from factsheets.content.types import LANGUAGE_PATTERN, authors_line
from factsheets.problems import former_names
from factsheets.problems.problem import Checked, Problem, in_order

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_WIKIDATA_IN = re.compile(r"\bQ[1-9][0-9]*\b")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(LANGUAGE_PATTERN)


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
    yield from _tracking(("ownership_source",), actor.ownership_source)
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
        yield bad_language(("language",), article.language)
    if article.author:
        yield _old_author(article.author, article.authors)
    if article.primary:
        known = article.kind != "article"
        yield _old_field("primary", "Delete this line; `kind` says it." if known else "")
    yield from _publisher_changes(article)
    # Not `archived`: an archive's address contains the one that it kept.
    yield from _tracking(("url",), article.url)
    yield from repeats(article)
    for number, fact in enumerate(article.facts):
        for finding in fact_findings(fact, article.published):
            yield finding.below(("facts", number))
        for finding in language_findings(fact, article):
            yield finding.below(("facts", number))


def _publisher_changes(article: Article) -> Iterator[Finding]:
    """Check when the publisher changed an article, and its notices."""
    published = article.published
    before = [(("notices", n, "date"), each.date) for n, each in enumerate(article.notices)]
    late: list[tuple[tuple[str | int, ...], datetime.date]] = [
        (path, day) for path, day in before if day < published
    ]
    if article.updated and is_after(published.moment, article.updated):
        late.append((("updated",), article.updated))
    for path, day in late:
        yield Finding(
            "updated-before-published",
            path,
            f"The publisher's change is dated {day}, before the article was published "
            f"({published}).",
            "Compare both dates with the article; they may be swapped. If the change has no date, "
            "delete the line or the notice.",
        )
    for number, notice in enumerate(article.notices):
        yield from _tracking(("notices", number, "url"), notice.url)


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
        advice = ""
    return _old_field("author", advice)


def _old_field(name: str, advice: str) -> Finding:
    """A field of an article that is still read, although another one replaced it."""
    entry = former_names.table("fields")[Article.__name__][name]
    message = former_names.field_message(name, entry)
    advice = advice or former_names.field_help(entry)
    return Finding("old-field", (name,), message, advice, "warning", at_key=True)


def _publisher(actor: Actor) -> Iterator[Finding]:
    if actor.kind != "publisher":
        return
    if actor.ownership is None:
        yield Finding(
            "ownership-missing",
            (),
            f"{actor.name} has no ownership line.",
            "Every publisher is labelled by the same rule. Add a line: ownership: state\n"
            "(or public, private, international, unknown). If you know an address that shows it, "
            "also add: ownership_source: https://…",
        )
    lacking = [
        line
        for name, line in (("country", "country: france"), ("outlet", 'outlet: "news agency"'))
        if getattr(actor, name) is None
        and not (name == "country" and actor.ownership == "international")
    ]
    if lacking:
        yield Finding(
            "publisher-incomplete",
            (),
            f"{actor.name} is a publisher, but its country or its kind of outlet is missing.",
            f"Add, for example: {' and '.join(lacking)}\nA publisher of several states, or of an "
            "organisation of states, has ownership: international and needs no country.",
        )


def _identifiers(actor: Actor) -> Iterator[Finding]:
    known = actor.identifiers
    if known and known.wikidata and not _WIKIDATA.fullmatch(known.wikidata):
        yield Finding(
            "bad-wikidata",
            ("identifiers", "wikidata"),
            f'"{shortened(known.wikidata)}" is not a Wikidata number.',
            f"Write: {number[0]}"
            if (number := _WIKIDATA_IN.search(known.wikidata))
            else "It is the Q and the digits at the end of the item's address: Q3052772.",
        )
    if known and known.iso3166 and not _COUNTRY.fullmatch(known.iso3166):
        yield Finding(
            "bad-iso3166",
            ("identifiers", "iso3166"),
            f'"{shortened(known.iso3166)}" is not a two-letter country code.',
            "Write two capital letters, such as FR, NO or UA.",
        )


def _names(names: tuple[Name, ...]) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name.lang is not None and not _LANGUAGE.fullmatch(name.lang):
            yield bad_language(("other_names", number, "lang"), name.lang)


WITHOUT_TRACKING = "Write: {}"


def _tracking(path: tuple[str | int, ...], url: str | None) -> Iterator[Finding]:
    """Find an address with parameters that only count from where readers came."""
    if url and (clean := without_tracking(url)) != url:
        yield Finding(
            "tracking-parameters",
            path,
            "This address has parameters that only count from where readers came.",
            WITHOUT_TRACKING.format(clean),
            "warning",
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
    if kind == "article":
        for number, _ in _facts(tree):
            problems += _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")
    try:
        record = _adapter(kind).validate_python(_kept(tree.root, allowed))
    except ValidationError as fault:
        problems += [_problem(tree, error) for error in fault.errors(include_url=False)]
        return Checked(None, in_order(problems))
    return Checked(record, in_order(problems))


def leftovers(tree: Tree) -> Iterator[Problem]:
    """Text that is still in removed facts of an article."""
    for number, fact in _facts(tree):
        if fact.get("status") == "removed":
            yield from _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")


def _facts(tree: Tree) -> Iterator[tuple[int, Map]]:
    """The facts of an article that are groups of fields, with their indexes."""
    facts = tree.root.get("facts")
    for number, fact in enumerate(facts if isinstance(facts, Seq) else ()):
        if isinstance(fact, Map):
            yield number, fact


def _leftovers(
    tree: Tree, path: Path, allowed: tuple[str, ...] | list[str], noun: str
) -> Iterator[Problem]:
    group: Any = tree.at(path)
    needed = [name for name in allowed if name != "former_ids"]
    for name in group:
        if name not in allowed:
            yield Problem(
                "removed-text",
                f'"{shortened(name)}" is still here, although this {noun} is removed.',
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
