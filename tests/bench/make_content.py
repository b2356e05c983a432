"""Made-up content of any size: a neutral data set, written as our YAML with its captures.

    python tests/bench/make_content.py 10000 FOLDER [--dataset dataset.json]

Without `--dataset` the data is made here: N facts, N/10 actors, N/10 articles, N/40 topics, each
fact with 1 to 3 actors, 1 to 3 topics, 1 or 2 articles, some used far more often than others. The
same number gives the same bytes. A data set from elsewhere is a JSON object of four lists:
`actors` (id, name, role), `topics` (id, name, summary), `sources` (id, name, publisher, url, date),
`facts` (id, date, statement, quote, actors, topics, sources, perhaps number and unit).
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factsheets.quotes import capture, capture_file

ROOT = Path(__file__).resolve().parents[2]
CAPTURED = datetime.date(2026, 1, 1)
PUBLISHERS = 20
_PARTS = (
    "ba ce di fo gu ka le mi no pu ra se ti vo zu tra pla gri sto bri cla fle mun lan ter".split()
)

Row = dict[str, Any]


def made_up(number: int) -> dict[str, list[Row]]:
    """A neutral data set with a number of facts."""
    chance = random.Random(number)  # noqa: S311 - made-up words keep no secret
    words = sorted(
        {"".join(chance.choices(_PARTS, k=chance.choice((2, 3, 3, 4)))) for _ in range(6000)}
    )
    chance.shuffle(words)
    common = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))

    def text(low: int, high: int) -> str:
        return " ".join(chance.choices(words, cum_weights=common, k=chance.randint(low, high)))

    def name(count: int) -> str:
        return " ".join(word.capitalize() for word in chance.sample(words, count))

    def day() -> str:
        first = datetime.date(2010, 1, 1)
        return str(first + datetime.timedelta(days=chance.randrange(5800)))

    def some(rows: list[Row], most: int) -> list[str]:
        weights = [(rank + 5) ** -0.8 for rank in range(len(rows))]
        found = chance.choices(rows, weights, k=chance.randint(1, most))
        return list(dict.fromkeys(row["id"] for row in found))

    many, few = max(number // 10, 3), max(number // 40, 3)
    actors = [{"id": f"a{n:05}", "name": name(2), "role": text(3, 3)} for n in range(many)]
    topics = [{"id": f"t{n:05}", "name": name(2), "summary": text(12, 20)} for n in range(few)]
    sources = [
        {
            "id": f"s{n:05}",
            "name": name(5),
            "publisher": name(2),
            "url": f"https://example.org/{n:05}",
            "date": day(),
        }
        for n in range(many)
    ]
    facts = []
    for n in range(number):
        fact: Row = {"id": f"f{n:06}", "date": day(), "statement": text(20, 40)}
        fact |= {"quote": text(10, 20), "actors": some(actors, 3), "topics": some(topics, 3)}
        fact["sources"] = [row["id"] for row in chance.sample(sources, chance.randint(1, 2))]
        if n % 4 == 0:
            fact |= {
                "number": round(chance.uniform(1, 9999), 1),
                "unit": chance.choice(("km", "kg", "%")),
            }
        facts.append(fact)
    return {"actors": actors, "topics": topics, "sources": sources, "facts": facts}


def files(data: dict[str, list[Row]]) -> Iterator[tuple[str, str]]:
    """The files of the content, by path below the project's folder."""
    yield "content/actors/stateland.yaml", 'kind: state\nname: "Stateland"\n'
    for n in range(min(PUBLISHERS, len(data["sources"]))):
        row = data["sources"][n]
        yield (
            f"content/actors/publisher-{n:02}.yaml",
            _lines(
                kind="publisher",
                name=_quoted(row["publisher"]),
                ownership="private",
                country="stateland",
                outlet=_quoted("newspaper"),
            ),
        )
    for row in data["actors"]:
        yield (
            f"content/actors/{row['id']}.yaml",
            _lines(kind="person", name=_quoted(row["name"]), summary=_quoted(row["role"])),
        )
    for row in data["topics"]:
        yield (
            f"content/topics/{row['id']}.yaml",
            _lines(name=_quoted(row["name"]), summary=_quoted(row["summary"])),
        )
    facts: dict[str, list[Row]] = {row["id"]: [] for row in data["sources"]}
    for fact in data["facts"]:
        facts[fact["sources"][0]].append(fact)
    for n, row in enumerate(data["sources"]):
        yield from _article(n, row, facts[row["id"]])


def _article(number: int, row: Row, facts: list[Row]) -> Iterator[tuple[str, str]]:
    lines = _lines(
        publisher=f"publisher-{number % PUBLISHERS:02}",
        title=_quoted(row["name"]),
        url=row["url"],
        published=row["date"],
        language="en",
        facts="" if facts else "[]",
    )
    written = "".join(_fact(fact, at, row) for at, fact in enumerate(facts, start=1))
    yield f"content/facts/{row['id']}.yaml", lines + written
    text = "\n\n".join(_paragraph(fact) for fact in facts) or "Nothing of use stands here."
    published = datetime.date.fromisoformat(row["date"])
    kept = capture.capture(text, published=published, captured=CAPTURED)
    yield f"seeds/{row['id']}.json", capture_file.dumps(kept)


def _fact(fact: Row, paragraph: int, row: Row) -> str:
    speaker, *about = fact["actors"]
    pairs = {
        "id": fact["id"],
        "speaker": speaker,
        "statement": _quoted(fact["statement"]),
        "quote": _quoted(fact["quote"]),
        "paragraph": str(paragraph),
        "said": min(fact["date"], row["date"]),
        "said_basis": "stated",
        "topics": _listed(fact["topics"]),
    }
    if about:
        pairs["about"] = _listed(about)
    if fact.get("number") is not None:
        unit = _quoted(fact["unit"])
        pairs["figure"] = (
            f'{{value: {fact["number"]}, comparator: exactly, unit: {unit}, counts: "in all"}}'
        )
    if fact["sources"][1:]:
        pairs["also"] = f"[{{article: {fact['sources'][1]}, paragraph: 1, form: paraphrased}}]"
    first, *more = (f"{key}: {value}" for key, value in pairs.items())
    return f"  - {first}\n" + "".join(f"    {line}\n" for line in more)


def _paragraph(fact: Row) -> str:
    """The quotation among as many other words, so that it is a small part of the article."""
    rest = " ".join(f"{word.strip('.,')}x" for word in fact["statement"].split())
    return f"{rest} “{fact['quote']}” {rest}."


def _lines(**pairs: str) -> str:
    return "".join(f"{key}: {value}".rstrip() + "\n" for key, value in pairs.items())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(ids: list[str]) -> str:
    return "[" + ", ".join(ids) + "]"


def write(folder: Path, data: dict[str, list[Row]]) -> None:
    """A whole project: the content, with this project's templates and configuration."""
    for name in ("content", "seeds", "docs", "site", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path, text in files(data):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    shutil.copytree(ROOT / "site-templates", folder / "site-templates", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()


def main() -> None:
    """Read the arguments and write the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dataset", type=Path)
    given = parser.parse_args()
    known = given.dataset and json.loads(given.dataset.read_text(encoding="utf-8"))
    write(given.folder, known or made_up(given.facts))


if __name__ == "__main__":
    main()
