"""A stated language is compared with the article's words. The texts are made up."""

from __future__ import annotations

import pytest
from factsheets.quotes.languages import contradiction, detect_language
from factsheets.site.views.texts import direction, language_name

from tests.helpers.builders import ROOT, article, checked, fact

A = "content/facts/a.yaml"
HEBREW = (
    "ראש העיר אמרה ביום שני כי הגשר החדש לא ייפתח לפני הסתיו. היא לא אמרה כמה הוא יעלה, אבל "
    "הוסיפה כי הכסף נמצא וכי העבודה על הכביש כבר החלה. גם המועצה דנה בכך, והיא אמורה להחליט עד "
    "סוף החודש אם לפתוח את הנתיב השני או לחכות עם זה."
)
HEAD = "publisher: gazette\nurl: https://gazette.example/1\npublished: 2025-05-03\n"
TEXTS = dict(
    line.split(": ", 1)
    for line in (ROOT / "tests/cases/languages.txt").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_is_of_its_language_and_contradicts_others(code: str) -> None:
    text = TEXTS[code]
    assert contradiction(text, code) is None
    assert contradiction(text, f"{code}-XX") is None
    assert detect_language(text) in {code, None}
    for other in ("en", "he", "ar", "ru"):
        if other != code:
            assert contradiction(text, other) or (code, other) in UNCLEAR, other


UNCLEAR = {("bg", "ru"), ("fa", "ar")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "We will go",
        "שלום",  # few letters
        "Она сказала: the new quay will not open before autumn",  # two scripts
        "Kurmancî û Zazakî hene di vê navçeyê de",
    ],
)
def test_nothing_is_said_of_short_or_mixed_texts(text: str) -> None:
    assert detect_language(text) is None
    assert contradiction(text, "en") is None


def test_kinds_of_one_language_do_not_contradict_each_other() -> None:
    assert contradiction(TEXTS["da"], "nb") is None
    assert contradiction(TEXTS["sr"], "sr-Latn") is None
    assert contradiction(TEXTS["zh"], "zh-Hant") is None
    assert contradiction(TEXTS["ja"], "zh")


def test_a_language_without_a_list_is_not_taken_for_another() -> None:
    assert contradiction(TEXTS["en"], "gd") is None
    assert contradiction(TEXTS["he"], "gd")


def problems(language: str, quote: str, more: str = "") -> list[tuple[str, str]]:
    head = (
        "publisher: gazette\nurl: https://gazette.example/1\npublished: 2025-05-03\n"
        f"language: {language}\n"
    )
    content = {A: article(fact(quote=f'"{quote}"'), head=head)}
    if more:
        content |= {A: article(fact(quote=f'"{quote}"'), head=f"{head}text: committed\n")}
        content |= {"seeds/a.txt": more}
    found = checked(content, text=None).problems
    return [(each.severity, each.help) for each in found if each.code == "wrong-language"]


def test_a_hebrew_article_marked_english_is_an_error_at_its_language() -> None:
    ((severity, advice),) = problems("en", TEXTS["he"], f'אמרה: "{TEXTS["he"]}"\n')
    assert severity == "error"
    assert "language: he" in advice
    assert not problems("he", TEXTS["he"], f'אמרה: "{TEXTS["he"]}"\n')


def test_what_the_record_has_of_the_words_warns_where_the_text_is_not_at_hand() -> None:
    ((severity, advice),) = problems("en", TEXTS["uk"].partition(".")[0])
    assert severity == "warning"
    assert "facts capture a TEXTFILE" in advice
    assert not problems("uk", TEXTS["uk"].partition(".")[0])


def test_a_capture_knows_the_language_where_the_text_is_not_at_hand() -> None:
    for stated, wrong in (("en", True), ("he", False)):
        content = {A: article(fact(), head=HEAD + f"language: {stated}\n")}
        found = checked(content, text=f"{HEBREW}\n").problems
        expected = ["error"] if wrong else []
        assert [each.severity for each in found if each.code == "wrong-language"] == expected


@pytest.mark.parametrize(
    ("found", "stated", "wrong"),
    [
        ("he", "en", True),
        ("en", "he", True),
        ("uk", "ru", True),
        ("da", "nb", False),
        ("sr", "sr-Latn", False),
        ("en", "en-GB", False),
        ("en", "gd", False),
    ],
)
def test_the_language_that_a_capture_noted_is_compared(
    found: str, stated: str, *, wrong: bool
) -> None:
    assert (contradiction("", stated, found) is not None) == wrong


def test_a_word_that_is_repeated_tells_no_language() -> None:
    assert contradiction("a " * 200, "en") is None


def test_the_text_at_hand_decides_what_quotations_alone_cannot() -> None:
    head = (
        "publisher: gazette\nurl: https://gazette.example/1\npublished: 2025-05-03\n"
        "language: en\ntext: committed\n"
    )
    quoted = TEXTS["he"]
    text = f'{TEXTS["en"]} She said it in Hebrew: "{quoted}"\n'
    content = {
        A: article(fact(quote=f'"{quoted}"'), head=head),
        "seeds/a.txt": text,
    }
    assert "wrong-language" not in {each.code for each in checked(content).problems}


# Names and directions


def test_a_language_is_shown_by_its_english_name() -> None:
    names = {code: language_name(code) for code in ("en", "pt-BR", "zh-Hant", "ca", "zz")}
    assert names == {
        "en": "English",
        "pt-BR": "Portuguese",
        "zh-Hant": "Chinese",
        "ca": "Catalan",
        "zz": "zz",
    }


def test_a_direction_follows_the_script_of_the_code() -> None:
    assert {direction(code) for code in ("ar", "he-IL", "pa-Arab", "fa-x-any")} == {"rtl"}
    assert {direction(code) for code in ("en", "pa", "zh-Hant", "zz", "x-klingon")} == {"ltr"}
