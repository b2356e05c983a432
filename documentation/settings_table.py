"""The table of settings in owners/look.md, from the program's own: a hook of MkDocs."""  # noqa: INP001

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factsheets.site.unused_settings import rows

MARK = "<!-- settings -->"


def on_page_markdown(markdown: str, **_: object) -> str:
    """Replace the mark by a table for each group of settings."""
    return markdown.replace(MARK, "\n".join(_lines())) if MARK in markdown else markdown


def _lines() -> Iterator[str]:
    for group, found in groupby(rows(), key=lambda row: row[0]):
        yield from (
            f"### {group.capitalize()}",
            "",
            "| name | works | how, or why not |",
            "|-|-|-|",
        )
        for _, name, works, text in found:
            yield f"| `{name}` | {'yes' if works else 'no'} | {text.replace('|', '&#124;')} |"
        yield ""
