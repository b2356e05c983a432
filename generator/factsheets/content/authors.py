"""The names of authors, together and apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factsheets.content.article import Article

_ALWAYS = re.compile(r"\s*[;；、|]\s*")
_PERHAPS = re.compile(r"\s*[,，]\s*(?:and\s)?\s*|\s+(?:and|und|et|y|e|и|та|&)\s+")
_PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le",
    "ten", "ter", "van", "von", "y",
})  # fmt: skip
_NAME_WORDS = range(2, 6)


def several(text: str) -> tuple[str, ...]:
    """The names in a text that seems to name several authors; none if it may be one name.

    A comma or an "and" counts only between words that look like names of people: "Ministry of Trade
    and Industry" and "Alpha, Ann" may be one author.
    """
    parts = _parts(_ALWAYS, text)
    if len(parts) < 2:
        parts = _parts(_PERHAPS, text)
        if not all(map(_is_person, parts)):
            return ()
    return parts if len(parts) > 1 else ()


def author_names(article: Article) -> tuple[str, ...]:
    """The authors of an article as separate names, whichever field has them."""
    return article.authors or ((article.author,) if article.author else ())


def author_text(article: Article) -> str | None:
    """The authors of an article as one text, None if there are none."""
    names = author_names(article)
    between = "; " if any("," in name for name in names) else ", "
    return between.join(names) or None


def _parts(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in separator.split(text) if part.strip())


def _is_person(text: str) -> bool:
    words = text.split()
    named = [word for word in words if word not in _PARTICLES]
    return len(words) in _NAME_WORDS and all(
        word[0].isalpha() and not word[0].islower() for word in named
    )
