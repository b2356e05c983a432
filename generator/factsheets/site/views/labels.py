"""What actors are, in a few words: the label of a publisher, a role, a kind.

Publishers are labelled by one rule for all: country, ownership and kind as far as
they are recorded, and the roles of an actor that publishes its own words. It says nothing about the
accuracy of what is published.
"""

from __future__ import annotations

from factsheets.content.records import Actor
from factsheets.datafiles import load_toml
from factsheets.dataset.model import Dataset
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, locale, pgettext, semicolon_list
from factsheets.site.views.addresses import actor_ref
from factsheets.site.views.texts import capitalized

ACTOR_KINDS = ("person", "state", "organisation", "coalition", "group", "publisher")
"""In the order in which pages list actors."""


def label_rule() -> str:
    """What the page of a source says about labels."""
    return _(
        "Every publisher is labelled by the same rule: its country, its ownership and its kind. "
        "Anybody else who publishes is labelled by kind and role. The label does not describe the "
        "accuracy of what is published."
    )


def publisher_label(dataset: Dataset, publisher_id: str) -> str:
    """`Russian state news agency`, `US private broadcaster`; unknown ownership is said.

    Of another actor that publishes: `person; Mayor of Exampletown, according to Example News`.
    """
    publisher = dataset.actors.get(publisher_id)
    if publisher is None:
        return ""
    kind = publisher_kind(publisher)
    if publisher.kind != "publisher":
        kind = semicolon_list([kind, _current_roles(dataset, publisher)])
        if not (publisher.ownership or publisher.country):
            return kind
    ownership = _ownership(publisher.ownership)
    country = dataset.actors.get(publisher.country or "")
    if adjective := _adjective(country):
        label = " ".join(filter(None, (adjective, ownership, kind)))
        return label if ownership else _("%(kind)s (ownership not known)", kind=label)
    return _label(kind, ownership, country)


def publisher_kind(publisher: Actor) -> str:
    """`news agency`, `ministry`; by default the kind of actor."""
    return publisher.outlet or kind_text(publisher.kind)


def _current_roles(dataset: Dataset, actor: Actor) -> str:
    roles = [role for role in actor.roles if role.end is None]
    articles = (dataset.articles.get(role.article or "") for role in roles)
    names = dict.fromkeys(actor_ref(dataset, each.publisher).short for each in articles if each)
    text = list_text([role.title for role in roles])
    if not names:
        return text
    return _("%(roles)s, according to %(sources)s", roles=text, sources=list_text(list(names)))


def _label(kind: str, ownership: str, country: Actor | None) -> str:
    if country is None:
        if ownership:
            return _("%(ownership)s %(kind)s", ownership=ownership, kind=kind)
        return _("%(kind)s (ownership not known)", kind=kind)
    values = {"kind": kind, "country": country.name}
    if ownership:
        return _("%(ownership)s %(kind)s (%(country)s)", ownership=ownership, **values)
    return _("%(kind)s (%(country)s; ownership not known)", **values)


def _ownership(ownership: str | None) -> str:
    """Empty where it is not known."""
    if ownership == "state":
        return pgettext("ownership", "state")
    if ownership == "public":
        return pgettext("ownership", "public")
    if ownership == "international":
        return pgettext("ownership", "international")
    return pgettext("ownership", "private") if ownership == "private" else ""


def _adjective(country: Actor | None) -> str:
    """A country's English adjective, empty where none is known.

    In most other languages adjectives agree with nouns; there a label has the country's name.
    """
    if country is None or country.identifiers is None or locale().language != "en":
        return ""
    adjectives = load_toml(__package__, "country_adjectives.toml")
    return str(adjectives.get(country.identifiers.iso3166 or "", ""))


def kind_text(kind: str) -> str:
    """A kind of actor."""
    words = {
        "person": _("person"),
        "state": _("state"),
        "organisation": _("organisation"),
        "coalition": _("coalition"),
        "publisher": _("publisher"),
        "group": _("group"),
    }
    return words[kind]


def source_kind_text(kind: str) -> str:
    """A kind of source."""
    words = {
        "article": _("Article"),
        "transcript": _("Transcript"),
        "statement": _("Statement"),
        "post": _("Post"),
        "report": _("Report"),
        "recording": _("Recording"),
    }
    return words[kind]


def kind_heading(kind: str) -> str:
    """The heading of a kind in lists of actors."""
    headings = {
        "person": _("People"),
        "state": _("States"),
        "organisation": _("Organisations"),
        "coalition": _("Coalitions"),
        "group": _("Groups"),
        "publisher": _("Publishers"),
    }
    return headings[kind]


def role_text(dataset: Dataset, actor_id: str) -> str:
    """`President of France`; for a publisher its label; for an unnamed group, that it is one."""
    actor = dataset.actors.get(actor_id)
    if actor is None:
        return ""
    if actor.roles:
        return list_text([role.title for role in actor.roles])
    if actor.kind == "publisher":
        return publisher_label(dataset, actor_id)
    if actor.kind == "group":
        known = {"none": _("not named"), "some": _("some named")}
        return known.get(actor.members_known or "", _("group"))
    return ""


def name_in_sentence(dataset: Dataset, actor_id: str) -> str:
    """An actor inside a sentence: `Macron`, `the Coalition`, `the 26 countries`."""
    name, actor = actor_ref(dataset, actor_id).short, dataset.actors.get(actor_id)
    if actor and actor.kind in {"coalition", "group"} and not name.startswith("The "):
        return _("the %(name)s", name=name)
    return name


def kind_line(dataset: Dataset, actor_id: str) -> str:
    """The line under a name in lists: its role, else its kind."""
    actor = dataset.actors[actor_id]
    kind = capitalized(kind_text(actor.kind))
    role = role_text(dataset, actor_id)
    if actor.kind == "group" and role.casefold() != kind.casefold():
        return _("Group, %(role)s", role=role)
    return role or kind
