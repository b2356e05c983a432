"""Any actor can publish its own words, and is labelled by the rule for all publishers."""

from __future__ import annotations

import pytest
from factsheets.data.lists import record_row
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.site import Site

from tests.helpers.builders import ARTICLE, article, checked, fact, html_pages, plain_pages, site

A = "content/facts/a.yaml"
OFFICE = {
    "content/actors/office.yaml": "kind: organisation\nname: Mayor’s Office\noutlet: city office\n"
}


def by(publisher: str) -> str:
    return ARTICLE.replace("gazette\n", f"{publisher}\n", 1)


def made(publisher: str, **fields: str) -> Site:
    return site({**OFFICE, A: article(fact(**fields), head=by(publisher))})


@pytest.mark.parametrize(
    ("publisher", "label"),
    [
        ("gazette", "Norwegian private newspaper"),
        ("exampleland", "state"),
        ("exampletown", "organisation"),
        ("office", "city office"),
        ("ada", "person; Mayor of Exampletown"),
        ("bob", "person"),
    ],
)
def test_each_publisher_has_a_label_beside_its_name(publisher: str, label: str) -> None:
    found = made(publisher, speaker="")
    assert publisher_label(found.dataset, publisher) == label
    for page in ("sources/a/", "facts/one/", f"actors/{publisher}/", "sources/"):
        assert label in plain_pages(found)[page]


def test_a_role_is_given_with_its_source_and_only_while_it_is_held() -> None:
    ada = (
        "kind: person\nname: Ada Example\nroles:\n  - {title: Mayor, article: b}\n"
        "  - {title: Teacher, end: 2020}\n"
    )
    others = {"content/facts/b.yaml": ARTICLE, "content/actors/ada.yaml": ada}
    found = site({**others, A: article(fact(), head=by("ada"))})
    assert publisher_label(found.dataset, "ada") == "person; Mayor, according to Gazette"


def test_a_publisher_that_speaks_itself_is_not_named_by_itself() -> None:
    (speaker, *_) = made("ada").statements["one"].chain
    assert speaker.text == "Example; the speaker is also the publisher."
    (silent, *_) = made("ada", speaker="").statements["one"].chain
    assert silent.text == "Ada Example, the publisher itself; no other speaker is recorded."


def test_an_actor_s_page_has_the_sources_that_it_published() -> None:
    found = made("office", speaker="")
    assert "## Sources published by Mayor’s Office" in plain_pages(found)["actors/office/"]
    assert "Sources published by Mayor’s Office" in html_pages(found)["actors/office/"]
    assert record_row(found, "actors", "office")["label"] == "city office"


def test_a_state_that_publishes_counts_with_the_publishers_that_it_owns() -> None:
    content = {
        A: article(fact(also="[{article: b, paragraph: 1}]"), head=by("exampleland")),
        "content/facts/b.yaml": by("wire"),
    }
    found = site(content, text=None).statements["one"].support
    assert (found.independent, found.state_owned, found.states) == (0, 2, 1)


def test_a_publisher_of_several_states_needs_no_country() -> None:
    name = "content/actors/un.yaml"
    actor = "kind: publisher\nname: Union News\noutlet: website\nownership: {}\n"
    (problem,) = checked({name: actor.format("public")}).problems
    assert problem.code == "publisher-incomplete"
    assert "ownership: international" in problem.help
    found = site({name: actor.format("international")})
    assert publisher_label(found.dataset, "un") == "international website"
