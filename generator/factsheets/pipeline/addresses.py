"""Published addresses that would lead nowhere, and pages that would share an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.text import BOM
from factsheets.dataset.known import Known
from factsheets.dataset.model import file_of
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.prose import FOLDER
from factsheets.problems.problem import Place, Problem
from factsheets.site.hand_written import GENERATED, INTRODUCTIONS
from factsheets.site.views.addresses import MANIFEST

_KIND_OF = {folder: kind for kind, folder in PAGE_FOLDERS.items()}
# Top-level files and folders of the program, the theme and the search.
_TAKEN = GENERATED | {"assets", "pagefind", "sitemap", "feed", "llms", "404", "javascripts"}
_PAGES = frozenset({"about/", "about/reading/"})


def lost_addresses(inputs: Inputs, known: Known) -> list[Problem]:
    """A problem for each address in `MANIFEST` that is neither a page nor a redirect."""
    listed = list(_listed(inputs.files.get(MANIFEST, b""), "replace"))
    kept = _kept(known) if listed else frozenset()
    return [
        Problem(
            "address-lost",
            f"The published address {address} now leads nowhere.",
            Place(MANIFEST, line, 1, len(address) + 1),
            f"If the {_KIND_OF.get(address.partition('/')[0], 'record')} was renamed, write its "
            "old id under former_ids. If it was deleted, restore it; a fact can be withdrawn.",
        )
        for line, address in listed
        if address not in kept
    ]


def _kept(known: Known) -> frozenset[str]:
    """All addresses of the content, including former ones."""
    ids: dict[str, set[str]] = {
        kind: {*each, *(former for one in each.values() for former in one.former_ids)}
        for kind, each in known.records.items()
    }
    former_facts = (former for fact_id in known.facts for former in known.fact(fact_id).former_ids)
    ids["fact"] = {*known.facts, *former_facts} - known.drafts["fact"]
    ids["article"] -= known.drafts["article"]
    for each in known.sheets.removed:
        ids[each.kind] |= {each.id, *each.former_ids}
    return frozenset(
        f"{PAGE_FOLDERS[kind]}/{name}/" for kind, names in ids.items() for name in names
    )


def listed_addresses(manifest: bytes) -> frozenset[str]:
    """The addresses in the list of published ones."""
    return frozenset(address for _, address in _listed(manifest, "surrogateescape"))


def with_addresses(manifest: bytes, added: Iterable[str]) -> bytes:
    """The list with more addresses, sorted; addresses are never removed."""
    end = "\r\n" if b"\r\n" in manifest else "\n"
    lines = (f"{address}{end}" for address in sorted(listed_addresses(manifest).union(added)))
    text = "".join(lines).encode("utf-8", "surrogateescape")
    return (BOM if manifest.startswith(BOM) else b"") + text


def _listed(manifest: bytes, undecodable: str) -> Iterator[tuple[int, str]]:
    """Each address in the list, with its line."""
    text = manifest.removeprefix(BOM).decode("utf-8", undecodable)
    for number, line in enumerate(text.splitlines(), start=1):
        if address := line.strip():
            yield number, address


def same_address(known: Known, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each hand-written page whose address is already in use.

    Case is ignored, because many file systems ignore it.
    """
    pages: dict[str, str] = {}
    for name in sorted(names):
        file, address = f"{FOLDER}{name}.md", _address(name)
        other = _record(address, known) or pages.get(address) or _taken(name, address)
        pages.setdefault(address, file)
        if other:
            yield Problem(
                "same-address",
                f"This page would have the same address as {other}: /{address}",
                Place(file, 1, 1, 2),
                "Rename the page, or move it to another folder: content/pages/about/method.md",
            )


def _address(name: str) -> str:
    folded = name.casefold()
    return "" if folded == "index" else folded.removesuffix("/index") + "/"


def _taken(name: str, address: str) -> str | None:
    top = address.partition("/")[0]
    if name in INTRODUCTIONS or (top not in _TAKEN and address not in _PAGES):
        return None
    return f"the program's own files in /{top}/"


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
    return file_of(kind, record_id) if kind and record_id in known.records.get(kind, ()) else None
