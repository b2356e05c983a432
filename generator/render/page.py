"""One page: its Markdown as a file, and its body as HTML where that can be made without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.render.cards import Cards, NotConverted
from generator.render.escape import head, quoted
from generator.render.markup import Heading, converted
from generator.render.shapes import Shapes
from generator.render.texts import filled

Meta = dict[str, str | list[str] | bool]


@dataclass(frozen=True)
class Written:
    """A page. `path` is its address below the site's root, ending in a slash.

    `body` is its Markdown with holes for `texts` and for the cards of statements. With `shapes`
    it is one of very many that are alike. A page of somebody's own hand has no cards.
    """

    path: str
    title: str
    meta: Meta
    body: str
    cards: Cards | None = None
    texts: tuple[str, ...] = ()
    shapes: Shapes | None = None

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.path.count("/")

    @property
    def file(self) -> str:
        """Its file below docs/: `actors/x.md` for `actors/x/`, an index for a folder's page."""
        return file_of_page(self.path)

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """The title and the texts of the front matter as engines print them in a page's head."""
        meta = self.meta.items()
        return {"title": head(self.title)} | {
            key: head(value) for key, value in meta if isinstance(value, str)
        }

    def _front(self, key: str, value: str | list[str] | bool) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list):
            return "[" + ", ".join(value) + "]"
        return quoted(self.heads[key])

    @property
    def data(self) -> bytes:
        """The whole file: front matter, then the body."""
        lines = [f"{key}: {self._front(key, value)}" for key, value in self.meta.items()]
        title = quoted(self.heads["title"])
        front = "\n".join(("---", f"title: {title}", *lines, "---", "")).encode()
        body = filled(self.body, self.texts)
        return front + (self.cards.markdown(body, self.root) if self.cards else body.encode())

    def html(self) -> tuple[bytes, tuple[Heading, ...]] | None:
        """The body as HTML, and its headings; None where only a Markdown program will do."""
        if self.cards is None:
            return None
        if self.shapes:
            made = self.shapes.html(self.body, self.texts)
        else:
            plain = converted(filled(self.body, self.texts))
            made = (plain.html, plain.headings) if plain else None
        try:
            return (self.cards.html(made[0], self.root), made[1]) if made else None
        except NotConverted:
            return None


_FOLDER_PAGES = frozenset({"", "topics/", "actors/", "sources/", "events/", "facts/"})


def file_of_page(path: str) -> str:
    """`actors/` is a folder, so its page is `actors/index.md`; `figures/` is `figures.md`."""
    return f"{path}index.md" if path in _FOLDER_PAGES else f"{path[:-1]}.md"
