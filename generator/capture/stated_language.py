"""Whether the language that an article states is the one of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.capture.evidence import Path
from generator.capture.language import contradicted, contradiction, usual_language
from generator.problem import Place, Problem
from generator.schema import Article


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article's language: its text, or what its capture found there."""

    text: str | None
    captured: str | None


def wrong_language(
    article_id: str, article: Article, known: Known, place: Callable[[Path], Place]
) -> Iterator[Problem]:
    """The problem of a language that is clearly not the article's.

    It is looked for in the article's text where that is at hand, else in what its capture found.
    Without both, all that the record has of its words can only warn: an article may quote words of
    another language.
    """
    certain = bool(known.text or known.captured)
    if known.text or not known.captured:
        text = known.text or "\n".join(_words(article_id, article))
        found = contradiction(text, article.language)
    else:
        found = contradicted(known.captured, article.language)
    if found is None:
        return
    whose = "The article's text is" if certain else "The article's words recorded here are"
    code, kind = found.code, f"in {found.script} letters"
    if code or found.script == "Latin":
        kind = f"in another language ({code})" if code else "in another language"
    else:
        code = usual_language(found.script)
    advice = "Write the code of the language that the article is written in"
    advice += f", perhaps: language: {code}" if code else "."
    if not certain:
        advice += (
            "\nIf it only quotes words of another language, capture its text: "
            f"facts capture {article_id} TEXTFILE."
        )
    yield Problem(
        "wrong-language",
        f"{whose} {kind}, and the language stated is {article.language}.",
        place(("language",)),
        advice,
        "error" if certain else "warning",
    )


def _words(article_id: str, article: Article) -> Iterator[str]:
    """All words of the article that its record has: headline, quotations, its choice of words."""
    if article.title:
        yield article.title
    yield from (each.words for each in article.wording)
    for fact in article.facts:
        yield from fact.quote
        for more in fact.also:
            if more.article in {None, article_id}:
                yield from more.quote
