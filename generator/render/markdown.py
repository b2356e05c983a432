"""Escape text for Markdown, so that it reads well as it stands and renders as itself.

It holds for CommonMark, GitHub and Python-Markdown. Python-Markdown does not know backslashes
before `<`, `&`, `~` and `:`, so these become entities, and only where they would mean something.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from generator.render.escape import one_line

_MARKS = re.compile(
    r"[\\`*{}\[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^#|#(?=#*$)"
    r"|&(?=#?\w+;)|<(?=[A-Za-z/!?])|(?<=\S)~|~(?=~)"
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", "~": "&#126;", ":": "&#58;", "?": "&#63;", "/": "&#47;"}
# What begins a list, a quotation, a definition or a block of an extension.
_START = re.compile(r"[-+](?=[\s-]|$)|>|!(?=!!)|:(?=[\s:])|\?(?=\?\?)|/(?=//)")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_IN_ADDRESS = re.compile(r'[\s<>"`\\\[\]{}|]|&(?=#?\w+;)')


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
