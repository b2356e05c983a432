"""Rules on texts: composed accents, one script per word, no loaded words, nothing still TODO."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from factsheets.content.field_help import hint
from factsheets.content.finding import Finding, Text
from factsheets.content.text import script_of
from factsheets.content.tree import Path, shortened
from factsheets.datafiles import load_toml

_ONE_SCRIPT = frozenset({"name", "short_name", "other_names", "statement", "text", "short"})
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Scripts with letters that look Latin: Cyrillic, Armenian, Cherokee, Lisu, Coptic, and such letters
# of Greek (other Greek letters can be mixed with Latin ones: TNFα).
_STRANGER = re.compile(
    "[\u0400-\u0587\u13a0-\u13ff\u1c80-\u1c8f\u2c80-\u2cff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf"
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5]"
)


def letters(texts: Iterable[Text]) -> Iterator[Finding]:
    """Check the letters of a file's texts."""
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
        f'A letter in this text is written as two characters (letter and accent), near "{near}".',
        "It looks right, but search and the check of quotations would not find it. Delete the "
        "word and type it again.",
    )


def _mixed(path: Path, text: str) -> Iterator[Finding]:
    for word in _WORD.findall(text):
        latin, strange = _LATIN.findall(word), _STRANGER.findall(word)
        if latin and strange:
            odd = strange[0] if len(strange) <= len(latin) else latin[0]
            yield Finding(
                "mixed-script",
                path,
                f'In "{shortened(word)}" the letter "{odd}" is {script_of(odd)}, but other '
                "letters are not.",
                f'It only looks the same, so search would not find the word. Retype "{odd}" on '
                "a keyboard of the word's language.",
            )
            return


# The texts that we write. Words in quotation marks there are somebody else's.
_OURS = frozenset(
    {"statement", "condition", "detail", "note", "text", "counts", "summary", "question", "short"}
    | {"speaker_described"}
)
_OUR_LISTS = frozenset({"not_said", "missing"})
_NAMES = "other_names"
_STYLE_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|‘[^’]*’")


@cache
def _advice() -> dict[str, str]:
    """The advice for each loaded word."""
    groups = load_toml(__package__, "loaded_words.toml").values()
    return {word: group["advice"] for group in groups for word in group["words"].split()}


def style(texts: Iterable[Text]) -> Iterator[Finding]:
    """A warning for each loaded word in the texts that we write."""
    advice = _advice()
    for holder, step, text in texts:
        if not _is_ours(holder, step):
            continue
        bare = _QUOTED.sub(" ", text)
        for word in dict.fromkeys(w for w in _STYLE_WORD.findall(bare) if w.lower() in advice):
            yield Finding(
                "loaded-word",
                (*holder, step),
                f'"{word}" takes a side.',
                f"{advice[word.lower()]} If it is the publisher's word, list it under `wording` "
                "of the article.",
                "warning",
            )


def _is_ours(holder: Path, step: str | int) -> bool:
    named = step in _OURS or (holder and holder[-1] in _OUR_LISTS)
    return bool(named and _NAMES not in holder)


_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_LETTER = re.compile(r"\w")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSt)[.!?…。！？]"
    r"[\"'”’»)]*(?=\s+[\"'“‘«(]*[^\W\d_a-z]|$)|[。！？](?=\S)"
)


def over(text: str, most: int) -> int:
    """The number of words of a text if it exceeds a limit, else 0."""
    count = words(text)
    return count if count > most else 0


def words(text: str) -> int:
    """The number of words of a text.

    Han, Kana, Thai, Lao, Khmer and Myanmar have no spaces between words: two characters count as
    one word.
    """
    spaceless = 0 if text.isascii() else len(_SPACELESS.findall(text))
    rest = _SPACELESS.sub(" ", text) if spaceless else text
    spaced = sum(1 for piece in rest.split() if _LETTER.search(piece))
    return spaced + (spaceless + 1) // 2


def sentences(text: str) -> int:
    """The number of sentences; a dot after a single capital or a title does not end one."""
    ends = len(_SENTENCE_END.findall(text.strip()))
    return ends if text.strip()[-1:] in ".!?…。！？\"'”’»)" else ends + 1


# Values that a person must still fill in.

TODO = "TODO"


def todos(written: Iterable[Text]) -> Iterator[Finding]:
    """The values of a file that are still to be filled in, in order."""
    for path, step, text in written:
        if text == TODO:
            yield Finding(
                "todo",
                (*path, step),
                f"{step} is still to be filled in.",
                hint(str(step), "todo") or "Replace TODO by what the source says.",
            )
