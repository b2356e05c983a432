"""Which files of open data there are, and what each holds, in words."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.kinds import KINDS, PAGE_FOLDERS
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _

LISTS = tuple(PAGE_FOLDERS.values())
TABLES = ("facts", "figures", "evidence", *(kind.pages for kind in KINDS.values()), "removed")

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


def data_groups() -> tuple[tuple[str, tuple[DataFile, ...]], ...]:
    """The files by the heading under which the page on data lists them."""
    files = data_files()
    return tuple(
        (group, tuple(file for file in files if file.group == group))
        for group in dict.fromkeys(file.group for file in files)
    )


def data_files() -> tuple[DataFile, ...]:
    """Every file but those of the parts of the citation check."""
    records = {kind.pages: deferred(kind.description) for kind in KINDS.values()}
    lists = records | {"facts": _("all statements, with their evidence and chain of attribution")}
    tables = records | {
        "facts": _("one row per statement"),
        "figures": _("one row per figure, given or refused"),
        "evidence": _("one row per report of a statement"),
        "removed": _("one row per removed record, without its text"),
    }
    package = _("what the columns of the tables mean (Frictionless)")
    group = _("Tables")
    return (
        *(DataFile(f"data/{name}.json", _JSON, lists[name], _("Lists")) for name in LISTS),
        *(DataFile(f"data/{name}.csv", _CSV, tables[name], group) for name in TABLES),
        DataFile("data/datapackage.json", _JSON, package, group),
        *_other_files(),
    )


def _other_files() -> tuple[DataFile, ...]:
    database = _("everything as an SQLite database, with full-text search")
    csl, bib = "application/vnd.citationstyles.csl+json", "application/x-bibtex"
    feed = _("new and changed statements, corrections, withdrawals (Atom)")
    citations, texts, others = _("Citations"), _("Feeds and texts"), _("Other files")
    schemas = (
        DataFile(
            f"data/schema/{name}.json",
            "application/schema+json",
            _("what the fields of %(file)s mean (JSON Schema)", file=f"{name}.json"),
            _("Lists"),
        )
        for name in LISTS
    )
    check = _("data of the page /check/; the statements are in data/check/, in parts")
    ris = "application/x-research-info-systems"
    return (
        DataFile("data/factsheets.db", "application/vnd.sqlite3", database, _("Database")),
        DataFile("data/references.json", csl, _("sources and statements as CSL-JSON"), citations),
        DataFile("data/references.bib", bib, _("the same as BibTeX"), citations),
        DataFile("data/references.ris", ris, _("the same as RIS"), citations),
        DataFile("feed.xml", "application/atom+xml", feed, texts),
        DataFile(
            "llms.txt", "text/plain", _("an overview of the site, for language models"), texts
        ),
        *schemas,
        DataFile("data/check.json", _JSON, check, others),
        DataFile("data/index.json", _JSON, _("the version, and the list of files"), others),
    )
