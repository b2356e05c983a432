"""The YAML reader's promises that hold for every text: it never raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from factsheets.content.reader import read
from factsheets.content.text import hidden
from factsheets.content.tree import Lines, in_quotes
from hypothesis import example, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]

_PIECES = st.sampled_from(
    [
        *"abc \n\t\r:-,[]{}#&*!|>'\"%@`?~\\/.=<\x00\x85\u2028\u202e\u200dé漢😀",
        *("\n  ", "\n    ", ": ", "- ", "\n- ", "\n  - ", "a: ", "'x'", '"x"', "---\n", "...\n"),
        *("%YAML 1.1\n", "%TAG ! x\n", "!!str ", "&a ", "*a ", "|\n", ">-\n", "? ", "<<", "\\x"),
    ]
)
_YAMLISH = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=1_500)
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


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_problems(raw: bytes) -> None:
    found = read("f.yaml", raw)
    assert found.value is not None or found.problems


@settings(max_examples=500)
@given(st.text())
def test_a_text_in_quotes_comes_out_as_itself(text: str) -> None:
    one_line = " ".join(text.split())
    if any(hidden(one_line)) or any("\ud800" <= sign <= "\udfff" for sign in one_line):
        return
    found = read("f.yaml", f"a: {in_quotes(one_line)}\nb: c\n".encode())
    assert found.value is not None
    assert found.value.root == {"a": one_line, "b": "c"}


# Files designed to be slow; `make bench` measures them.

HOSTILE = {
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


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered(name: str) -> None:
    raw = HOSTILE[name].encode()
    assert len(raw) <= 1 << 20
    result = read("f.yaml", raw)
    assert result.value is not None or result.problems
