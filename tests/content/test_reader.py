"""The YAML reader: exact places, the strict subset, one cause for each mistake, no surprise."""

from __future__ import annotations

import pytest
from factsheets.content.reader import read
from factsheets.content.syntax_errors import cause
from factsheets.content.tree import Lines, Tree
from factsheets.problems.problem import Place, Problem
from yaml import Mark, MarkedYAMLError


def _tree(text: str | bytes) -> Tree:
    found = read("f.yaml", text if isinstance(text, bytes) else text.encode())
    assert found.problems == ()
    assert found.value is not None
    return found.value


def _codes(text: str | bytes) -> list[str]:
    raw = text if isinstance(text, bytes) else text.encode()
    return [problem.code for problem in read("f.yaml", raw).problems]


def _only(text: str | bytes) -> tuple[str, int, int, int]:
    """Code, line, column and end column of the only problem."""
    raw = text if isinstance(text, bytes) else text.encode()
    (problem,) = read("f.yaml", raw).problems
    place = problem.place
    return problem.code, place.line, place.column, place.end_column


# Values


@pytest.mark.parametrize(
    "word",
    [
        *("NO", "no", "on", "Yes", "true", "null", "~", "12:30:45", "0777", "1e3", "2025-09-04"),
        *("2024-02-30", ".inf", "0x1F", "1_000"),
    ],
)
def test_every_scalar_stays_text(word: str) -> None:
    assert _tree(f"a: {word}\n{word}: b\n").root == {"a": word, word: "b"}


def test_an_empty_value_is_an_empty_text() -> None:
    assert _tree("a:\nb: ''\nc: [x, ]\nd: {e: }\n").root == {
        "a": "",
        "b": "",
        "c": ["x"],
        "d": {"e": ""},
    }


def test_lists_and_groups_of_every_form_are_read_alike() -> None:
    forms = (
        "a: [b, {c: d}]\n",
        "a:\n- b\n- c: d\n",
        "a:\n  - b\n  - c: d\n",
        "a:\n    - b\n    -   c: d\n",
        "---\n{a: [b, {c: d}]}\n",
        "a: [\n  b, # remark\n  {c:\n   d}]\n...\n",
        '"a":\r\n  - "b"\r\n  - \'c\': >-\r\n      d\r\n',
    )
    for form in forms:
        assert _tree(form).root == {"a": ["b", {"c": "d"}]}, form


def test_texts_of_several_lines_are_read_as_yaml_says() -> None:
    text = 'a: |\n  one\n  two\nb: >\n  one\n  two\nc: one\n  two\nd: "one\n  two"\n'
    assert _tree(text).root == {
        "a": "one\ntwo\n",
        "b": "one two\n",
        "c": "one two",
        "d": "one two",
    }


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    tree = _tree(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert tree.root == {"a": "b", "c": "d"}
    assert tree.place(("a",)) == Place("f.yaml", 1, 4, 5)
    assert tree.place(("c",)) == Place("f.yaml", 2, 4, 5)


# Places

_PLACES = """\
é: "漢字" # remark
😀k: '😀😀'
list:
  - one
  - b: {c: "d", e: f}
    g:
flow: [a, "b c",
  d]
block: |
  text
quoted: "one
  two"
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("é",), (1, 4, 8)),
        (("😀k",), (2, 5, 9)),
        (("list",), (3 + 1, 3, 8)),
        (("list", 0), (4, 5, 8)),
        (("list", 1), (5, 5, 22)),
        (("list", 1, "b"), (5, 8, 22)),
        (("list", 1, "b", "c"), (5, 12, 15)),
        (("list", 1, "b", "e"), (5, 20, 21)),
        (("list", 1, "g"), (6, 5, 6)),
        (("flow",), (7, 7, 17)),
        (("flow", 1), (7, 11, 16)),
        (("flow", 2), (8, 3, 4)),
        (("block",), (9, 8, 9)),
        (("quoted",), (11, 9, 13)),
        ((), (1, 1, 2)),
        (("nowhere",), (1, 1, 2)),
        (("list", 7, "x"), (4, 3, 8)),
        (("list", 1, "b", "x", 0), (5, 8, 22)),
        (("é", 0, "text"), (1, 4, 8)),
    ],
)
def test_a_value_has_its_exact_place(
    path: tuple[str | int, ...], expected: tuple[int, int, int]
) -> None:
    place = _tree(_PLACES).place(path)
    assert (place.line, place.column, place.end_column) == expected


def test_an_item_without_anything_stands_at_its_hyphen() -> None:
    tree = _tree("a:\n  -\n  - b\n  - -\n    - ''\nx-: [c, '']\n")
    places = {
        ("a", 0): (2, 3, 4),
        ("a", 1): (3, 5, 6),
        ("a", 2): (4, 5, 6),
        ("a", 2, 0): (4, 5, 6),
        ("a", 2, 1): (5, 7, 9),
        ("x-", 1): (6, 9, 11),
    }
    for path, expected in places.items():
        place = tree.place(path)
        assert (place.line, place.column, place.end_column) == expected, path


def test_a_complaint_of_the_parser_that_nobody_knows_yet_has_its_place() -> None:
    def told(line: int, column: int) -> Problem:
        mark = Mark("", 0, line, column, "", 0)
        return cause(MarkedYAMLError(problem="new", problem_mark=mark), lines, None, None)

    lines = Lines("f.yaml", "a: b\nc: def\n")
    assert told(1, 3) == Problem(
        "yaml-syntax",
        "From here on, the file cannot be read as YAML.",
        Place("f.yaml", 2, 4, 7),
        "Compare this line and the one above with the examples: a field name, a colon, a "
        "space, then the text in double quotes.",
        "error",
    )
    assert told(1, 9).place == Place("f.yaml", 2, 6, 7)
    assert told(0, 0).place == Place("f.yaml", 1, 1, 5)
    assert told(2, 0).place == told(7, 7).place == Place("f.yaml", 3, 1, 2)


def test_a_key_has_its_exact_place() -> None:
    tree = _tree(_PLACES)
    assert tree.key_place(("😀k",)) == Place("f.yaml", 2, 1, 3)
    assert tree.key_place(("list", 1, "b", "e")) == Place("f.yaml", 5, 17, 18)
    assert tree.key_place(("list", 0)) == tree.place(("list", 0))
    assert tree.first_key_place(("list", 1)) == Place("f.yaml", 5, 5, 6)
    assert tree.first_key_place(("flow",)) == tree.place(("flow",))


# Refusals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: d\na: e\n", ("yaml-duplicate-key", 3, 1, 2)),
        ("a: {b: 1, b: 2}\n", ("yaml-duplicate-key", 1, 11, 12)),
        ("a: &x b\n", ("yaml-anchor", 1, 4, 6)),
        ("a: [b, *x]\n", ("yaml-alias", 1, 8, 10)),
        ("a: !t b\n", ("yaml-tag", 1, 4, 6)),
        ("a: !!str b\n", ("yaml-tag", 1, 4, 9)),
        ("<<: *x\n", ("yaml-merge", 1, 1, 3)),
        ("a: b\n---\nc: d\n", ("yaml-documents", 2, 1, 4)),
        ("a: b\n...\nc: d\n", ("yaml-documents", 3, 1, 5)),
        ("--- a: b\n", ("yaml-documents", 1, 1, 4)),
        ("# x\n%YAML 1.2\n---\na: b\n", ("yaml-directive", 2, 1, 10)),
        ("? [a]\n: b\n", ("yaml-key", 1, 3, 6)),
        ("a: {{b}}\n", ("yaml-key", 1, 5, 9)),
        ("? {a: {b: [{c: d}]}}\n: e\n", ("yaml-key", 1, 3, 21)),
        ("- a\n", ("yaml-shape", 1, 1, 4)),
        ('"a"\n', ("yaml-shape", 1, 1, 4)),
        ("", ("yaml-empty", 1, 1, 2)),
        ("# remark\n\n", ("yaml-empty", 1, 1, 2)),
        ("---\n", ("yaml-empty", 1, 1, 2)),
        ("a:\n \tb: c\n\td: e\n", ("yaml-tab", 2, 2, 3)),
        ("a: b #1\n", ("yaml-hash", 1, 6, 8)),
        ("a: b\nc\x00d: e\n", ("yaml-control", 2, 2, 3)),
        ("a: 😀\x1b\n", ("yaml-control", 1, 5, 6)),
        ("a: b\x85c\n", ("yaml-control", 1, 5, 6)),
        ("a: b\u2028c\n", ("yaml-control", 1, 5, 6)),
        ("a: b\u2029c\n", ("yaml-control", 1, 5, 6)),
        ("a: b\r\nc: d\u202ee\n", ("yaml-bidi", 2, 5, 6)),
        ("a: \u2066b\n", ("yaml-bidi", 1, 4, 5)),
        ("a: b\u200f\n", ("yaml-bidi", 1, 5, 6)),
        ("a: b\u200bc\n", ("yaml-invisible", 1, 5, 6)),
        ("a: b\ufeffc\n", ("yaml-invisible", 1, 5, 6)),
        ("a: b\u200dc\n", ("yaml-invisible", 1, 5, 6)),
        ('a: "x\\u202ey"\n', ("yaml-bidi", 1, 4, 14)),
        ('a: "\\0"\n', ("yaml-control", 1, 4, 8)),
        ('"a\\u200b": b\n', ("yaml-invisible", 1, 1, 13)),
        (b"a: b\nc: \xfc\n", ("yaml-utf8", 2, 4, 5)),
        ("a: é".encode() + b"\xed\xa0\x80", ("yaml-utf8", 1, 5, 6)),
        ("a: b".encode("utf-16"), ("yaml-utf8", 1, 1, 2)),
    ],
)
def test_what_is_beyond_the_subset_is_refused_at_its_place(
    text: str | bytes, expected: tuple[str, int, int, int]
) -> None:
    assert _only(text) == expected


def test_a_second_field_of_the_same_name_tells_the_line_of_the_first() -> None:
    (problem,) = read("f", b"x: y\na: b\nc: d\na: e\n").problems
    assert "line 2" in problem.message


def test_the_first_of_two_fields_is_kept_so_that_all_else_can_be_checked() -> None:
    found = read("f", b"a: b\na: c\nd: e\n").value
    assert found is not None
    assert found.root == {"a": "b", "d": "e"}


def test_a_file_with_something_left_out_gives_no_tree() -> None:
    for text in (b"a: *x\n", b"<<: {a: b}\nc: d\n", b"[a]: b\n", b"a:\n  -b: c\n"):
        assert read("f", text).value is None, text


@pytest.mark.parametrize("word", ["می\u200cخواهم", "क्\u200dष", "ശ്രീ\u200dക"])
def test_joiners_stand_where_a_script_needs_them(word: str) -> None:
    assert _tree(f"a: {word}\n").root == {"a": word}


def test_letters_of_every_script_are_text() -> None:
    text = "Київ Αθήνα ירושלים القدس 北京 กรุงเทพ 𠮷 ½ µ 😀 €"
    assert _tree(f'a: "{text}"\n').root == {"a": text}


def test_depth_is_bounded() -> None:
    assert _codes("a: " + "[" * 19 + "]" * 19 + "\n") == []
    assert _only("a: " + "[" * 20 + "]" * 20 + "\n") == ("yaml-depth", 1, 23, 24)
    assert _codes("".join("  " * n + "a:\n" for n in range(20))) == []
    assert _codes("".join("  " * n + "a:\n" for n in range(21)) + "  " * 21 + "b: c\n") == [
        "yaml-depth"
    ]


def test_length_is_bounded() -> None:
    assert _codes(f'a: "{"x" * 20_000}"\n') == []
    assert _codes(f'a: "{"x" * 20_001}"\n') == ["yaml-long"]
    assert _codes("a: |\n" + "  xxxx\n" * 4_001) == ["yaml-long"]
    assert _codes(f"a: [{'b,' * 5_000}]\n") == []
    assert _codes(f"a: [{'b,' * 5_001}]\n") == ["yaml-long"]
    assert _codes("a:\n" + "  - b\n" * 5_001) == ["yaml-long"]


def test_size_is_bounded() -> None:
    filled = b"a: b\n" + b"#\n" * ((1 << 19) - 3)
    assert _codes(filled + b"\n") == []
    assert _codes(filled + b"\n\n") == ["yaml-size"]


def test_a_file_full_of_mistakes_is_told_in_part() -> None:
    assert len(_codes("a: &b c\n" + "".join(f"k{n}: &b c\n" for n in range(999)))) == 100
    assert len(_codes("".join(f'k{n}: "\\u200b"\n' for n in range(999)))) == 100


def test_many_warnings_do_not_hide_the_content() -> None:
    found = read("f.yaml", "".join(f"k{n}: a #b\n" for n in range(999)).encode())
    assert found.value is not None
    assert len(found.value.root) == 999
    assert {each.severity for each in found.problems} == {"warning"}
    assert len(found.problems) == 100
    assert len(_codes("\u200b" * 999)) == 20


# Syntax


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("statement: Macron: no size\n", ("yaml-colon", 1, 12, 27)),
        ("facts:\n  - id: x\n    note: a: b\n    c: d\n", ("yaml-colon", 3, 11, 15)),
        ("a: {b: c: d}\n", ("yaml-colon", 1, 8, 12)),
        ("a: [x: y: z]\n", ("yaml-colon", 1, 5, 12)),
        ("publisher:tass\nurl: x\n", ("yaml-space", 1, 1, 15)),
        ("a: b\nurl:x\nc: d\n", ("yaml-space", 2, 1, 6)),
        ("facts:\n  - id:x\n    note: y\n", ("yaml-space", 2, 3, 9)),
        ("url:x\n", ("yaml-space", 1, 1, 6)),
        ("a: b\nparagraph 2\nc: d\n", ("yaml-missing-colon", 2, 1, 12)),
        ("a: b\nparagraph 2\n", ("yaml-missing-colon", 2, 1, 12)),
        ("facts\n  - id: x\n", ("yaml-missing-colon", 1, 1, 6)),
        ('a: "b\nc: d\n', ("yaml-unclosed-quote", 1, 4, 6)),
        ('x: y\na: "b\nc: "d"\ne: f\n', ("yaml-unclosed-quote", 2, 4, 6)),
        ('a: [b, "c]\nd: e\n', ("yaml-unclosed-quote", 1, 8, 11)),
        ("a: 'b\n---\nc: d\n", ("yaml-unclosed-quote", 1, 4, 6)),
        ("a: [b, c\nd: e\n", ("yaml-unclosed-bracket", 1, 4, 9)),
        ("a: [b,\n", ("yaml-unclosed-bracket", 1, 4, 7)),
        ("a: {b: c\nd: e\n", ("yaml-unclosed-bracket", 1, 4, 9)),
        ("a: {b: c]\n", ("yaml-unclosed-bracket", 1, 4, 10)),
        ('a: "x" y\n', ("yaml-after-close", 1, 8, 9)),
        ('quote: "He said "yes" to it"\nb: c\n', ("yaml-after-close", 1, 18, 29)),
        ("a: 'it's'\n", ("yaml-after-close", 1, 8, 10)),
        ('a: "x": y\n', ("yaml-after-close", 1, 7, 10)),
        ("a: [b] c\n", ("yaml-after-close", 1, 8, 9)),
        ('a: "foo\n  bar" baz\n', ("yaml-after-close", 2, 8, 11)),
        ("a:\n  b: c\n d: e\n", ("yaml-indent", 3, 2, 6)),
        ("a: b\n  c: d\n", ("yaml-indent", 2, 3, 7)),
        (" a: b\nc: d\n", ("yaml-indent", 2, 1, 5)),
        ("facts:\n  - id: x\n   note: y\n", ("yaml-indent", 3, 4, 11)),
        ("facts:\n  - id: x\n     note: y\n", ("yaml-indent", 3, 6, 13)),
        ("facts:\n  - id: x\n   - id: y\n", ("yaml-indent", 3, 4, 11)),
        ("a: |\nb\n", ("yaml-indent", 2, 1, 2)),
        ("a: - b\n", ("yaml-dash", 1, 4, 7)),
        ("facts:\n  -id: x\n    note: y\n", ("yaml-dash", 2, 3, 9)),
        ("facts:\n  -id: x\n  note: y\n", ("yaml-dash", 2, 3, 9)),
        ("facts:\n  id: x\n  - id: y\n", ("yaml-dash", 3, 3, 10)),
        ("facts:\n  - id: x\n  -id: y\n", ("yaml-dash", 3, 3, 9)),
        ("a: [b,,c]\n", ("yaml-comma", 1, 7, 8)),
        ('a: ["b" "c"]\n', ("yaml-comma", 1, 9, 10)),
        ('a: "C:\\dir"\n', ("yaml-escape", 1, 7, 9)),
        ('é: "\\ud800"\n', ("yaml-escape", 1, 5, 7)),
        ('a: "\\x1"\n', ("yaml-escape", 1, 5, 7)),
        ("a: @b c # d\n", ("yaml-first-character", 1, 4, 8)),
        ("a: `b`\n", ("yaml-first-character", 1, 4, 7)),
        ("a: %b\n", ("yaml-first-character", 1, 4, 6)),
        ("a: > b\n", ("yaml-first-character", 1, 4, 7)),
        ("a: ]\n", ("yaml-first-character", 1, 4, 5)),
        ("a: *b c\n", ("yaml-alias", 1, 4, 6)),
        ("a: * b\n", ("yaml-alias", 1, 4, 5)),
        ("a: & b\n", ("yaml-anchor", 1, 4, 5)),
        ("a: !<x b\n", ("yaml-tag", 1, 4, 7)),
        (": b\n", ("yaml-key", 1, 1, 4)),
        ("a: -\tb\n", ("yaml-dash", 1, 4, 7)),
        ("a:\n  - \tb: c\n", ("yaml-tab", 2, 5, 6)),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", ("yaml-conflict", 1, 1, 13)),
    ],
)
def test_a_broken_line_gives_one_problem_where_its_cause_lies(
    text: str, expected: tuple[str, int, int, int]
) -> None:
    assert _only(text) == expected


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("statement: Macron: no size\n", 'statement: "Macron: no size"'),
        ("statement: Macron: no size\n", 'so "no size" is enough'),
        ('a: he said: "no"\n', "a: 'he said: \"no\"'"),
        ("publisher:tass\nurl: x\n", "publisher: tass"),
        ("a: b\nparagraph 2\nc: d\n", "paragraph: 2"),
        ('quote: "He said "yes" to it"\n', "quote: 'He said \"yes\" to it'"),
        ("a: *bold* move\n", '"*bold* move"'),
        ("facts:\n  - id: x\n   note: y\n", "4 spaces, like line 2"),
        ("facts:\n  -id: x\n    note: y\n", "- id: x"),
    ],
)
def test_the_help_shows_the_line_as_it_should_be(text: str, advice: str) -> None:
    (problem,) = read("f", text.encode()).problems
    assert advice in problem.help
