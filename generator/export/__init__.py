"""The open data: the dataset as files that programs read."""

from __future__ import annotations

from generator.export.files import files

__all__ = ["files"]
