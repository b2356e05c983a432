"""Text as plain Markdown that reads well as it stands: marks in it are written with a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from generator.views.paging import Page
from generator.views.refs import Ref
from generator.views.statement import StatementView

ROOT = "../../"
"""From the page of a record to the site's root."""

_MARKS = re.compile(r"([\\`*_\[\]<>&~|#])")
_START = re.compile(r"([-+=])|(\d+)([.)])")


@lru_cache(maxsize=8192)  # Names, labels and links of the chain come again and again.
def md(value: str) -> str:
    """The text on one line; nothing in it is taken for Markdown or HTML."""
    line = " ".join(value.split())
    if _MARKS.search(line):
        line = _MARKS.sub(r"\\\1", line)
    start = _START.match(line)
    if start is None:
        return line
    sign, number, behind = start.groups()
    return f"\\{line}" if sign else f"{number}\\{behind}{line[start.end() :]}"


def link(ref: Ref, root: str = ROOT) -> str:
    """A record by its name, leading to its page."""
    return f"[{md(ref.name)}]({root}{ref.path})"


def links(refs: Iterable[Ref], root: str = ROOT) -> str:
    """Several records."""
    return ", ".join(link(ref, root) for ref in refs)


def statement_link(view: StatementView, root: str = ROOT) -> str:
    """A statement by its heading, which begins with the speaker."""
    return f"[{md(view.heading)}]({root}{view.path})"


def statement_line(view: StatementView, root: str = ROOT) -> str:
    """A statement in a list: its condition, its form, its date, who reported it."""
    condition = f" Condition: {md(view.condition)}." if view.condition else ""
    state = f" {view.status.capitalize()}." if view.status != "current" else ""
    return (
        f"- {statement_link(view, root)}.{state}{condition} ({view.form_text}; "
        f"{view.said_text}; {md(view.evidence[0].reference)})"
    )


def said_list(title: str, views: Iterable[StatementView], root: str = ROOT) -> list[str]:
    """A part of a page that lists statements; none where there are none."""
    lines = [statement_line(view, root) for view in views]
    return [f"## {title}", "\n".join(lines)] if lines else []


def bullets(title: str, lines: Iterable[str]) -> list[str]:
    """A part of a page that is a list; none where it would be empty."""
    found = [f"- {line}" for line in lines]
    return [f"## {title}", "\n".join(found)] if found else []


def pager(page: Page[Any], root: str) -> list[str]:
    """Which page of several this is, and where the others are."""
    if page.last == 1:
        return []
    others = ", ".join(
        str(number) if number == page.number else f"[{number}]({root}{path})"
        for number, path in page.numbers
    )
    return [f"Page {page.number} of {page.last}: {others}"]


def text(parts: Iterable[str]) -> str:
    """The page: its parts apart by blank lines, empty ones left out."""
    return "\n\n".join(filter(None, parts)) + "\n"
