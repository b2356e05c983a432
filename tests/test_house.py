"""The rules of this code base: packages, purity, sizes, codes, and committed files."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from factsheets.cli import main
from factsheets.problems.catalogue import catalogue

from tests.helpers.projects import REPOSITORY

# Lowest first; a module imports only from its own package and those before it.
PACKAGES = (
    "datafiles",
    "problems",
    "content",
    "quotes",
    "dataset",
    "site",
    "data",
    "pipeline",
    "history",
    "authoring",
    "storage",
    "plugin",
    "cli",
)
IMPURE = ("storage", "plugin", "cli")
# What touches the disk, the clock, the environment or other programs, or differs at every run.
WORLDLY_MODULES = frozenset(
    [
        "asyncio",
        "ctypes",
        "glob",
        "http",
        "importlib",
        "io",
        "locale",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "pkgutil",
        "platform",
        "random",
        "secrets",
        "shutil",
        "signal",
        "socket",
        "ssl",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
        "uuid",
        "webbrowser",
    ]
)
WORLDLY_CALLS = frozenset(
    ["open", "print", "input", "exec", "eval", "compile", "breakpoint", "__import__"]
)
WORLDLY_METHODS = frozenset(
    [
        "now",
        "today",
        "utcnow",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "getenv",
        "unlink",
        "mkdir",
    ]
)
PURE_IN_PART = {
    "pathlib": {"PurePosixPath"},
    "io": {"StringIO"},
    # Data files of the package are part of the program.
    "importlib.resources": {"files"},
    "importlib.resources.abc": {"Traversable"},
    "pkgutil": {"get_data"},
    "uuid": {"NAMESPACE_URL", "UUID", "uuid5"},  # computed from a name, not random
}

MODULES = sorted((REPOSITORY / "generator/factsheets").rglob("*.py"))
LINES_OF_A_MODULE = 500
LINES_OF_A_FUNCTION = 45


def name_of(module: Path) -> str:
    return module.relative_to(REPOSITORY).as_posix()


def package_of(module: Path) -> str:
    return Path(module.relative_to(REPOSITORY / "generator/factsheets").parts[0]).stem


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports(module: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Each imported module, with the names imported from it."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, frozenset()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(module)} imports by a relative name"
            yield node.module or "", frozenset(alias.name for alias in node.names)


def packages_imported(module: Path) -> set[str]:
    found: set[str] = set()
    for imported, names in imports(module):
        first, _, rest = imported.partition(".")
        if first == "factsheets":
            found |= {rest.partition(".")[0]} if rest else set(names)
    return found & set(PACKAGES)


def fault(rule: Callable[[Path], None], path: Path) -> str:
    try:
        rule(path)
    except AssertionError as error:
        return f"{name_of(path)}: {error}"
    return ""


def for_each(paths: list[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """A rule for many files as one test, which names each file that breaks it."""

    def decorate(rule: Callable[[Path], None]) -> Callable[[], None]:
        def whole() -> None:
            broken = [found for path in paths if (found := fault(rule, path))]
            assert not broken, "\n".join(broken)

        whole.__name__ = rule.__name__
        return whole

    return decorate


every_module = for_each(MODULES)


def test_every_module_is_in_a_package() -> None:
    packages = {package_of(module) for module in MODULES} - {"__init__"}
    assert packages <= set(PACKAGES)


@every_module
def test_imports_point_down(module: Path) -> None:
    if package_of(module) == "__init__":
        assert packages_imported(module) == set()
        return
    own = PACKAGES.index(package_of(module))
    above = {package for package in packages_imported(module) if PACKAGES.index(package) > own}
    assert above == set()


pure_module = for_each([module for module in MODULES if package_of(module) not in IMPURE])


@pure_module
def test_pure_packages_import_nothing_that_touches_the_world(module: Path) -> None:
    for imported, names in imports(module):
        worldly = imported in WORLDLY_MODULES or imported.partition(".")[0] in WORLDLY_MODULES
        if worldly and not (names and names <= PURE_IN_PART.get(imported, set())):
            raise AssertionError(f"{name_of(module)} imports {imported}")


@pure_module
def test_pure_packages_read_no_file_clock_or_environment(module: Path) -> None:
    for node in ast.walk(parsed(module)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            assert called.id not in WORLDLY_CALLS, f"{name_of(module)}:{node.lineno}"
        elif isinstance(called, ast.Attribute):
            assert called.attr not in WORLDLY_METHODS, f"{name_of(module)}:{node.lineno}"


def names_used() -> set[str]:
    """Every name that the program or a template reads; an import alone is not a use."""
    found = set()
    for node in (node for module in MODULES for node in ast.walk(parsed(module))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    texts = [*REPOSITORY.glob("site-templates/**/*.j2"), *REPOSITORY.glob("generator/**/*.html")]
    for path in [*texts, REPOSITORY / "pyproject.toml"]:
        found |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return found


def test_every_function_is_used() -> None:
    used = names_used() | {name.replace("-", "_") for name in main.commands}
    unused = [
        f"{name_of(module)}:{node.lineno} {node.name}"
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and node.name not in used
        and not node.name.startswith(
            ("on_", "__", "handle_")
        )  # called by MkDocs, Python, HTMLParser
    ]
    # `logging` and Jinja call these.
    assert [each for each in unused if not each.endswith((" emit", "_bytecode"))] == []


def test_mutation_tests_name_what_there_is() -> None:
    given = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    names = given["tool"]["mutmut"]
    paths = names["only_mutate"] + names["pytest_add_cli_args_test_selection"]
    assert [path for path in paths if not list(REPOSITORY.glob(path))] == []


def test_only_the_package_content_reads_yaml() -> None:
    readers = {
        name_of(module)
        for module in MODULES
        for imported, _ in imports(module)
        if imported.partition(".")[0] in {"yaml", "ruamel"}
    }
    assert readers, "nothing reads YAML any more?"
    # mkdocs.yml is not content: its places are read with PyYAML only.
    readers.discard("generator/factsheets/site/settings.py")
    assert all(reader.startswith("generator/factsheets/content/") for reader in readers)


def test_one_module_reads_data_files() -> None:
    readers = {
        name_of(module)
        for module in MODULES
        for imported, names in imports(module)
        if imported.startswith("importlib.resources") or names & {"get_data"}
    }
    assert readers == {"generator/factsheets/datafiles.py"}


def data_files() -> list[Path]:
    """The files of the package that are neither modules nor created by running them."""
    files = (REPOSITORY / "generator/factsheets").rglob("*")
    return [
        path for path in files if path.is_file() and path.suffix not in {".py", ".pyc", ".typed"}
    ]


@pytest.mark.parametrize(
    "path", [path for path in data_files() if path.suffix == ".toml"], ids=name_of
)
def test_a_data_file_can_be_parsed(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_data_file_is_read() -> None:
    """A module of the same package names the file, or a folder above it."""
    unread = []
    for path in data_files():
        package = next(folder for folder in path.parents if (folder / "__init__.py").is_file())
        parts = path.relative_to(package).parts
        wanted = {"/".join(parts[:end]) for end in range(1, len(parts) + 1)}
        texts = {
            node.value.rstrip("/")
            for module in package.glob("*.py")
            for node in ast.walk(parsed(module))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        if not wanted & texts:
            unread.append(name_of(path))
    assert unread == []


def test_only_the_plugin_and_the_commands_know_mkdocs() -> None:
    knowing = {
        package_of(module)
        for module in MODULES
        for imported, _ in imports(module)
        if imported.partition(".")[0] == "mkdocs"
    }
    # The commands use its types only.
    assert knowing - {"cli"} == {"plugin"}


# Size and form


@every_module
def test_a_module_begins_with_its_job_in_one_sentence(module: Path) -> None:
    text = ast.get_docstring(parsed(module))
    assert text, "no docstring"
    first = text.splitlines()[0]
    assert first.endswith((".", "?")), first
    assert "and also" not in first
    assert len(first) <= 100
    assert first.count(". ") == 0, "two sentences: divide the module"


@every_module
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_MODULE


def test_the_scripts_stay_small() -> None:
    scripts = REPOSITORY.glob("site-templates/theme/assets/*.js")
    lines = {path.name: text_of(path).splitlines() for path in scripts}
    assert sum(map(len, lines.values())) <= 1550
    assert sum(len(found) for name, found in lines.items() if name.startswith("lookup")) <= 500
    # Not by longer lines; words.js has tables of letters.
    del lines["words.js"]
    assert max(len(line) for found in lines.values() for line in found) < 150


@every_module
def test_a_function_can_be_seen_as_a_whole(module: Path) -> None:
    long = [
        f"{node.name}, {length} lines"
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert long == []


@every_module
def test_an_ignored_check_names_its_code_and_reason(module: Path) -> None:
    for line in module.read_text(encoding="utf-8").splitlines():
        if "type: ignore" in line:
            assert re.search(r"type: ignore\[[a-z-, ]+\]  # \S", line), line
        if "noqa" in line:
            assert re.search(r"noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S", line), line


def frozen(decorator: ast.expr) -> bool:
    """Whether a decorator makes a frozen dataclass, or does not make a dataclass."""
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(made, ast.Name) or made.id != "dataclass":
        return True
    return isinstance(decorator, ast.Call) and "frozen" in {each.arg for each in decorator.keywords}


def test_every_public_dataclass_is_frozen() -> None:
    found = [
        f"{name_of(module)}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        if not all(map(frozen, node.decorator_list))
    ]
    assert found == []


TESTS = sorted(
    path
    for path in (REPOSITORY / "tests").rglob("test_*.py")
    if "node_modules" not in path.relative_to(REPOSITORY).parts
)


@for_each(TESTS)
def test_the_name_of_a_test_is_a_sentence(test: Path) -> None:
    for node in ast.walk(parsed(test)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert node.name.count("_") >= 3, node.name


# Problem codes


# Functions that make a problem from a code; the schema's errors become problems later.
MAKERS = {
    "content": {"Problem", "Finding", "PydanticCustomError", "_complaint"},
    "storage": {"Problem", "complain"},
}


def literals() -> Iterator[str]:
    """Every text in the program and its data that could be a code, outside the catalogue.

    Of a text with gaps, as f"unknown-{kind}", the codes that it could become.
    """
    for path in data_files():
        if path.suffix == ".toml" and path.parent.name != "codes":
            yield from tomllib.loads(path.read_text(encoding="utf-8"))
    for module in MODULES:
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield from filter(_form(node).fullmatch, catalogue())


def _form(text: ast.JoinedStr) -> re.Pattern[str]:
    said = [part.value for part in text.values if isinstance(part, ast.Constant)]
    if not re.fullmatch(r"[a-z]+-[a-z-]*", "".join(map(str, said))):
        return re.compile("(?!)")
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z]+"
        for part in text.values
    )
    return re.compile("".join(parts))


def given_codes() -> Iterator[tuple[str, str]]:
    """Every code passed to a problem as a literal."""
    for module in MODULES:
        for node in ast.walk(parsed(module)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            is_maker = called in MAKERS.get(package_of(module), {"Problem"})
            if is_maker and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, f"{name_of(module)}:{node.lineno}"


def test_every_code_that_is_used_is_explained() -> None:
    unknown = {f"{code} ({where})" for code, where in given_codes() if code not in catalogue()}
    assert unknown == set()


def test_every_explained_code_is_used() -> None:
    assert set(catalogue()) - set(literals()) == set()


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_an_explanation_is_complete(code: str) -> None:
    entry = catalogue()[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert entry.title.endswith((".", "?"))
    assert entry.why.endswith((".", "?"))
    assert len({*entry.right, *entry.wrong}) == 4


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_an_explanation_uses_no_words_of_programmers(code: str) -> None:
    entry = catalogue()[code]
    text = f"{entry.title} {entry.why}".lower()
    for word in ("invalid", "schema", "null", "parse", "traceback", "exception", "boolean"):
        assert not re.search(rf"\b{word}", text), word


# What is committed


@cache
def committed() -> tuple[Path, ...]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("no git here")
    names = (REPOSITORY / name for name in done.stdout.split("\0") if name)
    return tuple(path for path in names if path.is_file() and not path.is_symlink())


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    # Written so that this file does not name one itself.
    personal = re.compile(r"/(?:home|Users|work|root)/" + r"[a-z][\w.-]*/")
    found = [
        f"{path.relative_to(REPOSITORY)}: {match[0]}"
        for path in committed()
        for match in personal.finditer(text_of(path))
        if not match[0].startswith("/home/me/")
    ]
    assert found == []


def test_no_article_is_committed_without_its_owners_leave() -> None:
    texts = {
        path.stem
        for path in committed()
        if path.parent == REPOSITORY / "seeds" and path.suffix == ".txt"
    }
    allowed = {
        path.stem
        for path in (REPOSITORY / "content/facts").glob("*.yaml")
        if re.search(r"^text: committed$", text_of(path), re.MULTILINE)
    }
    assert texts <= allowed


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_file_has_hashes_and_names_no_index(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    locked = re.findall(r"^[a-z0-9][\w.\[\]-]*==[^\s\\]+", text, re.MULTILINE)
    hashed = re.findall(
        r"^[a-z0-9][\w.\[\]-]*==[^\s\\]+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE
    )
    assert len(locked) == len(hashed) > 20
    assert not re.search(r"^-|^[^#\n]*(https?://|file:|@ )", text, re.MULTILINE)


def test_both_lock_files_agree() -> None:
    first, second = (
        dict(
            re.findall(
                r"^([a-z0-9][\w.-]*)(?:\[\w+\])?==([^\s\\]+)",
                text_of(REPOSITORY / name),
                re.MULTILINE,
            )
        )
        for name in ("requirements.lock", "requirements-test.lock")
    )
    assert {name: second.get(name) for name in first} == first


def test_what_is_needed_is_bounded_where_the_next_version_would_break_it() -> None:
    project = tomllib.loads(text_of(REPOSITORY / "pyproject.toml"))["project"]
    needed = set(project["dependencies"])
    assert {"mkdocs>=1.6.1,<2", "mkdocs-material>=9.8,<10", "click>=8.4"} <= needed


def test_make_says_what_there_is() -> None:
    text = text_of(REPOSITORY / "Makefile")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    described = set(re.findall(r"^([a-z]+):.*## \S", text, re.MULTILINE))
    assert targets == described
    assert {"serve", "test", "check", "lint", "types", "bench", "site"} <= targets
    assert len(text.splitlines()) <= 120


def test_ci_runs_what_the_readme_names() -> None:
    assert "make test" in text_of(REPOSITORY / ".ci/run")


# Documents


def test_the_architecture_names_files_that_exist() -> None:
    text = text_of(REPOSITORY / "ARCHITECTURE.md")
    names = re.findall(r"`((?:\w[\w-]*/)+(?:[\w.-]+)?|\w+\.py)`", text)
    roots = (REPOSITORY, REPOSITORY / "generator/factsheets")
    assert len(names) > 40
    assert [name for name in names if not any((root / name).exists() for root in roots)] == []


def test_the_architecture_lists_the_packages_in_their_order() -> None:
    rows = re.findall(r"(?m)^\| `(\w+)(?:\.py)?` \|", text_of(REPOSITORY / "ARCHITECTURE.md"))
    assert tuple(rows) == PACKAGES
