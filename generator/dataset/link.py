"""Resolves every reference between records, and says which lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.dataset.alike import alike
from generator.dataset.cycles import cycles, names_itself
from generator.dataset.model import RELATIONS, Dataset, Locate, Sheets, Statement, file_of
from generator.dataset.nearest import did_you_mean
from generator.dataset.references import references
from generator.dataset.successors import without_successor
from generator.problem import Checked, Place, Problem, in_order
from generator.schema import Actor, Article, Event, Kind, Topic

# Circles of updates are looked for among all facts.
_RELATIONS = tuple(field for field in RELATIONS if field != "updates")
_LISTED = 8  # ids in a message
_NOUN = {"actor": "actor", "topic": "topic", "event": "event", "article": "article"}


def link(sheets: Sheets, locate: Locate) -> Checked[Dataset]:
    """The records as one dataset, with every problem between them.

    The dataset is made even where there are errors, so that all else can be checked too; what a
    wrong reference names is simply absent from it.
    """
    statements, problems = _statements(sheets, locate)
    problems += _wrong_references(sheets, statements, locate)
    problems += _former_ids(sheets, statements, locate)
    dataset = Dataset(
        dict(sorted(sheets.actors.items())),
        dict(sorted(sheets.topics.items())),
        dict(sorted(sheets.events.items())),
        dict(sorted(sheets.articles.items())),
        dict(sorted(statements.items())),
    )
    problems += cycles(dataset, locate)
    problems += _naming_themselves(dataset, locate)
    problems += alike(dataset, locate)
    if not sheets.broken.get("article"):
        problems += without_successor(statements, locate)
    return Checked(dataset, in_order(problems))


def _statements(sheets: Sheets, locate: Locate) -> tuple[dict[str, Statement], list[Problem]]:
    statements: dict[str, Statement] = {}
    problems = []
    for article_id, article in sorted(sheets.articles.items()):
        lines = sheets.lines.get(article_id, ())
        for index, fact in enumerate(article.facts):
            if fact.id in statements:
                here = locate(file_of("article", article_id), ("facts", index, "id"))
                problems.append(_duplicate(fact.id, here, _fact_place(statements[fact.id], locate)))
                continue
            line = lines[index] if index < len(lines) else 1
            statements[fact.id] = Statement(fact, article_id, article, index, line)
    return statements, problems


def _fact_place(statement: Statement, locate: Locate) -> Place:
    return locate(file_of("article", statement.article_id), ("facts", statement.index, "id"))


def _duplicate(fact_id: str, here: Place, there: Place) -> Problem:
    return Problem(
        "duplicate-id",
        f'There is already a fact "{fact_id}".',
        here,
        f"The other stands in {there.file}, line {there.line}. Give this one another id.",
    )


def _wrong_references(
    sheets: Sheets, statements: Mapping[str, Statement], locate: Locate
) -> list[Problem]:
    known: dict[str, Mapping[str, Any]] = {
        "actor": sheets.actors,
        "topic": sheets.topics,
        "event": sheets.events,
        "article": sheets.articles,
        "fact": statements,
    }
    problems = []
    for file, listed in references(sheets):
        for kind, name, path in listed:
            wrong = _complaint(kind, name, known, sheets)
            if wrong:
                code, message, advice = wrong
                problems.append(Problem(code, message, locate(file, path), advice))
    return problems


def _naming_themselves(dataset: Dataset, locate: Locate) -> list[Problem]:
    """Facts that dispute, answer or support themselves, and groups that are their own members."""
    problems = []
    for name, statement in dataset.statements.items():
        for field in _RELATIONS:
            ids = getattr(statement.fact, field)
            if name in ids:
                path = ("facts", statement.index, field, ids.index(name))
                file = file_of("article", statement.article_id)
                problems.append(names_itself(name, field, locate(file, path)))
    for name, actor in dataset.actors.items():
        if name in actor.members:
            place = locate(file_of("actor", name), ("members", actor.members.index(name)))
            problems.append(names_itself(name, "members", place))
    return problems


def _complaint(
    kind: str, name: str, known: Mapping[str, Mapping[str, Any]], sheets: Sheets
) -> tuple[str, str, str] | None:
    if kind in {"publisher", "state"}:
        return _wrong_kind(kind, name, sheets) or _complaint("actor", name, known, sheets)
    if kind == "question":
        return _wrong_question(name, known, sheets)
    if name in known[kind] or name in sheets.broken.get(kind, ()):  # type: ignore[call-overload]  # kind may be fact
        return None
    if kind == "fact":
        # A fact of an article that could not be read is missed for that reason alone.
        if sheets.broken.get("article"):
            return None
        return "unknown-fact", f'There is no fact "{name}".', did_you_mean(name, known["fact"])
    new = f"New {kind}? Run: facts new {kind} {name}"
    return (
        f"unknown-{kind}",
        f'There is no {_NOUN[kind]} "{name}".',
        " ".join(filter(None, (did_you_mean(name, known[kind], ""), new))),
    )


def _wrong_kind(kind: str, name: str, sheets: Sheets) -> tuple[str, str, str] | None:
    actor = sheets.actors.get(name)
    if actor is None or actor.kind == kind:
        return None
    wanted = sorted(key for key, other in sheets.actors.items() if other.kind == kind)
    listed = f"Known: {', '.join(wanted)}." if 0 < len(wanted) <= _LISTED else ""
    near = did_you_mean(name, wanted, listed)
    return (
        "wrong-kind-of-actor",
        f'"{name}" is {"an" if actor.kind[0] in "aeiou" else "a"} {actor.kind}; here stands a '
        f"{kind}.",
        f"{near or 'Look up the id.'} Or is it a {kind}? Then its own file says kind: {kind}.",
    )


def _wrong_question(
    name: str, known: Mapping[str, Mapping[str, Any]], sheets: Sheets
) -> tuple[str, str, str] | None:
    topic_id, _, question_id = name.partition("/")
    if topic_id not in sheets.topics:
        return _complaint("topic", topic_id, known, sheets)
    questions = [question.id for question in sheets.topics[topic_id].questions]
    if question_id in questions:
        return None
    listed = ", ".join(questions) or "none yet"
    return (
        "unknown-question",
        f'The topic "{topic_id}" has no question "{question_id}".',
        did_you_mean(question_id, questions, "") + f" Its questions: {listed}.",
    )


def _former_ids(
    sheets: Sheets, statements: Mapping[str, Statement], locate: Locate
) -> list[Problem]:
    """A former id must not be in use, nor claimed twice: its address can lead to one page only."""
    problems = []
    groups: tuple[tuple[Kind, Mapping[str, Actor | Topic | Event | Article]], ...] = (
        ("actor", sheets.actors),
        ("topic", sheets.topics),
        ("event", sheets.events),
        ("article", sheets.articles),
    )
    for kind, records in groups:
        claims = [
            (old, record_id, file_of(kind, record_id), ("former_ids", number))
            for record_id, record in sorted(records.items())
            for number, old in enumerate(record.former_ids)
        ]
        problems += _claimed_twice(claims, records, locate)
    claims_of_facts = [
        (
            old,
            fact_id,
            file_of("article", statement.article_id),
            ("facts", statement.index, "former_ids", number),
        )
        for fact_id, statement in sorted(statements.items())
        for number, old in enumerate(statement.fact.former_ids)
    ]
    return problems + _claimed_twice(claims_of_facts, statements, locate)


def _claimed_twice(
    claims: list[tuple[str, str, str, Any]], in_use: Mapping[str, Any], locate: Locate
) -> list[Problem]:
    problems = []
    owner: dict[str, str] = {}
    for old, record_id, file, path in claims:
        other = old if old in in_use else owner.get(old)
        if other is not None:
            problems.append(
                Problem(
                    "former-id-in-use",
                    f'The former id "{old}" belongs to "{other}" too.',
                    locate(file, path),
                    "An id is never used again. Take it out of one of the two.",
                )
            )
        owner[old] = record_id
    return problems
