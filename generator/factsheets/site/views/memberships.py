"""Offices, memberships and members of an actor, as records list them."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records import Actor
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.dates import moment_text
from factsheets.site.views.site import Site
from factsheets.site.views.texts import amount_text


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office: its title, where, since and until when, by which article."""

    title: str
    organisation: Ref | None
    start: str | None
    end: str | None
    source: Ref | None

    @property
    def span(self) -> str:
        """`since May 2020, until 2022`; empty where neither is recorded."""
        since = _("since %(day)s", day=self.start) if self.start else ""
        until = _("until %(day)s", day=self.end) if self.end else ""
        return comma_list([since, until])


@dataclass(frozen=True, slots=True)
class MemberLine:
    """That an actor belongs to another, by which article, for which day."""

    actor: Ref
    as_of: str | None
    source: Ref | None

    @property
    def as_of_text(self) -> str:
        """`as of May 2020`; empty where no day is recorded."""
        return _("as of %(day)s", day=self.as_of) if self.as_of else ""


@dataclass(frozen=True, slots=True)
class Members:
    """Those who belong to an actor, by the same article and for the same day."""

    actors: tuple[Ref, ...]
    as_of: str | None
    source: Ref | None


def role_lines(site: Site, actor: Actor) -> tuple[RoleLine, ...]:
    """Its offices, as its record lists them."""
    return tuple(
        RoleLine(
            role.title,
            actor_ref(site.dataset, role.organisation) if role.organisation else None,
            moment_text(role.start) if role.start else None,
            moment_text(role.end) if role.end else None,
            source_ref(site.dataset, role.article) if role.article else None,
        )
        for role in actor.roles
    )


def member_lines(site: Site, actor: Actor) -> tuple[MemberLine, ...]:
    """What it is a member of."""
    return tuple(
        MemberLine(
            actor_ref(site.dataset, each.actor),
            moment_text(each.as_of) if each.as_of else None,
            source_ref(site.dataset, each.article) if each.article else None,
        )
        for each in actor.member_of
    )


def member_lists(site: Site, actor_id: str, actor: Actor) -> tuple[Members, ...]:
    """Who is a member of it, by its own record and by theirs; one list a source and day."""
    found: dict[tuple[str | None, str | None], list[str]] = {}
    if actor.members:
        found[None, None] = list(actor.members)
    for key, each in site.members.get(actor_id, ()):
        as_of = moment_text(each.as_of) if each.as_of else None
        found.setdefault((each.article, as_of), []).append(key)
    return tuple(
        Members(
            tuple(actor_ref(site.dataset, name) for name in names),
            as_of,
            source_ref(site.dataset, article) if article else None,
        )
        for (article, as_of), names in found.items()
    )


def members_note(actor: Actor) -> str:
    """`26, none named`: what is recorded of a group's members."""
    if actor.kind != "group":
        return ""
    known = {"none": _("none named"), "some": _("some named"), "all": _("all named")}
    named = known.get(actor.members_known or "", "")
    size = amount_text(str(actor.size)) if actor.size else ""
    if size and named:
        return _("%(number)s, %(named)s", number=size, named=named)
    return size or named
