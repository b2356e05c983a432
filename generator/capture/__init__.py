"""Article text -> capture; quotation -> found at paragraph and words, or where the two part."""

from __future__ import annotations

from generator.capture.check import (
    Locate,
    article_findings,
    checked,
)
from generator.capture.evidence import Finding
from generator.capture.lookup import Span, WordsAt, spans, words_at
from generator.capture.make import Capture, Paragraph, capture, digest, renewed
from generator.capture.moved import moved
from generator.capture.other_text import is_other_text
from generator.capture.paragraphs import Layout, layout
from generator.capture.reprints import Pair, Shared, is_comparable, shared_text
from generator.capture.seeds import (
    LIST,
    SeedRow,
    broken,
    captures,
    listed,
    loaded,
    readme,
    rows,
    texts,
    with_id,
    with_row,
)
from generator.capture.shelf import Captures, Material, sources, with_committed
from generator.capture.store import Findings, dumps, loads
from generator.capture.topics import marked_words_of_topics

__all__ = [
    "LIST",
    "Capture",
    "Captures",
    "Finding",
    "Findings",
    "Layout",
    "Locate",
    "Material",
    "Pair",
    "Paragraph",
    "SeedRow",
    "Shared",
    "Span",
    "WordsAt",
    "article_findings",
    "broken",
    "capture",
    "captures",
    "checked",
    "digest",
    "dumps",
    "is_comparable",
    "is_other_text",
    "layout",
    "listed",
    "loaded",
    "loads",
    "marked_words_of_topics",
    "moved",
    "readme",
    "renewed",
    "rows",
    "shared_text",
    "sources",
    "spans",
    "texts",
    "with_committed",
    "with_id",
    "with_row",
    "words_at",
]
