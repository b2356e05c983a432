"""The chain of attribution: the links from a statement's speaker to our words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factsheets.content.article import Fact
from factsheets.content.types import N_
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref
from factsheets.site.views.dates import day_text
from factsheets.site.views.evidence import WRITTEN, Evidence

# Weakest first: the unknown may hide anything.
STATES = (
    *("unknown", "passed-on", "paraphrased", "inferred"),
    *("partly-quoted", "translated", "quoted", "stated"),
)
LINK_NAMES = {
    "speaker": N_("Speaker"),
    "via": N_("Cited source"),
    "translation": N_("Language"),
    "publisher": N_("Publisher’s words"),
    "our-translation": N_("Our translation"),
    "wording": N_("Our words"),
}
"""The names of the links of a chain, in its order."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: its stable name, its state (of `STATES`), and the same in a sentence."""

    link: str
    state: str
    text: str

    @property
    def name(self) -> str:
        """The link's name as readers see it."""
        return deferred(LINK_NAMES[self.link])

    @property
    def least_text(self) -> str:
        """What readers see at this link where it is the weakest."""
        if self.state in {"unknown", "passed-on", "inferred"}:
            return _("Least certain step")
        return _("Least exact wording")


def chain(fact: Fact, speaker: tuple[str, str], evidence: Sequence[Evidence]) -> tuple[Link, ...]:
    """Speaker, cited source, language, publisher, our translation, our words.

    Who attributes what to whom. The first of the evidence is the fact's own; `speaker` is the state
    and the text of the first link. Dates are no part of the chain.
    """
    own = evidence[0]
    links = [Link("speaker", *speaker)]
    if own.via:
        links.append(_passed_on(own, own.via, evidence))
    if fact.is_spoken or own.spoken:
        links.append(_language(own, fact))
    links.append(_publishers_words(own))
    if fact.quote_translation or own.translation == "ours":
        links.append(_our_translation(own, fact))
    ours = _("The statement is worded by us.")
    if own.check == "found":
        ours = f"{ours} {_('The quotation is shown with it.')}"
    return (*links, Link("wording", "paraphrased", ours))


def _passed_on(own: Evidence, via: Ref, evidence: Sequence[Evidence]) -> Link:
    """The cited source; weak where only the publisher says what it reported."""
    known = any(each.publisher.id == via.id for each in evidence)
    text = _(
        "Through %(via)s, according to %(publisher)s.", via=via.name, publisher=own.publisher.name
    )
    more = _("The report of %(via)s itself is not recorded here.", via=via.name)
    return Link("via", "stated", text) if known else Link("via", "passed-on", f"{text} {more}")


def _our_translation(own: Evidence, fact: Fact) -> Link:
    text = _("Translated from %(language)s by us.", language=own.language_name)
    if fact.translated:
        name, day = fact.translated_by or "", day_text(fact.translated)
        text = _("By %(name)s, %(day)s; not the source’s words.", name=name, day=day)
    return Link("our-translation", "translated", text)


def weakest(links: tuple[Link, ...]) -> Link:
    """The first of the weakest links."""
    return min(links, key=lambda link: STATES.index(link.state))


def language_state(own: Evidence, fact: Fact) -> str:
    """The state of the language: `stated` where the words are those spoken, else who translated."""
    known = own.translation not in {None, "unknown"}
    if _as_spoken(own, fact) or (own.spoken == own.language_name and not known):
        return "stated"
    return {"none": "stated", "publisher": "translated"}.get(own.translation or "", "unknown")


def _as_spoken(own: Evidence, fact: Fact) -> bool:
    kept = own.translation == "none" and bool(fact.quote_translation)
    return own.translation == "ours" or kept


def _language(own: Evidence, fact: Fact) -> Link:
    language, spoken = own.language_name, own.spoken
    values = {"language": language, "spoken": spoken, "publisher": own.publisher.name}
    state = language_state(own, fact)
    written = own.kind in WRITTEN and not spoken
    if _as_spoken(own, fact) or (state == "stated" and own.translation != "none"):
        text = _("Spoken in %(language)s, the language of the source.", **values)
        if written:
            text = _("Published in %(language)s, the original language.", **values)
        return Link("translation", state, text)
    if own.translation == "none" and written:
        text = _("Published in %(language)s, not translated.", **values)
    elif own.translation == "none":
        text = _("Spoken in %(language)s, not translated.", **values)
    elif own.translation == "publisher" and spoken:
        text = _("Spoken in %(spoken)s; translated into %(language)s by %(publisher)s.", **values)
    elif own.translation == "publisher":
        text = _("Translated into %(language)s by %(publisher)s.", **values)
    elif own.translation == "unknown" and spoken:
        text = _(
            "Spoken in %(spoken)s; %(publisher)s reports in %(language)s, whether it translated "
            "is not stated.",
            **values,
        )
    elif own.translation == "unknown":
        text = _("Reported in %(language)s; whether it is a translation is not stated.", **values)
    elif spoken:
        text = _(
            "Spoken in %(spoken)s; %(publisher)s reports in %(language)s, whether it translated "
            "is not recorded.",
            **values,
        )
    else:
        text = _("Reported in %(language)s; not recorded whether it is a translation.", **values)
    return Link("translation", state, text)


def _publishers_words(own: Evidence) -> Link:
    state, text = _state_of_words(own)
    if own.unmarked and own.form == "paraphrased":
        text = f"{text} {_('The paragraph has no quotation marks.')}"
    if own.reprint_of:
        text = f"{text} {_('It reprints %(source)s.', source=own.reprint_of.name)}"
    return Link("publisher", state, text)


def _state_of_words(own: Evidence) -> tuple[str, str]:
    name = own.publisher.name
    if own.check not in {"found", None}:
        return "unknown", _doubtful_words(own, name)
    if own.form == "publisher":
        return ("quoted" if own.check else "paraphrased"), _("%(name)s’s own words.", name=name)
    if own.form == "paraphrased":
        text = _("%(name)s reports it; no quotation is recorded.", name=name)
        if own.kind == "recording":
            text = _("Summed up by us from the recording that %(name)s published.", name=name)
        return own.form, text
    if own.form == "partly-quoted":
        return own.form, _("%(name)s quotes fragments and sums up the rest.", name=name)
    if own.proof == "own":
        return own.form, _("%(name)s published the words as its own.", name=name)
    text = _("%(name)s prints the words in quotation marks.", name=name)
    if own.proof == "label":
        text = _("%(name)s prints the words under the speaker’s name or a dash.", name=name)
    return own.form, text


def _doubtful_words(own: Evidence, name: str) -> str:
    """What the publisher did with words that nothing proves to be the speaker's."""
    if own.is_ours:
        return _("Our transcription of the recording that %(name)s published.", name=name)
    if own.check == "unclear":
        return _("%(name)s prints these words; whether as the speaker’s is not certain.", name=name)
    if own.check != "judged":
        return _("Words given as %(name)s’s, not checked against its text.", name=name)
    if own.kind != "article":
        return _(
            "%(name)s published these words; whose they are is unclear, and was read by a person.",
            name=name,
        )
    return _(
        "%(name)s prints these words; its quotation marks are unclear, and were read by a person.",
        name=name,
    )
