"""The hand-written pages of content/pages: which have an address of their own, and their titles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.ground import Site

# These introduce pages that are generated.
INTRODUCTIONS = frozenset(
    ["index", "check", "corrections", "data", "figures", "search", "timeline"]
    + [f"{folder}/index" for folder in ("topics", "actors", "sources", "events", "facts")]
)


def hand_written(site: Site) -> Iterator[tuple[str, str, str]]:
    """Address below the site's root, title, and Markdown of each page, by name."""
    for name, body in sorted(site.dataset.prose.items()):
        if name not in INTRODUCTIONS:
            yield f"{name}/", first_heading(body) or name, body


def first_heading(markdown: str) -> str:
    """The text of the first heading of the first level, empty where there is none."""
    lines = (line[2:].strip() for line in markdown.splitlines() if line.startswith("# "))
    return next(lines, "")
