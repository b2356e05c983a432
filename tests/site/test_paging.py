"""Long lists: pages of 25, groups that go on, and the index before the statements."""

from __future__ import annotations

import re

from factsheets.site.views.actor import actor_view
from factsheets.site.views.groups import Group
from factsheets.site.views.paging import A_PAGE, paged
from factsheets.site.views.topic import topic_view
from hypothesis import given
from hypothesis import strategies as some

from tests.helpers.builders import article, fact, html_pages, plain_pages, site

TOPIC = """name: The bridge
summary: Of it.
questions:
  - {id: open, text: When will it open?}
  - {id: cost, text: What does it cost?}
"""


def many(number: int) -> dict[str, str]:
    """A topic with two questions and so many statements, of several years."""
    answer = {"answers": "[{question: bridge/open, kind: other, text: In June}]"}
    facts = [
        fact(
            f"s-{at}",
            speaker="bob" if at % 3 == 0 else "ada",
            statement=f"the bridge has {at + 10} lamps",
            said=f"20{10 + at % 15}-05-02",
            said_basis="stated",
            **(answer if at % 2 else {}),
        )
        for at in range(number)
    ]
    return {
        "content/topics/bridge.yaml": TOPIC,
        "content/facts/a.yaml": article(*facts),
    }


@given(some.lists(some.integers(1, 80), max_size=12))
def test_pages_hold_everything_once_and_in_order(sizes: list[int]) -> None:
    groups = [Group(str(at), "x", range(size)) for at, size in enumerate(sizes)]
    pages = paged(groups, "topics/x/")
    found = [(group.key, item) for page in pages for group in page.items for item in group.items]
    assert found == [(group.key, item) for group in groups for item in group.items]
    for page in pages:
        assert len(page.rows) == page.sizes[page.number - 1] <= A_PAGE
        assert all(each.number == len(groups[int(each.key)].items) for each in page.items)
    assert sum(not each.continued for page in pages for each in page.items) == len(groups)


def test_a_small_group_is_not_cut() -> None:
    first, second = paged([Group("a", "A", range(23)), Group("b", "B", range(4))], "x/")
    assert (first.sizes, [each.key for each in second.items]) == ((23, 4), ["b"])


def test_the_pager_names_neighbours_and_ends_only() -> None:
    pages = paged([Group("", "", range(A_PAGE * 80 - 10))], "facts/")
    assert [number for number, _path in pages[0].near] == [1, 2, 0, 80]
    assert [number for number, _path in pages[40].near] == [1, 0, 40, 41, 42, 0, 80]
    assert pages[78].next == ("Next 15", "facts/page/80/")
    assert pages[1].previous == ("Previous 25", "facts/")
    assert (pages[0].previous, pages[79].next) == (None, None)


def test_a_question_goes_on_on_the_next_page_under_its_heading() -> None:
    made = site(many(60))
    view = topic_view(made, "bridge")
    assert [
        [(each.heading, len(each.items), each.continued) for each in page.items]
        for page in view.pages
    ] == [
        [("When will it open?", 4, False)],
        [("When will it open?", 25, True)],
        [("When will it open?", 1, True), ("Other statements", 24, False)],
        [("Other statements", 6, True)],
    ]
    second = html_pages(made)["topics/bridge/page/2/"]
    assert "When will it open?, continued</h3>" in second
    assert "### When will it open?, continued" in plain_pages(made)["topics/bridge/page/2/"]


def test_the_index_leads_to_where_a_group_begins() -> None:
    made = site(many(60))
    pages = html_pages(made)
    questions, speakers, years = topic_view(made, "bridge").index
    assert [(each.text, each.number) for each in questions.places] == [
        ("When will it open?", 30),
        ("Other statements", 30),
    ]
    assert [(each.text, each.number) for each in speakers.places] == [
        ("Example", 40),
        ("Baker", 20),
    ]
    assert len(years.places) == 15
    for row in (questions, speakers, years, *actor_view(made, "ada").index):
        for each in row.places:
            path, _hash, anchor = each.path.partition("#")
            assert f'id="{anchor}"' in pages[path], each


def test_a_short_topic_has_neither_index_nor_folds() -> None:
    page = html_pages(site(many(12)))["topics/bridge/"]
    assert "<details" not in page
    assert 'class="sum index' not in page


def test_no_id_stands_twice_on_a_page() -> None:
    for path, page in html_pages(site(many(60))).items():
        found = re.findall(r' id="([^"]+)"', page)
        assert len(found) == len(set(found)), path


def test_every_statement_stands_once_on_the_pages_of_its_topic() -> None:
    pages = html_pages(site(many(60)))
    cards = [
        name
        for path, page in pages.items()
        if path.startswith("topics/bridge/")
        for name in re.findall(r'<article class="st" id="([^"]+)"', page)
    ]
    assert sorted(cards) == sorted(f"s-{at}" for at in range(60))
