"""The pages of the site: the address, title, description, citation and view of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.kinds import KINDS, Kind
from factsheets.site.hand_written import first_heading, hand_written, introduction, page_name
from factsheets.site.markdown import md
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views import citation
from factsheets.site.views.about import about_sections
from factsheets.site.views.addresses import redirects
from factsheets.site.views.compare import compare_view
from factsheets.site.views.corrections import removal_text
from factsheets.site.views.downloads import data_groups
from factsheets.site.views.featured import featured
from factsheets.site.views.home import home_view
from factsheets.site.views.legend import legend
from factsheets.site.views.listings import lists, page_title
from factsheets.site.views.paging import STATEMENTS_IN_A_PART
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.relations import relations, successors
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence, shortened


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site.

    Attributes:
        path: Its address below the site's root, ending in a slash; empty for the home page.
        kind: The name of its template; `written` for a hand-written page.
        title: The page's title, as text.
        description: One or two sentences for search engines and link previews; may be empty.
        cite: How to cite the page; empty for lists and tools.
        given: What the template prints, by name.
        prose: Hand-written Markdown: the introduction of a generated page, or the whole text of
            a hand-written one.
        preview: The title in search engines and link previews, if it is another one.
        name: The name of a hand-written page; empty for others.
    """

    path: str
    kind: str
    title: str
    description: str = ""
    cite: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    prose: str = ""
    preview: str = ""
    name: str = ""

    @property
    def file(self) -> str:
        """Its file in docs/: `actors/x.md` for `actors/x/`, an index for the page of a folder."""
        return f"{self.name or page_name(self.path)}.md"


_MOST_TITLE, _MOST_DESCRIPTION = 200, 300  # characters
_FEWEST_STATEMENT = 60  # of a statement are shown, however long its speaker and condition are


def site_pages(site: Site) -> Iterator[SitePage]:
    """Every page, in an order that depends on the content alone."""
    for page in hand_written(site):
        cite = citation.of_page(site, page.path, page.title)
        prose = _with_heading(page.body, page.title if page.heading else "")
        yield SitePage(
            page.path, "written", page.title, page.description, cite, prose=prose, name=page.name
        )
    yield _home(site)
    for kind in KINDS:
        yield from _records(site, kind)
    for view in site.statements.values():
        yield _statement(site, view)
    yield from _lists(site)
    yield _tool(site, "data/", _("Data"), groups=data_groups())
    yield _tool(site, "check/", _("Look up a sentence"), in_a_part=STATEMENTS_IN_A_PART)
    yield _tool(site, "compare/", _("Compare two actors"), view=compare_view(site))
    yield _tool(site, "search/", _("Search"))
    yield _tool(site, "about/", _("About"), sections=about_sections(site))
    reading = _("How to read a statement")
    yield _tool(site, "about/reading/", reading, featured=featured(site), legend=legend())
    for old, new in redirects(site.dataset).items():
        yield SitePage(old, "moved", _("This page has moved"), given={"target": new})
    for each in site.dataset.removed:
        given = {"sentence": removal_text(each)}
        yield SitePage(each.address, "removed", _("Removed"), given=given)


def _home(site: Site) -> SitePage:
    page = introduction(site, "")
    heading = first_heading(page.text)
    title = page.title or heading or site.settings.site_name
    cite = citation.of_path(site, "", title)
    given = {"view": home_view(site)}
    prose = _with_heading(page.text, "" if heading else title)
    return SitePage("", "home", title, page.description, cite, given, prose)


def _with_heading(markdown: str, title: str) -> str:
    """Hand-written Markdown below a heading with this title, if there is one."""
    return f"# {md(title)}\n\n{markdown.strip()}".strip() if title else markdown.strip()


def _tool(site: Site, path: str, name: str, **given: Any) -> SitePage:
    kind = path[:-1].rpartition("/")[2]
    page, cite = introduction(site, path), citation.of_path(site, path, name)
    return SitePage(path, kind, name, page.description, cite, given, page.text.strip())


def _records(site: Site, kind: Kind) -> Iterator[SitePage]:
    """The page of each record, and further pages where its statements do not fit one."""
    for key in site.dataset.records[kind]:
        view = RECORD_PAGES[kind].view(site, key)
        for page in view.pages:
            title = page_title(view.ref.name, page.number)
            template = KINDS[kind].noun if page.number == 1 else "more"
            cite = citation.of_path(site, page.path, title)
            given = {"view": view, "page": page}
            description = shortened(view.description, _MOST_DESCRIPTION)
            yield SitePage(page.path, template, title, description, cite, given)


def _statement(site: Site, view: StatementView) -> SitePage:
    given = {
        "view": view,
        "relations": relations(site, view.id),
        "successors": successors(site, view.id) if view.status == "superseded" else (),
    }
    cite = citation.of_statement(site, view)
    title, text = _preview(view, view.who.label, _MOST_TITLE), statement_summary(view)
    return SitePage(view.path, "statement", view.heading, text, cite, given, preview=title)


def _lists(site: Site) -> Iterator[SitePage]:
    for each in lists(site):
        for page in each.pages:
            title = page_title(each.title, page.number)
            cite = citation.of_path(site, page.path, title)
            index = each.index if page.number == 1 else ()
            given = {"page": page, "index": index, **each.more}
            text, description = "", ""
            if page.number == 1:
                written = introduction(site, page.path)
                text, description = written.text.strip(), written.description
            yield SitePage(page.path, each.template, title, description, cite, given, text)


def statement_summary(view: StatementView) -> str:
    """Who said it, when, reported by whom, then the statement."""
    text = sentence(_preview(view, view.who_and_when, _MOST_DESCRIPTION))
    return f"{text} {sentence(view.contested)}".rstrip()


def _preview(view: StatementView, who: str, most: int) -> str:
    """`Withdrawn. Example, reported by Gazette: if it does not snow, the bridge will…`.

    The condition comes before what may be cut, here or by who shows it.
    """
    own, said = view.evidence[0], view.statement
    if view.condition:
        said = _("%(condition)s, %(statement)s", condition=view.condition, statement=said)
    if view.is_reported:
        who = _("%(who)s, reported by %(publisher)s", who=who, publisher=own.cited_publisher)
    elif not view.is_spoken:
        who = comma_list((own.cited_publisher, own.published))
    lead = " ".join(filter(None, (view.status_line, sentence(view.doubt), who)))
    fewest = len(view.condition or "") + _FEWEST_STATEMENT
    said = shortened(said, max(most - len(lead) - len(": "), fewest))
    return _("%(who)s: %(statement)s", who=lead, statement=said)
