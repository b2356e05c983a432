"""Files for new records: every field is explained, and required fields are empty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factsheets.content.dates import day
from factsheets.content.finding import texts
from factsheets.content.json_schema import modeline
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.tree import Tree
from factsheets.datafiles import list_files, load_text

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
SITE = "new-site"
EXAMPLE_ARTICLE = "example-news-2024-03-05"
# Only the text of a made-up article may be committed.
_COMMITTED = "# Made up, so that its text may be committed.\ntext: committed\n"


def scaffold(kind: Kind, record_id: str, publishers: Iterable[str] = (), url: str = "") -> str:
    """The file of a new record: required fields are empty, all others are comments.

    `url` is the address of a new article, `publishers` may be its publisher.
    """
    text = load_text(__package__, f"new-record/{kind}.yaml")
    return _article(text, record_id, publishers, url) if kind == "article" else text


def example(kind: Kind) -> str:
    """A complete, made-up file of a kind, without problems."""
    folder = f"{SITE}/{KINDS[kind].folder}"
    text = load_text(__package__, f"{folder}/{min(list_files(__package__, folder))}")
    return text.removeprefix(f"{modeline(kind)}\n").replace(_COMMITTED, "")


def unfilled(tree: Tree) -> list[tuple[int, str]]:
    """The empty fields of a file: line and name."""
    return [
        (tree.key_place((*group, step)).line, str(step))
        for group, step, text in texts(tree.root)
        if not text
    ]


def publisher_of(article_id: str, publishers: Iterable[str]) -> str:
    """The publisher whose id an article's id begins with: gazette-2025-05-03; empty if none."""
    named = (name for name in publishers if article_id.startswith(f"{name}-"))
    return max(named, key=len, default="")


def day_of(article_id: str) -> str:
    """The day that an article's id ends with; empty if none."""
    found = _DAY.search(article_id)
    return found[0] if found and day(found[0]) else ""


def _article(text: str, record_id: str, publishers: Iterable[str], url: str) -> str:
    """The file of an article; its id may give publisher and date: gazette-2025-05-03."""
    publisher = publisher_of(record_id, publishers)
    filled = {"publisher": publisher, "published": day_of(record_id), "url": url}
    lines = (
        f"{line} {filled[line[:-1]]}" if filled.get(line[:-1]) else line
        for line in text.splitlines()
    )
    return "\n".join(lines) + "\n"
