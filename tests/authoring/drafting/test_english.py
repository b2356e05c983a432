"""Statements drafted from English sentences: who is said to say what."""

from __future__ import annotations

import pytest
from factsheets.authoring.drafting.draft import drafted

ATTRIBUTED = [
    # text, speaker, cue, form, quotations
    ("“The bridge opens in May,” said Ada Example.", "Ada Example", "said", "quoted", 1),
    (
        "Ada Example, the mayor, said the bridge opens in May.",
        "Ada Example",
        "said",
        "paraphrased",
        0,
    ),
    (
        "According to Bob Builder, the work is done.",
        "Bob Builder",
        "According to",
        "paraphrased",
        0,
    ),
    (
        "The work is done, according to the council.",
        "the council",
        "according to",
        "paraphrased",
        0,
    ),
    (
        "“Why not?” a narrator in the Example film asks.",
        "a narrator in the Example film",
        "asks",
        "quoted",
        1,
    ),
    ("“We go,” Ada Example, now in Rome, said by telephone.", "Ada Example", "said", "quoted", 1),
    ("“We simply go,” Ada Example, R-Ky., said later Tuesday.", "Ada Example", "said", "quoted", 1),
    ("Asked to describe it, Ada Example said, “No.”", "Ada Example", "said", "quoted", 1),
    ("“Why not?” asked Carla Critic.", "Carla Critic", "asked", "quoted", 1),
    (
        "Carla Critic, who lives nearby, told reporters on Monday that she was not asked.",
        "Carla Critic",
        "told",
        "paraphrased",
        0,
    ),
    ("The company denied the claims.", "The company", "denied", "paraphrased", 0),
    (
        "Ada Example called the delay “a matter of weeks”.",
        "Ada Example",
        "called",
        "partly-quoted",
        1,
    ),
    ("He on Tuesday said that work would go on.", "He", "said", "paraphrased", 0),
    (
        "The plan calls for two lanes, a spokesman for the city said.",
        "a spokesman for the city",
        "said",
        "paraphrased",
        0,
    ),
    (
        "One of the engineers who built the bridge said it would hold.",
        "One of the engineers",
        "said",
        "paraphrased",
        0,
    ),
    ("“We go on.” — Ada Example", "Ada Example", "—", "quoted", 1),
    ("Kelly said the bridge would hold.", "Kelly", "said", "paraphrased", 0),
    ("“It will hold,” said Will Example, a teacher.", "Will Example", "said", "quoted", 1),
    ("“The bridge will hold,” read the email.", "the email", "read", "quoted", 1),
    ("''We call it 'the old lady,''' Ada Example said.", "Ada Example", "said", "quoted", 1),
    ("The rules, which officials said are strict, stay.", "officials", "said", "paraphrased", 0),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "form", "quotes"), ATTRIBUTED)
def test_a_sentence_names_its_speaker(
    text: str, speaker: str, cue: str, form: str, quotes: int
) -> None:
    (found,) = drafted([text], "en")
    assert found.speaker is not None
    assert found.cue is not None
    assert text[slice(*found.speaker)] == speaker
    assert text[slice(*found.cue)] == cue
    assert (found.form, len(found.quotes)) == (form, quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Three of four lanes are finished.",
        "The reports were late, and the claims remain.",
        "He has nothing to say.",
        "The tickets cost 3 euros per day.",
        "The bridge is called the Long Bridge.",
        "The river crosses several Western states that vote in May.",
        "Delegates pledged to Ada Example stayed.",
    ],
)
def test_a_sentence_without_a_speaker_is_no_statement(text: str) -> None:
    assert drafted([text], "en") == []


def test_what_is_reported_inside_a_report_belongs_to_the_outer_speaker() -> None:
    text = "Ada Example said the builder had claimed that the bridge “will never open”."
    (found,) = drafted([text], "en")
    assert text[slice(*(found.speaker or (0, 0)))] == "Ada Example"


def test_a_verb_without_a_subject_has_the_speaker_of_the_verb_before() -> None:
    text = "Ada Example said the bridge opens in May, adding that it is safe."
    first, second = drafted([text], "en")
    assert first.speaker == second.speaker


def test_a_quotation_alone_has_the_speaker_before_it_in_its_paragraph() -> None:
    text = "“We began,” Ada Example said. “We go on.”"
    _, second = drafted([text], "en")
    assert text[slice(*(second.speaker or (0, 0)))] == "Ada Example"
    assert [text[slice(*each)] for each in second.quotes] == ["We go on."]


def test_a_quotation_alone_has_the_speaker_of_the_quotation_before_it() -> None:
    text = "“We began,” Ada Example said, after Bob Builder warned that it is late. “We go on.”"
    third = drafted([text], "en")[-1]
    assert text[slice(*(third.speaker or (0, 0)))] == "Ada Example"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“It is growing,” Ada Ray said. “It is far too loud for us,” sighed Max Berg."),
        ("en", "“It is growing,” Ada Ray said. Max Berg was blunter. “It is far too loud.”"),
        ("de", "Ada Ray sagte: „Das wächst.“ „Das ist zu laut hier“, pflichtete Max Berg bei."),
        ("de", "Ada Ray sagte: „Das wächst.“ Es sei „schon zu laut“, klagte ein anderer."),
    ],
)
def test_a_quotation_of_somebody_else_does_not_get_the_speaker_before_it(
    code: str, text: str
) -> None:
    first, second = drafted([text], code)
    assert text[slice(*(first.speaker or (0, 0)))] == "Ada Ray"
    assert second.speaker is None


def test_the_mark_that_opens_a_quotation_again_is_no_part_of_it() -> None:
    texts = ['"It is far too old by now.', '"It was the oldest of all," said Max Berg.']
    quotes = [texts[each.paragraph - 1][slice(*each.quotes[0])] for each in drafted(texts, "en")]
    assert quotes == ["It is far too old by now.", "It was the oldest of all"]


def test_who_is_named_in_a_genitive_does_not_speak() -> None:
    text = "The minister's aide, quoting Mr Ray, said he was sorry."
    assert [text[slice(*(each.speaker or (0, 0)))] for each in drafted([text], "en")] == [
        "The minister's aide"
    ]


def test_a_question_behind_a_colon_is_not_the_next_speakers() -> None:
    text = "Ada Example asked: “Why not?” Bob Builder said it is late."
    first = drafted([text], "en")[0]
    assert text[slice(*(first.speaker or (0, 0)))] == "Ada Example"
    assert [text[slice(*each)] for each in first.quotes] == ["Why not?"]


def test_a_quotation_alone_in_its_paragraph_has_no_speaker() -> None:
    (found,) = drafted(["“We go on.”"], "en")
    assert (found.speaker, found.form) == (None, "quoted")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Instead, “we simply go on building” for days.", "Ada Example"),
        ("Bob Builder: “We simply go on building.”", "Bob Builder"),
        ("She now sees only “nothing but a very long queue”.", "She"),
        ("The Gazette has “a living room full of flags”.", None),
    ],
)
def test_a_quotation_without_a_verb_of_saying(sentence: str, speaker: str | None) -> None:
    text = f"“We began,” Ada Example said. {sentence}"
    found = drafted([text], "en")[1]
    assert (text[slice(*found.speaker)] if found.speaker else None) == speaker


def test_a_transcript_has_the_words_under_each_label() -> None:
    texts = [
        "Ada Example: The bridge opens soon.",
        "Bob Builder: It is very safe.",
        "Ada Example: Soon. We do hope.",
    ]
    found = drafted(texts, "en")
    names = [texts[each.paragraph - 1][slice(*(each.speaker or (0, 0)))] for each in found]
    assert names == ["Ada Example", "Bob Builder", "Ada Example"]
    assert texts[2][slice(*found[2].quotes[0])] == "Soon. We do hope."
