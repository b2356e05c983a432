"""Where accounts differ: what a speaker contests, and what publishers report differently."""

from __future__ import annotations

from factsheets.data.feeds import feeds
from factsheets.site.views.actor import actor_view
from factsheets.site.views.figures import first_figures
from factsheets.site.views.home import home_view
from factsheets.site.views.matrix import matrix
from factsheets.site.views.pages import statement_summary
from factsheets.site.views.search import entries
from factsheets.site.views.site import Site
from factsheets.site.views.topic import topic_view

from tests.helpers.builders import ARTICLE, article, fact, html_pages, plain_pages, site

_WIRE = ARTICLE.replace("gazette", "wire").replace("/1", "/2")


def _contested() -> Site:
    denial = fact("denial", speaker="bob", statement="it will not open", disputes="[one]")
    topic = (
        "name: The bridge\nsummary: Of it.\nquestions:\n  - {id: open, text: When?}\n"
        "brief:\n  - {text: Example said that it opens., facts: [one]}\n"
        "differences: [{question: When?, facts: [one, two], note: They differ.}]\n"
    )
    one = fact(
        figure="{value: 26, unit: railings, counts: painted}",
        answers="[{question: bridge/open, kind: yes, text: In June}]",
    )
    content = {
        "content/topics/bridge.yaml": topic,
        "content/facts/a.yaml": article(one, fact("two", paragraph="2"), denial),
    }
    return site(content)


def test_what_is_contested_comes_first_on_topics_and_on_both_actors() -> None:
    found = _contested()
    for differences in (
        topic_view(found, "bridge").differences,
        actor_view(found, "ada").differences,
        actor_view(found, "bob").differences,
        home_view(found).differences,
    ):
        assert differences[0].heading == "Contested by Baker, 2 May 2025, stated."
        assert differences[0].text == (
            "Example: the bridge will open in June (said 2 May 2025, stated). "
            "Baker: it will not open (said 2 May 2025, stated)."
        )
        assert [view.id for view in differences[0].statements] == ["one", "denial"]


def test_a_contested_statement_is_marked_wherever_it_stands() -> None:
    found = _contested()
    mark = found.statements["one"].marks
    assert [(each.text, each.path) for each in mark] == [
        ("Contested by Baker, 2 May 2025, stated", "facts/denial/")
    ]
    view = topic_view(found, "bridge")
    assert view.brief[0].marks == mark
    assert view.figures[0].marks == mark
    table = matrix(found, "bridge")
    assert table is not None
    assert table.rows[0].cells[0][0].marks == mark
    # A sentence that names the other side needs no mark; one that does not has it.
    assert [each.marks for each in view.differences] == [(), mark]


def test_a_contested_statement_is_marked_in_feeds_search_and_descriptions() -> None:
    found = _contested()
    mark = "Contested by Baker, 2 May 2025, stated"
    view = found.statements["one"]
    assert statement_summary(view).endswith(f"the bridge will open in June. {mark}.")
    (entry,) = (each for each in entries(found) if each.id == "one")
    assert entry.line.startswith(f"{mark} · ")
    for path in ("feed.xml", "topics/bridge/feed.xml", "actors/ada/feed.xml"):
        feed = dict(feeds(found))[path].decode()
        own = next(each for each in feed.split("<entry>") if "<title>Example: the bridge" in each)
        assert f"{mark}." in own


def test_no_figure_stands_first_without_those_that_differ_from_it() -> None:
    def given(name: str, value: int, counts: str) -> str:
        return fact(name, figure=f"{{value: {value}, unit: jobs, counts: {counts}}}")

    facts = [given("one", 26, "b"), *(given(f"c{n}", n + 2, f"c{n}") for n in range(3))]
    content = {
        "content/facts/a.yaml": article(*facts),
        "content/facts/b.yaml": article(given("other", 30, "b"), head=_WIRE),
    }
    found = site(content)
    shown = [view.id for view in topic_view(found, "bridge").figures]
    assert len(shown) == 4
    assert ("one" in shown) == ("other" in shown)
    views = found.views(["c0", "c1", "c2", "one", "other"])
    assert [view.id for view in first_figures(views, 4)] == ["c0", "c1", "c2"]
    assert [view.id for view in first_figures(views, 5)] == ["c0", "c1", "c2", "one", "other"]


def test_where_figures_differ_an_update_says_so() -> None:
    content = {
        "content/facts/a.yaml": article(
            fact("old", figure="{value: 26, unit: jobs, counts: b}"),
            fact(
                "new",
                said="2025-05-03",
                updates="[old]",
                figure="{value: 30, unit: jobs, counts: b}",
            ),
        )
    }
    view = topic_view(site(content), "bridge")
    (difference,) = view.differences
    assert difference.text == (
        "Example said 30 (3 May 2025, stated). "
        "Example said 26 (2 May 2025, stated; Updated by Example, 3 May 2025, stated)."
    )
    assert "Statements up to 3 May 2025, stated." in view.coverage.notes


def test_an_update_is_marked_with_its_speaker_and_day() -> None:
    later = fact("later", said="2025-05-03", statement="it opens in July", updates="[one]")
    found = site({"content/facts/a.yaml": article(fact(), later)})
    assert [each.text for each in found.statements["one"].marks] == [
        "Updated by Example, 3 May 2025, stated"
    ]
    assert found.statements["later"].marks == ()


def _reported(*numbers: tuple[str, str, str, str]) -> str:
    """What a topic says of figures: each with id, article's head, value and day."""
    by_head: dict[str, list[str]] = {}
    for name, head, value, day in numbers:
        figure = f"{{value: {value}, unit: states, counts: take part}}"
        statement = f"{value} states take part in {name}"
        by_head.setdefault(head, []).append(
            fact(name, figure=figure, said=day, statement=statement)
        )
    content = {
        f"content/facts/a{number}.yaml": article(*facts, head=head)
        for number, (head, facts) in enumerate(by_head.items())
    }
    (difference,) = topic_view(site(content), "bridge").differences
    assert difference.heading == "Different figures: states, take part."
    return difference.text


def test_publishers_that_differ_do_not_make_a_speaker_contradict_herself() -> None:
    assert _reported(("one", ARTICLE, "26", "2025-05-02"), ("two", _WIRE, "30", "2025-05-02")) == (
        "What Example said (2 May 2025, stated), by publisher. Gazette: 26. Wire: 30."
    )


def test_an_unknown_day_may_be_the_same_occasion() -> None:
    text = _reported(("one", ARTICLE, "26", "2025-05-02"), ("two", _WIRE, "30", "unknown"))
    assert "by publisher" in text
    assert "Wire: 30." in text


def test_other_numbers_on_other_days_are_the_speakers_own() -> None:
    text = _reported(("one", ARTICLE, "26", "2025-05-02"), ("two", _WIRE, "30", "2025-05-01"))
    assert text == "Example said 26 (2 May 2025, stated). Example said 30 (1 May 2025, stated)."


def test_two_numbers_in_one_article_are_the_speakers_own() -> None:
    text = _reported(("one", ARTICLE, "26", "2025-05-02"), ("two", ARTICLE, "30", "2025-05-02"))
    assert text == "Example said 26 and 30 (2 May 2025, stated)."


def test_a_cell_without_an_answer_names_of_whom_its_speaker_speaks_or_is_empty() -> None:
    answer = "[{question: bridge/open, actor: exampletown, kind: other, text: In June}]"
    own = "[{question: bridge/cost, kind: other, text: Nothing}]"
    topic = (
        "name: The bridge\nsummary: Of it.\nquestions:\n"
        "  - {id: open, text: When?}\n  - {id: cost, text: How much?}\n"
    )
    content = {
        "content/topics/bridge.yaml": topic,
        "content/facts/a.yaml": article(fact(answers=answer), fact("two", answers=own)),
    }
    made = site(content)
    table = matrix(made, "bridge")
    assert table is not None
    of_others = {row.actors[0].id: row.of_others for row in table.rows}
    assert of_others == {"ada": ("Spoke about: Exampletown", ""), "exampletown": ("", "")}
    html, plain = html_pages(made)["topics/bridge/"], plain_pages(made)["topics/bridge/"]
    assert '<td data-q="How much?"></td>' in html
    for text in (html, plain):
        assert text.count("An empty cell means that nothing is recorded here") == 1
        assert "No statement" not in text
    assert "How much?: \n" not in plain


def test_each_answer_has_its_condition_form_and_date_and_a_reference_of_its_own_name() -> None:
    answers = "[{question: bridge/open, kind: yes, text: In June}]"
    content = {
        "content/facts/a.yaml": article(
            fact("one", answers=answers, condition="if it does not snow"),
            fact("two", answers=answers, statement="it opens in June"),
        )
    }
    made = site(content)
    table = matrix(made, "bridge")
    assert table is not None
    one, two = sorted(table.rows[0].cells[0], key=lambda each: each.condition, reverse=True)
    assert (one.condition, one.form, one.said) == (
        "if it does not snow",
        "Reported",
        "2 May 2025 (stated)",
    )
    assert one.reference == two.reference
    assert one.name != two.name
    assert "if it does not snow" in one.name
    assert "condition: if it does not snow · Reported · " in html_pages(made)["topics/bridge/"]
    assert not set("●○◑◌") & set(html_pages(made)["topics/bridge/"])
    content = {"content/facts/a.yaml": article(fact(answers=answers, act="proposes"))}
    table = matrix(site(content), "bridge")
    assert table is not None
    assert [each.text for each in table.rows[0].cells[0][0].marks] == ["Proposal"]


def test_what_a_group_says_stands_on_the_pages_of_those_it_names() -> None:
    """Signatories have their letter on their pages; members of an organisation do not."""
    content = {
        "content/actors/signers.yaml": "kind: group\nname: Three signers\nshort_name: The three\n"
        "size: 3\nmembers_known: some\nmembers: [ada, bob]\n",
        "content/actors/club.yaml": "kind: organisation\nname: The club\n",
        "content/actors/cat.yaml": "kind: person\nname: Cat\nmember_of: [{actor: club}]\n",
        "content/facts/a.yaml": article(
            fact(speaker="signers"), fact("two", speaker="club", statement="the club agrees")
        ),
    }
    found = site(content)
    for name in ("ada", "bob"):
        view = actor_view(found, name)
        (group,) = view.pages[0].items
        assert group.section.id == "groups"
        assert [each.heading for each in group.items] == ["The three: the bridge will open in June"]
        assert f"1 statement by groups that name {view.ref.short}" in view.coverage.sentence
    assert actor_view(found, "cat").pages[0].items == ()
    plain = plain_pages(found)
    assert "## Statements of groups that name Example\n" in plain["actors/ada/"]
    assert "## Statements of groups" not in plain["actors/cat/"]


def test_two_reports_of_one_owner_are_no_single_source() -> None:
    state = "kind: publisher\nname: {}\nownership: state\ncountry: land\noutlet: agency\n"
    owned = state + "ownership_source: https://wire.example/about\n"
    other = ARTICLE.replace("gazette", "tv").replace("/1", "/3")
    content = {
        "content/actors/land.yaml": "kind: state\nname: Land\n",
        "content/actors/wire.yaml": owned.format("Wire"),
        "content/actors/tv.yaml": owned.format("TV"),
        "content/facts/a.yaml": article(
            fact("one", also="[{article: b, paragraph: 1}]"), fact("two", paragraph="2"), head=_WIRE
        ),
        "content/facts/b.yaml": article(fact("three", statement="it may rain"), head=other),
    }
    found = site(content)
    assert found.statements["one"].support.text.startswith("2 publishers, both state-owned")
    notes = topic_view(found, "bridge").coverage.notes
    assert notes[0] == "2 of the statements have a single source."
