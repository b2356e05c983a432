"""The open data: the dataset as files that programs read."""

from __future__ import annotations

from generator.export.files import File, files
from generator.export.head import dressed

__all__ = ["File", "dressed", "files"]
