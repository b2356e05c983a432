"""A text that statements are drafted from, and the draft as JSON and for the terminal."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from textwrap import indent, wrap

from factsheets.authoring.drafting.draft import Statement, drafted
from factsheets.authoring.drafting.names import Speakers, actors_by_name, known_actor, mentioned
from factsheets.authoring.drafting.rules import Rules, rules
from factsheets.content.dates import day
from factsheets.content.records import Actor
from factsheets.quotes.languages import likely_language
from factsheets.quotes.paragraphs import layout

_WIDTH = 96
_BESIDE = 2  # words before and after a cue
_FIGURE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\w)"  # 12 000
    r"|(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d.,]*\d(?!\w)|(?<![\w.,])\d(?![\w.,]\w)"
)
_WORD = re.compile(r"\w+")
FORMS = ("paraphrased", "quoted", "partly-quoted")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it.

    Attributes:
        text: The text; not in JSON, which has its paragraphs.
        title: Its headline.
        published: The day of publication: 2025-09-04.
        language: Its language, as a code.
        url: Its address.
        authors: Their names.
        site: The name of the website; not in JSON.
        left_out: Lines that are not part of its text.
    """

    text: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted statement as people and programs read it.

    Attributes:
        paragraph: The number of its paragraph, counted from 1.
        sentence: The sentence, exactly as in the paragraph.
        speaker: Who says it, exactly as in the paragraph; null if that is open.
        speaker_name: The speaker's full name, if the text has it.
        speaker_id: The actor of the content, only if one certainly matches.
        cue: The words that report it: said.
        form: quoted, partly-quoted or paraphrased.
        quotes: The quoted words, exactly as in the paragraph.
        about: Known actors that it mentions, by id.
        figures: The numbers of the sentence.
        described: Whether the speaker is only described: "an official".
        said: The day that a word beside the cue gives, if the day of publication is known.
        unclear: Whether its quotation marks can be read in several ways.
    """

    paragraph: int
    sentence: str
    speaker: str | None
    speaker_name: str | None
    speaker_id: str | None
    cue: str | None
    form: str
    quotes: tuple[str, ...]
    about: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    described: bool = False
    said: str | None = None
    unclear: bool = False

    def with_quotes(self, other: Drafted) -> Drafted:
        """The same statement with the quotations of another one."""
        quotes = (*self.quotes, *other.quotes)
        form = max(self.form, other.form, key=FORMS.index)
        return replace(self, quotes=quotes, form=form, unclear=self.unclear or other.unclear)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A statement from elsewhere that the text does not prove.

    Attributes:
        reason: Why it was rejected.
        statement: The statement as JSON.
    """

    reason: str
    statement: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The numbered paragraphs of a document, and the statements drafted from them."""

    document: Document
    language: str
    paragraphs: tuple[str, ...]
    pages: tuple[str, ...]
    statements: tuple[Drafted, ...]
    left_out: tuple[str, ...]
    rejected: tuple[Rejected, ...] = ()


def draft(document: Document, actors: Mapping[str, Actor], language: str | None = None) -> Draft:
    """The draft of a document; without a language, the document's or the likely one is used."""
    found = layout(document.text)
    texts = found.paragraphs
    code = language or document.language or likely_language(document.text, "en")
    known = actors_by_name(actors)
    speakers = Speakers(texts, code)
    published = day(document.published) if document.published else None
    own = [
        _drafted(each, texts[each.paragraph - 1], speakers, known) for each in drafted(texts, code)
    ]
    if published:
        own = [replace(each, said=_said(each, published, rules(code))) for each in own]
    headlines = [each.text.strip() for each in found.skipped if each.kind == "headline"]
    if headlines and not document.title:
        document = replace(document, title=headlines[0])
    left_out = (*document.left_out, *(each.text.strip() for each in found.skipped))
    pages = tuple(page for page, _ in found.places)
    return Draft(document, code, texts, pages, tuple(own), left_out)


def _said(each: Drafted, published: datetime.date, table: Rules) -> str | None:
    """The day that a word beside the cue gives, if it is one: "said on Monday"."""
    if each.cue is None:
        return None
    plain = each.sentence
    for quote in each.quotes:
        plain = plain.replace(quote, "")
    before, _, behind = plain.lower().partition(each.cue.lower())
    days = set()
    for word in (*_WORD.findall(before)[-_BESIDE:], *_WORD.findall(behind)[:_BESIDE]):
        if word in table.words["weekdays"]:
            days.add((published.weekday() - table.words["weekdays"][word]) % 7)
        elif word in table.words["days_ago"]:
            days.add(table.words["days_ago"][word])
    return str(published - datetime.timedelta(days.pop())) if len(days) == 1 else None


def _drafted(
    each: Statement, text: str, speakers: Speakers, known: Mapping[str, frozenset[str]]
) -> Drafted:
    speaker = text[slice(*each.speaker)] if each.speaker else None
    name = speakers.name_of(each)
    actor = known_actor((name, speaker), known)
    sentence = text[slice(*each.sentence)]
    return Drafted(
        each.paragraph,
        sentence,
        speaker,
        name or None,
        actor,
        text[slice(*each.cue)] if each.cue else None,
        each.form,
        tuple(text[slice(*quote)] for quote in each.quotes),
        tuple(key for key in mentioned(sentence, known) if key != actor),
        tuple(_FIGURE.findall(sentence)),
        speakers.is_described(speaker) and name is None,
        unclear=each.unclear,
    )


def has_words(text: str, words: str) -> bool:
    """Whether a text has these words, not as part of others."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def as_json(found: Draft) -> str:
    """The draft for programs."""
    document = found.document
    numbered = enumerate(zip(found.paragraphs, found.pages, strict=True), 1)
    data = {
        "language": found.language,
        "title": document.title,
        "published": document.published,
        "url": document.url,
        "authors": document.authors,
        "left_out": found.left_out,
        "paragraphs": [
            {"number": number, "text": text, "page": page or None}
            for number, (text, page) in numbered
        ],
        "statements": [asdict(each) for each in found.statements],
        "rejected": [asdict(each) for each in found.rejected],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_text(found: Draft) -> str:
    """The draft for people: each paragraph with its number, and the statements below it."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Draft) -> Iterator[str]:
    document = found.document
    facts = (document.title, document.published, document.url, ", ".join(document.authors))
    yield from filter(None, facts)
    for number, text in enumerate(found.paragraphs, 1):
        page = found.pages[number - 1]
        yield f"\nparagraph {number}" + (f", p. {page}" if page else "")
        yield indent("\n".join(wrap(text, _WIDTH)), "  ")
        for each in found.statements:
            if each.paragraph == number:
                yield f"  - {_summary(each)}"
    if found.left_out:
        yield "\nNot part of the article:"
        yield from (f"  {line}" for line in found.left_out)


def _summary(each: Drafted) -> str:
    who = each.speaker or "speaker open"
    name = each.speaker_id or each.speaker_name
    named = f" ({name})" if name and name != each.speaker else ""
    cue = f", {each.cue}" if each.cue else ""
    quotes = "".join(f"\n      quoted: {quote}" for quote in each.quotes)
    words = "" if each.quotes else f"\n      {each.sentence}"
    return f"{who}{named}{cue} [{each.form}]{quotes}{words}"
