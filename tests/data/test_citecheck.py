"""Comparing a citation: what it finds, and that the page finds the same as the program."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from factsheets.data.citecheck.compare import checked
from factsheets.data.citecheck.words import read, words
from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers.citations import (
    GOLDENS,
    brief,
    found_by_the_program,
    lay_out_page,
    statements_of,
    texts_of,
)
from tests.helpers.projects import facts, lay_out

STATEMENTS = statements_of("golden")
CASES = [
    pytest.param(name, case, id=f"{name}: {case['text'][:60]}")
    for name, golden in GOLDENS.items()
    for case in golden["cases"]
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_sentence_shows_what_it_lost_and_added(name: str, case: dict[str, Any]) -> None:
    found = checked(case["text"], statements_of(name))
    assert [brief(each) for each in found] == case["finds"]
    if "words" in case:
        assert list(found[0].matches[0].other_words) == case["words"]


_PIECES = (
    *("Word", "it's", "don't", "per cent", "per  cents", "recent", "40%", "3.5", "1,000", "$3m"),
    *("5km", "2025-09-04", "a_b", "A/B", "U.S.", "'", "’s", "é", "桥", " ", "-", ".", "\n", "\0"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
@example("Ten per cent of them, perhaps: no more.")
@example("Recent: it's a_b/c.")
@example("From 3.5 to 1,000.")
@example("A large % of them.")
def test_the_words_of_a_text_are_those_of_its_reading_however_plain_it_is(text: str) -> None:
    assert words(text) == list(read(text).words)


@pytest.mark.parametrize("text", ["ten per cent of {}", "Ten Per Cent of {}", "ten% of {}"])
@pytest.mark.parametrize("name", ["towns", "Zoë", "5 towns"])
def test_per_cent_is_one_word_beside_whatever_it_stands(text: str, name: str) -> None:
    for found in (words(text.format(name)), read(text.format(name)).words):
        assert tuple(found[:3]) == ("ten", "percent", "of")
    assert read("Ten Per Cent of Zoë").capitals == (True, False, False, True)


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("name", GOLDENS)
def test_the_page_finds_word_for_word_what_the_program_finds(name: str, tmp_path: Path) -> None:
    lay_out_page(tmp_path, statements_of(name))
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "texts.json").write_text(json.dumps(texts_of(name)), encoding="utf-8")
    (tmp_path / "run.js").write_text(
        "import { readFileSync } from 'node:fs';\n"
        "import { Comparison } from './check-compare.js';\n"
        "const file = (name) => readFileSync(new URL(name, import.meta.url));\n"
        "const read = (name) => JSON.parse(file(name));\n"
        "const part = async (number) => read(`data/check/${number}.json`).statements;\n"
        "const holders = file('data/check/index.bin');\n"
        "const made = new Comparison(read('data/check.json'), holders, part);\n"
        "const found = await Promise.all(read('texts.json').map((text) => made.checked(text)));\n"
        "process.stdout.write(JSON.stringify(found));\n"
    )
    done = subprocess.run(
        ["node", str(tmp_path / "run.js")], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == found_by_the_program(name)


def test_every_other_speaker_is_named() -> None:
    found = checked(
        "Macron, Merz and Starmer said 35 participants attended.", statements_of("first")
    )
    told = [each.text for each in found[0].matches[0].differences if each.kind == "another"]
    assert told == ["another speaker: starmer, merz"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_compared_without_a_fault(text: str) -> None:
    checked(text, STATEMENTS)


@pytest.mark.parametrize("name", GOLDENS)
def test_a_statement_with_its_speaker_and_condition_loses_nothing(name: str) -> None:
    known = statements_of(name)
    for each in known:
        said = f"{each.statement} {each.condition}".strip()
        for text in (
            f"{each.who}: {said}",
            f"{each.who} said that {said}.",
            f"According to {each.who}, {said}.",
            f"{said[0].upper()}{said[1:]}, {each.who} said.",
        ):
            assert [brief(found) for found in checked(text, known)] == [[each.id]], text


# The command


def cite_check(root: Path, *arguments: str) -> Result:
    return facts(root, "cite-check", *arguments)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", site=True)


def test_the_command_ends_with_1_when_something_was_lost(root: Path) -> None:
    done = cite_check(root, "The bridge is to open in May.")
    assert done.exit_code == 1
    assert "lost the speaker: Ada Example" in done.output


def test_the_command_ends_with_0_when_nothing_was_lost(root: Path) -> None:
    done = cite_check(root, "Ada Example said that the bridge is to open in May.")
    assert done.exit_code == 0, done.output
    assert "nothing that is looked for was lost or added" in done.output


def test_the_command_reads_a_draft_from_a_file(root: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Example said the bridge is to open in May.\n\nThe moon is far away.\n")
    done = cite_check(root, str(draft), "--format", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert [len(each["matches"]) for each in found] == [1, 0]


def test_the_command_says_that_it_does_not_compare_other_languages(root: Path) -> None:
    done = cite_check(root, "Ada Example sagte, dass die Brücke im Mai nicht geöffnet wird.")
    assert done.exit_code == 3, done.output
    assert "does not seem to be English" in done.output
    assert "nothing that is looked for" not in done.output
