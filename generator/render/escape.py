"""The one place where text becomes markup: any text comes out of a page as exactly itself."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape as _html
from json.encoder import encode_basestring

from markupsafe import Markup

# Every character with a meaning in HTML, in a quoted attribute, or inside a line of Markdown with
# the extensions of mkdocs.yml. Each is written as a numeric entity, which neither Markdown nor an
# attribute list looks into. tests/test_escape.py proves that no other character needs it.
_SPECIAL = '&<>"*_`#[]\\{}~|^=$'
_TABLE = {ord(character): f"&#{ord(character)};" for character in _SPECIAL}
_TABLE |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
# Characters that no document can hold, or that Python-Markdown keeps for itself, become U+FFFD.
_TABLE |= dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")
_TABLE |= dict.fromkeys((*range(128, 160), 8232, 8233, 65534, 65535), "�")
_TABLE |= dict.fromkeys(range(55296, 57344), "�")

_NEEDS = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "]")
_SPACE = re.compile(r"[ \t\r\n]+")
_LINE_START = re.compile(r"(\d+)([.)])|([^\w\s&\ufffd\x00-\x1f\x7f])", re.ASCII)
_ASCII = 128


@lru_cache(maxsize=1 << 12)  # names and labels stand on very many pages
def text(value: str) -> Markup:
    """Text for the body of a page or for a double-quoted attribute, in Markdown and in HTML.

    Line breaks and runs of spaces become one space, as a browser shows them.
    """
    return Markup(escaped(value))  # noqa: S704 - this is the place that makes it safe


def escaped(value: str) -> str:
    """The same, still as text: for who remembers it."""
    line = _line(value)
    start = _LINE_START.match(line)
    guarded = ""
    # At the start of a line, punctuation can begin a list, a heading, a quotation, a definition.
    if start:
        number, behind, sign = start.groups()
        if sign is None:
            guarded, line = f"{number}&#{ord(behind)};", line[start.end() :]
        elif ord(sign) < _ASCII and sign not in _SPECIAL:
            guarded, line = f"&#{ord(sign)};", line[1:]
    if _NEEDS.search(line):
        line = line.translate(_TABLE)
    if line and (line[0].isspace() or line[-1].isspace()):
        line = _edged(line)
    return guarded + line


def _edged(line: str) -> str:
    """Spaces other than the plain one, at an end, by their numbers: Markdown would take them off.

    They stand there on purpose: a space that no line may break at, or the width of a letter.
    """
    core = line.strip()
    before, _, behind = line.partition(core) if core else (line, "", "")
    return f"{_numbers(before)}{core}{_numbers(behind)}"


def _numbers(spaces: str) -> str:
    return "".join(f"&#{ord(each)};" for each in spaces)


def _line(value: str) -> str:
    # Most texts are one line: to look for four signs costs less than a pattern.
    if "  " in value or "\n" in value or "\t" in value or "\r" in value:
        value = _SPACE.sub(" ", value)
    return value.strip(" ")


def quoted(value: str) -> str:
    """What `head` gave, as YAML reads it from a front matter: engines print it as it is."""
    return encode_basestring(value)


def head(value: str) -> str:
    """The same value as engines print it in a page's head; markup of ours stays."""
    whole = str(value) if isinstance(value, Markup) else _html(_line(value))
    # What is printable holds none of them, and is known faster.
    bad = not whole.isprintable() and _BAD.search(whole)
    return whole.translate(_UNPRINTABLE) if bad else whole


_UNPRINTABLE = {code: sign for code, sign in _TABLE.items() if sign == "\ufffd"}
_BAD = re.compile("[" + "".join(re.escape(chr(code)) for code in _UNPRINTABLE) + "]")


def finalize(value: object) -> str:
    """What every expression of a template passes through: markup of ours stays, text is escaped."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return text(value)
    return "" if value is None else text(str(value))
