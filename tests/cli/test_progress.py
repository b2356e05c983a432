"""Long commands show their progress, but only on a terminal, and the time of each step."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from factsheets.cli import main, progress
from factsheets.cli.progress import Progress

from tests.helpers.projects import REPOSITORY, facts


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(progress, "_DELAY", seconds)


def test_a_bar_is_shown_of_long_work_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_terminal(monkeypatch, -1)
    assert list(Progress().over("pages", range(120), 120)) == list(range(120))
    said = capsys.readouterr().err
    assert "Pages" in said
    assert "100%" in said


def test_nothing_is_shown_of_short_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_terminal(monkeypatch, 60)
    assert list(Progress().over("pages", range(120), 120)) == list(range(120))
    assert capsys.readouterr().err == ""


def test_each_step_ends_where_the_next_begins() -> None:
    steps = Progress()
    steps.step("check")
    assert list(steps.over("pages", "abc", 3, then="frames")) == ["a", "b", "c"]
    steps.step("pages")
    found = re.findall(r"(\w+) \d+\.\d", steps.summary().partition(": ")[2])
    assert found == ["check", "pages", "frames"]


def test_a_build_tells_what_it_made_and_how_long_it_took(tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = facts(REPOSITORY, "build", "--out", site)
    assert done.exit_code == 0, done.output
    told = re.search(r"([\d,]+) files, ([\d.]+) MB, including ([\d.]+) MB for search", done.output)
    assert told
    found = [path for path in site.rglob("*") if path.is_file()]
    assert int(told[1].replace(",", "")) == len(found)
    assert float(told[2]) == round(sum(path.stat().st_size for path in found) / 1e6, 1)
    assert re.search(r"seconds: check [\d.]+, pages .*, data .*, index [\d.]+\.\n", done.output)


@pytest.mark.parametrize("command", ["check", "export", "generate"])
def test_a_long_command_shows_how_far_its_check_is(
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    on_a_terminal(monkeypatch, -1)
    out = [] if command == "check" else ["--out", str(tmp_path / "out")]
    with pytest.raises(SystemExit):
        main(["--root", str(REPOSITORY), command, *out])
    said = capsys.readouterr().err
    assert "Files" in said
    assert "Quotations" in said
