"""Topics -> words in quotation marks that the facts they rest on do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.capture.check import Locate
from generator.capture.marked_words import has_marks, topic_texts, unproven_marks
from generator.capture.shelf import Material, Shelf, with_committed
from generator.problem import Problem
from generator.schema import Article, Fact, Topic


def marked_words_of_topics(
    topics: Mapping[str, Topic],
    facts: Mapping[str, tuple[str, Article, Fact]],
    material: Material,
    locate: Locate,
) -> Iterator[Problem]:
    """What topics put into quotation marks, against the facts that these texts rest on."""
    used = {article_id: article for article_id, article, _ in facts.values()}
    captures = with_committed(used, material.captures, material.texts)
    shelf = Shelf(replace(material, captures=captures))
    for topic_id, topic in topics.items():
        for path, text, ids in topic_texts(topic):
            if has_marks(text):
                cited = shelf.cited([facts[each] for each in ids if each in facts])
                where = partial(locate, f"content/topics/{topic_id}.yaml", path)
                yield from unproven_marks(text, cited, where)
