"""Reading data files of the package."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from factsheets.datafiles import list_files, load_text, load_words, unwrapped
from factsheets.storage.templates import package_files

from tests.helpers.projects import REPOSITORY
from tests.test_house import data_files, name_of


def test_comments_of_a_word_list_are_no_words() -> None:
    where = "factsheets.history", "english_words.txt"
    assert "SCOWL is Copyright 2000-2016 by Kevin Atkinson." in load_text(*where)
    words = load_words(*where)
    assert {"a", "young"} <= words
    assert words.isdisjoint({"#", "SCOWL", "Kevin"})


def test_a_wrapped_text_becomes_one_line() -> None:
    assert unwrapped("\nOne sentence.\nAnd another,\nwrapped.\n") == (
        "One sentence. And another, wrapped."
    )
    assert unwrapped("One line.") == "One line."


def test_files_are_listed_with_hidden_ones_and_in_order() -> None:
    found = list_files("factsheets.authoring", "new-site")
    assert {".gitlab-ci.yml", ".github/workflows/check.yml", "dot-gitignore"} <= set(found)
    assert list(found) == sorted(found)


def test_the_built_packages_hold_every_data_file_and_template(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    [wheel], [source] = tmp_path.glob("*.whl"), tmp_path.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as file:
        in_wheel = set(file.namelist())
    with tarfile.open(source) as file:
        in_source = {name.partition("/")[2] for name in file.getnames()}
    templates = {name_of(path) for path in package_files().values()}
    data = set(map(name_of, data_files()))
    assert min(len(templates), len(data)) > 50
    installed = {f"factsheets/{name}" for name in templates}
    installed |= {name.removeprefix("generator/") for name in data}
    assert (installed - in_wheel, (templates | data) - in_source) == (set(), set())
