"""What an actor belongs to and who belongs to it: offices, memberships, members."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records import Actor
from factsheets.content.types import grouped
from factsheets.site.views.refs import Ref, actor_ref, source_ref
from factsheets.site.views.site import Site


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office: its title, where, since and until when, by which article."""

    title: str
    organisation: Ref | None
    start: str | None
    end: str | None
    source: Ref | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """That an actor belongs to another, by which article, for which day."""

    actor: Ref
    as_of: str | None
    source: Ref | None

    @property
    def text(self) -> str:
        """As long as readers see it."""
        return (
            f"{self.actor.name}, by {self.source.name if self.source else ''}, as of {self.as_of}"
        )


@dataclass(frozen=True, slots=True)
class Members:
    """Those who belong to an actor, by the same article and for the same day."""

    actors: tuple[Ref, ...]
    as_of: str | None
    source: Ref | None

    @property
    def text(self) -> str:
        """As long as readers see it."""
        by = f"By {self.source.name}, as of {self.as_of}: " if self.source else ""
        return by + ", ".join(actor.name for actor in self.actors)


def officials(site: Site, actor_id: str) -> tuple[Ref, ...]:
    """Those who hold an office of this state or organisation, by their records."""
    return tuple(actor_ref(site.dataset, key) for key in site.officials.get(actor_id, ()))


def roles(site: Site, actor: Actor) -> tuple[RoleLine, ...]:
    """Its offices, as its record lists them."""
    return tuple(
        RoleLine(
            role.title,
            actor_ref(site.dataset, role.organisation) if role.organisation else None,
            role.start.text if role.start else None,
            role.end.text if role.end else None,
            source_ref(site.dataset, role.article) if role.article else None,
        )
        for role in actor.roles
    )


def memberships(site: Site, actor: Actor) -> tuple[MemberLine, ...]:
    """What it is a member of."""
    return tuple(
        MemberLine(
            actor_ref(site.dataset, each.actor),
            each.as_of.text if each.as_of else None,
            source_ref(site.dataset, each.article) if each.article else None,
        )
        for each in actor.member_of
    )


def members(site: Site, actor_id: str, actor: Actor) -> tuple[Members, ...]:
    """Who is a member of it, by its own record and by theirs; one list a source and day."""
    found: dict[tuple[str | None, str | None], list[str]] = {}
    if actor.members:
        found[None, None] = list(actor.members)
    for key, each in site.members.get(actor_id, ()):
        found.setdefault((each.article, each.as_of.text if each.as_of else None), []).append(key)
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
    known = {"none": "none named", "some": "some named", "all": "all named"}
    size = grouped(str(actor.size)) if actor.size else ""
    return ", ".join(filter(None, (size, known.get(actor.members_known or "", ""))))
