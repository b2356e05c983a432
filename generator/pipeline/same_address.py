"""Two files that would become one page, after case folding: each is named, with the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Dataset
from generator.dataset.model import file_of
from generator.pipeline.prose import FOLDER
from generator.problem import Place, Problem
from generator.schema import Kind
from generator.views.addresses import FOLDER_OF_KIND

# Pages of these names are introductions of pages that the program makes.
_INTRODUCED = frozenset(
    {"", "facts/", "figures/", "timeline/", "corrections/", "data/", "search/"}
    | {f"{folder}/" for folder in FOLDER_OF_KIND.values()}
)
# What the program, the theme and the search put at the top of the site.
_TAKEN = frozenset(
    {*_INTRODUCED, "assets/", "pagefind/", "sitemap/", "feed/", "llms/", "404/", "javascripts/"}
) - {""}


def same_address(dataset: Dataset) -> Iterator[Problem]:
    """A problem for each hand-written page whose address something else has."""
    records = _records(dataset)
    pages: dict[str, str] = {}
    for name in sorted(dataset.prose):
        file, address = f"{FOLDER}{name}.md", _address(name)
        other = records.get(address) or pages.get(address) or _taken(name, address)
        pages.setdefault(address, file)
        if other:
            yield Problem(
                "same-address",
                f"This page would have the address of {other}: /{address}",
                Place(file, 1, 1, 2),
                "Give the page another name, or move it to another folder: "
                "content/pages/about/method.md",
            )


def _address(name: str) -> str:
    folded = name.casefold()
    if folded == "index":
        return ""
    return folded.removesuffix("/index") + "/"


def _taken(name: str, address: str) -> str | None:
    if address in _INTRODUCED and name in {
        address.removesuffix("/"),
        f"{address}index",
    }:
        return None
    top = address.partition("/")[0] + "/"
    return f"what the program itself puts into /{top}" if top in _TAKEN else None


def _records(dataset: Dataset) -> dict[str, str]:
    """Address -> the file of the record that has it."""
    groups: tuple[tuple[Kind, frozenset[str]], ...] = (
        ("actor", frozenset(dataset.actors)),
        ("topic", frozenset(dataset.topics)),
        ("event", frozenset(dataset.events)),
        ("article", frozenset(dataset.articles)),
    )
    found = {
        f"{FOLDER_OF_KIND[kind]}/{key}/": file_of(kind, key)
        for kind, keys in groups
        for key in keys
    }
    for key, statement in dataset.statements.items():
        found[f"facts/{key}/"] = file_of("article", statement.article_id)
    return found
