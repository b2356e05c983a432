"""One fact in two states -> the change in words: statement, evidence, attribution, notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from generator.dataset import Dataset, Removal, Statement
from generator.dataset.model import file_of
from generator.diff.change import Change, Detail, Record, What
from generator.diff.corrections import untold
from generator.diff.fields import Both, details
from generator.schema.dates import day_text
from generator.views.evidence import all_evidence
from generator.views.refs import actor_ref, source_ref
from generator.views.removed import removal_sentence

# Told by a sentence of their own, or by their consequence.
_SKIPPED = frozenset({"id", "former_ids", "status", "reason", "date", "said", "form"})


def new_fact(after: Statement, dataset: Dataset) -> Change:
    """A statement that was not there before."""
    state = after.fact.status
    remark = "" if state == "current" else f"It is {state} already: {after.fact.reason or ''}"
    return replace(_told("new", after, dataset), quotes=after.fact.quote, remark=remark)


def removed_fact(before: Statement, dataset: Dataset) -> Change:
    """A statement that is gone without a trace."""
    remark = "It should be withdrawn instead, so that links keep working."
    return replace(_told("removed", before, dataset), remark=remark)


def emptied(removal: Removal, record: Record, file: str) -> Change:
    """A record whose text was removed; the text is not repeated."""
    when = removal_sentence(removal)
    return Change("erased", record, removal.id, removal.id, remark=when, file=file)


def changed_fact(
    called: Statement, before: Statement, after: Statement, both: Both, names: frozenset[str]
) -> Change | None:
    """What changed in a statement, None where nothing did.

    `called` is the older one with the ids that are in use now, as `both` has the older dataset;
    `before` is as it was written. `names` are those of `told.names_in`.
    """
    found = (*_moved(called, before, after, both), *_fields(called, after, both))
    what = _what(called, after)
    if what == "changed" and not found:
        return None
    told = replace(_told(what, after, both[1]), details=found)
    if what in {"withdrawn", "superseded"}:
        return replace(told, remark=_reason(after))
    return replace(told, notice=_notice(called, after, both, names))


def _told(what: What, statement: Statement, dataset: Dataset) -> Change:
    """A change of a statement with its heading, its evidence and its place."""
    fact = statement.fact
    reports = all_evidence(dataset, statement)
    who = actor_ref(dataset, fact.speaker or statement.article.publisher).short
    condition = f", {fact.condition}" if fact.condition else ""
    return Change(
        what,
        "fact",
        fact.id,
        f"{who}: {fact.statement}{condition}",
        evidence="; ".join(f"{each.form_text}, {each.reference}" for each in reports),
        file=file_of("article", statement.article_id),
        line=statement.line,
    )


def _what(before: Statement, after: Statement) -> What:
    was, now = before.fact.status, after.fact.status
    if was == now:
        return "changed"
    if now == "current":
        return "restored"
    return "withdrawn" if now == "withdrawn" else "superseded"


def _reason(after: Statement) -> str:
    when = f"{day_text(after.fact.date)}: " if after.fact.date else ""
    return when + (after.fact.reason or "no reason given")


def _notice(
    called: Statement, after: Statement, both: Both, names: frozenset[str]
) -> Literal["", "due", "entered"]:
    """Whether a published meaning changed, and whether a fresh correction says so."""
    found = untold(called, after, both, names)
    if found.silent or found.wrong:
        return "due"
    return "entered" if found.fresh else ""


def _moved(called: Statement, before: Statement, after: Statement, both: Both) -> Iterator[Detail]:
    """Another id, another article, another publisher of the same article."""
    if before.fact.id != after.fact.id:
        yield Detail("id", before.fact.id, after.fact.id)
    if called.article_id != after.article_id:
        yield Detail(
            "article",
            source_ref(both[0], called.article_id).name,
            source_ref(both[1], after.article_id).name,
            attribution=True,
        )
    elif called.article.publisher != after.article.publisher:
        was = actor_ref(both[0], called.article.publisher).name
        now = actor_ref(both[1], after.article.publisher).name
        yield Detail("publisher", was, now, attribution=True)


def _fields(called: Statement, after: Statement, both: Both) -> Iterator[Detail]:
    yield from details(called.fact, after.fact, both, _SKIPPED)
    was, now = _said(called, both[0]), _said(after, both[1])
    if was != now:
        yield Detail("date said", was, now)
    elif called.fact.said != after.fact.said:
        one, other = called.fact.said, after.fact.said
        yield Detail("date said", _written(one), _written(other))
    forms = _form(called, both[0]), _form(after, both[1])
    if forms[0] != forms[1]:
        yield Detail("how it is reported", *forms, attribution=True)
    elif called.fact.form != after.fact.form:
        yield Detail("form", called.fact.form or "as found", after.fact.form or "as found")
    if called.fact.status == after.fact.status != "current":
        skip = frozenset(_SKIPPED - {"reason", "date"})
        others = details(called.fact, after.fact, both, skip)
        yield from (each for each in others if each.field in {"reason", "date"})


def _written(said: object) -> str:
    return "from the event" if said is None else str(getattr(said, "text", ""))


def _said(statement: Statement, dataset: Dataset) -> str:
    fact = statement.fact
    event = dataset.events.get(fact.event or "")
    moment = fact.said or (event.date if event else None)
    return moment.text if moment else "not given"


def _form(statement: Statement, dataset: Dataset) -> str:
    return all_evidence(dataset, statement)[0].form_text
