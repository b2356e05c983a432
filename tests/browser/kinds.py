"""One page of every kind, of both sites."""

from __future__ import annotations

# This repository's own content.
KINDS = {
    "home": "",
    "topic": "topics/troops-after-ceasefire/",
    "topic with few statements": "topics/ukraine-settlement/",
    "person": "actors/emmanuel-macron/",
    "state": "actors/russia/",
    "state that was only spoken about": "actors/germany/",
    "coalition": "actors/coalition-of-the-willing/",
    "group": "actors/countries-committed-26/",
    "publisher": "actors/tass/",
    "source": "sources/tass-2025-09-04/",
    "event": "events/paris-press-conference-2025-09-04/",
    "statement, quoted": "facts/macron-26-countries/",
    "statement, partly quoted": "facts/lavrov-foreign-intervention/",
    "statement, paraphrased": "facts/macron-35-participants/",
    "list of topics": "topics/",
    "list of actors": "actors/",
    "list of sources": "sources/",
    "list of events": "events/",
    "list of statements": "facts/",
    "list of figures": "figures/",
    "timeline": "timeline/",
    "corrections": "corrections/",
    "method": "about/method/",
    "data": "data/",
    "look up a sentence": "check/",
    "no such page": "404.html",
}
# Made-up content that is hard to lay out.
HARD = {
    "second page of a topic": "topics/everything/page/2/",
    "actor full of markup": "actors/marked/",
    "speaker of a few": "actors/speaker-1/",
    "statement from right to left": "facts/foreign-ar/",
    "statement in Chinese": "facts/foreign-zh/",
    "source from right to left": "sources/foreign-he/",
    "figures": "figures/",
    "every state of a statement": "topics/states/",
    "topic without a statement": "topics/nothing/",
    "state whose officials speak": "actors/upland/",
    "coalition of forty": "actors/league/",
    "publisher that speaks itself": "actors/example-news/",
    "actor of whom nothing is known": "actors/silent/",
    "statement, withdrawn": "facts/state-withdrawn/",
    "statement, corrected": "facts/state-corrected/",
    "source with everything": "sources/states-a/",
    "corrections": "corrections/",
}
