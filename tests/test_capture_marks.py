"""Quotation marks of many habits: what lies inside them. All sentences are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.capture.marks import inside, token_ranges
from generator.capture.tokens import cleaned, offsets


def quoted(line: str) -> list[str]:
    clean = cleaned(line)
    return [clean[start:end].strip() for start, end in inside(clean)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"A b c," he said. "D e f."', ["A b c,", "D e f."]),
        ("“A b c,” he said. “D e f.”", ["A b c,", "D e f."]),
        ("„A b c“, sagte er, „d e f.“", ["A b c", "d e f."]),
        ("„A b c”, powiedział. „D e f”", ["A b c", "D e f"]),
        ("«A b c», сказал он. «D e f»", ["A b c", "D e f"]),
        ("« A b c », dit-il. « D e f »", ["A b c", "D e f"]),
        ("»A b c«, sagte er, »d e f«.", ["A b c", "d e f"]),
        ("»A b c», sanoi hän. »D e f»", ["A b c", "D e f"]),
        ("”A b c”, sade han. ”D e f”", ["A b c", "D e f"]),
        ("他说：「港口开放」，又说『不』。", ["港口开放", "不"]),
        ("他说“港口开放”，又说“不会关闭”。", ["港口开放", "不会关闭"]),
        ('他说"港口开放",又说"不会关闭"。', ["港口开放", "不会关闭"]),
        ("他说‘港口开放’了", ["港口开放"]),
        ("大臣は「港を『三つ』開く」と述べた", ["港を『三つ』開く"]),
        ('قال "نفتح ثلاثة موانئ" و"لن نغلقها" أمس', ["نفتح ثلاثة موانئ", "لن نغلقها"]),
        ('השר אמר: "נפתח שלושה נמלים" ל"הארץ" אתמול', ["נפתח שלושה נמלים", "הארץ"]),
        ('דובר צה"ל אמר: "הנמל פתוח לכולם"', ["הנמל פתוח לכולם"]),
        ('"דובר צה"ל אמר שהנמל פתוח", נכתב', ['דובר צה"ל אמר שהנמל פתוח']),
    ],
)
def test_each_habit_of_quoting_is_read(line: str, expected: list[str]) -> None:
    assert quoted(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("'A b c,' he said. 'D e f.'", ["A b c,", "D e f."]),
        ("‘A b c,’ he said. ‘D e f.’", ["A b c,", "D e f."]),
        ("‹A b c›, dit-il", ["A b c"]),
        ("'We don't know the minister's plan,' he said", ["We don't know the minister's plan,"]),
        ("'We back the countries' plans,' he said", ["We back the countries' plans,"]),
        ("'We like cats' he said, 'and dogs' too", ["We like cats", "and dogs"]),
        ("the countries' plans and the ministers' talks", []),
        ("back in the '90s, rock 'n' roll and 'tis so", []),
        ("He said 'yes' and \"no b c\"", ["no b c"]),
    ],
)
def test_single_marks_count_only_where_double_ones_are_absent(
    line: str, expected: list[str]
) -> None:
    assert quoted(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"A b c d e f', ["A b c d e f"]),
        ('He said: "A b c. "D e f" he said', ["A b c.", "D e f"]),
        ("«A «b c» d», e f", ["A «b c» d"]),
        ("«A «b c», d e. «F g»", ["A", "b c", "F g"]),
        ('A b c" he said. "D e f"', ["D e f"]),
        ('“A b c" he said. “D e f”', ["A b c", "D e f"]),
        ('a 6" pipe and "a b c" here', ["a b c"]),
        ('""', [""]),
    ],
)
def test_where_marks_are_unclear_the_reporting_clause_stays_outside(
    line: str, expected: list[str]
) -> None:
    assert quoted(line) == expected


def test_ranges_count_tokens_and_leave_empty_ones_out() -> None:
    assert token_ranges('One "two three" four "" "five"') == [(1, 3), (4, 5)]


@given(st.text(alphabet="ab \"'“”„«»‘’‚‹›「」『』.,ש中s1[(é", max_size=60))
def test_stretches_lie_in_order_within_the_line(line: str) -> None:
    clean = cleaned(line)
    behind = 0
    for start, end in inside(clean):
        assert behind <= start <= end <= len(clean)
        behind = end
    count = len(offsets(clean))
    assert all(0 <= first < last <= count for first, last in token_ranges(clean))
