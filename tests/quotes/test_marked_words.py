"""Words in double quotation marks in our texts must be a source's, or the check reports them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factsheets.content.article import Answer, Figure, MoreEvidence, Unused, Wording
from factsheets.quotes.capture import capture

from tests.helpers import projects
from tests.helpers.projects import facts
from tests.quotes.test_check import DAY, ID, OTHER_TEXT, TEXT, article, check, fact, made

QUOTE = ("We will not close the three old ports this year",)
UNPROVEN = "unproven-marks"


def found(
    text: str,
    *,
    field: str = "detail",
    captures: dict[str, Any] | None = None,
    at_hand: str | None = None,
    title: str | None = None,
    **fields: Any,
) -> list[tuple[str, str]]:
    """Severity and message of each unproven range of a text in a field of a fact."""
    one = article(
        fact(quote=QUOTE, **{field: text}, **fields),
        wording=(Wording(paragraph=2, words="whole plan"),),
        title=title,
    )
    texts = {ID: at_hand} if at_hand else {}
    result, _ = check(one, captures, texts)
    return [(each.severity, each.message) for each in result.problems if each.code == UNPROVEN]


@pytest.mark.parametrize(
    "text",
    [
        "She named “the three old ports”.",
        'She named "three old".',
        "“Three old ports” are meant.",
        "Sie nennt „three old ports“.",
        "Elle nomme « three old ports ».",
        "“We will not close […] ports this year” is quoted.",
        "“We will not close [them] this year” is quoted.",
        "The article calls it the “whole plan”.",
        "The article adds “nobody has asked us to build”.",
        "The article ends: “The quays are 120 years old.”",
        "The ship ‘Queen of the North’ lay there.",
        'A pipe of 5" and one of 7" burst.',
        'The spokesman of צה"ל was there.',
        "Nothing is marked.",
        "“”",
    ],
)
def test_words_of_a_quote_the_wording_or_the_article_may_stand_in_marks(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She named “the four old ports”.",
        'She named "the four old ports".',
        "Sie nennt „the four old ports“.",
        "Elle nomme «the four old ports».",
        "Hon nämner ”the four old ports”.",
        "She named “the four old ports",
        "She named “the four «old» ports”.",
        "“old ports this year […] We will not close”",
        "“The three old ports” and “four old quays”.",
    ],
)
def test_three_words_that_no_source_has_are_an_error(text: str) -> None:
    ((severity, message),) = found(text)
    assert severity == "error"
    assert message.endswith("is in quotation marks, but no cited source contains it.")


@pytest.mark.parametrize("field", ["statement", "condition", "detail", "note"])
def test_every_text_of_a_fact_is_looked_at(field: str) -> None:
    one = article(fact(**{field: "it is “a disgrace for us”"}))
    assert check(one)[1] == [(UNPROVEN, ("facts", 0, field))]


def test_answers_and_what_a_figure_counts_are_looked_at() -> None:
    answer = Answer(question="ports/open", kind="other", text="“A disgrace for us”")
    figure = Figure(status="not-given", counts="the “old and dirty quays”")
    one = article(fact(answers=(answer,), figure=figure))
    assert check(one)[1] == [
        (UNPROVEN, ("facts", 0, "answers", 0, "text")),
        (UNPROVEN, ("facts", 0, "figure", "counts")),
    ]


def test_two_words_can_only_warn() -> None:
    ((severity, message),) = found("She spoke of “old nonsense”.")
    assert severity == "warning"
    assert message == (
        "“old nonsense” cannot be compared: a capture cannot show fewer than three words in a row."
    )
    ((severity, message),) = found("She spoke of “old nonsense”.", at_hand=TEXT)
    assert (severity, message.endswith("no cited source contains it.")) == ("warning", True)
    assert found("The article has “many came”.", at_hand=TEXT) == []


def test_without_a_capture_nothing_can_be_compared() -> None:
    ((severity, message),) = found("She named “the four old ports”.", captures={})
    assert severity == "warning"
    assert message == ("“the four old ports” cannot be compared: a cited article has no capture.")
    assert found("She named “the three old ports”.", captures={}) == []


def test_the_reporters_words_do_not_pass_for_the_speakers() -> None:
    text = "“looked at again by the new council” is the plan"
    ((severity, message),) = found(text, field="condition")
    assert severity == "warning"
    assert "outside its quotation marks" in message
    assert found(text, field="condition", speaker=()) == []
    assert found("“nobody has asked us to build”", field="condition") == []


def test_other_articles_that_a_fact_cites_count() -> None:
    other = capture(OTHER_TEXT + "It rained all day long.\n", published=DAY, captured=DAY)
    also = MoreEvidence(article="other", paragraph=1)
    text = "The other report says “It rained all day long”."
    captures = {ID: made(), "other": other}
    assert found(text, captures=captures, also=(also,)) == []
    assert [each for each, _ in found(text, captures=captures)] == ["error"]


TOPIC = """\
name: The bridge
summary: "When the bridge is to open."
brief:
  - text: "Example said: “the new bridge will {}”."
    facts: [example-bridge-may]
differences:
  - question: "When?"
    facts: [example-work-began]
    note: "The article says “Work began {} years ago”, and no more."
"""


def test_headlines_and_notes_of_an_article_count() -> None:
    assert found("The headline is “Old ports stay open”.", title="Old ports stay open") == []
    one = article(
        fact(),
        wording=(Wording(paragraph=2, words="whole plan", note="It is “a grand old scheme”."),),
        unused=(
            Unused(paragraph=1, why="It has “came to see it” alone."),
            Unused(paragraph=3, why="It says “nothing at all here”."),
        ),
    )
    assert [path for code, path in check(one)[1] if code == UNPROVEN] == [
        ("wording", 0, "note"),
        ("unused", 1, "why"),
    ]


def test_an_article_without_facts_is_compared_with_its_capture() -> None:
    one = article(unused=(Unused(paragraph=1, why="It has “came to see it” alone."),))
    assert check(one)[1] == []


def test_a_topics_brief_and_differences_rest_on_their_facts(tmp_path: Path) -> None:
    root = projects.lay_out(tmp_path)
    topic = "content/topics/bridge.yaml"
    projects.write(root, topic, TOPIC.format("open in May", "two"))
    good = facts(root, "check")
    assert UNPROVEN not in good.output
    projects.write(root, topic, TOPIC.format("open in June", "three"))
    bad = facts(root, "check")
    assert bad.exit_code == 1
    assert f"{topic}:4:11: “the new bridge will open in June”" in bad.output
    assert f"{topic}:9:11: “Work began three years ago”" in bad.output


def test_a_strict_build_refuses_words_in_marks_that_nobody_compared(tmp_path: Path) -> None:
    root = projects.lay_out(tmp_path, site=True)
    old = 'statement: "Building started two years earlier"'
    marked = f'{old}\n    detail: "She spoke of “old nonsense”."'
    projects.change(root, projects.FACTS, old, marked)
    plain = facts(root, "check")
    assert plain.exit_code == 0
    assert "warning: “old nonsense” cannot be compared" in plain.output
    strict = facts(root, "build", "--strict")
    assert strict.exit_code == 1
    assert "“old nonsense” cannot be compared" in strict.output
    assert "allow_unchecked_quotes: true" in strict.output
    assert not (root / "site").exists()


def test_a_topic_is_not_compared_while_a_file_with_its_facts_is_broken(tmp_path: Path) -> None:
    root = projects.lay_out(tmp_path, site=True)
    projects.write(root, "content/topics/bridge.yaml", TOPIC.format("open in May", "two"))
    with (root / projects.FACTS).open("a", encoding="utf-8") as file:
        file.write("a: [b\n")
    broken = facts(root, "check")
    assert "[yaml-unclosed-bracket]" in broken.output
    assert UNPROVEN not in broken.output
