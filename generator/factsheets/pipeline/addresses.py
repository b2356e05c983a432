"""The list of published addresses -> a problem for each that would lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheets.content.records import Kind
from factsheets.content.text import BOM
from factsheets.dataset.known import Known
from factsheets.dataset.model import ADDRESSES, FOLDERS, Dataset, file_of
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.prose import FOLDER
from factsheets.problems.problem import Place, Problem
from factsheets.site.hand_written import INTRODUCTIONS
from factsheets.site.views.addresses import MANIFEST, addresses

_KIND_OF = {folder: kind for kind, folder in ADDRESSES.items()}


def lost_addresses(inputs: Inputs, known: Known) -> list[Problem]:
    """Every listed address must still be a page, or lead to one; without a list none is lost."""
    listed = _listed(inputs)
    kept = _kept(known) if listed else {}
    return [
        Problem(
            "address-lost",
            f"The published address {address} leads nowhere now.",
            Place(MANIFEST, line, 1, len(address) + 1),
            f"If the {_KIND_OF.get(address.partition('/')[0], 'record')} was renamed, write its "
            "old id under former_ids. If it was taken out, put it back; a fact is withdrawn.",
        )
        for line, address in listed
        if not _is_kept(address, kept)
    ]


def _kept(known: Known) -> dict[str, set[str]]:
    """The ids under each folder of addresses, former ones included."""
    found = {
        ADDRESSES[kind]: {*each, *(old for one in each.values() for old in one.former)}
        for kind, each in known.ties.items()
    }
    old_facts = (old for each in known.ties["article"].values() for old in each.former_facts)
    kept = {**found, "facts": {*known.facts, *old_facts} - known.drafts["fact"]}
    kept["sources"] -= known.drafts["article"]
    for each in known.sheets.removed:
        kept[ADDRESSES[each.kind]] |= {each.id, *each.former_ids}
    return kept


def _is_kept(address: str, kept: dict[str, set[str]]) -> bool:
    folder, _, name = address.partition("/")
    return name.endswith("/") and name[:-1] in kept.get(folder, ())


def unlisted_addresses(inputs: Inputs, dataset: Dataset) -> tuple[str, ...]:
    """Addresses that the list does not have yet."""
    listed = {address for _, address in _listed(inputs)}
    return tuple(address for address in addresses(dataset) if address not in listed)


def listed_with(inputs: Inputs, dataset: Dataset) -> bytes:
    """The list with all addresses of the content added, sorted; none is ever taken out."""
    before = inputs.files.get(MANIFEST, b"")
    listed = {address for _, address in _listed(inputs)}
    end = "\r\n" if b"\r\n" in before else "\n"
    text = "".join(f"{address}{end}" for address in sorted({*listed, *addresses(dataset)}))
    return (BOM if before.startswith(BOM) else b"") + text.encode()


def _listed(inputs: Inputs) -> list[tuple[int, str]]:
    text = inputs.files.get(MANIFEST, b"").decode("utf-8-sig", "replace")
    lines = enumerate(text.splitlines(), start=1)
    return [(number, line.strip()) for number, line in lines if line.strip()]


# Two files that would become one page, after case folding: each is named, with the other.

_KINDS: dict[str, Kind] = {ADDRESSES[kind]: kind for kind in FOLDERS}
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
    kind = _KINDS.get(folder)
    return file_of(kind, record_id) if kind and record_id in known.ties[kind] else None
