"""Files for new records: every field is explained, and required fields are empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.dates import day
from factsheets.content.fact_rules import QUOTED_WORDS
from factsheets.content.json_schema import modeline
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.text import hidden
from factsheets.content.tree import Map, Path, Seq, Tree, quoted
from factsheets.datafiles import list_files, load_text
from factsheets.quotes.speech import Span, spans

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
SITE = "new-site"
EXAMPLE_ARTICLE = "example-news-2024-03-05"
# Only the text of a made-up article may be committed.
_COMMITTED = "# Made up, so that its text may be committed.\ntext: committed\n"
_FEWEST_WORDS = 3  # words of a quotation that can be checked


@dataclass(frozen=True, slots=True)
class Known:
    """The known data of an article for a new file."""

    publishers: frozenset[str] = frozenset()
    text: str | None = None
    url: str = ""


def scaffold(kind: Kind, record_id: str, known: Known) -> str:
    """The file of a new record: required fields are empty, all others are comments."""
    text = load_text(__package__, f"new-record/{kind}.yaml")
    return _article(text, record_id, known) if kind == "article" else text


def example(kind: Kind) -> str:
    """A complete, made-up file of a kind, without problems."""
    folder = f"{SITE}/{KINDS[kind].folder}"
    text = load_text(__package__, f"{folder}/{min(list_files(__package__, folder))}")
    return text.removeprefix(f"{modeline(kind)}\n").replace(_COMMITTED, "")


def unfilled(tree: Tree) -> list[tuple[int, str]]:
    """The empty fields of a file: line and name."""
    return [(tree.key_place(path).line, str(path[-1])) for path in _empty(tree.root, ())]


def _empty(node: object, path: Path) -> Iterator[Path]:
    """The paths of empty values."""
    if isinstance(node, Map):
        for key, value in node.items():
            yield from _empty(value, (*path, key))
    elif isinstance(node, Seq):
        for number, value in enumerate(node):
            yield from _empty(value, (*path, number))
    elif node == "":
        yield path


def _article(text: str, record_id: str, known: Known) -> str:
    """The file of an article; its id may give publisher and date: gazette-2025-05-03."""
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
    """Each quotation of the text as a commented-out fact, with its paragraph."""
    if text is None:
        return ""
    found = spans(text)
    head = (
        "\n  # The text has these words in quotation marks, by paragraph. To use one, delete the\n"
        '  # "# " at the start of its lines and fill in its fields. Delete what you do not use,\n'
        "  # and the empty statement above.\n"
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
    """Why words in quotation marks cannot be used as a quotation."""
    if span.unclear:
        yield "The quotation marks here can be read in several ways: read the paragraph."
    if span.tokens < _FEWEST_WORDS:
        yield "Fewer than three words cannot be checked: use your own words."
    if span.tokens > QUOTED_WORDS:
        yield f"More than {QUOTED_WORDS} words are too many: keep those that matter."
    if any(sign in text for sign in "[]"):
        yield "Words in brackets are not the speaker's: keep the words before or after them."
