"""Statements that two articles report, and articles that count as one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from factsheets.content.article import Article, Fact, Figure
from factsheets.content.dates import Moment
from factsheets.content.records import Event
from factsheets.content.tree import Locate
from factsheets.content.types import shortest
from factsheets.datafiles import load_words
from factsheets.dataset.model import RELATIONS, Statement, file_of
from factsheets.problems.problem import Problem
from factsheets.quotes.reprints import Pair, Shared
from factsheets.quotes.tokens import tokens

_RUN = 5
_LONG_RUN = 8
_DAYS_APART = 7
_LIKE = 1 / 4
_COMPARED = 3
_LITTLE = load_words(__package__, "little_words.txt")
Key = tuple[object, ...]
Events = Mapping[str, Event]


def same_statements(
    statements: Iterable[Statement], events: Events, locate: Locate
) -> Iterator[Problem]:
    """A warning for each fact that looks like an earlier one of another article.

    Candidates have the same speakers and day, and the same figure, quoted words or statement. If a
    day is unknown, similar words are enough; long texts may also be a few days apart. Each fact is
    compared only with the first few that share a key with it, so the work grows linearly, and ten
    reports of one statement give nine suggestions.
    """
    by_speaker: dict[frozenset[str], list[Statement]] = {}
    for statement in statements:
        if statement.fact.speaker and statement.fact.status == "current":
            by_speaker.setdefault(frozenset(statement.fact.speaker), []).append(statement)
    for group in by_speaker.values():
        yield from _of_speaker(sorted(group, key=_order), events, locate)


def _of_speaker(
    statements: Iterable[Statement], events: Events, locate: Locate
) -> Iterator[Problem]:
    first: dict[Key, list[Statement]] = {}
    for later in statements:
        keys = list(_keys(later, _said(events, later)))
        if earlier := _match(first, keys, later, events):
            yield _suggestion(earlier, later, locate)
        for key in keys:
            known = first.setdefault(key, [])
            if len(known) < _COMPARED:
                known.append(later)


def _suggestion(earlier: Statement, later: Statement, locate: Locate) -> Problem:
    return Problem(
        "same-statement",
        f'This looks like "{earlier.fact.id}", reported by another article.',
        locate(file_of("article", later.article_id), ("facts", later.index, "id")),
        f"If it is the same statement, add under `also` of {earlier.fact.id}: - "
        f"{{article: {later.article_id}, paragraph: {later.fact.paragraph or 1}}} and delete this "
        "fact.\n"
        "If one article takes its text from the other, add derived_from to it: a reprint does "
        "not count as a second publisher.",
        "warning",
    )


def _order(statement: Statement) -> tuple[str, str]:
    return (statement.article.published.isoformat(), statement.fact.id)


def _said(events: Events, statement: Statement) -> Moment | None:
    event = events.get(statement.fact.event or "")
    said = statement.fact.said or (event.date if event else None)
    return said if said and said.kind != "unknown" else None


def _match(
    first: dict[Key, list[Statement]], keys: list[Key], later: Statement, events: Events
) -> Statement | None:
    for key in keys:
        for earlier in first.get(key, ()):
            if _could_be_one(earlier, later) and _fits(str(key[0]), earlier, later, events):
                return earlier
    return None


def _could_be_one(first: Statement, second: Statement) -> bool:
    """Whether two facts are of different articles, unrelated, and without different figures."""
    if first.article_id == second.article_id:
        return False
    named = {name for each in (first, second) for f in RELATIONS for name in getattr(each.fact, f)}
    cited = {more.article for each in (first, second) for more in each.fact.also}
    if named & {first.fact.id, second.fact.id} or cited & {first.article_id, second.article_id}:
        return False
    one, other = first.fact.figure, second.fact.figure
    return one is None or other is None or _number(one) == _number(other)


def _fits(kind: str, first: Statement, second: Statement, events: Events) -> bool:
    """Whether the words or days that a key leaves open also match."""
    if kind == "figure":
        words, others = _meaning(first.fact), _meaning(second.fact)
        return len(words & others) >= _LIKE * max(1, min(len(words), len(others)))
    one, other = _said(events, first), _said(events, second)
    if kind in {"day", "words"} or one is None or other is None:
        return True
    if not (_is_day(one) and _is_day(other)):
        return True
    return (
        kind == "long"
        and one.first is not None
        and other.first is not None
        and (abs(one.first - other.first).days <= _DAYS_APART)
    )


def _is_day(said: Moment) -> bool:
    return said.kind == "exactly" and said.day is not None


def _keys(statement: Statement, said: Moment | None) -> Iterator[Key]:
    """The keys under which a fact is looked up; the first part says what a key compares."""
    fact = statement.fact
    day = said if said and _is_day(said) else None
    if day:
        if fact.figure and fact.figure.status == "given":
            yield ("figure", day, _number(fact.figure), _plain(fact.figure.unit))
        if meaning := _meaning(fact):
            yield ("words", day, meaning)
    for quotation in fact.quote:
        words = _words(quotation)
        for run in _runs(words, _LONG_RUN):
            yield ("long", run)
        for run in _runs(words, _RUN):
            if day:
                yield ("day", day, run)
            yield ("undated", run)


def _words(text: str) -> list[str]:
    """The lower-case words and signs of a text."""
    return tokens(text.casefold())


def _runs(words: list[str], size: int) -> Iterator[str]:
    for start in range(len(words) - size + 1):
        yield " ".join(words[start : start + size])


def _number(figure: Figure) -> tuple[str | None, ...]:
    return tuple(each and shortest(each) for each in (figure.value, figure.min, figure.max))


def _plain(unit: str | None) -> str:
    return (unit or "").casefold().removesuffix("s")


def _meaning(fact: Fact) -> frozenset[str]:
    """The meaningful words of a statement, and its figure."""
    figure = fact.figure
    counts = figure.counts if figure else ""
    words = _words(f"{fact.statement} {counts}")
    unit = figure.unit or "" if figure else ""
    left_out = _LITTLE | {_plain(unit), unit.casefold()} if unit else _LITTLE
    return frozenset([word for word in words if word not in left_out and not word.isdigit()])


# Which articles count as one report: recorded reprints, and articles that share text.


def origin_of(articles: Mapping[str, Article], name: str) -> str:
    """The first article of a chain of reprints; a cycle (reported elsewhere) ends the chain.

    `derived_from` records that an article reprints another.
    """
    seen = {name}
    while (origin := articles[name].derived_from) and origin in articles and origin not in seen:
        seen.add(origin)
        name = origin
    return name


def undecided(articles: Mapping[str, Article], shared: Mapping[Pair, Shared]) -> dict[Pair, Shared]:
    """The pairs of articles that share text without a recorded relation.

    The older article comes first.
    """
    found = {}
    for (one, other), how in shared.items():
        if other in articles[one].independent_of or one in articles[other].independent_of:
            continue
        if origin_of(articles, one) == origin_of(articles, other):
            continue
        pair = sorted((one, other), key=lambda name: (articles[name].published, name))
        found[pair[0], pair[1]] = how
    return found


def counted_with(articles: Mapping[str, Article], pairs: Collection[Pair]) -> Mapping[str, str]:
    """Maps each article to the one that it counts with as one report; by default itself.

    Reprints count with the article that they reprint, articles that share text with the oldest of
    them.
    """
    roots = {name: origin_of(articles, name) for name in articles}
    joined: dict[str, str] = {}

    def lead(name: str) -> str:
        while name in joined:
            name = joined[name]
        return name

    for one, other in pairs:
        ends = sorted(
            {lead(roots[one]), lead(roots[other])},
            key=lambda name: (articles[name].published, name),
        )
        for later in ends[1:]:
            joined[later] = ends[0]
    return {name: lead(root) for name, root in roots.items()}


def not_independent(pairs: Mapping[Pair, Shared], locate: Locate) -> Iterator[Problem]:
    """A warning for each pair of articles that share text without a recorded relation."""
    for (older, later), how in pairs.items():
        yield Problem(
            "not-independent",
            f'This article shares text with "{older}" outside quotation marks: {how.runs:,} runs '
            f"of three words, {how.share:.0%} of the shorter one. They count as one report.",
            locate(file_of("article", later), ("publisher",)),
            f"If this article takes its text from the other, add: derived_from: {older}\n"
            f"If you read both and they have no common origin, add: independent_of: [{older}]",
            "warning",
        )
