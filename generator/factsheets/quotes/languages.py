"""Languages: how each marks speech, and which language a text is in.

The tables are `languages.toml` (marks and verbs of saying) and `common_words.toml` (scripts and
common words). A language is detected only if it is clear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum

from factsheets.datafiles import load_toml

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST_LETTERS = 12
_SHARE_OF_SCRIPT = 0.7  # of the letters
_KANA_SHARE = 0.1  # of the letters of a Japanese text; Chinese has none
_FEWEST_WORDS = 25
_FEWEST_COMMON_WORDS = 3  # different ones: a repeated word is no evidence
_SHARE_OF_COMMON_WORDS = 0.05
_FEWEST_LIKELY = 1  # common words and verbs of saying; a word of several languages counts in part
_CLEAR = 1.5  # times the score of any other language
_FAR = 4  # times the score of the stated language


@dataclass(frozen=True, slots=True)
class Language:
    """The marks and verbs of one language (see `languages.toml`).

    `said`, `wrote` and `pronouns` are regular expressions.
    """

    open: str
    close: str
    elided: frozenset[str]
    inserts: bool
    dialogue: bool
    said: str
    wrote: str
    pronouns: str
    titles: frozenset[str]


@cache
def language(code: str) -> Language:
    """The table of a language by its code; the default table where it has none of its own."""
    tables = load_toml(__package__, "languages.toml")
    own = tables.get(_primary(code), tables["default"])
    return Language(
        open=own["open"],
        close=own["close"],
        elided=frozenset(own["elided"]),
        inserts=own["inserts"],
        dialogue=own["dialogue"],
        said=_alternatives(own["said"]),
        wrote=_alternatives(own["wrote"]),
        pronouns=_alternatives(own["pronouns"]),
        titles=frozenset(own["titles"]),
    )


def _alternatives(words: list[str]) -> str:
    """A regular expression that matches any of the words; * stands for an ending."""
    if not words:
        return "(?!)"
    found = (re.escape(word).replace(r"\*", r"\w{0,6}") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(found)})"


def detect_language(text: str) -> str | None:
    """The language of a text as a code (`en`, `uk`), None if it is unclear."""
    script = _script(text)
    if script is None:
        return None
    languages = _table().languages[script]
    if script == "Kana" or len(languages) == 1:
        return languages[0]
    if script == "Han":
        return "zh"
    scores = _scores(text)
    best = max(scores, key=scores.__getitem__, default="")
    others = (score for code, score in scores.items() if _group(code) != _group(best))
    clear = max(_SHARE_OF_COMMON_WORDS, _CLEAR * max(others, default=0))
    if not best or scores[best] < clear:
        return None
    return best if script == "Latin" or script in _scripts_of(best) else None


def likely_language(text: str, stated: str) -> str:
    """The language whose table is used for a text: the detected one, else the stated one."""
    found = detect_language(text)
    if found:
        return found
    script = _script(text)
    words = set(map(str.casefold, _WORD.findall(text)))
    scores = {
        code: fsum(common.get(word, 0) for word in words)
        + sum(re.fullmatch(language(code).said, word) is not None for word in words)
        for code, common in _table().words.items()
    }
    if script and script not in _scripts_of(stated):
        return max(_table().languages[script], key=lambda code: scores.get(code, 0))
    best = max(scores, key=scores.__getitem__)
    others = max(score for code, score in scores.items() if _group(code) != _group(best))
    clear = scores[best] >= _FEWEST_LIKELY and scores[best] >= _CLEAR * others
    return _primary(best) if clear else stated


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The script and language of a text that is not in the stated language.

    `code` is None if the script is clear but the language is not.
    """

    script: str
    code: str | None


def contradiction(text: str, stated: str, detected: str | None = None) -> Contradiction | None:
    """The language of a text, if it is clearly not the stated one.

    `detected` is the language of a text that is not available.
    """
    if detected:
        scripts = _scripts_of(detected)
    else:
        scripts = frozenset(filter(None, [_script(text)]))
        detected = detect_language(text)
    other = not scripts & _scripts_of(stated) or _is_other(detected, stated)
    if scripts and (other or _is_far(text, stated)):
        return Contradiction(min(scripts), detected)
    return None


def usual_language(script: str) -> str:
    """The most common language of a script: `he` for Hebrew letters."""
    return _table().languages[script][0]


def _script(text: str) -> str | None:
    """The script of nearly all letters; None for several scripts, or few letters."""
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return None
    counts = {name: len(letter.findall(text)) for name, letter in _table().scripts.items()}
    if counts["Kana"] >= letters * _KANA_SHARE:
        counts["Kana"] += counts.pop("Han")
    script, most = max(counts.items(), key=lambda each: each[1])
    return script if most >= letters * _SHARE_OF_SCRIPT else None


def _scores(text: str) -> Mapping[str, float]:
    """Language -> the share of its common words in a text; empty for a short text.

    A word of several languages counts in part.
    """
    words = Counter(map(str.casefold, _WORD.findall(text)))
    total = words.total()
    if total < _FEWEST_WORDS:
        return {}
    scores = {}
    for code, weights in _table().words.items():
        held = words.keys() & weights
        if len(held) >= _FEWEST_COMMON_WORDS:
            scores[_primary(code)] = fsum(words[word] * weights[word] for word in held) / total
    return scores


def _is_other(found: str | None, stated: str) -> bool:
    return found is not None and _has_words(stated) and _group(found) != _group(_primary(stated))


def _is_far(text: str, stated: str) -> bool:
    """Whether a text is clearly in another language, even if not clearly in one."""
    if not _has_words(stated):
        return False
    scores, group = _scores(text), _group(_primary(stated))
    own = max((score for code, score in scores.items() if _group(code) == group), default=0)
    return max(scores.values(), default=0) >= max(_SHARE_OF_COMMON_WORDS, _FAR * own)


def _has_words(stated: str) -> bool:
    """Whether the table has words of a language; without them, others would only seem closer."""
    return _primary(stated) in map(_primary, _table().words)


def _scripts_of(code: str) -> frozenset[str]:
    """The scripts of a language; Latin if the table has none."""
    languages = _table().languages
    found = frozenset(name for name, codes in languages.items() if _primary(code) in codes)
    return found or frozenset({"Latin"})


def _primary(code: str) -> str:
    return code.partition("-")[0].lower()


def _group(code: str) -> str:
    """One code for all languages that common words can hardly tell apart."""
    return _table().groups.get(code, code)


@dataclass(frozen=True, slots=True)
class _Table:
    scripts: Mapping[str, re.Pattern[str]]  # matches one letter
    languages: Mapping[str, tuple[str, ...]]  # by script
    words: Mapping[str, Mapping[str, float]]  # by language: each word and its weight
    groups: Mapping[str, str]


@cache
def _table() -> _Table:
    data = load_toml(__package__, "common_words.toml")
    scripts = data["scripts"]
    same = [group.split() for group in data["same"]["groups"]]
    groups = {code: group[0] for group in same for code in group}
    words = {code: frozenset(text.split()) for code, text in data["words"].items()}
    held = {(groups.get(_primary(code), code), word) for code in words for word in words[code]}
    languages_with = Counter(word for _, word in held)
    return _Table(
        {name: re.compile(f"[{_ranges(each['ranges'])}]") for name, each in scripts.items()},
        {name: tuple(each["languages"].split()) for name, each in scripts.items()},
        {code: {word: 1 / languages_with[word] for word in each} for code, each in words.items()},
        groups,
    )


def _ranges(text: str) -> str:
    """Convert `0041-005A 0061` to the inside of a regular expression's character class."""
    ends = ([chr(int(end, 16)) for end in each.split("-")] for each in text.split())
    return "".join(map("-".join, ends))
