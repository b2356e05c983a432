"""Loaded words in our own texts are found, whoever they are about."""

from __future__ import annotations

import pytest

from tests.helpers.builders import BASE, article, checked, fact


def found(content: dict[str, str]) -> list[tuple[str, int, str]]:
    problems = [p for p in checked(content).problems if p.code == "loaded-word"]
    assert all(p.severity == "warning" for p in problems)
    return [(p.place.file, p.place.line, p.message) for p in problems]


FACTS = "content/facts/a.yaml"


@pytest.mark.parametrize("speaker", ["ada", "bob"])
@pytest.mark.parametrize(
    ("fields", "line", "word"),
    [
        ({"statement": "the bridge is allegedly safe"}, 8, "allegedly"),
        ({"detail": "She admitted it."}, 12, "admitted"),
        ({"not_said": "[that he boasted of it]"}, 12, "boasted"),
        ({"note": "A sharp change of wording."}, 12, "sharp"),
        ({"figure": "{value: 3, counts: notorious lanes}"}, 12, "notorious"),
    ],
)
def test_a_loaded_word_is_found_for_every_speaker(
    speaker: str, fields: dict[str, str], line: int, word: str
) -> None:
    content = {FACTS: article(fact(speaker=speaker, **fields))}
    assert found(content) == [(FACTS, line, f'"{word}" takes a side.')]


@pytest.mark.parametrize(
    "detail",
    ["She spoke of “so-called” lorries.", 'She used the word "regime".', "She is sharpening it."],
)
def test_words_in_quotation_marks_and_longer_words_are_left_alone(detail: str) -> None:
    assert found({FACTS: article(fact(detail=f"'{detail}'"))}) == []


@pytest.mark.parametrize(
    "detail",
    [
        "(Claimed)",
        "he claimed, yes",
        "claimed’s",
        "…claimed: it",
        "日本、claimed。",
        "\u0442\u043e - claimed!",
        "claimed/said",
    ],
)
def test_a_loaded_word_is_found_whatever_stands_around_it(detail: str) -> None:
    word = "Claimed" if "C" in detail else "claimed"
    content = {FACTS: article(fact(detail=f"'{detail}'"))}
    assert [message for *_, message in found(content)] == [f'"{word}" takes a side.']


@pytest.mark.parametrize("detail", ["un-claimed", "claimed_x", "éclaimed", "claimed2", "İclaimed"])
def test_a_loaded_word_within_another_is_none(detail: str) -> None:
    assert found({FACTS: article(fact(detail=f"'{detail}'"))}) == []


def test_the_publishers_words_are_left_alone() -> None:
    head = (
        "publisher: gazette\nurl: https://gazette.example/1\npublished: 2025-05-03\nlanguage: en\n"
        "title: Mayor slams lorries\nwording: [{paragraph: 1, words: claimed}]\n"
    )
    assert found({FACTS: article(fact(), head=head)}) == []


def test_topics_and_actors_are_read_too() -> None:
    topic = BASE["content/topics/bridge.yaml"].replace("What is said", "Controversial talk")
    content = {"content/topics/bridge.yaml": topic}
    assert found(content) == [("content/topics/bridge.yaml", 2, '"Controversial" takes a side.')]
