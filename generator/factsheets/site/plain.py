"""Every page of the site as plain Markdown, from the templates of `site-templates/plain/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from factsheets.site.html import INTRODUCTION, ROOT, Templates, site_templates
from factsheets.site.markdown import finalize, head, quoted
from factsheets.site.page_markup import addresses, without_code
from factsheets.site.views.pages import SitePage
from factsheets.site.views.site import Site

_BLANK_LINES = re.compile(r"\n\n\n+")
_ROOTED = re.compile(rf"{ROOT}(?P<path>[\w/.-]*)(?P<query>\?[^\s#)>]*)?(?:#[^\s)>]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page as plain Markdown.

    Attributes:
        path: Its address below the site's root, ending in a slash; empty for the home page.
        file: Its file in docs/.
        title: The title as text, as search engines and link previews show it.
        description: One or two sentences for them; may be empty.
        printed: What its template prints, with marks for the site's root and for the prose.
        prose: The hand-written page, or the hand-written introduction of a generated one.
    """

    path: str
    file: str
    title: str
    description: str
    printed: str
    prose: str

    @property
    def text(self) -> str:
        """The Markdown, complete: every text of the page, with its citation at the end.

        Links are relative to the page's address.
        """
        text = self.printed.replace(ROOT, "../" * self.path.count("/"))
        # Last, because its own blank lines stay as they are.
        return text.replace(INTRODUCTION, self.prose)


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
        title = page.preview or page.title
        printed = _printed(page, own)
        yield PlainPage(page.path, page.file, title, page.description, printed, page.prose)


def docs_file(page: PlainPage, files: Mapping[str, str]) -> bytes:
    """The page's file in `docs/`: its title and description as front matter, then the text.

    Themes print both into HTML as they are, so they are escaped for HTML; braces as well, because
    plugins such as macros run a title as a template. `files` has the file of each page, by path.
    """
    texts = {"title": page.title, "description": page.description}
    front = [
        f"{name}: {quoted(head(text).replace('{', '&#123;'))}"
        for name, text in texts.items()
        if text or name == "title"
    ]
    rest = "\n".join([*front, "---", "", _with_files(page, files)])
    # Themes print it into the page, so that `facts finish` knows which text an engine built.
    return f'---\ndigest: "{sha256(rest.encode()).hexdigest()[:12]}"\n{rest}'.encode()


def _with_files(page: PlainPage, files: Mapping[str, str]) -> str:
    """The text with links to the files of pages: engines and code hosts follow only these alike."""
    folder = page.file.rpartition("/")[0]
    inside, up = f"{folder}/" if folder else "", "../" * (folder.count("/") + bool(folder))

    def file_of(path: str) -> str | None:
        file = files.get(path)
        if file is None:
            return None
        return file.removeprefix(inside) if file.startswith(inside) else up + file

    def linked(found: re.Match[str]) -> str:
        # Drop the fragment: the sections that it names exist in the HTML only.
        file = file_of(found["path"])
        return file + (found["query"] or "") if file else root + found[0].removeprefix(ROOT)

    root = "../" * page.path.count("/")
    text = _ROOTED.sub(linked, page.printed)
    return text.replace(INTRODUCTION, _prose_with_files(page, file_of))


def _prose_with_files(page: PlainPage, file_of: Callable[[str], str | None]) -> str:
    made, done = [], 0
    for start, end, link in sorted(addresses(without_code(page.prose))):
        parts = urlsplit(link)
        there = posixpath.normpath(f"/{page.path}{parts.path}").strip("/")
        path = f"{there}/" if there else ""
        file = file_of(path)
        if parts.scheme or parts.netloc or parts.path[:1] in {"", "/"} or file is None:
            continue
        made += [page.prose[done:start], urlunsplit(("", "", file, parts.query, parts.fragment))]
        done = end
    return "".join([*made, page.prose[done:]])


def _printed(page: SitePage, templates: Templates) -> str:
    if page.kind == "written":
        return f"{INTRODUCTION}\n"
    printed = templates.get(f"plain/{page.kind}.md.j2").render(
        page.given,
        title=page.title,
        cite=page.cite,
        introduction=INTRODUCTION if page.prose else "",
    )
    return _BLANK_LINES.sub("\n\n", printed.replace(" \n", "\n")).strip() + "\n"
