"""Two data sets -> every change between them, in the order in which people read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factsheets.content.records import Actor, Article, Event, Kind, Topic
from factsheets.content.types import author_names
from factsheets.dataset.model import FOLDERS, Dataset, Removal, file_of
from factsheets.history.affected_pages import changed_captures, pages
from factsheets.history.change import Change, Comparison, Detail, Record, Unread
from factsheets.history.corrections import names_in
from factsheets.history.ids import Renames, called, renamed, renames, with_names
from factsheets.history.record_changes import changed_fact, details, emptied, new_fact, removed_fact
from factsheets.site.views.addresses import actor_ref, source_ref
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.labels import publisher_label

# What one side has and could not be read, taken from the other: so that nothing is told of it.

Cut = Mapping[str, frozenset[str]]
"""By the id of a fact, or the file of a record: the fields whose values could not be read."""


def filled(side: Dataset, cut: Cut, other: Dataset, names: Renames) -> Dataset:
    """The data set with the values that could not be read as the other has them.

    `names` turn the other's ids into those of this one; none where the other is the newer.
    """
    if not cut:
        return side
    facts, findings = dict(side.statements), dict(side.findings)
    former = {now: was for was, now in names.get("fact", {}).items()}
    for key in cut.keys() & facts.keys():
        known = other.statements.get(former.get(key, key))
        if known is None:
            continue
        values = renamed(known.fact, names)
        same = {field: getattr(values, field) for field in cut[key]}
        facts[key] = replace(facts[key], fact=replace(facts[key].fact, **same))
        for at in range(len(facts[key].fact.also) + 1):
            if (found := other.findings.get((known.fact.id, at))) is not None:
                findings[key, at] = found
    groups = {kind: _unread_records(kind, side, cut, other, names) for kind in FOLDERS}
    articles = groups["article"]
    facts = {key: replace(each, article=articles[each.article_id]) for key, each in facts.items()}
    return replace(
        side,
        actors=groups["actor"],
        topics=groups["topic"],
        events=groups["event"],
        articles=articles,
        statements=facts,
        findings=findings,
    )


def _unread_records(
    kind: Kind, side: Dataset, cut: Cut, other: Dataset, names: Renames
) -> dict[str, Any]:
    mine, theirs = records(kind, side), records(kind, other)
    found = dict(mine)
    former = {now: was for was, now in names.get(kind, {}).items()}
    for key, record in mine.items():
        fields = cut.get(file_of(kind, key))
        known = theirs.get(former.get(key, key))
        if fields and known is not None:
            values = renamed(replace(known, facts=()) if kind == "article" else known, names)
            found[key] = replace(record, **{field: getattr(values, field) for field in fields})
    return found


def records(kind: Kind, dataset: Dataset) -> Mapping[str, Any]:
    """The records of one kind, by their ids."""
    groups: dict[Kind, Mapping[str, Any]] = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
    }
    return groups[kind]


@dataclass(frozen=True, slots=True)
class Side:
    """One state of the content.

    `unread` are the files that could not be read, `doubtful` the ids of facts that could not:
    nothing is said to have come or gone because of them. `cut` are the fields of others whose
    values could not be read: nothing is said of these either.
    """

    dataset: Dataset
    unread: frozenset[str] = frozenset()
    doubtful: Mapping[str, str] | None = None
    cut: Cut = field(default_factory=dict)


def compared(old: Side, new: Side) -> Comparison:
    """What changed from one state of the content to another; nothing that could not be read."""
    names = renames(old.dataset, new.dataset)
    told = tuple(_unread(old, new))
    old, new = (
        replace(old, dataset=filled(old.dataset, old.cut, new.dataset, {})),
        replace(new, dataset=filled(new.dataset, new.cut, old.dataset, names)),
    )
    hidden = _hidden(old, new)
    facts = sorted(_facts(old, new, names, hidden), key=_reading_order)
    changes = (
        *facts,
        *_records("actor", old, new, names),
        *_records("topic", old, new, names),
        *_records("event", old, new, names),
        *_records("article", old, new, names),
        *changed_captures((old.dataset, new.dataset)),
        *_prose(old.dataset, new.dataset),
    )
    return Comparison(changes, told, pages(old.dataset, new.dataset, changes))


_ORDER = {"new": 0, "restored": 1, "changed": 2, "withdrawn": 3, "superseded": 4}
_ORDER |= {"erased": 5, "removed": 6}


def _reading_order(change: Change) -> tuple[int, str, int]:
    return (_ORDER[change.what], change.file, change.line)


def _hidden(old: Side, new: Side) -> tuple[frozenset[str], frozenset[str]]:
    """The facts that one side may have without our seeing it: in the old one, in the new one."""
    return frozenset(old.doubtful or {}), frozenset(new.doubtful or {})


def _facts(
    old: Side, new: Side, names: Renames, hidden: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Change]:
    both = (with_names(old.dataset, names), new.dataset)
    words = names_in(both)
    known = set()
    for key, before in old.dataset.statements.items():
        name = names["fact"].get(key, key)
        known.add(name)
        after = new.dataset.statements.get(name)
        if after is not None:
            change = changed_fact(called(before, names), before, after, both, words)
            if change:
                yield change
        elif gone := _removal("fact", name, new.dataset):
            yield emptied(gone, "fact", file_of("article", before.article_id))
        elif name not in hidden[1] and file_of("article", before.article_id) not in new.unread:
            yield removed_fact(before, old.dataset)
    for name, after in new.dataset.statements.items():
        unseen = name in hidden[0] or file_of("article", after.article_id) in old.unread
        if name not in known and not unseen:
            yield new_fact(after, new.dataset)


_RECORD: dict[Kind, Record] = {
    "actor": "actor",
    "topic": "topic",
    "event": "event",
    "article": "source",
}
# Facts are told one by one; what is computed from ids is no change of a record.
_TOLD_ELSEWHERE = frozenset({"facts"})


def _records(kind: Kind, old: Side, new: Side, names: Renames) -> Iterator[Change]:
    before, after = records(kind, old.dataset), records(kind, new.dataset)
    known = {names[kind].get(key, key): record for key, record in before.items()}
    rows: dict[str, list[Change]] = {"new": [], "changed": [], "erased": [], "removed": []}
    for key in sorted({*known, *after}):
        change = _record(kind, key, (known.get(key), after.get(key)), (old, new), names)
        if change:
            rows[change.what].append(change)
    for part in rows.values():
        yield from part


def _gone(kind: Kind, key: str, former: str, sides: tuple[Side, Side]) -> Change:
    """A record that is deleted, or whose text was removed."""
    if gone := _removal(kind, key, sides[1].dataset):
        return emptied(gone, _RECORD[kind], file_of(kind, key))
    heading = _heading(kind, former, sides[0].dataset)
    return Change("removed", _RECORD[kind], key, heading, file=file_of(kind, former))


def _removal(kind: str, key: str, dataset: Dataset) -> Removal | None:
    """What is left of a removed record that had this id."""
    of_kind = (each for each in dataset.removed if each.kind == kind)
    return next((each for each in of_kind if key in (each.id, *each.former_ids)), None)


def _record(
    kind: Kind, key: str, states: tuple[Any, Any], sides: tuple[Side, Side], names: Renames
) -> Change | None:
    was, now = states
    old, new = sides
    file = file_of(kind, key)
    record = _RECORD[kind]
    if was is None:
        if file in old.unread:
            return None
        heading, remark = _heading(kind, key, new.dataset), _remark(kind, key, new.dataset)
        return Change("new", record, key, heading, remark=remark, file=file)
    if now is None:
        former = {value: each for each, value in names[kind].items()}.get(key, key)
        return None if file in new.unread else _gone(kind, key, former, (old, new))
    changed = _of_record((kind, key), was, now, sides, names)
    if not changed:
        return None
    heading = _heading(kind, key, new.dataset)
    return Change("changed", record, key, heading, details=changed, file=file)


def _of_record(
    which: tuple[Kind, str], was: Any, now: Any, sides: tuple[Side, Side], names: Renames
) -> tuple[Detail, ...]:
    kind, key = which
    skip = _TOLD_ELSEWHERE if kind == "article" else frozenset()
    if kind == "article":
        was, now = (
            replace(each, facts=(), author=None, authors=author_names(each)) for each in (was, now)
        )
    both = (sides[0].dataset, sides[1].dataset)
    fields = tuple(details(renamed(was, names), now, both, skip)) if was != now else ()
    former = {value: each for each, value in names[kind].items()}.get(key)
    if former is None:
        return fields
    # That it keeps its former id follows from the new one.
    told = (each for each in fields if (each.was, each.now) != (None, former))
    return (Detail("id", former, key), *told)


def _heading(kind: Kind, key: str, dataset: Dataset) -> str:
    match _get(kind, key, dataset):
        case Actor() as actor:
            return f"{actor.name} ({actor.kind})"
        case Topic() as topic:
            return topic.name
        case Event() as event:
            return f"{event.name}, {moment_text(event.date)}" if event.date else event.name
        case Article() as article:
            title = f": “{article.title}”" if article.title else ""
            publisher = actor_ref(dataset, article.publisher).name
            return f"{publisher}, {day_text(article.published)}{title}"
    return key


def _get(kind: Kind, key: str, dataset: Dataset) -> Actor | Topic | Event | Article | None:
    found: Actor | Topic | Event | Article | None = records(kind, dataset).get(key)
    return found


def _remark(kind: Kind, key: str, dataset: Dataset) -> str:
    """What there is to say of a new record: who owns a publisher, what an article gave."""
    record = _get(kind, key, dataset)
    if isinstance(record, Actor):
        if record.kind == "publisher":
            return publisher_label(dataset, key) + "."
        speaks = any(each.fact.speaker == key for each in dataset.statements.values())
        return "" if speaks else "No statement by it recorded here."
    if isinstance(record, Article):
        number = sum(fact.status != "removed" for fact in record.facts)
        reprint = source_ref(dataset, record.derived_from).name if record.derived_from else ""
        gave = f"{number} statement{'' if number == 1 else 's'}. {record.url}"
        return f"A reprint of {reprint}. {gave}" if reprint else gave
    return ""


def _prose(old: Dataset, new: Dataset) -> Iterator[Change]:
    for name in sorted({*old.prose, *new.prose}):
        file = f"content/pages/{name}.md"
        if name not in old.prose:
            yield Change("new", "page", name, name, file=file)
        elif name not in new.prose:
            yield Change("removed", "page", name, name, file=file)
        elif old.prose[name] != new.prose[name]:
            yield Change("changed", "page", name, name, file=file)


def _unread(old: Side, new: Side) -> Iterator[Unread]:
    for file in sorted(old.unread):
        yield Unread(file, "before", _there(new.dataset, file))
    for file in sorted(new.unread):
        yield Unread(file, "now", _there(old.dataset, file))
    yield from _doubtful(old, new, "before")
    yield from _doubtful(new, old, "now")
    yield from _cut(old, "before")
    yield from _cut(new, "now")


def _doubtful(side: Side, other: Side, when: Any) -> Iterator[Unread]:
    for key, file in sorted((side.doubtful or {}).items()):
        if file not in side.unread:
            yield Unread(f"{file} ({key})", when, _headings(other.dataset, [key]))


def _cut(side: Side, when: Any) -> Iterator[Unread]:
    for key, fields in sorted(side.cut.items()):
        statement = side.dataset.statements.get(key)
        file = file_of("article", statement.article_id) if statement else key
        named = f"{file} ({key})" if statement else key
        headings = _headings(side.dataset, [key]) if statement else ()
        yield Unread(named, when, headings, tuple(sorted(fields)))


def _there(dataset: Dataset, file: str) -> tuple[str, ...]:
    ids = (
        key
        for key, each in dataset.statements.items()
        if file_of("article", each.article_id) == file
    )
    return _headings(dataset, ids)


def _headings(dataset: Dataset, ids: Iterable[str] | Collection[str]) -> tuple[str, ...]:
    known = (dataset.statements[key] for key in ids if key in dataset.statements)
    return tuple(
        f"{actor_ref(dataset, each.fact.speaker or each.article.publisher).short}: "
        f"{each.fact.statement}"
        for each in known
    )
