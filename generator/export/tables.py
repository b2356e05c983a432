"""The data as flat tables: their columns with meaning, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.views import Site
from generator.views.labels import publisher_label
from generator.views.refs import source_ref

Cell = str | int | float | bool | None
Cells = tuple[Cell, ...]

# Ids hold no space and no semicolon. Texts may hold anything: several in a cell are for reading,
# and programs find them apart in the lists and in the database.
_IDS, _TEXTS = "; ", " | "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is string, integer, number, boolean or date; `refers` names a table."""

    name: str
    kind: str
    what: str
    refers: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One thing a row; `key` are the columns that tell rows apart."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Site], Iterator[Cells]]


def _text(name: str, what: str) -> Column:
    return Column(name, "string", what)


def _needed(name: str, what: str, refers: str = "") -> Column:
    return Column(name, "string", what, refers, needed=True)


def _ref(name: str, what: str, refers: str) -> Column:
    return Column(name, "string", what, refers)


def _facts(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        fact = site.dataset.statements[view.id].fact
        yield (
            view.id,
            view.path,
            view.speaker.id if view.speaker else None,
            view.act,
            view.statement,
            view.condition,
            view.detail,
            _TEXTS.join(view.quotes) or None,
            view.said.edtf if view.said else None,
            view.said_text,
            view.said_basis,
            view.event.id if view.event else None,
            view.place,
            view.audience,
            _IDS.join(ref.id for ref in view.about) or None,
            _IDS.join(ref.id for ref in view.topics) or None,
            _TEXTS.join(view.not_said) or None,
            view.recalled,
            view.note,
            view.form,
            view.article_id,
            view.evidence[0].paragraph,
            "; ".join([f"{each.link}: {each.state}" for each in view.chain]),
            view.weakest.link,
            view.support,
            view.sources_count,
            view.publishers_count,
            _IDS.join(view.disputes) or None,
            _IDS.join(view.disputed_by) or None,
            view.status,
            fact.date.isoformat() if fact.date else None,
            view.reason,
            view.reviewed,
        )


_FACTS = (
    _needed("id", "Chosen once, never reused."),
    _needed("url", "Its page, relative to the site's root."),
    _ref("speaker", "Who said it; empty: the publisher itself says it.", "actors"),
    _needed("act", "says, asks, answers, declines or announces."),
    _needed("statement", "What was said, in our words."),
    _text("condition", "Under which condition, if one was named."),
    _text("detail", "More, in our words."),
    _text("quotes", "The exact words of its own evidence."),
    _text("said", "When, in Extended Date/Time Format; empty: not known."),
    _needed("said_text", "The same for readers."),
    _text("said_basis", "stated, or inferred by us."),
    _ref("event", "The occasion.", "events"),
    _text("place", "Where."),
    _text("audience", "To whom."),
    _text("about", "Ids of the actors that it speaks about."),
    _text("topics", "Ids of its topics."),
    _text("not_said", "Readings that the source does not support."),
    Column("recalled", "boolean", "The article recalls it as background.", needed=True),
    _text("note", "Where wordings inside the sources differ."),
    _needed("form", "quoted, partly-quoted, paraphrased or publisher."),
    _needed("source", "The article of its own evidence.", "sources"),
    Column("paragraph", "integer", "The paragraph there, counted from 1."),
    _needed("chain", "The links of the chain of attribution, each with its state."),
    _needed("weakest", "The weakest link of the chain of attribution."),
    _needed("support", "single-source, several-sources or primary."),
    Column("sources_count", "integer", "Sources, reprints counted once.", needed=True),
    Column("publishers_count", "integer", "Publishers, reprints counted once.", needed=True),
    _text("disputes", "Ids of statements that the speaker contests."),
    _text("disputed_by", "Ids of statements that contest it."),
    _needed("status", "current, superseded or withdrawn."),
    Column("status_date", "date", "When it was superseded or withdrawn."),
    _text("reason", "Why it was superseded or withdrawn."),
    Column("reviewed", "date", "When somebody last looked at it."),
)


def _figures(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        if view.figure:
            raw = view.figure.raw
            yield (
                view.id,
                raw.value,
                raw.min,
                raw.max,
                raw.comparator,
                raw.unit,
                raw.counts,
                raw.status,
                view.figure.text,
                view.condition,
            )


_FIGURES = (
    _needed("fact", "The statement that gives it.", "facts"),
    Column("value", "number", "The number; empty where it was refused or is a range."),
    Column("min", "number", "The lower bound of a range."),
    Column("max", "number", "The upper bound of a range."),
    _needed("comparator", "How the number is meant."),
    _text("unit", "What is counted."),
    _needed("counts", "What the number counts."),
    _needed("status", "given, or not-given: the speaker refused it."),
    _needed("text", "The figure for readers."),
    _text("condition", "Under which condition the statement stands."),
)


def _evidence(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.evidence, start=1):
            yield (
                view.id,
                number,
                each.source.id,
                each.publisher.id,
                each.form,
                _TEXTS.join(each.quotes) or None,
                each.paragraph,
                each.translation,
                each.check,
            )


_EVIDENCE = (
    _needed("fact", "The statement.", "facts"),
    Column("number", "integer", "1 is the statement's own evidence.", needed=True),
    _needed("source", "The article.", "sources"),
    _needed("publisher", "Who published it.", "actors"),
    _needed("form", "How the article gives the words."),
    _text("quotes", "The exact words."),
    Column("paragraph", "integer", "The paragraph, counted from 1."),
    _needed("translation", "Are the speaker's words translated? none, publisher or unknown."),
    _text("check", "found, not-found or not-captured; empty: it quotes nothing."),
)


def _actors(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        identifiers = actor.identifiers
        yield (
            key,
            actor.name,
            f"actors/{key}/",
            actor.kind,
            actor.short_name,
            _TEXTS.join(name.text for name in actor.other_names) or None,
            identifiers.wikidata if identifiers else None,
            identifiers.iso3166 if identifiers else None,
            actor.summary,
            actor.size,
            actor.ownership,
            actor.country,
            actor.outlet,
            actor.ownership_source,
            publisher_label(site.dataset, key) if actor.kind == "publisher" else None,
            len(site.index.by_speaker.get(key, ())),
        )


_ACTORS = (
    _needed("id", "Chosen once, never reused."),
    _needed("name", "The usual English name."),
    _needed("url", "Its page, relative to the site's root."),
    _needed("kind", "person, state, organisation, coalition, publisher or group."),
    _text("short_name", "What headings begin with."),
    _text("other_names", "Other scripts and spellings."),
    _text("wikidata", "The item's number at Wikidata."),
    _text("iso3166", "A country's two letters."),
    _text("summary", "One neutral sentence."),
    Column("size", "integer", "A group's number of members, if given."),
    _text("ownership", "Who owns a publisher: state, public, private or unknown."),
    _ref("country", "A publisher's country.", "actors"),
    _text("outlet", "A publisher's kind."),
    _text("ownership_source", "An address that shows the ownership."),
    _text("label", "A publisher's label, by one rule for all."),
    Column("statements", "integer", "How many current statements are its own.", needed=True),
)


def _topics(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        yield (
            key,
            topic.name,
            f"topics/{key}/",
            topic.summary,
            topic.broader,
            _TEXTS.join(name.text for name in topic.other_names) or None,
            _TEXTS.join(each.text for each in topic.questions) or None,
            _TEXTS.join(topic.missing) or None,
            len(site.index.by_topic.get(key, ())),
        )


_TOPICS = (
    _needed("id", "Chosen once, never reused."),
    _needed("name", "The topic's name."),
    _needed("url", "Its page, relative to the site's root."),
    _needed("summary", "Its scope in one sentence."),
    _ref("broader", "A wider topic.", "topics"),
    _text("other_names", "Other words for it."),
    _text("questions", 'The columns of "who says what".'),
    _text("missing", "What is not known."),
    Column("statements", "integer", "How many current statements it has.", needed=True),
)


def _sources(site: Site) -> Iterator[Cells]:
    for key, article in site.dataset.articles.items():
        capture = site.dataset.captures.get(key)
        yield (
            key,
            source_ref(site.dataset, key).name,
            f"sources/{key}/",
            article.publisher,
            article.title,
            article.author,
            article.url,
            article.archived,
            article.published.isoformat(),
            article.dateline,
            article.language,
            article.translation,
            article.derived_from,
            article.primary,
            capture.captured.isoformat() if capture else None,
            len(capture.paragraphs) if capture else None,
            len(site.index.by_article.get(key, ())),
        )


_SOURCES = (
    _needed("id", "Chosen once, never reused."),
    _needed("name", "Publisher and date."),
    _needed("url", "Its page here, relative to the site's root."),
    _needed("publisher", "Who published it.", "actors"),
    _text("title", "The publisher's headline; empty: not recorded."),
    _text("author", "Its author, if named."),
    _needed("address", "Where the article stands."),
    _text("archived", "An archived copy."),
    Column("published", "date", "The day it was published.", needed=True),
    _text("dateline", "The place that it names at its head."),
    _needed("language", "Its language, as a code."),
    _needed("translation", "Are the speakers' words translated? none, publisher or unknown."),
    _ref("derived_from", "The article that it reprints.", "sources"),
    Column("primary", "boolean", "A transcript, recording or official text.", needed=True),
    Column("captured", "date", "When its words were recorded for checking."),
    Column("paragraphs", "integer", "How many paragraphs it has, where captured."),
    Column("statements", "integer", "How many current statements it reports.", needed=True),
)


def _events(site: Site) -> Iterator[Cells]:
    for key, event in site.dataset.events.items():
        yield (
            key,
            event.name,
            f"events/{key}/",
            event.kind,
            event.date.edtf if event.date else None,
            event.place,
            event.audience,
            event.organiser,
            _IDS.join(event.participants) or None,
            event.part_of,
            len(site.index.by_event.get(key, ())),
        )


_EVENTS = (
    _needed("id", "Chosen once, never reused."),
    _needed("name", "The event's name."),
    _needed("url", "Its page, relative to the site's root."),
    _text("kind", "Press conference, interview, summit …"),
    _text("date", "Its date, in Extended Date/Time Format; empty: not known."),
    _text("place", "Where."),
    _text("audience", "To whom."),
    _ref("organiser", "Who held it.", "actors"),
    _text("participants", "Ids of those who took part."),
    _ref("part_of", "The larger event.", "events"),
    Column("statements", "integer", "How many current statements were made there.", needed=True),
)

# A table that others refer to stands before them.
TABLES = (
    Table("actors", ("id",), _ACTORS, _actors),
    Table("topics", ("id",), _TOPICS, _topics),
    Table("events", ("id",), _EVENTS, _events),
    Table("sources", ("id",), _SOURCES, _sources),
    Table("facts", ("id",), _FACTS, _facts),
    Table("figures", ("fact",), _FIGURES, _figures),
    Table("evidence", ("fact", "number"), _EVIDENCE, _evidence),
)
