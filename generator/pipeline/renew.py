"""The pages that an edit touches, made anew from what the last build knew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import export, render
from generator.dataset import Dataset
from generator.dataset.model import Prose
from generator.render import Written
from generator.render.messages import NAME, messages_page
from generator.views.ground import newest, site
from generator.views.settings import Settings
from generator.views.touched import only_facts_differ, touched, touched_lists


@dataclass(frozen=True, slots=True)
class Kept:
    """What all pages were made from; good for `renewed` once they have been made."""

    pages: render.Pages
    templates: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Renewed:
    """Pages that are others now, or new, and the addresses at which there is none any more."""

    pages: tuple[Written, ...]
    gone: tuple[str, ...]


def renewed(
    kept: Kept, dataset: Dataset, settings: Settings, templates: Mapping[str, str]
) -> Renewed | None:
    """The pages that may differ from those made before; None where more than facts differ.

    Then `kept` stands for the new state. Should this raise, it stands for none.
    """
    old, dataset = kept.pages.site, with_messages(dataset)
    if settings != old.settings or templates != kept.templates:
        return None
    if newest(dataset) != old.newest or not only_facts_differ(old.dataset, dataset):
        return None
    new = site(dataset, settings, old)
    before = kept.pages.renew(new)
    paths = touched(old, new) | touched_lists(before, kept.pages.lists)
    pages = tuple(map(export.dressed(new), kept.pages.some(paths)))
    return Renewed(pages, tuple(sorted(paths - {page.path for page in pages})))


def with_messages(dataset: Dataset) -> Dataset:
    """The content with the page of messages, which is the program's own."""
    return replace(dataset, prose={NAME: Prose(messages_page()), **dataset.prose})
