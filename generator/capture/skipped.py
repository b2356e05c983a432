"""Lines of a text -> those that readers do not count as paragraphs: headline, byline, junk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.capture.marks import DOUBLE
from generator.datafiles import load_toml

_SENTENCE = re.compile(
    "[.!?:;\u2026\u3002\uff01\uff1f\u061f\u0964,][\"'\u2019\u201d\u201c\u00bb)]*$"
)
_LONGEST = 20  # words of a line that is skipped
_HEADLINE = 16
_FIRST = 4  # lines among which a byline can stand
_NAMES = 8  # words of a byline
_ENOUGH = 3  # paragraphs of a text that has a headline


def kinds(lines: Sequence[str]) -> list[str]:
    """For each paragraph of a text: headline, byline or junk, or nothing where it counts."""
    found = [_junk(line) for line in lines]
    for number, line in enumerate(lines[:_FIRST]):
        found[number] = found[number] or _byline(line)
    counted = [line for line, kind in zip(lines, found, strict=True) if not kind]
    if len(counted) >= _ENOUGH and lines[0] == counted[0] and _is_headline(*counted[:2]):
        found[0] = "headline"
    return found


def _is_headline(first: str, second: str) -> bool:
    """Whether a text's first line is no sentence, and short beside the next."""
    ends = _SENTENCE.search(first.strip()) or not _SENTENCE.search(second.strip())
    short = len(first.split()) <= _HEADLINE and len(first) * 2 <= len(second)
    return not ends and short and not DOUBLE.search(first) and first.strip()[:1].isalnum()


def _junk(line: str) -> str:
    plain = line.strip().casefold()
    if plain.strip(" .:!-–—|[]()") in _table()["whole"]:
        return "junk"
    short = len(plain.split()) <= _LONGEST and not DOUBLE.search(plain)
    return "junk" if short and plain.startswith(tuple(_table()["begins"])) else ""


def _byline(line: str) -> str:
    first, *names = line.split() or [""]
    is_name = names and all(name[:1].isupper() or name.islower() for name in names)
    starts = first.casefold() in _table()["bylines"] and names and names[0][:1].isupper()
    short = len(names) <= _NAMES and not _SENTENCE.search(line.strip())
    return "byline" if starts and is_name and short else ""


@cache
def _table() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load_toml(__package__, "skipped.toml").items()}
