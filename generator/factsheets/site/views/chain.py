"""The chain of attribution: from the speaker to our words, each link with its state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

# Weakest first. What is unknown weighs most: nobody can say what it hides.
STATES = ("unknown", "paraphrased", "inferred", "partly-quoted", "translated", "quoted", "stated")
_WEIGHT = {state: weight for weight, state in enumerate(STATES)}
# Statements of one speaker in one article have the same links: each is made once.
_linked = lru_cache(maxsize=1 << 13)

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
    """What the chain depends on: names as readers see them, and the state of the evidence.

    `speaker` is empty where the publisher speaks itself; `form` and `check` are as in the open
    data, but for the form `labelled`: quoted without marks. `translation` is None where it was left
    out; `unmarked` is True where the capture shows that the paragraph has no quotation marks;
    `reprint_of` names the article reprinted, if any.
    """

    speaker: str
    publisher: str
    form: str
    translation: str | None
    language: str
    check: str | None
    unmarked: bool
    reprint_of: str


def chain(facts: Chained) -> tuple[Link, ...]:
    """Speaker, language, publisher's words, our words: who attributes what to whom.

    Dates are no part of it.
    """
    ours = _wording(found=facts.check == "found")
    theirs = _publisher(
        facts.publisher, facts.form, facts.check, facts.reprint_of, unmarked=facts.unmarked
    )
    if facts.form == "publisher":
        return (_itself(facts.publisher), theirs, ours)
    speaker = _speaker(facts.speaker, facts.publisher)
    return (speaker, _translation(facts.translation, facts.language, facts.publisher), theirs, ours)


def weakest(links: tuple[Link, ...]) -> Link:
    """The first of the weakest links."""
    return min(links, key=lambda link: _WEIGHT[link.state])


@_linked
def _itself(publisher: str) -> Link:
    return Link("speaker", "stated", f"{publisher} itself; no other speaker is recorded.")


@_linked
def _speaker(speaker: str, publisher: str) -> Link:
    return Link("speaker", "stated", f"{speaker}, named by {publisher}.")


@_linked
def _translation(translation: str | None, language: str, publisher: str) -> Link:
    if translation == "none":
        return Link("translation", "stated", f"Spoken in {language}, not translated.")
    if translation == "publisher":
        text = f"Translated into {language} by {publisher}."
        return Link("translation", "translated", text)
    missing = "not recorded whether it is a translation"
    if translation == "unknown":
        missing = "whether it is a translation is not stated"
    return Link("translation", "unknown", f"Reported in {language}; {missing}.")


_UNCERTAIN = {
    "unclear": "prints these words; whether as the speaker’s is not certain.",
    "judged": "prints these words; its quotation marks are unclear, and were read by a person.",
}


@_linked
def _publisher(name: str, form: str, check: str | None, reprint_of: str, *, unmarked: bool) -> Link:
    behind = f" It reprints {reprint_of}." if reprint_of else ""
    if check == "not-captured":
        text = f"Words given as {name}’s, not checked against its text.{behind}"
        return Link("publisher", "unknown", text)
    if check in _UNCERTAIN:
        return Link("publisher", "unknown", f"{name} {_UNCERTAIN[check]}{behind}")
    marks = " The paragraph has no quotation marks." if unmarked else ""
    texts = {
        "quoted": ("quoted", f"{name} prints the words in quotation marks."),
        "labelled": ("quoted", f"{name} prints the words under the speaker’s name or a dash."),
        "partly-quoted": ("partly-quoted", f"{name} quotes fragments and sums up the rest."),
        "paraphrased": ("paraphrased", f"{name} reports it; no quotation is recorded.{marks}"),
        "publisher": ("quoted" if check else "paraphrased", f"{name}’s own words."),
    }
    state, text = texts[form]
    return Link("publisher", state, text + behind)


@_linked
def _wording(*, found: bool) -> Link:
    behind = " The quotation stands beside it." if found else ""
    return Link("wording", "paraphrased", f"The statement is worded by us.{behind}")
