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
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|‘[^’]*’")


def style(texts: Iterable[Text]) -> Iterator[Finding]:
    """A warning for each loaded word in the texts that are ours."""
    for holder, step, text in texts:
        if not _is_ours(holder, step):
            continue
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
