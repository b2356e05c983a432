"""Text as plain Markdown that reads well as it stands: marks in it are written with a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from generator.views.paging import Page
from generator.views.refs import Ref
from generator.views.statement import Mark, StatementView

ROOT = "../../"
"""From the page of a record to the site's root."""

_MARKS = re.compile(r"([\\`*_\[\]<>&~|#])")
_START = re.compile(r"([-+=])|([0-9]+)([.)])")
_STARTING = frozenset("-+=0123456789")


def md(value: str) -> str:
    """The text on one line; nothing in it is taken for Markdown or HTML."""
    # A plain space is the only one that can be printed.
    tidy = value.isprintable() and "  " not in value and value == value.strip()
    line = value if tidy else " ".join(value.split())
    if _MARKS.search(line):
        line = _MARKS.sub(r"\\\1", line)
    start = _START.match(line) if line[:1] in _STARTING else None
    if start is None:
        return line
    sign, number, behind = start.groups()
    return f"\\{line}" if sign else f"{number}\\{behind}{line[start.end() :]}"


md_name = lru_cache(maxsize=1 << 15)(md)
"""The same for names, labels, places and days, which come again and again."""


def address(url: str, access: str) -> str:
    """The address of an article, and who can read it there."""
    return f"<{url}> ({access})" if access else f"<{url}>"


def link(ref: Ref, root: str = ROOT) -> str:
    """A record by its name, leading to its page."""
    return f"[{md_name(ref.name)}]({root}{ref.path})"


def links(refs: Iterable[Ref], root: str = ROOT) -> str:
    """Several records."""
    return ", ".join([link(ref, root) for ref in refs])


class Lines:
    """The statements as other pages name them: each is put into words once for all pages.

    So is each article as lists of sources have it, by its id.
    """

    def __init__(self) -> None:
        self.sources: dict[str, str] = {}
        self._known: dict[str, tuple[str, str]] = {}

    def link(self, view: StatementView, root: str = ROOT) -> str:
        """A statement by its heading, which begins with the speaker."""
        head, _ = self._known.get(view.id) or self._made(view)
        return f"{head}{root}{view.path})"

    def line(self, view: StatementView, root: str = ROOT) -> str:
        """A statement in a list: its condition, its form, its date, who reported it."""
        head, tail = self._known.get(view.id) or self._made(view)
        return f"- {head}{root}{tail}"

    def part(self, title: str, views: Iterable[StatementView], root: str = ROOT) -> list[str]:
        """A part of a page that lists statements; none where there are none."""
        lines = [self.line(view, root) for view in views]
        return [f"## {title}", "\n".join(lines)] if lines else []

    def _made(self, view: StatementView) -> tuple[str, str]:
        """What stands before the way to the site's root, and what behind it."""
        condition = f" Condition: {md(view.condition)}." if view.condition else ""
        state = f" {view.status.capitalize()}." if view.status != "current" else ""
        if view.unreviewed:
            state += " Not reviewed yet."
        made = self._known[view.id] = (
            f"[{md(view.heading)}](",
            f"{view.path}).{state}{condition} ({view.form_text}; "
            f"{md_name(view.when.said)}; {md_name(view.evidence[0].reference)})"
            f"{marked(view.marks)}",
        )
        return made


def marked(marks: Iterable[Mark]) -> str:
    """Who contests it or brought it up to date, each as a sentence."""
    return "".join(f" {md_name(each.text)}." for each in marks)


def bullets(title: str, lines: Iterable[str]) -> list[str]:
    """A part of a page that is a list; none where it would be empty."""
    found = list(lines)
    return [f"## {title}", "- " + "\n- ".join(found)] if found else []


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


def cited(line: str) -> str:
    """The part that says how to cite a page."""
    return f"## Cite\n\n{md(line)}"
