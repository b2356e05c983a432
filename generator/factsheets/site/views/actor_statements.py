"""The statements that concern an actor: by whom they are, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext
from factsheets.site.views.labels import name_in_sentence
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_line
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import statement_count

Views = tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class ActorStatements:
    """What an actor, its officials, and groups that name it said, and others about it, each once.

    A group names a member where its source does, as with the signatories of a letter. What an
    organisation says is not said by its members.
    """

    said: Views
    by_officials: Views
    by_groups: Views
    about: Views

    @property
    def all(self) -> Views:
        """All of them, in this order."""
        return (*self.said, *self.by_officials, *self.by_groups, *self.about)


def actor_statements(site: Site, actor_id: str) -> ActorStatements:
    """Every statement of an actor's page."""
    said = _said(site, actor_id)
    officials = site.officials.get(actor_id, ())
    by_officials = tuple(view for key in officials for view in _said(site, key))
    known = {view.id for view in (*said, *by_officials)}
    groups = site.groups.get(actor_id, ())
    by_groups = tuple(view for key in groups for view in _said(site, key) if view.id not in known)
    known |= {view.id for view in by_groups}
    about = site.naming("about", actor_id)
    others = tuple(view for view in about if view.id not in known)
    return ActorStatements(said, by_officials, by_groups, others)


def _said(site: Site, actor_id: str) -> Views:
    """What it said; of a publisher also what its articles say and name no speaker for."""
    own = site.naming("speaker", actor_id)
    articles = site.published.get(actor_id, ())
    printed = (view for key in articles for view in site.naming("article", key))
    return (*own, *(v for v in printed if v.speaker is None and v.publisher.id == actor_id))


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
    only_own = statements.said and not statements.by_officials and not statements.about
    counted = "" if only_own else list_text(list(_counted(statements, name)))
    found = coverage(site, statements.all, lead=lead, counted=counted)
    if site.dataset.actors[actor_id].kind != "publisher" or not articles:
        return found
    reported = sum(line.statements for line in articles)
    lead = ngettext(
        "%(num)s article in this collection, %(statements)s.",
        "%(num)s articles in this collection, %(statements)s.",
        len(articles),
        statements=statement_count(reported),
    )
    return replace(found, lead=lead)


def _counted(statements: ActorStatements, name: str) -> Iterator[str]:
    """How many statements are by whom: `2 statements by Archer`, `3 about Archer`."""
    said, officials = len(statements.said), len(statements.by_officials)
    groups, about = len(statements.by_groups), len(statements.about)
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
    if about and (said or officials or groups):
        yield ngettext("%(num)s about %(name)s", "%(num)s about %(name)s", about, name=name)
    elif about:
        yield ngettext(
            "%(num)s statement about %(name)s",
            "%(num)s statements about %(name)s",
            about,
            name=name,
        )
