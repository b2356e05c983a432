"""Which files of open data there are, and what each holds, in words."""

from __future__ import annotations

DATA_FILES = (
    ("facts.json", "data/facts.json", "every statement, with its evidence and its chain"),
    ("actors.json", "data/actors.json", "people, states, coalitions, groups, publishers"),
    ("topics.json", "data/topics.json", "topics with their questions"),
    ("sources.json", "data/sources.json", "the articles that statements are taken from"),
    ("events.json", "data/events.json", "occasions on which statements were made"),
    ("index.json", "data/index.json", "the version, and the list of files"),
)
