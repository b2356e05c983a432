"""All changes between two states of the content, in the order of a report."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from factsheets.content.article import Article
from factsheets.content.authors import author_names
from factsheets.content.dates import Moment
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.records import Actor, Event, Topic
from factsheets.dataset.model import Dataset, Removal, Statement, file_of
from factsheets.history.affected_pages import affected_pages, finding_text, reported_otherwise
from factsheets.history.change import SIGNS, Change, Comparison, Detail, Record, Unread, What
from factsheets.history.corrections import review_corrections
from factsheets.history.fields import changed_fields, heading_of_fact
from factsheets.history.states import State, States, file_with, records, state
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.reports import counted
from factsheets.quotes.capture import Capture
from factsheets.site.views.addresses import actor_ref, source_ref
from factsheets.site.views.corrections import removal_text
from factsheets.site.views.dates import day_text, moment_of, moment_text
from factsheets.site.views.evidence import all_evidence
from factsheets.site.views.labels import publisher_label

_ORDER = tuple(SIGNS)
# These fields of a fact have their own sentences.
_SKIPPED = frozenset({"id", "former_ids", "status", "reason", "date", "said", "form"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A comparison, and the outcomes of checking both states."""

    comparison: Comparison
    before: Outcome
    now: Outcome

    @property
    def ready(self) -> bool:
        """Whether the newer content has no errors, no missing corrections and no deletions."""
        waits = self.comparison.due or self.comparison.gone
        return self.now.summary.errors == 0 and not waits


def difference(base: Inputs, inputs: Inputs, today: datetime.date) -> Difference:
    """Check both states, and compare what can be read of them."""
    before, now = check(base, today), check(inputs, today)
    return Difference(compare(state(base, before), state(inputs, now)), before, now)


def compare(old: State, new: State) -> Comparison:
    """The changes from one state to another, except in what cannot be read."""
    states = States(old, new)
    facts = sorted(
        _changed_facts(states), key=lambda each: (_ORDER.index(each.what), each.file, each.line)
    )
    changes = (
        *facts,
        *(change for kind in KINDS for change in _changed_records(kind, states)),
        *_changed_captures(states),
        *_changed_prose(old.dataset, new.dataset),
    )
    unread = tuple(_unread(old, new))
    return Comparison(changes, unread, affected_pages(states.old, states.new, changes))


# Facts.


def _changed_facts(states: States) -> Iterator[Change]:
    old, new = states.before, states.now
    for key, was, now in states.pairs("fact"):
        if was and now:
            if change := _changed_fact(was, now, states):
                yield change
        elif now:
            if key not in old.unread_facts and _file(now) not in old.unread:
                yield _new_fact(now, states.new)
        elif removal := _removal_of("fact", key, states.new):
            yield _removed_record("fact", removal, _old_file(was, states))
        elif key not in new.unread_facts and _file(was) not in new.unread:
            remark = "Withdraw it instead, so that links keep working."
            change = _change("removed", was, states.old)
            yield replace(change, remark=remark, file=_old_file(was, states))


def _file(statement: Statement) -> str:
    return file_of("article", statement.article_id)


def _old_file(statement: Statement, states: States) -> str:
    return file_of("article", states.former("article", statement.article_id))


def _change(what: What, statement: Statement, dataset: Dataset) -> Change:
    """A change of a statement, with its heading, evidence and place."""
    fact = statement.fact
    condition = f", {fact.condition}" if fact.condition else ""
    reports = all_evidence(dataset, statement)
    return Change(
        what,
        "fact",
        fact.id,
        f"{heading_of_fact(dataset, statement)}{condition}",
        evidence="; ".join(f"{each.form_text}, {each.reference}" for each in reports),
        file=_file(statement),
        line=statement.line,
    )


def _new_fact(now: Statement, dataset: Dataset) -> Change:
    status = now.fact.status
    remark = "" if status == "current" else f"It is already {status}: {now.fact.reason or ''}"
    return replace(_change("new", now, dataset), quotes=now.fact.quote, remark=remark)


def _changed_fact(was: Statement, now: Statement, states: States) -> Change | None:
    """The changes of a statement, None if there are none."""
    details = (*_moved(was, now, states), *_changed_fields_of_fact(was, now, states))
    what = _what(was, now)
    if what == "changed" and not details:
        return None
    change = replace(_change(what, now, states.new), details=details)
    if what in {"withdrawn", "superseded"}:
        when = f"{day_text(now.fact.date)}: " if now.fact.date else ""
        return replace(change, remark=when + (now.fact.reason or "no reason given"))
    review = review_corrections(was, now, states)
    if review.keeps_translation:
        change = replace(change, remark="The quotation changed, its translation did not.")
    if review.missing or review.untrue:
        return replace(change, notice="due")
    return replace(change, notice="entered" if review.added else "")


def _what(was: Statement, now: Statement) -> What:
    if was.fact.status == now.fact.status:
        return "changed"
    if now.fact.status == "current":
        return "restored"
    return "withdrawn" if now.fact.status == "withdrawn" else "superseded"


def _moved(was: Statement, now: Statement, states: States) -> Iterator[Detail]:
    """A new id, a new article, or a new publisher of the same article."""
    former = states.former("fact", now.fact.id)
    if former != now.fact.id:
        yield Detail("id", former, now.fact.id)
    if was.article_id != now.article_id:
        articles = (
            source_ref(states.old, was.article_id).name,
            source_ref(states.new, now.article_id).name,
        )
        yield Detail("article", *articles, attribution=True)
    elif was.article.publisher != now.article.publisher:
        publishers = (
            actor_ref(states.old, was.article.publisher).name,
            actor_ref(states.new, now.article.publisher).name,
        )
        yield Detail("publisher", *publishers, attribution=True)


def _changed_fields_of_fact(was: Statement, now: Statement, states: States) -> Iterator[Detail]:
    one, other = was.fact, now.fact
    yield from changed_fields(one, other, states.old, states.new, _SKIPPED)
    days = _day(moment_of(states.old, one)), _day(moment_of(states.new, other))
    if days[0] != days[1]:
        yield Detail("date said", *days)
    elif one.said != other.said:
        said_was, said_now = (
            moment_text(each.said) if each.said else "from the event" for each in (one, other)
        )
        yield Detail("date said", said_was, said_now)
    form_was = all_evidence(states.old, was)[0].form_text
    form_now = all_evidence(states.new, now)[0].form_text
    if form_was != form_now:
        yield Detail("how it is reported", form_was, form_now, attribution=True)
    elif one.form != other.form:
        yield Detail("form", one.form or "as found", other.form or "as found")
    if one.status == other.status != "current":
        ended = changed_fields(one, other, states.old, states.new, _SKIPPED - {"reason", "date"})
        yield from (each for each in ended if each.field in {"reason", "date"})


def _day(moment: Moment | None) -> str:
    return moment_text(moment) if moment else "not given"


# Other records.


def _removal_of(kind: str, key: str, dataset: Dataset) -> Removal | None:
    """The remains of a removed record that has or had this id."""
    of_kind = (each for each in dataset.removed if each.kind == kind)
    return next((each for each in of_kind if key in (each.id, *each.former_ids)), None)


def _removed_record(record: Record, removal: Removal, file: str) -> Change:
    """A record whose text was removed; the text is not repeated."""
    remark = removal_text(removal)
    return Change("erased", record, removal.id, removal.id, remark=remark, file=file)


def _changed_records(kind: Kind, states: States) -> list[Change]:
    found = [
        change for each in states.pairs(kind) if (change := _changed_record(kind, each, states))
    ]
    return sorted(found, key=lambda each: _ORDER.index(each.what))


def _changed_record(kind: Kind, pair: tuple[str, Any, Any], states: States) -> Change | None:
    key, was, now = pair
    old, new = states.before, states.now
    file, record = file_of(kind, key), KINDS[kind].noun
    if was is None:
        heading, remark = _heading(now, states.new), _remark(key, now, states.new)
        change = Change("new", record, key, heading, remark=remark, file=file)
        return None if file in old.unread else change
    if now is None:
        if file in new.unread:
            return None
        if removal := _removal_of(kind, key, states.new):
            return _removed_record(record, removal, file)
        return Change("removed", record, key, _heading(was, states.old), file=file)
    details = tuple(_changed_fields_of_record(was, now, states))
    former = states.former(kind, key)
    if former != key:
        # A new id always comes with a former id.
        others = (each for each in details if (each.was, each.now) != (None, former))
        details = (Detail("id", former, key), *others)
    heading = _heading(now, states.new)
    return Change("changed", record, key, heading, details=details, file=file) if details else None


def _changed_fields_of_record(was: Any, now: Any, states: States) -> Iterator[Detail]:
    """The fields that differ; facts of an article are separate changes."""
    if isinstance(was, Article):
        was, now = (
            replace(each, facts=(), author=None, authors=author_names(each)) for each in (was, now)
        )
    return changed_fields(was, now, states.old, states.new)


def _heading(record: Actor | Topic | Event | Article, dataset: Dataset) -> str:
    match record:
        case Actor():
            return f"{record.name} ({record.kind})"
        case Event(date=date) if date:
            return f"{record.name}, {moment_text(date)}"
        case Article():
            title = f": “{record.title}”" if record.title else ""
            publisher = actor_ref(dataset, record.publisher).name
            return f"{publisher}, {day_text(record.published)}{title}"
    return record.name


def _remark(key: str, record: Actor | Topic | Event | Article, dataset: Dataset) -> str:
    """A remark on a new record: a publisher's owner, the number of facts of an article."""
    match record:
        case Actor(kind="publisher"):
            return publisher_label(dataset, key) + "."
        case Actor():
            speaks = any(key in each.fact.speaker for each in dataset.statements.values())
            return "" if speaks else "No statement recorded here."
        case Article():
            number = sum(fact.status != "removed" for fact in record.facts)
            origin = source_ref(dataset, record.derived_from).name if record.derived_from else ""
            reprint = f"A reprint of {origin}. " if origin else ""
            return f"{reprint}{counted(number, 'statement')}. {record.url}"
    return ""


# Captures and hand-written pages.


def _changed_captures(states: States) -> Iterator[Change]:
    """One change for each article whose capture was added, removed or changed."""
    old, new = states.old, states.new
    for key in sorted(old.articles.keys() & new.articles.keys()):
        was, now = old.captures.get(key), new.captures.get(key)
        if was != now:
            findings = (
                Detail(fact_id, finding_text(fact_id, old), finding_text(fact_id, new))
                for fact_id in reported_otherwise(key, old, new)
            )
            details = (*_changed_capture(was, now), *findings)
            heading, file = source_ref(new, key).name, f"seeds/{key}.json"
            yield Change("changed", "capture", key, heading, details=details, file=file)


def _changed_capture(was: Capture | None, now: Capture | None) -> Iterator[Detail]:
    days = day_text(was.captured) if was else None, day_text(now.captured) if now else None
    if was is None or now is None:
        yield Detail("capture", *days)
        return
    if was.sha256 != now.sha256:
        yield Detail("text captured", *days)
    if was.form != now.form:
        yield Detail("form", str(was.form), str(now.form))
    if len(was.paragraphs) != len(now.paragraphs):
        yield Detail("paragraphs", str(len(was.paragraphs)), str(len(now.paragraphs)))


def _changed_prose(old: Dataset, new: Dataset) -> Iterator[Change]:
    for name in sorted({*old.prose, *new.prose}):
        was, now = old.prose.get(name), new.prose.get(name)
        if was != now:
            what: What = "new" if was is None else "removed" if now is None else "changed"
            yield Change(what, "page", name, name, file=f"content/pages/{name}.md")


# What could not be read.


def _unread(old: State, new: State) -> Iterator[Unread]:
    sides: tuple[tuple[Literal["before", "now"], State, State], ...] = (
        ("before", old, new),
        ("now", new, old),
    )
    for side, mine, other in sides:
        for file in sorted(mine.unread):
            there = (key for key, each in other.dataset.statements.items() if _file(each) == file)
            yield Unread(file, side, _headings(other.dataset, there))
    for side, mine, other in sides:
        for key, file in sorted(mine.unread_facts.items()):
            if file not in mine.unread:
                yield Unread(f"{file} ({key})", side, _headings(other.dataset, [key]))
    for side, mine, _ in sides:
        for (kind, key), fields in sorted(mine.unread_fields.items()):
            record = records(kind, mine.dataset).get(key)
            headings = _headings(mine.dataset, [key] if kind == "fact" else [])
            file = file_with(kind, key, record) + (f" ({key})" if kind == "fact" else "")
            yield Unread(file, side, headings, tuple(sorted(fields)))


def _headings(dataset: Dataset, ids: Iterable[str]) -> tuple[str, ...]:
    known = (dataset.statements[key] for key in ids if key in dataset.statements)
    return tuple(heading_of_fact(dataset, each) for each in known)
