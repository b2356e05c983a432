"""Resolve names and pronouns of a text to full names and known actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factsheets.authoring.drafting.draft import Statement
from factsheets.authoring.drafting.rules import rules
from factsheets.content.records import Actor
from factsheets.quotes.languages import language

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTED = re.compile(r"[“„«][^“„«»”]*[”“»]|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_APPOSED = re.compile(r",\s+((?:[^\W\d_a-z][\w’'.-]*\s+){1,3}[^\W\d_a-z][\w’'-]*)\s*[,.(]")
_TITLED = re.compile(r"(\w+)\.?(?=\s+(\w[\w-]*))")
_FAR = 2  # paragraphs between a pronoun and its name
_LONGEST = 4  # words of a name
_COMPOUND = 5  # letters of a title at the end of a longer word


class Speakers:
    """The full name of each speaker of a text, in reading order."""

    def __init__(self, texts: Sequence[str], code: str) -> None:
        self._texts = texts
        self._rules = rules(code)
        lists = self._rules.words
        titles = language(code).titles | lists["titles"].keys() | lists["determiners"].keys()
        self._titles = titles
        self._compounds = tuple(title for title in titles if len(title) >= _COMPOUND)
        self._last: tuple[int, int, str] | None = None  # paragraph, end and name of a speaker
        self._genders: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}  # last word -> names of several words
        titled = {pair for text in texts for pair in _TITLED.findall(text.casefold())}
        men, women = (
            {name for title, name in titled if title in self._rules.words[kind]}
            for kind in ("male", "female")
        )
        self._couples = men & women  # "Mr. Ray", "Mrs. Ray"
        for run in (run for text in texts for run in self._runs(text)):
            name = self._name(run)
            if 2 <= len(name) <= _LONGEST:
                self._names.setdefault(name[-1].casefold(), set()).add(" ".join(name))
                if self._is_of_a_woman(run[: len(run) - len(name)]):
                    self._genders[" ".join(name)] = "female"

    def _runs(self, text: str) -> Iterator[list[str]]:
        """The runs of words with a capital letter, with only spaces between them."""
        abbreviations = self._rules.words["abbreviations"]
        run: list[str] = []
        end = 0
        for match in _WORD.finditer(text):
            word = match[0]
            if run and (text[end : match.start()].strip() or not word[0].isupper()):
                yield _without_genitive(run)
                run = []
            if word[0].isupper():
                run.append(word.rstrip(".") if len(word) > 2 else word)
            end = match.end()
            low = word.casefold().strip(".")
            ends = word.endswith(".") and len(low) > 1 and low not in abbreviations
            plural = word.endswith(("s’", "s'")) and low != "s"  # "the Traders’ Association"
            if run and (ends or (_POSSESSIVE.search(word) and not plural)):
                yield _without_genitive(run)
                run = []
        yield _without_genitive(run)

    def _name(self, words: Sequence[str]) -> list[str]:
        """The words after the last title: "French President Ray Baker"."""
        low = [word.casefold().strip(".") for word in words]
        titles = [
            place
            for place, word in enumerate(low[:-1], 1)
            if word in self._titles or word.endswith(self._compounds)
        ]
        name = list(words[titles[-1] if titles else 0 :])
        return [] if len(name) == 1 and low[-1] in self._titles else name

    def _is_of_a_woman(self, titles: Sequence[str]) -> bool:
        """Whether a title is that of a woman: "Frau", "Präsidentin"."""
        endings, words = (tuple(self._rules.words[key]) for key in ("feminine", "female"))
        return any(word.casefold().strip(".") in words or word.endswith(endings) for word in titles)

    def name_of(self, statement: Statement) -> str | None:
        """The full name of a statement's speaker; None if it is open.

        It is empty where a name may be the speaker's or another's: "a spokesman for the firm, Hill
        Homes, said".
        """
        if statement.speaker is None:
            return None
        start, end = statement.speaker
        words = self._texts[statement.paragraph - 1][start:end]
        if kind := self._rules.pronouns.get(words.casefold()):
            return self._of_pronoun(kind, statement.paragraph, start)
        text = self._texts[statement.paragraph - 1]
        first = words.split()[0]
        described = first.casefold() in self._rules.words["determiners"] or first.endswith(
            ("’s", "'s")
        )
        apposed = _APPOSED.match(text, end) if described else None
        firm = words.split()[-1].casefold() in self._rules.words["firms"]
        if apposed and firm and self.is_described(words):
            return ""
        name = self._own(apposed[1] if apposed else words)
        if name and (" " in name or not self._rules.nouns_are_capital):
            self._last = (statement.paragraph, end, name)
        return name

    def is_described(self, speaker: str | None) -> bool:
        """Whether a speaker's words do not name anybody: "an official"."""
        first = speaker.split()[0].casefold() if speaker else ""
        return first in self._rules.words["indefinite"]

    def _of_pronoun(self, kind: str, paragraph: int, start: int) -> str | None:
        if kind not in {"male", "female"} or self._last is None:
            return None
        where, end, name = self._last
        far = paragraph - where > _FAR or self._subjects(where, end, paragraph, start) - {name}
        if far or self._genders.setdefault(name, kind) != kind:
            return None
        self._last = (paragraph, start, name)
        return name

    def _subjects(self, where: int, end: int, paragraph: int, start: int) -> set[str]:
        """The names that begin a sentence between two places, outside quotation marks."""
        between = list(self._texts[where - 1 : paragraph])
        between[-1] = between[-1][:start]
        between[0] = between[0][end:]
        plain = " . ".join(_QUOTED.sub("", text) for text in between)
        runs = (next(self._runs(one), []) for one in _SENTENCE.split(plain)[1:])
        return {name for run in runs if (name := self._full(" ".join(run))) and " " in name}

    def _own(self, words: str) -> str | None:
        """The name that a speaker's words give this speaker: none for "a spokesman for Clinton"."""
        all_words = words.split()
        other = self._rules.words["prepositions"].keys() | self._rules.words["determiners"].keys()
        places = range(1, len(all_words))
        cut = next((at for at in places if all_words[at].casefold() in other), len(all_words))
        if not all_words[cut - 1][:1].isupper():
            return None
        if all_words[0].casefold() in self._rules.words["genitives"] and len(all_words) > 1:
            named = self._full(words)  # "des Vereins Auental", "des Bürgermeisters Max Berg"
            return None if named and named.startswith(all_words[1]) else named
        if len(all_words) == 2 and all_words[1].casefold() in self._couples:
            return words
        name = self._full(" ".join(all_words[:cut]))
        article = all_words[0].casefold() in other
        if name is None or cut == len(all_words) or (" " in name and not article):
            return name
        # "the Bank of England"
        return None if self._rules.nouns_are_capital else " ".join(all_words[article:])

    def _full(self, words: str) -> str | None:
        runs = [run for run in map(self._name, self._runs(words)) if run]
        if not runs:
            return None
        longer = self._names.get(runs[-1][-1].casefold(), set())
        only = len(runs[-1]) == 1 and len(longer) == 1
        return next(iter(longer)) if only else " ".join(runs[-1])


def _without_genitive(run: Sequence[str]) -> list[str]:
    return [*run[:-1], *(_POSSESSIVE.sub("", word) for word in run[-1:])]


def actors_by_name(actors: Mapping[str, Actor]) -> Mapping[str, frozenset[str]]:
    """Each name of an actor without an article, and the ids of the actors with this name."""
    found: dict[str, set[str]] = {}
    for key, actor in actors.items():
        names = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
        for name in filter(None, names):
            found.setdefault(_plain(name), set()).add(key)
    return {name: frozenset(ids) for name, ids in found.items()}


def known_actor(names: Iterable[str | None], known: Mapping[str, frozenset[str]]) -> str | None:
    """The id of the one actor with one of these names."""
    for name in names:
        ids = known.get(_plain(name), frozenset()) if name else frozenset()
        if len(ids) == 1:
            return next(iter(ids))
    return None


def mentioned(text: str, known: Mapping[str, frozenset[str]]) -> list[str]:
    """The ids of the actors that a text names, in order of their names in it."""
    words = (_POSSESSIVE.sub("", match[0].rstrip(".")) for match in _WORD.finditer(text))
    plain = f" {' '.join(words)} "
    places = {
        next(iter(ids)): plain.index(f" {name} ")
        for name, ids in known.items()
        if len(ids) == 1 and f" {name} " in plain
    }
    return sorted(places, key=places.__getitem__)


def _plain(name: str) -> str:
    words = name.split()
    return " ".join(words[1:] if words[:1] in (["the"], ["The"]) else words)
