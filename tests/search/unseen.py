"""Made-up content of any size, and queries to which the data itself says the answer.

Nobody chose these queries by looking at what the search finds: names, ids, numbers, phrases, dates
and typing mistakes are taken from the records by chance, the same in every run.
"""

from __future__ import annotations

import datetime
import itertools
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from factsheets.quotes import capture, capture_file

Row = dict[str, Any]

_GIVEN = (
    "Ana Bruno Čestmír Dagny Élodie Fatima Gábor Håkon Ilse João Katya Łucja Mirela Nuno Oya Paweł "
    "Quentin Rūta Søren Tomás Ursula Věra Wanda Yusuf Zoë"
).split()
_FAMILY = (
    "Abrahamsen Balogun Castañeda Dvořák Eriksson Ferreira Grünwald Hrabal Iglesias Jovanović "
    "Kowalczyk Lindqvist Moreau Nakamura Öztürk Petrov Quispe Rosenthal Szabó Tanaka Uribe "
    "Vasilescu Wójcik Yılmaz Zieliński"
).split()
_CYRILLIC = dict(zip("abvgdezijklmnoprstufhc", "абвгдезийклмнопрстуфхц", strict=True))
_ARABIC = dict(zip("abtjdrzsfqklmnhwyieou", "ابتجدرزسفقكلمنهويييوو", strict=True))
_HEBREW = dict(zip("abgdhwzjtyklmnspqrieouv", "אבגדהוזזטיכלמנספקריאווו", strict=True))
_HAN = "安白陈丁恩方高何金李马宁欧平齐荣孙唐乌文夏杨张港粮船桥河灯塔税铁路水电森林矿渔农工学医法"
_NOUNS = (
    "bridge harbour tariff ferry mine orchard railway reservoir hospital school tunnel forest "
    "fleet budget pipeline border treaty ministry factory village island river census strike "
    "festival airport prison archive library market vineyard glacier satellite telescope vaccine "
    "museum lighthouse canal quarry dairy mill theatre stadium dam observatory refinery shipyard"
).split()
_VERBS = (
    "opens closes expands repairs delays inspects finances sells protects floods serves replaces "
    "restores surveys insures rents connects measures supplies guards paints moves cleans heats"
).split()
_QUALITIES = (
    "northern southern coastal abandoned crowded wooden frozen public private temporary ancient "
    "regional floating underground restored foreign municipal narrow remote neutral"
).split()
_WHEN = (
    "before winter; after the harvest; within three months; every second year; during the summit; "
    "since the flood; until further notice; by the end of spring; at night; on market days"
).split("; ")
_UNITS = ("tonnes", "ships", "kilometres", "euros", "people", "houses", "megawatts", "%")
_TEXTS = {
    "ru": "мы откроем порт весной; никто не закроет мост; суда ждут у пролива; зерно на складе; "
    "лес охраняют егеря; школы получат уголь; рыбаки вышли в море; дорога размыта дождём",
    "ar": "سنفتح الميناء في الربيع; لن يغلق أحد الجسر; السفن تنتظر عند المضيق; القمح في المخازن; "
    "المدارس ستحصل على الوقود; الصيادون خرجوا إلى البحر; الطريق جرفته الأمطار",
    "he": "נפתח את הנמל באביב; איש לא יסגור את הגשר; הספינות ממתינות במצר; החיטה כבר במחסן; "
    "בתי הספר יקבלו פחם; הדייגים יצאו לים; הכביש נשטף בגשם",
    "zh": "春天我们将开放港口; 没有人会关闭大桥; 船只在海峡等候; 粮食已经入库; 学校将得到煤炭; "
    "渔民已经出海; 道路被雨水冲毁",
}


@dataclass(slots=True)
class Unseen:
    """Files of the content by path, and queries by kind: what is typed and what must be found."""

    files: dict[str, str] = field(default_factory=dict)
    first: list[tuple[str, str]] = field(default_factory=list)
    among: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def ask(self, kind: str, query: str, path: str) -> None:
        """Adds a query whose answer must be among the first three."""
        self.among.setdefault(kind, []).append((query, path))


def unseen(count: int = 3000, asked: int = 25, seed: int = 7) -> Unseen:
    """So many statements, and so many queries of each kind."""
    chance = random.Random(seed)  # noqa: S311 - made-up words keep no secret
    made = Unseen()
    actors = _actors(made, chance)
    topics = _topics(made, chance)
    facts = list(itertools.islice(_facts(chance, actors, topics), count))
    _lay_out(made, facts, chance)
    _ask_names(made, actors, topics, chance, asked)
    _ask_facts(made, facts, chance, asked)
    return made


def plain(name: str) -> str:
    """A name without its accents, as people type it."""
    folded = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    folded = folded.replace("ø", "o").replace("ı", "i")
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def mistyped(name: str, chance: random.Random) -> str:
    """The name with one mistake in its last word, not at its beginning."""
    before, _, last = name.rpartition(" ")
    at = chance.randrange(2, len(last) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        wrong = last[:at] + last[at + 1] + last[at] + last[at + 2 :]
    elif kind == 1:
        wrong = last[:at] + last[at + 1 :]
    else:
        wrong = last[:at] + chance.choice("aeinrst") + last[at:]
    return f"{before} {wrong}".strip()


def _actors(made: Unseen, chance: random.Random) -> list[Row]:
    pairs = list(itertools.product(_GIVEN, _FAMILY))
    chance.shuffle(pairs)
    found = []
    for number, (given, family) in enumerate(pairs[:200]):
        name = f"{given} {family}"
        low = plain(name).lower()
        scripts = (_CYRILLIC, _ARABIC, _HEBREW)
        spelt = ["".join(table.get(sign, sign) for sign in low) for table in scripts]
        others = [text for text in spelt if not re.search("[a-z]", text)]
        others.append("".join(chance.sample(_HAN, 4)))
        row = {"id": low.replace(" ", "-"), "name": name, "others": others, "number": number}
        found.append(row)
        spellings = ", ".join(f'"{text}"' for text in others)
        made.files[f"content/actors/{row['id']}.yaml"] = (
            f'kind: person\nname: "{name}"\nother_names: [{spellings}]\n'
        )
    made.files["content/actors/stateland.yaml"] = "kind: state\nname: Stateland\n"
    for number in range(8):
        made.files[f"content/actors/paper-{number}.yaml"] = (
            f'kind: publisher\nname: "The {_QUALITIES[number].title()} Courier"\n'
            "ownership: private\ncountry: stateland\noutlet: newspaper\n"
        )
    return found


def _topics(made: Unseen, chance: random.Random) -> list[Row]:
    found = []
    for noun in _NOUNS:
        name = f"{chance.choice(_QUALITIES).title()} {noun}s"
        row = {"id": name.lower().replace(" ", "-"), "name": name, "noun": noun}
        found.append(row)
        made.files[f"content/topics/{row['id']}.yaml"] = (
            f'name: "{name}"\nsummary: "What is said about each {noun}."\n'
        )
    return found


def _facts(chance: random.Random, actors: list[Row], topics: list[Row]) -> Iterator[Row]:
    seen = set()
    for number in itertools.count():
        topic = chance.choice(topics)
        speaker = actors[min(int(chance.expovariate(0.02)), len(actors) - 1)]
        one, two = chance.sample(_QUALITIES, 2)
        value = chance.choice((chance.randrange(2, 99), chance.randrange(1000, 90000)))
        unit = chance.choice(_UNITS)
        amount = f"{value:,}{unit}" if unit == "%" else f"{value:,} {unit}"
        statement = (
            f"the {one} {topic['noun']} {chance.choice(_VERBS)} {amount} for the {two} "
            f"{chance.choice(_NOUNS)} {chance.choice(_WHEN)}"
        )
        if statement in seen:
            continue
        seen.add(statement)
        language = chance.choice(("en", "en", "en", *_TEXTS))
        words = [chance.choice(_QUALITIES), chance.choice(_NOUNS), chance.choice(_VERBS)]
        words += [chance.choice(_QUALITIES), chance.choice(_NOUNS), chance.choice(_WHEN)]
        quote = " ".join(words)
        if language != "en":
            parts = chance.sample(_TEXTS[language].split("; "), 3)
            quote = ("，" if language == "zh" else " ").join(parts)
        day = datetime.date(2019, 1, 1) + datetime.timedelta(days=chance.randrange(2000))
        yield {
            "id": f"{speaker['id']}-{topic['noun']}-{number}",
            "statement": statement, "quote": quote, "speaker": speaker, "topic": topic,
            "value": value, "unit": unit, "day": day,
            "language": language, "amount": amount,
        }  # fmt: skip


def _lay_out(made: Unseen, facts: list[Row], chance: random.Random) -> None:
    by_language: dict[str, list[Row]] = {}
    for fact in facts:
        by_language.setdefault(fact["language"], []).append(fact)
    number = 0
    for language, rows in by_language.items():
        for start in range(0, len(rows), 10):
            some = rows[start : start + 10]
            day = max(row["day"] for row in some)
            source = f"paper-{number % 8}-{day}-{number}"
            title = f"{chance.choice(_QUALITIES)} {chance.choice(_NOUNS)} {number}"
            text = [
                f"publisher: paper-{number % 8}\ntitle: {title}\nurl: https://paper.example/{number}\n"
                f"published: {day}\nlanguage: {language}\nfacts:\n"
            ]
            text += [_yaml(row, at) for at, row in enumerate(some, start=1)]
            made.files[f"content/facts/{source}.yaml"] = "".join(text)
            article = "\n\n".join(
                f"{'x y z ' * 20}“{row['quote']}” {'x y z ' * 20}" for row in some
            )
            kept = capture.capture(article, published=day, captured=day)
            made.files[f"seeds/{source}.json"] = capture_file.dumps(replace(kept, language=None))
            made.first.append((title, f"sources/{source}"))
            number += 1
    made.first = chance.sample(made.first, 20)


def _yaml(row: Row, paragraph: int) -> str:
    figure = f'{{value: {row["value"]}, comparator: exactly, unit: "{row["unit"]}", counts: "x"}}'
    pairs = {
        "id": row["id"], "speaker": row["speaker"]["id"], "statement": f'"{row["statement"]}"',
        "quote": f'"{row["quote"]}"', "paragraph": paragraph, "said": row["day"],
        "topics": f"[{row['topic']['id']}]", "figure": figure,
    }  # fmt: skip
    first, *rest = (f"{name}: {value}" for name, value in pairs.items())
    return f"  - {first}\n" + "".join(f"    {line}\n" for line in rest)


def _ask_names(
    made: Unseen, actors: list[Row], topics: list[Row], chance: random.Random, asked: int
) -> None:
    for actor in chance.sample(actors, asked):
        path = f"actors/{actor['id']}"
        made.first += [
            (actor["name"], path),
            (plain(actor["name"]).lower(), path),
            (actor["id"], path),
        ]
        made.first += [(text, path) for text in actor["others"]]
        made.ask("mistyped actor", mistyped(plain(actor["name"]), chance), path)
        made.ask("being typed", actor["name"][:-2], path)
        han = actor["others"][-1]
        made.ask("part of a Chinese name", han[1:3], path)
        given, family = actor["name"].split()
        made.ask("family name first", f"{family}, {given}".upper(), path)
        made.ask("without a space", plain(actor["name"]).replace(" ", "").lower(), path)
        cyrillic = actor["others"][0]
        if cyrillic[-1] not in "аеиоуя":
            made.ask("name in the genitive", f"{cyrillic}а", path)
    for topic in chance.sample(topics, asked):
        path = f"topics/{topic['id']}"
        made.first += [(topic["name"], path), (topic["id"], path)]
        made.ask("mistyped topic", mistyped(topic["name"], chance), path)
        made.ask("topic in the singular", topic["name"].removesuffix("s"), path)


def _ask_facts(made: Unseen, facts: list[Row], chance: random.Random, asked: int) -> None:
    count = {fact["quote"]: 0 for fact in facts}
    for fact in facts:
        count[fact["quote"]] += 1
    made.first += [(fact["id"], f"facts/{fact['id']}") for fact in chance.sample(facts, asked)]
    for fact in chance.sample(facts, asked):
        path = f"facts/{fact['id']}"
        words = fact["statement"].split()
        family = fact["speaker"]["name"].split()[1]
        noun, verb = fact["topic"]["noun"], words[3]
        made.ask("words of a statement", " ".join(words[1:5]), path)
        made.ask("name, number", f"{family} {noun} {fact['amount']}", path)
        made.ask("number without marks", f"{noun} {fact['value']} {fact['unit']} {verb}", path)
        made.ask("phrase", f'"{" ".join(words[1:6])}"', path)
        made.ask(
            "words in another order", f"{words[-1]} {noun}s {verb} {fact['value']} {words[1]}", path
        )
        made.ask("name, date", f"{family} {noun} {fact['day']}", path)
        day = f"{fact['day'].day} {fact['day']:%B %Y}"
        made.ask("date in words", f"{plain(family)} {noun} {day}", path)
        question = f"What did {family} say about the {noun} and {fact['amount']}?"
        made.ask("question", question, path)
        wrong = mistyped(noun, chance) if len(noun) > 4 else noun
        made.ask("mistyped word", f"{words[1]} {wrong} {verb} {fact['value']}", path)
        spelt = fact["speaker"]["others"][0].split()[-1]
        made.ask("name in another script, number", f"{spelt} {noun} {fact['value']}", path)
    seldom = [fact for fact in facts if count[fact["quote"]] == 1]
    for language in _TEXTS:
        rows = [fact for fact in seldom if fact["language"] == language]
        for fact in chance.sample(rows, min(asked, len(rows))):
            family = plain(fact["speaker"]["name"].split()[1])
            made.ask(f"quotation {language}", fact["quote"], f"facts/{fact['id']}")
            part = fact["quote"][5 : len(fact["quote"]) // 2] + f" {family} {fact['value']}"
            made.ask(f"part of a quotation {language}", part, f"facts/{fact['id']}")
    for fact in chance.sample([fact for fact in seldom if fact["language"] == "en"], asked):
        made.ask("quotation", fact["quote"], f"facts/{fact['id']}")
        made.ask("quotation as a phrase", f"“{fact['quote']}”", f"facts/{fact['id']}")
