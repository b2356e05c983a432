"""What a beginner starts from: commented files to be filled, and a small site of one's own."""

from __future__ import annotations

from generator.scaffold.project import project
from generator.scaffold.records import Known, example, scaffold, unfilled

__all__ = ["Known", "example", "project", "scaffold", "unfilled"]
