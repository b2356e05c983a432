"""Where words stand: in the articles' texts at hand, and in the facts that quote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.dataset.model import Dataset
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes import seeds
from factsheets.quotes.lookup import WordsAt, words_at


@dataclass(frozen=True, slots=True)
class Hit:
    """One article: where the words stand in its text, and which facts use them.

    `quoting` are the ids of facts that quote them from this article, `wording` of those that
    have them in words of our own. `at_hand` is False where the text is not there to look into.
    """

    article_id: str
    at_hand: bool
    places: tuple[WordsAt, ...]
    quoting: tuple[str, ...]
    wording: tuple[str, ...]


def hits(inputs: Inputs, dataset: Dataset, words: str) -> tuple[Hit, ...]:
    """All articles that have the words in their text or in their facts, whatever the case."""
    texts = seeds.texts(inputs.files)
    facts: dict[str, list[str]] = {}
    for key, statement in dataset.statements.items():
        facts.setdefault(statement.article_id, []).append(key)
    found = (
        _hit(dataset, article_id, texts.get(article_id), facts.get(article_id, []), words)
        for article_id in sorted({*dataset.articles, *texts})
    )
    return tuple(hit for hit in found if hit.places or hit.quoting or hit.wording)


def _hit(
    dataset: Dataset, article_id: str, text: str | None, fact_ids: list[str], words: str
) -> Hit:
    quoting = (key for key in fact_ids if _stand(words, _quotes(dataset, key)))
    wording = (key for key in fact_ids if _stand(words, _own_words(dataset, key)))
    return Hit(
        article_id,
        text is not None,
        words_at(text, words) if text is not None else (),
        tuple(quoting),
        tuple(wording),
    )


def _stand(words: str, texts: Iterator[str]) -> bool:
    return any(words_at(text, words) for text in texts)


def _quotes(dataset: Dataset, fact_id: str) -> Iterator[str]:
    fact = dataset.statements[fact_id].fact
    yield from fact.quote
    for more in fact.also:
        yield from more.quote


def _own_words(dataset: Dataset, fact_id: str) -> Iterator[str]:
    fact = dataset.statements[fact_id].fact
    yield from filter(None, (fact.statement, fact.condition, fact.detail))
