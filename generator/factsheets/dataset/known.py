"""Every id that the content defines, and the fact with each id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from factsheets.content.article import Fact
from factsheets.content.kinds import KINDS
from factsheets.content.tree import Path
from factsheets.dataset.model import Sheets, Statement, file_of


class Known:
    """The records sorted by id, and all ids defined in them.

    Attributes:
        sheets: The records as read.
        records: The same records by kind and id, sorted.
        facts: The article of each fact, and the fact's index there; for a duplicate id, the
            first.
        duplicates: The later facts with a duplicate id: id, article, index there.
        removed: The ids of removed records by kind, and of removed facts under `fact`.
        drafts: The ids of drafts, for `article` and `fact`.
    """

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.records = {kind: dict(sorted(each.items())) for kind, each in sheets.records.items()}
        self.facts: dict[str, tuple[str, int]] = {}
        self.duplicates: list[tuple[str, str, int]] = []
        self.removed: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "fact")}
        self.drafts: dict[str, set[str]] = {"article": set(), "fact": set()}
        for gone in sheets.removed:
            self.removed[gone.kind].add(gone.id)
        for article_id, article in self.records["article"].items():
            if article.status == "draft":
                self.drafts["article"].add(article_id)
            for number, fact in enumerate(article.facts):
                if "draft" in (article.status, fact.status):
                    self.drafts["fact"].add(fact.id)
                if fact.status == "removed":
                    self.removed["fact"].add(fact.id)
                if self.facts.setdefault(fact.id, (article_id, number)) != (article_id, number):
                    self.duplicates.append((fact.id, article_id, number))

    def fact(self, fact_id: str) -> Fact:
        """A fact by its id."""
        article_id, number = self.facts[fact_id]
        return self.sheets.articles[article_id].facts[number]

    def where(self, fact_id: str, *path: str | int) -> tuple[str, Path]:
        """The file of a fact, and the path of one of its values there."""
        article_id, number = self.facts[fact_id]
        return file_of("article", article_id), ("facts", number, *path)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The facts as statements, including drafts, sorted by id."""
        found = {}
        for fact_id, (article_id, number) in sorted(self.facts.items()):
            article = self.sheets.articles[article_id]
            fact = article.facts[number]
            if fact.status != "removed":
                lines = self.sheets.lines.get(article_id, ())
                line = lines[number] if number < len(lines) else 1
                is_draft = fact_id in self.drafts["fact"]
                found[fact_id] = Statement(fact, article_id, article, number, line, is_draft)
        return found

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """The ids that a reference may name, by target.

        Drafts and removed facts are excluded. Ids of files that cannot be read are included, so
        that a reference to one is not reported as a second problem.
        """
        broken = {kind: self.sheets.broken.get(kind, frozenset()) for kind in KINDS}
        found = {kind: frozenset(self.records[kind]) | broken[kind] for kind in KINDS}
        actors, topics = self.records["actor"].items(), self.records["topic"].items()
        states = (key for key, actor in actors if actor.kind == "state")
        found["state"] = broken["actor"].union(states)
        found["article"] -= self.drafts["article"]
        found["fact"] = frozenset(self.facts) - self.removed["fact"] - self.drafts["fact"]
        found["question"] = frozenset(
            f"{topic_id}/{question.id}"
            for topic_id, topic in topics
            for question in topic.questions
        )
        return found


def first_id(current: str, former: Sequence[str]) -> str:
    """The first id of a record. It never changes, so permanent identifiers are built from it.

    `former` are the record's `former_ids`: oldest first, as `facts rename` writes them.
    """
    return former[0] if former else current
