"""Rules on the letters of every text: one way of writing an accent, one script a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.source import Path
from generator.validate.finding import Finding
from generator.validate.texts import Text

_ONE_SCRIPT = frozenset({"name", "short_name", "other_names", "statement", "text", "short"})
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Scripts with letters that look Latin: Cyrillic, Armenian, Cherokee, Lisu, Coptic, and those
# letters of Greek (others stand beside Latin ones by right: TNFα).
_STRANGER = re.compile(
    "[\u0400-\u0587\u13a0-\u13ff\u1c80-\u1c8f\u2c80-\u2cff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf"
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5]"
)


def letters(texts: Iterable[Text]) -> Iterator[Finding]:
    """What is wrong with the letters of a file's texts."""
    for holder, step, text in texts:
        if text.isascii():
            continue  # it cannot break a rule here
        path = (*holder, step)
        if not unicodedata.is_normalized("NFC", text):
            yield _not_composed(path, text)
        elif _ONE_SCRIPT.intersection(path[-2:]):
            yield from _mixed(path, text)


def _not_composed(path: Path, text: str) -> Finding:
    composed = unicodedata.normalize("NFC", text)
    at = next(
        (n for n, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed)
    )
    near = composed[max(0, at - 10) : at + 10]
    return Finding(
        "not-nfc",
        path,
        f'In this text a letter is written as two signs (a letter and its mark), near "{near}".',
        "It looks right, but search and the check of quotations would not find it. "
        "Delete the word and type it again.",
    )


def _mixed(path: Path, text: str) -> Iterator[Finding]:
    for word in _WORD.findall(text):
        latin, strange = _LATIN.findall(word), _STRANGER.findall(word)
        if latin and strange:
            odd = strange[0] if len(strange) <= len(latin) else latin[0]
            name = unicodedata.name(odd, "another script").split()[0].capitalize()
            yield Finding(
                "mixed-script",
                path,
                f'In "{word[:60]}" the letter "{odd}" is {name}, other letters are not.',
                f'It only looks the same, so nobody could find the word. Type "{odd}" again with '
                "the keyboard of the word's language.",
            )
            return
