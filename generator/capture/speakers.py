"""Actors -> the hashes of the names by which articles call them."""

from __future__ import annotations

import re

from generator.capture.make import name_hash
from generator.schema import Actor

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


def names_of(actor: Actor, language: str) -> frozenset[str]:
    """The hashes of each word of an actor's names.

    None where no name is in the script of the language: then nothing can be compared.
    """
    names = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
    if language.split("-", maxsplit=1)[0] in _CYRILLIC_LANGUAGES and not _CYRILLIC.search(
        " ".join(names)
    ):
        return frozenset()
    words = (word.strip(".,'’()") for name in names for word in name.casefold().split())
    return frozenset(name_hash(word) for word in words if word)
