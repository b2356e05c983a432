"""Escape text from files for a terminal and for Markdown."""

from __future__ import annotations

import re
import unicodedata

# Characters that change the text direction, and those without a width.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_NO_WIDTH = {"Mn", "Me"}
# Joiners of letters or emoji are harmless.
_JOINERS = {"\u200c", "\u200d"}


def visible(text: str) -> str:
    """Show each control, direction and unassigned character as its code."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def width(text: str) -> int:
    """The number of terminal columns of a text returned by `visible`."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _sign(character: str) -> str:
    if character == "\t":
        return "  "
    if unicodedata.category(character) in _HIDDEN and character not in _JOINERS:
        return f"<U+{ord(character):04X}>"
    return character


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_MENTION = re.compile(r"([@#])(?=\w)")
_HARMLESS = frozenset(" .,;:?'/()-%¶")


def plain(text: str) -> str:
    """One line of Markdown that shows exactly this text."""
    flat = visible(text.replace("\n", " "))
    return "".join(
        character
        if character.isalnum() or character in _HARMLESS or not character.isascii()
        else f"&#{ord(character)};"
        for character in _unlinked(flat)
    )


def _unlinked(text: str) -> str:
    """Keep addresses, mentions and issue numbers from becoming links on GitHub.

    GitHub looks for them in the rendered page, where an entity is the character again.
    """
    text = text.replace("://", ":\u200b//").replace("www.", "www\u200b.")
    return _MENTION.sub("\\1\u200b", text)
