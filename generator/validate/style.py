"""Looks for words in our own text that take a side; the same list for every speaker.

The list follows the microcopy rules of the site: plain verbs of saying for everybody, no adjective
of size or mood. Words inside quotation marks are somebody else's and stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.source import Path
from generator.validate.finding import Finding
from generator.validate.texts import Text

_OURS = frozenset(
    {"statement", "condition", "detail", "note", "text", "counts", "summary", "question", "short"}
)
_OUR_LISTS = frozenset({"not_said", "missing"})
_NAMES = "other_names"
_SAID = (
    "admits admitted admitting alleges alleged allegedly assures assured blasts blasted boasts "
    "boasted claims claimed claiming concedes conceded emphasises emphasised emphasizes emphasized "
    "gloats gloated hails hailed insists insisted insisting reveals revealed slams slammed "
    "stresses stressed threatens threatened touts touted trumpets trumpeted vows vowed warns "
    "warned warning"
)
_TAKEN_OUT = (
    "aggressive aggressively blatant blatantly brazen clearly controversial desperate "
    "disgraceful dramatic dramatically extremist finally heroic historic infamous lackey "
    "major massive merely notorious obviously outrageous propaganda puppet radical regime "
    "ruthless sharp sharply shocking so-called terrorist unfortunately unprecedented"
)
_ADVICE = dict.fromkeys(
    _SAID.split(), 'Use "said" (or asked, answered, announced).'
) | dict.fromkeys(_TAKEN_OUT.split(), "Take it out, or write plainly what was said.")
_WORD = re.compile(r"[\w-]+")
_WORDS_AS_BYTES = frozenset(map(str.encode, _ADVICE))
# All loaded words are of these letters: every other byte parts words, or belongs to another word.
_APART = bytes(code if code in b"abcdefghijklmnopqrstuvwxyz-" else ord(" ") for code in range(256))
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|‘[^’]*’")


def style(texts: Iterable[Text]) -> Iterator[Finding]:
    """A warning for each loaded word in the texts that are ours."""
    ours = [each for each in texts if _is_ours(each[0], each[1])]
    if not _may_be_loaded("\n".join([text for *_, text in ours])):
        return
    for holder, step, text in ours:
        bare = _QUOTED.sub(" ", text)
        for word in dict.fromkeys(w for w in _WORD.findall(bare) if w.lower() in _ADVICE):
            yield Finding(
                "loaded-word",
                (*holder, step),
                f'"{word}" takes a side.',
                f"{_ADVICE[word.lower()]} If the word is the publisher's, list it under "
                "`wording` of the article.",
                "warning",
            )


def _is_ours(holder: Path, step: str | int) -> bool:
    named = step in _OURS or (holder and holder[-1] in _OUR_LISTS)
    return bool(named and _NAMES not in holder)


def _may_be_loaded(text: str) -> bool:
    """Whether any loaded word can stand in a text: quickly asked, for hardly a file has one."""
    letters = text.lower().encode("utf-8", "replace")
    return not _WORDS_AS_BYTES.isdisjoint(letters.translate(_APART).split())
