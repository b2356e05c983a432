"""The hand-written pages of content/pages: which have an address of their own, and their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset.model import Prose
from generator.views.ground import Site

# These introduce pages that are generated.
INTRODUCTIONS = frozenset(
    ["index", "check", "corrections", "data", "figures", "search", "timeline"]
    + [f"{folder}/index" for folder in ("topics", "actors", "sources", "events", "facts")]
)

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#(?!#)[ \t]*(.+?)[ \t]*#*[ \t]*$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page at an address of its own below the site's root.

    `body` is Markdown. `heading` is true where it lacks a heading of the first level, so that the
    title has to be printed above it.
    """

    path: str
    title: str
    description: str
    body: str
    heading: bool


def hand_written(site: Site) -> Iterator[WrittenPage]:
    """Each page that has an address of its own, by name."""
    for name, page in sorted(site.dataset.prose.items()):
        if name not in INTRODUCTIONS:
            first = first_heading(page.text)
            title = page.title or first or _title_of(name)
            yield WrittenPage(f"{name}/", title, page.description, page.text, not first)


def _title_of(name: str) -> str:
    """A title from the name of a file: `about/our-aims` is `Our aims`."""
    words = name.removesuffix("/index").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def introduction(site: Site, name: str) -> Prose:
    """The hand-written introduction of a generated page, without text where there is none."""
    return site.dataset.prose.get(name, Prose(""))


def first_heading(markdown: str) -> str:
    """The text of the first heading of the first level, empty where there is none."""
    found = _HEADING.search(_FENCE.sub("", markdown))
    return (found[1] or found[2]).strip() if found else ""
