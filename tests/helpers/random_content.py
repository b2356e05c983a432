"""Random content in which every field occurs, in many scripts and with all kinds of markup.

The same seed gives the same content. Nothing in it was ever said.
"""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from dataclasses import replace

from factsheets.content.types import ACCESS
from factsheets.quotes import capture, capture_file

TEXTS = (
    "the bridge will open in June",
    "26 towns or 27 villages agreed",
    "</script><script>alert(1)</script>",
    "=1+1",
    "- dash",
    "12) two",
    "桥将在六月开放",
    "Мост откроется в июне",
    "الجسر سيفتح في يونيو",
    "הגשר ייפתח ביוני",
    "สะพานจะเปิดในเดือนมิถุนายน",
    "[a](b) ![i](j) <b>&amp; *x* _y_ `z` ~q~ | #h",
    "{{ x }} {% y %} {# z #}",
    "back\\slash $ % ^ {brace}",
    "a -- b --- c … “quoted” ‘single’",
    "👍 and é",
    "100% of 3.5 km",
)
_ACTORS = tuple(f"a{number}" for number in range(20))
_PUBLISHERS = tuple(f"p{number}" for number in range(4))
_TOPICS = tuple(f"t{number}" for number in range(5))
_EVENTS = tuple(f"e{number}" for number in range(4))
_KINDS = ("person", "state", "organisation", "coalition", "group")
_FIGURES = (
    "{value: 26, comparator: exactly, unit: towns, counts: asked}",
    "{min: 3, max: 4.5, comparator: between, counts: years}",
    "{status: not-given, counts: cost}",
    "{value: 0.00005, unit: grams, counts: measured}",
    "{value: 12345678901234567.50, comparator: at-least, unit: won, counts: owed}",
    '{value: 1000000.25, comparator: about, unit: "%", counts: all}',
)
_RELATIONS = ("disputes", "updates", "replies_to", "answers_fact", "supports")


def _notice(day: datetime.date, text: str) -> str:
    return f"notices: [{{date: {day}, kind: retraction, text: {text}, url: https://news.example/}}]"


class _Builder:
    def __init__(self, seed: int, articles: int, first: int, others: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - made-up content keeps no secret
        self.articles = [f"art{number:02}" for number in range(articles)]
        self.sizes = [first] + [others] * (articles - 1)
        self.facts: list[str] = []
        self.of_topic: dict[str, list[str]] = {topic: [] for topic in _TOPICS}

    def text(self, most: int = 2) -> str:
        """Quoted for YAML."""
        words = self.chance.choices(TEXTS, k=self.chance.randint(1, most))
        return json.dumps(" ".join([*words, str(self.chance.randrange(1000))]), ensure_ascii=False)

    def often(self, share: float, line: str) -> list[str]:
        return [line] if self.chance.random() < share else []

    def files(self) -> Iterator[tuple[str, str]]:
        yield "content/actors/land.yaml", "kind: state\nname: Exampleland\n"
        for number, name in enumerate(_ACTORS):
            yield f"content/actors/{name}.yaml", "\n".join(self.actor(number, name)) + "\n"
        for number, name in enumerate(_PUBLISHERS):
            owner = ("state", "public", "private", "unknown")[number]
            yield (
                f"content/actors/{name}.yaml",
                f"kind: publisher\nname: {self.text(1)}\nshort_name: P{number}\n"
                f"ownership: {owner}\ncountry: land\noutlet: newspaper\n"
                f"ownership_source: https://owner.example/{number}\n",
            )
        for number, name in enumerate(_EVENTS):
            yield f"content/events/{name}.yaml", "\n".join(self.event(number)) + "\n"
        for number, name in enumerate(self.articles):
            yield from self.article(number, name)
        for number, name in enumerate(_TOPICS):
            yield f"content/topics/{name}.yaml", "\n".join(self.topic(number, name)) + "\n"

    def actor(self, number: int, name: str) -> Iterator[str]:
        kind = _KINDS[number % len(_KINDS)]
        article = self.chance.choice(self.articles)
        yield f"kind: {kind}"
        yield f"name: {self.text(1)}"
        yield from self.often(0.5, f"short_name: S{number}")
        yield from self.often(
            0.5, f"other_names: [{self.text(1)}, {{text: Имя{number}, lang: ru}}]"
        )
        yield from self.often(0.5, f"summary: {self.text()}")
        yield from self.often(0.2, f"former_ids: [old-{name}]")
        if kind == "group":
            yield "size: 26\nmembers_known: some\nmembers: [a1]"
        else:
            yield from self.often(0.5, f"identifiers: {{wikidata: Q{number + 1}}}")
        if kind == "person":
            yield f"roles: [{{title: {self.text(1)}, organisation: a1, start: 2020, end: 2024-05}}]"
        if number > 3:
            held = f"member_of: [{{actor: a3, article: {article}, as_of: 2025-05}}]"
            yield from self.often(0.4, held)

    def event(self, number: int) -> Iterator[str]:
        yield f"name: {self.text(1)}"
        yield from (["date: 2025-05-02"], ["date: about 2025-05"], [], ["date: unknown"])[number]
        yield from self.often(0.5, f"place: {self.text(1)}")
        yield from self.often(0.5, f"audience: {self.text(1)}\nkind: talk\norganiser: a2")
        yield from self.often(0.5, "participants: [a0, a5]")
        yield from ["part_of: e0"] if number == 1 else []

    def topic(self, number: int, name: str) -> Iterator[str]:
        ids = self.of_topic[name][:4]
        yield f"name: {self.text(1)}"
        yield f"summary: {self.text()}"
        yield f"other_names: [{self.text(1)}]"
        yield from [f"broader: t{number - 1}"] if number % 3 == 1 else []
        yield f"questions:\n  - {{id: q1, text: {self.text(1)}, short: S}}"
        yield f"  - {{id: q2, text: {self.text(1)}}}"
        yield f"missing: [{self.text()}]"
        yield f"brief: [{{text: {self.text(1)}, facts: [{', '.join(ids[:2])}]}}]"
        difference = f"question: {self.text(1)}, facts: [{', '.join(ids)}], note: {self.text(1)}"
        yield f"differences: [{{{difference}}}]"
        yield from self.often(0.5, f"former_ids: [old-{name}]")

    def article(self, number: int, name: str) -> Iterator[tuple[str, str]]:
        day = datetime.date(2025, 6, 1) + datetime.timedelta(days=self.chance.randrange(150))
        lines = [
            f"publisher: {self.chance.choice(_PUBLISHERS)}",
            f"url: https://news.example/{name}?x=1&y=%7B#f_{number}",
            f"published: {day}{'T14:30+02:00' if number == 5 else ''}",
            f"language: {self.chance.choice(('en', 'fr', 'ar', 'zh', 'ru', 'he', 'th'))}",
            f"translation: {self.chance.choice(('none', 'publisher', 'unknown'))}",
            *self.often(0.6, f"title: {self.text(1)}"),
            *self.often(0.3, f"authors: [{self.text(1)}, {self.text(1)}]"),
            *self.often(0.3, f"archived: https://archive.example/{name}"),
            *([f"access: {ACCESS[number % 3]}"] if number % 2 else []),
            *self.often(0.3, f"dateline: {self.text(1)}"),
            *(["derived_from: art00"] if number == 3 else []),
            *(["kind: transcript"] if number == 4 else []),
            *([f"updated: {day}T18:00+02:00"] if number == 5 else []),
            *([_notice(day, self.text(1))] if number == 5 else []),
            *self.often(0.3, f"former_ids: [old-{name}]"),
        ]
        captured = number % 2 == 1
        if not captured:
            lines += [
                f"wording: [{{paragraph: 1, words: {self.text(1)}, note: {self.text(1)}}}]",
                f"unused: [{{paragraph: 99, why: {self.text(1)}}}]",
            ]
        lines.append("facts:")
        size = self.sizes[number]
        for at in range(size):
            first, *more = self.fact(f"{name}-{at:03}", at, day, captured)
            lines += [f"  - {first}", *(f"    {line}" for line in more)]
        yield f"content/facts/{name}.yaml", "\n".join(lines) + "\n"
        if captured:
            text = "\n\n".join(
                "These words stand before all that is quoted. "
                f"“So some quoted words of {name}-{at:03} here and others.” "
                f"Between. “And so, and more words of {name}-{at:03} in it.”"
                for at in range(size)
            )
            kept = capture.capture(text, published=day, captured=datetime.date(2025, 11, 1))
            yield f"seeds/{name}.json", capture_file.dumps(replace(kept, language=None))

    def fact(self, name: str, at: int, day: datetime.date, captured: bool) -> Iterator[str]:
        chance = self.chance
        speaks = chance.random() < 0.9
        topics = (
            ["t0"] if name.startswith("art00") else chance.sample(_TOPICS, chance.randint(1, 3))
        )
        for topic in topics:
            self.of_topic[topic].append(name)
        yield f"id: {name}"
        yield from [f"speaker: {chance.choice(_ACTORS)}"] if speaks else []
        yield f'statement: {self.text()[:-1]} {name}"'
        yield f"topics: [{', '.join(topics)}]"
        yield f"paragraph: {at + 1}"
        quoted = chance.random() < 0.4 and (captured or at % 2 == 0)
        if quoted:
            yield f"quote: [some quoted words of {name} here, and more words of {name} in it]"
        if speaks:
            yield from self.spoken(topics, day, quoted)
        yield from self.often(0.3, f"condition: {self.text(1)}")
        yield from self.often(0.3, f"detail: {self.text(1)}")
        yield from self.often(0.3, f"note: {self.text(1)}")
        yield from self.often(0.3, f"not_said: [{self.text(1)}, {self.text(1)}]")
        yield from self.often(0.3, f"about: [{', '.join(chance.sample(_ACTORS, 2))}]")
        yield from self.often(0.2, "recalled: true")
        yield from self.often(0.3, f"figure: {chance.choice(_FIGURES)}")
        if self.facts:
            named = f"{chance.choice(_RELATIONS)}: [{chance.choice(self.facts)}]"
            yield from self.often(0.4, named)
        yield from self.often(0.2, "reviewed: 2025-11-05")
        yield from self.often(0.1, f"former_ids: [old-{name}]")
        other = chance.choice(self.articles)
        yield from self.often(
            0.3,
            f"also: [{{article: {other}, paragraph: 2, form: paraphrased}}, "
            "{paragraph: 3, form: paraphrased}]",
        )
        yield from self.changed()
        self.facts.append(name)

    def spoken(self, topics: list[str], day: datetime.date, quoted: bool) -> Iterator[str]:
        chance = self.chance
        yield f"act: {chance.choice(('says', 'asks', 'answers', 'declines', 'announces'))}"
        if quoted:
            yield from self.often(0.2, "form: partly-quoted")
        if chance.random() < 0.3:
            yield f"event: {chance.choice(_EVENTS)}"
        else:
            said = (str(day), "2024-12", "2024", "about 2024-12-03", "before 2024-11-01", "unknown")
            yield f"said: {chance.choice(said)}"
            yield from self.often(0.3, f"place: {self.text(1)}")
            yield from self.often(0.3, f"audience: {self.text(1)}")
        yield from list(self.often(0.3, "said_basis: inferred")) or ["said_basis: stated"]
        kinds = ("yes", "no", "conditional", "considering", "declined", "other")
        own = f"{{question: {topics[0]}/q1, kind: {chance.choice(kinds)}, text: short}}"
        whose = chance.choice(_ACTORS)
        of_other = f"{{question: {topics[0]}/q2, actor: {whose}, kind: other, text: '=6'}}"
        yield from self.often(0.4, f"answers: [{own}, {of_other}]")

    def changed(self) -> Iterator[str]:
        fate = self.chance.random()
        if fate < 0.1:
            status = "withdrawn" if fate < 0.05 else "superseded"
            yield f"status: {status}\n    reason: {self.text(1)}\n    date: 2025-11-02"
        correction = f"was: {self.text(1)}, now: {self.text(1)}, reason: {self.text(1)}"
        yield from self.often(
            0.15,
            f"corrections: [{{date: 2025-11-03, field: statement, {correction}}}, "
            '{date: 2025-11-04, field: paragraph, was: "1", now: "2", reason: x}]',
        )


def random_content(
    seed: int = 1, *, articles: int = 8, first: int = 60, others: int = 9
) -> dict[str, str]:
    """The files of such content; the first article has more facts than the others, all of one
    topic. Three statements in ten are named by others, one in ten is no longer current.
    """
    made = dict(_Builder(seed, articles, first, others).files())
    made["content/pages/index.md"] = "# Home\n\nMade up.\n"
    made["content/pages/about/method.md"] = "# Method & more\n\nMade *up*.\n"
    return made
