"""Looks for words in our own text that take a side; the same list for every speaker.

The list follows the microcopy rules of the site: plain verbs of saying for everybody, no adjective
of size or mood. Words inside quotation marks are somebody else's and stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source import Map, Node, Path, Seq
from generator.validate.finding import Finding

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


def style(root: Map) -> Iterator[Finding]:
    """A warning for each loaded word in the texts that are ours."""
    for path, text in _our_texts(root, ()):
        if _ADVICE.keys().isdisjoint(_WORD.findall(text.lower())):
            continue
        bare = _QUOTED.sub(" ", text)
        for word in dict.fromkeys(w for w in _WORD.findall(bare) if w.lower() in _ADVICE):
            yield Finding(
                "loaded-word",
                path,
                f'"{word}" takes a side.',
                f"{_ADVICE[word.lower()]} If the word is the publisher's, list it under "
                "`wording` of the article.",
                "warning",
            )


def _our_texts(node: Node, path: Path) -> Iterator[tuple[Path, str]]:
    items = node.items() if isinstance(node, Map) else enumerate(node)
    for step, value in items:
        if isinstance(value, (Map, Seq)):
            if step != _NAMES:
                yield from _our_texts(value, (*path, step))
        elif step in _OURS or (path and path[-1] in _OUR_LISTS):
            yield (*path, step), value
