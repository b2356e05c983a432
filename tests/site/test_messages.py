"""Every text for readers is a message that translators get."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from tests.helpers.projects import REPOSITORY

PACKAGE = REPOSITORY / "generator/factsheets"
MODULES = [
    *sorted((PACKAGE / "site/views").glob("*.py")),
    *(PACKAGE / f"data/{name}.py" for name in ("feeds", "llms", "references")),
]
CALLS = {"_", "gettext", "ngettext", "pgettext"}
# A word beside a space, or a text that begins like a sentence or a heading.
TEXT = re.compile(r"\s[^\w\s]?[A-Za-z’]{2,}|[A-Za-z’]{2,}[^\w\s]?\s|^[A-Z][a-z’]+")
# Functions with texts that are no messages, each with the reason.
EXEMPT = {
    "review.stale": "for the terminal of the site's owner",
    "review._without_ground": "for the terminal of the site's owner",
    "labels.name_in_sentence": "compared with a name",
    "sheet.sources": "never shown: as long as what is printed",
    "sheet.figures": "never shown: as long as what is printed",
    "sheet._printed": "never shown: as long as what is printed",
    "actor._particulars": "never shown: as long as what is printed",
    "feeds._head": "XML",
    "feeds._category": "XML",
    "references.bibtex": "BibTeX",
    "references.ris": "RIS",
    "actor._about_as_long": "never shown: as long as what is printed",
}


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What translators get."""
    file = tmp_path_factory.mktemp("messages") / "messages.pot"
    command = ("extract", "--mapping", "pyproject.toml", "--output", str(file), ".")
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "--quiet", *command],
        cwd=REPOSITORY,
        check=True,
    )
    with file.open(encoding="utf-8") as stream:
        return read_po(stream)


def test_messages_plurals_and_contexts_are_extracted(catalogue: Catalog) -> None:
    assert catalogue.get("Single source")
    assert catalogue.get(("%(num)s statement", "%(num)s statements"))
    assert catalogue.get("d MMM y", context="date pattern")


def test_every_placeholder_of_a_message_has_a_name(catalogue: Catalog) -> None:
    for message in catalogue:
        texts = [message.id] if isinstance(message.id, str) else message.id
        for text in texts:
            assert "%" not in re.sub(r"%\([a-z_]+\)s|%%", "", text), text


def called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=name_of)
def test_a_message_stands_in_its_call(module: Path) -> None:
    """Babel reads the program, so it sees a text and no variable."""
    if module.name == "translation.py":
        return
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in CALLS:
            texts = node.args[:2] if called(node) != "_" else node.args[:1]
            assert all(isinstance(each, ast.Constant) for each in texts), node.lineno


def texts(node: ast.AST, function: str) -> Iterator[tuple[str, str]]:
    """Every text that is no message and no docstring, with the function that it stands in."""
    if called(node) in CALLS:
        assert isinstance(node, ast.Call)
        for keyword in node.keywords:
            yield from texts(keyword, function)
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.FunctionDef):
        function = node.name
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield function, node.value
    for child in ast.iter_child_nodes(node):
        yield from texts(child, function)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_text_for_readers_is_left_out(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    left = [
        f"{function}: {text}"
        for function, text in texts(tree, "")
        if f"{module.stem}.{function}" not in EXEMPT
        if TEXT.search(text) and "<" not in text
    ]
    assert left == []


def test_every_exemption_is_needed() -> None:
    found = {
        f"{module.stem}.{function}"
        for module in MODULES
        for function, text in texts(ast.parse(module.read_text(encoding="utf-8")), "")
        if TEXT.search(text)
    }
    assert set(EXEMPT) - found == set()
