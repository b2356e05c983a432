"""The whole program, pure: files in, problems and pages out."""

from __future__ import annotations

from generator.pipeline.check import Look, Outcome, check
from generator.pipeline.compare import Difference, difference
from generator.pipeline.dead_parts import dead_parts, parts
from generator.pipeline.inputs import Inputs
from generator.pipeline.make import Made, make
from generator.pipeline.memory import Memory
from generator.pipeline.mend import Mended, mended
from generator.pipeline.moved import with_moved_paragraphs
from generator.pipeline.places import Hit, hits
from generator.pipeline.plan import Plan, applied, planned, worse
from generator.pipeline.published import listed_with, unlisted_addresses
from generator.pipeline.record import NoBase, check_against
from generator.pipeline.sheets import locator
from generator.pipeline.watch import Watch, unwatched

__all__ = [
    "Difference",
    "Hit",
    "Inputs",
    "Look",
    "Made",
    "Memory",
    "Mended",
    "NoBase",
    "Outcome",
    "Plan",
    "Watch",
    "applied",
    "check",
    "check_against",
    "dead_parts",
    "difference",
    "hits",
    "listed_with",
    "locator",
    "make",
    "mended",
    "parts",
    "planned",
    "unlisted_addresses",
    "unwatched",
    "with_moved_paragraphs",
    "worse",
]
