"""`facts check --fix` on damaged files: the same data, every comment kept, and stable."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from factsheets.authoring.fix import fix
from factsheets.dataset.model import Dataset
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs

from tests.contributor_mistakes.content import CONTENT
from tests.contributor_mistakes.damage import HARMLESS, MENDABLE, Writer
from tests.helpers.builders import TODAY

NAMES = [name for name in CONTENT if name.endswith(".yaml")]
FILES = {name: text.encode() for name, text in CONTENT.items()}
SEEDS = 300


def meaning(dataset: Dataset | None) -> Any:
    """Everything but the lines on which things stand, and marks around what is quoted anyway."""
    assert dataset is not None
    facts = {
        key: (
            replace(each.fact, quote=tuple(quote.strip("“”") for quote in each.fact.quote)),
            each.article_id,
            replace(each.article, facts=()),
        )
        for key, each in dataset.statements.items()
    }
    return dataset.actors, dataset.topics, dataset.events, facts, dict(dataset.findings)


RIGHT = meaning(check.check(Inputs(FILES), TODAY).value)


def remarks(text: bytes) -> Counter[str]:
    return Counter(re.findall(r"# (remark \d+ of \d+)", text.decode()))


def damaged(seed: int) -> tuple[str, str, str, bytes]:
    """The file's name, what was done to it, how it was written, and what it is then."""
    lot = random.Random(seed)  # noqa: S311 - a test
    name = NAMES[seed % len(NAMES)]
    text = Writer(seed).file(name, CONTENT[name])
    table = lot.choice((HARMLESS, MENDABLE))
    damage = lot.choice(list(table))
    return name, damage, text, table[damage](text, lot).encode()


def broken_text_in_lines(damage: str, text: str) -> bool:
    """A space more within a text of several lines is one more of its signs: no form is hurt."""
    return damage.startswith("a space too") and re.search(r": +[>|]-?\n", text) is not None


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_damaged_file_keeps_its_meaning_and_its_remarks(seed: int) -> None:
    name, damage, text, data = damaged(seed)
    files = {**FILES, name: data}
    before = check.check(Inputs(files), TODAY)
    done = {**files, **fix(Inputs(files), TODAY, lambda each: each == name).files}
    after = check.check(Inputs(done), TODAY)

    assert fix(Inputs(done), TODAY, lambda each: each == name).files == {}
    assert remarks(done[name]) == remarks(data)
    if before.summary.errors == 0:
        assert meaning(after.value) == meaning(before.value)
    elif after.summary.errors == 0 and not broken_text_in_lines(damage, text):
        assert meaning(after.value) == RIGHT
    if damage in HARMLESS:
        assert before.summary.errors == after.summary.errors == 0


def test_most_of_what_can_be_mended_is() -> None:
    left = []
    for seed in range(SEEDS):
        name, damage, _, data = damaged(seed)
        if damage in MENDABLE and damage != "curly marks":
            files = {**FILES, name: data}
            files |= fix(Inputs(files), TODAY, {name}.__contains__).files
            left.append(check.check(Inputs(files), TODAY).summary.errors > 0)
    assert len(left) >= 100
    assert sum(left) / len(left) <= 0.05
