"""Text -> sentences, words, stems and quoted spans, alike here and in the browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from factsheets.data.citecheck import measures, vocabulary

_THOUSANDS = re.compile("([0-9])[,\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_MARK = re.compile("[\u0300-\u036f]")
# Scripts without spaces: each character is a word.
_WORD = re.compile(
    r"[0-9]+(?:\.[0-9]+)+|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|(?:(?![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[^\W_])+"
    r"(?:'(?:(?![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[^\W_])+)*"
)
# The same where all letters are plain, in a third of the time.
_PLAIN_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[0-9A-Za-z]+(?:'[0-9A-Za-z]+)*")
_SENTENCE_END = re.compile(r"([.!?…][”\"»’)]*)[ \t]+(?=[“\"«„(]*[^\W\d_a-z])|\n+")
# Single marks count only where they cannot be apostrophes.
_QUOTED = re.compile(
    r"[“„«\"]([^“”„«»\"]*)[”“»\"]"
    r"|(?:^|(?<=[\s(\[]))['‘](?=\S)((?:[^'‘’“”\"]|[^\W_]['’](?=[^\W_]))+)['’](?![^\W_])"
)
_CONTRACTED = re.compile(r"([a-z]+)n't\b")
_NUMBER = r"[0-9](?:[0-9.,]*[0-9])?"
_MONEY = re.compile(
    rf"([{''.join(measures.CURRENCIES)}]) ?({_NUMBER})(?: ?({'|'.join(measures.SCALED)})(?!\w))?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"([0-9]) ?(bn|mn|tn)(?!\w)", re.IGNORECASE)
_JOINED = re.compile(rf"([0-9])({'|'.join(measures.JOINED_UNITS)})(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"%|per cent(?!\w)", re.IGNORECASE)
_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_GAP = re.compile(r"\[?(?:…|\.\.\.)\]?")
_DIGIT = re.compile("[0-9]")
_BLANKS = re.compile("[ \t\n\r\u00a0]+")
_EDGES = ".,;:!?()[]{}\"'“”„‘’«»…–—-"
_STOP = frozenset(vocabulary.STOP)
# Of plain signs: letters stay, what is folded or stands inside words becomes a nought, and what
# stands between words a space.
_APART = "".join(
    sign if sign.isalpha() else "0" if sign in "'%" or sign.isdigit() else " "
    for sign in map(chr, range(128))
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words.

    `capitals` tells of each whether it begins with a capital (all False where that cannot be told).
    `gaps` is what stands before each: a colon, a comma for any other mark, or nothing.
    """

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    gaps: tuple[str, ...]


def words(text: str) -> list[str]:
    """Small letters without accents, "n't" as a word, possessive endings left out."""
    lower = text.lower()
    if lower.isascii():
        apart = lower.translate(_APART)
        # So are most texts, and this takes a third of the time.
        if "0" not in apart and "per cent" not in apart:
            return apart.split()
    folded = _folded(lower)
    found = (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)
    return [word.removesuffix("'s") for word in found] if "'s" in folded else found


def as_written(text: str) -> dict[str, str]:
    """Words as a text has them, capitals and accents included; of several forms, the first."""
    found: dict[str, str] = {}
    for piece in _BLANKS.split(text):
        shown = piece.strip(_EDGES)
        made = words(shown)
        if len(made) == 1:
            found.setdefault(made[0], shown)
    return found


def read(text: str) -> Reading:
    """The words of a text, with what `words` leaves out."""
    lower = _folded(text.lower())
    found, gaps, end = [], [], 0
    for each in _WORD.finditer(lower):
        found.append(each[0].removesuffix("'s"))
        gaps.append(_gap(lower[end : each.start()]))
        end = each.end()
    capitals = [word[0] != word[0].lower() for word in _WORD.findall(_folded(text))]
    if len(capitals) != len(found):
        capitals = [False] * len(found)
    return Reading(tuple(found), tuple(capitals), tuple(gaps))


def _gap(between: str) -> str:
    if ":" in between:
        return ":"
    return "," if any(mark in measures.MARKS for mark in between) else ""


def _folded(text: str) -> str:
    plain = text.replace("’", "'")
    if not plain.isascii():
        plain = _MARK.sub("", unicodedata.normalize("NFD", plain))
    # Most texts have none of these; to look for them is quicker than to replace them.
    if "n't" in plain:
        plain = _CONTRACTED.sub(lambda found: f"{_WHOLE.get(found[1], found[1])} not", plain)
    if _DIGIT.search(plain):
        return _figures_folded(plain)
    has_percent = "%" in plain or "per cent" in plain.lower()
    return _PERCENT.sub(" percent", plain) if has_percent else plain


def _figures_folded(text: str) -> str:
    """$3m, 3 bn, 5km, 40% and 2025-09-04 in words that others write."""
    text = _ISO.sub(_day, text)
    text = _MONEY.sub(_money, text)
    text = _SHORT.sub(lambda found: f"{found[1]} {measures.SCALED[found[2].lower()]}", text)
    text = _JOINED.sub(r"\1 \2", text)
    return _THOUSANDS.sub(r"\1", _PERCENT.sub(" percent", text))


def _day(found: re.Match[str]) -> str:
    month = int(found[2])
    if not 1 <= month <= len(measures.MONTHS):
        return found[0]
    return f"{int(found[3])} {measures.MONTHS[month - 1]} {found[1]}"


def _money(found: re.Match[str]) -> str:
    scale = f" {measures.SCALED[found[3].lower()]}" if found[3] else ""
    return f"{found[2]}{scale} {measures.CURRENCIES[found[1]]}"


def stem(word: str) -> str:
    """A word without its commonest English endings; other words stay."""
    word = measures.ALIASES.get(word, word)
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


def content(found: Sequence[str]) -> list[str]:
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


# Whether a sentence is English, as far as its letters and smallest words tell.

_ENGLISH = frozenset(vocabulary.STOP) - frozenset(vocabulary.SHARED)
_FOREIGN = frozenset(vocabulary.FOREIGN)
_FEW = 4


def is_english(text: str) -> bool:
    """Another script, or the small words of another language, say that it is not.

    Words in quotation marks may be of any language, if there are others.
    """
    outside = unquoted(text)
    judged = outside if len(words(outside)) >= _FEW else text
    letters = [letter for letter in judged if letter.isalpha()]
    latin = sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    if 2 * latin < len(letters):
        return False
    found = words(judged)
    foreign = sum(word in _FOREIGN for word in found)
    return foreign < vocabulary.FOREIGN_LEAST or foreign <= sum(word in _ENGLISH for word in found)
