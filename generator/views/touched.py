"""Which pages an edit touches: those that may differ between two states of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.dataset import Dataset
from generator.dataset.model import RELATIONS
from generator.schema import Article
from generator.views import actor, source
from generator.views import event as event_views
from generator.views import topic as topic_views
from generator.views.ground import Site
from generator.views.index import articles_of
from generator.views.lists import List
from generator.views.paging import CARDS_A_PAGE, paged
from generator.views.relations import on_cards_of, superseded_by
from generator.views.statement import StatementView

Views = tuple[StatementView, ...]


def only_facts_differ(old: Dataset, new: Dataset) -> bool:
    """Whether two states have the same records, but for facts and what articles say of paragraphs.

    Then a statement that is the same in both stands on the same ground: no name, label or date
    that its view takes from elsewhere has changed.
    """
    same = (
        old.actors == new.actors
        and old.topics == new.topics
        and old.events == new.events
        and old.captures == new.captures
        and old.prose == new.prose
        and old.removed == new.removed
        and old.articles.keys() == new.articles.keys()
    )
    return (
        same
        and all(_frame(old.articles[key], each) for key, each in new.articles.items())
        and _former_ids(old) == _former_ids(new)
    )


def _former_ids(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    facts = ((key, each.fact) for key, each in dataset.statements.items())
    return {key: fact.former_ids for key, fact in facts if fact.former_ids}


def _frame(old: Article, new: Article) -> bool:
    """Whether two states of an article are the same but for what stands under its head."""
    return old is new or _head(old) == _head(new)


def _head(article: Article) -> Article:
    return replace(article, facts=(), wording=(), unused=())


def touched(old: Site, new: Site) -> frozenset[str]:
    """The addresses of records' pages that may differ, the home page among them.

    Both states must be as `only_facts_differ` demands, with the same settings and the same newest
    day, and `new` must have been made from `old`: a statement that is no other has the same view.
    Pages that are in one state only are named too; lists are left to `touched_lists`.
    """
    other = _changed(old, new)
    changed = other | on_cards_of(old, other) | on_cards_of(new, other)
    bases = {f"sources/{key}/" for key in _changed_articles(old.dataset, new.dataset)}
    for site in (old, new):
        groups = _groups(site, changed)
        for key in changed & site.statements.keys():
            bases.update(_bases(site, key))
        for topic, ids in groups:
            bases.add(topic)
            for key in ids & site.statements.keys():
                bases.update(f"actors/{name}/" for name in _actors(site, key))
    found = {page for base in bases for page in _pages(old, new, base)}
    return frozenset({"", *found})


def touched_lists(old: Mapping[str, List], new: Mapping[str, List]) -> frozenset[str]:
    """The addresses of lists' pages that differ, or are in one state only."""
    found: set[str] = set()
    for base, after in new.items():
        before = old[base]
        earlier = {page.path: page for page in before.pages}
        later = {page.path: page for page in after.pages}
        both = earlier.keys() | later.keys()
        same = before.more == after.more
        found |= {path for path in both if not same or earlier.get(path) != later.get(path)}
    return frozenset(found)


def _changed(old: Site, new: Site) -> set[str]:
    """The facts that are not the same in every respect, or are in one state only."""
    return {
        key
        for key in old.statements.keys() | new.statements.keys()
        if old.statements.get(key) is not new.statements.get(key)
    }


def _changed_articles(old: Dataset, new: Dataset) -> Iterator[str]:
    return (key for key, each in new.articles.items() if each != old.articles[key])


def _groups(site: Site, changed: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Topics whose own sentences rest on a changed fact, with the facts that stand beside it."""
    for key, topic in site.dataset.topics.items():
        resting = [each.facts for each in topic.brief] + [each.facts for each in topic.differences]
        for ids in map(set, resting):
            if ids & changed:
                yield f"topics/{key}/", ids


def _bases(site: Site, fact_id: str) -> Iterator[str]:
    """The first pages of everything that shows a statement, or a line or number made of it."""
    statement = site.dataset.statements[fact_id]
    fact = statement.fact
    yield f"facts/{fact_id}/"
    yield from (f"facts/{key}/" for key in site.beside(fact_id))
    for field in RELATIONS:
        yield from (f"facts/{key}/" for key in getattr(fact, field))
        yield from (f"facts/{key}/" for key in site.index.inverse[field].get(fact_id, ()))
    yield from (f"facts/{key}/" for key in superseded_by(site, fact_id))
    yield from (f"facts/{key}/" for key in site.beside(fact_id))
    topics = (answer.question.partition("/")[0] for answer in fact.answers)
    yield from (f"topics/{key}/" for key in (*fact.topics, *topics))
    yield from (f"actors/{key}/" for key in _actors(site, fact_id))
    yield from (f"sources/{key}/" for key in articles_of(statement))
    if fact.event:
        yield f"events/{fact.event}/"


def _actors(site: Site, fact_id: str) -> Iterator[str]:
    """Who spoke, is spoken of, or published it, and those whose officials they are."""
    statement = site.dataset.statements[fact_id]
    fact = statement.fact
    named = [*fact.about, *(answer.actor for answer in fact.answers if answer.actor)]
    articles = site.dataset.articles
    named += [articles[key].publisher for key in articles_of(statement) if key in articles]
    if fact.speaker:
        named.append(fact.speaker)
    for key in dict.fromkeys(named):
        yield key
        known = site.dataset.actors.get(key)
        yield from (role.organisation for role in known.roles if role.organisation) if known else ()


def _of_actor(site: Site, key: str) -> Views:
    return tuple(view for part in actor.statements_of(site, key) for view in part)


_SHOWN: Mapping[str, Callable[[Site, str], Views]] = {
    "topics": topic_views.statements_of,
    "actors": _of_actor,
    "sources": source.statements_of,
    "events": event_views.statements_of,
}


def _pages(old: Site, new: Site, base: str) -> Iterator[str]:
    """All pages of a record: what sums it up stands on each of them."""
    yield base
    folder, key, _ = base.split("/")
    shown = _SHOWN.get(folder)
    if shown:
        for site in (old, new):
            yield from (page.path for page in paged(shown(site, key), CARDS_A_PAGE, base))
