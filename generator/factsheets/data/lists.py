"""The lists of the open data and all their fields, in the order of rows and columns.

To publish a new field, declare it in its record (`content/records.py`, `content/article.py`) and
name it here with `written`: its kind and its description come from the record. A computed field has
them here.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any

from factsheets.content import article, records
from factsheets.content.authors import author_names, author_text
from factsheets.content.dates import Moment
from factsheets.content.kinds import KINDS, Kind
from factsheets.data import encode
from factsheets.data.fields import EDTF, Field, Row, computed, row, schema, written
from factsheets.dataset.model import Removal
from factsheets.quotes.capture import Capture
from factsheets.site.views.addresses import source_ref
from factsheets.site.views.chain import LINK_NAMES, STATES
from factsheets.site.views.dates import moment_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.site import Site

_BOUNDS = (
    "A day gives that day twice, a month its first and last day, a year 1 January and 31 December. "
    "Before a day: no earliest, and the day before it as the latest. Empty where the source sets "
    "no such bound: about a date, or no date at all."
)
_LINK = tuple(LINK_NAMES)
_FORM = ("quoted", "partly-quoted", "paraphrased", "publisher")
_CHECK = ("found", "not-found", "not-captured", "unclear", "judged", "transcribed")
_SUPPORT = ("single-source", "several-sources", "primary")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """The source of the fields of a list: a record with its id; for a fact, its view."""

    site: Site
    id: str
    path: str
    record: Any

    @property
    def capture(self) -> Capture | None:
        """The capture of an article."""
        return self.site.dataset.captures.get(self.id)


def _all(record: type) -> tuple[Field, ...]:
    """Every field of a record within another."""
    return tuple(written(record, *[each.name for each in dataclasses.fields(record)], at=""))


def _of(holder: object | None, name: str) -> Any:
    """An attribute of an object that may be None."""
    return holder and getattr(holder, name)


def _label(actor: ListEntry) -> str | None:
    publishes = actor.record.kind == "publisher" or actor.id in actor.site.published
    return publisher_label(actor.site.dataset, actor.id) if publishes else None


def _known_date(event: ListEntry) -> Moment | None:
    date = event.record.date
    return date if date and date.kind != "unknown" else None


def _statements(field: str, description: str, name: str = "statements", **more: Any) -> Field:
    """The current statements that name a record in a field, newest first."""
    return Field(
        name,
        "counted ids",
        f"{description}, newest first.",
        lambda entry: entry.site.index.by_field[field].get(entry.id, ()),
        **more,
    )


def _only_speaker(fact: ListEntry) -> str | None:
    speakers = fact.record.speakers
    return speakers[0].id if len(speakers) == 1 else None


_OWN_ID = Field("id", "id", "Chosen once, never reused.", lambda entry: entry.id)
_PAGE = Field("url", "string", "Its page, relative to the site's root.", lambda entry: entry.path)
_part = partial(computed, at="")

_figure = partial(written, article.Figure, at="raw.")
FIGURE = (
    *_figure("value", description="The number; null where it was refused or is a range."),
    *_figure("min", "max", "comparator", "unit", "counts", "status"),
    _part("text", "string", "The figure for readers.", only="tables"),
    *written(article.Fact, "condition", at="", only="tables"),
)
ANSWER = (
    _part("topic", "id", "The topic, by id."),
    _part("question", "id", "The question of that topic, by id."),
    _part(
        "actor", "id", "Whose answer it is; not always the speaker.", "actor.id", refers="actors"
    ),
    *written(article.Answer, "kind", "text", at=""),
)
EVIDENCE = (
    _part("source", "id", "The article, by id.", "source.id", refers="sources"),
    _part("publisher", "id", "Who published it, by id.", "publisher.id", refers="actors"),
    _part("form", "string", "How the article gives the words.", choices=_FORM),
    _part("quotes", "strings", "The exact words.", table="quotations"),
    *written(article.MoreEvidence, "paragraph", "page", "time", "section", at="locator."),
    *written(
        article.Fact, "translation", at="", description="Whether it is translated, and who did it."
    ),
    *written(article.MoreEvidence, "via", get=lambda each: _of(each.via, "id"), refers="actors"),
    _part(
        "check",
        "string",
        "Are the quoted words in the article? transcribed: we wrote them down from a "
        "recording. null: it quotes nothing.",
        optional=True,
        choices=_CHECK,
    ),
    _part(
        "gone_since",
        "date",
        "When a text was captured that lacks the words.",
        "gone_on",
        sparse=True,
    ),
)
CHAIN = (
    _part("link", "string", "The link.", choices=_LINK),
    _part("state", "string", "How far it holds.", choices=STATES),
)

_fact = partial(written, article.Fact, at="record.fact.")
_shown = partial(written, article.Fact)  # from the view: the event or the check may decide
_relation = partial(_fact, table="relations", item="other", refers="facts")
_review = partial(written, article.Review, optional=True)
FACTS = (
    _OWN_ID,
    _PAGE,
    Field(
        "speaker",
        "id",
        "Who said it, by id; null: several together, an unnamed speaker, or the publisher.",
        _only_speaker,
        optional=True,
        refers="actors",
    ),
    *_fact(
        "speaker",
        name="speakers",
        description="All who said it together, by id.",
        table="fact_speakers",
        item="speaker",
        refers="actors",
    ),
    *_fact("speaker_described"),
    *_fact("speaker_of", refers="actors"),
    *_fact("act", "statement", "condition", "detail"),
    computed(
        "quotes",
        "strings",
        "The exact words of its own evidence, where a check found them.",
        only="tables",
    ),
    *_shown("said", description=f"When, {EDTF}; null: not known."),
    computed("said_text", "string", "The same for readers.", "when.text"),
    *_shown("said_basis"),
    Field(
        "said_earliest",
        "date",
        f"The first day on which it may have been said. {_BOUNDS}",
        lambda fact: fact.record.said and fact.record.said.earliest,
        optional=True,
    ),
    Field(
        "said_latest",
        "date",
        f"The last day on which it may have been said. {_BOUNDS}",
        lambda fact: fact.record.said and fact.record.said.latest,
        optional=True,
    ),
    *_fact("event", refers="events"),
    *_shown("place", "audience"),
    *_fact("about", table="fact_about", item="actor", refers="actors"),
    *_fact("topics", table="fact_topics", item="topic", refers="topics"),
    *_shown("figure", fields=FIGURE, table="figures"),
    *_shown("answers", fields=ANSWER, table="answers"),
    *_fact("not_said", table="not_said"),
    *_fact("recalled", "note"),
    computed("form", "string", "The form of its own evidence.", choices=_FORM),
    computed(
        "source",
        "id",
        "The article of its own evidence, by id.",
        "article_id",
        refers="sources",
        only="tables",
    ),
    *_fact("quote_translation", name="quote_translations", table="quote_translations"),
    *_fact("translated_by", "translated", "spoken_language"),
    *_fact("via", refers="actors"),
    *_fact("paragraph", "page", "time", "section", only="tables"),
    computed(
        "evidence",
        "objects",
        "Its own evidence first, then further evidence.",
        fields=EVIDENCE,
        table="evidence",
    ),
    computed("chain", "links", "The chain of attribution.", fields=CHAIN),
    computed("weakest", "string", "The least certain link.", "weakest.link", choices=_LINK),
    computed("support", "string", "What it rests on.", "support.kind", choices=_SUPPORT),
    computed(
        "sources_count",
        "integer",
        "Sources; reprints, and articles that share text or a cited source, count once.",
        "support.sources",
    ),
    Field(
        "publishers_count",
        "integer",
        "Publishers of those sources.",
        lambda fact: len(fact.record.support.reporters),
    ),
    *_relation("disputes"),
    computed("disputed_by", "ids", "Statements that contest it."),
    *_relation("updates", "replies_to", "answers_fact", "supports"),
    *_fact("status", description="Its state.", choices=("current", "superseded", "withdrawn")),
    *_fact("date", name="status_date"),
    *_fact("reason"),
    *_fact("corrections", fields=_all(article.Correction), table="corrections"),
    *_review("date", name="reviewed", get=lambda fact: _of(fact.record.fact.reviewed, "date")),
    *_review("by", name="reviewed_by", get=lambda fact: _of(fact.record.fact.reviewed, "by")),
    *_fact("former_ids", only="rows"),
)

_actor = partial(written, records.Actor)
_role = partial(written, records.Role, at="")
_membership = partial(written, records.Membership, at="")
_identifier = partial(written, records.Identifiers)
ROLE = (
    *_role("title"),
    *_role("organisation", refers="actors"),
    *_role("start", "end"),
    *_role("article", name="source", refers="sources"),
)
MEMBERSHIP = (
    *_membership("actor", refers="actors"),
    *_membership("article", name="source", refers="sources"),
    *_membership("as_of"),
)
ACTORS = (
    _OWN_ID,
    *_actor("name"),
    _PAGE,
    *_actor("kind", "short_name"),
    *_actor("other_names", kind="names", fields=_all(records.Name), table="names"),
    *_identifier("wikidata", get=lambda actor: _of(actor.record.identifiers, "wikidata")),
    *_identifier("iso3166", get=lambda actor: _of(actor.record.identifiers, "iso3166")),
    *_actor("roles", fields=ROLE, table="roles"),
    *_actor("member_of", fields=MEMBERSHIP, table="memberships"),
    *_actor("summary", "size"),
    *_actor("members_known", only="rows"),
    *_actor("members", only="rows", table="members", item="member", refers="actors"),
    *_actor("ownership"),
    *_actor("country", refers="actors"),
    *_actor("outlet", "ownership_source"),
    Field(
        "label",
        "string",
        "The label of who publishes: country, ownership, kind, role, by one rule for all.",
        _label,
        optional=True,
    ),
    _statements("speaker", "Its own current statements"),
    _statements("about", "Current statements about it", "spoken_about_in", only="rows"),
    *_actor("former_ids", only="rows"),
)

_topic = partial(written, records.Topic)
_line = partial(written, records.BriefItem, at="")
_difference = partial(written, records.Difference, at="")
BRIEF = (*_line("text"), *_line("facts", table="brief_facts", item="fact", refers="facts"))
DIFFERENCE = (
    *_difference("question"),
    *_difference("facts", table="difference_facts", item="fact", refers="facts"),
    *_difference("note"),
)
TOPICS = (
    _OWN_ID,
    *_topic("name"),
    _PAGE,
    *_topic("summary"),
    *_topic("broader", refers="topics"),
    *_topic("other_names", kind="names", fields=_all(records.Name)),
    *_topic("questions", kind="names", fields=_all(records.Question), table="questions"),
    *_topic("brief", fields=BRIEF, table="brief"),
    *_topic("differences", fields=DIFFERENCE, table="differences"),
    *_topic("missing", table="missing"),
    _statements("topics", "Its current statements"),
    *_topic("former_ids", only="rows"),
)

_source = partial(written, article.Article)


def _time(name: str) -> Iterator[Field]:
    """The time of day of a field, as the source gives it."""
    yield Field(
        f"{name}_time",
        "string",
        f"The time of day of {name}, with its offset from UTC if the source gives it.",
        lambda source: _of(getattr(source.record, name), "time") or None,
        optional=True,
    )


SOURCES = (
    _OWN_ID,
    Field(
        "name",
        "string",
        "Publisher and date.",
        lambda source: source_ref(source.site.dataset, source.id).name,
    ),
    _PAGE,
    *_source("publisher", refers="actors"),
    *_source("title"),
    *_source(
        "author",
        get=lambda source: author_text(source.record),
        description="Its authors in one text; null: none is named.",
    ),
    *_source(
        "authors", get=lambda source: author_names(source.record), table="authors", item="name"
    ),
    *_source("url", name="address"),
    *_source("archived", "access", "published", "updated"),
    *_time("published"),
    *_time("updated"),
    *_source("notices", fields=_all(article.Notice), table="notices"),
    *_source("dateline", "language", "translation"),
    *_source("derived_from", refers="sources"),
    *_source("independent_of"),
    *_source("kind"),
    computed(
        "primary", "boolean", "Words at first hand: all kinds but article and report.", "is_primary"
    ),
    Field(
        "captured",
        "date",
        "When its words were recorded for checking.",
        lambda source: _of(source.capture, "captured"),
        optional=True,
    ),
    Field(
        "paragraphs",
        "integer",
        "How many paragraphs it has, where captured.",
        lambda source: source.capture and len(source.capture.paragraphs),
        optional=True,
    ),
    Field(
        "changed",
        "boolean",
        "A text captured later differs from the first.",
        lambda source: bool(_of(source.capture, "earlier")),
    ),
    *_source("wording", fields=_all(article.Wording), table="wording"),
    *_source("unused", fields=_all(article.Unused), table="unused"),
    _statements("article", "Its current statements"),
    *_source("former_ids", only="rows"),
)

_event = partial(written, records.Event)
EVENTS = (
    _OWN_ID,
    *_event("name"),
    _PAGE,
    *_event("kind"),
    *_event("date", get=_known_date),
    Field(
        "date_text",
        "string",
        "The same for readers.",
        lambda event: moment_text(event.record.date),
        only="rows",
    ),
    *_event("place", "audience"),
    *_event("organiser", refers="actors"),
    *_event("participants", table="participants", item="actor", refers="actors"),
    *_event("part_of", "follows", refers="events"),
    _statements("event", "Current statements made there"),
    *_event("former_ids", only="rows"),
)

_removed = partial(written, records.Removed, at="")
REMOVED = (
    _part("url", "string", _PAGE.description, "address"),
    _part("kind", "string", "actor, topic, event, article or fact.", only="tables"),
    _part("id", "id", _OWN_ID.description),
    *_removed("status", get=lambda _: "removed", only="rows"),
    *_removed("date", name="status_date", only="rows"),
    *_removed("date", only="tables"),
    *_removed("reason"),
    *_removed("former_ids", only="rows"),
)


@dataclass(frozen=True, slots=True)
class RecordList:
    """A list of the open data: its name, what one of it is called, and its fields."""

    name: str
    one: str
    fields: tuple[Field, ...]
    records: Callable[[Site], Mapping[str, Any]]

    def entry(self, site: Site, key: str) -> ListEntry:
        """The record of this id."""
        return ListEntry(site, key, f"{self.name}/{key}/", self.records(site)[key])

    def entries(self, site: Site) -> Iterator[ListEntry]:
        """All records, by id."""
        return (self.entry(site, key) for key in self.records(site))


def _list_of_kind(kind: Kind, fields: tuple[Field, ...]) -> RecordList:
    record_kind = KINDS[kind]
    return RecordList(
        record_kind.pages, record_kind.noun, fields, lambda site: site.dataset.records[kind]
    )


# Those that others refer to come first.
LISTS = {
    each.name: each
    for each in (
        _list_of_kind("actor", ACTORS),
        _list_of_kind("topic", TOPICS),
        _list_of_kind("event", EVENTS),
        _list_of_kind("article", SOURCES),
        RecordList("facts", "fact", FACTS, lambda site: site.statements),
    )
}


def record_row(site: Site, name: str, key: str) -> Row:
    """The row of a record in the list of this name."""
    return row(LISTS[name].fields, LISTS[name].entry(site, key))


def removed_row(removal: Removal) -> Row:
    """The row of a record whose text was removed."""
    return row(REMOVED, removal)


def files(site: Site, name: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """A list, sorted by id, and its schema."""
    rows = (row(LISTS[name].fields, entry) for entry in LISTS[name].entries(site))
    removed = [each for each in site.dataset.removed if each.address.startswith(f"{name}/")]
    every = heapq.merge(rows, map(removed_row, removed), key=itemgetter("id"))
    yield f"data/{name}.json", encode.array(map(encode.line, every))
    yield f"data/schema/{name}.json", _schema(site, name)


def _schema(site: Site, name: str) -> Iterator[bytes]:
    site_url = site.settings.site_url
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": f"{site_url}data/schema/{name}.json"} if site_url else {}),
        "title": f"{name}.json",
        "description": "A list sorted by id.",
        "type": "array",
        "items": {"anyOf": [schema(LISTS[name].fields), schema(REMOVED)]},
    }
    yield encode.indented(found)
