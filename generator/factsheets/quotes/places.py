"""Find pages and times in a text, and take their marks out of its lines.

Pages are marked by form feeds, which programs print that read PDF files, or by lines such as
[Page 12] and Page 12 of 30. Times begin lines, as in [00:14:05], or are above them in subtitles
(SRT, WebVTT). What does not count upwards is no mark: it stays in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from factsheets.content.article import seconds
from factsheets.content.dates import clocks
from factsheets.datafiles import load_toml

SENTENCE_END = re.compile(
    "[.!?:;\u2026\u061f\u06d4\u3002\uff01\uff1f\u0964]"
    "[\"'\u2019\u201d\u201c\u00bb\u00ab)\\]\u300d\u300f]*$"
)
HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
ITEM = "-\u2010\u2013\u2014\u2022\u25cf*"  # begins an item of a list, or a line of dialogue
CONTINUED_WIDTH = 0.6  # a continued line has at least this share of the longest line
_LONGEST_COUNTED = 160  # characters of the longest line
_FEWEST = 2  # marks that are certain together, where one alone may be something else

_CLOCK = r"((?:\d{1,2}:)?\d{1,3}:[0-5]\d)(?:[.,]\d{1,3})?"
_UNTIL = r"(?:\s*(?:-->|[-\u2013\u2014])\s*[\d:.,]+)?"
_TIME = re.compile(
    rf"\s*(?:\[{_CLOCK}{_UNTIL}\]|\({_CLOCK}{_UNTIL}\)|(\d{{1,2}}:[0-5]\d:[0-5]\d)(?!\S))\s*"
)
_CUE = re.compile(rf"\s*{_CLOCK}\s+-->\s+\d.*")
_NOTE = re.compile(r"WEBVTT|(?:NOTE|STYLE|REGION)\b")  # begins a block that is not spoken
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^<>]+)>")
_TAG = re.compile(r"</?[a-z][^<>]*>|\{\\[^{}]*\}")
_LABEL = re.compile(r">>|[^\W\d_][\w .'\u2019-]{0,40}:\s")
_NUMBER_ALONE = re.compile(r"[-\u2013\u2014|\s]*(\d{1,5})[-\u2013\u2014|\s]*")
_NUMBER_BESIDE = re.compile(r"\s*(\d{1,5})[|\s]+\D.*|.*\D[|\s]+(\d{1,5})\s*")  # in a running line
_GAP = re.compile(r"\s{2}|\t|\|")  # between the parts of a running line
_LONGEST_NAME = 4  # words
_EDGE = 2  # lines at the top and at the bottom of a page that can be running lines
_RUNNING_SHARE = 3  # a running line appears on at least a third of the pages


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, the page it is on, and the time of its words; empty if not known.

    `joins` is True where it continues the sentence of the line above across a mark, False where a
    mark begins a new paragraph, None elsewhere.
    """

    text: str
    page: str = ""
    time: str = ""
    joins: bool | None = None


def located_lines(text: str) -> tuple[list[Line], bool]:
    """The lines of a cleaned text without its marks, and whether they are subtitles."""
    pages = [page.splitlines() for page in text.split("\f")]
    if len(pages) > 1 and not any(map(str.strip, pages[-1])):
        pages.pop()
    lines = _fed(pages) if "\f" in text else _marked(pages[0])
    if sum(_CUE.fullmatch(line.text) is not None for line in lines) >= _FEWEST:
        return list(_subtitles(lines)), True
    return _joined(_with_times(lines)), False


def _fed(pages: Sequence[list[str]]) -> list[Line]:
    """The lines of pages between form feeds, numbered as printed on them, else from 1.

    Lines that run along the top or the bottom of pages are left out.
    """
    running = _running(pages)
    printed: dict[tuple[int, int], int] = {}
    for count, lines in enumerate(pages, 1):
        for at in _edges(lines):
            mark = _page_mark(lines[at]) or _NUMBER_ALONE.fullmatch(lines[at])
            if not mark and _letters(lines[at]) in running:
                mark = _NUMBER_BESIDE.fullmatch(lines[at])
            number = next(filter(None, mark.groups()), "") if mark else ""
            if number.isdecimal():
                printed[count, at] = int(number) - count
    offset, times = next(iter(Counter(printed.values()).most_common(1)), (0, 0))
    if times < _FEWEST or times * 2 < len(pages):
        offset = 0
    found = []
    for count, lines in enumerate(pages, 1):
        page = str(count + offset) if count + offset > 0 else ""
        left_out = {at for at in _edges(lines) if _letters(lines[at]) in running}
        found += [
            Line(line, page)
            for at, line in enumerate(lines)
            if at not in left_out and printed.get((count, at)) != offset
        ]
    return found


def _edges(lines: Sequence[str]) -> dict[int, int]:
    """The first and the last lines of a page, with their places from its top or bottom."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    top, bottom = filled[:_EDGE], filled[: -_EDGE - 1 : -1]
    return {at: -n for n, at in enumerate(bottom, 1)} | {at: n for n, at in enumerate(top)}


def _running(pages: Sequence[list[str]]) -> frozenset[str]:
    """The letters of running lines: on many pages, and always at the same place, unlike a label."""
    every = Counter(_letters(line) for lines in pages for line in lines)
    edges = [(_letters(lines[at]), n) for lines in pages for at, n in _edges(lines).items()]
    fewest = max(_FEWEST, len(pages) / _RUNNING_SHARE)
    return frozenset(
        text
        for (text, _), times in Counter(edges).items()
        if text and every[text] == times >= fewest
    )


def _letters(line: str) -> str:
    """The letters of a line; empty for one that may be the name of a speaker."""
    text = line.strip()
    is_short = len(text.split()) <= _LONGEST_NAME and not _GAP.search(text)
    return "" if is_short or text.endswith(":") else "".join(filter(str.isalpha, text.casefold()))


def _marked(lines: Sequence[str]) -> list[Line]:
    """The lines of a text with lines that mark the beginning, or the end, of its pages."""
    marks = {at: mark for at, line in enumerate(lines) if (mark := _page_mark(line))}
    bracketed = all("[" in mark[0] for mark in marks.values())
    numbers = [int(mark[1]) for mark in marks.values() if mark[1].isdecimal()]
    ascending = all(one < other for one, other in pairwise(numbers))
    if not ascending or len(marks) < (1 if bracketed else _FEWEST):
        return list(map(Line, lines))
    filled = [at for at, line in enumerate(lines) if line.strip()]
    above, below = filled[0] in marks, filled[-1] in marks
    ends = below and not above
    page, found = "", []
    for at in reversed(range(len(lines))) if ends else range(len(lines)):
        if at in marks:
            page = marks[at][1]
        else:
            found.append(Line(lines[at], page))
    if ends:
        return found[::-1]
    certain = above != below or (bracketed and not above)
    return found if certain else [replace(line, page="") for line in found]


def _page_mark(line: str) -> re.Match[str] | None:
    """The match of a line that only names a page; its first group is the number."""
    return _page_line().fullmatch(line) if len(line) < _LONGEST_COUNTED else None


@cache
def _page_line() -> re.Pattern[str]:
    words = load_toml(__package__, "skipped.toml")
    page, of = ("|".join(map(re.escape, words[key])) for key in ("pages", "of"))
    number = r"(\d{1,5}|[ivxlcdm]{1,8})"
    return re.compile(
        rf"\s*\[?\s*(?:{page})\s*{number}(?:\s*(?:/|{of})\s*\d{{1,5}})?\s*\]?\s*", re.IGNORECASE
    )


def _with_times(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text with times at the beginning of lines; each has the last one above it."""
    marks = {at: mark for at, line in enumerate(lines) if (mark := _TIME.match(line.text))}
    certain = len(marks) >= _FEWEST or any(mark[0].count(":") > 1 for mark in marks.values())
    times = [seconds(clocks(mark[0])[0]) for mark in marks.values()]
    if not certain or times != sorted(times):
        return list(lines)
    time, found_lines = "", []
    for at, line in enumerate(lines):
        rest = line.text
        if at in marks:
            time, rest = clocks(marks[at][0])[0], rest[marks[at].end() :]
            if not rest:
                continue
        found_lines.append(Line(rest, line.page, time, False if at in marks else None))
    return found_lines


def _subtitles(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of subtitles, each joined to the one above unless it begins a sentence."""
    time, above, silent, voice, is_first = "", "", True, "", False
    for at, line in enumerate(lines):
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        if cue := _CUE.fullmatch(line.text):
            time, silent, is_first = clocks(cue[0])[0], False, True
            continue
        voices = _VOICE.findall(line.text)
        goes_on = voices[:1] == [voice] and not SENTENCE_END.search(above)
        words = _VOICE.sub("", line.text, count=1) if goes_on else line.text
        text = _TAG.sub("", _VOICE.sub(r"\1: ", words)).strip()
        silent = silent or _NOTE.match(text) is not None
        if silent or not text or (text.isdecimal() and _CUE.fullmatch(below)):
            continue
        if voices or is_first:
            voice = voices[-1] if voices else ""
        is_first = False
        begins = SENTENCE_END.search(above) or text[0] in ITEM or _LABEL.match(text)
        yield Line(text, line.page, time, joins=not (begins or not above))
        above = text


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, with `joins` set below each mark; no blank lines where it divides a sentence."""
    width = min(max((len(line.text.strip()) for line in lines), default=0), _LONGEST_COUNTED)
    found: list[Line] = []
    last = -1  # the last line with words
    for line in lines:
        joins = line.joins
        if line.text.strip():
            if last >= 0 and joins is None:
                joins = _goes_on(found[last], line, width)
            if joins:
                del found[last + 1 :]
            last = len(found)
        found.append(replace(line, joins=joins))
    return found


def _goes_on(above: Line, line: Line, width: int) -> bool | None:
    """Whether a sentence goes on below a mark: in small letters, or from a full line of a page.

    None if there is no mark between the lines.
    """
    if (above.page, above.time) == (line.page, line.time):
        return None
    text, below = above.text.strip(), line.text.strip()
    if HYPHEN_AT_END.search(text) and below[0].islower():
        return True
    if SENTENCE_END.search(text) or below[0] in ITEM:
        return False
    full = above.page != line.page and len(text) >= width * CONTINUED_WIDTH
    return full or below[0].islower()


def is_on_page(stated: str, pages: str) -> bool:
    """Whether a stated page, or range of pages, has any of the pages of a paragraph."""
    one, other = stated.casefold().split("-"), pages.casefold().split("-")
    if not all(map(str.isdecimal, one + other)):
        return bool({*one} & {*other})
    return int(one[0]) <= int(other[-1]) and int(other[0]) <= int(one[-1])
