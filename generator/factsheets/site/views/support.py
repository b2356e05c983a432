"""How many publishers and articles support statements; one report counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factsheets.dataset.duplicates import origin_of
from factsheets.dataset.model import Dataset
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext, semicolon_list


@dataclass(frozen=True, slots=True)
class Support:
    """Sources and publishers after every reprint is put to the article that it reprints.

    `articles` are those that report, reprints too, `reporters` the publishers of the sources; each
    once, in the order in which they were cited. State-owned publishers are counted apart, for those
    of one state have one owner: `states` are the owners. `records` are the primary ones among the
    sources; their publishers are in no other number. `reprints` are the articles that are counted
    with another because they reprint it, `sharing` those that share text with it. `primary` has the
    records that are cited, reprints too. `relaying` are
    those that know the statement only through a source that is counted already. `compared` says
    whether articles of several publishers were looked through for text that they share.
    """

    articles: tuple[str, ...]
    reporters: tuple[str, ...]
    sources: int
    independent: int
    state_owned: int
    states: int
    records: int
    primary: frozenset[str]
    reprints: int
    sharing: int
    relaying: tuple[str, ...]
    compared: str

    @property
    def publishers(self) -> int:
        """All publishers of sources, state-owned or not, those of primary records aside."""
        return self.independent + self.state_owned

    @property
    def kind(self) -> str:
        """`primary`, `several-sources` (of several owners) or `single-source`."""
        if self.records:
            return "primary"
        # Publishers of one state count as one owner.
        return "several-sources" if self.independent + self.states > 1 else "single-source"

    @property
    def text(self) -> str:
        """`Single source; 8 reprints not counted`; `2 publishers; no shared text found`."""
        return semicolon_list([self._lead(), self.compared, self.reprints_text])

    @property
    def page_text(self) -> str:
        """The same for all that a page rests on: publishers first, then primary records."""
        parts = [self.publishers_text] if self.publishers else []
        if self.records:
            parts.append(
                ngettext("%(num)s primary record", "%(num)s primary records", self.records)
            )
        return semicolon_list([list_text(parts), self.compared, self.reprints_text])

    @property
    def reprints_text(self) -> str:
        """`8 reprints not counted; 1 article with shared text not counted`; empty without any."""
        reprints = ngettext(
            "%(num)s reprint not counted", "%(num)s reprints not counted", self.reprints
        )
        sharing = ngettext(
            "%(num)s article with shared text not counted",
            "%(num)s articles with shared text not counted",
            self.sharing,
        )
        relaying = ngettext(
            "%(num)s article citing the same source not counted",
            "%(num)s articles citing the same source not counted",
            len(self.relaying),
        )
        texts = ((self.reprints, reprints), (self.sharing, sharing), (self.relaying, relaying))
        return semicolon_list(text for number, text in texts if number)

    def _lead(self) -> str:
        if self.records:
            records = ngettext("Primary record", "%(num)s primary records", self.records)
            if not self.publishers:
                return records
            return _(
                "%(records)s, %(publishers)s", records=records, publishers=self.publishers_text
            )
        if self.publishers > 1:
            return self.publishers_text
        if self.sources > 1:
            return ngettext(
                "One publisher, %(num)s article", "One publisher, %(num)s articles", self.sources
            )
        return _("Single source")

    @property
    def publishers_text(self) -> str:
        """`3 publishers, one of them state-owned`."""
        number = self.publishers
        if not self.state_owned:
            return ngettext("%(num)s publisher", "%(num)s publishers", number)
        if self.state_owned == number:
            return _all_state_owned(number, by_one_state=self.states == 1)
        if self.state_owned == 1:
            return ngettext(
                "%(num)s publisher, one of them state-owned",
                "%(num)s publishers, one of them state-owned",
                number,
            )
        if self.states == 1:
            return ngettext(
                "%(num)s publisher, %(owned)s of them state-owned, by one state",
                "%(num)s publishers, %(owned)s of them state-owned, by one state",
                number,
                owned=self.state_owned,
            )
        return ngettext(
            "%(num)s publisher, %(owned)s of them state-owned",
            "%(num)s publishers, %(owned)s of them state-owned",
            number,
            owned=self.state_owned,
        )


def _all_state_owned(number: int, *, by_one_state: bool) -> str:
    if number == 2:
        if by_one_state:
            return _("2 publishers, both state-owned, by one state")
        return _("2 publishers, both state-owned")
    if by_one_state:
        return ngettext(
            "%(num)s publisher, state-owned",
            "%(num)s publishers, all state-owned, by one state",
            number,
        )
    return ngettext("%(num)s publisher, state-owned", "%(num)s publishers, all state-owned", number)


def support(
    dataset: Dataset,
    articles: Iterable[str],
    comparable: frozenset[str],
    primary: AbstractSet[str],
    relaying: Sequence[str] = (),
) -> Support:
    """How many sources and publishers these articles are; one report counts once.

    `comparable` are the articles that can be compared for shared text. `primary` are those with the
    speakers' own words at first hand, `relaying` those that do not count beside their secondary
    source.
    """
    known, actors = dataset.articles, dataset.actors
    cited = dict.fromkeys(articles)
    reported = dict.fromkeys([dataset.counted_with.get(name, name) for name in cited])
    others = cited.keys() - reported.keys()
    found = {name: None for name in reported if name not in relaying}
    # Primary records are not reprinted as news is: each that is cited counts, a reprint or not.
    records = primary & (found | cited).keys()
    reporters = dict.fromkeys([known[name].publisher for name in found])
    reports = [name for name in found if name not in records]
    publishers = {known[name].publisher for name in reports}
    sharing = sum(origin_of(known, name) == name for name in others)
    owners = [(name, actors[name]) for name in publishers if name in actors]
    owned = [
        name if owner.kind == "state" else owner.country
        for name, owner in owners
        if "state" in {owner.kind, owner.ownership}
    ]
    return Support(
        articles=tuple(cited),
        reporters=tuple(reporters),
        sources=len(found),
        independent=len(publishers) - len(owned),
        state_owned=len(owned),
        states=len(set(owned)),
        records=len(records),
        primary=frozenset(primary),
        reprints=len(others) - sharing,
        sharing=sharing,
        relaying=tuple(relaying),
        compared=_compared(dataset, reports, comparable),
    )


def relaying(dataset: Dataset, cited: Sequence[tuple[str, str | None]]) -> tuple[str, ...]:
    """The articles that have a statement from a source that is counted already.

    That source is the publisher of another article, or of an earlier one the cited source.
    `cited` has the article of each piece of evidence, and the cited source named there.
    """
    named: dict[str, set[str | None]] = {}
    for name, via in cited:
        named.setdefault(dataset.counted_with.get(name, name), set()).add(via)
    # Where it names none or several, it does not rest on one of them alone.
    via_of = {name: via for name, (via, *more) in named.items() if via and not more}
    counted = {dataset.articles[name].publisher for name in named.keys() - via_of.keys()}
    used: set[str] = set()
    found = []
    for name, via in via_of.items():
        publisher = dataset.articles[name].publisher
        if via in counted | used or publisher in used:
            found.append(name)
        else:
            counted.add(publisher)
            used.add(via)
    return tuple(found)


def _compared(dataset: Dataset, articles: Sequence[str], comparable: frozenset[str]) -> str:
    """A reprint in another language shares no words, so independence is never claimed."""
    known = dataset.articles
    if len({known[name].publisher for name in articles}) < 2:
        return ""
    if not comparable.issuperset(articles):
        return _("not compared for shared text")
    others = set(articles)
    if not all(others.isdisjoint(known[name].independent_of) for name in articles):
        return _("shared text, and no common origin found by an editor")
    return _("no shared text found")
