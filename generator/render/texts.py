"""Texts taken out of what templates print, so that pages of one shape are alike but for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from generator.render.escape import escaped, finalize

HOLE = "\x05"
"""Stands for a text; no text of the content holds this sign."""
_HOLE = Markup(HOLE)  # noqa: S704 - a sign of ours


class Texts:
    """What templates print: markup of ours as it stands, each text escaped and laid aside."""

    def __init__(self) -> None:
        self._held: list[str] = []

    def finalize(self, value: object) -> str:
        """What every expression of a template passes through.

        Empty texts stand where they are: Markdown reads the line otherwise with them than with any
        other text.
        """
        kind = type(value)
        if kind is str or kind is int:
            made = _held(value)
            if made:
                self._held.append(made)
                return _HOLE
        return finalize(value)

    def since(self, before: int) -> tuple[str, ...]:
        """The texts laid aside since there were so many; they are taken away."""
        found = tuple(self._held[before:])
        del self._held[before:]
        return found

    def __len__(self) -> int:
        return len(self._held)


@lru_cache(maxsize=1 << 15)  # names and labels stand on very many pages
def _held(value: str | int) -> str:
    return escaped(str(value))


def filled(body: str, texts: Sequence[str]) -> str:
    """What templates printed, with its texts in their places."""
    if not texts:
        return body
    parts = body.split(HOLE)
    out = [""] * (len(parts) + len(texts))
    out[::2], out[1::2] = parts, texts
    return "".join(out)
