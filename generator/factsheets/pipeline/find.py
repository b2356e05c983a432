"""Find words in the available texts of articles, and in the facts that use them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.dataset.model import Dataset
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes import seeds
from factsheets.quotes.capture import capture_paragraphs
from factsheets.quotes.languages import likely_language
from factsheets.quotes.own_words import quotes_of
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.tokens import offsets, starts, tokens, words

_AROUND = 60  # characters shown on each side


@dataclass(frozen=True, slots=True)
class WordsAt:
    """An occurrence of words: the paragraph (from 1), the words, and the text around them."""

    paragraph: int
    before: str
    words: str
    after: str
    inside_marks: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that contains the words: their places in its text, and the facts that use them.

    `quoting` are the ids of facts that quote the words from this article, `wording` those of facts
    that use them in our own words. `at_hand` is False if the text is not available.
    """

    article_id: str
    at_hand: bool
    places: tuple[WordsAt, ...]
    quoting: tuple[str, ...]
    wording: tuple[str, ...]


def hits(inputs: Inputs, dataset: Dataset, wanted: str) -> tuple[Hit, ...]:
    """All articles that have the words in their text or facts, ignoring case."""
    texts = seeds.texts(inputs.files)
    quoting: dict[str, list[str]] = {}
    wording: dict[str, list[str]] = {}
    run = _folded(tokens(wanted))
    for fact_id, statement in dataset.statements.items():
        fact = statement.fact
        ours = filter(None, (fact.statement, fact.condition, fact.detail))
        if any(starts(_folded(tokens(text)), run) for text in quotes_of(fact)):
            quoting.setdefault(statement.article_id, []).append(fact_id)
        if any(starts(_folded(tokens(text)), run) for text in ours):
            wording.setdefault(statement.article_id, []).append(fact_id)
    found = (
        Hit(
            article_id,
            article_id in texts,
            words_at(texts.get(article_id, ""), wanted),
            tuple(quoting.get(article_id, ())),
            tuple(wording.get(article_id, ())),
        )
        for article_id in sorted({*dataset.articles, *texts})
    )
    return tuple(hit for hit in found if hit.places or hit.quoting or hit.wording)


def words_at(text: str, wanted: str) -> tuple[WordsAt, ...]:
    """Every place where these words are consecutive in a text, ignoring case."""
    run = _folded(tokens(wanted))
    found = []
    captured = capture_paragraphs(text, likely_language(text, "en"))
    for number, (line, kept) in enumerate(zip(paragraphs(text), captured, strict=True), 1):
        places = offsets(line)
        for at in starts(_folded(words(line)), run):
            last = at + len(run)
            start, end = places[at][0], places[last - 1][1]
            found.append(
                WordsAt(
                    number,
                    line[max(start - _AROUND, 0) : start],
                    line[start:end],
                    line[end : end + _AROUND],
                    any(first <= at and last <= marked for first, marked in kept.marks),
                )
            )
    return tuple(found)


def _folded(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]
