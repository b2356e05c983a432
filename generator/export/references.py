"""Citations for programs: CSL-JSON, BibTeX and RIS, the original first and this site second."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.views import Site
from generator.views.refs import source_ref
from generator.views.statement import StatementView

Csl = dict[str, Any]

_BIBTEX = {
    ord("\\"): r"\textbackslash{}",
    ord("{"): r"\textbraceleft{}",
    ord("}"): r"\textbraceright{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
    **{ord(sign): "\\" + sign for sign in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_encode = json.JSONEncoder(ensure_ascii=False).encode
_RIS_TYPE = {"article-newspaper": "NEWS", "webpage": "ELEC"}


@dataclass(frozen=True, slots=True)
class Reference:
    """One citable thing in the three forms."""

    csl: Csl

    @property
    def json(self) -> str:
        """As an item of CSL-JSON."""
        return _encode(self.csl)

    @property
    def bibtex(self) -> str:
        """As an entry `@online` of BibLaTeX."""
        csl = self.csl
        fields = {
            "author": f"{{{_tex(csl['author'][0]['literal'])}}}",
            "title": f"{{{_tex(csl['title'])}}}",
            "organization": f"{{{_tex(csl['publisher'])}}}" if "publisher" in csl else "",
            "date": _day(csl, "issued", "-"),
            # An address holds no brace (the schema refuses it), and BibLaTeX reads it verbatim.
            "url": csl["URL"],
            "urldate": _day(csl, "accessed", "-"),
            "langid": csl.get("language", ""),
            "note": _tex(csl.get("note", "")),
        }
        lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
        return f"@online{{{csl['id']},\n{lines}}}\n"

    @property
    def ris(self) -> str:
        """As a record of RIS."""
        csl = self.csl
        lines = (
            ("TY", _RIS_TYPE[csl["type"]]),
            ("ID", csl["id"]),
            ("AU", csl["author"][0]["literal"]),
            ("TI", csl["title"]),
            ("T2", csl.get("container-title", "")),
            ("PB", csl.get("publisher", "")),
            ("DA", _day(csl, "issued", "/")),
            ("Y2", _day(csl, "accessed", "/")),
            ("LA", csl.get("language", "")),
            ("UR", csl["URL"]),
            ("L2", csl.get("archive_location", "")),
            ("N1", csl.get("note", "")),
        )
        return "".join(f"{tag}  - {_line(value)}\n" for tag, value in lines if value) + "ER  - \n"


def of_source(site: Site, article_id: str) -> Reference:
    """The article itself."""
    return Reference(_article(site, article_id))


def of_statement(site: Site, view: StatementView, article: Csl | None = None) -> Reference:
    """The article that reports a statement; a note names the statement and its page here.

    `article` is the article's own item, where it is at hand.
    """
    own = view.evidence[0]
    condition = f", {view.condition}" if view.condition else ""
    said = f"{view.who.name}, {view.said_text}: " if view.speaker else ""
    place = f"Paragraph {own.paragraph}. " if own.paragraph else ""
    note = (
        f"{said}{view.statement}{condition}. {place}"
        f"Via {site.settings.site_name}, {site.settings.site_url}{view.path}"
    )
    key = statement_key(site, view.id)
    return Reference({**(article or _article(site, view.article_id)), "id": key, "note": note})


def of_page(site: Site, path: str, title: str) -> Reference:
    """A page of this site that collects several sources."""
    settings = site.settings
    csl: Csl = {
        "id": path.strip("/").replace("/", "-") or "home",
        "type": "webpage",
        "title": title,
        "author": [{"literal": settings.site_name}],
        "container-title": settings.site_name,
        "URL": settings.site_url + path,
    }
    if site.newest:
        csl["issued"] = {"date-parts": [_parts(site.newest.isoformat())]}
    if settings.revision:
        csl["version"] = settings.revision
        csl["note"] = f"Version {settings.revision}"
    return Reference(csl)


def all_references(site: Site) -> Iterator[Reference]:
    """Every source, then every statement, each in the order of ids."""
    articles = articles_of(site)
    yield from map(Reference, articles.values())
    for view in site.statements.values():
        yield of_statement(site, view, articles[view.article_id])


def articles_of(site: Site) -> dict[str, Csl]:
    """The item of every article, for those who cite many of its statements."""
    return {key: _article(site, key) for key in site.dataset.articles}


def statement_key(site: Site, fact_id: str) -> str:
    """A statement's key: its id, told apart where an article has the same one."""
    return f"facts/{fact_id}" if fact_id in site.dataset.articles else fact_id


def _article(site: Site, article_id: str) -> Csl:
    article = site.dataset.articles[article_id]
    publisher = site.dataset.actors[article.publisher].name
    named = f"[{source_ref(site.dataset, article_id).name}; headline not recorded]"
    csl: Csl = {
        "id": article_id,
        "type": "article-newspaper",
        "title": article.title or named,
        "author": [{"literal": article.author or publisher}],
        "container-title": publisher,
        "publisher": publisher,
        "issued": {"date-parts": [_parts(article.published.isoformat())]},
        "URL": article.url,
        "language": article.language,
    }
    if capture := site.dataset.captures.get(article_id):
        csl["accessed"] = {"date-parts": [_parts(capture.captured.isoformat())]}
    if article.archived:
        csl["archive_location"] = article.archived
    return csl


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _day(csl: Csl, field: str, between: str) -> str:
    if field not in csl:
        return ""
    year, month, day = csl[field]["date-parts"][0]
    return f"{year:04}{between}{month:02}{between}{day:02}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    line = _line(text)
    return line.translate(_BIBTEX) if _SPECIAL.search(line) else line
