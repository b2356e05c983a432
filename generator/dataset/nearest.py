"""Finds the known id that a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "Look up the id.") -> str:
    """`Did you mean x?` with the nearest of the known ids, or `otherwise` where none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f"Did you mean {near[0]}?" if near else otherwise
