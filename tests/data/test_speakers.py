"""Joint statements and unnamed speakers in the open data, feeds, JSON-LD and the look-up."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import cache
from typing import Any

import pytest
from factsheets.data import head
from factsheets.site.views.site import Site

from tests.data.test_lookup import looked_up, node
from tests.helpers.builders import BASE, article, fact, open_data, site

A = "content/facts/a.yaml"
JOINT = fact("joint", speaker="[ada, bob]", quote="We have painted every railing twice")
UNNAMED = fact(
    "unnamed",
    speaker="",
    speaker_described="a senior official",
    speaker_of="exampletown",
    statement="lorries are not safe on the bridge",
)


@cache
def made() -> Site:
    return site({A: article(fact(), JOINT, UNNAMED, fact("own", speaker="", said=""))})


@cache
def data() -> dict[str, bytes]:
    return {path: b"".join(pieces) for path, pieces in open_data(made())}


def row(fact_id: str) -> Any:
    return next(each for each in json.loads(data()["data/facts.json"]) if each["id"] == fact_id)


@pytest.mark.parametrize(
    ("fact_id", "speaker", "speakers", "described", "of"),
    [
        ("one", "ada", ["ada"], None, None),
        ("joint", None, ["ada", "bob"], None, None),
        ("unnamed", None, [], "a senior official", "exampletown"),
        ("own", None, [], None, None),
    ],
)
def test_the_list_of_facts_has_all_speakers(
    fact_id: str, speaker: str | None, speakers: list[str], described: str | None, of: str | None
) -> None:
    found = row(fact_id)
    assert (found["speaker"], found["speakers"]) == (speaker, speakers)
    assert (found["speaker_described"], found["speaker_of"]) == (described, of)


def test_the_tables_have_all_speakers() -> None:
    assert ",ada; bob," in data()["data/facts.csv"].decode()
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data()["data/factsheets.db"])
        found = base.execute("select fact, speaker from fact_speakers order by 1, 2").fetchall()
    assert found == [("joint", "ada"), ("joint", "bob"), ("one", "ada")]


def test_each_speaker_has_the_joint_statement_and_no_organisation_the_unnamed_one() -> None:
    actors = {each["id"]: each for each in json.loads(data()["data/actors.json"])}
    assert "joint" in actors["ada"]["statements"]
    assert "joint" in actors["bob"]["statements"]
    assert actors["exampletown"]["statements"] == []
    assert actors["exampletown"]["spoken_about_in"] == []
    for key, named in (("ada", True), ("bob", True), ("exampletown", False)):
        feed = data()[f"actors/{key}/feed.xml"].decode()
        assert ("Example and Baker: " in feed) is named
        assert "A senior official: " not in feed


def test_json_ld_has_several_creators_or_one_without_an_address() -> None:
    joint = head.of_statement(made(), "joint")
    assert [each["name"] for each in joint["creator"]] == ["Ada Example", "Bob Baker"]
    assert len(joint["author"]) == len(joint["spokenByCharacter"]) == 2
    unnamed = head.of_statement(made(), "unnamed")
    nobody = {"@type": "Thing", "name": "Unnamed speaker (a senior official)"}
    assert unnamed["creator"] == unnamed["author"] == nobody
    assert head.of_statement(made(), "one")["author"]["@id"].endswith("/actors/ada/")


@node
@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The bridge will open in June, Ada Example said on 2 May 2025.", []),
        ("The bridge will open in June, Bob Baker said on 2 May 2025.", []),
        ("The bridge will open in June, Cy Reed said on 2 May 2025.", ["Cy Reed"]),
    ],
)
def test_the_look_up_knows_each_speaker_of_a_joint_statement(
    text: str, marks: list[str], tmp_path: Any
) -> None:
    assert told(JOINT, text, tmp_path) == marks


@node
@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Lorries are not safe on the bridge, a senior official said on 2 May 2025.", []),
        ("Lorries are not safe on the bridge, Exampletown said on 2 May 2025.", ["Exampletown"]),
        ("Lorries are not safe on the bridge, Ada Example said on 2 May 2025.", ["Ada Example"]),
    ],
)
def test_the_look_up_gives_an_unnamed_statement_to_nobody(
    text: str, marks: list[str], tmp_path: Any
) -> None:
    assert told(UNNAMED, text, tmp_path) == marks


def told(text: str, sentence: str, folder: Any) -> list[str]:
    """What the look-up marks in a sentence, beside the one statement of a site."""
    actor = {"content/actors/cy.yaml": BASE["content/actors/bob.yaml"].replace("Bob Baker", "Cy X")}
    pieces = open_data(site({A: article(text), **actor}))
    files = {path: b"".join(each) for path, each in pieces if path.startswith("data/check")}
    parts = json.loads(files["data/check/0.json"])
    given = {**json.loads(files["data/check.json"]), "statements": parts}
    ((found,),) = looked_up(given, [sentence], folder)
    (match,) = found["matches"]
    return [each["text"] for each in match["marks"]]
