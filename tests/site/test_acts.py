"""What a speaker does is said in the same words for everybody."""

from __future__ import annotations

import pytest
from factsheets.content.types import ACTS
from factsheets.problems.catalogue import catalogue
from factsheets.site.views.acts import act_text
from factsheets.site.views.legend import legend
from factsheets.site.views.statement import StatementView

from tests.helpers.builders import article, checked, fact, html_pages, plain_pages, site

A = "content/facts/a.yaml"
DENIED = '"the bridge was not closed"'


def one(**fields: str) -> StatementView:
    return site({A: article(fact(**fields))}).statements["one"]


@pytest.mark.parametrize(
    ("act", "statement", "chip"),
    [
        ("denies", DENIED, "Denial"),
        ("calls-for", "the council should close the bridge", "Call to act"),
        ("proposes", "the bridge could open in June", "Proposal"),
    ],
)
def test_an_act_is_a_noun_on_every_card_and_a_sentence_on_its_page(
    act: str, statement: str, chip: str
) -> None:
    made = site({A: article(fact(act=act, statement=statement))})
    html, plain = html_pages(made), plain_pages(made)
    assert f">{chip}</span>" in html["facts/one/"]
    assert f">{chip}</span>" in html["actors/ada/"]
    assert f"**{chip}** · " in plain["topics/bridge/"]
    assert act_text(act) in plain["facts/one/"]
    # The statement is what the speaker says, also where the act is not shown.
    heading = made.statements["one"].heading
    assert heading == f"Example: {statement.strip(chr(34))}"


def test_a_plain_statement_has_no_chip_and_no_line_for_its_act() -> None:
    made = site({A: article(fact())})
    assert made.statements["one"].remarks == ()
    assert "**Act:**" not in plain_pages(made)["facts/one/"]


def test_every_act_is_explained_where_readers_learn_the_terms() -> None:
    meaning = next(term.meaning for term in legend() if term.text == "Act")
    assert all(act_text(act) in meaning for act in ACTS)


def test_facts_explain_gives_the_same_meanings() -> None:
    assert all(
        f"{act}: {meaning}" in catalogue()["bad-choice"].why for act, meaning in ACTS.items()
    )


def _codes(**fields: str) -> list[tuple[str, str]]:
    found = checked({A: article(fact(**fields))}).problems
    return [(each.code, each.severity) for each in found if each.code.startswith("deni")]


def test_a_denial_must_not_read_as_what_is_denied() -> None:
    affirmed = '"the bridge was closed"'
    assert _codes(act="denies", statement=affirmed) == [("denial-without-not", "error")]
    assert _codes(act="denies", statement=DENIED) == []
    assert _codes(act="denies", statement="“the bridge isn’t closed”") == []
    assert _codes(act="says", statement=affirmed) == []


def test_a_call_or_proposal_must_not_read_as_a_report() -> None:
    def found(act: str, statement: str) -> list[tuple[str, str]]:
        problems = checked({A: article(fact(act=act, statement=statement))}).problems
        return [(each.code, each.severity) for each in problems if "request" in each.code]

    for act in ("calls-for", "proposes"):
        report = [("request-without-should", "warning")]
        assert found(act, "the council opens the bridge") == report
        assert found(act, "the council should open the bridge") == []
        assert found(act, "silta on auki") == []
    assert found("says", "the council opens the bridge") == []


def test_a_denial_in_another_language_is_only_doubted() -> None:
    assert _codes(act="denies", statement="silta on kiinni") == [("denial-without-not", "warning")]
    assert _codes(act="denies", statement="die Brücke ist nicht zu") == []
    assert _codes(act="denies", statement="мост не закрыт") == []


def test_a_number_that_is_denied_is_no_figure() -> None:
    figure = "{value: 2, counts: bridges}"
    denied = _codes(act="denies", statement="2 bridges were not closed", figure=figure)
    assert denied == [("denied-figure", "warning")]
    assert one(act="says", statement="2 bridges were closed", figure=figure).figure is not None
