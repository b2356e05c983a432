"""Paragraphs -> what is said in them and by whom: inside marks, unclear, under labels, by name.

What stands inside quotation marks in every likely reading is certain, but for attributions and
labels inserted there, which end the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factsheets.quotes.languages import Language, language
from factsheets.quotes.marks import MARK, marks
from factsheets.quotes.readings import Inside, Line, Range, inside

_CAPITALS = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_NAME_WORD = rf"(?:[{_CAPITALS}]\.|[{_CAPITALS}][\w'’-]*)"
_NAME = (
    rf"(?!(?:I|We|You|He|She|They|It|My|Our)\s){_NAME_WORD}(?:(?:\s+|(?<=\.)){_NAME_WORD}){{0,4}}"
)
_LABEL = re.compile(rf"\s*(?P<name>{_NAME})\s?[:：](?=\s)")
_LABEL_INSIDE = re.compile(
    rf"(?:(?<=[.!?…]\s)|\A\s*)"
    rf"(?P<name>Q|A|[{_CAPITALS}]{{2,}}(?:[ .]+[{_CAPITALS}]{{2,}})*)\s?:(?=\s)"
)
_DASH = re.compile(r"\s*[—–―]\s*(?=\S)")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s*$")
_STOPPED = (".", "。", "…")
_MOST_MARKS = 400
_TRANSCRIPT = 3  # paragraphs with a label
_MOST_CARRIED = 3
_LEADING = 2  # characters before a quotation that begins a paragraph
_ARTICLES = (
    r"(?:[Tt]he|[Aa]n?|[Dd]ie|[Dd]er|[Dd]as|[Ee]ine?|[Ll][eao]s?|[Ll]os|[Uu]n[ea]?|[Ee]l|[Ii]l)"
)
_DASHES = ("—", "–", "―", "-")
_GOES_ON = {",", "،", "，", *_DASHES}
_NESTED_MARK = re.compile(r"(?:^|[\s“\"«(])[‘'’]\w")
_BREAK = r"(?:[—–―]|(?<=\s)-(?=\s))"  # a dash, or a hyphen that stands for one
_BEFORE = rf"(?:[,?!،，][’'”\"»]?\s*{_BREAK}?\s*|\s{_BREAK}+\s*)"
_END = rf"(?:(?P<end>[,.:;!?،，](?!\s*[“\"'‘«„])|{_BREAK})\s*{_BREAK}?|$)"
_STOPS = ",.!?:;—–―“”\"«»„‘'،，"
_REST = rf"[^{_STOPS}]{{0,100}}?"

Label = tuple[Range, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """What one paragraph has somebody say, as stretches of characters.

    `labels` and `named` each bear a name as it is printed; None under a label that is no name.
    """

    certain: tuple[Range, ...] = ()
    unclear: tuple[Range, ...] = ()
    labels: tuple[Label, ...] = ()
    named: tuple[tuple[Range, str], ...] = ()


def said_in(paragraphs: Sequence[str], code: str) -> list[Said]:
    """What is said in each cleaned paragraph of a text in a language."""
    table = language(code)
    lines = list(_lines(paragraphs, table))
    transcript = sum(_LABEL.match(text) is not None for text in paragraphs) >= _TRANSCRIPT
    found: list[Said] = []
    before = ""
    for text, one in zip(paragraphs, inside(lines), strict=True):
        said = _said(text, one, before, table)
        if _is_beyond(text):
            said = Said(unclear=((0, len(text)),))
        if transcript and (match := _LABEL.match(text)):
            said = replace(said, labels=(((match.end(), len(text)), match["name"]),))
        elif transcript and said == Said() and any(each.labels for each in found):
            # The last speaker may go on, or somebody tells what happens.
            said = Said(unclear=((0, len(text)),))
        found.append(said)
        before = text
    return found


def _lines(paragraphs: Sequence[str], table: Language) -> Iterator[Line]:
    carried, before = 0, ""
    for text in paragraphs:
        every = [] if _is_beyond(text) else marks(text, table)
        leading, at = 0, len(text) - len(text.lstrip())
        for mark in every:
            if mark.start != at or "open" not in mark.roles:
                break
            leading, at = leading + 1, mark.end
        # A quotation may go on in a few paragraphs without an opening mark.
        plain = not every and _ENDS_SENTENCE.search(text) and not _attribution(table).search(text)
        last = (
            not leading and bool(every) and not _attribution(table).search(text[: every[0].start])
        )
        carries = carried < _MOST_CARRIED and bool(plain or last)
        carried = carried + 1 if plain else 0
        goes_on = bool(before) and not _ENDS_SENTENCE.search(before) and text.lstrip()[:1].islower()
        yield Line(len(text), every, leading, carries, goes_on)
        before = text


def _is_beyond(text: str) -> bool:
    """Whether a paragraph has more marks than anybody reads in all ways: it is unclear."""
    return len(MARK.findall(text)) > _MOST_MARKS


def _said(text: str, one: Inside, before: str, table: Language) -> Said:
    certain: list[Range] = []
    unclear = list(one.unclear)
    labels = [] if one.certain or unclear else list(_labels(text, before, table))
    for start, end in one.certain:
        under = list(_by_labels(text[start:end], start))
        labels += under
        behind = under[0][0][0] if under else end
        parts, doubtful = _without_attributions(text, start, behind, table)
        certain += parts
        unclear += doubtful
    named = ((each, _name_beside(text, *each, table)) for each in certain)
    return Said(
        tuple(certain),
        tuple(sorted(unclear)),
        tuple(labels),
        tuple((each, name) for each, name in named if name),
    )


def _without_attributions(
    text: str, start: int, end: int, table: Language
) -> tuple[list[Range], list[Range]]:
    """What stays of a quotation without inserted attributions, and what becomes unclear.

    Where the language does not insert them, or where one ends its sentence, a closing mark may be
    missing: all behind it is unclear.
    """
    kept: list[Range] = []
    at = start
    if end == len(text) and (match := _loose_attribution(table).search(text, start)):
        # No mark closes it in this paragraph: it may go on in the next, or a mark is missing.
        return [(start, match.start())], [(match.start(), end)]
    for match in _attribution(table).finditer(text, start, end):
        if match.start() == start or _closes_nested(text[start : match.end()], match):
            continue
        kept.append((at, match.start()))
        goes_on = match["end"] in _GOES_ON or match[0].rstrip().endswith(_DASHES)
        if not table.inserts or not goes_on:
            behind = match.end() if table.inserts else match.start()
            return kept, [(behind, end)] if behind < end else []
        at = match.end()
    kept.append((at, end))
    return [each for each in kept if each[0] < each[1]], []


def _closes_nested(part: str, match: re.Match[str]) -> bool:
    """Whether an attribution belongs to a quotation that the speaker makes, in single marks."""
    return match[0][1:2] in {"’", "'"} and bool(_NESTED_MARK.search(part[: -len(match[0])]))


def _by_labels(part: str, start: int) -> Iterator[Label]:
    """Questions and answers inside one pair of marks; `start` is where this part stands."""
    found = [*_LABEL_INSIDE.finditer(part)]
    if not found and start <= _LEADING and (match := _LABEL.match(part)) and " " in match["name"]:
        found = [match]
    ends = [match.start() for match in found[1:]] + [len(part)]
    for match, end in zip(found, ends, strict=False):
        yield (start + match.start(), start + end), match["name"]


def _labels(text: str, before: str, table: Language) -> Iterator[Label]:
    """What a paragraph without marks has somebody say: behind a label, a dash, or "wrote:"."""
    if match := _LABEL.match(text):
        yield (match.end(), len(text)), match["name"]
    elif announced := _announcement(table).search(before):
        yield (0, len(text)), announced["name"]
    elif table.dialogue and (dash := _DASH.match(text)):
        yield from _dialogue(text, dash.end(), table)


def _dialogue(text: str, start: int, table: Language) -> Iterator[Label]:
    """The words of a line of dialogue that says who speaks."""
    found = [*_attribution(table).finditer(text, start)]
    name = next((name for match in found if (name := _named(match, table))), None)
    at = start
    for number, match in enumerate(found):
        yield (at, match.start()), name
        at = match.end()
        closing = number + 1 == len(found)
        if closing and not match[0].rstrip().endswith(_DASHES):
            return
    if found and at < len(text):
        yield (at, len(text)), name


def _name_beside(text: str, start: int, end: int, table: Language) -> str | None:
    """The name of whom the sentence around a quotation names as its speaker."""
    at = _over_marks(text, end)
    # Behind a full stop a new sentence begins: ‘"We go." Ray said that he stays.’
    ended = text[start:end].rstrip()[-1:] in _STOPPED and text[at : at + 1] != ","
    behind = None if ended else _speaker_behind(table).match(text, at)
    if behind and (name := _named(behind, table)):
        return name
    first = MARK.match(text, start - 1) if start else None
    ahead = text[: first.start() if first else start].rstrip()
    label = _LABEL.match(f"{ahead} ")
    if label and label.end() == len(ahead):
        return label["name"]
    said = _speaker_ahead(table).search(ahead)
    return _named(said, table) if said else None


def _over_marks(text: str, at: int) -> int:
    while match := MARK.match(text, at):
        at = match.end()
    return at


def _named(match: re.Match[str], table: Language) -> str | None:
    """The name in a match, None where it is but a title: "Мэр сказал"."""
    name = match["name"] or match["name2"]
    words = [word.strip(".") for word in name.casefold().split()] if name else []
    return name if set(words) - table.titles else None


def _who(table: Language, *, inserted: bool = False, before: bool = False) -> str:
    """A verb of saying with its subject before or behind it.

    An `inserted` one may have other words before the name ("spokesman Ray said"), and no subject
    where the language inserts them. With `before` the subject stands there alone.
    """
    helper = r"(?:(?:l['’])?(?:a|ont|avait|ha|han|hanno|había|hat|haben)(?:-t-ils?|-t-elles?)?\s+)?"
    verb = rf"{helper}{table.said}(?:-t-ils?|-t-elles?|-ils?|-elles?)?(?!\w)"
    titles = "|".join(map(re.escape, sorted(table.titles, key=len)[::-1])) or "(?!)"
    word = rf"|[^\W\d_{_CAPITALS}][\w-]*\s+" if inserted else ""
    of = rf"(?:(?i:{titles})\.?\s+{word}){{0,4}}"
    pronouns = rf"(?i:{table.pronouns})(?!\w)"
    subject = rf"(?:{pronouns}|{_ARTICLES}\s+\w+(?:\s\w+)?|{of}(?P<name>{_NAME}))"
    behind = rf"\s+(?:{pronouns}|{_ARTICLES}\s+\w+|{of}(?P<name2>{_NAME}))"
    alone = "?" if inserted and table.inserts else ""
    if before:
        return rf"(?:{subject}(?:\s*\([^()]{{0,80}}\))?\s+{verb}(?P<name2>(?!))?)"
    return rf"(?:{subject}(?:\s*\([^()]{{0,80}}\))?\s+{verb}|{verb}(?:{behind}){alone})"


@cache
def _attribution(table: Language) -> re.Pattern[str]:
    """An attribution between commas or dashes: ", said Ray,", "— сказал мэр, —".

    Where the language does not insert them, only short ones are taken for one: speakers tell what
    others said, too.
    """
    # Behind a mark that closes inside a quotation, the outer mark was most likely typed twice.
    closed = r"[,.?!][”\"»]\s*"
    rest = _REST if table.inserts else rf"(?:\s[^{_STOPS}\s]+){{0,3}}?"
    return re.compile(
        rf"(?:{_BEFORE}{_who(table, inserted=True)}{rest}{_END}"
        rf"|{closed}{_who(table, inserted=True).replace('?P<name', '?P<outer')})"
    )


@cache
def _loose_attribution(table: Language) -> re.Pattern[str]:
    """An attribution behind a comma, whatever follows it; words may stand behind the name."""
    who = _who(table, inserted=True)
    apart = rf"{_NAME}(?:\s*\([^()]{{0,80}}\))?(?:,[^,.]{{1,60}},)?\s+{table.said}(?!\w)"
    return re.compile(rf"{_BEFORE}(?:{who}|{apart})")


@cache
def _speaker_behind(table: Language) -> re.Pattern[str]:
    return re.compile(rf"\s*[,.]?\s*[—–―]?\s*{_who(table)}")


@cache
def _speaker_ahead(table: Language) -> re.Pattern[str]:
    # Not "told Ray": who stands behind the verb there is spoken to, or spoken of.
    return re.compile(rf"(?:^|(?<=\s)){_who(table, before=True)}\s*[:,，、]?\s*$")


@cache
def _announcement(table: Language) -> re.Pattern[str]:
    """A paragraph that ends with "Ray wrote:"."""
    return re.compile(rf"(?:(?P<name>{_NAME})|\w+)\s+{table.wrote}(?!\w)[^.!?]{{0,60}}[:：]\s*$")


def folded(name: str) -> str:
    """A name as it is compared: its last word, in small letters."""
    words = [word.strip(".,'’") for word in name.casefold().split()]
    kept = [word for word in words if word and word not in _SUFFIXES]
    return (kept or words)[-1]


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
