"""How each command exits in each situation: 0 clean, 1 content, 2 usage, 3 machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from factsheets.authoring.init import project
from factsheets.cli import main

ARTICLE = "example-news-2024-03-05"
CHECKING = ("check", "generate", "build", "export", "rename bridge quay")
WRONG = {
    "no command": "",
    "an unknown command": "chekc",
    "an unknown option": "check --everything",
    "an unknown form": "check --format xml",
    "a path that is not there": "check content/nowhere",
    "a path outside": "check /",
    "no base": "diff",
    "no words": "find",
    "an unknown kind": "new person ada",
    "no id": "new actor",
    "a name for an id": "new actor Ada",
    "an id that is kept": "new actor index",
    "an id in use": "new actor ada-example",
    "a text for an actor": "new actor bob --text README.md",
    "an article without its file": "capture nothing README.md",
    "nothing to rename": "rename nothing something",
    "an unknown code": "explain quote-not-fond",
    "a folder with something in it": "init .",
    "a file for a folder": "generate --out Makefile",
    "a root that is not there": "--root nowhere check",
}
MACHINE = {
    "no text": f"capture {ARTICLE} nowhere.txt",
    "a text that is none": f"capture {ARTICLE} bytes",
    "no history": "diff main",
    "no history to hold against": "check --against main",
    "a project without content": "--root empty check",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in project("Made up", "factsheets").items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfd")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ended(command: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, command.split(), prog_name="facts")
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.usefixtures("root")
def test_wrong_usage_ends_with_two_and_says_what_is_wrong() -> None:
    for name, command in WRONG.items():
        code, _, told = ended(command)
        assert code == 2, name
        assert "Traceback" not in told
        assert "invalid" not in told.lower(), name


@pytest.mark.usefixtures("root")
def test_what_the_machine_lacks_ends_with_three_in_one_line() -> None:
    for name, command in MACHINE.items():
        code, _, told = ended(command)
        assert code == 3, (name, told)
        assert told.startswith("facts: "), name
        assert len(told.strip().splitlines()) == 1


def test_problems_in_the_content_end_with_one_and_nothing_is_written(root: Path) -> None:
    file = root / f"content/facts/{ARTICLE}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("paragraph: 1", "paragraph: 9"))
    before = sorted(root.rglob("*"))
    for command in CHECKING:
        code, printed, _ = ended(command)
        assert code == 1, command
        assert "[wrong-paragraph]" in printed, command
    assert [path for path in sorted(root.rglob("*")) if ".cache" not in str(path)] == before


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_list_of_commands_says_each_in_a_whole_sentence(name: str) -> None:
    short = main.commands[name].get_short_help_str(limit=64)
    assert short.endswith(".")
    assert not short.endswith("...")
