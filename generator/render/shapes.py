"""Pages that are alike but for their texts are turned from Markdown into HTML all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.markup import MARK, Heading, converted, own_id
from generator.render.texts import filled

# Statements have some hundred shapes; a site with more of them loses only the time.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class _Form:
    """A text between marks: `pieces`, and for each gap the number of what fills it."""

    pieces: tuple[str, ...]
    gaps: tuple[int, ...]

    def filled(self, texts: Sequence[str]) -> str:
        out = [""] * (len(self.pieces) + len(self.gaps))
        out[::2] = self.pieces
        out[1::2] = map(texts.__getitem__, self.gaps)
        return "".join(out)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The HTML of all pages that are alike but for so many `texts`; ids of headings follow them."""

    texts: int
    html: _Form
    headings: tuple[tuple[int, _Form, _Form], ...]
    ids: tuple[_Form, ...]

    def made(self, texts: Sequence[str]) -> tuple[str, tuple[Heading, ...]]:
        if not self.headings:
            return self.html.filled(texts), ()
        taken = {each.filled(texts) for each in self.ids}
        every = [*texts, *([""] * len(self.headings))]
        found = []
        for number, (level, key, name) in enumerate(self.headings, start=self.texts):
            said = " ".join(name.filled(every).split())
            if number in key.gaps:
                every[number] = own_id(said, taken)
            found.append(Heading(level, key.filled(every), said))
        return self.html.filled(every), tuple(found)


class Shapes:
    """The shapes that were met so far."""

    def __init__(self) -> None:
        self._known: dict[str, _Shape | None] = {}

    def html(self, body: str, texts: Sequence[str]) -> tuple[str, tuple[Heading, ...]] | None:
        """The HTML and the headings of a page; None where `converted` refuses it."""
        if body in self._known:
            shape = self._known[body]
            return None if shape is None else shape.made(texts)
        if len(self._known) == _MOST:
            plain = converted(filled(body, texts))
            return None if plain is None else (plain.html, plain.headings)
        shape = self._known[body] = _shape(body, len(texts))
        return None if shape is None else shape.made(texts)


def _shape(body: str, texts: int) -> _Shape | None:
    marks = tuple(f"\x05{number}\x06" for number in range(texts))
    made = converted(filled(body, marks), marked=True)
    if made is None:
        return None
    headings = (
        (each.level, _form(each.id, texts), _form(each.name, texts)) for each in made.headings
    )
    ids = (_form(each, texts) for each in sorted(made.ids))
    return _Shape(texts, _form(made.html, texts), tuple(headings), tuple(ids))


def _form(text: str, texts: int) -> _Form:
    """The text taken apart; the ids of headings are numbered behind the texts."""
    pieces = MARK.split(text)
    gaps = (int(each[1:]) + texts if each[0] == "h" else int(each) for each in pieces[1::2])
    return _Form(tuple(pieces[::2]), tuple(gaps))
