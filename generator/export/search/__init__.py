"""The search: an index in small files, made from the data and not from finished pages."""

from __future__ import annotations

from generator.export.search.files import FOLDER, files

__all__ = ["FOLDER", "files"]
