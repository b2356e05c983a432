"""The content -> every file of the site that is ours: pages and open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import export, render
from generator.dataset import Dataset
from generator.views.ground import site
from generator.views.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written; each is an iterator that gives every file once, in a fixed order.

    `pages` has paths below docs/, `files` paths below the site's root.
    """

    pages: Iterator[tuple[str, bytes]]
    files: Iterator[tuple[str, bytes]]


def make(dataset: Dataset, settings: Settings, templates: Mapping[str, str]) -> Made:
    """The pages and the open data of content without errors."""
    made = site(dataset, settings)
    pages = ((page.file, page.data) for page in render.pages(made, templates))
    return Made(pages, export.files(made))
