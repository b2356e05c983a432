"""What the search knows of each record: where its words stand, how it is shown, what it is by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factsheets.content.dates import Moment
from factsheets.content.records import Actor, Topic
from factsheets.content.types import NOT_STATED, author_names
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, event_ref, source_ref, topic_ref
from factsheets.site.views.amounts import with_condition
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.labels import kind_line, kind_text, publisher_label
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized, statement_count


@dataclass(frozen=True, slots=True)
class Facets:
    """By what a statement can be chosen: ids of records, and the states that its page shows."""

    speaker: str | None
    about: tuple[str, ...]
    topic: tuple[str, ...]
    publisher: tuple[str, ...]
    how: str
    weakest: str
    status: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the search knows it.

    `keys` are names by which it is meant exactly, `others` further names and spellings of it,
    `former` its ids of old: they and its id lead to it as well. `fields` are further texts with
    the weight of a word in them, `day` its date as far as it is known (2025-09-04, 2025-09).
    `title`, `line`, `teaser` show it, a `headline` and a `quote` in quotation marks in the place of
    title and teaser; `language` and `direction` are the quotation's.
    """

    kind: str
    id: str
    path: str
    title: str
    line: str
    keys: tuple[str, ...]
    fields: tuple[tuple[float, str], ...]
    short: str = ""
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    headline: str = ""
    teaser: str = ""
    quote: str = ""
    language: str = ""
    direction: str = ""
    day: str = ""
    facets: Facets | None = None


def entries(site: Site) -> Iterator[Entry]:
    """Actors, topics, events, sources, then statements: current ones newest first, superseded last.

    Withdrawn statements are not found.
    """
    yield from named(site)
    yield from (_source(site, key) for key in site.dataset.articles)
    yield from (_statement(site, view) for view in site.views(site.index.listed))
    # They have left every list, but whoever searches for their words must find what became of them.
    late = (view for view in site.statements.values() if view.status == "superseded")
    yield from (_statement(site, view) for view in late)


def named(site: Site) -> Iterator[Entry]:
    """Actors, topics and events."""
    dataset = site.dataset
    yield from (_actor(site, key) for key in dataset.actors)
    yield from (_topic(site, key) for key in dataset.topics)
    yield from (_event(site, key) for key in dataset.events)


def _actor(site: Site, key: str) -> Entry:
    actor = site.dataset.actors[key]
    ref = actor_ref(site.dataset, key)
    offices = [role.title for role in actor.roles]
    groups = [actor_ref(site.dataset, each.actor).name for each in actor.member_of]
    kind, role = kind_text(actor.kind), kind_line(site.dataset, key)
    said = len(site.index.by_speaker.get(key, ()))
    line = _line(
        capitalized(kind),
        role if role.casefold() != kind.casefold() else "",
        statement_count(said) if said else "",
    )
    fields = _fields(
        (3, offices),
        (2, [actor.summary]),
        (1, [publisher_label(site.dataset, key) if actor.kind == "publisher" else "", *groups]),
        (1, [kind]),
    )
    return Entry(
        "actor",
        key,
        ref.path,
        ref.name,
        line,
        _names(ref),
        fields,
        short=ref.short,
        others=_spellings(actor),
        former=actor.former_ids,
        teaser=actor.summary or "",
    )


def _topic(site: Site, key: str) -> Entry:
    topic = site.dataset.topics[key]
    ref = topic_ref(site.dataset, key)
    fields = _fields(
        (2, [topic.summary]),
        (1.5, [each.text for each in topic.questions]),
        (0.5, [each.text for each in topic.brief]),
        (1, [_("topic")]),
    )
    number = statement_count(len(site.index.by_topic.get(key, ())))
    return Entry(
        "topic",
        key,
        ref.path,
        topic.name,
        _line(_("Topic"), number),
        (topic.name,),
        fields,
        others=_spellings(topic),
        former=topic.former_ids,
        teaser=topic.summary,
    )


def _event(site: Site, key: str) -> Entry:
    event = site.dataset.events[key]
    ref = event_ref(site.dataset, key)
    people = [actor_ref(site.dataset, name).name for name in event.participants]
    organiser = actor_ref(site.dataset, event.organiser).name if event.organiser else ""
    fields = _fields(
        (1.5, [event.kind, organiser, *_stated(event.place, event.audience)]),
        (1, [*people, _("event")]),
    )
    date = moment_text(event.date) if event.date else ""
    line = _line(_("Event"), event.kind, date, *_stated(event.place))
    return Entry(
        "event",
        key,
        ref.path,
        event.name,
        line,
        (event.name,),
        fields,
        former=event.former_ids,
        day=_day(event.date),
    )


def _source(site: Site, key: str) -> Entry:
    article = site.dataset.articles[key]
    ref = source_ref(site.dataset, key)
    publisher = actor_ref(site.dataset, article.publisher)
    published = day_text(article.published)
    fields = _fields(
        (4, _names(publisher)),
        (1, [*author_names(article), article.dateline, _("source"), _("article")]),
        (0.5, [publisher_label(site.dataset, article.publisher)]),
    )
    number = statement_count(len(site.index.by_article.get(key, ())))
    return Entry(
        "source",
        key,
        ref.path,
        "" if article.title else ref.name,
        _line(_("Source"), publisher.name, published, number),
        tuple(filter(None, (article.title, ref.name))),
        fields,
        former=article.former_ids,
        headline=article.title or "",
        day=article.published.isoformat(),
    )


def _statement(site: Site, view: StatementView) -> Entry:
    own = view.evidence[0]
    publishers = tuple(dict.fromkeys(each.publisher.name for each in view.evidence))
    quoted = view.quotes
    # Where nobody speaks but the publisher, the day is the article's and its name stands once.
    shown = (view.speaker.name, view.when.said) if view.speaker else (own.published,)
    words = _("Superseded") if view.status == "superseded" else ""
    return Entry(
        "statement",
        view.id,
        view.path,
        with_condition(view.heading, view.condition),
        _line(words, *(each.text for each in view.marks), *shown, ", ".join(publishers)),
        (),
        _words(site, view),
        former=site.dataset.statements[view.id].fact.former_ids,
        teaser="" if quoted else view.detail or "",
        quote=quoted[0] if quoted else "",
        language=own.language if quoted else "",
        direction=own.direction if quoted else "",
        day=_day(view.said) if view.speaker else own.published_iso,
        facets=Facets(
            view.speaker.id if view.speaker else None,
            tuple(dict.fromkeys(ref.id for ref in view.about)),
            tuple(dict.fromkeys(ref.id for ref in view.topics)),
            tuple(dict.fromkeys(each.publisher.id for each in view.evidence)),
            view.form,
            view.weakest.link,
            view.status,
        ),
    )


def _words(site: Site, view: StatementView) -> tuple[tuple[float, str], ...]:
    """The words of a statement, with their weights."""
    quotes = [text for each in view.evidence for text in each.quotes]
    figure = view.figure.raw if view.figure else None
    numbers = [figure.value, figure.min, figure.max] if figure else []
    return _fields(
        (4, [view.statement]),
        (3, quotes),
        (3, numbers),
        (2, [view.condition, figure.unit if figure else "", figure.counts if figure else ""]),
        (2, _names(view.who)),
        (1, [view.detail, *(answer.text for answer in view.answers)]),
        (1, [name for ref in view.about for name in _names(ref)]),
        (0.5, [name for ref in (view.who, *view.about) for name in _others(site, ref)]),
        (0.4, [name for ref in view.topics for name in _spellings(site.dataset.topics[ref.id])]),
        (
            0.7,
            [*(each.publisher.name for each in view.evidence), *(ref.name for ref in view.topics)],
        ),
        (0.7, [view.event.name if view.event else "", *_stated(view.place, view.audience)]),
        (0.4, [view.note]),
    )


def _fields(*parts: tuple[float, Iterable[str | None]]) -> tuple[tuple[float, str], ...]:
    return tuple((weight, text) for weight, texts in parts for text in texts if text)


def _names(ref: Ref) -> tuple[str, ...]:
    return (ref.name,) if ref.short == ref.name else (ref.name, ref.short)


def _others(site: Site, ref: Ref) -> tuple[str, ...]:
    """The further names of an actor, such as those in other scripts."""
    actor = site.dataset.actors.get(ref.id)
    return _spellings(actor) if actor else ()


def _stated(*values: str | None) -> Iterator[str]:
    """The values that name something."""
    return (each for each in values if each and each != NOT_STATED)


def _spellings(record: Actor | Topic) -> tuple[str, ...]:
    return tuple(name.text for name in record.other_names)


def _line(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _day(moment: Moment | None) -> str:
    """The date as far as it is known: its day, month or year."""
    return moment.iso if moment and moment.year else ""
