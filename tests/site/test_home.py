"""The home page, and the page that explains how to read a statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factsheets.site.views.featured import featured
from factsheets.site.views.home import home_view
from factsheets.site.views.legend import legend
from factsheets.site.views.relations import relations
from factsheets.site.views.site import Site

from tests.helpers.builders import (
    ARTICLE,
    SETTINGS,
    article,
    fact,
    first_content,
    html_pages,
    plain_pages,
    site,
)
from tests.site.test_plain_pages import compared

A, B = "content/facts/a.yaml", "content/facts/b.yaml"
QUOTE = '"We have painted every railing twice"'


def whole(name: str, **more: str) -> str:
    """A statement with all parts."""
    given = {"condition": "if it does not snow", "quote": QUOTE, "not_said": "[the day]"}
    return fact(name, **(given | more))


def large() -> Site:
    actors = {
        f"content/actors/p{number}.yaml": f"kind: person\nname: Person {number}\n"
        for number in range(30)
    }
    topics = {
        f"content/topics/t{number}.yaml": f"name: Topic {number}\nsummary: Number {number}.\n"
        for number in range(20)
    }
    many = [
        fact(f"f{number}", statement=f"bridge {number} will open", speaker=f"p{number % 30}")
        for number in range(60)
    ]
    return site({**actors, **topics, A: article(*many)})


def test_a_site_without_statements_has_a_home_page() -> None:
    made = site({})
    view = home_view(made)
    assert (view.featured, view.latest, view.corrections) == (None, (), ())
    page = plain_pages(made)[""]
    assert 'id="how-to-read"' not in page
    assert "(about/)" in page
    reading = plain_pages(made)["about/reading/"]
    assert "One statement" not in reading
    assert "## Terms" in reading
    assert compared(made) > 0


def test_one_source_is_enough_for_the_newest_statements() -> None:
    made = site({A: article(fact("one"), fact("two", said="2025-05-03"))})
    assert [view.id for view in home_view(made).latest] == ["two", "one"]
    undated = site({A: article(fact(said="unknown", said_basis=""))})
    assert [view.id for view in home_view(undated).latest] == ["one"]


def test_a_large_site_shows_the_first_of_everything_and_links_to_the_rest() -> None:
    made = large()
    view = home_view(made)
    assert (len(view.latest), len(view.topics), view.more_topics) == (5, 12, 9)
    assert (len(view.actors), view.all_actors) == (8, 36)
    assert view.topics[0].line == "When will it open?"
    assert view.topics[1].line == "Number 0."
    page = plain_pages(made)[""]
    assert "[All 36 actors](actors/)" in page
    assert len(page) < 6_000
    assert len(html_pages(made)[""]) < 20_000
    assert compared(made) > 0


def test_no_line_of_the_home_page_loses_a_condition() -> None:
    made = site({A: article(fact(condition="if it does not snow", topics="[bridge]"))})
    page = plain_pages(made)[""]
    assert page.count("the bridge will open in June") == 2
    assert page.count("the bridge will open in June, if it does not snow") == 2


def test_the_last_three_statements_that_were_corrected_are_shown() -> None:
    def change(day: int) -> str:
        return (
            f"{{date: 2025-06-0{day}, field: statement, was: w{day}, now: n{day}, "
            f"reason: Misread on {day} June}}"
        )

    corrected = [fact(f"f{day}", corrections=f"[{change(day)}]") for day in range(1, 5)]
    twice = fact("f5", corrections=f"[{change(5)}, {change(6)}]")
    made = site({A: article(*corrected, twice)})
    shown = home_view(made).corrections
    assert [line.correction.was for line in shown] == ["w6", "w4", "w3"]
    assert "Misread on 6 June." in html_pages(made)[""]
    assert "[All corrections](corrections/)" in plain_pages(made)[""]


# The statement that is explained


def test_the_newest_statement_with_all_parts_is_explained() -> None:
    made = site(
        {
            A: article(
                whole("old", said="2025-05-01"),
                whole("new"),
                whole("undated", said="unknown", said_basis=""),
                whole("gone", status="withdrawn", reason="Wrong.", date="2025-06-01"),
                fact("newest", said="2025-05-03"),
            )
        }
    )
    found = featured(made)
    assert found is not None
    assert found.statement.id == "new"
    parts = [part for part, _term, _meaning in found.notes]
    assert parts == ["speaker", "statement", "quotation", "evidence", "not-said"]
    page = html_pages(made)["about/reading/"]
    assert page.count("<li><div") == 5
    for term in legend():
        assert term.meaning in plain_pages(made)["about/reading/"].replace("\\", "")


def test_the_owner_can_choose_the_statement() -> None:
    made = site({A: article(whole("new"), fact("mine"))})
    for given, shown in (("mine", "mine"), ("no-such", "new"), ("", "new")):
        found = featured(replace(made, settings=replace(SETTINGS, featured=given)))
        assert found is not None
        assert found.statement.id == shown


def test_a_quotation_that_nobody_checked_is_explained_as_such() -> None:
    made = site({A: article(fact(quote=QUOTE))}, text=None)
    found = featured(made)
    assert found is not None
    meaning = {part: meaning for part, _term, meaning in found.notes}["quotation"]
    assert "nobody has checked them" in meaning
    assert f"“{QUOTE[1:-1]}”" not in html_pages(made)[""]


def test_the_home_page_of_the_first_content_leads_to_the_questions() -> None:
    made = first_content()
    page = html_pages(made)[""]
    assert page.index('href="search/"') < page.index('id="topics"') < page.index('id="how-to-read"')
    assert "legend" not in page
    assert "All terms explained" in page
    assert compared(made) > 0


def test_each_statement_leads_to_the_page_that_explains_it() -> None:
    made = first_content()
    rich, plain = html_pages(made), plain_pages(made)
    for path in ("facts/macron-26-countries/", "facts/lavrov-foreign-intervention/"):
        assert rich[path].count('href="../../about/reading/"') == 1
        assert "(../../about/reading/)" in plain[path]


@pytest.mark.parametrize("kind", ["statement", "post"])
def test_a_reply_and_the_statement_that_it_answers_show_each_other(kind: str) -> None:
    own = ARTICLE.replace("publisher: gazette", f"kind: {kind}\npublisher: bob").replace("/1", "/2")
    reply = fact("reply", speaker="bob", statement="it is not ready", replies_to="[one]")
    made = site({A: article(fact()), B: article(reply, head=own)})
    headings = {key: [each.heading for each in relations(made, key)] for key in ("one", "reply")}
    assert headings["reply"] == ["Replies to"]
    assert headings["one"] == ["Replied to by"]
    for pages in (html_pages(made), plain_pages(made)):
        assert "it is not ready" in pages["facts/one/"]
        assert "the bridge will open in June" in pages["facts/reply/"]
