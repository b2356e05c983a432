"""Check our own texts against the articles that they are based on.

Ten words in a row must not be the article's without quotation marks. Words in double quotation
marks must be a source's, wherever they appear, because readers take them for quotations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Literal

from factsheets.content.article import Article, Fact
from factsheets.content.records import Topic
from factsheets.content.tree import Path
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import RUN, shingle
from factsheets.quotes.marks import DOUBLE, in_double_marks
from factsheets.quotes.match import Index, TooMuchError, fragment
from factsheets.quotes.quotations import FileLocator
from factsheets.quotes.tokens import FORM_2, Form, starts

_FEWEST_COPIED = 10  # tokens in a row
_HASHES = _FEWEST_COPIED - RUN + 1  # of so many tokens: every _HASHES-th hash of a text meets them
_MOST_PLACES = 50  # of three repeated words
_SHOWN = 7  # words at each end of copied words
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\u2026|\.\.\.")
_COMPARED = frozenset({"statement", "condition", "detail", "note", "quote_translation"})
_HELP = (
    "Are they the source's words? Copy them exactly and record them as a quote (or under "
    "wording:, if they are the publisher's). If not, remove the quotation marks; for the name of "
    "a work or a ship, use single ones: \u2018\u2026\u2019."
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What one of our texts is based on: recorded quotes, the publishers' words, and articles.

    `translations` are our own translations of the quotes. `complete` is false if an article has no
    capture.
    """

    quotes: Sequence[str]
    translations: Sequence[str]
    wording: Sequence[str]
    indexes: Sequence[Index]
    complete: bool


def quotes_of(fact: Fact) -> list[str]:
    """All recorded quotes of a fact."""
    return [*fact.quote, *(quote for more in fact.also for quote in more.quote)]


def wording_of(article: Article) -> list[str]:
    """The publisher's recorded words: its choice of words, and the headline."""
    return [*(each.words for each in article.wording), *filter(None, (article.title,))]


def article_texts(article: Article) -> Iterator[tuple[Path, str]]:
    """An article's own texts about its paragraphs."""
    for number, wording in enumerate(article.wording):
        yield ("wording", number, "note"), wording.note or ""
    for number, unused in enumerate(article.unused):
        yield ("unused", number, "why"), unused.why


def topic_texts(topic: Topic) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """A topic's texts that are based on facts, with the ids of these."""
    for number, line in enumerate(topic.brief):
        yield ("brief", number, "text"), line.text, line.facts
    for number, each in enumerate(topic.differences):
        yield ("differences", number, "question"), each.question, each.facts
        yield ("differences", number, "note"), each.note, each.facts


def _fact_texts(fact: Fact) -> Iterator[tuple[Path, str, bool]]:
    """A fact's own texts, and whether they report its speaker's words."""
    spoken = fact.is_spoken
    yield ("statement",), fact.statement, spoken
    yield ("condition",), fact.condition or "", spoken
    for number, answer in enumerate(fact.answers):
        yield ("answers", number, "text"), answer.text, spoken
    if fact.figure:
        yield ("figure", "counts"), fact.figure.counts, spoken
    yield ("detail",), fact.detail or "", False
    yield ("note",), fact.note or "", False
    yield ("speaker_described",), fact.speaker_described or "", False
    for text in fact.quote_translation:
        yield ("quote_translation",), text, False


def fact_problems(
    fact: Fact, cited: Cited, place: FileLocator, *, in_marks: bool
) -> Iterator[Problem]:
    """The problems of a fact's own texts; `in_marks` if the source marks the words of speakers."""
    for path, text, spoken in _fact_texts(fact):
        if path[0] in _COMPARED and (copied := _copied(cited.indexes, text)):
            yield _copied_wording(*copied, place(path))
        yield from marked_words(text, cited, partial(place, path), spoken=spoken and in_marks)


def _copied_wording(paragraph: int, words: Sequence[str], where: Place) -> Problem:
    shown = " ".join(words)
    if len(words) > 2 * _SHOWN + 1:
        shown = " ".join(words[:_SHOWN]) + " … " + " ".join(words[-_SHOWN:])
    return Problem(
        "copied-wording",
        f"{len(words)} words in a row are the article's, without quotation marks.",
        where,
        f'Paragraph {paragraph} has "{shown}". Use your own words, or make it a quote.',
        "warning",
    )


def _copied(indexes: Sequence[Index], text: str) -> tuple[int, list[str]] | None:
    """The first ten or more words that a text shares with an article, and their paragraph.

    Words that the text itself puts in double quotation marks do not count.
    """
    for index in indexes:
        for words in _outside_marks(text, index.form):
            if found := _shared(index, words):
                return found
    return None


def _outside_marks(text: str, form: Form) -> Iterator[list[str]]:
    """The tokens before, between and after a text's quotations."""
    clean = form.cleaned(text)
    at = 0
    # Single marks do not count: in our own words they are apostrophes.
    for start, end in in_double_marks(clean):
        yield form.words(clean[at : max(start - 1, at)])
        at = end
    yield form.words(clean[at:])


def _shared(index: Index, words: list[str]) -> tuple[int, list[str]] | None:
    def same(at: int, place: int) -> bool:
        return index.hash(place) == shingle(*words[at : at + RUN])

    count = len(words) - RUN + 1
    for start in range(_HASHES - 1, count, _HASHES):
        for place in islice(index.places(shingle(*words[start : start + RUN])), _MOST_PLACES):
            first, end, offset = start, start + 1, place - start
            while first and same(first - 1, first - 1 + offset):
                first -= 1
            while end < count and same(end, end + offset):
                end += 1
            if end - first >= _HASHES:
                return index.token(place)[0], words[first : end + RUN - 1]
    return None


def has_marks(text: str) -> bool:
    """Whether a text has double quotation marks."""
    return DOUBLE.search(text) is not None


def marked_words(
    text: str, cited: Cited, place: Callable[[], Place], *, spoken: bool = False
) -> Iterator[Problem]:
    """A problem for each part of a text in double marks that no cited source has.

    `spoken` is true for a text that gives a speaker's words, not the publisher's.
    """
    for start, end in in_double_marks(text):
        words = text[start:end].strip()
        count = len(FORM_2.tokens(words))
        if not count:
            continue
        source = _source(words, cited)
        severity: Literal["error", "warning"] = "warning"
        advice = _HELP
        if source in {"missing", "not compared"} and _is_in_texts(words, cited.translations):
            message = f"\u201c{words}\u201d are words of our translation, not the source's."
            advice = (
                "Remove the quotation marks; inside quote_translation, use single ones: "
                "\u2018\u2026\u2019. The translation is shown beside the original words and is "
                "never a quotation."
            )
            severity = "error"
        elif source == "not compared":
            why = "a cited article has no capture"
            if cited.complete:
                why = "a capture cannot show fewer than three words in a row"
            message = f"\u201c{words}\u201d cannot be compared: {why}."
        elif source == "printed" and spoken:
            message = (
                f"\u201c{words}\u201d are the publisher's words, outside its quotation marks; "
                "here they look like the speaker's."
            )
            advice = (
                "Remove the quotation marks here; the note can say that the words are the "
                "publisher's."
            )
        elif source == "missing":
            message = f"\u201c{words}\u201d is in quotation marks, but no cited source contains it."
            severity = "error" if count >= RUN else "warning"
        else:
            continue
        yield Problem("unproven-marks", message, place(), advice, severity)


_Source = Literal["recorded", "quoted", "printed", "missing", "not compared"]


def _source(words: str, cited: Cited) -> _Source:
    """Where words in marks come from."""
    if _is_in_texts(words, cited.quotes):
        return "recorded"
    if _is_in_texts(words, cited.wording):
        return "printed"
    found = [_source_in(words, index) for index in cited.indexes]
    if "quoted" in found:
        return "quoted"
    if "printed" in found:
        return "printed"
    return "missing" if cited.complete and "not compared" not in found else "not compared"


def _is_in_texts(words: str, texts: Sequence[str]) -> bool:
    """Whether one of the texts has the words, ignoring case."""
    parts = [part for part in map(_folded, _LEFT_OUT.split(words)) if part]
    return bool(parts) and any(_has_in_order(_folded(text), parts) for text in texts)


def _folded(text: str) -> list[str]:
    return FORM_2.tokens(text.casefold())


def _has_in_order(text: list[str], parts: Sequence[list[str]]) -> bool:
    end = 0
    for part in parts:
        at = next((at for at in starts(text, part) if at >= end), None)
        if at is None:
            return False
        end = at + len(part)
    return True


def _source_in(words: str, index: Index) -> _Source:
    try:
        for spelling in (words, words[:1].swapcase() + words[1:]):
            parts = [fragment(part, index.form) for part in _LEFT_OUT.split(spelling)]
            parts = [part for part in parts if part.tokens]
            if matches := index.find(parts):
                inside = any(match.inside or match.unclear for match in matches)
                return "quoted" if inside else "printed"
            if parts and index.skipped_kind(parts):
                return "printed"
            if index.words is None and not all(part.shingles for part in parts):
                return "not compared"
    except TooMuchError:
        return "not compared"
    return "missing"
