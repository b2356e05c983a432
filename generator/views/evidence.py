"""The evidence of a statement: who reports it, where, in which form, and whether it was checked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from generator.dataset import Dataset, Statement
from generator.schema.dates import day_text
from generator.values import value
from generator.views.index import root_of
from generator.views.labels import publisher_label
from generator.views.languages import direction, language_name
from generator.views.once import once
from generator.views.refs import Ref, actor_ref, source_ref

FORM_TEXT = {
    "quoted": "Quoted",
    "partly-quoted": "Partly quoted",
    "paraphrased": "Paraphrased",
    "publisher": "Publisher’s words",
}
_WORDS_AT_EACH_END = 5


@value(frozen=True, slots=True)
class Evidence:
    """One report of a statement; `check` is None where it quotes nothing.

    `gone_since` is the day on which a changed text of the article was seen to lack the words.
    `reprint_of` is the first of a chain of reprints.
    `open_url` leads to the article, at the quotation where a browser can (text fragments).
    """

    source: Ref
    publisher: Ref
    label: str
    published: str
    published_iso: str
    form: str
    quotes: tuple[str, ...]
    paragraph: int | None
    translation: str
    language: str
    language_name: str
    direction: str
    check: str | None
    gone_since: str | None
    reprint_of: Ref | None
    url: str
    open_url: str

    @property
    def host(self) -> str:
        """Whose address it is, in punycode where it is in another script."""
        return _host(self.url)

    @property
    def form_text(self) -> str:
        """How this source gives the words: `Quoted`, `Paraphrased`."""
        return FORM_TEXT[self.form] if self.check in {"found", None} else "Not yet checked"

    @property
    def reference(self) -> str:
        """`TASS ¶2`."""
        name = self.publisher.short
        return f"{name} ¶{self.paragraph}" if self.paragraph else name


@lru_cache(maxsize=1 << 12)
def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def all_evidence(dataset: Dataset, statement: Statement) -> tuple[Evidence, ...]:
    """The fact's own evidence, then `also` in its order."""
    fact = statement.fact
    own = _evidence(
        dataset,
        (fact.id, 0),
        statement.article_id,
        _Cited(fact.paragraph, fact.quote, fact.form, fact.speaker is not None),
    )
    more = (
        _evidence(
            dataset,
            (fact.id, number),
            other.article or statement.article_id,
            _Cited(other.paragraph, other.quote, other.form, fact.speaker is not None),
        )
        for number, other in enumerate(fact.also, start=1)
        if (other.article or statement.article_id) in dataset.articles
    )
    return (own, *more)


@value(frozen=True, slots=True)
class _Cited:
    paragraph: int | None
    quotes: tuple[str, ...]
    form: str | None
    speaker: bool


def _evidence(dataset: Dataset, key: tuple[str, int], article_id: str, cited: _Cited) -> Evidence:
    article = dataset.articles[article_id]
    found = dataset.findings.get(key)
    check = (found.check if found else "not-captured") if cited.quotes else None
    return Evidence(
        **_of_article(dataset, article_id),
        form=_form(cited, check),
        quotes=cited.quotes,
        paragraph=cited.paragraph,
        check=check,
        gone_since=day_text(found.gone_since) if found and found.gone_since else None,
        open_url=article.url + text_fragment(cited.quotes[0] if cited.quotes else ""),
    )


@once
def _of_article(dataset: Dataset, article_id: str) -> dict[str, Any]:
    """What every evidence from an article has alike."""
    article = dataset.articles[article_id]
    root = root_of(dataset.articles, article_id)
    return {
        "source": source_ref(dataset, article_id),
        "publisher": actor_ref(dataset, article.publisher),
        "label": publisher_label(dataset, article.publisher),
        "published": day_text(article.published),
        "published_iso": article.published.isoformat(),
        "translation": article.translation,
        "language": article.language,
        "language_name": language_name(article.language),
        "direction": direction(article.language),
        "reprint_of": source_ref(dataset, root) if root != article_id else None,
        "url": article.url,
    }


def _form(cited: _Cited, check: str | None) -> str:
    """Quoted only what was found: words that no capture confirms vouch for their sense alone."""
    if not cited.speaker:
        return "publisher"
    if check != "found":
        return "paraphrased"
    return "partly-quoted" if cited.form == "partly-quoted" else "quoted"


def text_fragment(quotation: str) -> str:
    """A text fragment (WICG scroll-to-text): the whole, or its first and last words if long."""
    words = quotation.replace(" […] ", " ").split()
    if not words or "[…]" in quotation:
        return ""
    if len(words) <= 2 * _WORDS_AT_EACH_END:
        return f"#:~:text={_encoded(words)}"
    first, last = words[:_WORDS_AT_EACH_END], words[-_WORDS_AT_EACH_END:]
    return f"#:~:text={_encoded(first)},{_encoded(last)}"


def _encoded(words: list[str]) -> str:
    return "%20".join(map(_encoded_word, words))


@lru_cache(maxsize=1 << 15)  # a language has few words
def _encoded_word(word: str) -> str:
    # A hyphen or comma has a meaning of its own in the fragment's syntax.
    return percent_encoded(word, safe="").replace("-", "%2D")
