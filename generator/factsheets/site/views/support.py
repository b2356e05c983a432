"""What stands behind statements: sources and publishers, one report counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factsheets.dataset.duplicates import origin_of
from factsheets.dataset.model import Dataset
from factsheets.quotes.reprints import is_comparable
from factsheets.site.views.memoize import once
from factsheets.site.views.words import count


@dataclass(frozen=True, slots=True)
class Support:
    """Sources and publishers after every reprint is put to the article that it reprints.

    `articles` are those that report, reprints too, `reporters` the publishers of the sources; each
    once, in the order in which they were cited. State-owned publishers are counted apart, for those
    of one state have one owner: `states` are the owners. `records` are the primary ones among the
    sources; their publishers are in no other number. `reprints` are the articles that are counted
    with another.
    """

    articles: tuple[str, ...]
    reporters: tuple[str, ...]
    sources: int
    independent: int
    state_owned: int
    states: int
    records: int
    reprints: int
    sharing: int
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
        return "; ".join(filter(None, (self._lead(), self.compared, self.reprints_text)))

    @property
    def reprints_text(self) -> str:
        """`8 reprints not counted; 1 article with shared text not counted`; empty without any."""
        sharing = count(self.sharing, "article") + " with shared text" if self.sharing else ""
        parts = [count(self.reprints, "reprint") if self.reprints else "", sharing]
        return "; ".join(f"{part} not counted" for part in parts if part)

    @property
    def page_text(self) -> str:
        """The same for all that a page rests on: publishers first, then primary records."""
        records = count(self.records, "primary record") if self.records else ""
        owners = " and ".join(filter(None, (self.publishers_text, records)))
        return "; ".join(filter(None, (owners, self.compared, self.reprints_text)))

    def _lead(self) -> str:
        if self.records:
            records = "Primary record" if self.records == 1 else f"{self.records:,} primary records"
            return ", ".join(filter(None, (records, self.publishers_text)))
        if self.publishers == 1:
            several = f"One publisher, {self.sources} articles"
            return several if self.sources > 1 else "Single source"
        return self.publishers_text

    @property
    def publishers_text(self) -> str:
        """`3 publishers, one of them state-owned`; empty where there is none."""
        if not self.publishers:
            return ""
        return count(self.publishers, "publisher") + self._owners()

    def _owners(self) -> str:
        """Who of the publishers is owned by a state, and whether it is one state."""
        owned, of_one = self.state_owned, self.states == 1
        if not owned:
            return ""
        if owned == self.publishers:
            which = {1: "state-owned", 2: "both state-owned"}.get(owned, "all state-owned")
        else:
            which = f"{'one' if owned == 1 else f'{owned:,}'} of them state-owned"
        return f", {which}{', by one state' if of_one and owned > 1 else ''}"


def support(dataset: Dataset, articles: Iterable[str]) -> Support:
    """What these articles come to, those that are one report counted once."""
    known, actors = dataset.articles, dataset.actors
    cited = dict.fromkeys(articles)
    found = dict.fromkeys([dataset.counted_with.get(name, name) for name in cited])
    # Primary records are not reprinted as news is: each that is cited counts, a reprint or not.
    records = {name for name in found | cited if known[name].is_primary}
    reporters = dict.fromkeys([known[name].publisher for name in found])
    publishers = set(reporters)
    if records:
        publishers = {known[name].publisher for name in found if name not in records}
    others = cited.keys() - found.keys()
    sharing = sum(origin_of(known, name) == name for name in others)
    owners = [actors[name] for name in publishers if name in actors]
    owned = [owner.country for owner in owners if owner.ownership == "state"]
    return Support(
        articles=tuple(cited),
        reporters=tuple(reporters),
        sources=len(found),
        independent=len(publishers) - len(owned),
        state_owned=len(owned),
        states=len(set(owned)),
        records=len(records),
        reprints=len(others) - sharing,
        sharing=sharing,
        compared=_compared(dataset, [name for name in found if name not in records]),
    )


def _compared(dataset: Dataset, articles: Sequence[str]) -> str:
    """Whether articles of several publishers were looked through for text that they share.

    A reprint in another language shares no words, so independence is never claimed.
    """
    known = dataset.articles
    if len({known[name].publisher for name in articles}) < 2:
        return ""
    if not all(_is_comparable(dataset, name) for name in articles):
        return "not compared for shared text"
    if any(other in known[name].independent_of for name in articles for other in articles):
        return "shared text, and no common origin found by an editor"
    return "no shared text found"


@once
def _is_comparable(dataset: Dataset, article_id: str) -> bool:
    capture = dataset.captures.get(article_id)
    return capture is not None and is_comparable(capture)
