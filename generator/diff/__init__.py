"""Two data sets -> what changed between them, in words, and what must not change in silence."""

from __future__ import annotations

from generator.diff.against import against
from generator.diff.change import Change, Comparison, Detail, Unread
from generator.diff.compared import Side, compared

__all__ = ["Change", "Comparison", "Detail", "Side", "Unread", "against", "compared"]
