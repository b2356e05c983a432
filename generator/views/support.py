"""What stands behind statements: sources and publishers, once reprints are counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.dataset import Dataset
from generator.values import value
from generator.views.words import count, listed


@value(frozen=True, slots=True)
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
        """`Single source; 8 reprints not counted`; `2 publishers, one of them state-owned`."""
        return "; ".join(filter(None, (", ".join(self._parts()), self.reprints_text)))

    @property
    def reprints_text(self) -> str:
        """`8 reprints not counted`; empty where there is none."""
        return f"{count(self.reprints, 'reprint')} not counted" if self.reprints else ""

    @property
    def publishers_text(self) -> str:
        """`3 publishers, 2 of them state-owned`; `2 state-owned publishers of one state`."""
        if not self.independent:
            of_one = " of one state" if self.states == 1 and self.state_owned > 1 else ""
            return count(self.state_owned, "state-owned publisher") + of_one
        owned = "one" if self.state_owned == 1 else f"{self.state_owned:,}"
        which = f", {owned} of them state-owned" if self.state_owned else ""
        return count(self.publishers, "publisher") + which

    def _parts(self) -> Iterable[str]:
        if self.records:
            yield "Primary record" if self.records == 1 else f"{self.records:,} primary records"
        elif self.publishers == 1:
            several = f"One publisher, {self.sources} articles"
            yield several if self.sources > 1 else "Single source"
            return
        if self.publishers:
            yield self.publishers_text


def support(dataset: Dataset, roots: Mapping[str, str], articles: Iterable[str]) -> Support:
    """What these articles come to; `roots` gives each the one that it was reprinted from."""
    known, actors = dataset.articles, dataset.actors
    cited = dict.fromkeys(articles)
    found = dict.fromkeys([roots[name] for name in cited])
    # Primary records are not reprinted as news is: each that is cited counts, a reprint or not.
    records = {name for name in found | cited if known[name].primary}
    reporters = dict.fromkeys([known[name].publisher for name in found])
    publishers = set(reporters)
    if records:
        publishers = {known[name].publisher for name in found if name not in records}
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
        reprints=len(cited.keys() - found.keys()),
    )


def owners_text(found: Support) -> str:
    """All that a page rests on: `3 publishers, 2 of them state-owned`, primary records."""
    parts = [found.publishers_text] if found.publishers else []
    if found.records:
        parts.append(count(found.records, "primary record"))
    return listed(parts)
