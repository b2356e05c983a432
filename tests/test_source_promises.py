"""The YAML reader's promises that hold for every text: it never raises, and both readers agree."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.source import Map, Node, Seq, Tree, quick_place, read
from generator.source.events import tree as exact_tree
from generator.source.house import house
from generator.source.lines import Lines, in_quotes
from generator.source.text import hidden
from generator.source.tree import Path as Steps

ROOT = Path(__file__).parent.parent

_PIECES = st.sampled_from(
    [
        *"abc \n\t\r:-,[]{}#&*!|>'\"%@`?~\\/.=<\x00\x85\u2028\u202e\u200dé漢😀",
        *("\n  ", "\n    ", ": ", "- ", "\n- ", "\n  - ", "a: ", "'x'", '"x"', "---\n", "...\n"),
        *("%YAML 1.1\n", "%TAG ! x\n", "!!str ", "&a ", "*a ", "|\n", ">-\n", "? ", "<<", "\\x"),
    ]
)
_YAMLISH = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=1_500, deadline=None)
@given(_YAMLISH)
@example("a: [\n%TAG ! x\n")
@example("a: [b,")
@example("? - &a\n: *a")
def test_any_text_gives_a_tree_or_problems_at_places_in_it(text: str) -> None:
    found = read("f.yaml", text.encode())
    assert found.value is not None or found.problems
    rows = Lines("f.yaml", text).all
    for problem in found.problems:
        place = problem.place
        assert 1 <= place.line <= len(rows)
        width = len(rows[place.line - 1])
        assert 1 <= place.column <= width + 1
        assert place.column < place.end_column <= max(width, place.column) + 1
        assert problem.message
        assert problem.help
        assert problem.code != "yaml-syntax"


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_problems(raw: bytes) -> None:
    found = read("f.yaml", raw)
    assert found.value is not None or found.problems


@settings(max_examples=500, deadline=None)
@given(st.text())
def test_a_text_in_quotes_comes_out_as_itself(text: str) -> None:
    one_line = " ".join(text.split())
    if any(hidden(one_line)) or any("\ud800" <= sign <= "\udfff" for sign in one_line):
        return
    found = read("f.yaml", f"a: {in_quotes(one_line)}\nb: c\n".encode())
    assert found.value is not None
    assert found.value.root == {"a": one_line, "b": "c"}


def _same(quick: Node, exact: Node) -> None:
    assert type(quick) is type(exact)
    if isinstance(quick, Map) and isinstance(exact, Map):
        assert list(quick) == list(exact)
        for key in quick:
            _same(quick[key], exact[key])
    elif isinstance(quick, Seq) and isinstance(exact, Seq):
        assert len(quick) == len(exact)
        assert getattr(quick, "marks", exact.marks) == exact.marks
        for one, other in zip(quick, exact, strict=True):
            _same(one, other)
    else:
        assert quick == exact


def _agree(text: str) -> bool:
    """Whether the quick reader took a text; if so, the exact one makes the same of it."""
    root = house(text)
    if root is None or any(hidden(text)):
        return False
    found = exact_tree(Lines("f.yaml", text))
    assert found.problems == ()
    assert found.value is not None
    _same(root, found.value.root)
    _same_places(text, found.value)
    return True


def _same_places(text: str, exact: Tree) -> None:
    """Every place in the text is the same, read or found without reading."""
    quick = read("f.yaml", text.encode()).value
    assert quick is not None
    find = quick_place("f.yaml", text.encode())
    for path in [(), *_paths(exact.root, ())]:
        assert quick.place(path) == find(path) == exact.place(path)
        assert quick.key_place(path) == exact.key_place(path)
        assert quick.first_key_place(path) == exact.first_key_place(path)
        for more in ((*path, "none"), (*path, 99), (*path[:-1], "none", *path[-1:])):
            assert quick.place(more) == find(more) == exact.place(more)


def _paths(node: Node, path: Steps) -> Iterator[Steps]:
    steps = node.items() if isinstance(node, Map) else enumerate(node)
    for step, value in steps:
        yield (*path, step)
        if isinstance(value, (Map, Seq)):
            yield from _paths(value, (*path, step))


_ROWS = st.sampled_from(
    [
        *("a: b", "b: c d", 'c: "d, e: f"', 'd: "x \\"y\\" \\\\z"', "e:", "f: [x, y-z]", "g: []"),
        *(
            "h: {i: 1, j: k l}",
            'k: {l: "m: n, o: p", q: r}',
            'm: ["n, o", p]',
            "n: https://x/y?z=1",
            'also: [{a: b, c: 1}, {d: "e, f: g"}, h, "i"]',
            "also: [{a: 1, a: 2}]",
            "- [{a: b}, {a: c}]",
        ),
        *("- a", "- a: b", "- c:", '- "d: e"', "- {f: g}", "- [h]", "- b-c:d", "# remark", ""),
        *("a: b: c", "a: b #c", "a: - b", "a: &b", "? a", "a: {b: 1, b: 2}", "x:y", "- - a"),
        *(
            "o: before 2025-09-04",
            "p: 10:30",
            "q: a -b",
            "r: a - b",
            "---",
            "...",
            "s: é",
            "t: a\tb",
        ),
    ]
)


@settings(max_examples=3_000, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), _ROWS), max_size=10), st.sampled_from(["\n", "\r\n", ""])
)
def test_the_quick_reader_agrees_with_the_exact_one(rows: list[tuple[int, str]], end: str) -> None:
    _agree("\n".join(" " * (2 * indent) + row for indent, row in rows) + end)


@settings(max_examples=1_000, deadline=None)
@given(_YAMLISH)
def test_the_quick_reader_agrees_on_texts_of_signs(text: str) -> None:
    _agree(text)


def test_the_content_is_in_house_form_and_stays_so_when_mutated() -> None:
    draw = random.Random(20250904)  # noqa: S311 - no secret, only many mistakes
    taken = 0
    for path in sorted((ROOT / "content").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert _agree(text), f"{path} is not in house form"
        for _ in range(40):
            at = draw.randrange(len(text))
            sign = draw.choice(" \n:-#[]{}\"'\\,ab&*!|>%@")
            taken += _agree(text[:at] + sign + text[at + draw.randrange(2) :])
    assert taken > 100


@pytest.mark.parametrize("depth", range(14, 24))
@pytest.mark.parametrize("inner", ["{b: c}", "[b]", "[{b: c}]", "b"])
def test_both_readers_have_the_same_limit_of_depth(depth: int, inner: str) -> None:
    rows = [f"{'  ' * number}a:" for number in range(depth)]
    text = "\n".join(rows) + f" {inner}\n"
    exact = exact_tree(Lines("f.yaml", text))
    found = read("f.yaml", text.encode())
    assert found.problems == exact.problems
    if house(text) is not None:
        assert _agree(text)


# Speed

_HOSTILE = {
    "brackets": "a: " + "[" * 1_000_000,
    "brackets with keys": "{a: " * 250_000,
    "hyphens": "- " * 500_000,
    "question marks": "? " * 500_000,
    "tag directives": "".join(f"%TAG !a{n}! b\n" for n in range(45_000)),
    "directives behind the end": "a: b\n...\n" + "".join(f"%TAG !a{n}! b\n" for n in range(45_000)),
    "anchors": "a: " + "&a " * 300_000,
    "stars": "a: x y: " + "*a" * 500_000,
    "spaces": "a: b" + " " * 1_000_000 + "c: d",
    "line ends": "\r\n" * 500_000,
    "a long word": "a" * 1_000_000,
    "fields": "".join(f"k{n}: v\n" for n in range(90_000)),
    "an open quotation mark": 'a: "' + "b: c\n" * 200_000,
    "an open bracket": "a: [" + "[]," * 300_000,
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_file_is_answered_soon(name: str) -> None:
    raw = _HOSTILE[name].encode()
    assert len(raw) <= 1 << 20
    start = time.process_time()
    read("f.yaml", raw)
    assert time.process_time() - start < 6
