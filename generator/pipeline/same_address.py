"""Two files that would become one page, after case folding: each is named, with the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dataset import Known
from generator.dataset.model import file_of
from generator.pipeline.prose import FOLDER
from generator.problem import Place, Problem
from generator.views.addresses import FOLDER_OF_KIND
from generator.views.written import INTRODUCTIONS

_KIND_OF = {folder: kind for kind, folder in FOLDER_OF_KIND.items()}
# What the program, the theme and the search put at the top of the site.
_TAKEN = frozenset(
    {name.partition("/")[0] for name in INTRODUCTIONS if name != "index"}
    | {"assets", "pagefind", "sitemap", "feed", "llms", "404", "javascripts"}
)


def same_address(known: Known, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each hand-written page of these names whose address something else has."""
    pages: dict[str, str] = {}
    for name in sorted(names):
        file, address = f"{FOLDER}{name}.md", _address(name)
        other = _record(address, known) or pages.get(address) or _taken(name, address)
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
    if name in INTRODUCTIONS:
        return None
    top = address.partition("/")[0]
    return f"what the program itself puts into /{top}/" if top in _TAKEN else None


def _record(address: str, known: Known) -> str | None:
    """The file of the record that has an address."""
    for each in known.sheets.removed:
        if address == each.address:
            return f"the removed {each.kind} {each.id}"
    folder, _, name = address.partition("/")
    record_id = name.removesuffix("/")
    if folder == "facts" and record_id in known.facts:
        return file_of("article", known.facts[record_id][0])
    kind = _KIND_OF.get(folder)
    return file_of(kind, record_id) if kind and record_id in known.ties[kind] else None
