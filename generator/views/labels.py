"""The label of a publisher: country, ownership and kind, by one rule for all of them.

A label says who owns a publisher. It says nothing about the accuracy of what it publishes.
"""

from __future__ import annotations

from generator.datafiles import load_toml
from generator.dataset import Dataset
from generator.views.once import once

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
