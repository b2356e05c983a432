"""The inverse of every relation: who said what, about whom, under which topic, from where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from factsheets.content.article import Fact
from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS
from factsheets.dataset.model import RELATIONS, Dataset, Statement
from factsheets.quotes.reprints import is_comparable

Ids = tuple[str, ...]
Lists = Mapping[str, Ids]
_FIELDS = tuple(name for name, each in known_fields(Fact).items() if each.target in KINDS)


@dataclass(frozen=True, slots=True)
class Index:
    """Ids of statements by the records that they concern: undated ones first, then the newest.

    Superseded and withdrawn statements leave every list; `past` gives the superseded ones by the
    topics and actors whose questions they answered, for positions over time; `guests` gives,
    by topic, current ones that answer a question of it but belong to other topics.

    `by_field` gives, by field (`speaker`, `event`, `topics`) and by the record named there, who
    names it. There `about` has also those of whom a statement gives an answer, and `article` and
    `via` those of all evidence. `inverse` does the same for fields that name statements
    (`disputes` …). `comparable` are the articles that can be compared for shared text.
    """

    listed: Ids
    by_field: Mapping[str, Lists]
    past: Lists
    guests: Lists
    inverse: Mapping[str, Lists]
    comparable: frozenset[str]


def index(dataset: Dataset) -> Index:
    """The index of a dataset."""
    newest_first = _newest_first(dataset)
    listed = [each for each in newest_first if each.fact.status == "current"]
    past = [each for each in newest_first if each.fact.status != "current"]
    return Index(
        listed=tuple(each.fact.id for each in listed),
        by_field={
            **{name: _by(partial(_named, name), listed) for name in _FIELDS},
            "about": _by(_spoken_of, listed),
            "article": _by(_articles, listed),
            "via": _by(_passed_on_by, listed),
        },
        past=_by(lambda each: (*_topics_answered(each), *_answering(each)), past),
        guests=_by(
            lambda each: (key for key in _topics_answered(each) if key not in each.fact.topics),
            listed,
        ),
        inverse={field: _naming(dataset, field) for field in RELATIONS},
        comparable=frozenset(
            key for key, capture in dataset.captures.items() if is_comparable(capture)
        ),
    )


def grouped(pairs: Iterable[tuple[str | None, str]]) -> Lists:
    """Of pairs (key, id): the ids by key, each once and in their order."""
    found: dict[str, dict[str, None]] = {}
    for key, each in pairs:
        if key:
            found.setdefault(key, {})[each] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _by(
    keys: Callable[[Statement], Iterable[str | None]], statements: Iterable[Statement]
) -> Lists:
    return grouped((key, each.fact.id) for each in statements for key in keys(each))


def _named(field: str, statement: Statement) -> Sequence[str | None]:
    """The ids in a field of a fact."""
    found = getattr(statement.fact, field)
    return found if isinstance(found, tuple) else (found,)


def _articles(statement: Statement) -> Iterator[str | None]:
    yield statement.article_id
    yield from (more.article for more in statement.fact.also)


def _passed_on_by(statement: Statement) -> Iterator[str | None]:
    yield statement.fact.via
    yield from (more.via for more in statement.fact.also)


def _spoken_of(statement: Statement) -> Iterator[str | None]:
    """Whom a statement is about, by its record or because it gives an answer of theirs."""
    fact = statement.fact
    yield from fact.about
    yield from (each.actor for each in fact.answers if each.actor not in fact.speaker)


def _topics_answered(statement: Statement) -> Iterator[str]:
    return (each.question.partition("/")[0] for each in statement.fact.answers)


def _answering(statement: Statement) -> Iterator[str | None]:
    fact = statement.fact
    for each in fact.answers:
        yield from (each.actor,) if each.actor else fact.speaker


def _newest_first(dataset: Dataset) -> list[Statement]:
    """Undated statements first; those of one day are in the order of their article."""

    def order(statement: Statement) -> tuple[bool, list[int], str, int]:
        dated, moment = _said_order(dataset, statement)
        return dated, [-part for part in moment], statement.article_id, statement.index

    kept = [each for each in dataset.statements.values() if each.fact.status != "withdrawn"]
    return sorted(kept, key=order)


def _said_order(dataset: Dataset, statement: Statement) -> tuple[bool, tuple[int, ...]]:
    """Whether a statement can be placed in time, and where; the event's date serves as its own."""
    fact = statement.fact
    moment = fact.said
    if moment is None and fact.event and fact.event in dataset.events:
        moment = dataset.events[fact.event].date
    if not fact.is_spoken and (moment is None or moment.kind == "unknown"):
        return True, statement.article.published.moment.order
    return (moment.dated, moment.order) if moment else (False, (0, 0, 0, 0))


def _naming(dataset: Dataset, field: str) -> Lists:
    """Who names whom in a field. What was withdrawn contests nothing and updates nothing."""
    return grouped(
        (named, key)
        for key, statement in dataset.statements.items()
        if statement.fact.status != "withdrawn"
        for named in getattr(statement.fact, field)
    )
