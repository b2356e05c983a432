"""The evidence of a statement, and the chain of attribution from its speaker to our words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from factsheets.content.records import Fact, MoreEvidence
from factsheets.dataset.duplicates import origin_of
from factsheets.dataset.model import Dataset, Statement
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.dates import day_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.texts import direction, language_name, sentence

_UNCHECKED = frozenset({"not-captured", "unclear"})
_WORDS_AT_EACH_END = 5
# Weakest first. What is unknown weighs most: nobody can say what it hides.
STATES = ("unknown", "paraphrased", "inferred", "partly-quoted", "translated", "quoted", "stated")


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
    def host(self) -> str:
        """Whose address it is, in punycode where it is in another script."""
        return urlsplit(self.url).hostname or ""

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
        """How this source gives the words: `Quoted`, `Paraphrased`."""
        if self.check not in {"found", None}:
            return self.judged or self.doubt
        if self.form == "quoted":
            return _("Quoted")
        if self.form == "partly-quoted":
            return _("Partly quoted")
        return _("Paraphrased") if self.form == "paraphrased" else _("Publisher’s words")

    @property
    def form_line(self) -> str:
        """The same, and whether a later text of the article lacks the words."""
        if not self.gone_since:
            return self.form_text
        return _(
            "%(form)s; the text captured on %(day)s does not have these words",
            form=self.form_text,
            day=self.gone_since,
        )

    @property
    def form_meaning(self) -> str:
        """What that means, in a sentence."""
        if self.gone_since:
            return _(
                "The publisher printed these words in quotation marks. They are not in the text "
                "of the article that was captured on %(day)s.",
                day=self.gone_since,
            )
        if self.form == "paraphrased" and self.unmarked:
            return _("The publisher sums up what was said; the paragraph has no quotation marks.")
        if self.judged:
            return f"{sentence(self.judged)} {_('The words stand in the source.')}"
        if self.check not in {"found", None}:
            return self._doubt_meaning()
        if self.form == "quoted" and self.by_label:
            return _(
                "The publisher prints these words under the speaker’s name, or behind a dash; "
                "they match its text exactly."
            )
        return _form_meaning(self.form)

    def _doubt_meaning(self) -> str:
        if self.check == "unclear":
            return _(
                "The words stand in the article; whether it gives them to this speaker is not "
                "certain."
            )
        return _(
            "The words are recorded as a quotation; nobody has checked them against the "
            "article’s text."
        )

    @property
    def doubt(self) -> str:
        """Why words recorded as a quotation are not shown as one."""
        return _("Speaker not certain") if self.check == "unclear" else _("Not checked")

    @property
    def doubt_text(self) -> str:
        """The same before the words."""
        if self.check == "unclear":
            return _("In the article, not certainly the speaker’s words")
        return _("Not checked against the article")

    @property
    def reference(self) -> str:
        """`TASS ¶2`."""
        name = self.publisher.short
        return f"{name} ¶{self.paragraph}" if self.paragraph else name


def _form_meaning(form: str) -> str:
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
        _evidence(dataset, fact, number, article_id, each)
        for number, (article_id, each) in enumerate(cited)
        if article_id in dataset.articles
    )


def _evidence(
    dataset: Dataset, fact: Fact, number: int, article_id: str, cited: Fact | MoreEvidence
) -> Evidence:
    """The evidence of this number, from an article: `cited` says what it has the article say."""
    article = dataset.articles[article_id]
    origin = origin_of(dataset.articles, article_id)
    lead = dataset.counted_with.get(article_id, origin)
    found = dataset.findings.get((fact.id, number)) if cited.quote else None
    check = (found.check if found else "not-captured") if cited.quote else None
    judged = ""
    if check == "judged" and cited.marks:
        judged = _(
            "Quotation marks unclear in the source; read as quoted by %(name)s, %(day)s",
            name=cited.marks.by,
            day=day_text(cited.marks.date),
        )
    return Evidence(
        source=source_ref(dataset, article_id),
        publisher=actor_ref(dataset, article.publisher),
        label=publisher_label(dataset, article.publisher),
        published=day_text(article.published),
        published_iso=article.published.isoformat(),
        form=_form(cited.form, check) if fact.speaker else "publisher",
        quotes=cited.quote,
        paragraph=cited.paragraph,
        unmarked=not cited.quote and _is_unmarked(dataset, article_id, cited.paragraph),
        translation=article.translation,
        language=article.language,
        language_name=language_name(article.language),
        direction=direction(article.language),
        check=check,
        judged=judged,
        by_label=bool(found and found.by_label),
        gone_on=found.gone_since if found else None,
        reprint_of=source_ref(dataset, origin) if origin != article_id else None,
        counted_with=source_ref(dataset, lead) if lead != article_id else None,
        url=article.url,
        access=access_text(article.access),
    )


def _form(given: str | None, check: str | None) -> str:
    """`quoted` needs a capture that has the words; without one they only give the sense."""
    if check != "found":
        return "paraphrased"
    return "partly-quoted" if given == "partly-quoted" else "quoted"


def _is_unmarked(dataset: Dataset, article_id: str, paragraph: int | None) -> bool:
    """Whether the capture shows that a paragraph has no quotation marks at all."""
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


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: `link` is its stable name, `state` how far it holds, `text` says it."""

    link: str
    state: str
    text: str

    @property
    def name(self) -> str:
        """The link's name as readers see it."""
        if self.link == "speaker":
            return _("Speaker")
        if self.link == "translation":
            return _("Language")
        return _("Publisher’s words") if self.link == "publisher" else _("Our words")

    @property
    def state_text(self) -> str:
        """How far it holds, in a word."""
        texts = {
            "unknown": _("unknown"),
            "paraphrased": _("paraphrased"),
            "inferred": _("inferred"),
            "partly-quoted": _("partly quoted"),
            "translated": _("translated"),
            "quoted": _("quoted"),
            "stated": _("stated"),
        }
        return texts[self.state]


def chain(speaker: Ref | None, own: Evidence) -> tuple[Link, ...]:
    """Speaker, language, publisher's words, our words: who attributes what to whom.

    `own` is the fact's own evidence; `speaker` is None where the publisher speaks itself. Dates
    are no part of the chain.
    """
    publisher = own.publisher.name
    ours = _("The statement is worded by us.")
    if own.check == "found":
        ours = f"{ours} {_('The quotation stands beside it.')}"
    last = (_publishers_words(own), Link("wording", "paraphrased", ours))
    if speaker is None:
        text = _("%(publisher)s itself; no other speaker is recorded.", publisher=publisher)
        return (Link("speaker", "stated", text), *last)
    text = _("%(speaker)s, named by %(publisher)s.", speaker=speaker.short, publisher=publisher)
    return (Link("speaker", "stated", text), _language(own), *last)


def weakest(links: tuple[Link, ...]) -> Link:
    """The first of the weakest links."""
    return min(links, key=lambda link: STATES.index(link.state))


def _language(own: Evidence) -> Link:
    language = own.language_name
    if own.translation == "none":
        text = _("Spoken in %(language)s, not translated.", language=language)
        return Link("translation", "stated", text)
    if own.translation == "publisher":
        text = _(
            "Translated into %(language)s by %(publisher)s.",
            language=language,
            publisher=own.publisher.name,
        )
        return Link("translation", "translated", text)
    if own.translation == "unknown":
        text = _(
            "Reported in %(language)s; whether it is a translation is not stated.",
            language=language,
        )
    else:
        text = _(
            "Reported in %(language)s; not recorded whether it is a translation.",
            language=language,
        )
    return Link("translation", "unknown", text)


def _publishers_words(own: Evidence) -> Link:
    state, text = _state_of_words(own)
    if own.unmarked and own.form == "paraphrased":
        text = f"{text} {_('The paragraph has no quotation marks.')}"
    if own.reprint_of:
        text = f"{text} {_('It reprints %(source)s.', source=own.reprint_of.name)}"
    return Link("publisher", state, text)


def _state_of_words(own: Evidence) -> tuple[str, str]:
    name = own.publisher.name
    if own.check == "not-captured":
        text = _("Words given as %(name)s’s, not checked against its text.", name=name)
    elif own.check == "unclear":
        text = _("%(name)s prints these words; whether as the speaker’s is not certain.", name=name)
    elif own.check == "judged":
        text = _(
            "%(name)s prints these words; its quotation marks are unclear, and were read by a "
            "person.",
            name=name,
        )
    elif own.form == "publisher":
        return ("quoted" if own.check else "paraphrased"), _("%(name)s’s own words.", name=name)
    elif own.form == "paraphrased":
        return own.form, _("%(name)s reports it; no quotation is recorded.", name=name)
    elif own.form == "partly-quoted":
        return own.form, _("%(name)s quotes fragments and sums up the rest.", name=name)
    elif own.by_label:
        text = _("%(name)s prints the words under the speaker’s name or a dash.", name=name)
        return own.form, text
    else:
        return own.form, _("%(name)s prints the words in quotation marks.", name=name)
    return "unknown", text
