"""A record -> its ties."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from generator.dataset.alike import marks
from generator.dataset.days import days_behind
from generator.dataset.model import RELATIONS, Record
from generator.dataset.references import Reference, of_record
from generator.dataset.ties import Lead, Ties
from generator.schema import Actor, Article, Event, Fact, Topic

# Circles of updates are looked for among all facts.
ITSELF = tuple(name for name in RELATIONS if name != "updates")
"""The fields by which a fact must not name itself."""


def ties_of(record_id: str, record: Record) -> Ties:
    """The ties of a record."""
    refers = _refers(of_record(record))
    match record:
        case Actor():
            members = [each.actor for each in record.member_of]
            leads = _leads("member_of", record_id, members)
            itself = record_id in record.members
            return Ties(refers, leads, record.former_ids, itself, kind=record.kind)
        case Topic():
            leads = _leads("broader", record_id, [record.broader])
            questions = tuple(question.id for question in record.questions)
            return Ties(refers, leads, record.former_ids, questions=questions)
        case Event():
            leads = (
                *_leads("part_of", record_id, [record.part_of]),
                *_leads("follows", record_id, [record.follows]),
            )
            return Ties(refers, leads, record.former_ids, first=_exact_day(record))
        case Article():
            return _of_article(record_id, record, refers)


def _of_article(record_id: str, article: Article, refers: dict[str, frozenset[str]]) -> Ties:
    leads = list(_leads("derived_from", record_id, [article.derived_from]))
    draft = article.status == "draft"
    drafts = tuple(fact.id for fact in article.facts if draft or fact.status == "draft")
    for fact in article.facts:
        if fact.id not in drafts:
            leads += _leads("updates", fact.id, fact.updates)
    return Ties(
        refers,
        tuple(leads),
        article.former_ids,
        any(fact.id in getattr(fact, name) for fact in article.facts for name in ITSELF),
        facts=tuple(fact.id for fact in article.facts),
        former_facts=tuple(old for fact in article.facts for old in fact.former_ids),
        superseded=tuple(fact.id for fact in article.facts if fact.status == "superseded"),
        removed=tuple(fact.id for fact in article.facts if fact.status == "removed"),
        drafts=drafts,
        draft=draft,
        quotes=tuple(map(_quotes, article.facts)),
        undated=frozenset(f.event for f in article.facts if f.event and not f.said),
        published=article.published.isoformat(),
        last=max(day for _, day in days_behind(article)).isoformat(),
        alike=array(
            "I", sorted({each for fact in article.facts for each in marks(fact)})
        ).tobytes(),
    )


def _refers(references: Iterable[Reference]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, name, _ in references:
        found.setdefault(kind, set()).add(name)
    return {kind: frozenset(names) for kind, names in found.items()}


def _leads(name: str, own: str, others: Iterable[str | None]) -> tuple[Lead, ...]:
    named = tuple(other for other in others if other)
    return ((name, own, named),) if named else ()


def _exact_day(event: Event) -> str:
    day = event.date.first if event.date and event.date.kind == "exactly" else None
    return day.isoformat() if day else ""


def _quotes(fact: Fact) -> int:
    return len(fact.quote) + sum(len(more.quote) for more in fact.also)
