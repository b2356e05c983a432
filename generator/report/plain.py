"""Text from files as itself in Markdown: no mark of Markdown or HTML is left in it."""

from __future__ import annotations

import re

from generator.report.safe import visible

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
