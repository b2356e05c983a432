"""The flat tables of what statements refer to: actors, topics, sources, events."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.types import author_names, author_text
from factsheets.data.columns import IDS, TEXTS, Cells, Column, Table, needed, ref, text
from factsheets.site.views.addresses import source_ref
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.site import Site


def _actors(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        identifiers = actor.identifiers
        yield (
            key,
            actor.name,
            f"actors/{key}/",
            actor.kind,
            actor.short_name,
            TEXTS.join(name.text for name in actor.other_names) or None,
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
    needed("id", "Chosen once, never reused."),
    needed("name", "The usual English name."),
    needed("url", "Its page, relative to the site's root."),
    needed("kind", "person, state, organisation, coalition, publisher or group."),
    text("short_name", "What headings begin with."),
    text("other_names", "Other scripts and spellings."),
    text("wikidata", "The item's number at Wikidata."),
    text("iso3166", "A country's two letters."),
    text("summary", "One neutral sentence."),
    Column("size", "integer", "A group's number of members, if given."),
    text("ownership", "Who owns a publisher: state, public, private or unknown."),
    ref("country", "A publisher's country.", "actors"),
    text("outlet", "A publisher's kind."),
    text("ownership_source", "An address that shows the ownership."),
    text("label", "A publisher's label, by one rule for all."),
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
            TEXTS.join(name.text for name in topic.other_names) or None,
            TEXTS.join(each.text for each in topic.questions) or None,
            TEXTS.join(topic.missing) or None,
            len(site.index.by_topic.get(key, ())),
        )


_TOPICS = (
    needed("id", "Chosen once, never reused."),
    needed("name", "The topic's name."),
    needed("url", "Its page, relative to the site's root."),
    needed("summary", "Its scope in one sentence."),
    ref("broader", "A wider topic.", "topics"),
    text("other_names", "Other words for it."),
    text("questions", 'The columns of "who says what".'),
    text("missing", "What is not known."),
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
            author_text(article),
            TEXTS.join(author_names(article)) or None,
            article.url,
            article.archived,
            article.access,
            article.published.isoformat(),
            article.updated.isoformat() if article.updated else "",
            article.dateline,
            article.language,
            article.translation or "",
            article.derived_from,
            IDS.join(article.independent_of) or None,
            article.is_primary,
            capture.captured.isoformat() if capture else None,
            len(capture.paragraphs) if capture else None,
            bool(capture and capture.earlier),
            len(site.index.by_article.get(key, ())),
        )


_SOURCES = (
    needed("id", "Chosen once, never reused."),
    needed("name", "Publisher and date."),
    needed("url", "Its page here, relative to the site's root."),
    needed("publisher", "Who published it.", "actors"),
    text("title", "The publisher's headline; empty: not recorded."),
    text("author", "Its authors in one text; empty: none is named."),
    text("authors", "Its authors, each name alone."),
    needed("address", "Where the article stands."),
    text("archived", "An archived copy."),
    text("access", "free, registration or paywall; empty: not recorded."),
    Column("published", "date", "The day it was published.", needed=True),
    Column("updated", "date", "When its publisher changed it, where recorded."),
    text("dateline", "The place that it names at its head."),
    needed("language", "Its language, as a code."),
    text("translation", "Are the speakers' words translated? none, publisher or unknown."),
    ref("derived_from", "The article that it reprints.", "sources"),
    text("independent_of", "Ids of articles that share text with it and have another origin."),
    Column("primary", "boolean", "A transcript, recording or official text.", needed=True),
    Column("captured", "date", "When its words were recorded for checking."),
    Column("paragraphs", "integer", "How many paragraphs it has, where captured."),
    Column("changed", "boolean", "A text captured later differs from the first.", needed=True),
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
            IDS.join(event.participants) or None,
            event.part_of,
            event.follows,
            len(site.index.by_event.get(key, ())),
        )


_EVENTS = (
    needed("id", "Chosen once, never reused."),
    needed("name", "The event's name."),
    needed("url", "Its page, relative to the site's root."),
    text("kind", "Press conference, interview, summit …"),
    text("date", "Its date, in Extended Date/Time Format; empty: not known."),
    text("place", "Where."),
    text("audience", "To whom."),
    ref("organiser", "Who held it.", "actors"),
    text("participants", "Ids of those who took part."),
    ref("part_of", "The larger event.", "events"),
    ref("follows", "The event that it came after.", "events"),
    Column("statements", "integer", "How many current statements were made there.", needed=True),
)


def _removed(site: Site) -> Iterator[Cells]:
    for each in site.dataset.removed:
        yield each.address, each.kind, each.id, each.date.isoformat(), each.reason


_REMOVED = (
    needed("url", "Its page, relative to the site's root."),
    needed("kind", "actor, topic, event, article or fact."),
    needed("id", "Chosen once, never reused."),
    Column("date", "date", "When its text was removed.", needed=True),
    needed("reason", "legal, privacy or error."),
)

ACTORS = Table("actors", ("id",), _ACTORS, _actors)
TOPICS = Table("topics", ("id",), _TOPICS, _topics)
EVENTS = Table("events", ("id",), _EVENTS, _events)
SOURCES = Table("sources", ("id",), _SOURCES, _sources)
REMOVED = Table("removed", ("url",), _REMOVED, _removed)
