"""Escape text for the head of a page and for its front matter."""

from __future__ import annotations

import re
from html import escape
from json.encoder import encode_basestring

from markupsafe import Markup

_SPACE = re.compile(r"[ \t\r\n]+")
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
