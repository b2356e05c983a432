"""The chain of attribution: from the speaker to our words, each link with its state."""

from __future__ import annotations

from dataclasses import dataclass

# Weakest first. What is unknown weighs most: nobody can say what it hides.
_RANK = ("unknown", "paraphrased", "inferred", "partly-quoted", "translated", "quoted", "stated")

NAMES = {
    "speaker": "Speaker",
    "translation": "Language",
    "publisher": "Publisher’s words",
    "wording": "Our words",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One link: `link` is its stable name, `state` how far it holds, `text` says it to readers."""

    link: str
    state: str
    text: str

    @property
    def name(self) -> str:
        """The link's name as readers see it."""
        return NAMES[self.link]


@dataclass(frozen=True, slots=True)
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
    if facts.form == "publisher":
        return (
            Link("speaker", "stated", f"{facts.publisher} says it itself and names no speaker."),
            _publisher(facts),
            _wording(facts),
        )
    return (_speaker(facts), _translation(facts), _publisher(facts), _wording(facts))


def weakest(links: tuple[Link, ...]) -> Link:
    """The first of the weakest links."""
    return min(links, key=lambda link: _RANK.index(link.state))


def _speaker(facts: Chained) -> Link:
    if facts.moment in {"", "unknown", "before", "about"}:
        dates = {"before": "only a latest date known", "about": "date only approximate"}
        missing = dates.get(facts.moment, "date not stated")
        return Link("speaker", "unknown", f"{facts.speaker} spoke; {missing}.")
    if facts.basis == "inferred":
        return Link("speaker", "inferred", f"{facts.speaker} spoke; date inferred.")
    return Link("speaker", "stated", f"{facts.speaker} spoke; date stated.")


def _translation(facts: Chained) -> Link:
    if facts.translation == "none":
        return Link("translation", "stated", f"Spoken in {facts.language}, not translated.")
    if facts.translation == "publisher":
        text = f"Translated into {facts.language} by {facts.publisher}."
        return Link("translation", "translated", text)
    text = f"Reported in {facts.language}; whether it is a translation is not stated."
    return Link("translation", "unknown", text)


def _publisher(facts: Chained) -> Link:
    name = facts.publisher
    if facts.quoted and not facts.checked:
        return Link("publisher", "unknown", f"Words given as {name}’s, not yet checked.")
    texts = {
        "quoted": ("quoted", f"{name} prints the words in quotation marks."),
        "partly-quoted": ("partly-quoted", f"{name} quotes fragments and sums up the rest."),
        "paraphrased": ("paraphrased", f"{name} sums it up; no quotation marks."),
        "publisher": ("quoted" if facts.quoted else "paraphrased", f"{name}’s own words."),
    }
    return Link("publisher", *texts[facts.form])


def _wording(facts: Chained) -> Link:
    behind = " The quotation stands beside it." if facts.quoted and facts.checked else ""
    return Link("wording", "paraphrased", f"The statement is worded by us.{behind}")
