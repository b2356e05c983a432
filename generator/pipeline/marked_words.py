"""Words that topics put into quotation marks, compared with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.capture import Material, marked_words_of_topics
from generator.capture.marked_words import has_marks, topic_texts
from generator.dataset import Known, Locate
from generator.pipeline.quotations import Captures
from generator.problem import Problem


def marked_words(known: Known, captures: Captures, locate: Locate) -> Iterator[Problem]:
    """The problems of all topics."""
    topics = {
        key: topic
        for key, topic in known.sheets.topics.items()
        if any(has_marks(text) for _, text, _ in topic_texts(topic))
    }
    named = {
        fact
        for topic in topics.values()
        for _, text, ids in topic_texts(topic)
        if has_marks(text)
        for fact in ids
    }
    facts = {}
    for fact_id in sorted(named & known.facts.keys()):
        article_id, number = known.facts[fact_id]
        article = known.sheets.articles[article_id]
        facts[fact_id] = (article_id, article, article.facts[number])
    material = Material(captures, captures.texts, known.sheets.actors)
    return marked_words_of_topics(topics, facts, material, locate)
