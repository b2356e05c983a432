"""Random facts and edits of them; made up, mostly valid."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs

from tests.helpers.builders import BASE, TODAY, files

Fact = dict[str, Any]
Facts = dict[str, list[Fact]]

TOPICS = ("bridge", "ferry", "toll")
ACTORS = ("ada", "bob", "cy", "exampletown", "council-of-north", "some-mayors")
ARTICLES = ("a", "b", "c", "d")
FACTS = tuple(f"f{number:02}" for number in range(36))
RECORDS = {
    **BASE,
    "content/actors/cy.yaml": "kind: person\nname: Cy Cooper\n",
    "content/actors/council-of-north.yaml": "kind: coalition\nname: Council of the North\n",
    "content/actors/some-mayors.yaml": "kind: group\nname: Some mayors\nsize: 5\n"
    "members_known: some\nmembers: [ada]\n",
    "content/topics/ferry.yaml": "name: The ferry\nsummary: Whether it goes.\n"
    "questions:\n  - {id: goes, text: Does it go?}\n  - {id: costs, text: What does it cost?}\n"
    "brief:\n  - {text: Example and Baker differ., facts: [f01, f02]}\n"
    "differences:\n  - {question: Does it go?, facts: [f03, f04, f20], note: Both say so.}\n",
    "content/topics/toll.yaml": "name: The toll\nsummary: What it costs.\nbroader: ferry\n",
    "content/events/dinner.yaml": "name: Dinner\ndate: 2025-05-01\npart_of: council\n",
}
HEADS = {
    "a": "publisher: gazette\npublished: 2025-05-03\n",
    "b": "publisher: wire\npublished: 2025-05-04\ntitle: Headline\n",
    "c": "publisher: wire\npublished: 2025-05-05\nderived_from: b\n",
    "d": "publisher: gazette\npublished: 2025-05-06\nkind: recording\n",
}
FORMS = {"form": "paraphrased"}


def some(chance: random.Random, among: tuple[str, ...], most: int) -> list[str]:
    return chance.sample(among, chance.randint(0, most))


def drawn(chance: random.Random, name: str) -> Fact:
    """A fact with some of all its possible fields."""
    others = tuple(other for other in FACTS if other < name)
    made: Fact = {
        "id": name,
        "speaker": chance.choice((*ACTORS[:4], ["bob", "ada"], None, None)),
        "statement": f"{name} says {chance.randrange(1000)} <things>",
        "paragraph": chance.randint(1, 2),
        "said_basis": "stated",
        "topics": some(chance, TOPICS, 2) or ["bridge"],
        "about": some(chance, ACTORS, 2),
        "event": chance.choice((None, None, "council", "dinner")),
        "condition": chance.choice((None, "if it *snows*")),
        "detail": chance.choice((None, "In our words.")),
        "quote": chance.choice((None, "[We have painted every railing twice]")),
        "reviewed": chance.choice((None, "2025-05-07")),
        "supports": some(chance, others, 1) if others else [],
        "replies_to": some(chance, others, 1) if others else [],
        "disputes": some(chance, others, 1) if others else [],
        "updates": some(chance, others, 1) if others else [],
        "answers_fact": some(chance, others, 1) if others else [],
    }
    if not made["speaker"] and chance.random() < 0.5:
        made["speaker_described"] = chance.choice(("a senior official", "<sources> in the *town*"))
        made["speaker_of"] = chance.choice((None, "exampletown"))
    if made["quote"]:
        made["paragraph"] = 1
    if not made["event"]:
        made["said"] = f"2025-05-0{chance.randint(1, 3)}"
        made["said_basis"] = "stated"
    if chance.random() < 0.4:
        made["figure"] = {
            "value": chance.randint(1, 3),
            "comparator": "exactly",
            "unit": chance.choice(("boats", "tolls")),
            "counts": "in all",
        }
    if made["speaker"] and chance.random() < 0.5:
        question = chance.choice(("bridge/open", "ferry/goes", "ferry/costs"))
        made["answers"] = [{"question": question, "kind": "yes", "text": "It is"}]
        if chance.random() < 0.5:
            made["answers"][0]["actor"] = chance.choice(ACTORS)
    if chance.random() < 0.3:
        made["also"] = [{"article": chance.choice(ARTICLES), "paragraph": 1, **FORMS}]
    state = chance.random()
    if state < 0.2:
        made |= {"status": "superseded" if state < 0.1 else "withdrawn"}
        made |= {"reason": "misread", "date": "2025-05-07"}
    if chance.random() < 0.3:
        changed = {"date": "2025-05-06", "field": "detail", "was": "x", "now": "y", "reason": "z"}
        made["corrections"] = [changed]
    return made


def written(facts: Facts, extra: dict[str, str]) -> dict[str, bytes]:
    """The whole content as files; JSON objects are also YAML."""
    found = dict(RECORDS)
    for key, each in facts.items():
        lines = "".join(_yaml(fact) for fact in each)
        head = f"{HEADS[key]}url: https://news.example/{key}\nlanguage: en\n{extra.get(key, '')}"
        found[f"content/facts/{key}.yaml"] = f"{head}facts:\n{lines}" if lines else head
    return files(found)


def _yaml(fact: Fact) -> str:
    given = [(key, value) for key, value in fact.items() if value]
    lines = [f"{key}: {_value(key, value)}" for key, value in given]
    return "  - " + "\n    ".join(lines) + "\n"


def _value(key: str, value: Any) -> str:
    if key == "quote" or (isinstance(value, str) and key not in {"statement", "detail"}):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


# What people do to facts; each changes them in place.

Edit = Callable[[random.Random, Facts, dict[str, str]], None]


def _any(chance: random.Random, facts: Facts) -> tuple[list[Fact], int]:
    """The place of some fact."""
    listed = chance.choice([each for each in facts.values() if each])
    return listed, chance.randrange(len(listed))


def words(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    listed, at = _any(chance, facts)
    listed[at]["statement"] = f"It is {chance.randrange(1000)} & no more"


def anything(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    listed, at = _any(chance, facts)
    name = listed[at]["id"]
    listed[at] = drawn(chance, name)


def one_field(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    listed, at = _any(chance, facts)
    other = drawn(chance, listed[at]["id"])
    for field in chance.sample(("about", "topics", "detail", "disputes", "updates", "figure"), 2):
        listed[at][field] = other.get(field)


def away(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    listed, at = _any(chance, facts)
    gone = listed.pop(at)["id"]
    for fact in (fact for each in facts.values() for fact in each):
        for field in ("supports", "replies_to", "disputes", "updates", "answers_fact"):
            fact[field] = [name for name in fact.get(field) or [] if name != gone]


def anew(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    """A deleted fact comes back, as another one or in another article."""
    there = {fact["id"] for each in facts.values() for fact in each}
    missing = sorted(set(FACTS) - there)
    listed = facts[chance.choice(ARTICLES)]
    if missing:
        made = drawn(chance, chance.choice(missing))
        for field in ("supports", "replies_to", "disputes", "updates", "answers_fact"):
            made[field] = [name for name in made[field] if name in there]
    else:
        from_there, at = _any(chance, facts)
        made = from_there.pop(at)
    listed.insert(chance.randint(0, len(listed)), made)


def order(chance: random.Random, facts: Facts, _: dict[str, str]) -> None:
    chance.shuffle(facts[chance.choice(ARTICLES)])


def paragraphs(chance: random.Random, facts: Facts, extra: dict[str, str]) -> None:
    del facts
    extra[chance.choice(ARTICLES)] = chance.choice(
        (
            "",
            "# A line more\n",
            "unused:\n  - {paragraph: 2, why: background}\n",
            "wording:\n  - {paragraph: 1, words: painted every railing}\n",
        )
    )


EDITS: tuple[Edit, ...] = (words, anything, one_field, away, anew, order, paragraphs)


def content(chance: random.Random) -> Facts:
    facts: Facts = {key: [] for key in ARTICLES}
    for name in FACTS:
        facts[chance.choice(ARTICLES)].append(drawn(chance, name))
    return facts


def is_sound(facts: Facts, extra: dict[str, str]) -> bool:
    return not check.check(Inputs(written(facts, extra)), TODAY).summary.errors


def edited(chance: random.Random, times: int) -> Iterator[dict[str, bytes]]:
    """A sequence of valid states of the content; first the one before edits."""
    facts, extra = content(chance), dict[str, str]()
    assert is_sound(facts, extra)
    yield written(facts, extra)
    for _ in range(times):
        for edit in chance.sample(EDITS, chance.choice((1, 1, 1, 2))):
            before, said = copy.deepcopy(facts), dict(extra)
            edit(chance, facts, extra)
            if not is_sound(facts, extra):
                facts = before
                extra = said
        yield written(facts, extra)
