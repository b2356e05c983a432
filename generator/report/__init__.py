"""Problems and summaries as text for a terminal, annotations for GitHub, and JSON."""

from __future__ import annotations

from generator.report.changes import changes_json, changes_markdown, changes_text
from generator.report.github import github, markdown
from generator.report.machine import as_json
from generator.report.repairs import repairs_text
from generator.report.terminal import blocks, text
from generator.report.words import summary_line

__all__ = [
    "as_json",
    "blocks",
    "changes_json",
    "changes_markdown",
    "changes_text",
    "github",
    "markdown",
    "repairs_text",
    "summary_line",
    "text",
]
