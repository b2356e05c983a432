"""The evidence of a statement: who reports it, where, in which form, and whether it was checked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from factsheets.content.dates import day_text
from factsheets.content.records import Fact, MoreEvidence, Reading
from factsheets.dataset.duplicates import origin_of
from factsheets.dataset.model import Dataset, Statement
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.languages import direction, language_name
from factsheets.site.views.memoize import once
from factsheets.site.views.refs import Ref, actor_ref, source_ref

FORM_TEXT = {
    "quoted": "Quoted",
    "partly-quoted": "Partly quoted",
    "paraphrased": "Paraphrased",
    "publisher": "Publisher’s words",
}
NOT_CHECKED = "Not checked"
NOT_CERTAIN = "Speaker not certain"
_UNCHECKED = frozenset({"not-captured", "unclear"})
ACCESS_TEXT = {
    None: "",
    "free": "free to read",
    "registration": "registration needed",
    "paywall": "behind a paywall",
}
_WORDS_AT_EACH_END = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of a statement; `check` is None where it quotes nothing.

    `quotes` are the words as recorded; pages show them as quoted only where they were `found`.
    `unmarked` is True where the capture shows that the paragraph has no quotation marks.
    `translation` is None where it was left out. `access` says who can read the article.
    `reprint_of` is the first of a chain of recorded reprints, `counted_with` the article with which
    this one is one report, because it reprints it or shares its text.
    `judged` says who read marks that are unclear in the source, and when. `gone_on` is the day
    on which a text of the article was captured that lacks the words.
    """

    source: Ref
    publisher: Ref
    label: str
    published: str
    published_iso: str
    form: str
    quotes: tuple[str, ...]
    paragraph: int | None
    unmarked: bool
    translation: str | None
    language: str
    language_name: str
    direction: str
    check: str | None
    judged: str
    by_label: bool
    gone_on: datetime.date | None
    reprint_of: Ref | None
    counted_with: Ref | None
    url: str
    access: str

    @property
    def gone_since(self) -> str | None:
        """The same day for readers."""
        return day_text(self.gone_on) if self.gone_on else None

    @property
    def host(self) -> str:
        """Whose address it is, in punycode where it is in another script."""
        return _host(self.url)

    @property
    def quoted(self) -> tuple[str, ...]:
        """The words that a check found in the article: only these are shown as quoted."""
        return () if self.check in _UNCHECKED else self.quotes

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Words recorded as a quotation that nobody could check."""
        return self.quotes if self.check in _UNCHECKED else ()

    @property
    def open_url(self) -> str:
        """The article's address, at the quotation where a browser can (text fragments)."""
        return self.url + text_fragment(self.quoted[0]) if self.quoted else self.url

    @property
    def form_text(self) -> str:
        """How this source gives the words: `Quoted`, `Paraphrased`."""
        known = self.check in {"found", None}
        return FORM_TEXT[self.form] if known else self.judged or self.doubt

    @property
    def doubt(self) -> str:
        """Why words recorded as a quotation are not shown as one."""
        return NOT_CERTAIN if self.check == "unclear" else NOT_CHECKED

    @property
    def doubt_text(self) -> str:
        """The same before the words."""
        certain = "In the article, not certainly the speaker’s words"
        return certain if self.check == "unclear" else "Not checked against the article"

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
    own = statement.article_id
    first = _evidence(dataset, fact, 0, own, fact)
    if not fact.also:
        return (first,)
    more = (
        _evidence(dataset, fact, number, other.article or own, other)
        for number, other in enumerate(fact.also, start=1)
        if (other.article or own) in dataset.articles
    )
    return (first, *more)


def _evidence(
    dataset: Dataset, fact: Fact, number: int, article_id: str, cited: Fact | MoreEvidence
) -> Evidence:
    """The evidence of this number, from an article: `cited` says what it has the article say."""
    found = dataset.findings.get((fact.id, number)) if cited.quote else None
    check = (found.check if found else "not-captured") if cited.quote else None
    return Evidence(
        **_of_article(dataset, article_id),
        form=_form(cited.form, check) if fact.speaker else "publisher",
        quotes=cited.quote,
        paragraph=cited.paragraph,
        check=check,
        by_label=bool(found and found.by_label),
        judged=_judged(cited.marks) if check == "judged" and cited.marks else "",
        unmarked=not cited.quote and _unmarked(dataset, article_id, cited.paragraph),
        gone_on=found.gone_since if found else None,
    )


def _judged(reading: Reading) -> str:
    """Who read the words as quoted, where the source leaves it open."""
    return (
        f"Quotation marks unclear in the source; read as quoted by {reading.by}, "
        f"{day_text(reading.date)}"
    )


def _unmarked(dataset: Dataset, article_id: str, paragraph: int | None) -> bool:
    """Whether the capture shows that a paragraph has no quotation marks at all."""
    capture = dataset.captures.get(article_id)
    if capture is None or paragraph is None or paragraph > len(capture.paragraphs):
        return False
    found = capture.paragraphs[paragraph - 1]
    return not (found.marks or found.unclear or found.labels)


@once
def _of_article(dataset: Dataset, article_id: str) -> dict[str, Any]:
    """What every evidence from an article has alike."""
    article = dataset.articles[article_id]
    origin = origin_of(dataset.articles, article_id)
    lead = dataset.counted_with.get(article_id, origin)
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
        "reprint_of": source_ref(dataset, origin) if origin != article_id else None,
        "counted_with": source_ref(dataset, lead) if lead != article_id else None,
        "url": article.url,
        "access": ACCESS_TEXT[article.access],
    }


def _form(given: str | None, check: str | None) -> str:
    """Quoted only what was found: words that no capture confirms vouch for their sense alone."""
    if check != "found":
        return "paraphrased"
    return "partly-quoted" if given == "partly-quoted" else "quoted"


@lru_cache(maxsize=1 << 6)  # A page asks more than once.
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
