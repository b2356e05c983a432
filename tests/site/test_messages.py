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
from jinja2 import Environment, nodes

from tests.helpers.projects import REPOSITORY

PACKAGE = REPOSITORY / "generator/factsheets"
MODULES = [
    *sorted((PACKAGE / "site/views").glob("*.py")),
    *(PACKAGE / f"data/{name}.py" for name in ("feeds", "llms", "references")),
]
CALLS = {"_", "N_", "gettext", "ngettext", "pgettext"}
# A word beside a space, or a text that begins like a sentence or a heading.
TEXT = re.compile(r"\s[^\w\s]?[A-Za-z’]{2,}|[A-Za-z’]{2,}[^\w\s]?\s|^[A-Z][a-z’]+")
# Functions with texts that are no messages, each with the reason.
EXEMPT = {
    "review.stale": "for the terminal of the site's owner",
    "review._without_ground": "for the terminal of the site's owner",
    "labels.name_in_sentence": "compared with a name",
    "sheet.sources": "never shown: as long as what is printed",
    "sheet.figures": "never shown: as long as what is printed",
    "actor._particulars": "never shown: as long as what is printed",
    "feeds._head": "XML",
    "feeds._category": "XML",
    "references.bibtex": "BibTeX",
    "references.ris": "RIS",
    "actor._about_as_long": "never shown: as long as what is printed",
}

FOLDER = REPOSITORY / "site-templates"
# Other engines print the theme without the plugin, so it has no messages.
TEMPLATES = sorted(FOLDER.rglob("*.j2"))
NAMES = re.compile(r"BibTeX|CSL-JSON|RIS|Wikidata|mkdocs serve")
# What of a template's own text nobody reads: scripts, tags, the targets of links.
UNREAD = re.compile(r"<script>.*?</script>|<[^>]*>|\]\([^)\s]*\)")
READ_ATTRIBUTE = re.compile(r'(?:alt|aria-label|data-q|placeholder|title)="([^"]*)"')
LETTER = re.compile(r"[^\W\d_]")


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def name_of_template(template: Path) -> str:
    return template.relative_to(FOLDER).as_posix()


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


def parsed(template: Path) -> nodes.Template:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    return environment.parse(template.read_text(encoding="utf-8"))


def messages(node: nodes.Node) -> Iterator[list[str]]:
    """The texts of every call for a message: one, two of a plural, or a context and one."""
    for call in node.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS:
            given = (each for each in call.args if isinstance(each, nodes.Const))
            yield [each.value for each in given]


def own_text(node: nodes.Node) -> str:
    """What a template says itself, without its messages and its values."""
    return "".join(each.data for each in node.find_all(nodes.TemplateData))


def constants(node: nodes.Node) -> Iterator[str]:
    """The texts in the expressions of a template, but for its messages."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in CALLS:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from constants(child)


def unmarked(template: Path) -> list[str]:
    """Texts for readers in a template that are no messages."""
    tree = parsed(template)
    text = NAMES.sub("", own_text(tree))
    lines = [*UNREAD.sub("\n", text).splitlines(), *READ_ATTRIBUTE.findall(text)]
    found = [line.strip() for line in lines if LETTER.search(line)]
    return found + [each for each in constants(tree) if TEXT.search(NAMES.sub("", each))]


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of_template)
def test_every_text_of_a_template_is_a_message(template: Path) -> None:
    assert unmarked(template) == []


def test_the_messages_of_templates_are_extracted(catalogue: Catalog) -> None:
    found = [texts for each in TEMPLATES for texts in messages(parsed(each))]
    assert ["Part of %(topic)s."] in found
    assert ["%(num)s more", "%(num)s more"] in found
    for texts in found:
        assert catalogue.get(texts[0] if len(texts) == 1 else tuple(texts)), texts
