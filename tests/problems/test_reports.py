"""Reports: the fixed structure for people, GitHub's commands, and JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from factsheets.problems import reports, terminal
from factsheets.problems.problem import Place, Problem, Summary
from factsheets.problems.text import visible, width
from hypothesis import given
from hypothesis import strategies as st

FILE = "content/facts/example.yaml"
NOTHING = Summary()
COUNTS = Summary(1, 2, 12, 9, 8, {"actor": 16, "topic": 4, "source": 1, "event": 3})


def problem(line: int = 1, column: int = 1, end: int = 1, **more: str) -> Problem:
    return Problem(
        more.get("code", "quote-not-found"),
        more.get("message", "This quote is not in the article."),
        Place(more.get("file", FILE), line, column, end),
        more.get("help", "Copy the article's words."),
        "warning" if more.get("severity") == "warning" else "error",
    )


def excerpt(text: str, line: int, column: int, end: int) -> list[str]:
    told = terminal.text([problem(line, column, end)], {FILE: text.encode()}, NOTHING)
    return told.splitlines()[1:3]


def test_a_problem_is_told_as_the_contract_shows_it() -> None:
    text = 'a: 1\nfacts:\n    quote: "26 countries have officially commited"\n'
    told = terminal.text([problem(3, 12, 51)], {FILE: text.encode()}, COUNTS)
    assert told == (
        "content/facts/example.yaml:3:12: This quote is not in the article. [quote-not-found]\n"
        ' 3 |     quote: "26 countries have officially commited"\n'
        "   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: Copy the article's words.\n"
        "\n"
        "Checked 12 statements, 1 source, 16 actors, 4 topics, 3 events, "
        "8 of 9 quotations found. 1 error and 2 warnings.\n"
    )


def test_a_warning_is_called_one() -> None:
    told = terminal.text([problem(severity="warning")], {}, NOTHING)
    assert told.startswith(f"{FILE}:1:1: warning: This quote")


def test_without_problems_the_summary_says_so() -> None:
    assert terminal.text([], {}, NOTHING).endswith("No problems.\n")


def test_a_problem_of_a_whole_file_needs_no_excerpt() -> None:
    told = terminal.text([problem(file="content/actors/x.yml")], {}, NOTHING)
    assert "|" not in told
    assert "  help: Copy" in told


def test_help_of_several_lines_stays_under_its_problem() -> None:
    told = terminal.text([problem(help="Write:\nsaid: unknown")], {}, NOTHING)
    assert "  help: Write:\n        said: unknown\n" in told


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert excerpt("\n" * 99 + "name: x", 100, 7, 8) == [" 100 | name: x", "     |       ^"]


@pytest.mark.parametrize(
    ("line", "column", "end", "row", "carets"),
    [
        ("name: x", 1, 5, "name: x", "^^^^"),
        ("name: x", 7, 7, "name: x", "      ^"),
        ("name:", 6, 6, "name:", "     ^"),
        ("name:", 99, 120, "name:", "     ^"),
        ("\tname: x", 2, 6, "  name: x", "  ^^^^"),
        ("名前: 習近平", 5, 8, "名前: 習近平", "      ^^^^^^"),
        ("Cafe\u0301: x", 8, 9, "Cafe\u0301: x", "      ^"),
        ("a\x1b[31mb", 2, 3, "a<U+001B>[31mb", " ^^^^^^^^"),
        ("a\u202eb", 3, 4, "a<U+202E>b", "         ^"),
    ],
)
def test_the_caret_stands_under_the_place(
    line: str, column: int, end: int, row: str, carets: str
) -> None:
    assert excerpt(line, 1, column, end) == [f" 1 | {row}", f"   | {carets}"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    row, carets = excerpt(line, 1, 501, 505)
    assert len(row) < 120
    assert row[carets.index("^") :][:4] == "HERE"
    assert row.endswith("…")


def test_windows_line_ends_and_a_byte_order_mark_do_not_move_the_place() -> None:
    assert excerpt("\ufeffname: x\r\nkind: y\r\n", 2, 7, 8)[0] == " 2 | kind: y"
    assert excerpt("\ufeffname: x", 1, 7, 8) == [" 1 | name: x", "   |       ^"]


def test_bytes_that_are_no_text_are_shown_all_the_same() -> None:
    told = terminal.text([problem(1, 1, 2)], {FILE: b"\xff\xfename"}, NOTHING)
    assert "\ufffd\ufffdname" in told


def test_twenty_problems_are_shown_and_the_rest_counted() -> None:
    many = [problem(line, message=f"Problem {line}.") for line in range(1, 28)]
    told = terminal.text(many, {}, NOTHING)
    assert "Problem 20." in told
    assert "Problem 21." not in told
    assert "and 7 more: facts check --all shows them." in told
    assert "Problem 27." in terminal.text(many, {}, NOTHING, everything=True)


def test_no_warning_hides_an_error() -> None:
    warnings = [problem(line, severity="warning") for line in range(1, 40)]
    told = terminal.text([*warnings, problem(50, message="The error.")], {}, NOTHING)
    assert "The error." in told


def test_colour_is_only_added() -> None:
    plain = terminal.text([problem(1, 1, 5)], {FILE: b"name: x"}, NOTHING)
    coloured = terminal.text([problem(1, 1, 5)], {FILE: b"name: x"}, NOTHING, colour=True)
    assert "\x1b[31m^^^^\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_wide_signs_take_two_columns_and_marks_none() -> None:
    shown = {"Aé": 2, "漢字": 4, "Ａ": 2, "ｱ": 1, "e\u0301": 1, "a\u20dd": 1, "م\u200c": 1, "😀": 2}
    assert {text: width(text) for text in shown} == shown
    assert visible("é\t\u202e\x1b\u200c漢") == "é  <U+202E><U+001B>\u200c漢"


@given(st.text())
def test_no_text_brings_a_control_character_to_the_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f")
    assert width(shown) >= 0


@given(st.text(), st.integers(-3, 300), st.integers(-3, 300), st.integers(-3, 300))
def test_no_place_however_wrong_breaks_a_report(text: str, line: int, start: int, end: int) -> None:
    raw = text.encode("utf-8", "replace")
    told = terminal.text([problem(line, start, end)], {FILE: raw}, NOTHING)
    assert "[quote-not-found]" in told


# GitHub


def test_an_annotation_names_file_line_and_code() -> None:
    assert reports.github([problem(3, 12, 51)], COUNTS).splitlines() == [
        "::error file=content/facts/example.yaml,line=3,col=12,endColumn=51,title=quote-not-found"
        "::This quote is not in the article.%0ACopy the article's words.",
        reports.summary_line(COUNTS),
    ]


def test_nothing_in_a_message_is_a_command_of_githubs() -> None:
    nasty = problem(
        message="100 %: a,b\r\n::error::no\n::set-env name=X::y", file="content/a:b,c%.yaml"
    )
    first, *rest = reports.github([nasty], NOTHING).splitlines()
    assert first.startswith("::error file=content/a%3Ab%2Cc%25.yaml,line=1,")
    assert "::100 %25: a,b" in first
    assert rest == [reports.summary_line(NOTHING)]


def test_ten_annotations_are_given_errors_first() -> None:
    warnings = [problem(line, severity="warning") for line in range(1, 15)]
    lines = reports.github([*warnings, problem(50)], NOTHING).splitlines()
    assert [line.partition(" ")[0] for line in lines[:10]] == ["::error", *["::warning"] * 9]
    assert lines[10] == "and 5 more: the summary of this job lists them all."


def test_the_summary_of_a_job_lists_all_and_holds_no_markup_of_the_content() -> None:
    many = [problem(line, message="<b>|*x* [a](b) @someone") for line in range(1, 31)]
    told = reports.markdown(many, COUNTS)
    assert told.count("quote-not-found") == 30
    assert not any(mark in told for mark in ("<b>", "|*", "[a]", "@someone"))


# JSON


def test_json_has_the_contracts_shape() -> None:
    told = json.loads(reports.as_json([problem(3, 12, 51)], COUNTS))
    assert told == {
        "problems": [
            {
                "code": "quote-not-found",
                "severity": "error",
                "file": FILE,
                "line": 3,
                "column": 12,
                "end_column": 51,
                "message": "This quote is not in the article.",
                "help": "Copy the article's words.",
            }
        ],
        "summary": {
            "errors": 1,
            "warnings": 2,
            "facts": 12,
            "quotes": 9,
            "quotes_found": 8,
            "actors": 16,
            "topics": 4,
            "sources": 1,
            "events": 3,
        },
    }
