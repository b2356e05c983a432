"""Every page of the site as plain Markdown, from the templates of `site-templates/plain/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.site.hand_written import introduction
from factsheets.site.html import ROOT, Templates
from factsheets.site.markdown import finalize, head, md, quoted
from factsheets.site.views import citation
from factsheets.site.views.pages import SitePage, site_pages
from factsheets.site.views.relations import on_card
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

# A mark for what is put in last; no text of the content holds such signs.
_PROSE = re.compile("\x03([a-z/]+)\x04")
_BLANK_LINES = re.compile(r"\n\n\n+")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as plain Markdown.

    Attributes:
        path: Its address below the site's root, ending in a slash; empty for the home page.
        title: The title as text.
        description: One or two sentences for search engines; may be empty.
        text: The Markdown, complete: every text of the page, with its citation at the end. Links
            are relative to the page's address.
    """

    path: str
    title: str
    description: str
    text: str


def plain_pages(
    site: Site, templates: Mapping[str, str], views: Iterable[SitePage] | None = None
) -> Iterator[PlainPage]:
    """Every page, in an order that depends on the content alone.

    Args:
        site: What the pages show.
        templates: The template files by their path below `site-templates/`.
        views: The `site_pages` of the site, where they are made already.
    """
    printer = _Printer(site, templates)
    for page in views if views is not None else site_pages(site):
        yield PlainPage(page.path, page.title, page.description, printer.text(page))


def docs_file(page: PlainPage) -> bytes:
    """The page's file in `docs/`: its title and description as front matter, then the text.

    Themes print both into HTML as they are, so they are escaped for HTML.
    """
    front = [f"title: {quoted(head(page.title))}"]
    if page.description:
        front.append(f"description: {quoted(head(page.description))}")
    return "\n".join(["---", *front, "---", "", page.text]).encode()


class _Printer:
    """The templates of one site, and the cards that they printed so far."""

    def __init__(self, site: Site, templates: Mapping[str, str]) -> None:
        self._site = site
        self._cards: dict[str, Markup] = {}
        self._templates = Templates(
            templates,
            finalize,
            settings=site.settings,
            version=citation.version(site),
            card=self._card,
            prose=self._prose,
        )

    def text(self, page: SitePage) -> str:
        if page.kind == "written":
            written = page.given["page"]
            heading = f"# {md(written.title)}\n\n" if written.heading else ""
            return f"{heading}{written.body.strip()}\n"
        printed = self._printed(page.kind, title=page.title, cite=page.cite, **page.given)
        text = printed.replace(ROOT, "../" * page.path.count("/"))
        return _PROSE.sub(lambda found: self._introduction(found[1]), text) + "\n"

    def _printed(self, name: str, **given: object) -> str:
        printed = self._templates.get(f"plain/{name}.md.j2").render(given)
        return _BLANK_LINES.sub("\n\n", printed.replace(" \n", "\n")).strip()

    def _card(self, view: StatementView) -> Markup:
        """A statement as lists of statements show it, printed once for all pages."""
        if view.id not in self._cards:
            printed = self._printed("card", view=view, relations=on_card(self._site, view.id))
            self._cards[view.id] = Markup(printed)  # noqa: S704 - Markdown by a template
        return self._cards[view.id]

    def _prose(self, name: str) -> Markup:
        """A hand-written introduction: a mark, for its own blank lines stay as they are."""
        return Markup(f"\x03{name}\x04" if self._introduction(name) else "")  # noqa: S704 - marks

    def _introduction(self, name: str) -> str:
        return introduction(self._site, name).text.strip()
