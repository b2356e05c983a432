"""Find whose words a text has where words need no quotation marks.

In transcripts, statements, posts and reports a label, a repost or an announcement says whose words
follow; words before any such sign are the publisher's own. Turns are found in every text, so that a
change of `kind` needs no new capture. In doubt, words are nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factsheets.datafiles import load_toml
from factsheets.quotes.languages import Language, language
from factsheets.quotes.marks import MARK
from factsheets.quotes.readings import Range
from factsheets.quotes.speech import (
    ARTICLES,
    DIALOGUE_DASH,
    attribution_words,
    dialogue,
    name_in,
)

Name = tuple[str, ...]
"""The words of a name in lower case, without titles; empty where a sign names nobody."""
Turn = tuple[Range, Name]

_MOST_WORDS = 7  # of a label
_MOST_CASELESS_WORDS = 6
_MOST_UNSPACED = 20  # characters
_SHORTEST_WORD = 3  # of a name, to be recognized in a sentence
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?"
_NAME = r"(?P<label>[^\W\d_][^:：!?…。！？()（）\[\]\"“”«»„]{0,69}?)"
_IN_BRACKETS = r"(?:\s*[(\[（][^()\[\]（）]{0,80}[)\]）])?"
_COLON = r"(?:：|:(?=[*_]*(?:\s|$|[^\W\d_a-zа-яё])))"
_LABEL = rf"[*_]*{_NAME}{_IN_BRACKETS}[*_]*\s?{_COLON}[*_]*"
_AT_START = re.compile(rf"\s*(?:{_TIME}\s*[-–—]?\s*)?{_LABEL}")
_INSIDE = re.compile(rf"(?:(?<=[.!?…؟])\s+|(?<=[.!?…؟][\"”»)\]])\s+|(?<=[。！？」』])\s*){_LABEL}")
_WITH_TIME = re.compile(rf"\s*{_NAME}\s+{_TIME}\s*$")
_LETTER = re.compile(r"\s*(?P<label>[^\W\d_])(?:\.(?=\s)|\s{2,}|(?<=Q)\s)")
_LINE = re.compile(rf"\s*{_NAME}{_IN_BRACKETS}{_IN_BRACKETS}\s*$")
_HANDLE = re.compile(r"(?<!\w)RT\s+@(\w+)\s?:?|(?:(?<=[.!?…]\s)|\A\s*)@(\w[\w.]*)\s?[:：](?=\s|$)")
_INNER_ACCOUNT = re.compile(r"(?<=\s)@\w[\w.]*(?:\s*[·•]\s*\S+)?(?=\s+[^\W\d_])(?!\s+[a-zа-яё])")
_ACCOUNT = re.compile(r"\s*(?P<name>[^.!?@]{0,60}?)\s?\(?@\w[\w.@]*\)?(?:\s*[·•|—–-].{0,40})?\s*$")
_BRACKETS = re.compile(r"[\[(（【][^\])）】]{0,300}[\])）】]|(?<!\*)\*[^*\s][^*]{0,40}\*(?!\*)")
_EDITS = re.compile(r"\[[^\]]{0,300}\]|\((?:…|\.\.\.)\)")
_SENTENCE = re.compile(r"[^.!?…。！？؟]+[.!?…。！？؟]*")
_SENTENCE_END = re.compile(r"[.!…。！۔।][\"'”’»)\]」』]*\s*$")
_SHORT_START = re.compile(r"[^\s:：]+(?:\s[^\s:：]+){0,2}(?:\s?[:：](?=\s|$)|\s[-–—|]\s)")
_A_NOUN = re.compile(rf"\s*{ARTICLES}\s+[^\W\d]+(?:\s[^\W\d]+)?\s?:(?=\s|$)")
_BEGINS_WITH_NOUN = re.compile(rf"\s*{ARTICLES}\s+(?P<noun>[^\W\d]+)")
_BETWEEN_NAMES = re.compile(r"[\s·・‧]+|(?<=\b[^\W\d_]\.)(?=[^\W\d_])")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_GOES_ON = ":;,،、，…-–—"
_TRIMMED = ".,'’\"-–*_"


@dataclass(frozen=True, slots=True)
class Turns:
    """Whose words a paragraph has, as ranges of characters.

    `labelled` are words under a sign in the same paragraph, or in the one above if nothing follows
    it there; `carried` are words further below. `own` are words before any sign, of which
    `reported` are those that the sentence attributes to somebody.
    """

    labelled: tuple[Turn, ...] = ()
    carried: tuple[Turn, ...] = ()
    own: tuple[Range, ...] = ()
    reported: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign, the place where its words begin, and whether they go on in the next paragraphs."""

    at: int
    start: int
    name: Name
    lasting: bool = True


def turns_in(texts: Sequence[str], code: str) -> list[Turns]:
    """Whose words each cleaned paragraph of a text in a language has."""
    signs = _Signs(texts, language(code))
    found: list[Turns] = []
    speaker: Name | None = None  # whose words go on; None: the publisher's own
    alone = False  # the last sign is all of the paragraph above
    for number, text in enumerate(texts):
        begins = speaker is None and not any(each.own for each in found)
        here = signs.of(number, speaker, begins=begins)
        if number and not alone and signs.announces(texts[number - 1]):
            # What a speaker announces may be somebody else's, also below the speaker's own label.
            if here and here[0].at == 0 and here[0].name == speaker:
                here[0] = replace(here[0], name=())
            elif speaker is not None:
                speaker = ()
        ends = [sign.at for sign in here] + [len(text)]
        labelled: list[Turn] = []
        for sign, end in zip(here, ends[1:], strict=True):
            spoken = _outside(_BRACKETS, text, (sign.start, end))
            labelled += [(each, sign.name) for each in spoken]
        carried: list[Turn] = []
        own: list[Range] = []
        if not here and (lines := [*signs.dialogue(text)]):
            labelled = lines
        elif speaker is not None:
            if not alone and signs.ends_speech(text[: ends[0]]):
                speaker = ()
            name = speaker if alone or not signs.is_report(text, speaker) else ()
            whole = [(each, name) for each in _outside(_BRACKETS, text, (0, ends[0]))]
            labelled, carried = (whole + labelled, []) if alone else (labelled, whole)
        elif not (begins and signs.is_account(text)):
            own = _outside(_EDITS, text, (0, ends[0]))
        reported = signs.reported(text, ends[0]) if own else ()
        speaker = next((sign.name for sign in here[::-1] if sign.lasting), speaker)
        alone = bool(here) and here[-1].lasting and not text[here[-1].start :].strip()
        found.append(Turns(tuple(labelled), tuple(carried), tuple(own), tuple(reported)))
    return found


def name_words(name: str, titles: frozenset[str] = frozenset()) -> Name:
    """The words of a name in lower case, without titles; an initial ends with a full stop."""
    words = [word.strip(_TRIMMED) for word in _BETWEEN_NAMES.split(name.casefold())]
    kept = [_without_title(word) for word in words if word and word not in titles]
    return tuple(f"{word}." if len(word) == 1 and word.isalpha() else word for word in kept if word)


def _without_title(word: str) -> str:
    """A word of a script without spaces, without the title at one of its ends."""
    if _UNSPACED.search(word):
        for title in _list("attached_titles"):
            word = word.removesuffix(title)
        for title in _list("attached_titles"):
            word = word.removeprefix(title)
    return word


def _unspaced(words: Iterable[str]) -> Iterator[str]:
    """How a report may begin names in scripts without spaces: `山田`, `山市长`."""
    for word in words:
        if len(word) > 1 and _UNSPACED.search(word):
            yield word[:2]
            yield from (word[0] + title for title in _list("attached_titles"))


class _Signs:
    """The signs of a text in a language."""

    def __init__(self, texts: Sequence[str], table: Language) -> None:
        self._texts = texts
        self._table = table
        starts = {each["label"].casefold() for each in map(_LETTER.match, texts) if each}
        self._letters = len(starts & set(_list("unnamed"))) > 1
        labels = (_AT_START.match(text) for text in texts)
        self._names = {name for each in labels if each and (name := self._name(each["label"]))}
        lines = Counter(map(str.strip, texts))
        self._repeated = {line for line, count in lines.items() if count > 1}

    def of(self, number: int, speaker: Name | None, *, begins: bool) -> list[_Sign]:
        """The signs in a paragraph, in order.

        `speaker` has the words above it, None for the publisher; `begins` if there are none.
        """
        text = self._texts[number]
        if text.lstrip().startswith(">"):
            return [_Sign(0, 0, (), lasting=False)]
        repost = text.strip().casefold().startswith(_list("reposts"))
        if repost or (not begins and self.is_account(text)):
            return [_Sign(0, 0, ())]
        handles = ((each.span(), each[1] or each[2]) for each in _HANDLE.finditer(text))
        found = [_Sign(*at, (f"@{handle}".casefold(),)) for at, handle in handles]
        found += self._labels(text, speaker)
        found += (
            _Sign(*each.span(), ())
            for each in _INNER_ACCOUNT.finditer(text)
            if not (begins and self.is_account(text[: each.end()]))
        )
        found.sort(key=lambda sign: sign.at)
        below = "".join(self._texts[number + 1 : number + 2]).strip()
        if speaker is None and not found and not MARK.match(below):
            return [_Sign(len(text), len(text), ())] if self.announces(text) else []
        return found

    def announces(self, text: str) -> bool:
        """Whether a text ends as "the mayor said on Monday:"."""
        ends = (each.end() for each in _announcement(self._table).finditer(text))
        return any(not text[end:].strip() for end in ends)

    def is_account(self, text: str) -> bool:
        """Whether a line has the name and address of an account, as above a post."""
        match = _ACCOUNT.match(text)
        return bool(match and (not match["name"] or self._name(match["name"]) is not None))

    def dialogue(self, text: str) -> Iterator[Turn]:
        """The turns of a line of dialogue, which begins with a dash; none for an item of a list."""
        dash = DIALOGUE_DASH.match(text) if self._table.dialogue else None
        if not dash or text[dash.end()].islower() or text.rstrip()[-1:] in ",;":
            return
        lines = [*dialogue(text, dash.end(), self._table)]
        for each, name in lines or [((dash.end(), len(text)), None)]:
            words = name_words(name or "", self._table.titles)
            yield from ((part, words) for part in _outside(_BRACKETS, text, each))

    def ends_speech(self, text: str) -> bool:
        """Whether somebody else may speak from an unlabelled paragraph on.

        It may be a heading, a question, begin with a name in another form, or tell what happens.
        """
        plain = _BRACKETS.sub("", text).strip()
        noun = _BEGINS_WITH_NOUN.match(plain)
        persons = self._table.titles.union(_list("gatherings"))
        return any(map(str.isalpha, plain)) and (
            not (_SENTENCE_END.search(plain) or plain[-1] in _GOES_ON)
            or _SHORT_START.match(plain) is not None
            or attribution_words(self._table).match(plain) is not None
            or bool(noun and noun["noun"].casefold() in persons)
        )

    def is_report(self, text: str, speaker: Name) -> bool:
        """Whether an unlabelled paragraph may be about the speech or a speaker."""
        words = [word.strip(_TRIMMED + "?!:;()«»„“”") for word in text.casefold().split()]
        named = {word for word in speaker if len(word) >= _SHORTEST_WORD}
        others = {word for name in self._names for word in name}
        return (
            not (named | set(_list("reports"))).isdisjoint(words)
            or not others.isdisjoint(words[:3])
            or any(word in text for word in (*_list("reports_unspaced"), *_unspaced(speaker)))
            or any(word in text[:_MOST_UNSPACED] for word in _unspaced(others))
        )

    def reported(self, text: str, end: int) -> Iterator[Turn]:
        """What sentences attribute to somebody ("Ray said that …"), and all after "wrote:"."""
        announced = (_announcement(self._table).search(text, 0, end), _A_NOUN.match(text, 0, end))
        starts = [m.end() for m in announced if m and not MARK.match(text[m.end() :].strip())]
        start = min([*starts, end])
        for sentence in _SENTENCE.finditer(text, 0, start):
            match = attribution_words(self._table).search(text, *sentence.span())
            name = name_words((match and name_in(match, self._table)) or "", self._table.titles)
            if verb := _verb(self._table, bool(match)).search(text, *sentence.span()):
                before = (match or verb).start()
                parts = (
                    (sentence.start(), min(before, verb.start())),
                    (verb.end(), sentence.end()),
                )
                yield from ((each, name) for each in parts if each[0] < each[1])
            elif match := _according().search(text, *sentence.span()):
                parts = ((sentence.start(), match.start()), (match.end(), sentence.end()))
                yield from ((each, ()) for each in parts if each[0] < each[1])
        if start < end:
            yield (start, end), ()

    def _start(self, text: str) -> re.Match[str] | None:
        """What may be a label at the start of a paragraph."""
        letter = _LETTER.match(text)
        is_label = letter and letter["label"].casefold() in _list("unnamed")
        asks = letter if is_label and (self._letters or text.lstrip()[0] == "Q") else None
        return _AT_START.match(text) or _WITH_TIME.match(text) or asks

    def _labels(self, text: str, speaker: Name | None) -> Iterator[_Sign]:
        start = self._start(text)
        line = None if start or _SENTENCE_END.search(text) else _LINE.match(text)
        sign = start or line
        name = self._name(sign["label"]) if sign else None
        lasting = speaker is not None
        if start and name is not None:
            yield _Sign(0, start.end(), name)
        elif start and _may_name(start["label"]):
            yield _Sign(0, start.end(), (), lasting)
        elif line and name is not None:
            known = line["label"] in self._repeated
            if known or speaker is not None or line["label"].casefold() in _list("unnamed"):
                yield _Sign(0, len(text), name if known else ())
        elif (noun := _A_NOUN.match(text)) and not text[noun.end() :].strip():
            yield _Sign(0, noun.end(), ())
        for match in _INSIDE.finditer(text):
            if start and match.start() < start.end():
                continue  # after an initial
            name = self._name(match["label"])
            cased = match["label"].casefold() != match["label"]
            if name is not None and (cased or name in {*self._names, ()}):
                yield _Sign(match.start(), match.end(), name)
            elif name is None and _may_name(match["label"]):
                yield _Sign(match.start(), match.end(), (), lasting)

    def _name(self, label: str) -> Name | None:
        """The name that a label gives, empty if it names nobody; None if it is no label."""
        label = re.split("[,،，;]", label)[0]
        words = [word.strip(_TRIMMED) for word in _BETWEEN_NAMES.split(label)]
        words = [word for word in words if word]
        folded = {word.casefold() for word in words}
        initial = len(words) > 1 and label[1:2] == "."
        if words and words[0].casefold() in _list("unnamed") and not initial:
            return ()
        heading = folded & set(_list("headings")) or re.search(r"\d", label)
        if not words or heading or len(words) > _MOST_WORDS:
            return None
        if label.upper() == label.lower():
            return self._caseless_name(label, words)
        small = [word for word in words if word[0].islower()]
        if words[-1] in small or not set(small) <= set(_list("particles")):
            return None
        return name_words(label, self._table.titles)

    def _caseless_name(self, label: str, words: Sequence[str]) -> Name | None:
        """Same as `_name`, in a script without capitals."""
        if _UNSPACED.search(label):
            if label.endswith(_list("announces")):
                return ()
            return name_words(label) if len(label.strip()) <= _MOST_UNSPACED else None
        says = re.compile(f"{self._table.said}|{self._table.wrote}")
        if any(says.fullmatch(word) for word in words):
            return ()
        few = len(words) <= _MOST_CASELESS_WORDS
        return name_words(label, self._table.titles) if few else None


def _may_name(label: str) -> bool:
    """Whether words before a colon may name somebody: "foreign minister Ada Ray of Exampleland"."""
    words = label.split()
    return words[-1][0].isupper() and sum(word[0].isupper() for word in words) > 1


def _outside(pattern: re.Pattern[str], text: str, whole: Range) -> list[Range]:
    """The parts of a stretch of a text that do not match a pattern."""
    found, (at, end) = [], whole
    for match in pattern.finditer(text, at, end):
        found.append((at, match.start()))
        at = match.end()
    return [each for each in (*found, (at, end)) if each[0] < each[1]]


def is_unnamed(word: str) -> bool:
    """Whether a word in a label names nobody: `a`, `frage`."""
    return word in _list("unnamed")


@cache
def _list(key: str) -> tuple[str, ...]:
    """A list of `turns.toml`."""
    found = load_toml(__package__, "turns.toml")[key]
    return tuple(found.split()) if isinstance(found, str) else tuple(found)


@cache
def _according() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _list("according"))), re.IGNORECASE)


@cache
def _announcement(table: Language) -> re.Pattern[str]:
    """The end of "the mayor said on Monday:", in scripts without spaces of "市长说："."""
    unspaced = "|".join(_list("announces"))
    said = rf"(?<!\w)(?:{table.said}|{table.wrote})(?!\w)[^.!?:：。]{{0,60}}"
    return re.compile(rf"(?:{said}|(?:{unspaced})[^.!?:：。]{{0,10}})\s?(?:：|:(?=\s|$))")


@cache
def _verb(table: Language, has_subject: bool) -> re.Pattern[str]:
    """A verb of saying; without a subject not "notes", which may be a noun."""
    noun = "" if has_subject else r"(?!\w+[^s]s(?!\w))"
    unspaced = "|".join(_list("announces"))
    return re.compile(rf"(?<!\w){noun}(?:{table.said})(?!\w)|(?:{unspaced})")
