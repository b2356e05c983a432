"""The draft of a text: names, known actors, days, and what is printed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from factsheets.authoring.drafting.document import Document, Draft, as_json, as_text, draft
from factsheets.content.records import Actor

TEXT = """\
Ada Example, the mayor of Exampletown, said on Monday that “the new bridge will open in May”.

“Work began two years ago,” she told the Gazette. “Three of four lanes are finished.”

Example added that the builder, Bob Builder, had kept his promise to Exampleland.

According to the council, nobody was hurt.
"""
ACTORS = {
    "ada-example": Actor(kind="person", name="Ada Example"),
    "exampleland": Actor(kind="state", name="Exampleland"),
    "us": Actor(kind="state", name="United States", short_name="US"),
}


def found(text: str = TEXT, published: str | None = "2024-03-06") -> Draft:
    return draft(Document(text, published=published), ACTORS, "en")


def test_a_short_name_and_a_pronoun_stand_for_the_full_name_of_the_text() -> None:
    names = [(each.speaker, each.speaker_name, each.speaker_id) for each in found().statements]
    assert names == [
        ("Ada Example", "Ada Example", "ada-example"),
        ("she", "Ada Example", "ada-example"),
        ("she", "Ada Example", "ada-example"),
        ("Example", "Ada Example", "ada-example"),
        ("the council", None, None),
    ]


def test_a_short_name_of_two_people_stays_open() -> None:
    text = TEXT.replace("Bob Builder", "Cal Example")
    assert found(text).statements[3].speaker_id is None


def test_a_name_behind_an_unnamed_speaker_may_be_that_of_the_firm_and_stays_open() -> None:
    text = "A spokesman for the builder, Hill Homes, said on Monday that the bridge was safe.\n"
    (statement,) = found(text).statements
    assert (statement.speaker_name, statement.described) == (None, False)


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("A spokeswoman for Example", None),
        ("An adviser to Mayor Example", None),
        ("A narrator in the Example film", None),
        ("The Example campaign", None),
        ("Mrs. Example", "Ada Example"),
        ("Example aide Bob Builder", "Bob Builder"),
        ("Prosecutor Bob Builder", "Bob Builder"),
        ("The Quay Traders’ Association", "Quay Traders’ Association"),
        ("Bob Builder of the Gazette", "Bob Builder"),
        ("The Bank of Exampleland", "Bank of Exampleland"),
    ],
)
def test_somebody_who_is_described_by_a_name_has_not_this_name(
    speaker: str, name: str | None
) -> None:
    drafted = found(f"Ada Example spoke first. {speaker} said that it opens.").statements[0]
    assert (drafted.speaker, drafted.speaker_name) == (speaker, name)
    assert drafted.speaker_id == ("ada-example" if name == "Ada Example" else None)


def test_a_couple_is_told_apart_by_titles() -> None:
    drafted = found("Ada Example met us. Mr. Example said it opens. Mrs. Example said it closes.")
    assert [each.speaker_id for each in drafted.statements] == [None, None]


@pytest.mark.parametrize(
    ("text", "code", "names"),
    [
        (
            "„Alles ist fertig“, sagte Bürgermeisterin Ada Beispiel. Er forderte Ruhe.",
            "de",
            ["Ada Beispiel", None],
        ),
        (
            "„Alles ist fertig“, sagte Bürgermeisterin Ada Beispiel. Sie forderte Ruhe.",
            "de",
            ["Ada Beispiel", "Ada Beispiel"],
        ),
        ("Mrs. Ada Sample said it opens. He said it is safe.", "en", ["Ada Sample", None]),
    ],
)
def test_a_title_of_a_woman_is_followed_by_her_pronoun(
    text: str, code: str, names: list[str | None]
) -> None:
    statements = draft(Document(text), ACTORS, code).statements
    assert [each.speaker_name for each in statements] == names


def test_a_pronoun_far_from_its_name_stays_open() -> None:
    text = "Ada Example said that it opens.\n\nOne.\n\nTwo.\n\nThree.\n\nShe said it is safe.\n"
    assert [each.speaker_id for each in found(text).statements] == ["ada-example", None]


def test_the_actors_that_a_sentence_names_are_what_it_is_about() -> None:
    assert [each.about for each in found().statements] == [(), (), (), ("exampleland",), ()]
    assert found("Ada Example said it would help us all.").statements[0].about == ()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ada Example said on Monday that it opens.", "2024-03-04"),
        ("Ada Example on Wednesday said that it opens.", "2024-03-06"),
        ("Ada Example said yesterday that it opens.", "2024-03-05"),
        ("Ada Example said that the bridge opens on Monday.", None),
        ("Ada Example said that it opens.", None),
    ],
)
def test_a_weekday_beside_the_verb_gives_the_day(sentence: str, said: str | None) -> None:
    assert found(sentence).statements[0].said == said


def test_without_a_day_of_publication_no_day_is_given() -> None:
    assert found(published=None).statements[0].said is None


def test_the_json_form_has_exact_parts_of_the_text() -> None:
    data = json.loads(as_json(found()))
    texts = {each["number"]: each["text"] for each in data["paragraphs"]}
    assert data["language"] == "en"
    assert len(texts) == 4
    for each in data["statements"]:
        whole = texts[each["paragraph"]]
        parts = [each["sentence"], *each["quotes"], *filter(None, [each["speaker"], each["cue"]])]
        assert all(part in whole for part in parts)
        assert each["form"] in {"quoted", "partly-quoted", "paraphrased"}


def test_the_text_form_has_numbered_paragraphs_and_what_was_left_out() -> None:
    document = Document(TEXT, "The bridge", left_out=("Share this",))
    text = as_text(draft(document, ACTORS, "en"))
    assert "paragraph 2\n  “Work began two years ago,” she told the Gazette." in text
    assert "- she (ada-example), told [quoted]\n      quoted: Work began two years ago\n" in text
    assert "Not part of the article:\n  Share this\n" in text


def test_a_language_without_rules_gives_its_quotations_without_speakers() -> None:
    text = "Borgmester Ada sagde: ”Broen åbner til maj, og den er sikker.”"
    (only,) = draft(Document(text), {}, "da").statements
    assert (only.speaker, only.quotes) == (None, ("Broen åbner til maj, og den er sikker.",))


def test_headlines_and_page_lines_are_left_out() -> None:
    text = "The bridge is to open in May\n\n" + TEXT + "\nAdvertisement\n"
    draft_of_page = replace(found(text))
    assert len(draft_of_page.paragraphs) == 4
    assert {"The bridge is to open in May", "Advertisement"} <= set(draft_of_page.left_out)


def test_a_name_beside_a_description_is_the_speakers_name() -> None:
    text = "A spokesman for the police, Lars Berry, said nobody was hurt. An official agreed that."
    first = found(text).statements[0]
    assert (first.speaker, first.speaker_name, first.described) == (
        "A spokesman for the police",
        "Lars Berry",
        False,
    )


def test_numbers_in_a_sentence_are_candidates_for_figures() -> None:
    text = "Ada Example said that 26 countries paid 2.5 million in 2024."
    assert found(text).statements[0].figures == ("26", "2.5")


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("CDU-Fraktionschef Jens Muster", "Jens Muster"),
        ("Rentner Heinz Beispiel", "Heinz Beispiel"),
        ("des Schwimmvereins Musterstadt", None),
    ],
)
def test_a_german_title_or_a_genitive_is_not_part_of_a_name(speaker: str, name: str | None) -> None:
    text = f"Nach Angaben {speaker} ist die Brücke fertig.\n"
    (statement,) = draft(Document(text), {}, "de").statements
    assert (statement.speaker, statement.speaker_name) == (speaker, name)


def test_a_number_with_spaces_is_one_number() -> None:
    text = "Selon la mairie, 12\u202f000 personnes ont payé 1 500,50 euros.\n"
    (statement,) = draft(Document(text), {}, "fr").statements
    assert statement.figures == ("12\u202f000", "1 500,50")


def test_a_name_behind_a_description_with_a_genitive_is_the_speakers_name() -> None:
    text = "Hill’s rival, Dana Wirth, said the bridge was late. “It is a shame,” she said.\n"
    names = [each.speaker_name for each in draft(Document(text), {}, "en").statements]
    assert names == ["Dana Wirth", "Dana Wirth"]
