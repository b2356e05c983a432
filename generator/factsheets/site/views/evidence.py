"""The evidence of a statement: what each source gives, and how its words are known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from factsheets.content.article import Article, Fact, Locator, MoreEvidence, Reading, locator_of
from factsheets.dataset.duplicates import origin_of
from factsheets.dataset.model import Dataset, Statement
from factsheets.quotes.quotations import Finding
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.dates import day_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.locators import beside_paragraph, located_url, locator_text
from factsheets.site.views.texts import direction, language_name, sentence

WRITTEN = frozenset({"statement", "post", "report"})
_UNCHECKED = frozenset({"not-captured", "unclear", "transcribed"})
# Where an address begins with the name of the account, without @.
_ACCOUNTS = frozenset({"x.com", "twitter.com", "t.me"})
_WORDS_AT_EACH_END = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of a statement; `check` is None where it quotes nothing.

    `quotes` are the words as recorded; pages show them as quoted only where they were `found`.
    `unmarked` is True where the capture shows that the paragraph has no quotation marks.
    `translation` is None where it was left out; `spoken` names the language in which it was said,
    where that is recorded. `via` is the cited source that the article names. `access` says who
    can read the article.
    `reprint_of` is the first of a chain of recorded reprints, `counted_with` the article with which
    this one is one report, because it reprints it or shares its text.
    `judged` says who read words that are unclear in the source, and when. `proof` is what proves
    them (see `Finding`), `handle` the account of a post, if its address has it. `gone_on` is the
    day on which a text of the article without the words was captured. `second_hand`: a
    cited source passed them on, or another source than an article may give them as somebody
    else's.
    """

    source: Ref
    publisher: Ref
    label: str
    published: str
    published_iso: str
    form: str
    quotes: tuple[str, ...]
    locator: Locator
    unmarked: bool
    via: Ref | None
    spoken: str
    translation: str | None
    language: str
    language_name: str
    direction: str
    check: str | None
    judged: str
    proof: str
    handle: str
    gone_on: datetime.date | None
    reprint_of: Ref | None
    counted_with: Ref | None
    kind: str
    second_hand: bool
    url: str
    access: str

    @property
    def host(self) -> str:
        """Whose address it is, in punycode where it is in another script."""
        return urlsplit(self.url).hostname or ""

    @property
    def quoted(self) -> tuple[str, ...]:
        """The words that a check found in the article: only these are shown as quoted."""
        return () if self.check in _UNCHECKED else self.quotes

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Words recorded as a quotation that could not be checked."""
        return self.quotes if self.check in _UNCHECKED else ()

    @property
    def open_url(self) -> str:
        """The article's address, at the page, the time or the quotation (text fragments)."""
        fragment = text_fragment(self.quoted[0]) if self.quoted else ""
        return located_url(self.url, self.kind, self.locator, fragment)

    @property
    def cited_publisher(self) -> str:
        """`TASS`, or `TASS, citing Interfax`."""
        if self.via is None:
            return self.publisher.name
        return _("%(publisher)s, citing %(via)s", publisher=self.publisher.name, via=self.via.name)

    @property
    def site(self) -> str:
        """Whose address it is, and who can read the article."""
        return comma_list([self.host, self.access])

    @property
    def open_text(self) -> str:
        """What the link to the article says."""
        return _("Open the article (%(site)s)", site=self.site)

    @property
    def gone_since(self) -> str | None:
        """The same day for readers."""
        return day_text(self.gone_on) if self.gone_on else None

    @property
    def form_text(self) -> str:
        """How this source gives the words: `Quoted`; `Paraphrased` only where it has no marks."""
        if self.check not in {"found", None}:
            return self.judged or self.doubt
        if self.form in {"quoted", "publisher"} and self.check and self._source_text:
            return self._source_text
        summed_up = _("Summed up by us") if self.kind == "recording" else _("Reported")
        texts = {
            "quoted": _("Quoted"),
            "partly-quoted": _("Partly quoted"),
            "paraphrased": _("Paraphrased") if self.unmarked else summed_up,
        }
        return texts.get(self.form) or _("Publisher’s words")

    @property
    def _source_text(self) -> str:
        """Whose words they are where no quotation marks say so; empty in an article."""
        name = self.publisher.name
        if self.kind == "article" or self.proof == "marks":
            return ""
        if self.kind == "transcript":
            return _("From a transcript published by %(name)s", name=name)
        if self.proof == "label":
            return _("Under the speaker’s name, published by %(name)s", name=name)
        if self.kind != "post":
            return _("Published by %(name)s", name=name)
        if self.handle:
            return _("From the account %(handle)s", handle=self.handle)
        return _("From the account of %(name)s", name=name)

    @property
    def reported(self) -> str:
        """What its publisher did with the words: `Quoted by TASS, citing Interfax`."""
        citing = _("citing %(source)s", source=self.via.short) if self.via else ""
        return comma_list([self._reported(self.publisher.short), citing])

    def _reported(self, name: str) -> str:
        """Nothing more than is known: what is in doubt is only reported."""
        if self.kind == "recording":
            if self.quotes:
                return _("From a recording published by %(name)s", name=name)
            return _("Summed up by us from a recording published by %(name)s", name=name)
        if self.check == "found" and self.form != "partly-quoted" and self._source_text:
            return self._source_text
        texts = {
            "publisher": _("Published by %(name)s", name=name),
            "quoted": _("Quoted by %(name)s", name=name),
            "partly-quoted": _("Partly quoted by %(name)s", name=name),
        }
        if self.unmarked and self.form == "paraphrased":
            return _("Paraphrased by %(name)s", name=name)
        return texts.get(self.form) or _("Reported by %(name)s", name=name)

    @property
    def is_ours(self) -> bool:
        """Whether we transcribed the words."""
        return self.kind == "recording" and self.check in {"transcribed", "not-captured"}

    @property
    def form_line(self) -> str:
        """The same, and whether a later text of the article does not have the words."""
        if not self.gone_since:
            return self.form_text
        return _(
            "%(form)s; these words are not in the text checked on %(day)s",
            form=self.form_text,
            day=self.gone_since,
        )

    @property
    def form_meaning(self) -> str:
        """What that means, in a sentence."""
        if self.gone_since:
            return _(
                "The publisher printed these words in quotation marks. They are not in the text of "
                "the article that was checked on %(day)s.",
                day=self.gone_since,
            )
        if self.form == "paraphrased" and self.unmarked:
            return _("The publisher sums up what was said; the paragraph has no quotation marks.")
        if self.form == "paraphrased" and self.kind == "recording" and not self.quotes:
            return _("We sum up what we heard in the recording; no quotation is recorded.")
        if self.judged:
            return f"{sentence(self.judged)} {_('The words are in the source.')}"
        if self.check not in {"found", None}:
            return self._doubt_meaning()
        return _form_meaning(self.form, self.proof)

    def _doubt_meaning(self) -> str:
        if self.is_ours:
            return _(
                "We transcribed the recording ourselves; the words were not compared with a "
                "published text."
            )
        if self.check == "unclear":
            return _(
                "The words are in the article; whether it gives them to this speaker is not "
                "certain."
            )
        return _(
            "The words are recorded as a quotation; nobody has checked them against the "
            "article’s text."
        )

    @property
    def doubt(self) -> str:
        """Why words recorded as a quotation are not shown as one."""
        if self.is_ours:
            return _("Transcribed by us")
        return _("Speaker not certain") if self.check == "unclear" else _("Not checked")

    @property
    def doubt_text(self) -> str:
        """The same before the words."""
        if self.is_ours:
            return _("Transcribed by us from the recording")
        if self.check == "unclear":
            return _("In the article, not certainly the speaker’s words")
        return _("Not checked against the article")

    @property
    def reference(self) -> str:
        """`TASS ¶2`, `Ministry p. 12`."""
        return f"{self.publisher.short} {locator_text(self.locator)}".rstrip()

    @property
    def beside_paragraph(self) -> str:
        """Its page, time and section."""
        return beside_paragraph(self.locator)


def account(url: str) -> str:
    """`@town` where the address of a post names the account, else empty."""
    address = urlsplit(url)
    host = (address.hostname or "").removeprefix("www.").removeprefix("mobile.")
    first, second, *_rest = [*address.path.split("/")[1:], "", ""]
    if host == "bsky.app" and first == "profile":
        return f"@{second}"
    if first.startswith("@") and len(first) > 1:
        return first
    return f"@{first}" if host in _ACCOUNTS and second and first not in {"i", "p", "s"} else ""


def _form_meaning(form: str, proof: str) -> str:
    if proof == "own":
        return _("The publisher published these words as its own; they match its text exactly.")
    if form == "quoted" and proof == "label":
        return _(
            "The publisher prints these words under the speaker’s name, or after a dash; they "
            "match its text exactly."
        )
    if form == "quoted":
        return _(
            "The publisher prints these words in quotation marks; they match its text exactly."
        )
    if form == "partly-quoted":
        return _("The publisher quotes fragments and sums up the rest; the fragments match.")
    if form == "paraphrased":
        return _("The publisher reports what was said; no quotation is recorded.")
    return _("Recorded as the publisher’s own statement; no other speaker is recorded.")


def access_text(access: str | None) -> str:
    """Who can read an article; empty where that is not recorded."""
    if access is None:
        return ""
    if access == "free":
        return _("free to read")
    return _("registration needed") if access == "registration" else _("behind a paywall")


def all_evidence(dataset: Dataset, statement: Statement) -> tuple[Evidence, ...]:
    """The fact's own evidence, then `also` in its order."""
    fact, own = statement.fact, statement.article_id
    cited: list[tuple[str, Fact | MoreEvidence]] = [(own, fact)]
    cited += [(more.article or own, more) for more in fact.also]
    return tuple(
        _evidence(dataset, statement, number, article_id, each)
        for number, (article_id, each) in enumerate(cited)
        if article_id in dataset.articles
    )


def _evidence(
    dataset: Dataset, statement: Statement, number: int, article_id: str, cited: Fact | MoreEvidence
) -> Evidence:
    """The evidence with this number; `cited` holds what is recorded of the article."""
    fact, article = statement.fact, dataset.articles[article_id]
    translation = fact.translation if article_id == statement.article_id else None
    origin = origin_of(dataset.articles, article_id)
    lead = dataset.counted_with.get(article_id, origin)
    found = dataset.findings.get((fact.id, number)) if cited.quote else None
    check = (found.check if found else "not-captured") if cited.quote else None
    return Evidence(
        source=source_ref(dataset, article_id),
        publisher=actor_ref(dataset, article.publisher),
        label=publisher_label(dataset, article.publisher),
        published=day_text(article.published),
        published_iso=article.published.isoformat(),
        form=_form(cited.form, check) if fact.is_spoken else "publisher",
        quotes=cited.quote,
        locator=locator_of(cited),
        unmarked=article.kind == "article"
        and not cited.quote
        and _is_unmarked(dataset, article_id, cited.paragraph),
        via=actor_ref(dataset, cited.via) if cited.via else None,
        spoken=language_name(fact.spoken_language) if fact.spoken_language else "",
        translation=translation or article.translation,
        language=article.language,
        language_name=language_name(article.language),
        direction=direction(article.language),
        check=check,
        judged=_judged(cited.marks, article.kind) if cited.marks and check == "judged" else "",
        proof=found.proof if found else "marks",
        handle=account(article.url) if article.kind == "post" else "",
        gone_on=found.gone_since if found else None,
        reprint_of=source_ref(dataset, origin) if origin != article_id else None,
        counted_with=source_ref(dataset, lead) if lead != article_id else None,
        kind=article.kind,
        second_hand=bool(cited.via) or _is_second_hand(dataset, fact, article, found),
        url=article.url,
        access=access_text(article.access),
    )


def _is_second_hand(dataset: Dataset, fact: Fact, article: Article, found: Finding | None) -> bool:
    """Whether a transcript, statement or the like may give words as somebody else's."""
    if article.kind == "article":
        return False
    if found and found.check in {"found", "judged", "unclear"}:
        return found.check != "found" or found.proof == "marks"
    names = {actor_ref(dataset, key).name for key in fact.speaker} if fact.is_spoken else set()
    own = article.publisher in fact.speaker or not names.isdisjoint(article.authors)
    return article.kind in WRITTEN and fact.is_spoken and not own


def _judged(reading: Reading, kind: str) -> str:
    """Who read words that are unclear in the source, and when."""
    values = {"name": reading.by, "day": day_text(reading.date)}
    if kind != "article":
        return _(
            "Speaker unclear in the source; read as the speaker’s by %(name)s, %(day)s", **values
        )
    return _("Quotation marks unclear in the source; read as quoted by %(name)s, %(day)s", **values)


def _form(given: str | None, check: str | None) -> str:
    """`quoted` needs a capture that has the words; without one they only give the sense."""
    if check != "found":
        return "paraphrased"
    return "partly-quoted" if given == "partly-quoted" else "quoted"


def _is_unmarked(dataset: Dataset, article_id: str, paragraph: int | None) -> bool:
    """Whether the capture shows that a paragraph has no quotation marks."""
    capture = dataset.captures.get(article_id)
    if capture is None or paragraph is None or paragraph > len(capture.paragraphs):
        return False
    found = capture.paragraphs[paragraph - 1]
    return not (found.marks or found.unclear or found.labels)


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
    # A hyphen or comma has a meaning of its own in the fragment's syntax.
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
