"""The page about the site: the owner's texts, with their addresses as links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.about import MAIL
from factsheets.site.translation import gettext as _
from factsheets.site.views.site import Site

# An address ends before the signs that end a sentence, and has brackets in pairs only.
_NOT_IN_ADDRESS = r"\s<>\"“”«»'()\[\]`\\"
_PAIR = rf"\([^{_NOT_IN_ADDRESS}]*\)"
_ADDRESS = re.compile(
    rf"((?i:https?)://(?:[^{_NOT_IN_ADDRESS}]|{_PAIR})*(?:[^{_NOT_IN_ADDRESS}.,;:!?،。]|{_PAIR})|{MAIL})"
)
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: a paragraph is pieces of text, each with an address where it links."""

    name: str
    heading: str
    paragraphs: tuple[tuple[tuple[str, str], ...], ...]


def about_sections(site: Site) -> tuple[Section, ...]:
    """The parts that the owner has written. That about replies always has a text of ours."""
    texts = {"replies": "", **dict(site.settings.about)}
    headings = {
        "run_by": _("Who runs this site"),
        "contact": _("Contact"),
        "funding": _("Funding"),
        "topics": _("How topics are chosen"),
        "sources": _("How sources are chosen"),
        "corrections": _("How to ask for a correction"),
        "replies": _("How to reply to a statement"),
        "removal": _("How to ask for a removal"),
    }
    return tuple(
        Section(name, heading, tuple(_paragraphs(texts[name])))
        for name, heading in headings.items()
        if name in texts
    )


def _paragraphs(text: str) -> Iterator[tuple[tuple[str, str], ...]]:
    for paragraph in _EMPTY_LINE.split(text.strip()):
        if line := " ".join(paragraph.split()):
            pieces = enumerate(_ADDRESS.split(line))  # every second one is an address
            yield tuple(
                (each, ("" if "://" in each else "mailto:") + each if odd % 2 else "")
                for odd, each in pieces
                if each
            )
