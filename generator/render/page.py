"""One page of the site: its address, what its head says, and the view that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Meta = dict[str, str | list[str] | bool]


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `path` is its address below the site's root, ending in a slash.

    `template` is the kind of page, empty for a hand-written one. `view` holds what the template
    prints: two pages with equal views are the same. `prose` is Markdown of somebody's own hand:
    the introduction of a generated page, or the whole text of a hand-written one.
    """

    path: str
    title: str
    meta: Meta
    template: str = ""
    view: Mapping[str, Any] = field(default_factory=dict)
    prose: str = ""

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.path.count("/")

    @property
    def file(self) -> str:
        """Its file below docs/: `actors/x.md` for `actors/x/`, an index for a folder's page."""
        return file_of_page(self.path)


_FOLDER_PAGES = frozenset({"", "topics/", "actors/", "sources/", "events/", "facts/"})


def file_of_page(path: str) -> str:
    """`actors/` is a folder, so its page is `actors/index.md`; `figures/` is `figures.md`."""
    return f"{path}index.md" if path in _FOLDER_PAGES else f"{path[:-1]}.md"
