"""Content for the golden queries, in many scripts. All of it is made up; nobody ever said it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.browser.sites import REPOSITORY
from tests.helpers.projects import write

Row = dict[str, Any]

ACTORS: dict[str, Row] = {
    "ines-alvarez": {
        "kind": "person",
        "name": "Inés Álvarez",
        "short_name": "Álvarez",
        "other_names": ["Инес Альварес", "إينيس ألفاريز", "אינס אלווארס", "伊内斯·阿尔瓦雷斯"],
    },
    "jorg-muller": {
        "kind": "person",
        "name": "Jörg Müller",
        "short_name": "Müller",
        "other_names": ["Joerg Mueller", "Йорг Мюллер"],
    },
    "oksana-hrytsenko": {
        "kind": "person",
        "name": "Oksana Hrytsenko",
        "short_name": "Hrytsenko",
        "other_names": ["Оксана Гриценко", "Oxana Gritsenko"],
    },
    "li-wenhai": {
        "kind": "person",
        "name": "Li Wenhai",
        "short_name": "Li",
        "other_names": ["李文海"],
    },
    "somchai-rattana": {
        "kind": "person",
        "name": "Somchai Rattana",
        "short_name": "Somchai",
        "other_names": ["สมชาย รัตนะ"],
    },
    "northern-league": {
        "kind": "organisation",
        "name": "Northern League of Harbours",
        "short_name": "League",
        "other_names": ["Северная лига портов", "北方港口联盟"],
    },
    "harbourland": {"kind": "state", "name": "Harbourland", "other_names": ["هاربورلاند"]},
    "daily-lantern": {
        "kind": "publisher",
        "name": "Daily Lantern",
        "ownership": "private",
        "country": "harbourland",
        "outlet": "newspaper",
    },
    "state-wire": {
        "kind": "publisher",
        "name": "Harbour State Wire",
        "ownership": "state",
        "country": "harbourland",
        "outlet": "news agency",
    },
}
TOPICS: dict[str, Row] = {
    "harbour-dues": {
        "name": "Harbour dues",
        "summary": "What ships are to pay in the harbours.",
        "other_names": ["port fees", "портовые сборы"],
    },
    "lighthouse": {
        "name": "The old lighthouse",
        "summary": "Whether the lighthouse is to be kept.",
    },
    "grain-exports": {
        "name": "Grain exports",
        "summary": "How much grain leaves, and by which way.",
    },
}
EVENTS: dict[str, Row] = {
    "spring-assembly": {
        "name": "Spring assembly of harbour masters",
        "kind": "assembly",
        "date": "2024-04-11",
        "place": "Saltmouth",
    },
}


def _fact(fact: str, speaker: str, statement: str, topic: str, **more: Any) -> Row:
    given = {"id": fact, "speaker": speaker, "statement": statement, "paragraph": 1}
    return {**given, "said": "2024-04-11", "said_basis": "stated", "topics": [topic], **more}


ARTICLES: dict[str, Row] = {
    "lantern-2024-04-12": {
        "publisher": "daily-lantern",
        "title": "Masters quarrel over the price of anchorage",
        "url": "https://lantern.example/anchorage",
        "published": "2024-04-12",
        "language": "en",
        "facts": [
            _fact(
                "alvarez-dues-47",
                "ines-alvarez",
                "47 harbours have agreed to lower their dues",
                "harbour-dues",
                quote=["we shall lower every anchorage fee by a third"],
                figure={"value": 47, "unit": "harbours", "counts": "agreed to lower dues"},
                event="spring-assembly",
                about=["northern-league"],
            ),
            _fact(
                "muller-dues-refused",
                "jorg-muller",
                "small harbours cannot live on lower dues",
                "harbour-dues",
                quote=["a fishing village cannot live on promises"],
                about=["northern-league"],
            ),
            _fact(
                "muller-lighthouse-keep",
                "jorg-muller",
                "the lighthouse must be kept for ships in fog",
                "lighthouse",
                quote=["its lamp has never failed"],
            ),
            _fact(
                "alvarez-cafe",
                "ines-alvarez",
                "the café in the lighthouse is to close in January",
                "lighthouse",
                said="2024-01-09",
            ),
            _fact(
                "hrytsenko-grain-3-5",
                "oksana-hrytsenko",
                "grain exports grew by 3.5 million tonnes",
                "grain-exports",
                figure={"value": 3.5, "unit": "million tonnes", "counts": "more grain exported"},
            ),
            _fact(
                "hrytsenko-grain-35",
                "oksana-hrytsenko",
                "35 ships with grain wait before the strait",
                "grain-exports",
                figure={"value": 35, "unit": "ships", "counts": "waiting with grain"},
            ),
            _fact(
                "hrytsenko-women-captains",
                "oksana-hrytsenko",
                "more women command grain ships than ten years ago",
                "grain-exports",
            ),
            _fact(
                "alvarez-dues-old",
                "ines-alvarez",
                "40 harbours have agreed to lower their dues",
                "harbour-dues",
                said="2024-02-01",
                status="superseded",
                reason="Brought up to date by a later count.",
                date="2024-04-12",
            ),
            _fact(
                "muller-withdrawn",
                "jorg-muller",
                "the zeppelin hangar is for sale",
                "lighthouse",
                status="withdrawn",
                reason="Attributed to the wrong speaker.",
                date="2024-04-13",
            ),
        ],
    },
    "wire-ru-2023-11-02": {
        "publisher": "state-wire",
        "title": "Порты договорились о сборах",
        "url": "https://wire.example/ru",
        "published": "2023-11-02",
        "language": "ru",
        "facts": [
            _fact(
                "hrytsenko-ice",
                "oksana-hrytsenko",
                "the strait stays open in winter",
                "grain-exports",
                quote=["ледоколы проведут каждое судно через пролив"],
                said="2023-11-01",
            ),
        ],
    },
    "wire-zh-2023-12-05": {
        "publisher": "state-wire",
        "title": "港口费用上涨",
        "url": "https://wire.example/zh",
        "published": "2023-12-05",
        "language": "zh",
        "facts": [
            _fact(
                "li-dues-rise",
                "li-wenhai",
                "dues rise in the east",
                "harbour-dues",
                quote=["东部港口费用明年上涨百分之五"],
                said="2023-12-04",
            ),
        ],
    },
    "wire-ar-2023-12-06": {
        "publisher": "state-wire",
        "url": "https://wire.example/ar",
        "published": "2023-12-06",
        "language": "ar",
        "facts": [
            _fact(
                "alvarez-night-pilots",
                "ines-alvarez",
                "pilots will work at night as well",
                "harbour-dues",
                quote=["سيعمل المرشدون البحريون ليلاً"],
                said="2023-12-05",
            ),
        ],
    },
    "wire-he-2023-12-07": {
        "publisher": "state-wire",
        "url": "https://wire.example/he",
        "published": "2023-12-07",
        "language": "he",
        "facts": [
            _fact(
                "muller-breakwater",
                "jorg-muller",
                "the breakwater needs repair",
                "lighthouse",
                quote=["שובר הגלים זקוק לתיקון"],
                said="2023-12-06",
            ),
        ],
    },
    "wire-th-2023-12-08": {
        "publisher": "state-wire",
        "url": "https://wire.example/th",
        "published": "2023-12-08",
        "language": "th",
        "facts": [
            _fact(
                "somchai-rice",
                "somchai-rattana",
                "rice ships pay nothing",
                "harbour-dues",
                quote=["เรือบรรทุกข้าวไม่ต้องจ่ายค่าธรรมเนียม"],
                said="2023-12-07",
            ),
            _fact(
                "somchai-tanker",
                "somchai-rattana",
                "a KC-135 watches the coast",
                "grain-exports",
                said="2023-12-07",
            ),
        ],
    },
}
_FOLDERS = {"actors": ACTORS, "topics": TOPICS, "events": EVENTS, "facts": ARTICLES}


def lay_out(root: Path) -> Path:
    """A project with this content, and the repository's templates."""
    for folder, records in _FOLDERS.items():
        for name, record in records.items():
            write(root, f"content/{folder}/{name}.yaml", _yaml(record))
    for name, article in ARTICLES.items():
        day = datetime.date.fromisoformat(article["published"])
        made = capture(_text(article), published=day, captured=day, declared=article["language"])
        write(root, f"seeds/{name}.json", dumps(made))
    write(root, "content/pages/index.md", "# Harbours\n\nMade up.\n")
    write(root, "content/pages/about/method.md", "# Method\n\nMade up.\n")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "site-templates", root / "site-templates")
    (root / "docs").mkdir()
    return root


def _text(article: Row) -> str:
    """A paragraph with all that is quoted from the article, and twice as many words besides."""
    quotes = [quote for fact in article["facts"] for quote in fact.get("quote", ())]
    return " ".join(f"{quote}. {quote}. “{quote}”." for quote in quotes) + "\n"


def _yaml(record: Row) -> str:
    lines = [f"{key}: {_flow(value)}\n" for key, value in record.items() if key != "facts"]
    for fact in record.get("facts", ()):
        first, *rest = (f"{key}: {_flow(value)}\n" for key, value in fact.items())
        lines += [f"facts:\n  - {first}" if fact is record["facts"][0] else f"  - {first}"]
        lines += [f"    {line}" for line in rest]
    return "".join(lines)


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    text = str(value)
    bare = text.replace("-", "").replace(".", "").isalnum() and text.isascii()
    return text if bare else f'"{text}"'
