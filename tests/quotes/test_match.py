"""Quotations in captures: all true ones are found, all changed ones are not.

The articles are made up, in several scripts.
"""

from __future__ import annotations

import datetime

import pytest
from factsheets.quotes.capture import RUN, capture
from factsheets.quotes.capture_file import dumps, loads
from factsheets.quotes.match import Index, Match, fragments
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.tokens import cleaned, offsets, tokens
from hypothesis import given
from hypothesis import strategies as st

DAY = datetime.date(2026, 3, 1)

ARTICLES = {
    "latin": (
        "PORTO NOVO, March 1. The minister's office opened a follow-up inquiry into 1,500 berths."
        "\n\n"
        '"We will not close the three old ports, and 4.5% of traffic can’t move before mid-March," '
        'the minister said. "Nobody asked us to build more quays than we need."\n\n'
        'Asked twice, she said the quays were "paid for in full" and left.\n'
    ),
    "cyrillic": (
        "Міністр виступив у порту.\n\n"
        "«Ми не закриємо жодного з трьох портів до п’ятниці», — сказав він. "
        "«Соціально-економічний план готовий на 90%», — додав він.\n"
    ),
    "arabic": (
        "تحدث الوزير في الميناء.\n\n"
        "وقال الوزير «لن نغلق الموانئ الثلاثة قبل نهاية الشهر» ثم أضاف «الخطة جاهزةٌ بنسبة ٩٠٪».\n"
    ),
    "hebrew": (
        "השר דיבר אתמול בנמל.\n\n"
        'דובר צה"ל אמר: "לא נסגור את שלושת הנמלים לפני סוף החודש", והוסיף: "התוכנית מוכנה כולה".\n'
    ),
    "chinese": (
        "部长在港口讲话。\n\n部长说：“我们不会在月底之前关闭三个旧港口。”他还说：“计划已完成90%。”\n"
    ),
    "japanese": (
        "大臣は港で話した。\n\n大臣は「月末までに三つの古い港を閉めません」と述べ、「計画は完成しました」と語った。\n"
    ),
    "thai": (
        "รัฐมนตรีกล่าวที่ท่าเรือ\n\nรัฐมนตรีกล่าวว่า “เราจะไม่ปิดท่าเรือเก่าสามแห่งก่อนสิ้นเดือน” และ “แผนเสร็จแล้ว”\n"
    ),
}
QUOTATIONS = {
    "latin": (
        "We will not close the three old ports, and 4.5% of traffic can’t move before mid-March",
        "Nobody asked us to build more quays than we need.",
        "paid for in full",
    ),
    "cyrillic": (
        "Ми не закриємо жодного з трьох портів до п’ятниці",
        "Соціально-економічний план готовий на 90%",
    ),
    "arabic": ("لن نغلق الموانئ الثلاثة قبل نهاية الشهر", "الخطة جاهزةٌ بنسبة ٩٠٪"),
    "hebrew": ("לא נסגור את שלושת הנמלים לפני סוף החודש", "התוכנית מוכנה כולה"),
    "chinese": ("我们不会在月底之前关闭三个旧港口。", "计划已完成90%。"),
    "japanese": ("月末までに三つの古い港を閉めません", "計画は完成しました"),
    "thai": ("เราจะไม่ปิดท่าเรือเก่าสามแห่งก่อนสิ้นเดือน", "แผนเสร็จแล้ว"),
}
ALL = [(script, quote) for script, quotes in QUOTATIONS.items() for quote in quotes]


def index(text: str) -> Index:
    stored = loads(dumps(capture(text, published=DAY, captured=DAY)))
    assert stored is not None
    return Index(stored)


INDEXES = {script: index(text) for script, text in ARTICLES.items()}


def matches(where: Index, quote: str) -> list[Match]:
    runs = fragments(quote)
    return where.find(runs) if runs else []


def found(where: Index, quote: str) -> list[tuple[int, bool]]:
    return [(one.paragraph, one.inside) for one in matches(where, quote)]


@pytest.mark.parametrize(("script", "quote"), ALL)
def test_every_quotation_is_found_inside_its_marks(script: str, quote: str) -> None:
    ((paragraph, inside),) = found(INDEXES[script], quote)
    assert inside
    assert paragraph == (3 if quote == "paid for in full" else 2)


@pytest.mark.parametrize(("script", "quote"), ALL)
@pytest.mark.parametrize(
    "change",
    [
        lambda quote: f"“{quote}”",
        lambda quote: f" «{quote}» ",
        lambda quote: quote.replace("’", "'").replace(",", "").rstrip(".。") + " …",
        lambda quote: quote.replace(" ", "\u00a0\n  "),
        lambda quote: quote.replace("-", "\u2011"),
        "\u200b".join,
        lambda quote: "\ufeff" + quote.replace("é", "e\u0301"),
    ],
)
def test_other_marks_dashes_and_spaces_are_no_difference(
    script: str, quote: str, change: object
) -> None:
    assert callable(change)
    assert found(INDEXES[script], change(quote)) == found(INDEXES[script], quote)


def mutations(quote: str) -> list[str]:
    """Each character of each token replaced, dropped, doubled; each space dropped."""
    clean = cleaned(quote)
    within = [at for start, end in offsets(clean) for at in range(start, end)]
    changed = []
    for at in within:
        other = "x" if clean[at] != "x" else "y"
        changed += [clean[:at] + new + clean[at + 1 :] for new in (other, "", clean[at] * 2)]
        changed.append(clean[:at] + clean[at].swapcase() + clean[at + 1 :])
    changed += [clean[:at] + clean[at + 1 :] for at, char in enumerate(clean) if char == " "]
    changed += [clean[:at] + " " + clean[at:] for at in within[1:] if at - 1 in within]
    return changed


def true_part(one: str, quote: str) -> bool:
    """Fewer consecutive words of the quotation, at its beginning or end, are still a quotation."""
    part, whole = tokens(one), tokens(quote)
    return part in (whole, whole[1:], whole[:-1])


@pytest.mark.parametrize(("script", "quote"), ALL)
def test_every_mutation_of_one_character_is_caught(script: str, quote: str) -> None:
    changed = mutations(quote)
    real = [one for one in changed if not true_part(one, quote)]
    assert [one for one in real if found(INDEXES[script], one)] == []
    assert len(real) >= 3 * len("".join(tokens(quote))) - 2
    fewer = [one for one in changed if one not in real and tokens(one) != tokens(quote)]
    assert len(fewer) <= 2


@pytest.mark.parametrize(("script", "quote"), ALL)
def test_every_dropped_doubled_or_swapped_word_is_caught(script: str, quote: str) -> None:
    words = tokens(quote)
    changed = [words[:at] + words[at + 1 :] for at in range(1, len(words) - 1)]
    changed += [[*words[:at], words[at], *words[at:]] for at in range(len(words))]
    changed += [
        [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
        for at in range(1, len(words))
    ]
    where = INDEXES[script]
    assert [one for one in changed if one != words and found(where, " ".join(one))] == []


def test_a_dropped_not_is_caught() -> None:
    assert found(INDEXES["latin"], "We will not close the three old ports")
    assert not found(INDEXES["latin"], "We will close the three old ports")
    assert not found(INDEXES["chinese"], "我们会在月底之前关闭三个旧港口")


def test_no_quotation_runs_from_one_paragraph_into_the_next() -> None:
    where = index("One a b c\n\nb c d\n\nb c d e")
    assert found(where, "a b c") == [(1, False)]
    assert found(where, "b c d") == [(2, False), (3, False)]
    assert found(where, "a b c d") == []
    assert found(where, "One a b c b c d") == []


def test_no_quotation_runs_across_a_reporting_clause() -> None:
    where = index('"A b c," he said. "D e f."')
    assert found(where, "A b c") == [(1, True)]
    assert found(where, "A b c D e f") == []
    assert found(where, 'A b c," he said. "D e f') == [(1, False)]


def test_two_quotations_that_touch_are_not_one() -> None:
    where = index('"A b c." "D e f."')
    assert found(where, "A b c. D e f") == [(1, False)]
    assert found(where, "A b c […] D e f") == [(1, True)]


def test_pieces_stand_in_order_in_one_paragraph() -> None:
    where = index('"A b c d e f g h i," he said.\n\n"X y z a b c."')
    assert found(where, "A b c […] g h i") == [(1, True)]
    assert found(where, "A b c [...] g h i he") == [(1, False)]
    assert found(where, "g h i […] A b c") == []
    assert found(where, "A b c […] c d e") == []
    assert found(where, "A b c […] X y z") == []


def test_within_a_paragraph_the_words_inside_marks_count() -> None:
    where = index('He said all is well. "All is well, all is well," he said.')
    assert found(where, "all is well") == [(1, True)]


@pytest.mark.parametrize(
    "quote",
    [
        "A [big] b c",
        "[A] b c",
        "A b c [sic]",
        "[…] A b c",
        "A b c […]",
        "A b c […] […] d e f",
        "A b c (…) d e f",
        "A b c (...) d e f",
        "A b c ［大］ d",
        "A b {c} d",
    ],
)
def test_brackets_other_than_a_gap_in_the_middle_are_refused(quote: str) -> None:
    assert fragments(quote) is None


def test_round_brackets_of_the_article_are_punctuation() -> None:
    assert found(index("The port (Porto Novo) is open."), "port (Porto Novo) is") == [(1, False)]


def test_short_pieces_are_found_only_with_the_text() -> None:
    text = 'All well.\n\n"All well," she said.'
    bare = capture(text, published=DAY, captured=DAY)
    runs = fragments("All well")
    assert runs is not None
    assert Index(bare).find(runs) == []
    both = Index(bare, text).find(runs)
    assert [(one.paragraph, one.inside) for one in both] == [(1, False), (2, True)]


@given(st.text(max_size=200), st.data())
def test_any_run_of_three_tokens_or_more_is_found_where_it_stands(
    text: str, data: st.DataObject
) -> None:
    lines = paragraphs(text)
    where = index(text)
    assert len(lines) == len(where.capture.paragraphs)
    for number, line in enumerate(lines, 1):
        words = tokens(line)
        if len(words) < RUN:
            continue
        first = data.draw(st.integers(0, len(words) - RUN))
        last = data.draw(st.integers(first + RUN, len(words)))
        runs = fragments(line[slice(*_characters(line, first, last))])
        if runs is None:
            continue
        paragraphs_found = [one.paragraph for one in where.find(runs)]
        assert number in paragraphs_found or len(runs) > 1


def _characters(line: str, first: int, last: int) -> tuple[int, int]:
    places = offsets(line)
    return places[first][0], places[last - 1][1]


@given(st.text(alphabet="ab \n", max_size=80), st.text(alphabet="ab ", min_size=5, max_size=12))
def test_found_means_that_the_tokens_stand_in_a_row(text: str, quote: str) -> None:
    wanted = tokens(quote)
    if len(wanted) < RUN:
        return
    truly = [
        number
        for number, line in enumerate(map(tokens, paragraphs(text)), 1)
        if any(line[at : at + len(wanted)] == wanted for at in range(len(line)))
    ]
    assert sorted(paragraph for paragraph, _ in found(index(text), quote)) == truly
