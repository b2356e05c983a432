"""Pages and times of a captured text, and the stated page or time of a quotation."""

from __future__ import annotations

from pathlib import Path

import pytest
from factsheets.problems.problem import Problem
from factsheets.quotes import capture, capture_file
from factsheets.quotes.paragraphs import layout

from tests.helpers.builders import TODAY, article, checked, fact
from tests.helpers.projects import FACTS, SEED, change, facts, lay_out, write

Placed = list[tuple[str, str, str]]

REPORT = (
    "The bridge will open in June, the report of the council says, and it has to be tested before\n"
    "the first lorry may use it. The council agreed to pay for the test in the com-\n\n"
    "                                       11\n"
    "\fing year, unless something changes in the plans.\n\n"
    "The harbour stays closed until the bridge is open. “Nobody can say when that will be,” the\n"
    "mayor told the council.\n\n"
    "                                       12\n"
    "\fThe end of the report names those who wrote it.\n\n"
    "                                       13\n\f"
)


def placed(text: str) -> Placed:
    """Each paragraph with its page and time."""
    found = layout(text)
    return [
        (page, time, line)
        for (page, time), line in zip(found.places, found.paragraphs, strict=True)
    ]


def test_pages_between_form_feeds_have_their_printed_numbers() -> None:
    found = placed(REPORT)
    assert [page for page, _, _ in found] == ["11-12", "12", "13"]
    assert found[0][2].endswith(
        "pay for the test in the coming year, unless something changes in the plans."
    )


def test_a_page_break_ends_a_paragraph_whose_sentence_has_ended() -> None:
    text = "Alpha is here.\n\nBeta is here too.\n\fgamma is another paragraph.\n"
    assert placed(text) == [
        ("1", "", "Alpha is here."),
        ("1", "", "Beta is here too."),
        ("2", "", "gamma is another paragraph."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Page 3]\nAlpha is.\n[Page 4]\nBeta is.\n", [("3", "Alpha is."), ("4", "Beta is.")]),
        ("Alpha is.\n[Page 4]\nBeta is.\n", [("", "Alpha is."), ("4", "Beta is.")]),
        ("Seite 1 von 2\nDas ist.\nSeite 2 von 2\nSo.\n", [("1", "Das ist."), ("2", "So.")]),
        ("Alpha is.\nPage 1 of 2\nSo.\nPage 2 of 2\n", [("1", "Alpha is."), ("2", "So.")]),
        ("[Page iv]\nAlpha is.\n[Page 1]\nBeta is.\n", [("iv", "Alpha is."), ("1", "Beta is.")]),
        ("Стр. 7\nВот так.\nСтр. 8\nДа.\n", [("7", "Вот так."), ("8", "Да.")]),
    ],
)  # fmt: skip
def test_lines_that_name_pages_are_no_words_of_the_text(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(page, line) for page, _, line in placed(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Page 1 of 2\nAlpha is.\nPage 2 of 2\n",  # above or below the pages?
        "Alpha is.\nPage 2 of 3\nBeta is.\n",
    ],
)
def test_no_page_is_claimed_where_it_is_not_certain(text: str) -> None:
    assert {page for page, _, _ in placed(text)} == {""}


def test_running_lines_are_no_paragraphs_and_their_numbers_are_the_pages() -> None:
    foot = "\n\nCouncil of Exampletown      Report 7/2025\n"
    pages = [
        "Council\n\nBridges: a plan\n\nAnn Archer and Bob Baker\n",
        "Bridges            12\n\nThe bridge will open in June, and the council agreed to pay "
        "the com-",
        "Bridges            13\n\ning year for it.\n\nThe plans of the council are in the report.",
    ]
    assert placed("\f".join([pages[0], *(page + foot for page in pages[1:])])) == [
        (
            "12-13",
            "",
            "The bridge will open in June, and the council agreed to pay the coming year for it.",
        ),
        ("13", "", "The plans of the council are in the report."),
    ]


def test_a_speakers_label_at_the_top_of_pages_is_no_running_line() -> None:
    pages = [
        "Ada Example\nThe bridge will open.\nBob Baker:\nAnd the toll?",
        "Ada Example\nIt will be low.\nBob Baker:\nFor lorries?\nAda Example\nFor all.",
    ]
    assert [line for _, _, line in placed("\f".join(pages))].count("Ada Example") == 3


def test_a_name_that_is_only_at_the_top_of_pages_is_no_running_line() -> None:
    text = "Ada Example\nThe bridge will open.\n\fAda Example\nIt will be low.\n\fBob Baker\nNo.\n"
    assert [line for _, _, line in placed(text)].count("Ada Example") == 2


def test_a_title_page_counts_only_if_a_sentence_ends_on_it() -> None:
    title, report = "Bridges: a plan\nAnn Archer\n", "\fAlpha is here, at last.\nBeta is.\n"
    assert [page for page, _, _ in placed(title + report)] == ["2", "2"]
    assert next(page for page, _, _ in placed(title + "It opens.\n" + report)) == "1"


def test_lines_that_do_not_count_upwards_are_text() -> None:
    assert placed("Page 9\nAlpha is.\nPage 4\nBeta is.\n")[0][2] == "Page 9"


def test_times_that_begin_lines_are_no_words_of_the_text() -> None:
    text = "[00:00:05] Ada Example: It will open.\n(14:05) Q: When?\nAnd why?\n01:02:03 In June.\n"
    assert placed(text) == [
        ("", "00:00:05", "Ada Example: It will open."),
        ("", "00:14:05", "Q: When?"),
        ("", "00:14:05", "And why?"),
        ("", "01:02:03", "In June."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "(14:05) The mayor arrives.\nShe speaks.\n",
        "[14:05] The mayor leaves.\n[13:50] The mayor arrives.\n",  # a live blog, newest first
        "14:05\nThe mayor arrives.\n14:20\nShe speaks.\n15:00\nShe leaves.\n",
    ],
)
def test_times_of_day_are_text(text: str) -> None:
    assert {time for _, time, _ in placed(text)} == {""}
    kept = [line for *_, line in placed(text)] + [line.text for line in layout(text).skipped]
    assert text.splitlines()[0] in kept


def test_subtitles_are_joined_to_sentences() -> None:
    text = (
        "WEBVTT\n\nNOTE made by hand\nnot spoken\n\n1\n00:00:01.000 --> 00:00:03.000\n"
        "<v Ada Example>The bridge will\n\n2\n00:00:03.000 --> 00:00:05.000\nopen in "
        "<i>June</i>.\n\n3\n00:14:06.500 --> 00:14:08.000\n- Why?\n- Because.\n"
    )
    assert placed(text) == [
        ("", "00:00:01", "Ada Example: The bridge will open in June."),
        ("", "00:14:06", "- Why?"),
        ("", "00:14:06", "- Because."),
    ]


def test_a_voice_that_goes_on_in_the_next_subtitle_is_named_once_a_sentence() -> None:
    cues = ["<v Ann>It opens,", "<v Ann>but not in May", "<v Bob>Why?", "in a crowd", "<v Bob>Why."]
    text = "WEBVTT\n\n" + "".join(
        f"00:0{at}.000 --> 00:0{at}.900\n{cue}\n\n" for at, cue in enumerate(cues, 1)
    )
    found = [line for _, _, line in placed(text)]
    assert found == ["Ann: It opens, but not in May", "Bob: Why?", "in a crowd", "Bob: Why."]


def test_a_capture_keeps_pages_and_times_and_no_marks() -> None:
    text = "[Page 3]\n[00:00:05] The bridge will open in June.\n[00:14:05] It will not.\n"
    taken = capture.capture(text, published=None, captured=TODAY)
    assert [(each.page, each.time) for each in taken.paragraphs] == [
        ("3", "00:00:05"),
        ("3", "00:14:05"),
    ]
    assert [each.tokens for each in taken.paragraphs] == [6, 3]
    written = capture_file.dumps(taken)
    assert capture_file.loads(written) == taken
    assert capture_file.loads(written.replace('"page":"3"', '"page":"x3"')) is None
    assert capture_file.loads(written.replace("00:14:05", "14 minutes")) is None


def problems(text: str, **fields: str) -> list[Problem]:
    content = {"content/facts/a.yaml": article(fact(**{"statement": "nobody knows", **fields}))}
    found = checked(content, text=text).problems
    return [each for each in found if each.code not in {"paragraph-unused", "quoted-too-much"}]


QUOTE = '"Nobody can say when that will be"'


@pytest.mark.parametrize("page", ["12", "12-13", "11-12"])
def test_the_right_page_is_no_problem(page: str) -> None:
    assert problems(REPORT, quote=QUOTE, page=page, paragraph="") == []


def test_a_wrong_page_is_reported_with_the_right_one() -> None:
    (found,) = problems(REPORT, quote=QUOTE, page="13", paragraph="2")
    assert (found.code, found.severity, found.help) == (
        "wrong-page",
        "error",
        "Change to: page: 12",
    )
    assert found.message == "This quote is on page 12 in the captured text, not 13."


def test_a_page_that_contradicts_the_paragraph_leaves_open_which_is_wrong() -> None:
    (found,) = problems(REPORT, page="13", paragraph="2")
    assert found.message == "Paragraph 2 is on page 12 in the captured text, not 13."
    assert found.help == (
        "If the paragraph is right, write page: 12. If the page is right, correct the paragraph."
    )


def test_nothing_is_said_of_pages_that_a_text_does_not_give() -> None:
    text = REPORT.replace("\f", "\n")
    assert problems(text, quote=QUOTE, page="40", time="00:14:05", paragraph="") == []


TALK = (
    "[00:14:00] Ada Example: Nobody can say when that will be.\n"
    "[00:15:10] Bob Baker: It will be in June, as the council has decided in the spring.\n"
    "[00:16:00] Ada Example: Nobody can say when that will be.\n"
)


@pytest.mark.parametrize("time", ["14:00", "00:14:05", "00:15:09"])
def test_a_time_is_right_until_the_next_one(time: str) -> None:
    assert problems(TALK, quote=QUOTE, time=time, paragraph="1") == []


@pytest.mark.parametrize("time", ["00:13:59", "00:15:10"])
def test_a_wrong_time_is_reported_with_the_right_one(time: str) -> None:
    (found,) = problems(TALK, quote=QUOTE, time=time, paragraph="1")
    assert (found.code, found.help) == ("wrong-time", "Change to: time: 00:14:00")


def test_words_that_occur_twice_are_looked_for_at_the_stated_time() -> None:
    assert problems(TALK, quote=QUOTE, time="00:16:30", paragraph="") == []


def test_a_fact_that_gives_only_a_page_leaves_no_paragraph_unused() -> None:
    content = {"content/facts/a.yaml": article(fact(page="12", paragraph=""))}
    assert "paragraph-unused" not in {each.code for each in checked(content, text=REPORT).problems}


def test_a_paragraph_from_before_the_first_mark_has_no_page() -> None:
    found = placed("The bridge is\n[Page 4]\nopen now.\n\nGamma is here.\n")
    assert found == [("", "", "The bridge is open now."), ("4", "", "Gamma is here.")]


def test_a_wrong_page_is_fixed_by_facts_check(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    write(root, SEED, capture_file.dumps(capture.capture(PAGES, published=None, captured=TODAY)))
    change(root, FACTS, "    paragraph: 1\n", "    page: 3\n")
    assert "[wrong-page]" in facts(root, "check").output
    assert "page is now 4" in facts(root, "check", "--fix").output
    assert "    page: 4\n" in (root / FACTS).read_text()


PAGES = (
    "[Page 4]\nAda Example, the mayor, said on Monday that “the new bridge will open in May”.\n"
    "[Page 5]\nWork began two years ago, she said. Three of four lanes are finished.\n"
)
