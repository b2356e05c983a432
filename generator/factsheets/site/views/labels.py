"""The label of a publisher: country, ownership and kind, by one rule for all of them.

A label says who owns a publisher. It says nothing about the accuracy of what it publishes.
"""

from __future__ import annotations

from factsheets.datafiles import load_toml
from factsheets.dataset.model import Dataset
from factsheets.site.views.memoize import once
from factsheets.site.views.refs import actor_ref
from factsheets.site.views.words import listed

LABEL_RULE = (
    "Every publisher is labelled by the same rule: its country, its ownership and its kind. "
    "The label describes ownership, not the accuracy of what it publishes."
)


@once
def publisher_label(dataset: Dataset, publisher_id: str) -> str:
    """`Russian state news agency`, `US private broadcaster`; unknown ownership is said."""
    publisher = dataset.actors.get(publisher_id)
    if publisher is None:
        return ""
    adjective, behind = _country(dataset, publisher.country)
    known = publisher.ownership and publisher.ownership != "unknown"
    ownership = publisher.ownership if known else None
    label = " ".join(filter(None, (adjective, ownership, publisher.outlet or "publisher")))
    notes = "; ".join(filter(None, (behind, None if known else "ownership not known")))
    return f"{label} ({notes})" if notes else label


def _country(dataset: Dataset, country_id: str | None) -> tuple[str, str]:
    """The country's adjective; where none is known, its name, to stand behind the label."""
    state = dataset.actors.get(country_id or "")
    if state is None:
        return "", ""
    code = state.identifiers.iso3166 if state.identifiers else None
    adjective = load_toml(__package__, "country_adjectives.toml").get(code or "", "")
    return adjective, "" if adjective else state.name


# What an actor is, in a few words that follow from its record.

KIND_TEXT = {
    "person": "person",
    "state": "state",
    "organisation": "organisation",
    "coalition": "coalition",
    "publisher": "publisher",
    "group": "group",
}
KIND_HEADINGS = {
    "person": "People",
    "state": "States",
    "organisation": "Organisations",
    "coalition": "Coalitions",
    "group": "Groups",
    "publisher": "Publishers",
}


def role_text(dataset: Dataset, actor_id: str) -> str:
    """`President of France`; for a publisher its label; for an unnamed group, that it is one."""
    actor = dataset.actors.get(actor_id)
    if actor is None:
        return ""
    if actor.roles:
        return listed([role.title for role in actor.roles])
    if actor.kind == "publisher":
        return publisher_label(dataset, actor_id)
    if actor.kind == "group":
        return {"none": "not named", "some": "some named"}.get(actor.members_known or "", "group")
    return ""


def called(dataset: Dataset, actor_id: str) -> str:
    """An actor inside a sentence: `Macron`, `the Coalition`, `the 26 countries`."""
    ref, actor = actor_ref(dataset, actor_id), dataset.actors.get(actor_id)
    bare = actor and actor.kind in {"coalition", "group"} and not ref.short.startswith("The ")
    return f"the {ref.short}" if bare else ref.short


def kind_line(dataset: Dataset, actor_id: str) -> str:
    """The line under a name in lists: its role, else its kind."""
    actor = dataset.actors[actor_id]
    kind = KIND_TEXT[actor.kind].capitalize()
    role = role_text(dataset, actor_id)
    if actor.kind == "group":
        return f"{kind}, {role}" if role.casefold() != kind.casefold() else kind
    return role or kind
