"""`facts diff` on histories: nothing missed, nothing invented, in readable words.

What is told of each was read by people and stands in diffs.txt; `pytest --update` writes it anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from factsheets.history import report
from factsheets.history.diff import Difference, difference
from factsheets.pipeline.inputs import Inputs
from factsheets.problems import reports
from factsheets.problems.problem import Place, Problem

from tests.contributor_mistakes.content import CONTENT
from tests.contributor_mistakes.diff_cases import HISTORIES
from tests.helpers.builders import TODAY

TOLD = Path(__file__).parent / "diffs.txt"
BASE = Inputs({name: text.encode() for name, text in CONTENT.items()})


def found(name: str, *, turned: bool = False) -> Difference:
    """The differences between the valid content and a history of it, in either direction."""
    files = {**CONTENT, **HISTORIES[name]}
    now = Inputs({path: text.encode() for path, text in files.items() if text is not None})
    return difference(now, BASE, TODAY) if turned else difference(BASE, now, TODAY)


def _all() -> str:
    blocks = []
    for name in HISTORIES:
        there, back = (report.changes_text(found(name, turned=each)) for each in (False, True))
        blocks.append(f"##### {name}\n\n{there}\n##### {name}, and back\n\n{back}")
    return "\n".join(blocks)


def test_every_history_is_told_as_it_was_found_right(request: pytest.FixtureRequest) -> None:
    told = _all()
    if request.config.getoption("--update"):
        TOLD.write_text(told, encoding="utf-8")
    assert told == TOLD.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", [each for each in HISTORIES if "broken" in each or "wrong" in each]
)
def test_what_could_not_be_read_is_named_and_never_a_change(name: str) -> None:
    for turned in (False, True):
        comparison = found(name, turned=turned).comparison
        assert comparison.unread or name == "head unknown field"
        touched = {change.id for change in comparison.changes}
        assert touched <= ({"union-ready-to-talk"} if "two" in name else set())


@pytest.mark.parametrize("name", HISTORIES)
def test_markdown_shows_only_text(name: str) -> None:
    text = report.changes_markdown(found(name))
    assert not re.search(r"<|\]\(|(?<!&)#\d|@\w|https?://", text)


@pytest.mark.parametrize("name", HISTORIES)
def test_the_json_says_the_same_as_the_words(name: str) -> None:
    difference_ = found(name)
    data = json.loads(report.changes_json(difference_))
    assert [change["id"] for change in data["changes"]] == [
        change.id for change in difference_.comparison.changes
    ]
    assert data["ready"] is difference_.ready
    counted = sum(number for states in data["summary"].values() for number in states.values())
    assert counted == len(data["changes"])


@pytest.mark.slow
def test_what_is_told_of_very_much_fits_into_the_summary_of_a_job() -> None:
    """GitHub does not show a summary larger than 1 MiB."""
    head = CONTENT["content/facts/example-news-2025-06-20.yaml"].partition("facts:")[0]
    files = {
        f"content/facts/example-news-{file}.yaml": f"{head}facts:\n"
        + "".join(
            f"  - {{id: many-{file}-{number}, speaker: otto-brandt, paragraph: 1, "
            "said: 2025-06-20, said_basis: stated, "
            f"topics: [wages], statement: Said {number} {'so ' * 11}}}\n"
            for number in range(5_000)
        )
        for file in range(2)
    }
    now = Inputs({**BASE.files, **{name: text.encode() for name, text in files.items()}})
    whole = difference(BASE, now, TODAY)
    text = report.changes_markdown(whole)
    assert len(text.encode()) < 1_000_000
    assert "The rest is omitted here" in text
    assert "- Ready: yes." in text
    back = report.changes_markdown(difference(now, BASE, TODAY))
    assert len(back.encode()) < 1_000_000
    problem = Problem("bad-id", "It is none.", Place("content/actors/x.yaml"), "Write one." * 50)
    table = reports.markdown([problem] * 5_000, whole.now.summary)
    assert len(table.encode()) < 1_000_000
    assert "and 4,500 more" in table
