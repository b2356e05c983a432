"""Whether the language that an article states is the one of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.capture.evidence import Path
from generator.capture.language import contradiction, usual_language
from generator.problem import Place, Problem
from generator.schema import Article


def wrong_language(
    article_id: str, article: Article, text: str | None, place: Callable[[Path], Place]
) -> Iterator[Problem]:
    """The problem of a language that is clearly not the article's.

    It is looked for in the article's text where that is at hand. Else all that the record has of
    its words can only warn: an article may quote words of another language.
    """
    found = contradiction(text or "\n".join(_words(article_id, article)), article.language)
    if found is None:
        return
    whose = "The article's text is" if text else "The article's words recorded here are"
    code, kind = found.code, f"in {found.script} letters"
    if code or found.script == "Latin":
        kind = f"in another language ({code})" if code else "in another language"
    else:
        code = usual_language(found.script)
    advice = "Write the code of the language that the article is written in"
    advice += f", perhaps: language: {code}" if code else "."
    if not text:
        advice += (
            "\nIf it only quotes words of another language, capture its text: "
            f"facts capture {article_id} TEXTFILE."
        )
    yield Problem(
        "wrong-language",
        f"{whose} {kind}, and the language stated is {article.language}.",
        place(("language",)),
        advice,
        "error" if text else "warning",
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
