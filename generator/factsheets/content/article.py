"""The record of an article, with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import BeforeValidator, WrapValidator

from factsheets.content.records import Removed
from factsheets.content.tree import Path
from factsheets.content.types import (
    ACCESS,
    ACTS,
    ANSWER_KINDS,
    COMPARATORS,
    CORRECTION_KINDS,
    DATE_BASES,
    SOURCE_KINDS,
    TRANSLATIONS,
    Authors,
    Day,
    DayTime,
    Fields,
    Id,
    Ids,
    Language,
    NewId,
    NewIds,
    Number,
    OneOf,
    Page,
    QuestionRef,
    Said,
    Section,
    Sha256,
    SomeIds,
    Speakers,
    Text,
    Texts,
    Time,
    Truth,
    Url,
    Whole,
    doc,
    refers_to,
)


def _described(words: Mapping[str, str]) -> str:
    return "; ".join(f"{word}: {meaning}" for word, meaning in words.items()) + "."


def _as_review(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fields):
    """A number that somebody gave, or refused to give."""

    status: Annotated[str, OneOf(("given", "not-given")), doc("Whether the speaker gave it.")] = (
        "given"
    )
    value: Annotated[Number | None, doc("The number, in digits only.")] = None
    min: Annotated[Number | None, doc("The lowest number; only with comparator: between.")] = None
    max: Annotated[Number | None, doc("The highest number; only with comparator: between.")] = None
    comparator: Annotated[str, OneOf(COMPARATORS), doc("How to read the number.")] = "exactly"
    unit: Annotated[Text | None, doc("What is counted, in the plural: countries.")] = None
    counts: Annotated[Text, doc("What the number counts: committed to a role.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fields):
    """A statement's answer to a question of a topic, and for whom."""

    question: Annotated[
        QuestionRef, refers_to("question"), doc("The topic's id, a slash, the question's id.")
    ]
    actor: Annotated[
        Id | None, refers_to("actor"), doc("Who gave the answer; if left out, the speaker.")
    ] = None
    kind: Annotated[
        str, OneOf(ANSWER_KINDS), doc("The kind of answer, for data; pages show `text`.")
    ]
    text: Annotated[Text, doc("The answer, in at most eight words; no more than the source says.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Fields):
    """A person's reading of a paragraph whose quotation marks or speaker are unclear."""

    read_as: Annotated[str, OneOf(("quoted",)), doc("quoted: the words are the speaker's.")]
    by: Annotated[Text, doc("The name of the person who read it.")]
    date: Annotated[Day, doc("When it was read.")]
    sha256: Annotated[
        Sha256,
        doc("The sha256 of the capture that was read, in seeds/. A new capture makes it void."),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreEvidence(Fields):
    """Another place that reports the same statement."""

    article: Annotated[
        Id | None, refers_to("article"), doc("The other article, by id; if left out, this one.")
    ] = None
    paragraph: Annotated[Whole | None, doc("The paragraph, counted from 1.")] = None
    page: Annotated[Page | None, doc("The page: 12, iv, or 12-13.")] = None
    time: Annotated[Time | None, doc("The time in the recording or transcript: 00:14:05.")] = None
    section: Annotated[Section | None, doc("The section, by number or name: 3.1.")] = None
    quote: Annotated[Texts, doc("The exact words there, if it is a quotation.")] = ()
    form: Annotated[
        Annotated[str, OneOf(("quoted", "partly-quoted", "paraphrased"))] | None,
        doc("How it is reported there."),
    ] = None
    marks: Annotated[
        Reading | None, doc("How a person read quotation marks that are unclear there.")
    ] = None
    via: Annotated[
        Id | None, refers_to("actor"), doc("The cited source that the article names there.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Fields):
    """A change that we made to a published fact."""

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
class Review(Fields):
    """A review: a person compared a fact with its source."""

    date: Annotated[Day, doc("When a person last reviewed it.")]
    by: Annotated[Text | None, doc("Who reviewed it; preferably not the author.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Fields):
    """One attributed statement."""

    id: Annotated[NewId, doc("Chosen once and never reused; its address is /facts/<id>/.")]
    speaker: Annotated[
        Speakers,
        refers_to("actor"),
        doc("Who said it, by id; 2 to 10 ids if they said it together, as in a joint statement."),
    ] = ()
    speaker_described: Annotated[
        Text | None,
        doc("How the source describes a speaker whom it does not name, in at most ten words."),
    ] = None
    speaker_of: Annotated[
        Id | None,
        refers_to("actor"),
        doc("The actor to which the unnamed speaker belongs according to the source, by id."),
    ] = None
    act: Annotated[
        str,
        OneOf(tuple(ACTS)),
        doc(f"What the speaker does. {_described(ACTS)}"),
    ] = "says"
    statement: Annotated[Text, doc("What was said, in our words, at most 14 words.")]
    condition: Annotated[Text | None, doc("The condition, if one was named.")] = None
    detail: Annotated[Text | None, doc("Up to two more sentences, in our words.")] = None
    quote: Annotated[Texts, doc("The exact words; leave out if the article paraphrases.")] = ()
    form: Annotated[
        Annotated[str, OneOf(("quoted", "partly-quoted"))] | None,
        doc("Needed only if fragments are quoted: partly-quoted."),
    ] = None
    marks: Annotated[
        Reading | None, doc("How a person read quotation marks that are unclear in the article.")
    ] = None
    quote_translation: Annotated[
        Texts, doc("Our translation of the quote: a text, or a list as long as the quote's.")
    ] = ()
    translated_by: Annotated[
        Text | None, doc("Who or what made quote_translation: a person or a tool.")
    ] = None
    translated: Annotated[
        Day | None, doc("When quote_translation was made, or last compared with the quote.")
    ] = None
    spoken_language: Annotated[
        Language | None, doc("The language in which it was said, as a code, if the source says so.")
    ] = None
    translation: Annotated[
        Annotated[str, OneOf(TRANSLATIONS)] | None,
        doc(
            "Whether the article translates these words, if it differs from the article's own "
            "line. ours: the article has them in the language spoken, and we translate."
        ),
    ] = None
    via: Annotated[
        Id | None,
        refers_to("actor"),
        doc("The source that the publisher itself cites for it (according to …), by id."),
    ] = None
    paragraph: Annotated[Whole | None, doc("The article's paragraph, counted from 1.")] = None
    page: Annotated[Page | None, doc("The page: 12, iv, or 12-13.")] = None
    time: Annotated[Time | None, doc("The time in the recording or transcript: 00:14:05.")] = None
    section: Annotated[Section | None, doc("The section, by number or name: 3.1.")] = None
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
    figure: Annotated[
        Figure | None, doc("The number in it, or one that the speaker refused to give.")
    ] = None
    answers: Annotated[tuple[Answer, ...], doc("Which questions it answers, and for whom.")] = ()
    not_said: Annotated[Texts, doc("What readers may conclude, but the source does not say.")] = ()
    recalled: Annotated[Truth, doc("true: the article mentions it as background.")] = False
    note: Annotated[Text | None, doc("How the sources' wordings differ.")] = None
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
    corrections: Annotated[
        tuple[Correction, ...], doc("Changes after publication, oldest first.")
    ] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()

    @property
    def is_spoken(self) -> bool:
        """Whether somebody other than the publisher says it, named or not."""
        return bool(self.speaker or self.speaker_described)

    def evidence(self, article_id: str) -> Iterator[tuple[Path, str, Fact | MoreEvidence]]:
        """Its own evidence in this article, then further evidence.

        Each with its path below the fact, and the article that it cites.
        """
        yield (), article_id, self
        for number, more in enumerate(self.also):
            yield ("also", number), more.article or article_id, more

    @property
    def translates_earlier_words(self) -> bool:
        """Whether the quote was corrected after its translation was made or compared."""
        changed = [each.date for each in self.corrections if "quot" in each.field.casefold()]
        return bool(self.translated and changed and max(changed) > self.translated)


@dataclass(frozen=True, slots=True)
class Locator:
    """The place of words in a source; `time` is HH:MM:SS, `page` a number or a range."""

    paragraph: int | None = None
    page: str | None = None
    time: str | None = None
    section: str | None = None

    def __bool__(self) -> bool:
        return bool(self.paragraph or self.page or self.time or self.section)

    @property
    def first_page(self) -> int | None:
        """The page where it begins, None for a page that is not a number."""
        first = (self.page or "").partition("-")[0]
        return int(first) if first.isdigit() else None

    @property
    def seconds(self) -> int | None:
        """The seconds before its time."""
        return seconds(self.time) if self.time else None

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Sorts locators of one source."""
        return (self.paragraph or 0, self.first_page or 0, self.seconds or 0, self.section or "")


def seconds(time: str) -> int:
    """The seconds of HH:MM:SS."""
    hours, minutes, rest = map(int, time.split(":"))
    return hours * 3600 + minutes * 60 + rest


def locator_of(record: Fact | MoreEvidence) -> Locator:
    """The place in its article of a fact, or of further evidence."""
    return Locator(record.paragraph, record.page, record.time, record.section)


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
class RemovedFact(Removed):
    """The remains of a removed fact."""

    id: Annotated[NewId, doc("Its address stays: /facts/<id>/.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedArticle(Removed):
    """The remains of a removed article, with its facts."""

    facts: Annotated[tuple[RemovedFact, ...], doc("Its facts, which are removed too.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Fields):
    """The publisher's own choice of words, which we do not adopt."""

    paragraph: Annotated[Whole, doc("The paragraph, counted from 1.")]
    words: Annotated[Text, doc("The publisher's words, exactly.")]
    note: Annotated[Text | None, doc("A note about them.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused(Fields):
    """A paragraph that no fact comes from."""

    paragraph: Annotated[Whole, doc("The paragraph, counted from 1.")]
    why: Annotated[Text, doc("Why no fact comes from it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Fields):
    """The publisher's own correction or retraction of its article."""

    date: Annotated[Day, doc("When the publisher issued it.")]
    kind: Annotated[
        str,
        OneOf(("correction", "retraction")),
        doc("correction: the publisher changed or added something; retraction: it took it back."),
    ]
    text: Annotated[Text, doc("What it says, in our neutral words or the publisher's.")]
    url: Annotated[Url | None, doc("Its address, if it has its own.")] = None


_PRIMARY_KINDS = frozenset({"transcript", "statement", "post", "recording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Fields):
    """A source: one article, with the facts taken from it."""

    publisher: Annotated[
        Id,
        refers_to("actor"),
        doc("Who published it, by id: a publisher, or any actor that published its own words."),
    ]
    title: Annotated[Text | None, doc("The publisher's headline, if known.")] = None
    url: Annotated[Url, doc("The web address where it was published.")]
    archived: Annotated[Url | None, doc("The address of an archived copy.")] = None
    access: Annotated[
        Annotated[str, OneOf(ACCESS)] | None,
        doc("Who can read it at its address: free, registration (an account) or paywall."),
    ] = None
    authors: Annotated[Authors, doc("Its authors, if named, each separately.")] = ()
    author: Annotated[Text | None, doc("The older form of authors, for a single name.")] = None
    published: Annotated[DayTime, doc("When it was published: a date, or 2025-09-04T14:30+02:00.")]
    updated: Annotated[
        DayTime | None, doc("When the publisher last changed it, with the time if known.")
    ] = None
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
        OneOf(tuple(SOURCE_KINDS)),
        doc(f"What it is. {_described(SOURCE_KINDS)}"),
    ] = "article"
    primary: Annotated[Truth, doc("Replaced by `kind`, such as kind: transcript.")] = False
    text: Annotated[
        Annotated[str, OneOf(("committed",))] | None, doc("Whether its text is in the repository.")
    ] = None
    wording: Annotated[tuple[Wording, ...], doc("Contested words of the publisher.")] = ()
    unused: Annotated[tuple[Unused, ...], doc("Paragraphs that no fact comes from.")] = ()
    status: Annotated[
        str,
        OneOf(("current", "draft")),
        doc("draft: it and its facts are shown only by mkdocs serve."),
    ] = "current"
    notices: Annotated[
        tuple[Notice, ...], doc("The publisher's own corrections and retractions, oldest first.")
    ] = ()
    facts: Annotated[tuple[AnyFact, ...], doc("The statements taken from it.")] = ()
    former_ids: Annotated[NewIds, doc("Earlier ids, oldest first; old addresses lead here.")] = ()

    @property
    def is_primary(self) -> bool:
        """Whether it contains the words of the speakers at first hand."""
        return self.primary or self.kind in _PRIMARY_KINDS
