"""What the search reads: a small page for each record, and the list of names."""

from __future__ import annotations

from generator.render.search.lean import NAMES_FILE, lean_pages, names_file

__all__ = ["NAMES_FILE", "lean_pages", "names_file"]
