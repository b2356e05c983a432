"""Split a paragraph into sentences of words, signs and quotations.

A quotation is one token, so that a sentence is read without the speaker's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheets.authoring.drafting.rules import Rules
from factsheets.quotes.marks import MARK
from factsheets.quotes.readings import Range

_TOKEN = re.compile(r"(?:\w\.){2,}|\w+(?:[-’'‘&.]\w+)*|\.{2,}|[^\w\s]")
_CLITIC = re.compile(r"(?:(?<=\w)(?:n['’]t|['’](?:s|d|ve|ll|re))|(?<=-)(?:ils?|elles?|on))$")
_NEAR = 12  # words between a quotation and the verb of saying behind it
_ENDS = frozenset(".!?…") | {"..", "..."}
_CLOSERS = frozenset(")]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a quotation; the range of a quotation includes its marks.

    `text` of a quotation is what is inside the marks, from the place `inside`.
    """

    text: str
    start: int
    end: int
    kind: str  # word, sign or quote
    inside: int = 0

    @property
    def low(self) -> str:
        """The text in lower case, with straight apostrophes; empty for a quotation."""
        return "" if self.kind == "quote" else self.text.lower().replace("’", "'")

    @property
    def is_name(self) -> bool:
        """Whether this is a word with a capital first letter, or such as "al-Arabiya"."""
        last = self.text.rpartition("-")[2]
        return self.kind == "word" and (self.text[:1].isupper() or last[:1].isupper())


_EDGE = Token("", -1, -1, "edge")
_LONGEST_STEM = 4  # letters of a word that is no adverb
_LONGEST_TITLE = 6  # words of a name in quotation marks


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence, and the rules of its language."""

    tokens: Sequence[Token]
    rules: Rules

    def at(self, place: int) -> Token:
        """The token at a place; outside the sentence one that is nothing."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else _EDGE

    def has(self, place: int, *lists: str) -> bool:
        """Whether the word at a place is in one of these lists of the rules."""
        low = self.at(place).low
        return any(low in self.rules.words[name] for name in lists)

    def pronoun(self, place: int) -> str | None:
        """The kind of the pronoun at a place."""
        return self.rules.pronouns.get(self.at(place).low)

    def is_between(self, place: int) -> bool:
        """Whether the word at a place can be between a speaker and the verb."""
        low = self.at(place).low
        if self.has(place, "between") or len(low) <= _LONGEST_STEM:
            return self.has(place, "between")
        if not low.endswith(self.rules.endings or " "):
            return False
        name = self.at(place).is_name and not self.rules.nouns_are_capital
        return not name or (place == 0 and not self.rules.is_cue(self.at(1).low))  # "Kelly said"

    def is_participle(self, place: int) -> bool:
        """Whether a verb can share the subject of an earlier verb: "saying"."""
        return self.at(place).low.endswith(self.rules.participles or " ")

    def is_no_speaker(self, place: int) -> bool:
        """Whether a word cannot speak: "this", but not "the Times"."""
        name = self.at(place).is_name and place > 0 and not self.rules.nouns_are_capital
        return self.has(place, "not_speakers") and not (name and not self.has(place, "times"))

    def is_named(self, place: int) -> bool:
        """Whether the word at a place is a name or a pronoun."""
        return self.at(place).is_name or self.pronoun(place) is not None

    def is_title(self, place: int, without: str = "") -> bool:
        """Whether a quotation is a name: all its words begin with a capital letter.

        `without` are signs at its end that do not matter.
        """
        text = self.at(place).text.rstrip(without) if without else self.at(place).text
        words = text.split()
        if self.at(place).kind != "quote" or not words or text[-1] in ".!?,":
            return False
        capital = all(word[0].isupper() or len(word) <= 3 or word.isdigit() for word in words)
        return capital and words[0][0].isupper() and len(words) <= _LONGEST_TITLE


def tokens(text: str, quoted: Sequence[Range], rules: Rules) -> list[Token]:
    """The tokens of a paragraph, of which some ranges are quoted."""
    found: list[Token] = []
    at = 0
    for start, end in sorted(quoted):
        opening, closing = _around(text, start, end)
        if opening < at or not any(map(str.isalnum, text[start:end])):
            continue
        found += _plain(text, at, opening, rules)
        found.append(Token(text[start:end], opening, closing, "quote", start))
        at = closing
    return [*found, *_plain(text, at, len(text), rules)]


def _around(text: str, start: int, end: int) -> Range:
    """A range with the marks around it."""
    opening = [mark.start() for mark in MARK.finditer(text, max(0, start - 2), start)]
    first = opening[-1] if opening and text[opening[-1] : start].strip() != "" else start
    closing = MARK.match(text, end)
    last = closing.end() if closing else end
    return first, last + text.startswith("'", last)  # a quotation that ends in another one


def _plain(text: str, start: int, end: int, rules: Rules) -> Iterator[Token]:
    last = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < last:
            continue  # the full stop of an abbreviation
        word, last = match[0], match.end()
        kind = "word" if word[0].isalnum() else "sign"
        initial = len(word) == 1 and word.isupper() and word != "I"
        ordinal = word.isdigit() and len(word) < 3 and rules.nouns_are_capital  # "17. Januar"
        if text[last : last + 1] == "." and (
            initial or ordinal or word.lower() in rules.words["abbreviations"]
        ):
            yield Token(f"{word}.", match.start(), last + 1, kind)
            last += 1
            continue
        clitic = _CLITIC.search(word) if kind == "word" else None
        if clitic and clitic.start():
            middle = match.start() + clitic.start()
            stem = word[: clitic.start()].removesuffix("-").removesuffix("-t")
            yield Token(stem, match.start(), match.start() + len(stem), kind)
            yield Token(clitic[0], middle, match.end(), kind)
        else:
            yield Token(word, match.start(), match.end(), kind)


def sentences(found: Sequence[Token], rules: Rules) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    start = 0
    for place in range(len(found)):
        if _ends(found, place, rules):
            yield Sentence(found[start : place + 1], rules)
            start = place + 1


def _ends(found: Sequence[Token], place: int, rules: Rules) -> bool:
    token = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    if after is None:
        return True
    if after.text[:1] in _CLOSERS or after.start == token.end:
        return False
    begins = after.kind == "quote" or not after.text[:1].islower()
    if token.kind == "quote":
        ended = token.text.rstrip()[-1:] in _ENDS
        asked = token.text.rstrip()[-1:] in "!?…"
        return (
            ended
            and begins
            and after.kind != "sign"
            and not (asked and found[place - 1].text != ":" and _cue_near(found, place, rules))
        )
    if token.text in _CLOSERS and place:
        return found[place - 1].text in _ENDS and begins
    if token.kind == "word" and token.text.endswith("."):
        return False
    return token.text in _ENDS and begins


def _cue_near(found: Sequence[Token], place: int, rules: Rules) -> bool:
    """Whether a verb of saying follows a quotation that ends in "?": “Why?” Ray asked."""
    for token in found[place + 1 : place + _NEAR]:
        if token.kind != "word" and token.text != ",":
            return False
        if rules.is_cue(token.low, alone=False):
            return True
    return False
