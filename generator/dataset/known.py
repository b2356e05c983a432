"""What all files together define: every id, and the fact that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.dataset.model import Removal, Sheets, Statement, file_of
from generator.dataset.ties import Ties
from generator.dataset.tying import ties_of
from generator.schema import Kind


class Known:
    """The records' ties and ids, without the records wherever ties are at hand."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.ties: dict[Kind, dict[str, Ties]] = {}
        for kind, records in sheets.kinds():
            self.ties[kind] = found = {}
            for key in sorted(records):
                at_hand = sheets.ties.get(file_of(kind, key))
                found[key] = at_hand or ties_of(key, records[key])
        self.removed = _by_kind(sheets.removed)
        """The ids of removed records and facts, by kind."""
        self.drafts: dict[str, set[str]] = {"article": set(), "fact": set()}
        """The ids of articles and facts that are drafts."""
        self.facts: dict[str, tuple[str, int]] = {}
        """Each fact's article and its number there; of two with one id, the first."""
        self.doubles: list[tuple[str, str, int]] = []
        """The others: the id, the article, the number there."""
        for article_id, each in self.ties["article"].items():
            self.removed["fact"].update(each.removed)
            self.drafts["fact"].update(each.drafts)
            if each.draft:
                self.drafts["article"].add(article_id)
            for number, fact_id in enumerate(each.facts):
                if self.facts.setdefault(fact_id, (article_id, number)) != (article_id, number):
                    self.doubles.append((fact_id, article_id, number))

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """What a reference of each kind may name; of files that cannot be read, all but questions.

        Drafts and removed facts are none of them.

        A reference to one of those is no second mistake.
        """
        actors = self.ties["actor"]
        broken = self.sheets.broken
        found: dict[Kind, frozenset[str]] = {
            kind: frozenset(self.ties[kind]) | broken.get(kind, frozenset()) for kind in self.ties
        }
        of_kind = {
            kind: frozenset(key for key, each in actors.items() if each.kind == kind)
            | broken.get("actor", frozenset())
            for kind in ("publisher", "state")
        }
        questions = frozenset(
            f"{topic_id}/{question}"
            for topic_id, each in self.ties["topic"].items()
            for question in each.questions
        )
        found["article"] -= self.drafts["article"]
        facts = frozenset(self.facts) - self.removed["fact"] - self.drafts["fact"]
        return {**found, **of_kind, "fact": facts, "question": questions}

    def ids(self, kind: str) -> Iterable[str]:
        """The ids of all records of a kind."""
        return next((each for one, each in self.ties.items() if one == kind), ())

    def is_first(self, article_id: str, number: int) -> bool:
        """Whether the fact at this place of an article is the one that has its id."""
        fact_id = self.ties["article"][article_id].facts[number]
        return self.facts[fact_id] == (article_id, number)


def _by_kind(removed: Iterable[Removal]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {
        kind: set() for kind in ("actor", "topic", "event", "article", "fact")
    }
    for each in removed:
        found[each.kind].add(each.id)
    return found


def statements(known: Known, article_ids: Iterable[str]) -> dict[str, Statement]:
    """The statements of these articles, drafts among them, in the order of their ids."""
    found: dict[str, Statement] = {}
    for article_id in sorted(article_ids):
        article = known.sheets.articles[article_id]
        lines = known.sheets.lines.get(article_id, ())
        for index, fact in enumerate(article.facts):
            if known.is_first(article_id, index) and fact.status != "removed":
                line = lines[index] if index < len(lines) else 1
                draft = fact.id in known.drafts["fact"]
                found[fact.id] = Statement(fact, article_id, article, index, line, draft)
    return dict(sorted(found.items()))
