"""Quotations in ten scripts through the whole check: true ones pass, and changed ones never do."""

from __future__ import annotations

import datetime
import json
from itertools import product

import pytest
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.tokens import tokens
from factsheets.quotes.tokens import words as words_of

from tests.helpers import builders
from tests.quotes.test_match import ARTICLES, QUOTATIONS, mutations, true_part

# Made up, like the others; nobody said this.
MORE = {
    "greek": (
        "Ο υπουργός μίλησε στο λιμάνι χθες.\n\n"
        "«Δεν θα κλείσουμε τα τρία παλιά λιμάνια», είπε. "
        "«Το σχέδιο είναι έτοιμο κατά 90%», πρόσθεσε.\n",
        ("Δεν θα κλείσουμε τα τρία παλιά λιμάνια", "Το σχέδιο είναι έτοιμο κατά 90%"),
    ),
    "devanagari": (
        "मंत्री ने कल बंदरगाह पर बात की।\n\n"
        "मंत्री ने कहा, “हम महीने के अंत से पहले तीन पुराने बंदरगाह बंद नहीं करेंगे।” उन्होंने जोड़ा, "
        "“योजना पूरी तरह तैयार है।”\n",
        ("हम महीने के अंत से पहले तीन पुराने बंदरगाह बंद नहीं करेंगे", "योजना पूरी तरह तैयार है"),
    ),
    "korean": (
        "장관은 어제 항구에서 말했다.\n\n"
        "장관은 “우리는 이달 말 전에 낡은 항구 세 곳을 닫지 않는다”고 말했다. "
        "“계획은 모두 끝났다”고 덧붙였다.\n",
        ("우리는 이달 말 전에 낡은 항구 세 곳을 닫지 않는다", "계획은 모두 끝났다"),
    ),
}
TEXTS = ARTICLES | {script: text for script, (text, _) in MORE.items()}
QUOTES = QUOTATIONS | {script: quotes for script, (_, quotes) in MORE.items()}
ALL = [(script, quote) for script, quotes in QUOTES.items() for quote in quotes]
MARKS = ("“{}”", "„{}“", "«{}»", "» {} «", "‘{}’", '"{}"', "「{}」", "『{}』", "{} …", "— {}")
SPACES = (" ", "\u00a0", "\u202f", "  ", "\u2009")
DAY = datetime.date(2026, 3, 1)


def codes(script: str, quote: str) -> set[str]:
    """The result of the whole check for a fact with this quotation."""
    stated = next((n for n, line in enumerate(paragraphs(TEXTS[script]), 1) if _in(quote, line)), 2)
    text = builders.article(
        builders.fact(quote=json.dumps(quote, ensure_ascii=False), paragraph=str(stated))
    )
    outcome = builders.checked({"content/facts/a.yaml": text}, text=TEXTS[script])
    return {problem.code for problem in outcome.problems if problem.severity == "error"}


def _in(quote: str, line: str) -> bool:
    return f" {' '.join(tokens(quote))} " in f" {' '.join(words_of(line))} "


def test_there_are_ten_scripts() -> None:
    assert len(TEXTS) == len(QUOTES) == 10


@pytest.mark.parametrize(("script", "quote"), ALL)
def test_a_true_quotation_passes_whatever_its_marks_dashes_and_spaces(
    script: str, quote: str
) -> None:
    """Over a thousand in total: ten marks, five spaces, and another kind of dash."""
    for marks, space in product(MARKS, SPACES):
        written = marks.format(quote.replace(" ", space).replace("-", "\u2011"))
        # The limit on quoting, and the common language of all articles here, are not tested.
        assert codes(script, written) <= {"quoted-too-much", "wrong-language"}, written


def test_there_are_a_thousand_true_ones() -> None:
    assert len(ALL) * len(MARKS) * len(SPACES) >= 1_000


@pytest.mark.parametrize(("script", "quote"), ALL)
def test_a_quotation_with_one_changed_character_never_passes(script: str, quote: str) -> None:
    """Over five hundred in total; each run takes the same part of them."""
    changed = [one for one in mutations(quote) if one.strip() and not true_part(one, quote)][::4]
    assert len(changed) >= 3
    for one in changed:
        assert codes(script, one) & {"quote-not-found", "quote-too-short", "quote-altered"}, one


def test_there_are_five_hundred_changed_ones() -> None:
    every = [[one for one in mutations(q) if one.strip() and not true_part(one, q)] for _, q in ALL]
    assert sum(len(one[::4]) for one in every) >= 500


@pytest.mark.parametrize("script", TEXTS)
def test_words_outside_the_marks_are_no_quotation(script: str) -> None:
    first = " ".join(tokens(paragraphs(TEXTS[script])[0])[:4])
    assert codes(script, first) >= {"quote-not-in-marks"}


@pytest.mark.parametrize("script", TEXTS)
def test_a_quotation_across_two_paragraphs_is_refused(script: str) -> None:
    one, two = (tokens(line) for line in paragraphs(TEXTS[script])[:2])
    assert "quote-not-found" in codes(script, " ".join([*one[-2:], *two[:2]]))


@pytest.mark.parametrize("script", TEXTS)
def test_a_quotation_across_a_reporting_clause_is_refused(script: str) -> None:
    one, two = (tokens(quote) for quote in QUOTES[script][:2])
    assert "quote-not-found" in codes(script, " ".join([*one[-3:], *two[:3]]))
    line = next(each for each in paragraphs(TEXTS[script]) if _in(QUOTES[script][0], each))
    found = words_of(line)
    at = next(n for n in range(len(found)) if found[n : n + len(one)] == one)
    across = found[at + len(one) - 2 : at + len(one) + 2]
    assert codes(script, " ".join(across)) & {"quote-not-in-marks", "quote-not-found"}
