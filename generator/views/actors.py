"""What an actor is, in a few words that follow from its record."""

from __future__ import annotations

from generator.dataset import Dataset
from generator.views.labels import publisher_label
from generator.views.refs import actor_ref
from generator.views.words import listed

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
