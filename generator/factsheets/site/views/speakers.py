"""Who says a statement: one speaker, several together, an unnamed one, or the publisher."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.article import Fact, Reading
from factsheets.dataset.model import Dataset, Statement
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext
from factsheets.site.views.addresses import Ref, actor_ref
from factsheets.site.views.texts import capitalized

_MOST_IN_SHORT = 3


@dataclass(frozen=True, slots=True)
class Who:
    """Who says a statement.

    `id` is the same only for the same speakers: an unnamed one is never the same as another.
    `name` has all their names, `short` the first ones for use within a sentence, and `label` the
    same for the beginning of a line. `refs` are the actors: none where the speaker is not named.
    """

    id: str
    name: str
    short: str
    label: str
    refs: tuple[Ref, ...]


def who(dataset: Dataset, statement: Statement) -> Who:
    """Who says a statement."""
    fact = statement.fact
    if described := description(fact):
        name = _("Unnamed speaker (%(description)s)", description=described)
        return Who(f"facts/{fact.id}", name, described, capitalized(described), ())
    refs = tuple(actor_ref(dataset, key) for key in fact.speaker or (statement.article.publisher,))
    names = [ref.short for ref in refs]
    if len(names) > _MOST_IN_SHORT:
        more = len(names) - _MOST_IN_SHORT + 1
        names = [*names[: _MOST_IN_SHORT - 1], ngettext("%(num)s more", "%(num)s more", more)]
    key, short = " ".join(sorted(ref.id for ref in refs)), list_text(names)
    return Who(key, list_text([ref.name for ref in refs]), short, short, refs)


def description(fact: Fact) -> str:
    """How the source describes an unnamed speaker, for use within a sentence; else empty."""
    return (fact.speaker_described or "").rstrip(" .")


def organisation(dataset: Dataset, fact: Fact) -> Ref | None:
    """Where an unnamed speaker belongs; None where the description itself says so."""
    if fact.speaker_of is None:
        return None
    found, described = actor_ref(dataset, fact.speaker_of), description(fact).casefold()
    is_named = any(name.casefold() in described for name in (found.name, found.short))
    return None if is_named else found


def attributed(dataset: Dataset, statement: Statement) -> tuple[str, str]:
    """How far the source says who speaks: the state of the first link of the chain, and a text."""
    fact, publisher = statement.fact, actor_ref(dataset, statement.article.publisher).name
    names = list_text([ref.short for ref in who(dataset, statement).refs])
    values = {"publisher": publisher, "speaker": names, "description": description(fact)}
    if fact.speaker_described:
        return "unknown", _described(organisation(dataset, fact), values)
    if not fact.speaker:
        return "stated", _(
            "%(publisher)s, the publisher itself; no other speaker is recorded.", **values
        )
    if fact.speaker == (statement.article.publisher,):
        return "stated", _("%(speaker)s; the speaker is also the publisher.", **values)
    if statement.article.kind == "recording":
        return "inferred", _(
            "%(speaker)s, identified by us in the recording that %(publisher)s published.", **values
        )
    found = dataset.findings.get((fact.id, 0))
    read = found is not None and found.check == "judged" and statement.article.kind != "article"
    if found and (read or found.check == "unclear"):
        return _unclear(fact.marks if found.check == "judged" else None, values)
    actors = filter(None, map(dataset.actors.get, fact.speaker))
    unnamed = any(actor.members_known == "none" for actor in actors)
    according = _("%(speaker)s, according to %(publisher)s.", **values)
    return "stated", according if unnamed else _("%(speaker)s, named by %(publisher)s.", **values)


def _unclear(read: Reading | None, values: dict[str, str]) -> tuple[str, str]:
    """Same as `attributed`, where the source does not make clear who says the words."""
    if read is None:
        return "unknown", _("Recorded as %(speaker)s; the source does not make it clear.", **values)
    text = _(
        "%(speaker)s, as %(reader)s read the source, which does not make it clear.",
        reader=read.by,
        **values,
    )
    return "inferred", text


def _described(organisation: Ref | None, values: dict[str, str]) -> str:
    if organisation is None:
        return _("Not named; described by %(publisher)s as %(description)s.", **values)
    return _(
        "Not named; described by %(publisher)s as %(description)s (%(organisation)s).",
        **values,
        organisation=organisation.name,
    )
