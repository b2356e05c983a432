"""Single edits of a published site, each with a verdict decided in advance."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from factsheets.cli import main
from factsheets.history.published import check_against
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Problem

from tests.helpers.builders import TODAY
from tests.helpers.edit_cases import BASE, Edit, edited, edits, published
from tests.helpers.projects import write

# Nothing of this site is captured, so no quotation of it is checked.
ASIDE = frozenset({"quote-not-captured", "figure-not-in-quote"})


def inputs(content: Mapping[str, str]) -> Inputs:
    return Inputs({name: text.encode() for name, text in content.items()})


def problems(edit: Edit) -> list[Problem]:
    """The problems of an edit; an unreadable base is preceded by a readable one."""
    bases = [inputs(published(edit)), *([inputs(BASE)] if edit.after else [])]
    found = check_against(bases, inputs(edited(published(edit), edit)), TODAY)
    return [problem for problem in found.problems if problem.code not in ASIDE]


def test_the_published_site_has_no_problem() -> None:
    found = check_against([inputs(BASE)], inputs(BASE), TODAY)
    assert [each for each in found.problems if each.code not in ASIDE] == []


@pytest.mark.parametrize("edit", edits(), ids=lambda edit: edit.name)
def test_each_edit_gets_its_verdict(edit: Edit) -> None:
    found = problems(edit)
    assert sorted(each.code for each in found) == sorted(edit.verdict.split()), found
    files = {*BASE, *edit.whole}
    assert {each.place.file for each in found} <= files


def test_a_history_in_git_gets_the_same_verdicts(tmp_path: Path) -> None:
    """Some of the edits as commits, checked by the command; one cannot be read."""

    def git(*arguments: str) -> None:
        command = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b.example"]
        subprocess.run([*command, *arguments], check=True, capture_output=True)

    def commit(content: Mapping[str, str]) -> None:
        for name, text in content.items():
            write(tmp_path, name, text)
        git("add", "-A")
        git("commit", "--allow-empty", "-qm", "an edit")

    def verdict(base: str) -> int:
        command = ["--root", str(tmp_path), "check", "--against", base]
        return CliRunner().invoke(main, command).exit_code

    write(tmp_path, "mkdocs.yml", "site_name: Made up\nplugins: [factsheets]\n")
    git("init", "-q")
    commit(BASE)
    kept = [edit for edit in edits() if not edit.whole and not edit.after]
    for edit in kept[::20]:
        commit(edited(BASE, edit))
        wrong = bool(edit.verdict.replace("quiet-change", "").replace("no-successor", "").split())
        assert verdict("HEAD~1") == int(wrong), edit.name
        commit(BASE)
    by_name = {edit.name: edit for edit in edits()}
    commit(edited(BASE, by_name["a broken commit"]))
    assert verdict("HEAD~1") == 1
    commit(BASE)
    assert verdict("HEAD~1") == 0
    commit(edited(BASE, by_name["a broken commit"]))
    later = by_name["a change under the mending"]
    commit(edited(published(later), later))
    assert verdict("HEAD~1") == 1
