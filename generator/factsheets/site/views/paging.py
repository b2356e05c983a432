"""Long lists as pages, and the index before them.

Pages, not folds: what is folded away is lost to print and to readers without JavaScript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext
from factsheets.site.views.addresses import Ref
from factsheets.site.views.groups import SHORT, Group, Section
from factsheets.site.views.statement import StatementView

T = TypeVar("T")

A_PAGE = 25
_NEVER_CUT = 5
MOST_PLACES = 20
STATEMENTS_IN_A_PART = 400
"""Of the data that the page /check/ loads: about 350 KB of usual length."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: `number` counts from 1, `base` is the address of the first.

    `sizes` are the numbers of statements or rows on every page.
    """

    items: Sequence[Group[T]]
    number: int
    base: str
    sizes: tuple[int, ...] = (0,)

    @property
    def last(self) -> int:
        """The number of pages."""
        return len(self.sizes)

    @property
    def path(self) -> str:
        """Its address below the site's root: `topics/x/`, then `topics/x/page/2/`."""
        return self._address(self.number)

    @property
    def rows(self) -> list[T]:
        """What it holds, without the groups."""
        return [item for group in self.items for item in group.items]

    @property
    def previous(self) -> tuple[str, str] | None:
        """The text and the address of the link to the page before."""
        if self.number == 1:
            return None
        size = self.sizes[self.number - 2]
        text = ngettext("Previous %(num)s", "Previous %(num)s", size)
        return text, self._address(self.number - 1)

    @property
    def next(self) -> tuple[str, str] | None:
        """The text and the address of the link to the page after it."""
        if self.number == self.last:
            return None
        text = ngettext("Next %(num)s", "Next %(num)s", self.sizes[self.number])
        return text, self._address(self.number + 1)

    @property
    def near(self) -> Iterator[tuple[int, str]]:
        """First page, neighbours, last page, with addresses; a gap is page 0."""
        before = 0
        for number in sorted({1, self.number - 1, self.number, self.number + 1, self.last}):
            if 0 < number <= self.last:
                if number > before + 1:
                    yield 0, ""
                yield number, self._address(number)
                before = number

    def _address(self, number: int) -> str:
        return self.base if number == 1 else f"{self.base}page/{number}/"


def paged(groups: Iterable[Group[T]], base: str, first: int = A_PAGE) -> tuple[Page[T], ...]:
    """Groups cut into pages; one that does not fit goes on under its heading on the next page.

    Small ones are not cut. An empty list is one empty page. `first` is the room on the first page,
    on which other parts stand before the list.
    """
    pages: list[list[Group[T]]] = [[]]
    sizes = [0]
    for group in groups:
        at, every = 0, len(group.items)
        while at < every:
            room = (min(first, A_PAGE) if len(pages) == 1 else A_PAGE) - sizes[-1]
            if not room or (sizes[-1] and not at and room < every <= _NEVER_CUT):
                pages.append([])
                sizes.append(0)
                continue
            held = group.items[at : at + room]
            number = group.number or every
            pages[-1].append(replace(group, items=held, number=number, continued=at > 0))
            sizes[-1] += len(held)
            at += len(held)
    return tuple(
        Page(tuple(held), number, base, tuple(sizes)) for number, held in enumerate(pages, start=1)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A link of an index, with the number of statements to which it leads."""

    text: str
    number: int
    path: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """Links of one kind; `rest` is the list that has those left out."""

    label: str
    places: tuple[Place, ...]
    rest: Ref | None = None


def is_long(pages: Sequence[Page[T]]) -> bool:
    """Whether a list needs an index."""
    return len(pages) > 1 or pages[0].sizes[0] > SHORT


def places(pages: Iterable[Page[T]]) -> dict[Section, list[Place]]:
    """Where each group begins, by section."""
    found: dict[Section, list[Place]] = {}
    for page in pages:
        for group in page.items:
            if group.heading and not group.continued:
                path = f"{page.path}#{group.id}"
                found.setdefault(group.section, []).append(Place(group.heading, group.number, path))
    return found


def index_row(label: str, found: Sequence[Place], rest: Ref | None = None) -> Iterator[IndexRow]:
    """A row of the index; none for a single place. Of many, those with most statements stay."""
    if rest and len(found) > MOST_PLACES:
        most = sorted(found, key=lambda place: -place.number)[:MOST_PLACES]
        yield IndexRow(label, tuple(place for place in found if place in most), rest)
    elif len(found) > 1:
        yield IndexRow(label, tuple(found))


def speakers_of(views: Iterable[StatementView]) -> list[tuple[Ref, int]]:
    """Who speaks, with the number of statements, the most first."""
    spoke = [ref for view in views for ref in view.who.refs]
    refs = {ref.id: ref for ref in spoke}
    numbers = Counter(ref.id for ref in spoke)
    ordered = sorted(numbers, key=lambda key: (-numbers[key], refs[key].short.casefold(), key))
    return [(refs[key], numbers[key]) for key in ordered]


def all_of(kind: str) -> Ref:
    """The list of all actors, sources or topics, as the rest of an index."""
    names = {
        "actors": _("All actors"),
        "sources": _("All sources"),
        "topics": _("All topics"),
    }
    return Ref("", names[kind], names[kind], f"{kind}/")


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list: its name, a line about it, its numbers; `group` heads its part."""

    ref: Ref
    line: str
    numbers: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements there are of each form, for the filter."""

    all: int
    quoted: int
    partly_quoted: int
    paraphrased: int
    publisher: int


def counts(pages: Sequence[Page[StatementView]]) -> Counts | None:
    """How many statements of each form; an unchecked quotation counts for none.

    None for several pages: the filter would show a part of what its numbers promise.
    """
    if len(pages) > 1:
        return None
    forms = [view.form if view.checked else "unchecked" for view in pages[0].rows]
    return Counts(
        len(forms),
        forms.count("quoted"),
        forms.count("partly-quoted"),
        forms.count("paraphrased"),
        forms.count("publisher"),
    )
