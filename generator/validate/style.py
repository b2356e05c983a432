"""Looks for words in our own text that take a side; the same list for every speaker.

The list follows the microcopy rules of the site: plain verbs of saying for everybody, no adjective
of size or mood. Words inside quotation marks are somebody else's and stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.datafiles import load_toml
from generator.source import Path
from generator.validate.finding import Finding
from generator.validate.texts import Text

_OURS = frozenset(
    {"statement", "condition", "detail", "note", "text", "counts", "summary", "question", "short"}
)
_OUR_LISTS = frozenset({"not_said", "missing"})
_NAMES = "other_names"
_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|‘[^’]*’")


@cache
def _advice() -> dict[str, str]:
    """What to do about each loaded word."""
    groups = load_toml(__package__, "loaded_words.toml").values()
    return {word: group["advice"] for group in groups for word in group["words"].split()}


def style(texts: Iterable[Text]) -> Iterator[Finding]:
    """A warning for each loaded word in the texts that are ours."""
    advice = _advice()
    for holder, step, text in texts:
        if not _is_ours(holder, step):
            continue
        bare = _QUOTED.sub(" ", text)
        for word in dict.fromkeys(w for w in _WORD.findall(bare) if w.lower() in advice):
            yield Finding(
                "loaded-word",
                (*holder, step),
                f'"{word}" takes a side.',
                f"{advice[word.lower()]} If the word is the publisher's, list it under "
                "`wording` of the article.",
                "warning",
            )


def _is_ours(holder: Path, step: str | int) -> bool:
    named = step in _OURS or (holder and holder[-1] in _OUR_LISTS)
    return bool(named and _NAMES not in holder)
