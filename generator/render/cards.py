"""A statement's card, made once for all the pages that show it: as Markdown and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from jinja2 import Template
from markupsafe import Markup

from generator.render.markup import Heading, converted
from generator.views.statement import StatementView

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

    def __init__(self, template: Template) -> None:
        self._template = template
        self._markdown: dict[bytes, bytes] = {}
        self._html: dict[bytes, bytes] = {}

    def hole(self, view: StatementView) -> Markup:
        """What stands in a page's text for the card; no text of the content holds such signs."""
        key = view.id.encode()
        if key not in self._markdown:
            made = self._template.render(view=view, root=_AT_ROOT)
            self._markdown[key] = made.strip("\n").encode()
        return Markup(f"\x02{view.id}\x03\n")  # noqa: S704 - an id

    def forget(self, ids: Iterable[str]) -> None:
        """Lets these cards be made anew."""
        for key in map(str.encode, ids):
            self._markdown.pop(key, None)
            self._html.pop(key, None)

    def markdown(self, body: str, root: str) -> bytes:
        """The whole Markdown of a page that lies `root` below the site's root."""
        return _filled(body, root, self._markdown.__getitem__)

    def html(self, body: str, root: str) -> tuple[bytes, tuple[Heading, ...]]:
        """The page's HTML and its headings; raises `NotConverted`."""
        made = converted(body)
        if made is None:
            raise NotConverted
        return _filled(made.html, root, self._card), made.headings

    def _card(self, key: bytes) -> bytes:
        if key not in self._html:
            made = converted(self._markdown[key].decode())
            if made is None:
                raise NotConverted
            self._html[key] = made.html.encode()
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
