"""Escape text for Markdown, so that it reads well as it stands and renders as itself.

It holds for CommonMark, GitHub and Python-Markdown. Python-Markdown does not know backslashes
before `<`, `&`, `~` and `:`, so these become entities, and only where they would mean something.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from json.encoder import encode_basestring

from markupsafe import Markup

# Escape text for the head of a page and for its front matter.

_SPACE = re.compile(r" [ \t\r\n]+|\t[ \t\r\n]*|\r[ \t\r\n]*|\n[ \t\r\n]*")  # but for a single " "
# No document can hold these; they become U+FFFD.
_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "\ufffd")
_UNPRINTABLE |= dict.fromkeys((8232, 8233, 65534, 65535, *range(55296, 57344)), "\ufffd")


def one_line(value: str) -> str:
    """The text on one line, as a browser shows it, with U+FFFD for what no document can hold."""
    return printable(_SPACE.sub(" ", value).strip(" "))


def printable(value: str) -> str:
    """The text with U+FFFD for each character that no document can hold."""
    return value if value.isprintable() else value.translate(_UNPRINTABLE)


def head(value: str) -> str:
    """A value as engines print it in a page's head: escaped for HTML, unless it is Markup."""
    return printable(str(value)) if isinstance(value, Markup) else escape(one_line(value))


def quoted(value: str) -> str:
    """A scalar of YAML with the value that `head` gave."""
    return encode_basestring(value)


# Each branch begins with its sign, so that a search looks at nothing but these signs.
_MARKS = re.compile(
    r"\\|`|\*|\{|\}|\[|\]|\||_(?<![A-Za-z0-9]_)|_(?![A-Za-z0-9])|#(?<=^#)|#(?=#*$)"
    r"|&(?=#\w|\w+;)|<(?=[A-Za-z/!?])|~(?<=\S~)|~(?=~)"
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", "~": "&#126;", ":": "&#58;", "?": "&#63;", "/": "&#47;"}
# What begins a list, a quotation, a definition or a block of an extension.
_START = re.compile(r"[-+](?=[\s-]|$)|>|!(?=!!)|:(?=[\s:])|\?(?=\?\?)|/(?=//)")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_IN_ADDRESS = re.compile(r'[\s<>"`\\\[\]{}|]|&(?=#\w|\w+;)')


def md(value: str) -> str:
    """The text on one line, with nothing in it taken for Markdown or HTML."""
    line = _MARKS.sub(_escaped, one_line(value))
    if start := _START.match(line):
        line = _escaped(start) + line[1:]
    elif number := _NUMBER.match(line):
        line = f"{number[1]}\\{line[number.end(1) :]}"
    bare = line.strip()
    if bare == line:
        return line
    # Spaces other than the plain one at an end: Markdown would strip them.
    before, _, after = line.partition(bare) if bare else (line, "", "")
    return f"{_as_entities(before)}{bare}{_as_entities(after)}"


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0]) or f"\\{found[0]}"


def _as_entities(spaces: str) -> str:
    return "".join(f"&#{ord(each)};" for each in spaces)


@lru_cache(maxsize=1 << 15)  # names and labels are on many pages
def _markup(value: str) -> Markup:
    return Markup(md(value))  # noqa: S704 - escaped here


def finalize(value: object) -> Markup:
    """Escape what a template prints; what is Markdown already stays."""
    if isinstance(value, Markup):
        return value
    return _markup("" if value is None else str(value))


def address(url: str) -> Markup:
    """A web address, to be printed between `<` and `>`."""
    return Markup(_IN_ADDRESS.sub(_encoded, url))  # noqa: S704 - escaped here


def _encoded(found: re.Match[str]) -> str:
    if found[0] == "&":
        return "&amp;"
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
