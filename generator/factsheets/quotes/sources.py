"""Captures and texts by article, and the indexes made of them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factsheets.content.records import Actor, Article, Fact
from factsheets.quotes.capture import Capture, capture, is_of
from factsheets.quotes.marked_words import Cited, printed_in, quotes_of
from factsheets.quotes.match import PATIENCE, Index

Captures = Mapping[str, Capture | None]


@dataclass(frozen=True, slots=True)
class Material:
    """What quotations are looked up with: captures and texts by article, and who speaks."""

    captures: Captures
    texts: Mapping[str, str]
    actors: Mapping[str, Actor]


def with_committed(
    articles: Mapping[str, Article], captures: Captures, texts: Mapping[str, str]
) -> Captures:
    """The captures, with those made on the spot for articles whose text is in the project."""
    missing: dict[str, Capture | None] = {
        article_id: capture(
            texts[article_id], published=day, captured=day, declared=article.language
        )
        for article_id, article in articles.items()
        if article.text == "committed" and article_id in texts and article_id not in captures
        for day in [article.published]
    }
    return ChainMap(missing, captures) if missing else captures  # type: ignore[arg-type]  # never written to


def sources(article_id: str, fact: Fact) -> list[str]:
    """The articles that a fact cites: its own first, then others, each once."""
    if not fact.also:
        return [article_id]
    return list(dict.fromkeys([article_id, *(more.article or article_id for more in fact.also)]))


class Shelf:
    """The indexes of captures, each made once, when it is first asked for."""

    def __init__(self, material: Material) -> None:
        self.captures = material.captures
        self.texts = material.texts
        self.actors = material.actors
        self.made: dict[str, Index] = {}
        self.before: dict[str, list[Index]] = {}

    def index(self, article_id: str) -> Index | None:
        """The index of an article; None where it has no capture that can be read."""
        if article_id not in self.made:
            found = self.captures.get(article_id)
            if found is None:
                return None
            text = self.texts.get(article_id)
            at_hand = text if text is not None and is_of(found, text) else None
            self.made[article_id] = Index(found, at_hand)
        return self.made[article_id]

    def indexes(self, article_ids: Iterable[str]) -> list[Index]:
        """The indexes of those that are captured."""
        return [index for index in map(self.index, article_ids) if index]

    def cited(self, facts: Sequence[tuple[str, Article, Fact]]) -> Cited:
        """What rests on these facts may repeat in quotation marks."""
        names = dict.fromkeys(
            name for article_id, _, fact in facts for name in sources(article_id, fact)
        )
        found = self.indexes(names)
        return Cited(
            [quote for _, _, fact in facts for quote in quotes_of(fact)],
            [words for _, article, _ in facts for words in printed_in(article)],
            found,
            whole=len(found) == len(names),
        )

    def of_article(self, article_id: str, article: Article) -> Cited:
        """What texts about the article itself may repeat in quotation marks."""
        found = self.indexes([article_id])
        quotes = [quote for fact in article.facts for quote in quotes_of(fact)]
        return Cited(quotes, printed_in(article), found, whole=bool(found))

    def earlier(self, now: Capture) -> list[Index]:
        """The indexes of an article's earlier texts, newest first."""
        if now.sha256 not in self.before:
            share = PATIENCE // max(len(now.earlier), 1)
            self.before[now.sha256] = [Index(one, patience=share) for one in now.earlier]
        return self.before[now.sha256]
