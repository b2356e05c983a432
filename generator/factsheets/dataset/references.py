"""Lists what each record refers to, with the place of every reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from factsheets.content.records import Actor, Article, Event, Fact, Topic
from factsheets.dataset.model import RELATIONS, Path, Record, Sheets, file_of

Reference = tuple[str, str, Path]
"""What is referred to (a kind of record, `fact`, `question`, `publisher` or `state`), its id, and
where in the file."""


def references(sheets: Sheets) -> Iterator[tuple[str, Iterator[Reference]]]:
    """Each file with the references in it."""
    for kind, records in sheets.kinds():
        for record_id, record in records.items():
            yield file_of(kind, record_id), of_record(record)


def of_record(record: Record) -> Iterator[Reference]:
    """What one record refers to."""
    match record:
        case Actor():
            return _of_actor(record)
        case Topic():
            return _of_topic(record)
        case Event():
            return _of_event(record)
        case Article():
            return _of_article(record)


def _listed(kind: str, names: tuple[str, ...], *path: str | int) -> Iterator[Reference]:
    for number, name in enumerate(names):
        yield kind, name, (*path, number)


def _of_actor(actor: Actor) -> Iterator[Reference]:
    for number, role in enumerate(actor.roles):
        if role.organisation:
            yield "actor", role.organisation, ("roles", number, "organisation")
        if role.article:
            yield "article", role.article, ("roles", number, "article")
    for number, membership in enumerate(actor.member_of):
        yield "actor", membership.actor, ("member_of", number, "actor")
        if membership.article:
            yield "article", membership.article, ("member_of", number, "article")
    yield from _listed("actor", actor.members, "members")
    if actor.country:
        yield "state", actor.country, ("country",)


def _of_topic(topic: Topic) -> Iterator[Reference]:
    if topic.broader:
        yield "topic", topic.broader, ("broader",)
    for number, item in enumerate(topic.brief):
        yield from _listed("fact", item.facts, "brief", number, "facts")
    for number, difference in enumerate(topic.differences):
        yield from _listed("fact", difference.facts, "differences", number, "facts")


def _of_event(event: Event) -> Iterator[Reference]:
    if event.organiser:
        yield "actor", event.organiser, ("organiser",)
    yield from _listed("actor", event.participants, "participants")
    if event.part_of:
        yield "event", event.part_of, ("part_of",)
    if event.follows:
        yield "event", event.follows, ("follows",)


def _of_article(article: Article) -> Iterator[Reference]:
    yield "publisher", article.publisher, ("publisher",)
    if article.derived_from:
        yield "article", article.derived_from, ("derived_from",)
    yield from _listed("article", article.independent_of, "independent_of")
    for index, fact in enumerate(article.facts):
        yield from _of_fact(fact, index)


def _of_fact(fact: Fact, index: int) -> Iterator[Reference]:
    at = ("facts", index)
    if fact.speaker:
        yield "actor", fact.speaker, (*at, "speaker")
    if fact.event:
        yield "event", fact.event, (*at, "event")
    yield from _listed("topic", fact.topics, *at, "topics")
    yield from _listed("actor", fact.about, *at, "about")
    for number, answer in enumerate(fact.answers):
        yield "question", answer.question, (*at, "answers", number, "question")
        if answer.actor:
            yield "actor", answer.actor, (*at, "answers", number, "actor")
    for field in RELATIONS:
        if names := getattr(fact, field):
            yield from _listed("fact", names, *at, field)
    for number, more in enumerate(fact.also):
        if more.article:
            yield "article", more.article, (*at, "also", number, "article")


# Finds the known id that a mistyped one was probably meant to be.

# A hostile file can have thousands of wrong ids, and a site has thousands of right ones: each is
# compared with a few that share rare runs of three signs, and only so many are asked for.
_QUESTIONS = 500
_COMPARED = 40
_SHARED = 200


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "Look up the id.") -> str:
    """`Did you mean x?` with the nearest of the known ids, or `otherwise` where none is near."""
    return Nearest(known).did_you_mean(name, otherwise)


class Nearest:
    """Ids that there are, ready to be asked often for the nearest of them."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._all = ids
        self._ids: Collection[str] = ()  # of them, once somebody asks
        self._asked = 0
        self._by_run: dict[str, list[str]] = {}

    def did_you_mean(self, name: str, otherwise: str = "Look up the id.") -> str:
        """As the function, for one name after the other."""
        near = self.to(name)
        return f"Did you mean {near}?" if near else otherwise

    def to(self, name: str) -> str | None:
        """The id that is nearest to a name; None where none is near."""
        self._asked += 1
        if self._asked > _QUESTIONS:
            return None
        near = get_close_matches(name, self._alike(name), n=1, cutoff=0.7)
        return near[0] if near else None

    def _alike(self, name: str) -> Collection[str]:
        """Some ids, the nearest among them: those that share most of the rarer runs."""
        if not self._ids:
            self._ids = list(self._all)
        if len(self._ids) <= _COMPARED:
            return self._ids
        if not self._by_run:
            for one in self._ids:
                for run in _runs(one):
                    self._by_run.setdefault(run, []).append(one)
        shared: Counter[str] = Counter()
        for run in sorted(_runs(name), key=lambda run: (len(self._by_run.get(run, ())), run)):
            shared.update(self._by_run.get(run, ())[:_SHARED])
        best = sorted(shared, key=lambda one: (-shared[one], abs(len(one) - len(name)), one))
        return best[:_COMPARED]


def _runs(name: str) -> set[str]:
    whole = f" {name} "
    return {whole[at : at + 3] for at in range(len(whole) - 2)}
