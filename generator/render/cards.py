"""A statement's card, made once for all the pages that show it: as Markdown and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.render.shapes import Shapes
from generator.render.templates import Templates
from generator.render.texts import filled
from generator.views.relations import Relation
from generator.views.statement import StatementView

_CARD = "partials/card.md.j2"
_HOLE = re.compile(rb"\x02([a-z0-9-]+)\x03")
_ROOT = "../../"
_AT_ROOT = Markup(_ROOT)  # noqa: S704 - made of dots and slashes


class NotConverted(Exception):
    """A page is not of the Markdown that `generator.render.markup` knows."""


class Cards:
    """The cards of one site.

    A page's text first has a hole for each card. So a page can be filled with Markdown or with
    HTML, and no card is ever made twice. All are bytes, which take half the memory.
    """

    def __init__(
        self,
        templates: Templates,
        shapes: Shapes,
        relations: Callable[[str], tuple[Relation, ...]],
    ) -> None:
        """`relations` gives those that a card shows, by its statement's id."""
        self._templates = templates
        self._shapes = shapes
        self._relations = relations
        self._markdown: dict[bytes, bytes] = {}
        self._html: dict[bytes, bytes] = {}

    def hole(self, view: StatementView) -> Markup:
        """What stands in a page's text for the card; no text of the content holds such signs."""
        key = view.id.encode()
        if key not in self._markdown:
            texts = self._templates.texts
            before = len(texts)  # The page itself is in the making.
            shown = {"view": view, "root": _AT_ROOT, "relations": self._relations(view.id)}
            body = self._templates.printed(_CARD, shown).strip("\n")
            held = texts.since(before)
            self._markdown[key] = filled(body, held).encode()
            made = self._shapes.html(body, held)
            if made:
                self._html[key] = made[0].encode()
        return Markup(f"\x02{view.id}\x03\n")  # noqa: S704 - an id

    def forget(self, ids: Iterable[str]) -> None:
        """Lets these cards be made anew."""
        for key in map(str.encode, ids):
            self._markdown.pop(key, None)
            self._html.pop(key, None)

    def forget_all(self) -> None:
        """Gives their memory back; a page that shows one again makes it again."""
        self._markdown.clear()
        self._html.clear()

    def markdown(self, body: str, root: str) -> bytes:
        """The whole Markdown of a page that lies `root` below the site's root."""
        return _filled(body, root, self._markdown.__getitem__)

    def html(self, html: str, root: str) -> bytes:
        """The page's HTML, filled; raises `NotConverted` where a card has none."""
        return _filled(html, root, self._card)

    def _card(self, key: bytes) -> bytes:
        if key not in self._html:
            raise NotConverted
        return self._html[key]


def _filled(body: str, root: str, card: Callable[[bytes], bytes]) -> bytes:
    """The text with its holes filled; links of cards are for pages two folders deep."""
    parts = _HOLE.split(body.encode("utf-8", "surrogatepass"))
    if len(parts) == 1:
        return parts[0]
    cards = [card(key) for key in parts[1::2]]
    parts[1::2] = cards if root == _ROOT else [_moved(each, root) for each in cards]
    return b"".join(parts)


def _moved(card: bytes, root: str) -> bytes:
    for before in ("](", 'href="'):
        card = card.replace(f"{before}{_ROOT}".encode(), f"{before}{root}".encode())
    return card
