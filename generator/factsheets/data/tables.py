"""The flat tables of the open data; one that others refer to stands before them."""

from __future__ import annotations

from factsheets.data.record_tables import ACTORS, EVENTS, REMOVED, SOURCES, TOPICS
from factsheets.data.statement_tables import EVIDENCE, FACTS, FIGURES

TABLES = (ACTORS, TOPICS, EVENTS, SOURCES, FACTS, FIGURES, EVIDENCE, REMOVED)
