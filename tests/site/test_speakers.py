"""Joint statements and unnamed speakers on pages: who said it, and nobody else."""

from __future__ import annotations

from factsheets.data import references
from factsheets.site.views import citation, timeline
from factsheets.site.views.actor_statements import actor_statements
from factsheets.site.views.matrix import matrix
from factsheets.site.views.search import entries
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.topic import rows

from tests.helpers.builders import BASE, article, fact, html_pages, plain_pages, site

A, B = "content/facts/a.yaml", "content/facts/b.yaml"
YES = "[{question: bridge/open, kind: yes, text: In June}]"
JOINT = fact("joint", speaker="[ada, bob]", answers=YES)
UNNAMED = fact(
    "unnamed",
    speaker="",
    speaker_described="a senior official",
    speaker_of="exampletown",
    statement="the bridge is not ready",
)
PEOPLE = {
    f"content/actors/{key}.yaml": f"kind: person\nname: {key.capitalize()} Reed\n"
    f"short_name: {key.capitalize()}\n"
    for key in ("cy", "di", "ed")
}


def made(*facts: str, **more: str) -> Site:
    return site({A: article(*facts), **PEOPLE, **more})


def one(text: str) -> StatementView:
    (view,) = made(text).statements.values()
    return view


def test_a_joint_statement_begins_with_all_its_speakers() -> None:
    view = one(JOINT)
    assert view.heading == "Example and Baker: the bridge will open in June"
    assert view.who.name == "Ada Example and Bob Baker"
    assert view.remarks == ("Joint statement",)
    assert view.chain[0].text == "Example and Baker, named by Gazette."


def test_only_the_first_of_many_speakers_are_in_a_heading_and_all_in_the_citation() -> None:
    made_up = made(fact(speaker="[ada, bob, cy, di, ed]"))
    view = made_up.statements["one"]
    assert view.who.short == "Example, Baker and 3 more"
    everybody = "Ada Example, Bob Baker, Cy Reed, Di Reed and Ed Reed (said 2 May 2025, stated)"
    assert citation.of_statement(made_up, view).startswith(f"{everybody}, in our words: the")
    assert references.of_statement(made_up, view).csl["note"].startswith(everybody)


def test_three_speakers_are_all_in_a_heading() -> None:
    assert one(fact(speaker="[ada, bob, cy]")).who.short == "Example, Baker and Cy"


def test_each_speakers_page_lists_a_joint_statement_as_joint() -> None:
    pages = made(fact(), JOINT)
    for texts in (plain_pages(pages), html_pages(pages)):
        assert "Jointly with Baker" in texts["actors/ada/"]
        assert "Jointly with Example" in texts["actors/bob/"]
        assert "Jointly with" not in texts["topics/bridge/"]
        assert "jointly" in texts["facts/joint/"]


def test_a_joint_statement_counts_once() -> None:
    made_up = made(JOINT)
    office = "roles:\n  - {title: Councillor, organisation: exampletown}\n"
    both = BASE["content/actors/bob.yaml"] + office
    officials = made(JOINT, **{"content/actors/bob.yaml": both})
    assert len(actor_statements(officials, "exampletown").by_officials) == 1
    assert "1 statement by Example and Baker" in rows(made_up)[0].numbers
    assert "1 statement: 1 by" in plain_pages(made_up)["sources/a/"]


def test_what_an_official_says_about_the_state_is_once_on_the_state_s_page() -> None:
    office = "roles:\n  - {title: Councillor, organisation: exampletown}\n"
    both = BASE["content/actors/bob.yaml"] + office
    about = fact("about-it", speaker="bob", about="[exampletown]")
    found = actor_statements(made(about, **{"content/actors/bob.yaml": both}), "exampletown")
    assert [each.id for each in found.all] == ["about-it"]


def test_the_answer_of_a_joint_statement_is_in_the_row_of_each_speaker_and_marked() -> None:
    table = matrix(made(fact(answers=YES), JOINT), "bridge")
    assert table
    texts = {
        actor.id: [each.per_text for each in row.cells[0]]
        for row in table.rows
        for actor in row.actors
    }
    assert texts == {"ada": ["", "joint statement"], "bob": ["joint statement"]}


def test_an_answer_that_a_joint_statement_gives_for_another_is_per_all_its_speakers() -> None:
    answer = YES.replace("kind", "actor: exampletown, kind")
    table = matrix(made(fact(speaker="[ada, bob]", answers=answer)), "bridge")
    assert table
    speakers, town = table.rows
    assert [each.id for each in speakers.actors] == ["ada", "bob"]
    assert (speakers.cells, speakers.of_others) == (((),), ("Spoke about: Exampletown",))
    assert [each.id for each in town.actors] == ["exampletown"]
    assert town.cells[0][0].per_text == "per Example and Baker"


def test_the_search_finds_a_joint_statement_under_each_speaker() -> None:
    found = {each.id: each.facets for each in entries(made(JOINT, UNNAMED)) if each.facets}
    assert found["joint"].speaker == ("ada", "bob")
    assert found["unnamed"].speaker == ("_unnamed",)


def test_a_statement_of_other_speakers_is_another_occasion_of_the_timeline() -> None:
    made_up = made(fact(), JOINT, UNNAMED, UNNAMED.replace("id: unnamed", "id: another"))
    items = timeline.occasions(made_up.statements.values())
    assert sorted(each.who.label for each in items) == [
        "A senior official",
        "A senior official",
        "Example",
        "Example and Baker",
    ]


def test_only_the_same_speakers_contest_their_own_statement() -> None:
    alone = fact("alone", statement="it stays shut", disputes="[joint]")
    both = fact("both", speaker="[bob, ada]", statement="it stays shut", disputes="[joint]")
    texts = plain_pages(made(JOINT, alone, both))
    assert (
        "Contested by the speaker, according to the source:** [Baker and Example:"
        in (texts["facts/joint/"])
    )
    assert "Contested, according to the source:** [Example:" in texts["facts/joint/"]


def test_an_unnamed_speaker_is_shown_as_the_source_describes_them() -> None:
    made_up = made(UNNAMED)
    view = made_up.statements["unnamed"]
    assert view.heading == "A senior official: the bridge is not ready"
    assert view.remarks == ("Unnamed speaker",)
    assert (view.form, view.weakest.link) == ("paraphrased", "speaker")
    assert view.chain[0].state == "unknown"
    assert view.chain[0].text == (
        "Not named; described by Gazette as a senior official (Exampletown)."
    )
    assert citation.of_statement(made_up, view).startswith(
        "Unnamed speaker (a senior official), said 2 May 2025, stated, in our words: the "
    )
    text = plain_pages(made_up)["facts/unnamed/"]
    assert (
        "Unnamed speaker, described by [Gazette](../../actors/gazette/) as a senior official"
        in (text)
    )
    assert "([Exampletown](../../actors/exampletown/))" in text


def test_a_description_that_names_the_organisation_stands_alone() -> None:
    described = UNNAMED.replace("a senior official", "an Exampletown official")
    text = html_pages(made(described))["facts/unnamed/"]
    assert "Not named; described by Gazette as an Exampletown official." in text


def test_an_unnamed_speaker_is_nobody_of_the_organisation() -> None:
    about = UNNAMED.replace("    topics", "    about: [exampletown]\n    topics")
    made_up = made(about)
    found = actor_statements(made_up, "exampletown")
    assert found.all == ()
    assert [view.id for view in found.unnamed] == ["unnamed"]
    assert matrix(made_up, "bridge") is None
    for texts in (plain_pages(made_up), html_pages(made_up)):
        page = texts["actors/exampletown/"]
        assert "Unnamed speakers described as belonging to Exampletown" in page
        assert "No statement by Exampletown recorded here." in page
        assert "1 statement" not in page


def test_two_unnamed_speakers_are_never_one() -> None:
    made_up = made(UNNAMED, UNNAMED.replace("id: unnamed", "id: another"))
    first, second = made_up.statements.values()
    assert first.who.short == second.who.short
    assert first.who.id != second.who.id
    text = plain_pages(made_up)["sources/a/"]
    assert "2 statements: 2 whose speaker is not named." in text
    assert "2 statements by unnamed speakers" in rows(made_up)[0].numbers


def test_figures_of_unnamed_speakers_are_not_one_account() -> None:
    given = [
        fact(
            name,
            speaker="",
            speaker_described="a senior official",
            figure=f"{{value: {value}, unit: boats, counts: in all}}",
        )
        for name, value in (("x", 3), ("y", 4))
    ]
    text = plain_pages(made(*given))["topics/bridge/"]
    assert "A senior official said 3 (2 May 2025, stated). A senior official said 4" in text


def test_words_of_an_unnamed_speaker_need_quotation_marks_in_the_source() -> None:
    quoted = fact(
        "quoted",
        speaker="",
        speaker_described="a senior official",
        quote="We have painted every railing twice",
    )
    view = one(quoted)
    assert (view.form, view.form_text) == ("quoted", "Quoted")


def test_a_group_that_speaks_reads_as_a_speaker() -> None:
    group = "kind: group\nname: 26 countries\nsize: 26\nmembers_known: none\n"
    made_up = made(fact(speaker="many"), **{"content/actors/many.yaml": group})
    view = made_up.statements["one"]
    assert view.heading == "26 countries: the bridge will open in June"
    assert view.chain[0].text == "26 countries, according to Gazette."
    assert view.gave_text == "26 countries said"
