"""Texts taken out of what templates print, so that pages of one shape are alike but for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.render.escape import escaped, finalize

HOLE = "\x05"
"""Stands for a text; no text of the content holds this sign."""
_HOLE = Markup(HOLE)  # noqa: S704 - a sign of ours


class _Escaped(dict[str | int, str]):
    """Texts and numbers -> their escaped form. Names and labels stand on very many pages."""

    def __missing__(self, value: str | int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[value] = escaped(str(value))
        return found


_ESCAPED = _Escaped()
_REMEMBERED = 1 << 15


class Texts:
    """What templates print: markup of ours as it stands, each text escaped and laid aside.

    `finalize` is what every expression of a template passes through. Empty texts stand where they
    are: Markdown reads the line otherwise with them than with any other text.
    """

    def __init__(self) -> None:
        self._held: list[str] = []
        self.finalize = _laying_aside(self._held.append)

    def since(self, before: int) -> tuple[str, ...]:
        """The texts laid aside since there were so many; they are taken away."""
        found = tuple(self._held[before:])
        del self._held[before:]
        return found

    def __len__(self) -> int:
        return len(self._held)


def _laying_aside(lay_aside: Callable[[str], None]) -> Callable[[object], str]:
    """Called a million times for ten thousand statements: everything it needs is at hand."""

    def laid_aside(value: object) -> str:
        kind = type(value)
        if kind is str or kind is int:
            made = _ESCAPED[value]  # type: ignore[index]  # one of the two
            if made:
                lay_aside(made)
                return _HOLE
        return finalize(value)

    return laid_aside


def filled(body: str, texts: Sequence[str]) -> str:
    """What templates printed, with its texts in their places."""
    if not texts:
        return body
    parts = body.split(HOLE)
    out = [""] * (len(parts) + len(texts))
    out[::2], out[1::2] = parts, texts
    return "".join(out)
