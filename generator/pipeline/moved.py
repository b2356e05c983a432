"""Paragraphs that have other numbers now -> the files of facts that cite them, corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dataset.model import file_of
from generator.pipeline.inputs import Inputs
from generator.schema import Article
from generator.source import Path
from generator.source.edit import SetText, edited


def with_moved_paragraphs(
    inputs: Inputs, articles: Mapping[str, Article], article_id: str, moves: Mapping[int, int]
) -> dict[str, bytes]:
    """The files in which an article's paragraphs are cited, with their new numbers.

    A file that cannot be edited stays as it is; the check then names its wrong paragraphs.
    """
    found = {}
    for key, article in articles.items():
        changes = [
            SetText(path, str(moves[number]))
            for path, number in _cited(key, article, article_id)
            if number in moves
        ]
        name = file_of("article", key)
        if changes and (made := edited(name, inputs.files[name], changes).value):
            found[name] = made
    return found


def _cited(key: str, article: Article, article_id: str) -> Iterator[tuple[Path, int]]:
    """Where paragraphs of one article are cited in the file of another, or in its own."""
    own = key == article_id
    for number, fact in enumerate(article.facts):
        if own and fact.paragraph:
            yield ("facts", number, "paragraph"), fact.paragraph
        for at, more in enumerate(fact.also):
            if more.paragraph and (more.article or key) == article_id:
                yield ("facts", number, "also", at, "paragraph"), more.paragraph
    if own:
        for at, wording in enumerate(article.wording):
            yield ("wording", at, "paragraph"), wording.paragraph
        for at, unused in enumerate(article.unused):
            yield ("unused", at, "paragraph"), unused.paragraph
