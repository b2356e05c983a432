"""The records of actors, topics and events, and of removed records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

from factsheets.content.types import (
    ACTOR_KINDS,
    REMOVAL_REASONS,
    Day,
    Fields,
    Id,
    Ids,
    Language,
    NewId,
    NewIds,
    OneOf,
    Said,
    SomeIds,
    Text,
    Texts,
    Url,
    Whole,
    doc,
    refers_to,
)


def _as_name(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Fields):
    """A name or spelling, with its language if known."""

    text: Annotated[Text, doc("The name as it is written.")]
    lang: Annotated[Language | None, doc("Its language, as a code: uk, ru, zh-Hans.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers(Fields):
    """Identifiers elsewhere, only if they are certain."""

    wikidata: Annotated[Text | None, doc("The item's Wikidata number: Q3052772.")] = None
    iso3166: Annotated[Text | None, doc("The two-letter country code (ISO 3166-1): FR.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fields):
    """An office or function, with the article that says so."""

    title: Annotated[Text, doc("The office in its usual English form: President of France.")]
    organisation: Annotated[
        Id | None, refers_to("actor"), doc("The actor that the role belongs to, by id.")
    ] = None
    start: Annotated[Said | None, doc("When it began, if the source says so.")] = None
    end: Annotated[Said | None, doc("When it ended, if the source says so.")] = None
    article: Annotated[
        Id | None, refers_to("article"), doc("The article that names the role, by id.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fields):
    """The membership of an actor in another, with its article and date."""

    actor: Annotated[Id, refers_to("actor"), doc("The actor that it is a member of, by id.")]
    article: Annotated[Id | None, refers_to("article"), doc("The article that says so, by id.")] = (
        None
    )
    as_of: Annotated[Said | None, doc("The date for which the article reports it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Fields):
    """A person or body that speaks or is spoken about."""

    kind: Annotated[str, OneOf(ACTOR_KINDS), doc("What it is.")]
    name: Annotated[Text, doc("The usual English name.")]
    short_name: Annotated[Text | None, doc("The name that headings begin with: Macron.")] = None
    other_names: Annotated[
        tuple[Annotated[Name, BeforeValidator(_as_name)], ...],
        doc("Other scripts and common spellings; search uses them."),
    ] = ()
    identifiers: Annotated[Identifiers | None, doc("Its identifiers in other data.")] = None
    roles: Annotated[tuple[Role, ...], doc("Offices, each with the article that names it.")] = ()
    member_of: Annotated[
        tuple[Membership, ...], doc("What it belongs to, each with an article as evidence.")
    ] = ()
    summary: Annotated[Text | None, doc("Who or what it is, in one neutral sentence.")] = None
    size: Annotated[Whole | None, doc("A group's number of members, if a source gives it.")] = None
    members_known: Annotated[
        Annotated[str, OneOf(("none", "some", "all"))] | None,
        doc("Whether sources name its members."),
    ] = None
    members: Annotated[Ids, refers_to("actor"), doc("The named members of a group, by id.")] = ()
    ownership: Annotated[
        Annotated[str, OneOf(("state", "public", "private", "international", "unknown"))] | None,
        doc(
            "Who owns a publisher; international: several states, or an organisation of states. "
            "This says nothing about its accuracy."
        ),
    ] = None
    country: Annotated[
        Id | None,
        refers_to("state"),
        doc("A publisher's country: the id of a state. An international one needs none."),
    ] = None
    outlet: Annotated[Text | None, doc("What it is: news agency, newspaper, ministry …")] = None
    ownership_source: Annotated[Url | None, doc("An address that shows who owns it.")] = None
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Fields):
    """A question on a topic: a column of the table "who says what"."""

    id: Annotated[NewId, doc("The question's id within the topic.")]
    text: Annotated[Text, doc("The question in full.")]
    short: Annotated[Text | None, doc("Two or three words for a narrow column.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefItem(Fields):
    """A line of a topic's brief."""

    text: Annotated[Text, doc("One sentence in our words that begins with the speaker.")]
    facts: Annotated[SomeIds, refers_to("fact"), doc("The facts that it is based on, by id.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Fields):
    """A point on which statements or reports differ."""

    question: Annotated[Text, doc("What they differ about, in a few words.")]
    facts: Annotated[SomeIds, refers_to("fact"), doc("The facts that differ, by id.")]
    note: Annotated[Text, doc("What each side says, and what the sources leave open.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Fields):
    """A subject that groups statements."""

    name: Annotated[Text, doc("What pages and lists call it.")]
    summary: Annotated[Text, doc("Its scope in one sentence.")]
    broader: Annotated[Id | None, refers_to("topic"), doc("A wider topic, by id.")] = None
    other_names: Annotated[
        tuple[Annotated[Name, BeforeValidator(_as_name)], ...],
        doc("Other words for it; search uses them."),
    ] = ()
    questions: Annotated[tuple[Question, ...], doc("Questions that statements answer.")] = ()
    brief: Annotated[tuple[BriefItem, ...], doc("A summary in three to five lines.")] = ()
    differences: Annotated[tuple[Difference, ...], doc("Points on which statements differ.")] = ()
    missing: Annotated[Texts, doc("What is not known, one sentence each.")] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fields):
    """An occasion on which statements were made."""

    name: Annotated[Text, doc("What pages and lists call it.")]
    kind: Annotated[Text | None, doc("What it is: press conference, summit …")] = None
    date: Annotated[Said | None, doc("Its date, as precisely as the source gives it.")] = None
    place: Annotated[Text | None, doc("Where; not-stated: the source does not say.")] = None
    audience: Annotated[Text | None, doc("To whom; not-stated: the source does not say.")] = None
    organiser: Annotated[
        Id | None, refers_to("actor"), doc("Who held it, by id, if the source says so.")
    ] = None
    participants: Annotated[
        Ids, refers_to("actor"), doc("Who took part according to the source, by id.")
    ] = ()
    part_of: Annotated[
        Id | None, refers_to("event"), doc("The larger event it belongs to, by id.")
    ] = None
    follows: Annotated[Id | None, refers_to("event"), doc("The event before it, by id.")] = None
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Fields):
    """The remains of a removed record: its address, date and reason."""

    status: Annotated[str, OneOf(("removed",)), doc("Its text was removed.")]
    date: Annotated[Day, doc("When it was removed.")]
    reason: Annotated[
        str,
        OneOf(REMOVAL_REASONS),
        doc("legal: somebody's right; privacy: a person's; error: it was recorded wrongly."),
    ]
    former_ids: Annotated[NewIds, doc("Earlier ids; old addresses lead here.")] = ()
