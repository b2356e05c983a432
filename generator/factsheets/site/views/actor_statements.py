"""The statements that concern an actor: by whom they are, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext
from factsheets.site.views.groups import Section, by_speakers, in_section
from factsheets.site.views.labels import name_in_sentence
from factsheets.site.views.paging import paged
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_line
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import statement_count

Views = tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class ActorStatements:
    """What an actor, its officials, and groups that name it said, and others about it, each once.

    `passed_on` are the statements of others that publishers have from it. `unnamed` are those of
    unnamed speakers whom a source describes as belonging to it; they are not its own, and not
    counted. A group names a member where its source does, as with the signatories of a letter. What
    an organisation says is not said by its members.
    """

    said: Views
    by_officials: Views
    by_groups: Views
    passed_on: Views
    about: Views
    unnamed: Views

    @property
    def own(self) -> Views:
        """What it and its officials said."""
        return (*self.said, *self.by_officials)

    @property
    def all(self) -> Views:
        """All of them but those of unnamed speakers, in this order."""
        return (*self.said, *self.by_officials, *self.by_groups, *self.passed_on, *self.about)


def actor_statements(site: Site, actor_id: str) -> ActorStatements:
    """Every statement of an actor's page."""
    said = _said(site, actor_id)
    known = {view.id for view in said}
    by_officials = _said_by(site, site.officials.get(actor_id, ()), known)
    known |= {view.id for view in by_officials}
    by_groups = _said_by(site, site.groups.get(actor_id, ()), known)
    unnamed = site.naming("speaker_of", actor_id)
    known |= {view.id for view in (*by_groups, *unnamed)}
    passed_on = tuple(view for view in site.naming("via", actor_id) if view.id not in known)
    known |= {view.id for view in passed_on}
    others = tuple(view for view in site.naming("about", actor_id) if view.id not in known)
    return ActorStatements(said, by_officials, by_groups, passed_on, others, unnamed)


def said_on(site: Site, actor_id: str, topic_id: str) -> str:
    """The address of what an actor said on a topic: its place on the page of the actor."""
    groups = by_speakers(site, actor_id, _said(site, actor_id))
    base = f"actors/{actor_id}/"
    section = said_section(name_in_sentence(site.dataset, actor_id))
    for page in paged(in_section(section, groups), base):
        for group in page.items:
            if group.topic and group.topic.id == topic_id:
                return f"{page.path}#{group.id}"
    return base


def said_section(name: str) -> Section:
    """The part of an actor's page for its own statements, which is the first."""
    heading = _("What %(name)s said", name=name)
    return Section("said", heading, heading)


def _said_by(site: Site, actors: Iterable[str], known: set[str]) -> Views:
    """What these actors said and is not known yet."""
    found = {view.id: view for key in actors for view in _said(site, key) if view.id not in known}
    return tuple(found.values())


def _said(site: Site, actor_id: str) -> Views:
    """What it said; of a publisher also what its articles say and name no speaker for."""
    own = site.naming("speaker", actor_id)
    articles = site.published.get(actor_id, ())
    printed = (view for key in articles for view in site.naming("article", key))
    return (*own, *(v for v in printed if not v.is_spoken and v.publisher.id == actor_id))


def published(site: Site, actor_id: str) -> tuple[SourceLine, ...]:
    """The articles of a publisher that gave a statement, newest first."""
    given = site.index.by_field["article"]
    articles = [key for key in site.published.get(actor_id, ()) if key in given]
    articles.sort(key=lambda key: (-site.dataset.articles[key].published.toordinal(), key))
    return tuple(source_line(site, key, len(given[key])) for key in articles)


def statement_coverage(
    site: Site, actor_id: str, statements: ActorStatements, articles: tuple[SourceLine, ...]
) -> Coverage:
    """By whom the statements are, where not all are the actor's own.

    Of a publisher: how much of this collection it reported, before what it says itself.
    """
    name = name_in_sentence(site.dataset, actor_id)
    lead = ""
    if not statements.said:
        lead = _("No statement by %(name)s recorded here.", name=name)
        if statements.by_officials:
            lead = _("Statements by its officials only.")
    others = statements.by_officials or statements.passed_on or statements.about
    only_own = statements.said and not others
    counted = "" if only_own else list_text(list(_counted(statements, name)))
    found = coverage(site, statements.all, lead=lead, counted=counted)
    if site.dataset.actors[actor_id].kind != "publisher" or not articles:
        return found
    reported = sum(line.statements for line in articles)
    lead = ngettext(
        "%(num)s article on this site, %(statements)s.",
        "%(num)s articles on this site, %(statements)s.",
        len(articles),
        statements=statement_count(reported),
    )
    return replace(found, lead=lead)


def _counted(statements: ActorStatements, name: str) -> Iterator[str]:
    """How many statements are by whom: `2 statements by Archer`, `3 about Archer`."""
    said, officials = len(statements.said), len(statements.by_officials)
    groups, about = len(statements.by_groups), len(statements.about)
    passed_on = len(statements.passed_on)
    if said:
        yield ngettext(
            "%(num)s statement by %(name)s", "%(num)s statements by %(name)s", said, name=name
        )
    if officials and said:
        yield ngettext("%(num)s by its officials", "%(num)s by its officials", officials)
    elif officials:
        yield ngettext(
            "%(num)s statement by its officials", "%(num)s statements by its officials", officials
        )
    if groups and (said or officials):
        yield ngettext(
            "%(num)s by groups that name %(name)s",
            "%(num)s by groups that name %(name)s",
            groups,
            name=name,
        )
    elif groups:
        yield ngettext(
            "%(num)s statement by groups that name %(name)s",
            "%(num)s statements by groups that name %(name)s",
            groups,
            name=name,
        )
    if passed_on:
        yield ngettext(
            "%(num)s statement reported citing %(name)s",
            "%(num)s statements reported citing %(name)s",
            passed_on,
            name=name,
        )
    if about and (said or officials or groups):
        yield ngettext("%(num)s about %(name)s", "%(num)s about %(name)s", about, name=name)
    elif about:
        yield ngettext(
            "%(num)s statement about %(name)s",
            "%(num)s statements about %(name)s",
            about,
            name=name,
        )


def numbers_text(site: Site, actor_id: str) -> str:
    """The numbers that the actor's page gives."""
    statements = actor_statements(site, actor_id)
    said, officials = len(statements.said), len(statements.by_officials)
    groups, about = len(statements.by_groups), len(statements.about)
    articles = len(site.published.get(actor_id, ()))
    numbers = []
    if said:
        numbers.append(statement_count(said))
    if officials:
        numbers.append(
            ngettext(
                "%(num)s statement by its officials",
                "%(num)s statements by its officials",
                officials,
            )
        )
    if groups:
        numbers.append(
            ngettext("%(num)s statement of groups", "%(num)s statements of groups", groups)
        )
    if articles:
        numbers.append(ngettext("%(num)s article", "%(num)s articles", articles))
    if not numbers:
        numbers.append(_("no statement recorded here"))
    if about:
        numbers.append(ngettext("spoken about in %(num)s", "spoken about in %(num)s", about))
    return " · ".join(numbers)
