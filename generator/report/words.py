"""Counts in words: what was checked, and what was found wrong."""

from __future__ import annotations

from generator.problem import Summary


def summary_line(summary: Summary) -> str:
    """One line for the end of a report: 12 statements, 6 of 6 quotations found. No problems."""
    parts = [
        counted(summary.facts, "statement")
        + (f" ({counted(summary.drafts, 'draft')} more)" if summary.drafts else ""),
        counted(summary.sources, "source"),
        counted(summary.actors, "actor"),
        counted(summary.topics, "topic"),
        counted(summary.events, "event"),
        f"{summary.quotes_found:,} of {counted(summary.quotes, 'quotation')} found",
    ]
    return f"Checked {', '.join(parts)}. {problems_in_words(summary)}"


def problems_in_words(summary: Summary) -> str:
    """No problems. / 1 error and 2 warnings."""
    kinds = ((summary.errors, "error"), (summary.warnings, "warning"))
    found = [counted(number, noun) for number, noun in kinds if number]
    return (" and ".join(found) or "No problems") + "."


def counted(number: int, noun: str) -> str:
    """1 error, 2 errors, 12,000 statements."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
