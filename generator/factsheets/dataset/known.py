"""What all files together define: every id, and the fact that has it."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factsheets.content.kinds import KINDS, Kind, Record
from factsheets.content.records import Actor, Article, Event, Fact, Topic
from factsheets.dataset.duplicates import marks
from factsheets.dataset.model import (
    RELATIONS,
    Locate,
    Path,
    Removal,
    Sheets,
    Statement,
    file_of,
)
from factsheets.dataset.references import Reference, of_record
from factsheets.dataset.ties import Lead, Ties
from factsheets.problems.problem import Problem

# The days of an article that can only lie behind us.


def days_behind(article: Article) -> Iterator[tuple[Path, datetime.date]]:
    """The days of publishing, reviewing and correcting, each with its place in the file."""
    yield ("published",), article.published
    for number, fact in enumerate(article.facts):
        yield from ((("facts", number, *path), day) for path, day in _of_fact(fact))


def _of_fact(fact: Fact) -> Iterator[tuple[Path, datetime.date]]:
    if fact.reviewed:
        yield ("reviewed", "date"), fact.reviewed.date
    if fact.date:
        yield ("date",), fact.date
    for number, correction in enumerate(fact.corrections):
        yield ("corrections", number, "date"), correction.date


# A record -> its ties.

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


class Known:
    """The records' ties and ids, without the records wherever ties are at hand."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.ties: dict[Kind, dict[str, Ties]] = {}
        for kind, records in sheets.records.items():
            self.ties[kind] = found = {}
            for key in sorted(records):
                at_hand = sheets.ties.get(file_of(kind, key))
                found[key] = at_hand or ties_of(key, records[key])
        self.removed = _by_kind(sheets.removed)
        """The ids of removed records and facts, by kind."""
        self.drafts: dict[str, set[str]] = {"article": set(), "fact": set()}
        """The ids of articles and facts that are drafts."""
        self.facts: dict[str, tuple[str, int]] = {}
        """Each fact's article and its number there; of two with one id, the first."""
        self.doubles: list[tuple[str, str, int]] = []
        """The others: the id, the article, the number there."""
        for article_id, each in self.ties["article"].items():
            self.removed["fact"].update(each.removed)
            self.drafts["fact"].update(each.drafts)
            if each.draft:
                self.drafts["article"].add(article_id)
            for number, fact_id in enumerate(each.facts):
                if self.facts.setdefault(fact_id, (article_id, number)) != (article_id, number):
                    self.doubles.append((fact_id, article_id, number))

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """What a reference of each kind may name; of files that cannot be read, all but questions.

        Drafts and removed facts are none of them.

        A reference to one of those is no second mistake.
        """
        actors = self.ties["actor"]
        broken = self.sheets.broken
        found: dict[Kind, frozenset[str]] = {
            kind: frozenset(self.ties[kind]) | broken.get(kind, frozenset()) for kind in self.ties
        }
        of_kind = {
            kind: frozenset(key for key, each in actors.items() if each.kind == kind)
            | broken.get("actor", frozenset())
            for kind in ("publisher", "state")
        }
        questions = frozenset(
            f"{topic_id}/{question}"
            for topic_id, each in self.ties["topic"].items()
            for question in each.questions
        )
        found["article"] -= self.drafts["article"]
        facts = frozenset(self.facts) - self.removed["fact"] - self.drafts["fact"]
        return {**found, **of_kind, "fact": facts, "question": questions}

    def ids(self, kind: str) -> Iterable[str]:
        """The ids of all records of a kind."""
        return self.ties.get(kind, ())

    def is_first(self, article_id: str, number: int) -> bool:
        """Whether the fact at this place of an article is the one that has its id."""
        fact_id = self.ties["article"][article_id].facts[number]
        return self.facts[fact_id] == (article_id, number)


def _by_kind(removed: Iterable[Removal]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "fact")}
    for each in removed:
        found[each.kind].add(each.id)
    return found


def statements(known: Known, article_ids: Iterable[str]) -> dict[str, Statement]:
    """The statements of these articles, drafts among them, in the order of their ids."""
    found: dict[str, Statement] = {}
    for article_id in sorted(article_ids):
        article = known.sheets.articles[article_id]
        lines = known.sheets.lines.get(article_id, ())
        for index, fact in enumerate(article.facts):
            if known.is_first(article_id, index) and fact.status != "removed":
                line = lines[index] if index < len(lines) else 1
                draft = fact.id in known.drafts["fact"]
                found[fact.id] = Statement(fact, article_id, article, index, line, draft)
    return dict(sorted(found.items()))


# Former ids: the first one, and those that are in use or claimed twice.

Claim = tuple[str, str, str, Path]
"""A former id, who had it, and where that is written."""


def first_id(current: str, former: Sequence[str]) -> str:
    """The id that a record had first. It never changes; what must stay for ever is built from it.

    `former` are the record's `former_ids`: oldest first, as `facts rename` writes them.
    """
    return former[0] if former else current


def former_ids(known: Known, locate: Locate) -> list[Problem]:
    """A former id must not be in use, nor claimed twice: its address can lead to one page only."""
    problems = []
    for kind, all_ties in known.ties.items():
        claims: list[Claim] = [
            (old, key, file_of(kind, key), ("former_ids", number))
            for key, each in all_ties.items()
            for number, old in enumerate(each.former)
        ]
        problems += _claimed_twice(claims, all_ties, locate)
    # By the facts' ids, wherever they stand, so that the same one of two is always named.
    return problems + _claimed_twice(sorted(_of_facts(known), key=_owner), known.facts, locate)


def _of_facts(known: Known) -> Iterator[Claim]:
    for article_id, each in known.ties["article"].items():
        if not each.former_facts:
            continue
        for index, fact in enumerate(known.sheets.articles[article_id].facts):
            if known.is_first(article_id, index):
                for number, old in enumerate(fact.former_ids):
                    path: Path = ("facts", index, "former_ids", number)
                    yield old, fact.id, file_of("article", article_id), path


def _owner(claim: Claim) -> str:
    return claim[1]


def _claimed_twice(claims: list[Claim], in_use: Container[str], locate: Locate) -> list[Problem]:
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
