"""Every state that a statement, an actor, a topic or a source can be in is said in words."""

from __future__ import annotations

import html
import re

import pytest

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_SAID = [
    ("topics/states/", "2 publishers and 1 primary record; not compared for shared text; "
                       "1 reprint not counted. 5 statements from 3"),
    ("topics/states/", "3 of the statements have a single source."),
    ("topics/states/", "Different figures: lorries, crossed a day. Governor said 30 (8 Mar 2024, "
                       "inferred). Sal Secretary said 35 (7 Mar 2024, stated; Contested by Lone, "
                       "day not given)."),
    ("topics/states/", "In June Reported · 8 Mar 2024 (inferred) Example News ¶1"),
    ("topics/nothing/", "No statement recorded here."),
    ("topics/nothing/", "No statement recorded here."),
    ("topics/everything/", "60 of 505 statements: those without a day, then the newest."),
    ("topics/everything/", "96 more are among the figures."),
    ("actors/upland/", "Statements by its officials only. 2 statements by its officials and 2 "
                       "about Upland from 3 articles"),
    ("actors/upland/", "Would not say per Lone · Reported · day not given"),
    ("actors/upland/", "No answer by or for Upland is recorded here to these questions: "
                       "Every state of a statement: When?"),
    ("actors/league/", "Speaks through Sal Secretary"),
    ("actors/league/", "According to Example News, 8 Mar 2024, as of 8 Mar 2024: Member "
                       "State Number 0"),
    ("actors/governor/", "Governor of Upland (Upland), since May 2020, according to "
                         "Example News, 8 Mar"),
    ("actors/example-news/", "8 articles on this site, 511 statements."),
    ("actors/example-news/", "Example News: the river was high"),
    ("actors/record-office/", "1 article on this site, 1 statement."),
    ("actors/silent/", "No statement by or about it recorded here."),
    ("actors/silent/", "No statement by Sy Silent recorded here."),
    ("actors/silent/", "What others said about Sy Silent No statement recorded here."),
    ("facts/state-withdrawn/", "Withdrawn 9 Mar 2024. Attributed to the wrong speaker. The page "
                               "stays here so that links keep working."),
    ("facts/state-superseded/", "Updated by Governor: the bridge opens in June"),
    ("facts/state-corrected/", "Corrected 10 Mar 2024: paragraph changed from “3” to “2”. Reason: "
                               "Counted wrongly. Last reviewed 10 Mar 2024."),
    ("facts/state-corrected/", "Contested, according to the source Lone: nobody pays for the "
                               "bridge"),
    ("facts/state-corrected/", "2 publishers; not compared for shared text; 1 reprint not counted"),
    ("facts/state-contesting/", "Date: day not given."),
    ("facts/state-of-the-publisher/", "Example News, the publisher itself"),
    ("facts/state-primary/", "Primary record"),
    ("sources/states-a/", "Reprinted by Example Radio, 8 Mar 2024"),
    ("sources/states-a/", "Not used: A caption."),
    ("sources/states-b/", "Reprint of Example News, 8 Mar 2024; not counted separately."),
    ("sources/states-d/", "Kind Primary record"),
    ("sources/", "Example Radio Example Radio, 9 Mar 2024"),
    ("corrections/", "Sal Secretary: the League pays for the bridge 10 Mar 2024 Corrected: "
                     "paragraph changed from “3” to “2”. Reason: Counted wrongly."),
    ("corrections/", "9 Mar 2024 Lone: the bridge was closed Attributed to the wrong speaker."),
    ("figures/page/5/", "Not given"),
]  # fmt: skip


def text(site: Site, path: str) -> str:
    """The words of a page's body."""
    body = site.html(path).partition("<body>")[2]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", body)))


@pytest.mark.parametrize(("path", "words"), _SAID)
def test_a_state_is_said(hard: Site, path: str, words: str) -> None:
    found = text(hard, path)
    assert words.replace(" ", "") in found.replace(" ", ""), found


def test_what_was_taken_back_leaves_every_list(hard: Site) -> None:
    gone = ("facts/state-withdrawn/", "facts/state-superseded/")
    for path in ("", "topics/states/", "actors/lone/", "facts/", "sources/states-a/", "timeline/"):
        cards = re.findall(r'<article class="st" id="([^"]*)"', hard.html(path))
        assert not {"state-withdrawn", "state-superseded"} & set(cards), path
    assert not any(link in hard.html("facts/") for link in gone)


def test_a_problem_is_reported_where_a_statement_has_its_own_page(site: Site) -> None:
    report = "Report a problem"
    assert report in site.html("facts/macron-26-countries/")
    assert "where=facts/macron-26-countries" in site.html("facts/macron-26-countries/")
    # Once a page, and not at each of its cards.
    assert site.html("topics/troops-after-ceasefire/").count(report) == 1


def test_a_paragraph_shows_the_form_in_which_it_gives_a_statement(site: Site) -> None:
    paragraphs = re.findall(r'<li id="p(\d+)">(.*?)</li>', site.html("sources/tass-2025-09-04/"))
    forms = {
        number: re.findall(r'facts/macron-26-countries/".*?<small>([^<]*)', rest)
        for number, rest in paragraphs
    }
    assert forms["1"] == ["Paraphrased"]
    assert forms["2"] == ["Quoted"]
    assert forms["3"] == []
