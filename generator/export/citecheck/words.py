"""Text -> sentences, words, stems, numbers and quoted spans, alike here and in the browser."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.export.citecheck import vocabulary as known

_THOUSANDS = re.compile(r"([0-9]),(?=[0-9]{3}(?![0-9]))")
_MARK = re.compile("[\u0300-\u036f]")
# Scripts without spaces: each character is a word.
_WORD = re.compile(
    r"[0-9]+(?:\.[0-9]+)+|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|(?:(?![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[^\W_])+"
    r"(?:'(?:(?![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[^\W_])+)*"
)
_SENTENCE_END = re.compile(r"([.!?…][”\"»’)]*)[ \t]+(?=[“\"«„(]*[^\W\d_a-z])|\n+")
# Single marks count only where they cannot be apostrophes.
_QUOTED = re.compile(
    r"[“„«\"]([^“”„«»\"]*)[”“»\"]"
    r"|(?:^|(?<=[\s(\[]))['‘](?=\S)((?:[^'‘’“”\"]|[^\W_]['’](?=[^\W_]))+)['’](?![^\W_])"
)
_CONTRACTED = re.compile(r"([a-z]+)n't\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_GAP = re.compile(r"\[?(?:…|\.\.\.)\]?")
_STOP = frozenset(known.STOP)


def words(text: str) -> list[str]:
    """Small letters without accents, "n't" as a word, possessive endings left out."""
    return [word.removesuffix("'s") for word in _WORD.findall(_folded(text.lower()))]


def capitals(text: str) -> list[bool]:
    """Of each word, whether it begins with a capital; empty where the words cannot be told so."""
    found = [word[0] != word[0].lower() for word in _WORD.findall(_folded(text))]
    return found if len(found) == len(words(text)) else []


def _folded(text: str) -> str:
    plain = _MARK.sub("", unicodedata.normalize("NFD", text.replace("’", "'")))
    whole = _CONTRACTED.sub(lambda found: f"{_WHOLE.get(found[1], found[1])} not", plain)
    return _THOUSANDS.sub(r"\1", whole)


def stem(word: str) -> str:
    """A word without its commonest English endings; other words stay."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
    elif word.endswith("ed") and len(word) > 4:
        word = word[:-2]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def content(found: list[str]) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in found if word not in _STOP]


def sentences(text: str) -> list[list[str]]:
    """The sentences of each paragraph; empty paragraphs are left out."""
    paragraphs = []
    for paragraph in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        line = re.sub(r"\s*\n\s*", " ", paragraph).strip()
        if line:
            cut = _SENTENCE_END.sub(lambda found: f"{found[1] or ''}\n", line)
            paragraphs.append([each.strip() for each in cut.split("\n") if each.strip()])
    return paragraphs


def quoted(text: str) -> list[str]:
    """The pieces that stand inside quotation marks; an ellipsis parts two pieces."""
    return [
        piece.strip()
        for double, single in _QUOTED.findall(text)
        for piece in _GAP.split(double or single)
        if words(piece)
    ]


def unquoted(text: str) -> str:
    """The text with a bar in place of each quoted span."""
    return _QUOTED.sub(" | ", text)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where its first word stands."""

    text: str
    at: int


def numbers(found: list[str]) -> list[Number]:
    """The numbers among the words, written in digits or in English; "one" is left alone.

    In "3 to 5 million" the first number means millions, too.
    """
    result = []
    at = 0
    while at < len(found):
        value, width = _value(found, at)
        if width:
            start = at
            value, at = _scaled(found, at + width, value)
            if at == start + width:
                value *= _scale_of_range(found, start, at)
            result.append(Number(number_text(value), start))
        else:
            at += 1
    return result


def _scaled(found: list[str], at: int, value: float) -> tuple[float, int]:
    # Beyond this, one language writes a number as another does not.
    while at < len(found) and found[at] in known.SCALES and value < 1e9:
        value *= known.SCALES[found[at]]
        at += 1
    return value, at


def _scale_of_range(found: list[str], start: int, at: int) -> float:
    """The scale of the number behind, where both are the ends of a range."""
    joined = at < len(found) and found[at] in known.RANGES
    if joined and found[at] == "and" and found[max(0, start - 1)] != "between":
        return 1
    at += joined
    width = _value(found, at)[1] if at < len(found) else 0
    return _scaled(found, at + width, 1)[0] if width else 1


def _value(found: list[str], at: int) -> tuple[float, int]:
    word = found[at]
    if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", word):
        return float(word), 1
    if word in known.TENS:
        following = known.UNITS.get(found[at + 1], 10) if at + 1 < len(found) else 10
        one = 1 if at + 1 < len(found) and found[at + 1] == "one" else 0
        if following < 10 or one:
            return known.TENS[word] + (one or following), 2
        return known.TENS[word], 1
    if word in known.UNITS:
        return known.UNITS[word], 1
    return 0, 0


def number_text(value: float) -> str:
    """26 and not 26.0."""
    return str(int(value)) if value == int(value) else repr(float(value))


def within(short: list[str], long: list[str]) -> bool:
    """Do the words stand in the others, one behind another?"""
    width = len(short)
    return width > 0 and any(long[at : at + width] == short for at in range(len(long) - width + 1))


def longest_run(one: list[str], other: list[str]) -> list[str]:
    """The longest run of words that both have; the first of several."""
    best: tuple[int, int] = (0, 0)
    before = [0] * (len(other) + 1)
    for at, word in enumerate(one):
        now = [0] * (len(other) + 1)
        for number, each in enumerate(other):
            if each == word:
                now[number + 1] = before[number] + 1
                if now[number + 1] > best[0]:
                    best = (now[number + 1], at + 1)
        before = now
    return one[best[1] - best[0] : best[1]]
