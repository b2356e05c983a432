"""The records that people write: actor, topic, event, article with its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, WrapValidator

from factsheets.content.types import (
    ACCESS,
    ACTOR_KINDS,
    ACTS,
    ANSWER_KINDS,
    COMPARATORS,
    CORRECTION_KINDS,
    DATE_BASES,
    REMOVAL_REASONS,
    Authors,
    Day,
    Id,
    Ids,
    Language,
    NewId,
    NewIds,
    Number,
    OneOf,
    QuestionRef,
    Said,
    Sha256,
    SomeIds,
    Text,
    Texts,
    Truth,
    Url,
    Whole,
    doc,
    refers_to,
)

_strict = ConfigDict(extra="forbid")


def _as_name(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _as_review(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name or spelling, with its language if known."""

    __pydantic_config__ = _strict
    text: Annotated[Text, doc("The name as it is written.")]
    lang: Annotated[Language | None, doc("Its language, as a code: uk, ru, zh-Hans.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """Identifiers elsewhere, only if they are certain."""

    __pydantic_config__ = _strict
    wikidata: Annotated[Text | None, doc("The item's Wikidata number: Q3052772.")] = None
    iso3166: Annotated[Text | None, doc("The two-letter country code (ISO 3166-1): FR.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or function, with the article that says so."""

    __pydantic_config__ = _strict
    title: Annotated[Text, doc("The office in its usual English form: President of France.")]
    organisation: Annotated[
        Id | None, refers_to("actor"), doc("The actor that the role belongs to, by id.")
    ] = None
    start: Annotated[Said | None, doc("The start, if the source gives it.")] = None
    end: Annotated[Said | None, doc("The end, if the source gives it.")] = None
    article: Annotated[
        Id | None, refers_to("article"), doc("The article that names the role, by id.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The membership of an actor in another, with its article and date."""

    __pydantic_config__ = _strict
    actor: Annotated[Id, refers_to("actor"), doc("The actor that it is a member of, by id.")]
    article: Annotated[Id | None, refers_to("article"), doc("The article that says so, by id.")] = (
        None
    )
    as_of: Annotated[Said | None, doc("The date of membership that the article gives.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or body that speaks or is spoken about."""

    __pydantic_config__ = _strict
    kind: Annotated[str, OneOf(ACTOR_KINDS), doc("The kind of actor.")]
    name: Annotated[Text, doc("The usual English name.")]
    short_name: Annotated[Text | None, doc("The name that headings begin with: Macron.")] = None
    other_names: Annotated[
        tuple[Annotated[Name, BeforeValidator(_as_name)], ...],
        doc("Other scripts and common spellings; search uses them."),
    ] = ()
    identifiers: Annotated[Identifiers | None, doc("Wikidata, ISO 3166.")] = None
    roles: Annotated[tuple[Role, ...], doc("Offices, each with the article that names it.")] = ()
    member_of: Annotated[tuple[Membership, ...], doc("Its groups, each with an article.")] = ()
    summary: Annotated[Text | None, doc("One neutral sentence.")] = None
    size: Annotated[Whole | None, doc("A group's number of members, if a source gives it.")] = None
    members_known: Annotated[
        Annotated[str, OneOf(("none", "some", "all"))] | None, doc("Are a group's members named?")
    ] = None
    members: Annotated[Ids, refers_to("actor"), doc("The named members of a group, by id.")] = ()
    ownership: Annotated[
        Annotated[str, OneOf(("state", "public", "private", "unknown"))] | None,
        doc("Who owns a publisher. This says nothing about its accuracy."),
    ] = None
    country: Annotated[
        Id | None, refers_to("state"), doc("A publisher's country: the id of a state.")
    ] = None
    outlet: Annotated[Text | None, doc("A publisher's kind: news agency, newspaper …")] = None
    ownership_source: Annotated[Url | None, doc("An address that shows who owns it.")] = None
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A column of "who says what"."""

    __pydantic_config__ = _strict
    id: Annotated[NewId, doc("The question's id within the topic.")]
    text: Annotated[Text, doc("The question in full.")]
    short: Annotated[Text | None, doc("Two or three words for a narrow column.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefItem:
    """A line of a topic's brief."""

    __pydantic_config__ = _strict
    text: Annotated[Text, doc("One sentence in our words that begins with the speaker.")]
    facts: Annotated[SomeIds, refers_to("fact"), doc("The facts that it is based on, by id.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A point on which statements or reports differ."""

    __pydantic_config__ = _strict
    question: Annotated[Text, doc("What they differ about, in a few words.")]
    facts: Annotated[SomeIds, refers_to("fact"), doc("The facts that differ, by id.")]
    note: Annotated[Text, doc("Each side with its verb, and what is unknown about the relation.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that groups statements."""

    __pydantic_config__ = _strict
    name: Annotated[Text, doc("The topic's name.")]
    summary: Annotated[Text, doc("Its scope in one sentence.")]
    broader: Annotated[Id | None, refers_to("topic"), doc("A wider topic, by id.")] = None
    other_names: Annotated[
        tuple[Annotated[Name, BeforeValidator(_as_name)], ...],
        doc("Other words for it; search uses them."),
    ] = ()
    questions: Annotated[tuple[Question, ...], doc('The columns of "who says what".')] = ()
    brief: Annotated[tuple[BriefItem, ...], doc("Three to five lines, each with its facts.")] = ()
    differences: Annotated[tuple[Difference, ...], doc("Where accounts differ.")] = ()
    missing: Annotated[Texts, doc("What is not known, one sentence each.")] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion on which statements were made."""

    __pydantic_config__ = _strict
    name: Annotated[Text, doc("The event's name.")]
    kind: Annotated[Text | None, doc("press conference, interview, summit …")] = None
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
class Figure:
    """A number that somebody gave, or refused to give."""

    __pydantic_config__ = _strict
    status: Annotated[
        str, OneOf(("given", "not-given")), doc("not-given: the speaker refused to give it.")
    ] = "given"
    value: Annotated[Number | None, doc("The number, in digits only.")] = None
    min: Annotated[Number | None, doc("The lower bound, with comparator between.")] = None
    max: Annotated[Number | None, doc("The upper bound, with comparator between.")] = None
    comparator: Annotated[str, OneOf(COMPARATORS), doc("How the number is to be read.")] = "exactly"
    unit: Annotated[Text | None, doc("What is counted, in the plural: countries.")] = None
    counts: Annotated[Text, doc("What the number counts: committed to a role.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A statement's answer to a question of a topic, and for whom."""

    __pydantic_config__ = _strict
    question: Annotated[QuestionRef, refers_to("question"), doc("topic-id/question-id")]
    actor: Annotated[
        Id | None, refers_to("actor"), doc("Who gave the answer; if left out, the speaker.")
    ] = None
    kind: Annotated[str, OneOf(ANSWER_KINDS), doc("Only selects the symbol.")]
    text: Annotated[Text, doc("The answer, in at most eight words; no more than the source says.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A person's reading of a paragraph whose quotation marks or speaker are unclear."""

    __pydantic_config__ = _strict
    read_as: Annotated[str, OneOf(("quoted",)), doc("quoted: the words are the speaker's.")]
    by: Annotated[Text, doc("The name of the person who read it.")]
    date: Annotated[Day, doc("When it was read.")]
    sha256: Annotated[
        Sha256,
        doc("The sha256 of the capture that was read, in seeds/. A new capture makes it void."),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreEvidence:
    """Another place that reports the same statement."""

    __pydantic_config__ = _strict
    article: Annotated[
        Id | None, refers_to("article"), doc("The other article, by id; if left out, this one.")
    ] = None
    paragraph: Annotated[Whole | None, doc("The paragraph, counted from 1.")] = None
    quote: Annotated[Texts, doc("The exact words there, if it is a quotation.")] = ()
    form: Annotated[
        Annotated[str, OneOf(("quoted", "partly-quoted", "paraphrased"))] | None,
        doc("How it is reported there."),
    ] = None
    marks: Annotated[
        Reading | None, doc("How a person read quotation marks that are unclear there.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change that we made to a published fact."""

    __pydantic_config__ = _strict
    date: Annotated[Day, doc("When it was changed.")]
    field: Annotated[Text, doc("Which field was changed.")]
    was: Annotated[Text, doc("The old value.")]
    now: Annotated[Text, doc("The new value.")]
    reason: Annotated[Text, doc("Why.")]
    kind: Annotated[
        str,
        OneOf(CORRECTION_KINDS),
        doc("correction: it was wrong; clarification: only the wording changed."),
    ] = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review: a person compared a fact with its source."""

    __pydantic_config__ = _strict
    date: Annotated[Day, doc("When a person last reviewed it.")]
    by: Annotated[Text | None, doc("Who reviewed it; preferably not the author.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One attributed statement."""

    __pydantic_config__ = _strict
    id: Annotated[NewId, doc("Chosen once and never reused; its address is /facts/<id>/.")]
    speaker: Annotated[
        Id | None,
        refers_to("actor"),
        doc("Who said it, by id; if left out, the publisher itself."),
    ] = None
    act: Annotated[str, OneOf(ACTS), doc("A plain verb that makes no judgement.")] = "says"
    statement: Annotated[Text, doc("What was said, in our words, at most 14 words.")]
    condition: Annotated[Text | None, doc("The condition, if one was named.")] = None
    detail: Annotated[Text | None, doc("Up to two more sentences, in our words.")] = None
    quote: Annotated[Texts, doc("The exact words; leave out if the article paraphrases.")] = ()
    form: Annotated[
        Annotated[str, OneOf(("quoted", "partly-quoted"))] | None,
        doc("Only to lower it to partly-quoted, if only fragments are quoted."),
    ] = None
    marks: Annotated[
        Reading | None, doc("How a person read quotation marks that are unclear in the article.")
    ] = None
    paragraph: Annotated[Whole | None, doc("The article's paragraph, counted from 1.")] = None
    event: Annotated[
        Id | None, refers_to("event"), doc("The event, by id; it gives date, place and audience.")
    ] = None
    said: Annotated[Said | None, doc("When it was said, if the event does not give it.")] = None
    said_basis: Annotated[
        Annotated[str, OneOf(DATE_BASES)] | None,
        doc("How the date is known: stated, inferred by us, or with only its year inferred."),
    ] = None
    place: Annotated[
        Text | None, doc("Where; not-stated: the source does not say. The event may give it.")
    ] = None
    audience: Annotated[
        Text | None, doc("To whom; not-stated: the source does not say. The event may give it.")
    ] = None
    topics: Annotated[SomeIds, refers_to("topic"), doc("The topics it belongs to, by id.")]
    about: Annotated[Ids, refers_to("actor"), doc("The actors that it is about, by id.")] = ()
    figure: Annotated[Figure | None, doc("The number in it, or the one that was refused.")] = None
    answers: Annotated[tuple[Answer, ...], doc("Which questions it answers, and for whom.")] = ()
    not_said: Annotated[Texts, doc("Interpretations that the source does not support.")] = ()
    recalled: Annotated[Truth, doc("true: the article mentions it as background.")] = False
    note: Annotated[Text | None, doc("Where the wording within the sources differs.")] = None
    disputes: Annotated[
        Ids, refers_to("fact"), doc("Facts that the speaker disputes, according to the source.")
    ] = ()
    updates: Annotated[Ids, refers_to("fact"), doc("Older facts that this one updates.")] = ()
    replies_to: Annotated[
        Ids, refers_to("fact"), doc("Facts that the speaker responds to, according to the source.")
    ] = ()
    answers_fact: Annotated[
        Ids, refers_to("fact"), doc("Facts (questions) that this one answers.")
    ] = ()
    supports: Annotated[
        Ids, refers_to("fact"), doc("Facts that the speaker supports, according to the source.")
    ] = ()
    also: Annotated[tuple[MoreEvidence, ...], doc("Further evidence for the same statement.")] = ()
    reviewed: Annotated[
        Annotated[Review, BeforeValidator(_as_review)] | None,
        doc("When a person last reviewed it: a date, or date and by."),
    ] = None
    status: Annotated[
        str,
        OneOf(("current", "draft", "superseded", "withdrawn", "removed")),
        doc("Its status. A draft is shown only by mkdocs serve; a removed one shows only its id."),
    ] = "current"
    reason: Annotated[
        Text | None,
        doc("Why it was withdrawn or superseded; for a removed fact: legal, privacy or error."),
    ] = None
    date: Annotated[Day | None, doc("When it was withdrawn, superseded or removed.")] = None
    corrections: Annotated[tuple[Correction, ...], doc("What we corrected, oldest first.")] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()


def _emptied(value: Any, handler: Callable[[Any], Fact]) -> Fact:
    """A removed fact; all its other fields are ignored."""
    if not (isinstance(value, Mapping) and value.get("status") == "removed"):
        return handler(value)
    kept = {name: value[name] for name in REMOVED_FIELDS if name in value}
    return replace(handler({**kept, "statement": "-", "topics": ["x"]}), statement="", topics=())


REMOVED_FIELDS = ("id", "status", "date", "reason", "former_ids")
"""The fields that a removed record may have."""
AnyFact = Annotated[Fact, WrapValidator(_emptied)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """The remains of a removed record: its address, date and reason."""

    __pydantic_config__ = _strict
    status: Annotated[str, OneOf(("removed",)), doc("Its text was removed.")]
    date: Annotated[Day, doc("When it was removed.")]
    reason: Annotated[
        str,
        OneOf(REMOVAL_REASONS),
        doc("legal: somebody's right; privacy: a person's; error: it was recorded wrongly."),
    ]
    former_ids: Annotated[NewIds, doc("Earlier ids; old addresses lead here.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFact(Removed):
    """The remains of a removed fact."""

    id: Annotated[NewId, doc("Its address stays: /facts/<id>/.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedArticle(Removed):
    """The remains of a removed article, with its facts."""

    facts: Annotated[tuple[RemovedFact, ...], doc("Its facts, which are removed too.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The publisher's own choice of words, which we do not adopt."""

    __pydantic_config__ = _strict
    paragraph: Annotated[Whole, doc("The paragraph, counted from 1.")]
    words: Annotated[Text, doc("The publisher's words, exactly.")]
    note: Annotated[Text | None, doc("A note about them.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A paragraph that no fact comes from."""

    __pydantic_config__ = _strict
    paragraph: Annotated[Whole, doc("The paragraph, counted from 1.")]
    why: Annotated[Text, doc("Why no fact comes from it.")]


ARTICLE_KINDS = ("article", "transcript", "statement", "post", "report", "recording")
_PRIMARY_KINDS = frozenset({"transcript", "statement", "post", "recording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A source: one article, with the facts taken from it."""

    __pydantic_config__ = _strict
    publisher: Annotated[
        Id, refers_to("publisher"), doc("Who published it: an actor of kind publisher, by id.")
    ]
    title: Annotated[Text | None, doc("The publisher's headline, if known.")] = None
    url: Annotated[Url, doc("Its address.")]
    archived: Annotated[Url | None, doc("The address of an archived copy.")] = None
    access: Annotated[
        Annotated[str, OneOf(ACCESS)] | None,
        doc("Who can read it at its address: free, registration (an account) or paywall."),
    ] = None
    authors: Annotated[Authors, doc("Its authors, if named, each separately.")] = ()
    author: Annotated[Text | None, doc("The older form of authors, for a single name.")] = None
    published: Annotated[Day, doc("The day it was published.")]
    updated: Annotated[Day | None, doc("The day the publisher changed it, if known.")] = None
    dateline: Annotated[Text | None, doc("The place named at the start of the article.")] = None
    language: Annotated[Language, doc("Its language, as a code: en.")]
    translation: Annotated[
        Annotated[str, OneOf(("none", "publisher", "unknown"))] | None,
        doc("Whether the speakers' words are translated. unknown: the source does not say."),
    ] = None
    derived_from: Annotated[
        Id | None, refers_to("article"), doc("The article that it reprints, by id.")
    ] = None
    independent_of: Annotated[
        Ids,
        refers_to("article"),
        doc("Articles that share text with it: a person read both and found no common origin."),
    ] = ()
    kind: Annotated[
        str,
        OneOf(ARTICLE_KINDS),
        doc("What it is: article, transcript, statement, post, report or recording."),
    ] = "article"
    primary: Annotated[Truth, doc("Replaced by `kind`; write kind: transcript, say.")] = False
    text: Annotated[
        Annotated[str, OneOf(("committed",))] | None, doc("committed: its licence allows this.")
    ] = None
    wording: Annotated[tuple[Wording, ...], doc("The publisher's own words.")] = ()
    unused: Annotated[tuple[Unused, ...], doc("Paragraphs that no fact comes from.")] = ()
    status: Annotated[
        str,
        OneOf(("current", "draft")),
        doc("draft: it and its facts are shown only by mkdocs serve."),
    ] = "current"
    facts: Annotated[tuple[AnyFact, ...], doc("The statements taken from it.")] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()

    @property
    def is_primary(self) -> bool:
        """Whether it contains the words of the speakers at first hand."""
        return self.primary or self.kind in _PRIMARY_KINDS
