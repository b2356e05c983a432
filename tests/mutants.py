"""Changes the program in one small place at a time, and counts how many changes no test notices.

`python -m tests.mutants GROUP [NUMBER]` tries so many mutants, always the same ones, and lists the
survivors. A group's tests are those of its own modules; the aim is a score of 85 %.
"""

from __future__ import annotations

import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # What is changed, and the tests that should notice.
    "source": (
        ("generator/source/*.py",),
        ("tests/test_source.py", "tests/test_source_promises.py", "tests/faults/test_faults.py"),
    ),
    "escape": (
        ("generator/render/escape.py", "generator/pipeline/page_markup.py"),
        ("tests/test_escape.py", "tests/test_fidelity.py", "tests/faults/test_faults.py"),
    ),
    "capture": (
        tuple(
            f"generator/capture/{name}.py"
            for name in ("tokens", "marks", "make", "match", "quotation", "store")
        ),
        (
            *(f"tests/test_capture_{name}.py" for name in ("tokens", "marks", "match", "store")),
            "tests/test_capture_check.py",
            "tests/test_quotations.py",
        ),
    ),
    "publish": (
        ("generator/files/switching.py", "generator/files/locking.py"),
        ("tests/test_files.py",),
    ),
}
SECONDS = 120

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change: its file, the line, what was changed, and the whole new text."""

    file: str
    line: int
    what: str
    text: str


def mutants(file: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    for number, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            made = copy.deepcopy(tree)
            twin = next(each for n, each in enumerate(ast.walk(made)) if n == number)
            change(twin)
            yield Mutant(file, getattr(node, "lineno", 0), what, ast.unparse(made))


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Each small change of a node, with its name."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _SWAPS:
        new = _SWAPS[type(node.ops[0])]
        yield f"comparison: {new.__name__}", lambda twin: twin.ops.__setitem__(0, new())
    elif isinstance(node, (ast.BoolOp, ast.BinOp)) and type(node.op) in _SWAPS:
        other = _SWAPS[type(node.op)]
        yield f"operator: {other.__name__}", lambda twin: setattr(twin, "op", other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not taken out", _without_not
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "number + 1", lambda twin: setattr(twin, "value", twin.value + 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield "the other truth", lambda twin: setattr(twin, "value", not twin.value)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield "never", lambda twin: setattr(twin, "test", ast.Constant(value=False))
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "returns nothing", lambda twin: setattr(twin, "value", ast.Constant(value=None))


def _without_not(twin: Any) -> None:
    """`+bool(x)` in the place of `not x`."""
    twin.op = ast.UAdd()
    twin.operand = ast.Call(ast.Name("bool", ast.Load()), [twin.operand], [])


def survives(mutant: Mutant, tests: tuple[str, ...]) -> bool:
    """Whether all tests pass with this change."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("generator", "tests", "content", "seeds", "site-templates"):
            skipped = shutil.ignore_patterns("node_modules", "__pycache__", "*.txt", "browser")
            shutil.copytree(ROOT / name, root / name, ignore=skipped)
        for name in ("pyproject.toml", "mkdocs.yml"):
            shutil.copy(ROOT / name, root)
        (root / mutant.file).write_text(mutant.text, encoding="utf-8")
        there = [test for test in tests if (root / test).exists()]
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *there]
        try:
            done = subprocess.run(
                command,
                cwd=root,
                env={**os.environ, "PYTHONPATH": folder, "HYPOTHESIS_PROFILE": "quick"},
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def run() -> None:
    """Tries the mutants of one group, and prints those that no test noticed."""
    group, number = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    patterns, tests = GROUPS[group]
    files = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    every = [one for path in files for one in mutants(path.relative_to(ROOT).as_posix())]
    chosen = random.Random(7).sample(every, min(number, len(every)))  # noqa: S311 - a choice
    with ThreadPoolExecutor(2) as pool:
        left = pool.map(lambda one: survives(one, tests), chosen)
        alive = [one for one, lives in zip(chosen, left, strict=True) if lives]
    for one in alive:
        print(f"{one.file}:{one.line}: {one.what}")
    killed = len(chosen) - len(alive)
    print(f"{group}: {killed} of {len(chosen)} mutants noticed, {100 * killed / len(chosen):.0f} %")


if __name__ == "__main__":
    run()
