"""Text from files made harmless for a terminal and for Markdown."""

from __future__ import annotations

import re
import unicodedata

# Marks that turn the direction of what follows, and those that take no place at all.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_NO_WIDTH = {"Mn", "Me"}
# These join letters or emoji into one sign, and are harmless.
_JOINERS = {"\u200c", "\u200d"}


def visible(text: str) -> str:
    """The text with every control, direction and unassigned character shown as its code."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def width(text: str) -> int:
    """How many columns a terminal gives to a text that `visible` has passed."""
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
    """Addresses, mentions and numbers of issues stay text: GitHub would make links of them.

    It looks for these in the finished page, where an entity is the sign itself again.
    """
    text = text.replace("://", ":\u200b//").replace("www.", "www\u200b.")
    return _MENTION.sub("\\1\u200b", text)
