"""Looking up a sentence: which statements are found, and which differences are marked."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from factsheets.data import lookup
from factsheets.site.views.paging import STATEMENTS_IN_A_PART
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.builders import ROOT, article, fact, site
from tests.helpers.lookup import CASES, SCRIPTS, case

node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")

_RUN = """
const [folder, given] = process.argv.slice(1);
const { readFileSync } = await import("node:fs");
const { Lookup } = await import(`${folder}/lookup-match.js`);
const { texts, ...data } = JSON.parse(readFileSync(given));
const lookup = new Lookup(data);
lookup.add(data.statements);
process.stdout.write(JSON.stringify(texts.map((text) => lookup.look(text))));
"""


def looked_up(data: dict[str, Any], texts: list[str], folder: Path) -> Any:
    """What the page's script finds in each text."""
    given = folder / "given.json"
    given.write_text(json.dumps({**data, "texts": texts}), encoding="utf-8")
    command = ["node", "--input-type=module", "--eval", _RUN, SCRIPTS.as_uri(), str(given)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    @cache
    def find(name: str) -> Any:
        texts = [each["text"] for each in case(name)["cases"]]
        return looked_up(case(name), texts, tmp_path_factory.mktemp(name))

    return find


def kinds(match: Any) -> set[str]:
    """A speaker who is another may be marked as a name as well."""
    return {"name" if each["kind"] == "speaker" else each["kind"] for each in match["marks"]}


@node
@pytest.mark.parametrize("name", CASES)
def test_the_right_statement_is_first_or_second_for_19_of_20_sentences(
    name: str, found: Any
) -> None:
    missed = []
    for each, sentences in zip(case(name)["cases"], found(name), strict=True):
        assert len(sentences) == 1, each["text"]
        nearest = [match["statement"]["id"] for match in sentences[0]["matches"][:2]]
        if each["finds"] not in nearest and (each["finds"] or nearest):
            missed.append((each["text"], nearest))
    assert len(missed) <= len(case(name)["cases"]) / 20, missed


@node
@pytest.mark.parametrize("name", CASES)
def test_differences_are_marked_and_faithful_sentences_are_not(name: str, found: Any) -> None:
    missed, wrong, changed = [], [], 0
    for each, (sentence,) in zip(case(name)["cases"], found(name), strict=True):
        matches = [m for m in sentence["matches"] if m["statement"]["id"] == each["finds"]]
        marks = kinds(matches[0]) if matches else set()
        wanted = {"name" if kind == "speaker" else kind for kind in each.get("marks", ())}
        changed += bool(wanted)
        if not wanted <= marks:
            missed.append((each["text"], marks))
        if not wanted and marks:
            wrong.append((each["text"], matches[0]["marks"]))
    assert len(missed) <= changed / 10, missed
    assert len(wrong) <= (len(case(name)["cases"]) - changed) / 20, wrong


READINGS = [
    ("26 countries", "twenty-six countries", True),
    ("1,000 boats", "1.000 boats", True),
    ("1 000 boats", "a thousand boats", True),
    ("2.3 million boats", "2,300,000 boats", True),
    ("$1.2bn", "1.2 billion dollars", True),
    ("40 percent", "forty per cent", True),
    ("40 percent", "40 boats", False),
    ("three and a half boats", "3.5 boats", True),
    ("two hundred and ten boats", "210 boats", True),
    ("a quarter of the boats", "25 percent of the boats", True),
    ("210 boats", "two hundred boats", False),
    ("١٢ boats", "12 boats", True),
    ("12万 boats", "120000 boats", True),
]


@node
@pytest.mark.parametrize(("sentence", "statement", "same"), READINGS)
def test_a_number_is_the_same_however_it_is_written(
    sentence: str, statement: str, same: bool, tmp_path: Path
) -> None:
    assert marked(tmp_path, f"They counted {sentence} today.", statement) == (
        [] if same else ["number"]
    )


@node
@pytest.mark.parametrize(
    ("date", "same"),
    [
        ("in September", True),
        ("on 4 September", True),
        ("on September 4th, 2025", True),
        ("on the 4th of September", True),
        ("on Sept. 4", True),
        ("in 2025", True),
        ("yesterday", True),
        ("on 2025-09-04", True),
        ("on 5 September", False),
        ("in August", False),
        ("on 4 September 2024", False),
        ("in 2024", False),
    ],
)
def test_a_partial_date_fits_a_whole_one(date: str, same: bool, tmp_path: Path) -> None:
    text = f"They counted many boats {date}."
    dates = [{"y": 2025, "m": 9, "d": 4}]
    assert marked(tmp_path, text, "boats", dates=dates) == ([] if same else ["date"])


@node
@pytest.mark.parametrize(
    ("quoted", "same"),
    [
        ("“The boats”", True),
        ("“Thé bøats”", True),
        ('"the boats, were counted"', True),
        ("«the boats … again»", True),
        ("„the boats [all] were counted“", True),
        ("“they counted many boats”", False),
        ("“the boats counted”", False),
    ],
)
def test_quoted_words_must_stand_in_a_quotation(quoted: str, same: bool, tmp_path: Path) -> None:
    quotes = [["the boats were counted once again", "en"]]
    text = f"They counted many boats: {quoted}."
    assert marked(tmp_path, text, "boats", quotes=quotes) == ([] if same else ["quotation"])


def marked(folder: Path, text: str, statement: str, **fields: Any) -> list[str]:
    """The kinds of difference between a sentence and one statement."""
    row = {"id": "one", "actor": "ann", "statement": f"they counted many {statement}", **fields}
    actors = {"ann": {"kind": "person", "names": ["Ann Archer"]}}
    data = {**case("first"), "actors": actors, "statements": [row]}
    ((found,),) = looked_up(data, [text], folder)
    return [each["kind"] for each in found["matches"][0]["marks"]]


@node
@settings(max_examples=5)
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), max_size=40))
def test_any_text_is_looked_up_without_a_fault(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    looked_up(case("first"), texts, tmp_path_factory.mktemp("any"))


def test_no_text_of_the_program_says_that_nothing_was_lost() -> None:
    files = [*(ROOT / "site-templates").rglob("*"), *(ROOT / "generator").rglob("*")]
    texts = {p: p.read_text("utf-8") for p in files if p.suffix in {".html", ".j2", ".js", ".py"}}
    assert len(texts) > 200
    assert [p for p, text in texts.items() if re.search(r"(?i)nothing (was |is )?lost", text)] == []


def test_the_scripts_send_nothing_and_store_only_the_colours() -> None:
    sends = (
        r"sendBeacon|XMLHttpRequest|WebSocket|EventSource|method:|cookie|indexedDB|sessionStorage"
    )
    theme = SCRIPTS.parent
    for path in (*theme.rglob("*.js"), *theme.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(sends, text), path.name
        assert ("localStorage" in text) == (path.name == "colours.html"), path.name


def test_the_statements_are_loaded_in_parts() -> None:
    many = [fact(f"fact-{number:03}") for number in range(STATEMENTS_IN_A_PART + 1)]
    made = site({"content/facts/first.yaml": article(*many)})
    data = {path: json.loads(b"".join(pieces)) for path, pieces in lookup.files(made)}
    assert data[lookup.HEAD]["parts"] == 2
    assert [len(data[path]) for path in lookup.paths(made)] == [STATEMENTS_IN_A_PART, 1]
    assert data[lookup.PART.format(1)][0]["id"] == f"fact-{STATEMENTS_IN_A_PART}"


def test_a_part_has_what_a_careful_writer_keeps() -> None:
    (row,) = (each for each in case("first")["statements"] if each["id"] == "macron-26-countries")
    assert row["speaker"] == "Emmanuel Macron"
    assert row["reports"] == ["TASS, Russian state news agency, 4 Sep 2025"]
    assert row["quotes"][1] == ["when a ceasefire or peace agreement is reached", "en"]
    assert row["condition"] == "once there is a ceasefire or a peace agreement"
    assert row["said"] == "Said 4 Sep 2025, inferred from the dateline"
    assert row["dates"] == [{"y": 2025, "m": 9, "d": 4}]
    assert row["numbers"] == ["26"]
    assert "which countries" in row["not_said"]
