"""Find what each paragraph has somebody say, and who says it.

Words inside quotation marks in every likely reading are certain, except attributions and labels
inserted there. Words under a speaker's label, after a dialogue dash, or announced by "Ray wrote:"
need no marks. Names are those printed next to a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factsheets.quotes.languages import Language, language
from factsheets.quotes.marks import MARK, marks
from factsheets.quotes.readings import Inside, Line, Range, inside

_MOST_MARKS = 400  # in a paragraph; with more it is unclear
TRANSCRIPT = 3  # paragraphs with a label
_MOST_CARRIED = 3
_LABEL_WITHIN = 2  # characters at the beginning of a paragraph

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
DIALOGUE_DASH = re.compile(r"\s*[—–―]\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s*$")
_FULL_STOPS = (".", "。", "…")
_DASHES = ("—", "–", "―", "-")
_COMMAS_AND_DASHES = {",", "،", "，", *_DASHES}
_NESTED_MARK = re.compile(r"(?:^|[\s“\"«(])[‘'’]\w")

# Parts of the patterns of attributions.
ARTICLES = (
    r"(?:[Tt]he|[Aa]n?|[Dd]ie|[Dd]er|[Dd]as|[Ee]ine?|[Ll][eao]s?|[Ll]os|[Uu]n[ea]?|[Ee]l|[Ii]l)"
)
_DASH = r"(?:[—–―]|(?<=\s)-(?=\s))"
_BEFORE = rf"(?:[,?!،，][’'”\"»]?\s*{_DASH}?\s*|\s{_DASH}+\s*)"
_END = rf"(?:(?P<end>[,.:;!?،，](?!\s*[“\"'‘«„])|{_DASH})\s*{_DASH}?|$)"
_PUNCTUATION = ",.!?:;—–―“”\"«»„‘'،，"
_PARENTHESES = r"(?:\s*\([^()]{0,80}\))?"

Named = tuple[Range, str]
Labelled = tuple[Range, str | None]


@dataclass(frozen=True, slots=True)
class Speech:
    """What one paragraph has somebody say, as ranges of characters.

    `labels` and `named` have names as printed; None under a label that is no name. `continues`: it
    is unclear only because it has no label and others have. `nested` are quotations that the
    speaker may quote from somebody else.
    """

    certain: tuple[Range, ...] = ()
    unclear: tuple[Range, ...] = ()
    labels: tuple[Labelled, ...] = ()
    named: tuple[Named, ...] = ()
    continues: bool = False
    nested: tuple[Range, ...] = ()


def speech_in(texts: Sequence[str], code: str) -> list[Speech]:
    """What is said in each cleaned paragraph of a text in a language."""
    table = language(code)
    transcript = sum(_LABEL.match(text) is not None for text in texts) >= TRANSCRIPT
    found: list[Speech] = []
    before = ""
    for text, ranges in zip(texts, inside(list(_lines(texts, table))), strict=True):
        speech = _speech(text, ranges, before, table)
        if _has_too_many_marks(text):
            speech = Speech(unclear=((0, len(text)),))
        if transcript and (match := _LABEL.match(text)):
            speech = replace(speech, labels=(((match.end(), len(text)), match["name"]),))
        elif transcript and speech == Speech() and any(each.labels for each in found):
            # The last speaker may continue, or the article reports what happens.
            speech = Speech(unclear=((0, len(text)),), continues=True)
        found.append(speech)
        before = text
    return found


def fold_name(name: str) -> str:
    """The form in which names are compared: the last word, in lower case."""
    words = [word.strip(".,'’") for word in name.casefold().split()]
    without_suffixes = [word for word in words if word and word not in {"jr", "sr", "ii", "iii"}]
    return (without_suffixes or words)[-1]


def _lines(texts: Sequence[str], table: Language) -> Iterator[Line]:
    """The paragraphs with their marks, for `inside`."""
    carried, before = 0, ""
    attribution = _attribution(table)
    for text in texts:
        found = [] if _has_too_many_marks(text) else marks(text, table)
        leading, at = 0, len(text) - len(text.lstrip())
        for mark in found:
            if mark.start != at or "open" not in mark.roles:
                break
            leading, at = leading + 1, mark.end
        # A quotation may continue in a few paragraphs without an opening mark.
        plain = not found and _SENTENCE_END.search(text) and not attribution.search(text)
        last = found and not leading and not attribution.search(text[: found[0].start])
        carries = carried < _MOST_CARRIED and bool(plain or last)
        carried = carried + 1 if plain else 0
        ended = not before or _SENTENCE_END.search(before)
        mid_sentence = not ended and text.lstrip()[:1].islower()
        yield Line(len(text), found, leading, carries, mid_sentence)
        before = text


def _has_too_many_marks(text: str) -> bool:
    return len(MARK.findall(text)) > _MOST_MARKS


def _speech(text: str, ranges: Inside, before: str, table: Language) -> Speech:
    certain: list[Range] = []
    unclear = list(ranges.unclear)
    labels: list[Labelled] = []
    if not ranges.certain and not unclear:
        labels += _labels(text, before, table)
    for start, end in ranges.certain:
        inner = list(_labels_inside(text[start:end], start))
        labels += inner
        parts, doubtful = _without_attributions(
            text, start, inner[0][0][0] if inner else end, table
        )
        certain += parts
        unclear += doubtful
    named = ((each, _name_beside(text, *each, table)) for each in certain)
    return Speech(
        tuple(certain),
        tuple(sorted(unclear)),
        tuple(labels),
        tuple((each, name) for each, name in named if name),
        nested=ranges.nested,
    )


def _labels(text: str, before: str, table: Language) -> Iterator[Labelled]:
    """What a paragraph without marks has somebody say: after a label, a dash, or "wrote:"."""
    if match := _LABEL.match(text):
        yield (match.end(), len(text)), match["name"]
    elif announced := _announcement(table).search(before):
        yield (0, len(text)), announced["name"]
    elif table.dialogue and (dash := DIALOGUE_DASH.match(text)):
        yield from dialogue(text, dash.end(), table)


def dialogue(text: str, start: int, table: Language) -> Iterator[Labelled]:
    """The words of a line of dialogue that says who speaks."""
    found = [*_attribution(table).finditer(text, start)]
    name = next((name for match in found if (name := name_in(match, table))), None)
    for match in found:
        yield (start, match.start()), name
        start = match.end()
    if found and start < len(text) and found[-1][0].rstrip().endswith(_DASHES):
        yield (start, len(text)), name


def _labels_inside(part: str, start: int) -> Iterator[Labelled]:
    """Questions and answers inside one pair of marks; `start` is the position of this part."""
    found = [*_LABEL_INSIDE.finditer(part)]
    if not found and start <= _LABEL_WITHIN and (match := _LABEL.match(part)):
        found = [match] if " " in match["name"] else []
    ends = [match.start() for match in found[1:]] + [len(part)]
    for match, end in zip(found, ends, strict=False):
        yield (start + match.start(), start + end), match["name"]


def _without_attributions(
    text: str, start: int, end: int, table: Language
) -> tuple[list[Range], list[Range]]:
    """The parts of a quotation that stay certain without attributions, and those now unclear.

    If the language inserts no attributions, or one ends its sentence, a closing mark may be
    missing: everything after it is unclear.
    """
    if end == len(text) and (match := _loose_attribution(table).search(text, start)):
        # No mark closes it in this paragraph: it may continue in the next, or a mark is missing.
        return [(start, match.start())], [(match.start(), end)]
    kept: list[Range] = []
    at = start
    for match in _attribution(table).finditer(text, start, end):
        if match.start() == start or _closes_nested(text[start : match.end()], match):
            continue
        kept.append((at, match.start()))
        inserted = match["end"] in _COMMAS_AND_DASHES or match[0].rstrip().endswith(_DASHES)
        if not table.inserts or not inserted:
            rest = match.end() if table.inserts else match.start()
            return kept, [(rest, end)] if rest < end else []
        at = match.end()
    kept.append((at, end))
    return [each for each in kept if each[0] < each[1]], []


def _closes_nested(part: str, match: re.Match[str]) -> bool:
    """Whether an attribution belongs to a quotation inside this one, in single marks."""
    return match[0][1:2] in {"’", "'"} and bool(_NESTED_MARK.search(part[: -len(match[0])]))


def _name_beside(text: str, start: int, end: int, table: Language) -> str | None:
    """The speaker's name in the sentence around a quotation."""
    after = end
    while mark := MARK.match(text, after):
        after = mark.end()
    # After a full stop a new sentence begins: ‘"We go." Ray said that he stays.’
    ended = text[start:end].rstrip()[-1:] in _FULL_STOPS and text[after : after + 1] != ","
    said = None if ended else _speaker_after(table).match(text, after)
    if said and (name := name_in(said, table)):
        return name
    opening = MARK.match(text, start - 1) if start else None
    before = text[: opening.start() if opening else start].rstrip()
    label = _LABEL.match(f"{before} ")
    if label and label.end() == len(before):
        return label["name"]
    said = _speaker_before(table).search(before)
    return name_in(said, table) if said else None


def name_in(match: re.Match[str], table: Language) -> str | None:
    """The name in an attribution; None for a title alone ("Мэр сказал")."""
    name = match["name"] or match["name2"]
    words = [word.strip(".") for word in name.casefold().split()] if name else []
    return name if set(words) - table.titles else None


def _who(table: Language, *, inserted: bool = False, subject_first: bool = False) -> str:
    """A pattern of a verb of saying with its subject before or after it.

    An `inserted` attribution may have other words before the name ("spokesman Ray said"), and no
    subject if the language inserts them. With `subject_first` the subject precedes the verb.
    """
    helper = r"(?:(?:l['’])?(?:a|ont|avait|ha|han|hanno|había|hat|haben)(?:-t-ils?|-t-elles?)?\s+)?"
    verb = rf"{helper}{table.said}(?:-t-ils?|-t-elles?|-ils?|-elles?)?(?!\w)"
    titles = "|".join(map(re.escape, sorted(table.titles, key=len)[::-1])) or "(?!)"
    word = rf"|[^\W\d_{_CAPITALS}][\w-]*\s+" if inserted else ""
    title = rf"(?:(?i:{titles})\.?\s+{word}){{0,4}}"
    pronouns = rf"(?i:{table.pronouns})(?!\w)"
    subject = rf"(?:{pronouns}|{ARTICLES}\s+\w+(?:\s\w+)?|{title}(?P<name>{_NAME}))"
    if subject_first:
        return rf"(?:{subject}{_PARENTHESES}\s+{verb}(?P<name2>(?!))?)"
    subject_after = rf"\s+(?:{pronouns}|{ARTICLES}\s+\w+|{title}(?P<name2>{_NAME}))"
    optional = "?" if inserted and table.inserts else ""
    return rf"(?:{subject}{_PARENTHESES}\s+{verb}|{verb}(?:{subject_after}){optional})"


@cache
def _attribution(table: Language) -> re.Pattern[str]:
    """An attribution between commas or dashes: ", said Ray,", "— сказал мэр, —".

    In a language that does not insert them, only short ones match: speakers also tell what others
    said.
    """
    who = _who(table, inserted=True)
    # After a closing mark inside a quotation, the outer mark was probably typed twice.
    closed = rf"[,.?!][”\"»]\s*{who.replace('?P<name', '?P<outer')}"
    rest = rf"[^{_PUNCTUATION}]{{0,100}}?"
    if not table.inserts:
        rest = rf"(?:\s[^{_PUNCTUATION}\s]+){{0,3}}?"
    return re.compile(rf"(?:{_BEFORE}{who}{rest}{_END}|{closed})")


@cache
def _loose_attribution(table: Language) -> re.Pattern[str]:
    """An attribution after a comma, whatever follows it; words may follow the name."""
    apart = rf"{_NAME}{_PARENTHESES}(?:,[^,.]{{1,60}},)?\s+{table.said}(?!\w)"
    return re.compile(rf"{_BEFORE}(?:{_who(table, inserted=True)}|{apart})")


@cache
def _speaker_after(table: Language) -> re.Pattern[str]:
    return re.compile(rf"\s*[,.]?\s*[—–―]?\s*{_who(table)}")


@cache
def _speaker_before(table: Language) -> re.Pattern[str]:
    # Not "told Ray": a name after that verb is the person spoken to or about.
    return re.compile(rf"(?:^|(?<=\s)){_who(table, subject_first=True)}\s*[:,，、]?\s*$")


@cache
def attribution_words(table: Language) -> re.Pattern[str]:
    """A verb of saying with its subject, wherever it is: "Ray said", "he added"."""
    return re.compile(rf"(?<!\w){_who(table)}")


@cache
def _announcement(table: Language) -> re.Pattern[str]:
    """The end of a paragraph such as "Ray wrote:"."""
    return re.compile(rf"(?:(?P<name>{_NAME})|\w+)\s+{table.wrote}(?!\w)[^.!?]{{0,60}}[:：]\s*$")
