"""What changes over time stays visible: positions, superseded and withdrawn statements."""

from __future__ import annotations

from factsheets.site.views.actor import actor_view
from factsheets.site.views.matrix import matrix
from factsheets.site.views.topic import topic_view

from tests.helpers.builders import article, fact, site

OLD = "[{question: bridge/open, kind: yes, text: In June}]"
NEW = "[{question: bridge/open, kind: conditional, text: In August}]"


def two(**old: str) -> dict[str, str]:
    return {
        "content/facts/a.yaml": article(
            fact("old", answers=OLD, said="2025-05-01", **old),
            fact("new", answers=NEW, said="2025-05-02", updates="[old]"),
        )
    }


SUPERSEDED = {"status": "superseded", "reason": "she changed the month", "date": "2025-05-03"}


def test_a_position_that_changed_shows_the_latest_answer_first_with_all_dates() -> None:
    for content in (two(), two(**SUPERSEDED)):
        (position,) = actor_view(site(content), "ada").positions
        assert [(e.text, e.earlier, e.said) for e in position.entries] == [
            ("In August", False, "2 May 2025 (stated)"),
            ("In June", True, "1 May 2025 (stated)"),
        ]


def test_the_matrix_keeps_what_was_answered_before() -> None:
    table = matrix(site(two(**SUPERSEDED)), "bridge")
    assert table is not None
    assert [e.text for e in table.rows[0].cells[0]] == ["In August", "In June"]


def test_an_answer_before_a_day_is_not_earlier_than_itself() -> None:
    """Paper leaves out earlier answers."""
    content = {"content/facts/a.yaml": article(fact(answers=OLD, said="before 2025-05-02"))}
    table = matrix(site(content), "bridge")
    assert table is not None
    assert [each.earlier for each in table.rows[0].cells[0]] == [False]


def test_superseded_and_withdrawn_statements_leave_every_list_and_count() -> None:
    for status in ("superseded", "withdrawn"):
        made = site(two(**{**SUPERSEDED, "status": status}))
        view = topic_view(made, "bridge")
        assert view.coverage.statements == 1
        for each in (view, actor_view(made, "ada")):
            assert [v.id for page in each.pages for v in page.rows] == ["new"]


def test_a_withdrawn_statement_answers_nothing() -> None:
    table = matrix(site(two(**{**SUPERSEDED, "status": "withdrawn"})), "bridge")
    assert table is not None
    assert [e.text for e in table.rows[0].cells[0]] == ["In August"]


def test_answers_of_one_day_stand_side_by_side() -> None:
    content = {
        "content/facts/a.yaml": article(fact("one", answers=OLD), fact("two", answers=NEW)),
    }
    (position,) = actor_view(site(content), "ada").positions
    assert [e.earlier for e in position.entries] == [False, False]
