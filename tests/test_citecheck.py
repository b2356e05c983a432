"""Comparing a citation: what it finds, and that the page finds the same as the program."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.export.citecheck import Checked, Known, checked
from generator.export.citecheck.vocabulary import WORDS
from tests.exported import files_of
from tests.made import ROOT
from tests.projects import lay_out

CASES = ROOT / "tests/cases"
GOLDEN: dict[str, Any] = json.loads((CASES / "citecheck.json").read_text())
OTHERS: dict[str, Any] = json.loads((CASES / "citecheck-others.json").read_text())
FIRST: dict[str, Any] = json.loads((CASES / "citecheck-first.json").read_text())
SCRIPT = ROOT / "site-templates/theme/assets/check.js"


def known_of(rows: list[dict[str, Any]]) -> tuple[Known, ...]:
    lists = ("quotes", "names", "beside", "figures")
    return tuple(Known(**{**each, **{key: tuple(each[key]) for key in lists}}) for each in rows)


@cache
def first_rows() -> tuple[dict[str, Any], ...]:
    """The statements of the repository's own content, as the page has them."""
    return tuple(json.loads(files_of("own")["data/check.json"])["statements"])


STATEMENTS = known_of(GOLDEN["statements"])


def brief(found: Checked) -> list[str]:
    if not found.matches:
        return []
    nearest = found.matches[0]
    return [nearest.id, *(f"{each.how} {each.kind}" for each in nearest.differences)]


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["text"][:60])
def test_a_sentence_shows_what_it_lost_and_added(case: dict[str, Any]) -> None:
    assert [brief(each) for each in checked(case["text"], STATEMENTS)] == case["finds"]


@pytest.mark.parametrize("case", OTHERS["cases"], ids=lambda case: case["text"][:60])
def test_so_it_does_on_other_subjects(case: dict[str, Any]) -> None:
    known = known_of(OTHERS["statements"])
    assert [brief(each) for each in checked(case["text"], known)] == case["finds"]


@pytest.mark.parametrize("case", FIRST["cases"], ids=lambda case: case["text"][:60])
def test_so_it_does_on_the_first_content(case: dict[str, Any]) -> None:
    known = known_of(list(first_rows()))
    assert [brief(each) for each in checked(case["text"], known)] == case["finds"]


def by_the_page(texts: list[str], data: str, folder: Path) -> Any:
    """What the page's script finds, run by node."""
    shutil.copy(SCRIPT, folder / "check.mjs")
    (folder / "data.json").write_text(data, encoding="utf-8")
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "run.mjs").write_text(
        "import { readFileSync } from 'node:fs';\n"
        "import { Comparison } from './check.mjs';\n"
        "const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url)));\n"
        "const made = new Comparison(read('data.json'));\n"
        "const found = read('texts.json').map((text) => made.checked(text));\n"
        "process.stdout.write(JSON.stringify(found));\n"
    )
    done = subprocess.run(
        ["node", str(folder / "run.mjs")], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def plain(found: tuple[Checked, ...]) -> Any:
    return json.loads(json.dumps([asdict(each) for each in found]))


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("golden", [GOLDEN, OTHERS, FIRST], ids=["golden", "others", "first"])
def test_the_page_finds_word_for_word_what_the_program_finds(
    golden: dict[str, Any], tmp_path: Path
) -> None:
    rows = golden.get("statements") or list(first_rows())
    texts = [case["text"] for case in golden["cases"]]
    texts += [f"{each['who']} said: {each['statement']}. {each['detail']}" for each in rows]
    texts += [f"{each['who']}: {' '.join(each['quotes'])}" for each in rows]
    texts += [f"The ‘{each['statement']}’ isn't 3 to 5 million, 'so' said Ünal." for each in rows]
    data = json.dumps({"words": WORDS, "statements": rows})
    ours = [plain(checked(text, known_of(rows))) for text in texts]
    assert by_the_page(texts, data, tmp_path) == ours


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(deadline=None)
def test_any_text_is_compared_without_a_fault(text: str) -> None:
    checked(text, STATEMENTS)


@given(st.sampled_from(STATEMENTS))
def test_a_statement_with_its_speaker_and_condition_loses_nothing(known: Known) -> None:
    text = f"{known.who}: {known.statement} {known.condition}"
    assert brief(checked(text, STATEMENTS)[0]) == [known.id]


# The command


def cite_check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "cite-check", *arguments])


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
