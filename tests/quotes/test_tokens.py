"""Tokens: what must be the same in quotation and article, and what may differ."""

from __future__ import annotations

import unicodedata

import pytest
from factsheets.quotes.paragraphs import layout, paragraphs
from factsheets.quotes.tokens import FORM_1, classes, cleaned, offsets, tokens, words
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't pay 1,500.75 by 12:30.", ["We", "don't", "pay", "1,500.75", "by", "12:30"]),
        ("well-known, mid–March", ["well-known", "mid-March"]),
        (
            "fell −5 to -7 %, or $3, 4€",
            ["fell", "-", "5", "to", "-", "7", "%", "or", "$", "3", "4", "€"],
        ),
        ("U.S.-led e.g. now...then", ["U", "S", "led", "e", "g", "now", "then"]),
        ("соціально-економічний пам’ять", ["соціально-економічний", "пам'ять"]),
        ("قال الوزيرُ: ٣٫٥ مليون", ["قال", "الوزيرُ", "٣٫٥", "مليون"]),
        ("אמר צה״ל ל־26 מדינות", ["אמר", "צה", "ל", "ל-26", "מדינות"]),
        ("港口26个", ["港", "口", "26", "个"]),
        ("データを3つ", list("データを3つ")),
        ("น้ำท่วม", ["น้", "ำ", "ท่", "ว", "ม"]),
        ("ភ្នំពេញ", ["ភ្", "នំ", "ពេ", "ញ"]),
        ("❤️ peace", ["❤", "peace"]),
        ("C++, C# and an A+", ["C++", "C#", "and", "an", "A+"]),
        ("#MeToo, AT&T, R&amp;D", ["#MeToo", "AT", "&", "T", "R", "&", "D"]),
        ("<5%, >5%, ±3, ≥2 and ≠1", "< 5 % > 5 % ± 3 ≥ 2 and ≠ 1".split()),
        ("1/2, 10-20, 24/7, 5*3 and/or", ["1/2", "10-20", "24/7", "5*3", "and/or"]),
        ("yes ✓ → no ✗", ["yes", "✓", "→", "no", "✗"]),
        ("", []),
        ("* * *", []),
    ],
)
def test_a_text_has_these_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the country’s", "the country's"),
        ("mid‑March — and", "mid-March - and"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("cafe\u0301", "café"),
        ("a\u00a0b\u202fc", "a b c"),
        ("“so,” he said…", '"so," he said...'),
        ("\u200fשלום\u200e", "שלום"),
        ("the oﬀicial ﬁve", "the official five"),
        ("5％ ≦ 6⁄7", "5% ≤ 6/7"),
        ("a &quot;b&quot; c", 'a "b" c'),
        ("Smith &amp; Sons", "Smith & Sons"),
    ],
)
def test_marks_dashes_spaces_and_invisible_characters_may_differ(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Peace", "peace"), ("its", "it's"), ("3.5", "35"), ("-5", "5"), ("5%", "5")),
        *(
            ("<5%", ">5%"),
            ("±5", "5"),
            ("≥5", "5"),
            ("≠5", "=5"),
            ("1/2", "1 2"),
            ("10-20", "10 20"),
        ),
        *(
            ("C++", "C#"),
            ("C#", "C"),
            ("A+", "A"),
            ("A↑", "A↓"),
            ("yes ✓", "yes"),
            ("AT&T", "AT T"),
        ),
        *(("5~6", "5 6"), ("a = b", "a b"), ("@a", "a"), ("§ 5", "5"), ("20°", "20"), ("5²", "52")),
        *(("$5", "€5"), ("5×3", "5 3"), ("x^2", "x 2"), ("€5|6", "€5 6"), ("5·3", "5 3")),
    ],
)
def test_case_letters_apostrophes_and_signs_may_not_differ(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)


def test_form_1_knows_few_signs() -> None:
    assert FORM_1.tokens("<5% of C++, ﬁve") == ["5", "%", "of", "C", "ﬁve"]


def test_paragraphs_are_the_lines_that_hold_more_than_space() -> None:
    text = "\ufeff\n One. \r\n\r\n\u200b\u00a0\nTwo.\nThree."
    assert [line.strip() for line in paragraphs(text)] == ["One.", "Two.", "Three."]


WRAPPED = """\
The mayor of Exampletown told the council on Monday that the new bridge
will open in May, and that the offi-
cial opening will be a holi\u00ad
day for everybody.

Three of the four lanes are finished, she said, and the last one follows
soon after that.
"""


def test_lines_broken_inside_sentences_are_joined_where_blank_lines_part_them() -> None:
    found = layout(WRAPPED)
    assert (len(found.paragraphs), found.wrapped, found.hyphens) == (2, True, 2)
    assert found.paragraphs[0].endswith("the official opening will be a holiday for everybody.")


def test_without_blank_lines_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    found = layout(WRAPPED.replace("\n\n", "\n"))
    assert [each.split()[0] for each in found.paragraphs] == ["The", "Three"]


@pytest.mark.parametrize(
    "text",
    [
        "A headline without an end\nBy Ada Example\nThe mayor spoke on Monday about the bridge.",
        "The bridge opens.\niPhones are sold there.\n\nNobody came.",
        "MAYOR: We open the bridge\nREPORTER: When will that be\nMAYOR: Perhaps in May\n",
        "- One lane of four is open\n- Two lanes of four are open\n- Three lanes are open\n",
        "One long paragraph. " * 20 + "\n" + "Another long paragraph, " * 20 + "\nA third.",
    ],
)
def test_where_no_line_breaks_a_sentence_each_is_a_paragraph(text: str) -> None:
    found = layout(text)
    assert not found.wrapped
    lines = [line for line in text.splitlines() if line]
    assert len(found.paragraphs) + len(found.skipped) == len(lines)


def test_headlines_bylines_and_junk_have_no_number() -> None:
    text = (
        "Mayor opens the bridge\nBy Ada Example\n"
        "The mayor of Exampletown opened the new bridge on Monday, and many came to see it.\n"
        "Advertisement\nRead more: Ten bridges to see\nShe said that it had been finished.\n"
        "Sign up for our newsletter\n“Follow us on the way,” she said.\n"
    )
    found = layout(text)
    assert [each.split()[0] for each in found.paragraphs] == ["The", "She", "“Follow"]
    assert [(each.above, each.kind) for each in found.skipped] == [
        (0, "headline"),
        (0, "byline"),
        (1, "junk"),
        (1, "junk"),
        (2, "junk"),
    ]


@pytest.mark.parametrize(
    "first",
    ["The mayor spoke.", "The mayor wrote:", "Mayor Ray: We open it.", "“We open it”, she said"],
)
def test_a_first_line_that_says_something_is_a_paragraph(first: str) -> None:
    text = f"{first}\nThe bridge of Exampletown is open now.\nMany people came to see it.\n"
    assert layout(text).skipped == ()


@given(st.text())
def test_every_letter_digit_and_mark_is_in_exactly_one_token(text: str) -> None:
    clean = cleaned(text)
    inside = [at for start, end in offsets(clean) for at in range(start, end)]
    assert len(inside) == len(set(inside))
    # An apostrophe can be a letter to Unicode (ʼ in Ukrainian); at a word's edge it is left out.
    kinds = zip(clean, classes(clean), strict=True)
    letters = {
        at
        for at, (char, kind) in enumerate(kinds)
        if unicodedata.category(char)[0] in "LNM" and kind != "'"
    }
    assert letters <= set(inside)


@given(st.text())
def test_offsets_and_words_agree(text: str) -> None:
    clean = cleaned(text)
    spelled = [clean[start:end] for start, end in offsets(clean)]
    assert [words(word)[0] for word in spelled if words(word)] == [
        word for word in words(clean) if word != "-"
    ]
    assert len(spelled) == len(words(clean))


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_words_without_foreign_letters_are_those_at_the_offsets(text: str) -> None:
    assert words(text) == [text[start:end] for start, end in offsets(text)]


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize(
    "pair",
    [
        *("\u0e01\u0e02", "\u0e81\u0e82", "\u1000\u1001", "\u1780\u1781", "\u3041\u3042"),
        *("\u30fe\u30ff", "\u31f0\u31ff", "\u3400\u4dbf", "\u4e00\u9fff", "\uff66\uff9d"),
        *("\U00020000\u4e00", "\u3005\u3007"),
    ],
)
def test_each_sign_of_a_script_without_spaces_is_a_token(pair: str) -> None:
    assert tokens(pair) == list(pair)
    assert tokens(f"a{pair}b") == ["a", *pair, "b"]
