"""One fact in two states -> the change in words: statement, evidence, attribution, notice."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Literal

from factsheets.content.dates import Moment
from factsheets.content.records import (
    Answer,
    Correction,
    Figure,
    Membership,
    MoreEvidence,
    Name,
    Question,
    Review,
    Role,
    Unused,
    Wording,
)
from factsheets.dataset.model import Dataset, Removal, Statement, file_of
from factsheets.history.change import Change, Detail, Record, What
from factsheets.history.corrections import untold
from factsheets.site.views.addresses import actor_ref, event_ref, source_ref, topic_ref
from factsheets.site.views.corrections import field_name, removal_text
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.evidence import all_evidence
from factsheets.site.views.statement import figure_view

# Values of fields in words that can be read aloud: names instead of ids.

# The fields that hold ids, and the kind of record that each names.
NAMES_A: dict[str, str] = {
    "speaker": "actor",
    "about": "actor",
    "publisher": "actor",
    "organisation": "actor",
    "actor": "actor",
    "members": "actor",
    "country": "actor",
    "organiser": "actor",
    "participants": "actor",
    "topics": "topic",
    "broader": "topic",
    "event": "event",
    "part_of": "event",
    "follows": "event",
    "article": "article",
    "derived_from": "article",
    "independent_of": "article",
    "facts": "fact",
    "disputes": "fact",
    "updates": "fact",
    "replies_to": "fact",
    "answers_fact": "fact",
    "supports": "fact",
    "question": "question",
}


def in_words(dataset: Dataset, field: str, value: Any) -> str:
    """One value of a field; ids are named as the data set knows them."""
    if isinstance(value, str):
        return _NAMES.get(NAMES_A.get(field, ""), _itself)(dataset, value)
    if isinstance(value, tuple):
        return "; ".join(in_words(dataset, field, each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return moment_text(value)
    if isinstance(value, datetime.date):
        return day_text(value)
    return _RECORDS.get(type(value), in_full)(dataset, value)


def in_full(dataset: Dataset, value: Any) -> str:
    """All fields of a record, for a change that the short words do not show."""
    if not dataclasses.is_dataclass(value):
        return str(value)
    fields = ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value))
    given = (
        f"{field_name(name)} {in_words(dataset, name, one)}"
        for name, one in fields
        if one not in (None, ())
    )
    return ", ".join(given)


def _figure(_dataset: Dataset, value: Figure) -> str:
    view = figure_view(value, None)
    if view and value.status == "not-given":
        return f"not given, {view.counts}"
    return f"{view.text} {view.counts}" if view else ""


def _answer(dataset: Dataset, value: Answer) -> str:
    actor = f"{actor_ref(dataset, value.actor).short}, " if value.actor else ""
    asked = in_words(dataset, "question", value.question)
    return f"{actor}on “{asked}”: “{value.text}” ({value.kind})"


def _name(_dataset: Dataset, value: Name) -> str:
    return f"{value.text} ({value.lang})" if value.lang else value.text


def _role(dataset: Dataset, value: Role) -> str:
    parts = [value.title]
    if value.organisation:
        parts.append(actor_ref(dataset, value.organisation).name)
    if value.start:
        parts.append(f"since {moment_text(value.start)}")
    if value.end:
        parts.append(f"until {moment_text(value.end)}")
    return ", ".join(parts)


def _correction(_dataset: Dataset, value: Correction) -> str:
    return (
        f"{day_text(value.date)}, {field_name(value.field)}: “{value.was}” → “{value.now}” "
        f"({value.reason})"
    )


def _unused(_dataset: Dataset, value: Unused) -> str:
    return f"¶{value.paragraph} ({value.why})"


def _wording(_dataset: Dataset, value: Wording) -> str:
    note = f" ({value.note})" if value.note else ""
    return f"¶{value.paragraph} “{value.words}”{note}"


def _membership(dataset: Dataset, value: Membership) -> str:
    return actor_ref(dataset, value.actor).name


def _review(_dataset: Dataset, value: Review) -> str:
    return f"{day_text(value.date)} by {value.by}" if value.by else day_text(value.date)


def _asked(_dataset: Dataset, value: Question) -> str:
    return f"“{value.text}”"


def _evidence(dataset: Dataset, more: MoreEvidence) -> str:
    where = source_ref(dataset, more.article).name if more.article else "the same article"
    at = f" ¶{more.paragraph}" if more.paragraph else ""
    quotes = "".join(f", “{quote}”" for quote in more.quote)
    form = f", {more.form.replace('-', ' ')}" if more.form else ""
    return f"{where}{at}{form}{quotes}"


def _statement(dataset: Dataset, fact_id: str) -> str:
    statement = dataset.statements.get(fact_id)
    if statement is None:
        return fact_id
    who = statement.fact.speaker or statement.article.publisher
    return f"“{actor_ref(dataset, who).short}: {statement.fact.statement}”"


def _question(dataset: Dataset, name: str) -> str:
    topic_id, _, question_id = name.partition("/")
    topic = dataset.topics.get(topic_id)
    known = topic.questions if topic else ()
    return next((each.text for each in known if each.id == question_id), name)


def _itself(_dataset: Dataset, text: str) -> str:
    return text


_RECORDS: dict[type[Any], Callable[[Dataset, Any], str]] = {
    Answer: _answer,
    Correction: _correction,
    Figure: _figure,
    Membership: _membership,
    MoreEvidence: _evidence,
    Name: _name,
    Question: _asked,
    Review: _review,
    Role: _role,
    Unused: _unused,
    Wording: _wording,
}
_NAMES: dict[str, Callable[[Dataset, str], str]] = {
    "actor": lambda dataset, name: actor_ref(dataset, name).name,
    "topic": lambda dataset, name: topic_ref(dataset, name).name,
    "event": lambda dataset, name: event_ref(dataset, name).name,
    "article": lambda dataset, name: source_ref(dataset, name).name,
    "fact": _statement,
    "question": _question,
}


# Two states of one record -> its fields that changed, each was and now in words.

Both = tuple[Dataset, Dataset]

# Who said it, and who reported it.
ATTRIBUTION = frozenset({"speaker", "publisher", "derived_from", "independent_of"})
_QUOTED = frozenset({"statement", "condition", "detail", "note", "quote", "title", "reason"})


def details(one: Any, other: Any, both: Both, skip: frozenset[str]) -> Iterator[Detail]:
    """Every field that differs between two records of one kind, in the schema's order."""
    for field in dataclasses.fields(one):
        was, now = getattr(one, field.name), getattr(other, field.name)
        if field.name not in skip and was != now:
            yield from _differing(field.name, was, now, both)


def _differing(name: str, was: Any, now: Any, both: Both) -> Iterator[Detail]:
    if isinstance(was, tuple) and isinstance(now, tuple):
        yield from _listed(name, was, now, both)
        return
    before, after = _words(both[0], name, was), _words(both[1], name, now)
    if before == after:
        before, after = in_full(both[0], was), in_full(both[1], now)
    yield _detail(name, before, after)


def _listed(name: str, was: tuple[Any, ...], now: tuple[Any, ...], both: Both) -> Iterator[Detail]:
    """Items that came, went or changed; a new order alone is said once."""
    left = [in_full(both[0], each) + repr(each) for each in was]
    right = [in_full(both[1], each) + repr(each) for each in now]
    if sorted(left) == sorted(right):
        yield Detail(f"order of {field_name(name)}", *_orders(name, was, now, both))
        return
    kept = set(left) & set(right)
    one = [each for each, key in zip(was, left, strict=True) if key not in kept]
    other = [each for each, key in zip(now, right, strict=True) if key not in kept]
    yield from _paired(name, one, other, both)


def _orders(name: str, was: Any, now: Any, both: Both) -> tuple[str, str]:
    return in_words(both[0], name, was), in_words(both[1], name, now)


def _paired(name: str, was: list[Any], now: list[Any], both: Both) -> Iterator[Detail]:
    """Items that are alike, the older beside the newer; the others alone."""
    left = [_words(both[0], name, each) or "" for each in was]
    right = [_words(both[1], name, each) or "" for each in now]
    free = list(range(len(right)))
    for at, before in enumerate(left):
        match = _most_alike(before, was[at], [(n, right[n], now[n]) for n in free])
        if match is None:
            yield _detail(name, before, None)
            continue
        free.remove(match)
        same = before == right[match]
        full = (in_full(both[0], was[at]), in_full(both[1], now[match]))
        yield _detail(name, *(full if same else (before, right[match])))
    for at in free:
        yield _detail(name, None, right[at])


_ALIKE = 0.6
_COMPARED = 40  # lists with more items that changed are told item by item


def _most_alike(words: str, value: Any, others: list[tuple[int, str, Any]]) -> int | None:
    keys = [number for number, _, other in others if _same_key(value, other)]
    if keys or len(others) > _COMPARED or (isinstance(value, str) and " " not in value):
        return keys[0] if keys else None
    rated = [(SequenceMatcher(None, words, text).ratio(), -n) for n, text, _ in others]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _same_key(one: Any, other: Any) -> bool:
    """Whether two items are one and the same by what names them, such as a question's id."""
    for key in (("id",), ("question", "actor"), ("actor",), ("title",), ("article", "paragraph")):
        if all(hasattr(each, part) for each in (one, other) for part in key):
            return all(getattr(one, part) == getattr(other, part) for part in key)
    return False


def _words(dataset: Dataset, name: str, value: Any) -> str | None:
    if value is None:
        return None
    words = in_words(dataset, name, value)
    return f"“{words}”" if name in _QUOTED else words


def _detail(name: str, was: str | None, now: str | None) -> Detail:
    return Detail(field_name(name), was, now, name in ATTRIBUTION)


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
    when = removal_text(removal)
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
    return moment_text(moment) if moment else "not given"


def _form(statement: Statement, dataset: Dataset) -> str:
    return all_evidence(dataset, statement)[0].form_text
