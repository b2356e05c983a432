"""A file of each kind to be filled: every field explained, those that must be there left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.dates import day
from factsheets.content.fact_rules import QUOTED_WORDS
from factsheets.content.json_schema import modeline
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.text import hidden
from factsheets.content.tree import Map, Seq, Tree, quoted
from factsheets.datafiles import list_files, load_text
from factsheets.quotes.lookup import Span, spans

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
SITE = "new-site"
EXAMPLE_ARTICLE = "example-news-2024-03-05"
# Only the text of an article that is made up may be committed.
_COMMITTED = "# Made up, so that its text may be committed.\ntext: committed\n"
_CHECKED = 3  # fewer words of a quotation cannot be checked


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before anybody has filled its file."""

    publishers: frozenset[str] = frozenset()
    text: str | None = None
    url: str = ""


def scaffold(kind: Kind, record_id: str, known: Known) -> str:
    """The file of a new record. What must be filled stands open; the rest waits in comments."""
    text = load_text(__package__, f"new-record/{kind}.yaml")
    return _article(text, record_id, known) if kind == "article" else text


def example(kind: Kind) -> str:
    """The file of a kind as it looks when it is filled: made up, and free of mistakes."""
    folder = f"{SITE}/{KINDS[kind].folder}"
    text = load_text(__package__, f"{folder}/{min(list_files(__package__, folder))}")
    return text.removeprefix(f"{modeline(kind)}\n").replace(_COMMITTED, "")


def unfilled(tree: Tree) -> list[tuple[int, str]]:
    """The fields of a file behind which nothing stands yet: line and name."""
    paths = _open(tree.root, ())
    return [(tree.key_place(path).line, str(path[-1])) for path in paths]


def _open(node: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, Map):
        for key, value in node.items():
            yield from _open(value, (*path, key))
    elif isinstance(node, Seq):
        for number, value in enumerate(node):
            yield from _open(value, (*path, number))
    elif node == "":
        yield path


def _article(text: str, record_id: str, known: Known) -> str:
    """Publisher and day are taken from the id where they stand there: gazette-2025-05-03."""
    publisher = max(
        (name for name in known.publishers if record_id.startswith(f"{name}-")),
        key=len,
        default="",
    )
    found = _DAY.search(record_id)
    published = found[0] if found and day(found[0]) else ""
    filled = {"publisher": publisher, "published": published, "url": known.url}
    lines = (
        f"{line} {filled[line[:-1]]}" if filled.get(line[:-1]) else line
        for line in text.splitlines()
    )
    return "\n".join(lines) + "\n" + _candidates(known.text)


def _candidates(text: str | None) -> str:
    """Each quotation of the text as a fact in comments, with its paragraph."""
    if text is None:
        return ""
    found = spans(text)
    head = (
        "\n  # What stands in quotation marks in the text, paragraph by paragraph. To use one,\n"
        '  # take the "# " away from its lines and fill it. Delete what you do not use, also the\n'
        "  # open statement above.\n"
    )
    rows = [_candidate(span) for span in found]
    return head + "".join(rows) if rows else "\n  # The text has no words in quotation marks.\n"


def _candidate(span: Span) -> str:
    text = "".join(sign for sign in span.text if not any(hidden(sign)))
    note = "".join(f"  # {line}\n" for line in _notes(span, text))
    lines = (
        "- id:",
        "  speaker:",
        "  statement:",
        f"  quote: {quoted(text)}",
        f"  paragraph: {span.paragraph}",
        "  said:",
        "  said_basis:",
        "  topics:",
    )
    return "\n" + note + "".join(f"  # {line}\n" for line in lines)


def _notes(span: Span, text: str) -> Iterator[str]:
    """What keeps words in quotation marks from being a quotation as they stand."""
    if span.unclear:
        yield "The quotation marks here can be read in several ways: read the paragraph."
    if span.tokens < _CHECKED:
        yield "Fewer than three words cannot be checked: say them in your own."
    if span.tokens > QUOTED_WORDS:
        yield f"More than {QUOTED_WORDS} words are too many: keep those that matter."
    if any(sign in text for sign in "[]"):
        yield "Brackets in a quotation are not the speaker's: keep the words before or behind them."
