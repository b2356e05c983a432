"""How many words and sentences a text has."""

from __future__ import annotations

import re

_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_LETTER = re.compile(r"\w")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSt)[.!?…。！？]"
    r"[\"'”’»)]*(?=\s+[\"'“‘«(]*[^\W\d_a-z]|$)|[。！？](?=\S)"
)


def over(text: str, most: int) -> int:
    """How many words a text has, if they are more than a limit, else 0."""
    count = words(text)
    return count if count > most else 0


def words(text: str) -> int:
    """How many words a text has.

    Han, Kana, Thai, Lao, Khmer and Myanmar write none of the spaces between words: there two
    characters count as a word.
    """
    spaceless = 0 if text.isascii() else len(_SPACELESS.findall(text))
    rest = _SPACELESS.sub(" ", text) if spaceless else text
    spaced = sum(1 for piece in rest.split() if _LETTER.search(piece))
    return spaced + (spaceless + 1) // 2


def sentences(text: str) -> int:
    """How many sentences a text has; a dot after a single capital or a title ends none."""
    ends = len(_SENTENCE_END.findall(text.strip()))
    return ends if text.strip()[-1:] in ".!?…。！？\"'”’»)" else ends + 1
