"""Superseded statements that no other brings up to date: readers are led nowhere."""

from __future__ import annotations

from collections.abc import Container, Mapping

from generator.dataset.model import Locate, Statement, file_of
from generator.problem import Problem


def without_successor(
    statements: Mapping[str, Statement], followed: Container[str], locate: Locate
) -> list[Problem]:
    """A warning for each superseded statement that is not among the `followed` ones.

    Those are all that stand in some statement's `updates`.
    """
    return [
        Problem(
            "no-successor",
            f'No statement brings "{key}" up to date.',
            locate(file_of("article", each.article_id), ("facts", each.index, "status")),
            f"Add to the newer statement: updates: [{key}]. If there is none, the statement is "
            "withdrawn, or current.",
            "warning",
        )
        for key, each in statements.items()
        if each.fact.status == "superseded" and key not in followed
    ]
