"""What our own texts put into double quotation marks -> whether a source has these words.

Readers take such words for quoted, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from factsheets.content.records import Article, Fact, Topic
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import RUN, shingles
from factsheets.quotes.evidence import Path
from factsheets.quotes.marks import DOUBLE, in_double_marks
from factsheets.quotes.match import Index, Piece, TooMuchError
from factsheets.quotes.tokens import FORM_2, Form

_LEFT_OUT = re.compile(r"\[[^\]]*\]|\u2026|\.\.\.")
_HELP = (
    "Are they the source's words? Copy them exactly, and record them as a quote (or under "
    "wording:, if they are the publisher's). Else write them without quotation marks; the name "
    "of a work or a ship stands in single ones: \u2018\u2026\u2019."
)

Standing = Literal["recorded", "quoted", "printed", "missing", "not compared"]


@dataclass(frozen=True, slots=True)
class Cited:
    """What a text of ours rests on: recorded quotes, the publishers' words, and captures.

    `whole` is false where an article has no capture. `spoken` is true of a text that gives a
    speaker's words, not the publisher's.
    """

    quotes: Sequence[str]
    wording: Sequence[str]
    indexes: Sequence[Index]
    whole: bool
    spoken: bool = False


def fact_texts(fact: Fact) -> Iterator[tuple[Path, str, bool]]:
    """A fact's own texts, and whether they give what its speaker said."""
    spoken = fact.speaker is not None
    yield ("statement",), fact.statement, spoken
    yield ("condition",), fact.condition or "", spoken
    for number, answer in enumerate(fact.answers):
        yield ("answers", number, "text"), answer.text, spoken
    if fact.figure:
        yield ("figure", "counts"), fact.figure.counts, spoken
    yield ("detail",), fact.detail or "", False
    yield ("note",), fact.note or "", False


def topic_texts(topic: Topic) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """A topic's texts that rest on facts, with the ids of these."""
    for number, line in enumerate(topic.brief):
        yield ("brief", number, "text"), line.text, line.facts
    for number, each in enumerate(topic.differences):
        yield ("differences", number, "question"), each.question, each.facts
        yield ("differences", number, "note"), each.note, each.facts


def has_marks(text: str) -> bool:
    """Whether a text has double quotation marks."""
    return DOUBLE.search(text) is not None


def article_texts(article: Article) -> Iterator[tuple[Path, str]]:
    """An article's own texts about its paragraphs."""
    for number, wording in enumerate(article.wording):
        yield ("wording", number, "note"), wording.note or ""
    for number, unused in enumerate(article.unused):
        yield ("unused", number, "why"), unused.why


def printed_in(article: Article) -> list[str]:
    """The publisher's own words that are recorded: its choice of words, and the headline."""
    return [*(each.words for each in article.wording), *filter(None, (article.title,))]


def quotes_of(fact: Fact) -> list[str]:
    """All recorded quotes of a fact."""
    return [*fact.quote, *(quote for more in fact.also for quote in more.quote)]


def about_marked_words(
    number: int,
    fact: Fact,
    cited: Cited,
    place: Callable[[Path], Place],
) -> Iterator[Problem]:
    """The problems of the texts of the fact at this place of its article."""
    for path, text, spoken in fact_texts(fact):
        own = replace(cited, spoken=spoken)
        yield from unproven_marks(text, own, partial(place, ("facts", number, *path)))


def unproven_marks(text: str, cited: Cited, place: Callable[[], Place]) -> Iterator[Problem]:
    """A problem for each marked stretch of the text that nothing cited has."""
    if not has_marks(text):
        return
    for start, end in in_double_marks(text):
        words = text[start:end].strip()
        count = len(FORM_2.tokens(words))
        if not count:
            continue
        standing = _standing(words, cited)
        if standing == "not compared":
            why = "a cited article has no capture"
            if cited.whole:
                why = "a capture shows no fewer than three words in a row"
            message = f"\u201c{words}\u201d cannot be compared: {why}."
            yield Problem("unproven-marks", message, place(), _HELP, "warning")
        elif standing == "printed" and cited.spoken:
            message = (
                f"\u201c{words}\u201d are the publisher's words, outside its quotation marks; "
                "here they read as the speaker's."
            )
            advice = (
                "Write them without quotation marks here; the note can say that they are the "
                "publisher's."
            )
            yield Problem("unproven-marks", message, place(), advice, "warning")
        elif standing == "missing":
            message = f"\u201c{words}\u201d is in quotation marks, and no cited source contains it."
            severity: Literal["error", "warning"] = "error" if count >= RUN else "warning"
            yield Problem("unproven-marks", message, place(), _HELP, severity)


def _standing(words: str, cited: Cited) -> Standing:
    if _among(words, cited.quotes):
        return "recorded"
    if _among(words, cited.wording):
        return "printed"
    found = [_captured(words, index) for index in cited.indexes]
    if "quoted" in found:
        return "quoted"
    if "printed" in found:
        return "printed"
    return "missing" if cited.whole and "not compared" not in found else "not compared"


def _among(words: str, texts: Sequence[str]) -> bool:
    """Whether one of the texts has the words, whatever the case of their letters."""
    runs = [run for run in map(_folded, _LEFT_OUT.split(words)) if run]
    return bool(runs) and any(_in_order(runs, _folded(text)) for text in texts)


def _folded(text: str) -> list[str]:
    return FORM_2.tokens(text.casefold())


def _in_order(runs: Sequence[list[str]], text: list[str]) -> bool:
    behind = 0
    for run in runs:
        places = range(behind, len(text) - len(run) + 1)
        at = next((at for at in places if text[at : at + len(run)] == run), None)
        if at is None:
            return False
        behind = at + len(run)
    return True


def _captured(words: str, index: Index) -> Standing:
    try:
        for spelling in (words, words[:1].swapcase() + words[1:]):
            runs = _pieces(spelling, index.form)
            standings = index.standings(runs) if runs else []
            if standings:
                inside = any(each.inside or each.unclear for each in standings)
                return "quoted" if inside else "printed"
            if runs and index.skipped(runs):
                return "printed"
            if index.words is None and not all(run.hashes for run in runs):
                return "not compared"
    except TooMuchError:
        return "not compared"
    return "missing"


def _pieces(words: str, form: Form) -> list[Piece]:
    runs = map(form.tokens, _LEFT_OUT.split(words))
    return [Piece(run, shingles(run)) for run in runs if run]
