"""The page about the site: the owner's texts, with their addresses as links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.about import MAIL
from factsheets.site.settings import is_link
from factsheets.site.translation import gettext as _
from factsheets.site.views.site import Site

_ADDRESS = re.compile(rf"https?://[^\s<>\"'()\[\]`\\]+|{MAIL.pattern}")
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, with an address where it is a link; `gap` is the space after it."""

    text: str
    address: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: its heading and its paragraphs."""

    name: str
    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def about_sections(site: Site) -> tuple[Section, ...]:
    """The parts that the owner has written, and how a reply is recorded."""
    headings, texts = _headings(), {"replies": "", **dict(site.settings.about)}
    return tuple(
        Section(name, heading, (*_paragraphs(texts[name]), *map(_own, _added(name))))
        for name, heading in headings.items()
        if name in texts
    )


def has_method(site: Site) -> bool:
    """Whether the site has a page about its method."""
    return "about/method" in site.dataset.prose


def _headings() -> dict[str, str]:
    return {
        "run_by": _("Who runs this site"),
        "contact": _("Contact"),
        "funding": _("Funding"),
        "topics": _("How topics are chosen"),
        "sources": _("How sources are chosen"),
        "corrections": _("How to ask for a correction"),
        "replies": _("How to reply to a statement"),
        "removal": _("How to ask for a removal"),
    }


def _added(name: str) -> Iterator[str]:
    """What holds on every site."""
    if name == "contact":
        yield _("You need no account for this.")
    if name == "replies":
        yield _(
            "A reply that was published is recorded as a statement of its own: with the name of "
            "whoever gave it, and with the place where it was published as its source. Each of the "
            "two statements links to the other."
        )


def _own(text: str) -> tuple[Piece, ...]:
    return (Piece(text),)


def _paragraphs(text: str) -> Iterator[tuple[Piece, ...]]:
    for each in _EMPTY_LINE.split(text):
        if line := " ".join(each.split()):
            yield tuple(_pieces(line))


def _pieces(line: str) -> Iterator[Piece]:
    """The text cut at its web and e-mail addresses; a sign that ends a sentence is not part of it."""
    at = 0
    for found in _ADDRESS.finditer(line):
        words = found[0].rstrip(".,;:!?")
        address = words if is_link(words) else f"mailto:{words}"
        if is_link(words) or MAIL.fullmatch(words):
            end = found.start() + len(words)
            yield from _piece(line[at : found.start()])
            yield Piece(words, address, " " if line[end : end + 1] == " " else "")
            at = end
    yield from _piece(line[at:])


def _piece(text: str) -> Iterator[Piece]:
    if text.strip():
        yield Piece(text.strip(), "", " " if text.endswith(" ") else "")
