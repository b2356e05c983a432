"""Which files of open data there are, and what is in each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator import __version__
from generator.export.rows import actor_row, event_row, fact_row, source_row, topic_row
from generator.views import Site


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root, and content; lists are bare arrays in the order of ids."""
    dataset = site.dataset
    lists: dict[str, Iterator[dict[str, Any]]] = {
        "facts": (fact_row(view) for view in site.statements.values()),
        "actors": (actor_row(site, key) for key in dataset.actors),
        "topics": (topic_row(site, key) for key in dataset.topics),
        "sources": (source_row(site, key) for key in dataset.articles),
        "events": (event_row(site, key) for key in dataset.events),
    }
    for name, rows in lists.items():
        yield f"data/{name}.json", _array(rows)
    index = {
        "version": __version__,
        "generated_from": site.settings.revision,
        "files": [f"data/{name}.json" for name in sorted(lists)],
    }
    yield "data/index.json", (json.dumps(index, indent=2) + "\n").encode()


def _array(rows: Iterator[dict[str, Any]]) -> bytes:
    """One row a line, so that a change of one row is a change of one line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"
