"""Articles that share text count as one report, until somebody records their relation."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from factsheets.dataset.duplicates import counted_with
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps
from factsheets.quotes.reprints import shared_text
from factsheets.site.views.site import Site

from tests.helpers.builders import ARTICLE, TODAY, article, checked, fact, site

_WORDS = [f"word{number}" for number in range(2_000)]


def _text(seed: int, sentences: int = 12) -> str:
    """Made-up sentences of ten words; those of two seeds share no three consecutive words."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return "\n\n".join(
        " ".join(chance.sample(_WORDS, 10)).capitalize() + "." for _ in range(sentences)
    )


def _edited(text: str, seed: int, share: float) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return " ".join(
        word if chance.random() > share else f"new{chance.randrange(10**6)}"
        for word in text.split(" ")
    )


def _shared(texts: Mapping[str, str]) -> dict[tuple[str, str], int]:
    captures = {name: capture(text, published=None, captured=TODAY) for name, text in texts.items()}
    return {pair: found.runs for pair, found in shared_text(captures).items()}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_a_copy_is_found_with_some_of_its_words_edited(share: float) -> None:
    original = _text(1, 40)
    assert list(_shared({"a": original, "b": _edited(original, 2, share), "c": _text(3, 40)})) == [
        ("a", "b")
    ]


def test_quotations_that_both_print_are_no_shared_text() -> None:
    quoted = f'She said: "{_text(1).replace(chr(10), " ")}" and left.'
    assert _shared({"a": f"{quoted}\n\n{_text(2)}", "b": f"{quoted}\n\n{_text(3)}"}) == {}


def test_words_of_more_than_four_articles_are_anybodys() -> None:
    common = _text(1)
    texts = {f"a{number}": f"{common}\n\n{_text(10 + number)}" for number in range(5)}
    assert _shared(texts) == {}
    del texts["a4"]
    assert len(_shared(texts)) == 6


def test_a_short_passage_in_common_is_no_reprint() -> None:
    passage = _text(1, 3)
    assert _shared({"a": f"{passage}\n\n{_text(2)}", "b": f"{passage}\n\n{_text(3)}"}) == {}


_HEADS = {
    "a": ARTICLE,
    "b": ARTICLE.replace("gazette", "wire").replace("/1", "/2").replace("05-03", "05-04"),
}


def _content(*, more: str = "", texts: tuple[str, str] | None = None) -> dict[str, str]:
    """One statement that two publishers report; `more` is in the second article."""
    found = {
        "content/facts/a.yaml": article(
            fact(also="[{article: b, paragraph: 1}]"), head=_HEADS["a"]
        ),
        "content/facts/b.yaml": f"{_HEADS['b']}{more}facts: []\n",
    }
    for name, text in zip("ab", texts or (), strict=False):
        found[f"seeds/{name}.json"] = dumps(capture(text, published=None, captured=TODAY))
    return found


_ONE = _text(1)
_SAME = (_ONE, _ONE + "\n\nAn ending.")
_OTHER = (_ONE, _text(2))


def _problems(content: dict[str, str]) -> list[tuple[str, str]]:
    return [(each.code, each.place.file) for each in checked(content, text=None).problems]


def test_shared_text_is_reported_and_both_answers_settle_it() -> None:
    assert ("not-independent", "content/facts/b.yaml") in _problems(_content(texts=_SAME))
    for settled in ("derived_from: a\n", "independent_of: [a]\n"):
        codes = [code for code, _ in _problems(_content(more=settled, texts=_SAME))]
        assert codes == ["paragraph-unused"]
    (problem,) = (
        each
        for each in checked(_content(texts=_SAME), text=None).problems
        if each.code == "not-independent"
    )
    assert problem.severity == "warning"
    assert "add: derived_from: a\n" in (problem.help or "")


def _support(content: dict[str, str]) -> tuple[str, str]:
    view = site(content, text=None).statements["one"]
    return view.support.kind, view.support.text


def test_articles_that_share_text_are_counted_as_one() -> None:
    assert _support(_content(texts=_SAME)) == (
        "single-source",
        "Single source; 1 article with shared text not counted",
    )


def test_independence_is_not_claimed() -> None:
    several = "2 publishers, one of them state-owned"
    assert _support(_content(texts=_OTHER)) == (
        "several-sources",
        f"{several}; no shared text found",
    )
    short = ("The bridge opens.", _text(2))
    for texts in (None, short):
        assert _support(_content(texts=texts)) == (
            "several-sources",
            f"{several}; not compared for shared text",
        )
    assert _support(_content(more="independent_of: [a]\n", texts=_SAME)) == (
        "several-sources",
        f"{several}; shared text, and no common origin found by an editor",
    )


def _site(content: dict[str, str]) -> Site:
    return site(content, text=None)


def test_the_oldest_article_leads() -> None:
    found = _site(_content(texts=_SAME))
    assert found.dataset.counted_with == {"a": "a", "b": "a"}
    # One report, so that no other publisher is counted.
    assert not any("more" in each.text for each in found.statements["one"].evidence_line)


def test_a_chain_of_shared_text_is_one_report() -> None:
    content = _content(texts=_SAME)
    content["content/facts/c.yaml"] = _HEADS["b"].replace("/2", "/3") + "facts: []\n"
    articles = _site(content).dataset.articles
    assert set(counted_with(articles, [("a", "b"), ("b", "c")]).values()) == {"a"}


def test_an_unknown_article_is_not_independent_of_anything() -> None:
    problems = _problems(_content(more="independent_of: [nowhere]\n"))
    assert ("unknown-article", "content/facts/b.yaml") in problems
