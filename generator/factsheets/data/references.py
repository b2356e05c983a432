"""Citations for programs: CSL-JSON, BibTeX and RIS, the original first and this site second."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from factsheets.content.article import Locator
from factsheets.content.authors import author_names
from factsheets.data import encode
from factsheets.datafiles import load_toml
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import source_ref
from factsheets.site.views.citation import words_of
from factsheets.site.views.locators import long_locator_text
from factsheets.site.views.notices import notices
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence

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
# What a recording is (sound, film, broadcast) is not recorded.
_CSL_TYPES = {"article": "article-newspaper", "post": "post", "report": "report"}
_RIS_TYPE = {"article-newspaper": "NEWS", "report": "RPRT", "post": "ELEC", "webpage": "ELEC"}


@dataclass(frozen=True, slots=True)
class Reference:
    """One citable thing: `csl` is its item of CSL-JSON, from which the other forms follow."""

    csl: Csl

    @property
    def json(self) -> str:
        """As an item of CSL-JSON."""
        return encode.text(self.csl)

    @property
    def bibtex(self) -> str:
        """As an entry of BibLaTeX: `@online`, or `@misc` without an address."""
        csl = self.csl
        fields = {
            # In braces a name is taken as it is, whatever commas and words it holds.
            "author": " and ".join(f"{{{_tex(name)}}}" for name in _authors(csl)),
            "title": f"{{{_tex(csl['title'])}}}",
            "organization": f"{{{_tex(csl['publisher'])}}}" if "publisher" in csl else "",
            "date": _day(csl, "issued", "-"),
            # BibLaTeX reads the date; the styles of BibTeX itself know nothing but a year.
            "year": _day(csl, "issued", "-")[:4],
            # An address holds no brace (the schema refuses it), and BibLaTeX reads it verbatim.
            "pages": _pages(csl).replace("-", "--"),
            "url": csl.get("URL", ""),
            "urldate": _day(csl, "accessed", "-"),
            "addendum": _tex(csl.get("archive_location", "")),
            "langid": langid(csl.get("language", "")),
            "note": _tex(csl.get("note", "")),
        }
        kind = "online" if "URL" in csl else "misc"
        lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
        return f"@{kind}{{{csl['id']},\n{lines}}}\n"

    @property
    def ris(self) -> str:
        """As a record of RIS."""
        csl = self.csl
        lines = (
            ("TY", _RIS_TYPE[csl["type"]]),
            ("ID", csl["id"]),
            *(("AU", name) for name in _authors(csl)),
            ("TI", csl["title"]),
            ("T2", csl.get("container-title", "")),
            ("PB", csl.get("publisher", "")),
            ("PY", _day(csl, "issued", "/")[:4]),
            ("DA", _day(csl, "issued", "/")),
            ("SP", _pages(csl).partition("-")[0]),
            ("EP", _pages(csl).partition("-")[2]),
            ("Y2", _day(csl, "accessed", "/")),
            ("LA", csl.get("language", "")),
            ("UR", csl.get("URL", "")),
            ("L2", csl.get("archive_location", "")),
            ("N1", csl.get("note", "")),
        )
        return "".join(f"{tag}  - {_line(value)}\n" for tag, value in lines if value) + "ER  - \n"


def all_references(site: Site) -> Iterator[Reference]:
    """Every source, then every statement, each in the order of ids."""
    yield from (of_source(site, key) for key in site.dataset.articles)
    yield from (of_statement(site, view) for view in site.statements.values())


def of_source(site: Site, article_id: str) -> Reference:
    """An article."""
    lines = [each.line for each in notices(site.dataset, article_id)]
    note = {"note": " ".join(lines)} if lines else {}
    return Reference({"id": article_id, **_article(site, article_id), **note})


def of_statement(site: Site, view: StatementView) -> Reference:
    """The article that reports a statement, and where; a note names the statement and its page."""
    # A statement's key is its id, with a prefix if an article has the same id.
    key = f"facts/{view.id}" if view.id in site.dataset.articles else view.id
    article = _article(site, view.article_id)
    located = _located(view.evidence[0].locator)
    return Reference({"id": key, **article, **located, "note": _note(site, view)})


def _located(locator: Locator) -> Csl:
    """The locator of CSL, which is one: the page if it is stated, else the next of the list."""
    stated = {
        "page": locator.page,
        "timestamp": locator.time,
        "section": locator.section,
        "paragraph": locator.paragraph,
    }
    found = ((label, str(value)) for label, value in stated.items() if value)
    return next(({"locator": value, "label": label} for label, value in found), {})


def of_page(site: Site, path: str, title: str) -> Reference:
    """A page of this site that collects several sources."""
    settings = site.settings
    csl: Csl = {
        "id": path.strip("/").replace("/", "-") or "home",
        "type": "webpage",
        "title": title,
        "author": [{"literal": settings.site_name}],
        "container-title": settings.site_name,
    }
    if settings.site_url:
        csl["URL"] = settings.site_url + path
    if site.newest:
        csl["issued"] = _date(site.newest)
    if settings.revision:
        csl["version"] = settings.revision
        csl["note"] = _("Version %(revision)s", revision=settings.revision)
    return Reference(csl)


def _note(site: Site, view: StatementView) -> str:
    """Who said what in which words, its status, its place in the article, and its page here."""
    states = {"withdrawn": _("Withdrawn."), "superseded": _("Superseded.")}
    own = view.evidence[0]
    via = _(
        "Via %(site)s, %(address)s",
        site=site.settings.site_name,
        address=site.settings.address(view.path),
    )
    parts = (
        sentence(words_of(view)),
        states.get(view.status, ""),
        sentence(view.contested),
        *(each.line for each in notices(site.dataset, view.article_id)),
        _("Citing %(source)s.", source=own.via.name) if own.via else "",
        sentence(long_locator_text(replace(own.locator, page=None))),
        via,
    )
    return " ".join(filter(None, parts))


def _article(site: Site, article_id: str) -> Csl:
    article = site.dataset.articles[article_id]
    publisher = site.dataset.actors[article.publisher].name
    name = source_ref(site.dataset, article_id).name
    csl: Csl = {
        "type": _CSL_TYPES.get(article.kind, "webpage"),
        "title": article.title or f"[{name}]",
        "author": [{"literal": name} for name in author_names(article) or (publisher,)],
        "container-title": publisher,
        "publisher": publisher,
        "issued": _date(article.published),
        "URL": article.url,
        "language": article.language,
    }
    if capture := site.dataset.captures.get(article_id):
        csl["accessed"] = _date(capture.captured)
    if article.archived:
        csl["archive_location"] = article.archived
    return csl


def _authors(csl: Csl) -> list[str]:
    return [each["literal"] for each in csl["author"]]


def _pages(csl: Csl) -> str:
    return str(csl["locator"]) if csl.get("label") == "page" else ""


def _date(day: datetime.date) -> Csl:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _day(csl: Csl, field: str, between: str) -> str:
    if field not in csl:
        return ""
    year, month, day = csl[field]["date-parts"][0]
    return f"{year:04}{between}{month:02}{between}{day:02}"


def _line(text: str) -> str:
    # The space is the only blank that counts as printable. To look is quicker than to split.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())


def _tex(text: str) -> str:
    line = _line(text)
    return line.translate(_BIBTEX) if _SPECIAL.search(line) else line


def langid(code: str) -> str:
    """The name that biblatex has for a code such as `pt-BR`; empty where it has none."""
    names = load_toml(__package__, "langid.toml")
    parts = code.lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((str(names[tag]) for tag in tags if tag in names), "")
