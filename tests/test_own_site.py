"""A site of somebody else, changed as its owner would change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import files
from generator.cli import main
from tests.projects import tree, write


def facts(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What `facts init` makes."""
    made = CliRunner().invoke(main, ["init", str(tmp_path / "own")])
    assert made.exit_code == 0, made.output
    return tmp_path / "own"


# Templates


def test_eject_copies_each_file_that_it_lists(root: Path) -> None:
    names = facts(root, "eject", "--list").stdout.split()
    assert {"pages/topic.md.j2", "partials/card.md.j2", "theme/assets/site.css"} <= set(names)
    for name in names:
        done = facts(root, "eject", name)
        assert done.exit_code == 0, done.output
        assert f"site-templates/{name}" in done.stdout
    program = files.package_files()
    copied = tree(root / "site-templates")
    assert copied == {name: program[name].read_bytes() for name in names}
    assert facts(root, "build").exit_code == 0


def test_eject_never_overwrites(root: Path) -> None:
    write(root, "site-templates/pages/topic.md.j2", "mine")
    done = facts(root, "eject", "pages/topic.md.j2")
    assert done.exit_code == 2
    assert "site-templates/pages/topic.md.j2 is there already" in done.stderr
    assert tree(root / "site-templates") == {"pages/topic.md.j2": b"mine"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "facts eject --list"),
        (("theme/partials/foter.html",), "Is theme/partials/footer.html meant?"),
        (("../mkdocs.yml",), "There is no file ../mkdocs.yml."),
    ],
)
def test_eject_refuses_what_the_program_does_not_have(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = facts(root, "eject", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (root / "site-templates").exists()


def test_eject_follows_no_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "site-templates").symlink_to(tmp_path / "elsewhere")
    done = facts(root, "eject", "pages/topic.md.j2")
    assert done.exit_code == 3
    assert "symbolic link" in done.stderr
    assert tree(tmp_path / "elsewhere") == {}


def test_the_name_may_begin_with_the_folder(root: Path) -> None:
    assert facts(root, "eject", "site-templates/theme/404.html").exit_code == 0
    assert (root / "site-templates/theme/404.html").is_file()


_BROKEN = {
    "{% if %}": "Expected an expression, got 'end of statement block'",
    "{{ nothing.there }}": "'nothing' is undefined",
    '{% include "nothing.html" %}': "there is no template nothing.html",
    "{{ 1 / 0 }}": "division by zero",
}


@pytest.mark.parametrize(
    "name", ["pages/topic.md.j2", "partials/macros.md.j2", "theme/partials/footer.html"]
)
def test_an_error_in_a_template_of_the_site_is_named_with_its_line(root: Path, name: str) -> None:
    text = files.package_files()[name].read_text(encoding="utf-8")
    for broken, message in _BROKEN.items():
        write(root, f"site-templates/{name}", f"{text}\n{broken}\n")
        line = text.count("\n") + 2
        done = facts(root, "build")
        assert done.exit_code == 3, done.output
        assert done.stderr.splitlines()[-1] == (
            f"facts: site-templates/{name}:{line}: This template has an error: {message}."
        )
        assert not (root / "site").exists()
