"""Every file of the site that the program writes: pages and open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator import export, render
from generator.dataset import Dataset
from generator.pipeline.renew import Kept, with_messages
from generator.render import Written
from generator.render.plain import text_files
from generator.render.search import lean_pages, names_file
from generator.views.ground import site
from generator.views.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written; each is an iterator that gives everything once, in a fixed order.

    `count` is about the number of pages. `files` are the open data and the text of each page,
    with paths below the site's root. `search` is what the program for its index reads,
    `names` the list of names that goes with that index. `kept` is what `renewed` needs once the
    pages have been made.
    """

    count: int
    pages: Iterator[Written]
    files: Iterator[export.File]
    search: Iterator[tuple[str, bytes]]
    names: Iterator[tuple[str, bytes]]
    kept: Kept


def make(dataset: Dataset, settings: Settings, templates: Mapping[str, str]) -> Made:
    """The pages and the open data of content without errors."""
    made = site(with_messages(dataset), settings)
    sheets = render.Pages(made, templates)
    kinds = (dataset.actors, dataset.topics, dataset.articles, dataset.events)
    count = len(dataset.statements) + sum(map(len, kinds))
    pages = map(export.dressed(made), sheets.all())
    kept = Kept(sheets, templates)
    files = chain(export.files(made), text_files(made, templates))
    return Made(count, pages, files, lean_pages(made), names_file(made), kept)
