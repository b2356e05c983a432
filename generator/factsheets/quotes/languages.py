"""How languages mark what somebody says: `languages.toml` as values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factsheets.content.records import Article
from factsheets.datafiles import load_toml
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.evidence import Path


@dataclass(frozen=True, slots=True)
class Language:
    """The marks and the words of saying of one language (see `languages.toml`).

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
    """The table of a language, by its code; that of all others where it has none."""
    tables = load_toml(__package__, "languages.toml")
    own = tables.get(code.split("-", maxsplit=1)[0].lower(), tables["default"])
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


# In which language a text is, by its script and its most common words.
#
# The table is `common_words.toml`. A text is given a language only where that is clear.

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_LETTERS = 12
_OF_ONE_SCRIPT = 0.7  # share of the letters
_LEAST_WORDS = 25
_LEAST_COMMON = 3  # different ones, or a word that is repeated would do
_SHARE = 0.05  # of the words are common ones of its language
_LIKELY = 1  # common words and verbs of saying; one that others have counts in part
_CLEARLY = 1.5  # times as many as of any other language
_FAR = 4  # times as many as of the language stated
_KANA = 0.1  # of Japanese; Chinese has none


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a text is in, where that is not the language stated.

    `code` is None where the script is clear and the language is not.
    """

    script: str
    code: str | None


@dataclass(frozen=True, slots=True)
class _Table:
    scripts: Mapping[str, re.Pattern[str]]
    languages: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, float]]
    same: Mapping[str, str]


def detect_language(text: str) -> str | None:
    """The language of a text as a code (`en`, `uk`); None where it is not clear."""
    script = _script(text)
    if script is None:
        return None
    languages = _table().languages[script]
    if script == "Kana" or len(languages) == 1:
        return languages[0]
    if script == "Han":
        return "zh"
    found = _by_words(text)
    return found if found and (script == "Latin" or script in _scripts_of(found)) else None


def likely_language(text: str, stated: str) -> str:
    """Whose habits a text follows: the language that it is likely in, else the stated one."""
    found = detect_language(text)
    if found:
        return found
    script = _script(text)
    words = set(map(str.casefold, _WORD.findall(text)))
    scores = {
        code: sum(common.get(word, 0) for word in words)
        + sum(re.fullmatch(language(code).said, word) is not None for word in words)
        for code, common in _table().words.items()
    }
    if script and script not in _scripts_of(_primary(stated)):
        return max(_table().languages[script], key=lambda code: scores.get(code, 0))
    best = max(scores, key=scores.__getitem__)
    others = max(score for code, score in scores.items() if _kin(code) != _kin(best))
    clear = scores[best] >= _LIKELY and scores[best] >= _CLEARLY * others
    return _primary(best) if clear else stated


def contradiction(text: str, stated: str) -> Contradiction | None:
    """What a text is in, if that is clearly not the language stated."""
    script = _script(text)
    if script is None:
        return None
    found, own = detect_language(text), _primary(stated)
    if script not in _scripts_of(own):
        return Contradiction(script, found)
    # A language of which the table has no words could only be taken for another one.
    if own not in map(_primary, _table().words):
        return None
    other = found is not None and _kin(found) != _kin(own)
    return Contradiction(script, found) if other or _is_far(text, own) else None


def contradicted(found: str, stated: str) -> Contradiction | None:
    """The same of a text of which only the language found (`detect_language`) is known."""
    own = _primary(stated)
    scripts = _scripts_of(found)
    if not scripts & _scripts_of(own):
        return Contradiction(min(scripts), found)
    if own not in map(_primary, _table().words) or _kin(found) == _kin(own):
        return None
    return Contradiction(min(scripts), found)


def usual_language(script: str) -> str:
    """The language that is mostly meant by a script: `he` for Hebrew letters."""
    return _table().languages[script][0]


def _script(text: str) -> str | None:
    """The script of nearly all letters, None where there are few, or several scripts."""
    letters = sum(map(str.isalpha, text))
    if letters < _LEAST_LETTERS:
        return None
    numbers = {name: len(each.findall(text)) for name, each in _table().scripts.items()}
    if numbers["Kana"] >= letters * _KANA:
        numbers["Kana"] += numbers.pop("Han")
    script, most = max(numbers.items(), key=lambda each: each[1])
    return script if most >= letters * _OF_ONE_SCRIPT else None


def _scores(text: str) -> Mapping[str, float]:
    """By language: the share of its common words in a text; none for a short one.

    A word of several languages counts in part.
    """
    words = Counter(map(str.casefold, _WORD.findall(text)))
    number = words.total()
    if number < _LEAST_WORDS:
        return {}
    found = {code: words.keys() & common for code, common in _table().words.items()}
    return {
        _primary(code): sum(words[word] * _table().words[code][word] for word in held) / number
        for code, held in found.items()
        if len(held) >= _LEAST_COMMON
    }


def _by_words(text: str) -> str | None:
    scores = _scores(text)
    best = max(scores, key=scores.__getitem__, default="")
    others = (score for code, score in scores.items() if _kin(code) != _kin(best))
    least = max(_SHARE, _CLEARLY * max(others, default=0))
    return best if best and scores[best] >= least else None


def _is_far(text: str, stated: str) -> bool:
    """Whether a text reads like some other language, even if several are as near."""
    scores = _scores(text)
    own = max((score for code, score in scores.items() if _kin(code) == _kin(stated)), default=0)
    return max(scores.values(), default=0) >= max(_SHARE, _FAR * own)


def _scripts_of(code: str) -> frozenset[str]:
    """The scripts in which a language may be written; Latin where the table has none."""
    languages = _table().languages
    own = _primary(code)
    found = frozenset(name for name, codes in languages.items() if own in codes)
    return found or frozenset({"Latin"})


def _primary(code: str) -> str:
    return code.partition("-")[0].lower()


def _kin(code: str) -> str:
    """One code for all whose texts common words hardly tell apart."""
    return _table().same.get(code, code)


@cache
def _table() -> _Table:
    data = load_toml(__package__, "common_words.toml")
    scripts = data["scripts"]
    groups = [group.split() for group in data["same"]["groups"]]
    words = {code: frozenset(text.split()) for code, text in data["words"].items()}
    kin = {code: group[0] for group in groups for code in group}
    held = {(kin.get(_primary(code), code), word) for code, each in words.items() for word in each}
    lists = Counter(word for _, word in held)
    return _Table(
        {name: re.compile(f"[{_ranges(each['ranges'])}]") for name, each in scripts.items()},
        {name: tuple(each["languages"].split()) for name, each in scripts.items()},
        {code: {word: 1 / lists[word] for word in each} for code, each in words.items()},
        kin,
    )


def _ranges(text: str) -> str:
    """`0041-005A 0061` as the inside of a class of a regular expression."""
    ends = ([chr(int(end, 16)) for end in each.split("-")] for each in text.split())
    return "".join(map("-".join, ends))


# Whether the language that an article states is the one of its words.


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article's language: its text, or what its capture found there."""

    text: str | None
    captured: str | None


def wrong_language(
    article_id: str, article: Article, known: Known, place: Callable[[Path], Place]
) -> Iterator[Problem]:
    """The problem of a language that is clearly not the article's.

    It is looked for in the article's text where that is at hand, else in what its capture found.
    Without both, all that the record has of its words can only warn: an article may quote words of
    another language.
    """
    certain = bool(known.text or known.captured)
    if known.text or not known.captured:
        text = known.text or "\n".join(_words(article_id, article))
        found = contradiction(text, article.language)
    else:
        found = contradicted(known.captured, article.language)
    if found is None:
        return
    whose = "The article's text is" if certain else "The article's words recorded here are"
    code, kind = found.code, f"in {found.script} letters"
    if code or found.script == "Latin":
        kind = f"in another language ({code})" if code else "in another language"
    else:
        code = usual_language(found.script)
    advice = "Write the code of the language that the article is written in"
    advice += f", perhaps: language: {code}" if code else "."
    if not certain:
        advice += (
            "\nIf it only quotes words of another language, capture its text: "
            f"facts capture {article_id} TEXTFILE."
        )
    yield Problem(
        "wrong-language",
        f"{whose} {kind}, and the language stated is {article.language}.",
        place(("language",)),
        advice,
        "error" if certain else "warning",
    )


def _words(article_id: str, article: Article) -> Iterator[str]:
    """All words of the article that its record has: headline, quotations, its choice of words."""
    if article.title:
        yield article.title
    yield from (each.words for each in article.wording)
    for fact in article.facts:
        yield from fact.quote
        for more in fact.also:
            if more.article in {None, article_id}:
                yield from more.quote
