"""The words that fields take, and the value of what a source does not say."""

from __future__ import annotations

ACTS = ("says", "asks", "answers", "declines", "announces")
COMPARATORS = ("exactly", "at-least", "at-most", "more-than", "less-than", "about", "between")
ANSWER_KINDS = ("yes", "no", "conditional", "considering", "declined", "other")
REMOVAL_REASONS = ("legal", "privacy", "error")
ACCESS = ("free", "registration", "paywall")
CORRECTION_KINDS = ("correction", "clarification")
DATE_BASES = ("stated", "inferred", "year-inferred")
NOT_STATED = "not-stated"
"""The value of a field of which the source was read and says nothing."""
ACTOR_KINDS = ("person", "state", "organisation", "coalition", "publisher", "group")
