"""Articles against captures: each problem once, in plain words, at its place.

The article is made up.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from factsheets.content.article import Article, Fact, Figure, MoreEvidence, Unused, Wording
from factsheets.problems.catalogue import catalogue
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import Capture, capture
from factsheets.quotes.check import Sources, check_article
from factsheets.quotes.quotations import Finding, Findings
from hypothesis import given
from hypothesis import strategies as st

DAY = datetime.date(2026, 3, 1)
ID = "example-ports"
FILE = f"content/facts/{ID}.yaml"
TEXT = (
    "PORTO NOVO, March 1. The minister opened the old harbour on Monday, and many came to see it.\n"
    "\n"
    '"We will not close the three old ports this year," the minister said. She added that '
    '"nobody has asked us to build more quays." The whole plan for the coast would then be looked '
    "at again by the new council in the summer, the ministry wrote.\n"
    "\n"
    "Asked about the cost, she gave no number. The quays are 120 years old.\n"
)
OTHER_TEXT = 'The agency reports: "We will not close the three old ports this year."\n'


def made(text: str = TEXT) -> Capture:
    return capture(text, published=DAY, captured=DAY)


def fact(**fields: Any) -> Fact:
    plain: dict[str, Any] = {
        "id": "ports-stay-open",
        "speaker": ("the-minister",),
        "statement": "the ports stay open",
        "paragraph": 2,
        "topics": ("ports",),
    }
    return Fact(**{**plain, **fields})


def article(*facts: Fact, **fields: Any) -> Article:
    plain: dict[str, Any] = {
        "publisher": "example-agency",
        "url": "https://example.org/ports",
        "published": DAY,
        "language": "en",
        "unused": tuple(Unused(paragraph=number, why="test") for number in (1, 2, 3)),
    }
    return Article(**{**plain, "facts": facts, **fields})


class Places:
    """A locator that records its requests, so that tests can name a place by its path."""

    def __init__(self) -> None:
        self.paths: dict[int, tuple[str | int, ...]] = {}

    def __call__(self, file: str, path: tuple[str | int, ...]) -> Place:
        self.paths[len(self.paths) + 1] = path
        return Place(file, len(self.paths))


class Outcome(NamedTuple):
    """The value of a check, which must exist."""

    value: Findings
    problems: tuple[Problem, ...]


def check(
    one: Article,
    captures: dict[str, Capture | None] | None = None,
    texts: dict[str, str] | None = None,
) -> tuple[Outcome, list[tuple[str, tuple[str | int, ...]]]]:
    places = Places()
    known = {ID: made()} if captures is None else captures
    result = check_article(ID, Sources(known, texts or {}, {}, {ID: one}), places)
    assert all(problem.place.file == FILE for problem in result.problems)
    assert all(problem.code in catalogue() for problem in result.problems)
    assert result.value is not None
    outcome = Outcome(result.value, result.problems)
    return outcome, [
        (problem.code, places.paths[problem.place.line]) for problem in result.problems
    ]


def only(one: Article, **more: Any) -> Problem:
    result, _ = check(one, **more)
    (problem,) = result.problems
    return problem


AT_HAND = {"texts": {ID: TEXT}}


def test_true_quotations_give_findings_and_no_problem() -> None:
    result, codes = check(
        article(
            fact(quote=("We will not close the three old ports", "nobody has asked us")),
            fact(id="no-number", paragraph=3),
            fact(id="the-quays", speaker=(), quote=("The quays are 120 years old",), paragraph=3),
        )
    )
    assert codes == []
    assert result.value == {
        ("ports-stay-open", 0): Finding("found", inside_marks=True, paragraph=2),
        ("the-quays", 0): Finding("found", inside_marks=False, paragraph=3),
    }


def test_a_changed_word_is_named_by_the_article_where_its_text_is_at_hand() -> None:
    one = article(fact(quote=("We will not close the tree old ports",)))
    problem = only(one, **AT_HAND)
    assert problem.message == "This quote is not in the article."
    assert problem.help == 'Paragraph 2 has "three". Copy the article\'s words.'
    result, codes = check(one)
    assert codes == [("quote-not-found", ("facts", 0, "quote"))]
    assert result.problems[0].help == (
        'The first 5 words are in paragraph 2; they differ at "tree". Copy the article\'s words.'
    )
    assert result.value == {
        ("ports-stay-open", 0): Finding("not-found", inside_marks=False, paragraph=2)
    }


@pytest.mark.parametrize(
    ("quote", "bare", "at_hand"),
    [
        (
            "We will close the three old ports",
            'they differ before that, at "will"',
            'Paragraph 2 has "will not".',
        ),
        (
            "We will not ever close the three old ports",
            'The first 3 words are in paragraph 2; they differ at "ever".',
            'Paragraph 2 has "not close", without "ever".',
        ),
        (
            "we will not close the three old ports",
            'The article begins with a capital letter. Write: "We will not close the',
            'The article begins with a capital letter. Write: "We will not close the',
        ),
        (
            "They will not close the three old ports",
            '7 words, starting with "will", are in paragraph 2; they differ before that,',
            'Paragraph 2 has "We".',
        ),
        (
            "We will not close the three old ports next year",
            'The first 8 words are in paragraph 2; they differ at "next".',
            'Paragraph 2 has "this".',
        ),
        (
            "we WILL not CLOSE the THREE old PORTS",
            "The article has no three consecutive words of it.",
            'Nearest, in paragraph 2: "We will not close the three old ports".',
        ),
        (
            "An entirely different sentence about fish",
            "The article has no three consecutive words of it.",
            "The article has nothing similar.",
        ),
        (
            "We will not close the three old ports this year the minister said twice",
            'The first 13 words are in paragraph 2; they differ at "twice".',
            'Paragraph 2 has "She".',
        ),
        (
            "nobody has asked us […] build quays more than",
            "The article has no three consecutive words of it.",
            'Nearest, in paragraph 2: "build more quays".',
        ),
    ],
)
def test_the_parting_word_is_named(quote: str, bare: str, at_hand: str) -> None:
    one = article(fact(quote=(quote,)))
    assert bare in only(one).help
    assert at_hand in only(one, **AT_HAND).help


def test_an_end_of_the_article_is_no_stumbling_block() -> None:
    one = article(fact(quote=("The quays are 120 years old indeed",), paragraph=3))
    for more in ({}, AT_HAND):
        assert only(one, **more).code == "quote-not-found"


def test_parts_in_the_wrong_order_are_told_so() -> None:
    quote = "nobody has asked us […] close the three old ports"
    assert "not in this order" in only(article(fact(quote=(quote,)))).help


def test_a_wrong_paragraph_stands_at_its_number() -> None:
    one = article(fact(quote=("the three old ports", "nobody has asked"), paragraph=3))
    result, codes = check(one)
    assert codes == [("wrong-paragraph", ("facts", 0, "paragraph"))]
    assert result.problems[0].message == "This quote is in paragraph 2, not 3."
    assert result.problems[0].help == "Change to: paragraph: 2"
    assert result.value[("ports-stay-open", 0)].paragraph == 2


def test_two_quotes_of_two_paragraphs_are_no_wrong_number() -> None:
    one = article(fact(quote=("the three old ports", "quays are 120 years"), speaker=()))
    result, codes = check(one)
    assert codes == [("wrong-paragraph", ("facts", 0, "quote", 1))]
    assert "also: [{paragraph: 3" in result.problems[0].help


def test_a_paragraph_beyond_the_end_with_words_that_stand_elsewhere_is_one_problem() -> None:
    assert only(article(fact(quote=("the three old ports",), paragraph=30))).help == (
        "Change to: paragraph: 2"
    )


def test_of_several_places_the_stated_paragraph_decides() -> None:
    text = 'He said all is well.\n"All of it: all is well," he said.'
    for paragraph, codes in ((1, ["quote-not-in-marks"]), (2, [])):
        one = article(fact(quote=("all is well",), paragraph=paragraph), unused=())
        found = check(one, {ID: made(text)})[0].problems
        assert [problem.code for problem in found if problem.severity == "error"] == codes


def test_a_speakers_words_outside_the_marks_are_refused() -> None:
    problem = only(article(fact(quote=("Asked about the cost, she gave no number",), paragraph=3)))
    assert problem.code == "quote-not-in-marks"
    assert problem.message == "These words are in paragraph 3, but not inside its quotation marks."
    assert "delete the quote" in problem.help


def test_what_lies_inside_the_marks_is_offered() -> None:
    quote = 'the three old ports this year," the minister said. She added that "nobody has asked us'
    problem = only(article(fact(quote=(quote,))))
    assert problem.code == "quote-not-in-marks"
    assert problem.help == (
        'Only this is inside them: quote: ["the three old ports this year", "nobody has asked us"]'
    )


@pytest.mark.parametrize("quote", ["the [3] old ports", "[…] the three old ports"])
def test_brackets_are_refused(quote: str) -> None:
    assert only(article(fact(quote=(quote,)))).code == "quote-altered"


def test_brackets_of_the_publisher_are_part_of_the_quotation() -> None:
    text = 'One.\n\n"We [the council] will open […] it in May," she said.' + " More." * 30
    for quote in ("We [the council] will open", "[the council] will open […] it in May"):
        found = article(fact(quote=(quote,)), unused=(Unused(paragraph=1, why="test"),))
        assert check(found, {ID: made(text)})[1] == []


def test_a_gap_is_allowed() -> None:
    assert check(article(fact(quote=("We will not […] ports this year",))))[1] == []


@pytest.mark.parametrize(("quote", "code"), [("old ports", None), ("new ports", "quote-not-found")])
def test_fewer_than_three_words_need_the_text(quote: str, code: str | None) -> None:
    one = article(fact(quote=(quote,)))
    assert only(one).code == "quote-too-short"
    assert "two words" in only(one).message
    assert [found for found, _ in check(one, texts={ID: TEXT})[1]] == ([code] if code else [])


@pytest.mark.parametrize("quote", ["…", "We will not […] year", '""'])
def test_a_quote_or_part_of_no_or_few_words_is_too_short(quote: str) -> None:
    assert only(article(fact(quote=(quote,)))).code == "quote-too-short"


def test_without_a_capture_there_is_one_warning_and_no_verdict() -> None:
    one = article(
        fact(quote=("made up words", "and more words")), fact(id="b", quote=("and so on",))
    )
    result, codes = check(one, captures={})
    assert codes == [("quote-not-captured", ("facts", 0, "quote", 0))]
    assert result.problems[0].severity == "warning"
    assert result.problems[0].message.startswith("3 quotes are not checked yet")
    assert {found.check for found in result.value.values()} == {"not-captured"}


def test_a_broken_capture_is_not_called_missing() -> None:
    result, codes = check(article(fact(quote=("made up words",))), captures={ID: None})
    assert codes == []
    assert result.value[("ports-stay-open", 0)].check == "not-captured"


def test_an_article_without_quotes_needs_no_capture() -> None:
    assert check(article(fact()), captures={})[1] == []


def test_a_committed_text_needs_no_capture() -> None:
    one = article(fact(quote=("old ports",)), text="committed")
    result, codes = check(one, captures={}, texts={ID: TEXT})
    assert codes == []
    assert result.value[("ports-stay-open", 0)].check == "found"


def test_another_text_beside_the_capture_is_left_aside() -> None:
    one = article(fact(quote=("old ports",)))
    found = [code for code, _ in check(one, texts={ID: TEXT + "More."})[1]]
    assert sorted(found) == ["capture-differs", "quote-too-short"]


def test_line_ends_make_no_other_text() -> None:
    one = article(fact(quote=("old ports",)))
    assert check(one, texts={ID: TEXT.replace("\n", "\r\n")})[1] == []


def test_further_evidence_follows_in_its_order() -> None:
    same = "We will not close the three old ports this year"
    one = article(
        fact(
            also=(
                MoreEvidence(paragraph=3, form="paraphrased"),
                MoreEvidence(article="other", paragraph=1, quote=(same,)),
                MoreEvidence(article="other", paragraph=9),
                MoreEvidence(article="nowhere", quote=(same,)),
                MoreEvidence(article="other", paragraph=2, quote=("this old port is",)),
            )
        )
    )
    result, codes = check(one, {ID: made(), "other": made(OTHER_TEXT)})
    assert {key: found.check for key, found in result.value.items()} == {
        ("ports-stay-open", 2): "found",
        ("ports-stay-open", 4): "not-captured",
        ("ports-stay-open", 5): "not-found",
    }
    assert sorted(codes) == [
        ("no-such-paragraph", ("facts", 0, "also", 2, "paragraph")),
        ("no-such-paragraph", ("facts", 0, "also", 4, "paragraph")),
        ("quote-not-captured", ("facts", 0, "also", 3, "quote")),
        ("quote-not-found", ("facts", 0, "also", 4, "quote")),
    ]
    assert any(problem.help.startswith("In other: ") for problem in result.problems)


def test_evidence_without_a_paragraph_is_found_anywhere() -> None:
    one = article(fact(paragraph=None, quote=("the three old ports",)))
    assert check(one)[0].value == {
        ("ports-stay-open", 0): Finding("found", inside_marks=True, paragraph=2)
    }


@pytest.mark.parametrize(
    ("lines", "quotes", "paragraph"),
    [
        # Where most of the quotations stand,
        (["one two three.", "four five six.", "one two three, four five six."], 2, 3),
        (["one two three, four five six.", "four five six.", "four five six."], 2, 1),
        # of those where more of them lie inside marks,
        (["one two three.", '"one two three."', '"one two three."'], 1, 2),
        (['"one two three," four five six.', '"one two three, four five six."'], 2, 2),
        (["one two three, four five six.", '"one two three," four five six.'], 2, 2),
        # and of those the first.
        (["seven.", "one two three.", "one two three."], 1, 2),
        (['"one two three."', "one two three, four five six."], 2, 2),
    ],
)
def test_without_a_stated_paragraph_that_with_most_of_the_words_counts(
    lines: list[str], quotes: int, paragraph: int
) -> None:
    quote = ("one two three", "four five six")[:quotes]
    one = article(fact(paragraph=None, speaker=(), quote=quote), unused=())
    result, _ = check(one, {ID: made("\n".join(lines) + "\n")})
    assert result.value[("ports-stay-open", 0)].paragraph == paragraph


COPIED = "The whole plan for the coast would then be looked at again by the council"


@pytest.mark.parametrize("field", ["statement", "condition", "detail", "note"])
def test_ten_words_in_a_row_of_our_own_are_the_articles(field: str) -> None:
    one = article(fact(**{field: COPIED}))
    result, codes = check(one)
    assert codes == [("copied-wording", ("facts", 0, field))]
    assert result.problems[0].message == (
        "14 words in a row are the article's, without quotation marks."
    )
    assert result.problems[0].severity == "warning"
    assert 'Paragraph 2 has "The whole plan' in result.problems[0].help


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("plan for the coast would then be looked at again", True),
        ("plan for the coast would then be looked at", False),
        ("It says the plan for the coast would then be looked at again", True),
        ("In short: whole plan for the coast would then be looked at again by it", True),
        ('"plan for the coast would then be looked at again by"', False),
        ('plan for the coast "would then" be looked at again by the new council', False),
        ("'plan for the coast would then be looked at again'", True),
        ("plan for the coast would now be looked at again by the new council in the", True),
        ("plan for the coast would now be looked at again by the old council", False),
    ],
)
def test_a_run_is_ten_words_outside_our_quotation_marks(text: str, copied: bool) -> None:
    codes = {code for code, _ in check(article(fact(detail=text)))[1]}
    assert ("copied-wording" in codes) == copied


def test_a_run_of_ten_is_seen_wherever_it_begins() -> None:
    words = TEXT.split("\n\n")[1].split()
    for start in range(len(words) - 10):
        text = " ".join(["own", "words"] * (start % 9) + words[start : start + 10])
        if '"' not in text:
            assert [code for code, _ in check(article(fact(detail=text)))[1]] == ["copied-wording"]


def test_two_fifths_of_an_article_may_be_quoted_and_no_more() -> None:
    text = "One two three four five six seven eight nine ten."
    for quotes, too_much in (
        (("One two three four",), False),
        (("One two three four", "two three four"), False),
        (("One two three", "two three four five"), True),
    ):
        facts = [
            fact(id=f"f{number}", speaker=(), quote=(quote,), paragraph=1)
            for number, quote in enumerate(quotes)
        ]
        _, codes = check(article(*facts, unused=()), {ID: made(text)})
        assert codes == ([("quoted-too-much", ("publisher",))] if too_much else [])


@pytest.mark.parametrize(
    ("words", "paragraph", "bare", "at_hand"),
    [
        ("the ministry wrote", 2, None, None),
        ("the ministry said", 2, "words", "words"),
        ("the ministry wrote", 3, "paragraph", "paragraph"),
        ("harbour", 1, None, None),
        ("harbours", 1, None, "words"),
        ("harbour", 2, None, "paragraph"),
        ("harbour", 4, "paragraph", "paragraph"),
    ],
)
def test_the_publishers_words_stand_where_it_is_said(
    words: str, paragraph: int, bare: str | None, at_hand: str | None
) -> None:
    one = article(wording=(Wording(paragraph=paragraph, words=words),))
    for texts, where in (({}, bare), ({ID: TEXT}, at_hand)):
        _, codes = check(one, texts=texts)
        assert [path for _, path in codes] == ([("wording", 0, where)] if where else [])


@pytest.mark.parametrize(
    ("one", "path"),
    [
        (article(fact(paragraph=4)), ("facts", 0, "paragraph")),
        (article(wording=(Wording(paragraph=4, words="a b c"),)), ("wording", 0, "paragraph")),
    ],
)
def test_a_paragraph_beyond_the_last_is_named(one: Article, path: tuple[str | int, ...]) -> None:
    result, codes = check(one)
    assert codes == [("no-such-paragraph", path)]
    assert "has 3 paragraphs" in result.problems[0].message


def test_a_paragraph_that_gave_nothing_wants_a_reason() -> None:
    one = article(fact(), unused=())
    problem = only(one)
    assert problem.code == "paragraph-unused"
    assert problem.message == "No fact uses paragraphs 1 and 3, and no reason is given."
    assert problem.severity == "warning"
    wording = (Wording(paragraph=1, words="opened the old harbour"),)
    also = (MoreEvidence(paragraph=3),)
    assert check(article(fact(also=also), unused=(), wording=wording))[1] == []


@pytest.mark.parametrize(
    ("value", "quote", "language", "missing"),
    [
        (3, "We will not close the three old ports", "en", False),
        (4, "We will not close the three old ports", "en-GB", True),
        (4, "We will not close the three old ports", "fr", False),
        (120, "The quays are 120 years old", "fr", False),
        (120_000, "The quays are 120 years old", "fr", False),
        (120_000, "The quays are 120 years old", "en", True),
        (12, "The quays are 120 years old", "fr", True),
    ],
)
def test_the_figure_stands_in_the_quoted_words(
    value: int, quote: str, language: str, missing: bool
) -> None:
    figure = Figure(value=str(value), counts="things")
    paragraph = 3 if "quays" in quote else 2
    one = article(
        fact(quote=(quote,), speaker=(), paragraph=paragraph, figure=figure), language=language
    )
    found = [path for code, path in check(one)[1] if code != "wrong-language"]
    assert found == ([("facts", 0, "figure", "value")] if missing else [])


def test_a_figure_outside_the_quotation_is_looked_up_only_in_the_text() -> None:
    figure = Figure(value="7", counts="ports")
    quote = ("We will not close",)
    for one in (
        article(fact(figure=figure)),
        article(fact(figure=figure, quote=quote, form="partly-quoted")),
    ):
        assert check(one)[1] == []
        assert only(one, **AT_HAND).message == "The number 7 is not in paragraph 2."


def test_a_refused_figure_is_not_looked_for() -> None:
    figure = Figure(status="not-given", counts="cost")
    assert check(article(fact(figure=figure, paragraph=3)), texts={ID: TEXT})[1] == []


ANY_TEXT = st.text(alphabet='ab cA,."“”[…]\n7é中', max_size=60)


@given(ANY_TEXT, st.lists(ANY_TEXT, min_size=1, max_size=3), st.integers(1, 4), st.booleans())
def test_whatever_is_quoted_there_is_a_finding_and_a_problem_or_none(
    text: str, quotes: list[str], paragraph: int, at_hand: bool
) -> None:
    one = article(fact(quote=tuple(quotes), paragraph=paragraph, detail=text), unused=())
    result, codes = check(one, {ID: made(text)}, {ID: text} if at_hand else None)
    found = result.value[("ports-stay-open", 0)]
    wrong = [code for code, path in codes if path[:3] == ("facts", 0, "quote")]
    told = set(wrong) - {"quote-not-in-marks", "wrong-paragraph", "marks-unclear"}
    assert (found.check in {"found", "unclear"}) == (not told)
    assert all(problem.message and problem.help for problem in result.problems)
    assert not any("None" in problem.message + problem.help for problem in result.problems)


def test_endless_repetition_is_no_trap() -> None:
    text = "a " * 5_000 + "b"
    one = article(
        fact(
            quote=("a " * 5_000 + "c",),
            detail="a " * 5_000,
            note="a a a a a a a a x " * 900,
            paragraph=1,
        ),
        unused=(),
    )
    codes = [code for code, _ in check(one, {ID: made(text)}, {ID: text})[1]]
    assert sorted(codes) == ["copied-wording", "quote-not-found"]


@pytest.mark.parametrize(
    ("kind", "limited"),
    [("article", True), ("post", False), ("statement", False), ("transcript", False)],
)
def test_only_of_articles_no_more_than_two_fifths_may_be_quoted(kind: str, limited: bool) -> None:
    text = '"We will not close the three old ports this year," the minister said.'
    one = article(fact(quote=("We will not close the three old ports",), paragraph=1), kind=kind)
    one = replace(one, unused=())
    codes = {code for code, _ in check(one, {ID: made(text)})[1]}
    assert ("quoted-too-much" in codes) is limited


def test_wording_that_takes_too_long_to_find_is_reported() -> None:
    text = "one two three four. " * 30_000 + "\n"
    facts = (
        fact(id=f"f{number}", quote=("one two three […] one two three",), paragraph=1)
        for number in range(30)
    )
    one = article(*facts, wording=(Wording(paragraph=1, words="one two three"),))
    _, codes = check(one, {ID: made(text)})
    places = {path for code, path in codes if code == "quotes-not-looked-up"}
    assert ("wording", 0, "words") in places
