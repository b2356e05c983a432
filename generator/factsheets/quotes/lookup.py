"""An article's text at hand -> its quotations, and where words stand in it."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.quotes.capture import captured_paragraphs
from factsheets.quotes.languages import likely_language
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.speech import said_in
from factsheets.quotes.tokens import offsets, tokens, words

_AROUND = 60  # characters shown on each side


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between outer quotation marks in a text.

    `text` is as printed, without the marks and without a comma or full stop at its end. `unclear`:
    its marks can be read in several ways.
    """

    paragraph: int
    text: str
    tokens: int
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class WordsAt:
    """A place where words stand: the paragraph (from 1), the words, and what is around them."""

    paragraph: int
    before: str
    words: str
    after: str
    inside_marks: bool


def spans(text: str) -> tuple[Span, ...]:
    """Every quotation of a text, in order."""
    found = []
    lines = paragraphs(text)
    said = said_in(lines, likely_language(text, "en"))
    for number, (line, one) in enumerate(zip(lines, said, strict=True), 1):
        unclear = {*one.unclear}
        for start, end in sorted([*one.certain, *unclear]):
            part = line[start:end].strip()
            places = offsets(part)
            if places:
                text_of = _trimmed(part, places[-1][1])
                found.append(Span(number, text_of, len(places), (start, end) in unclear))
    return tuple(found)


def _trimmed(part: str, last: int) -> str:
    """Without the comma, full stop or semicolon that belongs to the sentence around it."""
    return part[:last] if part[last:].strip() in {",", ".", ";", "，", "。", "、"} else part


def words_at(text: str, wanted: str) -> tuple[WordsAt, ...]:
    """Every place where these words stand in a row in a text, whatever their case."""
    run = [word.casefold() for word in tokens(wanted)]
    found = []
    kept = captured_paragraphs(text, likely_language(text, "en"))
    for number, line in enumerate(paragraphs(text), 1):
        folded = [word.casefold() for word in words(line)]
        starts = [
            at
            for at in range(len(folded) - len(run) + 1)
            if run and folded[at : at + len(run)] == run
        ]
        if starts:
            places, marks = offsets(line), kept[number - 1].marks
        for at in starts:
            start, end = places[at][0], places[at + len(run) - 1][1]
            found.append(
                WordsAt(
                    number,
                    line[max(start - _AROUND, 0) : start],
                    line[start:end],
                    line[end : end + _AROUND],
                    any(first <= at and at + len(run) <= last for first, last in marks),
                )
            )
    return tuple(found)
