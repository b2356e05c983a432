"""The open data: the dataset as files that programs read."""

from __future__ import annotations

from generator.export.files import File, files
from generator.export.head import head_of

__all__ = ["File", "files", "head_of"]
