"""Find the words of a sentence that report speech, and what they report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.authoring.drafting.rules import Phrase
from factsheets.authoring.drafting.sentences import Sentence, Token

_GAPS = {"*": 14, "?": 3}  # words at these places of a phrase
_STOPS = frozenset(".;:,")
_OBJECT = 8  # the longest object of a verb, in words: "told reporters on Monday that"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report speech: the first place, the place after the last, and their kind."""

    first: int
    after: int
    kind: str


def cues(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence, in order."""
    place = 0
    while place < len(sentence.tokens):
        cue = _cue_at(sentence, place)
        if cue and cue.kind != "never":
            yield cue
        place = cue.after if cue else place + 1


def _cue_at(sentence: Sentence, place: int) -> Cue | None:
    for phrase, kind in sentence.rules.cues.get(sentence.at(place).low, ()):
        if behind := _matched(sentence, place, phrase):
            return Cue(place, behind, kind)
    return None


def _matched(sentence: Sentence, place: int, phrase: Phrase) -> int | None:
    """The place after a phrase that begins at a place, or after its first part."""
    end = None
    for number, word in enumerate(phrase):
        if word in _GAPS:
            end = end or place
            gap = range(place + (word == "?"), min(len(sentence.tokens), place + _GAPS[word]))
            found = (at for at in gap if _is(sentence.at(at), phrase[number + 1]))
            place = next(found, len(sentence.tokens))
            signs = [each.text for each in sentence.tokens[end:place] if each.text in _STOPS]
            if signs not in ([], [",", ","]):
                return None
        elif not _is(sentence.at(place), word):
            return None
        else:
            place += 1
    return end or place


def _is(token: Token, word: str) -> bool:
    return token.low.endswith(word[1:]) if word[0] == "~" else token.low == word


def introduces(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is before "that", a quotation, a colon or a clause."""
    for place in range(cue.after, min(len(sentence.tokens), cue.after + _OBJECT)):
        token = sentence.at(place)
        if token.kind == "quote" or token.text == ":" or sentence.has(place, "that_words"):
            return True
        if token.text == ",":
            return _introduces_behind_comma(sentence, place + 1, cue)
        if token.kind == "sign" and token.text not in {"'", "’", "-"}:
            return False
        if place > cue.after and sentence.has(place, "finite"):
            return True
    return False


def _introduces_behind_comma(sentence: Sentence, place: int, cue: Cue) -> bool:
    if not sentence.rules.inverts:
        return sentence.at(place).kind == "quote"
    clause = cue.kind != "that" and not sentence.has(place, "determiners")
    return sentence.has(place, "that_words") or (clause and place < len(sentence.tokens))
