"""Every page of the site as plain Markdown, from the templates of `site-templates/plain/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factsheets.site.html import INTRODUCTION, ROOT, Templates, site_templates
from factsheets.site.markdown import finalize, head, quoted
from factsheets.site.views.pages import SitePage
from factsheets.site.views.site import Site

_BLANK_LINES = re.compile(r"\n\n\n+")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as plain Markdown.

    Attributes:
        path: Its address below the site's root, ending in a slash; empty for the home page.
        title: The title as text, as search engines and link previews show it.
        description: One or two sentences for them; may be empty.
        text: The Markdown, complete: every text of the page, with its citation at the end. Links
            are relative to the page's address.
    """

    path: str
    title: str
    description: str
    text: str


def plain_pages(
    site: Site, templates: Mapping[str, str], views: Iterable[SitePage]
) -> Iterator[PlainPage]:
    """Every page, in an order that depends on the content alone.

    Args:
        site: What the pages show.
        templates: The template files by their path below `site-templates/`.
        views: The `site_pages` of the site.
    """
    own = site_templates(site, templates, "plain/card.md.j2", finalize)
    for page in views:
        yield PlainPage(page.path, page.preview or page.title, page.description, _text(page, own))


def docs_file(page: PlainPage) -> bytes:
    """The page's file in `docs/`: its title and description as front matter, then the text.

    Themes print both into HTML as they are, so they are escaped for HTML.
    """
    front = [f"title: {quoted(head(page.title))}"]
    if page.description:
        front.append(f"description: {quoted(head(page.description))}")
    return "\n".join(["---", *front, "---", "", page.text]).encode()


def _text(page: SitePage, templates: Templates) -> str:
    if page.kind == "written":
        return f"{page.prose}\n"
    printed = templates.get(f"plain/{page.kind}.md.j2").render(
        page.given,
        title=page.title,
        cite=page.cite,
        introduction=INTRODUCTION if page.prose else "",
    )
    text = _BLANK_LINES.sub("\n\n", printed.replace(" \n", "\n")).strip()
    text = text.replace(ROOT, "../" * page.path.count("/"))
    # Last, because its own blank lines stay as they are.
    return text.replace(INTRODUCTION, page.prose) + "\n"
