"""Which articles are one report: recorded reprints, and articles that share text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.capture import Pair, Shared
from generator.dataset.model import Locate, file_of
from generator.problem import Problem
from generator.schema import Article


def origin_of(articles: Mapping[str, Article], name: str) -> str:
    """The first of a chain of recorded reprints; a circle (an error elsewhere) ends at its close.

    `derived_from` records that an article reprints another.
    """
    seen = {name}
    while (origin := articles[name].derived_from) and origin in articles and origin not in seen:
        seen.add(origin)
        name = origin
    return name


def undecided(articles: Mapping[str, Article], shared: Mapping[Pair, Shared]) -> dict[Pair, Shared]:
    """The pairs that share text and of which nobody recorded whether they are one report.

    The older article comes first.
    """
    found = {}
    for (one, other), how in shared.items():
        if _are_independent(articles, one, other):
            continue
        if origin_of(articles, one) == origin_of(articles, other):
            continue
        pair = sorted((one, other), key=lambda name: (articles[name].published, name))
        found[pair[0], pair[1]] = how
    return found


def _are_independent(articles: Mapping[str, Article], one: str, other: str) -> bool:
    return other in articles[one].independent_of or one in articles[other].independent_of


def counted_with(articles: Mapping[str, Article], pairs: Collection[Pair]) -> Mapping[str, str]:
    """By article: the one that it is counted with as one report; itself where it stands alone.

    Recorded reprints are counted with the article that they reprint, articles that share text with
    the oldest of them.
    """
    roots = {name: origin_of(articles, name) for name in articles}
    joined: dict[str, str] = {}

    def lead(name: str) -> str:
        while name in joined:
            name = joined[name]
        return name

    for one, other in pairs:
        ends = sorted(
            {lead(roots[one]), lead(roots[other])},
            key=lambda name: (articles[name].published, name),
        )
        for later in ends[1:]:
            joined[later] = ends[0]
    return {name: lead(root) for name, root in roots.items()}


def not_independent(pairs: Mapping[Pair, Shared], locate: Locate) -> Iterator[Problem]:
    """A warning for each pair of articles that share text without a word about it."""
    for (older, later), how in pairs.items():
        yield Problem(
            "not-independent",
            f'This article shares text with "{older}" outside quotation marks: {how.runs:,} runs '
            f"of three words, {how.share:.0%} of the shorter one. They are counted as one report.",
            locate(file_of("article", later), ("publisher",)),
            f"If this article takes its text from the other, add: derived_from: {older}\n"
            f"If you read both and they have no common origin, add: independent_of: [{older}]",
            "warning",
        )
