"""The chain of attribution: from the speaker to our words, each link with its state."""

from __future__ import annotations

from functools import lru_cache

from generator.values import value

# Weakest first. What is unknown weighs most: nobody can say what it hides.
_RANK = ("unknown", "paraphrased", "inferred", "partly-quoted", "translated", "quoted", "stated")
_WEIGHT = {state: weight for weight, state in enumerate(_RANK)}
# Statements of one speaker in one article have the same links: each is made once.
_linked = lru_cache(maxsize=1 << 13)

NAMES = {
    "speaker": "Speaker",
    "translation": "Language",
    "publisher": "Publisher’s words",
    "wording": "Our words",
}


@value(frozen=True, slots=True)
class Link:
    """One link: `link` is its stable name, `state` how far it holds, `text` says it to readers."""

    link: str
    state: str
    text: str

    @property
    def name(self) -> str:
        """The link's name as readers see it."""
        return NAMES[self.link]


@value(frozen=True, slots=True)
class Chained:
    """What the chain depends on: names as readers see them, and the states of the evidence.

    `moment` is the kind of the date (`exactly`, `about`, `before`, `unknown`; empty where there is
    none), `basis` how we know it; `form` as in the open data; `checked` is False while no capture
    has confirmed a quotation.
    """

    speaker: str
    publisher: str
    form: str
    translation: str
    language: str
    moment: str
    basis: str
    checked: bool
    quoted: bool


def chain(facts: Chained) -> tuple[Link, ...]:
    """Speaker, language, publisher's words, our words."""
    ours = _wording(found=facts.quoted and facts.checked)
    theirs = _publisher(facts.publisher, facts.form, facts.quoted, facts.checked)
    if facts.form == "publisher":
        return (_itself(facts.publisher), theirs, ours)
    speaker = _speaker(facts.speaker, facts.moment, facts.basis)
    return (speaker, _translation(facts.translation, facts.language, facts.publisher), theirs, ours)


def weakest(links: tuple[Link, ...]) -> Link:
    """The first of the weakest links."""
    return min(links, key=lambda link: _WEIGHT[link.state])


@_linked
def _itself(publisher: str) -> Link:
    return Link("speaker", "stated", f"{publisher} says it itself and names no speaker.")


@_linked
def _speaker(speaker: str, moment: str, basis: str) -> Link:
    if moment in {"", "unknown", "before", "about"}:
        dates = {"before": "only a latest date known", "about": "date only approximate"}
        missing = dates.get(moment, "date not stated")
        return Link("speaker", "unknown", f"{speaker} spoke; {missing}.")
    if basis == "inferred":
        return Link("speaker", "inferred", f"{speaker} spoke; date inferred.")
    return Link("speaker", "stated", f"{speaker} spoke; date stated.")


@_linked
def _translation(translation: str, language: str, publisher: str) -> Link:
    if translation == "none":
        return Link("translation", "stated", f"Spoken in {language}, not translated.")
    if translation == "publisher":
        text = f"Translated into {language} by {publisher}."
        return Link("translation", "translated", text)
    text = f"Reported in {language}; whether it is a translation is not stated."
    return Link("translation", "unknown", text)


@_linked
def _publisher(name: str, form: str, quoted: bool, checked: bool) -> Link:
    if quoted and not checked:
        return Link("publisher", "unknown", f"Words given as {name}’s, not yet checked.")
    texts = {
        "quoted": ("quoted", f"{name} prints the words in quotation marks."),
        "partly-quoted": ("partly-quoted", f"{name} quotes fragments and sums up the rest."),
        "paraphrased": ("paraphrased", f"{name} sums it up; no quotation marks."),
        "publisher": ("quoted" if quoted else "paraphrased", f"{name}’s own words."),
    }
    return Link("publisher", *texts[form])


@_linked
def _wording(*, found: bool) -> Link:
    behind = " The quotation stands beside it." if found else ""
    return Link("wording", "paraphrased", f"The statement is worded by us.{behind}")
