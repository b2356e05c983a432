"""A field that was left out says nothing about the source, on any page or in the data."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from factsheets.content.dates import Timestamp, moment
from factsheets.site.views import actor, citation
from factsheets.site.views.actor import actor_view
from factsheets.site.views.dates import of_publisher, when
from factsheets.site.views.home import home_view
from factsheets.site.views.labels import name_in_sentence
from factsheets.site.views.listings import lists
from factsheets.site.views.memberships import members_note
from factsheets.site.views.site import Site
from factsheets.site.views.source import source_view
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import occasions, strip

from tests.helpers.builders import ARTICLE, TEXT, article, checked, fact, plain_pages, site

A = "content/facts/a.yaml"
PUBLISHED = Timestamp(2025, 9, 4)


def one(text: str | None = TEXT, head: str = ARTICLE, **fields: str) -> StatementView:
    return site({A: article(fact(**fields), head=head)}, text=text).statements["one"]


@pytest.mark.parametrize(
    ("said", "basis", "line", "brackets"),
    [
        ("2025-09-04", "inferred", "4 Sep 2025, inferred from the dateline", "said {}"),
        ("2025-09-03", "inferred", "3 Sep 2025, inferred", "said {}"),
        ("2025-09-04", "stated", "4 Sep 2025, stated", "said {}"),
        ("2025-09-04", None, "4 Sep 2025", "said {}"),
        ("2025-08-30", "year-inferred", "30 Aug (stated), 2025 (inferred)", "said {}"),
        ("2025-08", "year-inferred", "Aug (stated), 2025 (inferred)", "said {}"),
        ("about 2025-08-30", "stated", "about 30 Aug 2025, stated", "said {}"),
        (
            "before 2025-09-04",
            "inferred",
            "day not given, before 4 Sep 2025",
            "said before 4 Sep 2025, day not given",
        ),
        (
            "before 2025-08-30",
            "stated",
            "day not given, before 30 Aug 2025, stated",
            "said before 30 Aug 2025, stated, day not given",
        ),
        ("unknown", "inferred", "day not given", "day not given"),
    ],
)
def test_a_date_says_how_it_is_known(
    said: str, basis: str | None, line: str, brackets: str
) -> None:
    found = when(moment(said), basis, PUBLISHED, dateline=True)
    assert (found.line, found.said) == (line, brackets.format(line))


def test_a_date_is_inferred_from_a_dateline_only_where_there_is_one() -> None:
    found = when(moment("2025-09-04"), "inferred", PUBLISHED, dateline=False)
    assert found.line == "4 Sep 2025, inferred"


def test_a_date_that_was_left_out_says_nothing_about_the_source() -> None:
    assert when(None, None, PUBLISHED, dateline=True).line == "day not recorded"
    assert of_publisher(PUBLISHED).line == "published 4 Sep 2025"


def test_place_and_audience_are_shown_only_where_something_is_recorded() -> None:
    view = one()
    assert (view.place_text, view.audience_text) == ("", "")
    view = one(place="not-stated", audience="not-stated")
    assert view.place_text == view.audience_text == "not stated in the source"


def test_no_page_says_of_the_source_what_nobody_recorded() -> None:
    pages = plain_pages(site({A: article(fact())}))
    del pages["about/reading/"]  # it explains every term
    for text in pages.values():
        for claim in ("not stated", "no quotation marks", "not named", "number not given"):
            assert claim not in text, text


def test_quotation_marks_are_missing_only_where_the_capture_shows_it() -> None:
    meaning = "the paragraph has no quotation marks"
    assert meaning not in one(text=None).form_meaning
    assert meaning not in one().form_meaning  # its paragraph has some
    bare = "The bridge will open in June, Example said.\n"
    assert meaning in one(text=bare).form_meaning
    publisher = one(text=bare).chain[2]
    assert publisher.text.endswith("The paragraph has no quotation marks.")


def test_a_translation_that_was_left_out_is_not_said_to_be_unstated() -> None:
    def language(head: str) -> tuple[str, str]:
        made = site({A: article(fact(), head=head)})
        return source_view(made, "a").language_text, made.statements["one"].chain[1].text

    left_out = language(ARTICLE)
    assert left_out[0] == "English"
    assert "not stated" not in left_out[1]
    assert "not stated" in " ".join(language(f"{ARTICLE}translation: unknown\n"))


def test_nothing_is_due_or_reviewed_that_nobody_reviewed() -> None:
    view = one()
    assert (view.due, view.reviewed_text) == ("", "")
    made = site({A: article(fact())})
    assert not any("review" in note.lower() for note in actor_view(made, "ada").coverage.notes)


def test_a_group_says_of_its_members_what_is_recorded() -> None:
    def note(more: str) -> str:
        made = site(
            {A: article(fact()), "content/actors/some.yaml": f"kind: group\nname: S\n{more}"}
        )
        return members_note(made.dataset.actors["some"])

    assert note("") == ""
    assert note("size: 26\n") == "26"
    assert note("size: 26\nmembers_known: none\n") == "26, none named"


def test_a_coalition_or_group_has_its_article_inside_a_sentence() -> None:
    made = site(
        {
            A: article(fact()),
            "content/actors/some.yaml": "kind: group\nname: 26 countries\n",
            "content/actors/all.yaml": "kind: coalition\nname: The Alliance\n",
        }
    )
    names = [name_in_sentence(made.dataset, key) for key in ("some", "all", "ada")]
    assert names == ["the 26 countries", "The Alliance", "Example"]


def test_the_chain_names_who_attributes_and_no_date() -> None:
    for said in ("unknown", "before 2025-05-02", "2025-05-02"):
        view = one(said=said)
        assert (view.chain[0].state, view.chain[0].text) == ("stated", "Example, named by Gazette.")
        assert view.weakest.link != "speaker"
    own = one(speaker="").chain[0].text
    assert own == "Gazette, the publisher itself; no other speaker is recorded."


def dated() -> Mapping[str, str]:
    return {
        A: article(
            fact("late", said="2025-05-02"),
            fact("early", said="2025-03-01"),
            fact("about", said="about 2025-04-01"),
            fact("limit", said="before 2025-04-20"),
            fact("unknown", said="unknown"),
            fact("absent", said="", said_basis=""),
        )
    }


def made_dated() -> Site:
    return site(dated())


def test_undated_statements_come_first_in_every_order() -> None:
    made = made_dated()
    undated = {"limit", "unknown", "absent"}
    rows = [
        view.id for each in lists(made) for view in each.pages[0].rows if each.template == "facts"
    ]
    assert set(rows[:3]) == undated
    assert rows[3:] == ["late", "about", "early"]
    items = occasions(made.statements.values())
    assert [item.date_text for item in items] == [
        "Day not recorded",
        "Day not given",
        "Day not given",
        "1 Mar 2025",
        "About 1 Apr 2025",
        "2 May 2025",
    ]
    points = strip(items)
    assert [point.certain for point in points] == [False, True, False, True]
    groups = actor_view(made, "ada").pages[0].items
    assert [group.heading for group in groups] == [
        "Day not given",
        "Day not recorded",
        "The bridge",
    ]
    assert not {view.id for view in home_view(made).latest} & undated


def test_dates_of_statements_stand_in_brackets_with_said() -> None:
    made = site({A: article(fact(said="before 2025-05-03", said_basis="inferred"))})
    cite = citation.of_statement(made, made.statements["one"])
    assert cite.startswith("Ada Example (said before 3 May 2025, day not given), in our words: ")
    for path, text in plain_pages(made).items():
        assert ", before 3 May 2025" not in re.sub("(?i)day not given, before", "", text), path


def test_quotations_that_nobody_could_check_are_not_shown_as_quoted() -> None:
    words = "We have painted every railing twice"
    made = site({A: article(fact(quote=f'"{words}"'))}, text=None)
    view = made.statements["one"]
    assert (view.form_text, view.quotes) == ("Not checked", ())
    assert home_view(made).unchecked_text.startswith("1 quotation is not checked against ")
    for path, text in plain_pages(made).items():
        assert f"“{words}”" not in text, path
    assert words in plain_pages(made)["facts/one/"]


def test_a_date_without_its_basis_is_an_error_whose_help_solves_it() -> None:
    found = checked({A: article(fact(said="2025-04-01", said_basis=""))})
    (problem,) = [each for each in found.problems if each.code == "said-basis-missing"]
    assert problem.place.line == 10
    choices = [line for line in problem.help.splitlines() if line.startswith("said_basis:")]
    assert len(choices) == 3
    for line in choices:
        basis = line.removeprefix("said_basis: ").partition(" ")[0]
        again = checked({A: article(fact(said="2025-04-01", said_basis=basis))})
        assert again.summary.errors == 0, basis


def test_a_list_counts_what_an_actors_page_counts() -> None:
    made = site({A: article(fact(), fact("two", speaker="bob", about="[ada, exampletown]"))})
    rows = {row.ref.id: row.numbers for row in actor.rows(made)}
    assert rows["ada"] == "1 statement · spoken about in 1"
    assert rows["exampletown"] == "1 statement by its officials · spoken about in 1"
    assert rows["wire"] == "no statement recorded here"
