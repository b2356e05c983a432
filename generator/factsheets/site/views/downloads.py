"""Which files of open data there are, and what each holds, in words."""

from __future__ import annotations

from dataclasses import dataclass

LISTS = ("facts", "actors", "topics", "sources", "events")
TABLES = ("facts", "figures", "evidence", "actors", "topics", "sources", "events", "removed")

_JSON, _CSV = "application/json", "text/csv"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for programs: `path` is its address below the site's root."""

    path: str
    media_type: str
    what: str
    group: str

    @property
    def name(self) -> str:
        """`facts.json`."""
        return self.path.removeprefix("data/")


_LISTS = {
    "facts": "every statement, with its evidence and its chain of attribution",
    "actors": "people, states, coalitions, groups, publishers",
    "topics": "topics with their questions",
    "sources": "the articles that statements are taken from",
    "events": "occasions on which statements were made",
}
_TABLES = {
    **_LISTS,
    "facts": "one statement a row",
    "figures": "one number, given or refused, a row",
    "evidence": "one report of a statement a row",
    "removed": "one removed record a row, without its text",
}

DATA_FILES = (
    *(DataFile(f"data/{name}.json", _JSON, _LISTS[name], "Lists") for name in LISTS),
    *(DataFile(f"data/{name}.csv", _CSV, _TABLES[name], "Tables") for name in TABLES),
    DataFile(
        "data/datapackage.json",
        _JSON,
        "what the columns of the tables mean (Frictionless)",
        "Tables",
    ),
    DataFile(
        "data/factsheets.db",
        "application/vnd.sqlite3",
        "everything as an SQLite database, with full-text search",
        "Database",
    ),
    DataFile(
        "data/references.json",
        "application/vnd.citationstyles.csl+json",
        "sources and statements as CSL-JSON",
        "Citations",
    ),
    DataFile("data/references.bib", "application/x-bibtex", "the same as BibTeX", "Citations"),
    DataFile(
        "data/references.ris", "application/x-research-info-systems", "the same as RIS", "Citations"
    ),
    DataFile(
        "feed.xml",
        "application/atom+xml",
        "new and changed statements, corrections, withdrawals (Atom)",
        "Feeds and texts",
    ),
    DataFile("llms.txt", "text/plain", "what stands where, for language models", "Feeds and texts"),
    *(
        DataFile(
            f"data/schema/{name}.json",
            "application/schema+json",
            f"what the fields of {name}.json mean (JSON Schema)",
            "Lists",
        )
        for name in LISTS
    ),
    DataFile(
        "data/check.json",
        _JSON,
        "what the page /check/ looks up sentences in; the statements are in data/check/, in parts",
        "Others",
    ),
    DataFile("data/index.json", _JSON, "the version, and the list of files", "Others"),
)

DATA_GROUPS = tuple(
    (group, tuple(file for file in DATA_FILES if file.group == group))
    for group in dict.fromkeys(file.group for file in DATA_FILES)
)
