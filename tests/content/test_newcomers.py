"""What newcomers write, and the message that says what to write instead."""

from __future__ import annotations

import pytest
from factsheets.authoring.fix import fix
from factsheets.content.date_guess import guess_date, guess_dates
from factsheets.content.field_help import without_tracking
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Problem

from tests.helpers.builders import ARTICLE, TODAY, article, checked, fact, files

A = "content/facts/a.yaml"


def problems(head: str = ARTICLE, /, **fields: str) -> tuple[Problem, ...]:
    return checked({A: article(fact(**fields), head=head)}).problems


def one(code: str, head: str = ARTICLE, /, **fields: str) -> Problem:
    (found,) = (each for each in problems(head, **fields) if each.code == code)
    return found


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("quotation", "quote"),
        ("Quotation", "quote"),
        ("text", "statement"),
        ("who", "speaker"),
        ("by", "speaker"),
        ("author", "speaker"),
        ("said-on", "said"),
        ("when", "said"),
        ("verb", "act"),
        ("where", "place"),
        ("subject", "topics"),
        ("para", "paragraph"),
        ("comment", "note"),
    ],
)
def test_another_name_of_a_field_of_a_fact_is_known(name: str, meant: str) -> None:
    without = {meant: "", name: "x"}
    assert one("unknown-field", **without).help == f"Did you mean {meant}?"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("source", "url"),
        ("link", "url"),
        ("newspaper", "publisher"),
        ("headline", "title"),
        ("by", "authors"),
        ("date", "published"),
        ("lang", "language"),
    ],
)
def test_another_name_of_a_field_of_an_article_is_known(name: str, meant: str) -> None:
    lines = [line for line in ARTICLE.splitlines() if not line.startswith(f"{meant}:")]
    found = problems("\n".join([*lines, f"{name}: x", ""]))
    assert f"Did you mean {meant}?" in {e.help for e in found if e.code == "unknown-field"}
    assert "missing-field" not in {each.code for each in found}


def test_a_field_that_is_there_already_is_not_offered_again() -> None:
    assert one("unknown-field", f"{ARTICLE}link: x\n").help != "Did you mean url?"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("15.10.2025", "2025-10-15"),
        ("3.4.2025", "2025-04-03"),
        ("15/10/2025", "2025-10-15"),
        ("10/15/2025", "2025-10-15"),
        ("15-10-2025", "2025-10-15"),
        ("15. Oktober 2025", "2025-10-15"),
        ("15 octobre 2025", "2025-10-15"),
        ("1er octobre 2025", "2025-10-01"),
        ("15 de octubre de 2025", "2025-10-15"),
        ("15 октября 2025 г.", "2025-10-15"),
        ("15 жовтня 2025 року", "2025-10-15"),
        ("October 15, 2025", "2025-10-15"),
        ("15 October 2025", "2025-10-15"),
        ("Wednesday, 15 October 2025", "2025-10-15"),
        ("15th of October 2025", "2025-10-15"),
        ("Oct 2025", "2025-10"),
        ("03/04/2025", None),
        ("32/13/2025", None),
        ("15. Vendémiaire 2025", None),
    ],
)
def test_a_date_in_another_form_is_understood(written: str, meant: str | None) -> None:
    assert guess_date(written) == meant


def test_a_date_that_two_countries_read_differently_is_given_in_both_ways() -> None:
    assert guess_dates("03/04/2025") == ("2025-04-03", "2025-03-04")
    both = "Is it 2025-04-03 (the day first) or 2025-03-04 (the month first)?"
    assert one("bad-date", said="03/04/2025").help.startswith(both)


def test_a_word_for_a_day_is_explained() -> None:
    assert "said_basis: inferred" in one("bad-date", said="yesterday").help


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("ada, bob", "[ada, bob]"),
        ("ada and bob", "[ada, bob]"),
        ("Ada Example and Bob Baker", "[ada-example, bob-baker]"),
        ("Ada Example, Bob Baker", "[ada-example, bob-baker]"),
    ],
)
def test_several_ids_in_one_text_are_explained_as_a_list(written: str, listed: str) -> None:
    found = one("bad-id", about=f'"{written}"')
    assert found.help == f"Are these several ids? Write: about: {listed}"


def test_several_speakers_in_one_text_are_explained() -> None:
    found = one("bad-id", speaker="ada and bob").help
    assert found.startswith("Are these several ids? Write: speaker: [ada, bob]")


@pytest.mark.parametrize("quote", ["“We open the bridge in May”", "«We open the bridge in May»"])
def test_a_quote_is_written_without_the_marks_around_it(quote: str) -> None:
    assert '"We open the bridge in May"' in one("quote-in-marks", quote=f'"{quote}"').help
    inside = "“We open the bridge”, he said, “in May”"
    assert all(each.code != "quote-in-marks" for each in problems(quote=f'"{inside}"'))


def test_a_name_with_an_and_in_it_may_be_one_actor() -> None:
    found = one("bad-id", about="Ministry of Trade and Industry")
    assert found.help.startswith("Is ministry-of-trade-and-industry meant?")


@pytest.mark.parametrize(
    ("word", "act"),
    [
        ("confirms", "says"),
        ("promised", "says"),
        ("claims", "says"),
        ("admits", "says"),
        ("warns", "says"),
        ("accuses", "says"),
        ("urges", "calls-for"),
        ("suggests", "proposes"),
        ("replies", "answers"),
    ],
)
def test_a_verb_that_is_no_act_says_which_act_it_is_and_why(word: str, act: str) -> None:
    found = one("bad-choice", act=word).help
    assert found.startswith(f"Write: act: {act}")
    assert "Did you mean" not in found


def test_denying_and_declining_are_told_apart() -> None:
    for word in ("deny", "rejects", "refuses"):
        found = one("bad-choice", act=word).help
        assert "denies, if" in found
        assert "declines, if" in found
    assert "Did you mean denies?" in one("bad-choice", act="denied").help
    assert all(each.code != "bad-choice" for each in problems(act="denies"))


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("kind: tweet", "Write: kind: post."),
        ("kind: repost", "A repost is another source"),
        ("kind: press release", "Write: kind: statement."),
        ("kind: interview", "write: kind: transcript"),
        ("translation: yes", "write: translation: publisher"),
    ],
)
def test_a_usual_word_for_a_choice_of_an_article_is_known(line: str, advice: str) -> None:
    assert advice in one("bad-choice", f"{ARTICLE}{line}\n").help


def test_a_usual_word_for_a_kind_of_actor_is_known() -> None:
    actor = {"content/actors/port.yaml": "kind: company\nname: Port\n"}
    (found,) = checked(actor).problems
    assert found.help.startswith("Write: kind: organisation.")


@pytest.mark.parametrize(("written", "code"), [("English", "en"), ("UK", "uk"), ("Русский", "ru")])
def test_the_name_of_a_language_gives_its_code(written: str, code: str) -> None:
    head = ARTICLE.replace("language: en", f"language: {written}")
    assert one("bad-language", head).help.startswith(f"Did you mean {code}? ")


@pytest.mark.parametrize("written", ["second", "¶2", "p. 2", "paragraph 2", "2."])
def test_a_paragraph_in_other_signs_is_understood(written: str) -> None:
    assert one("bad-number", paragraph=f'"{written}"').help.startswith("Did you mean 2?")


def test_an_unknown_actor_can_be_added_in_a_web_editor() -> None:
    found = one("unknown-actor", speaker="cy-carter")
    assert "facts new actor cy-carter" in found.help
    assert "add the file content/actors/cy-carter.yaml" in found.help
    assert 'name: "Cy Carter"' in found.help
    assert "Did you mean ada?" in one("unknown-actor", speaker="adaa").help


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/1?utm_source=x&utm_medium=y", "https://a.example/1"),
        ("https://a.example/1?id=26&fbclid=abc", "https://a.example/1?id=26"),
        ("https://a.example/1?gclid=x&id=a%20b#p2", "https://a.example/1?id=a%20b#p2"),
        ("https://a.example/1?UTM_Source=x#p2", "https://a.example/1#p2"),
        ("https://a.example/1?ref=home&s=1", "https://a.example/1?ref=home&s=1"),
        ("https://a.example/1#?utm_source=x", "https://a.example/1#?utm_source=x"),
    ],
)
def test_an_address_loses_its_tracking_parameters_and_no_others(url: str, clean: str) -> None:
    assert without_tracking(url) == clean


def test_tracking_parameters_are_a_warning_that_can_be_fixed() -> None:
    head = ARTICLE.replace("/1\n", "/1?id=2&utm_campaign=x\n")
    found = one("tracking-parameters", head)
    assert (found.severity, found.help) == ("warning", "Write: https://gazette.example/1?id=2")
    made = fix(Inputs(files({A: article(fact(), head=head)})), TODAY, lambda name: name == A)
    assert b'\nurl: "https://gazette.example/1?id=2"\n' in made.files[A]


def test_an_archived_address_keeps_its_parameters() -> None:
    kept = f"{ARTICLE}archived: https://archive.example/https://gazette.example/1?utm_source=x\n"
    assert all(each.code != "tracking-parameters" for each in problems(kept))


@pytest.mark.parametrize("speaker", ["a senior official", "a-senior-official", "[a-source, bob]"])
def test_a_description_is_not_made_an_actor(speaker: str) -> None:
    """An actor "a-senior-official" would be the same for every unnamed speaker."""
    (found,) = (each for each in problems(speaker=speaker) if each.severity == "error")
    assert 'write: speaker_described: "a senior official"' in found.help


def test_a_month_a_heading_and_several_publishers_are_answered() -> None:
    month = one("bad-date", ARTICLE.replace("2025-05-03", "2025-05"))
    assert "write the day on which it was put online" in month.help
    assert 'A heading is a section: section: "Summary".' in one("bad-locator", page="Summary").help
    both = one("wrong-shape", ARTICLE.replace("gazette\n", "[ada, bob]\n", 1))
    assert "speakers of its facts: speaker: [a, b]" in both.help
