"""The page /compare/ and the data that it shows."""

from __future__ import annotations

import json
from typing import Any

from factsheets.site.views.compare import compare_view

from tests.helpers.builders import article, fact, html_pages, open_data, plain_pages, site

TOPIC = (
    "name: The bridge\nsummary: Of it.\nquestions:\n"
    "  - {id: open, text: When?}\n  - {id: cost, text: How much?}\n"
)
OPEN = "[{question: bridge/open, kind: yes, text: In June}]"
FOR_TOWN = "[{question: bridge/open, actor: exampletown, kind: yes, text: In June}]"
MAYOR = (
    "kind: person\nname: May Mayor\nshort_name: Mayor\n"
    "roles: [{title: Mayor of Exampletown, organisation: exampletown}]\n"
)


def content(*facts: str) -> dict[str, str]:
    return {"content/topics/bridge.yaml": TOPIC, "content/facts/a.yaml": article(*facts)}


def comparison(*facts: str, of: str = "ada", **more: str) -> dict[str, Any]:
    """What is published beside the page of an actor for comparisons."""
    made = site(content(*facts) | more)
    data = {path: b"".join(pieces) for path, pieces in open_data(made)}
    found: dict[str, Any] = json.loads(data[f"actors/{of}/index.json"]).get("comparison", {})
    return found


def test_each_statement_has_its_condition_date_form_publisher_and_page() -> None:
    given = fact(answers=OPEN, condition="if it does not snow")
    assert comparison(given)["statements"] == [
        {
            "url": "facts/one/",
            "statement": "Example: the bridge will open in June, if it does not snow",
            "form": "Reported",
            "said": "2 May 2025, stated",
            "reports": ["Gazette, Norwegian private newspaper"],
            "marks": [],
            "topics": ["bridge"],
            "answers": [{"topic": "bridge", "question": "open", "of": ""}],
        }
    ]


def test_topics_come_with_all_their_questions_in_order() -> None:
    (topic,) = comparison(fact())["topics"]
    assert topic == {
        "id": "bridge",
        "name": "The bridge",
        "url": "topics/bridge/",
        "questions": [{"id": "open", "text": "When?"}, {"id": "cost", "text": "How much?"}],
    }


def test_statements_come_oldest_first_and_those_without_a_day_last() -> None:
    found = comparison(
        fact("newer", said="2025-05-02"),
        fact("undated", said="unknown", said_basis=""),
        fact("older", said="2025-05-01"),
    )
    urls = [each["url"] for each in found["statements"]]
    assert urls == ["facts/older/", "facts/newer/", "facts/undated/"]


def test_an_answer_for_another_stands_in_both_columns_and_names_the_other() -> None:
    given = fact(answers=FOR_TOWN)
    (own,) = comparison(given)["statements"]
    (others,) = comparison(given, of="exampletown")["statements"]
    assert [each["of"] for each in own["answers"]] == ["Spoke about: Exampletown"]
    assert [each["of"] for each in others["answers"]] == [""]
    assert others["statement"].startswith("Example: ")


def test_what_officials_say_stands_in_the_column_of_their_organisation() -> None:
    mayor = {"content/actors/may.yaml": MAYOR}
    given = fact(speaker="may", answers=OPEN)
    found = comparison(given, of="exampletown", **mayor)
    assert [each["statement"] for each in found["statements"]] == [
        "Mayor: the bridge will open in June"
    ]


def test_a_superseded_statement_says_so_and_a_withdrawn_one_is_left_out() -> None:
    old = {"reason": "she changed the month", "date": "2025-05-03", "said": "2025-05-01"}
    new = fact("new", updates="[old]")
    first, _second = comparison(fact("old", status="superseded", **old), new)["statements"]
    assert first["marks"][0] == "Superseded"
    (only,) = comparison(fact("old", status="withdrawn", **old), new)["statements"]
    assert only["url"] == "facts/new/"


def test_the_page_links_to_every_actor_with_statements_and_has_no_dead_form() -> None:
    made = site(content(fact(answers=FOR_TOWN)))
    assert [ref.id for ref in compare_view(made).actors] == ["ada", "exampletown"]
    html, plain = html_pages(made)["compare/"], plain_pages(made)["compare/"]
    form = html[html.index("<form") : html.index("</form>")]
    assert " hidden>" in form.splitlines()[0]
    for text in (html, plain):
        assert "without it, open the pages of two actors" in text
        assert "../actors/ada/" in text
        assert "../actors/exampletown/" in text
        assert "../actors/bob/" not in text


def test_only_actors_with_statements_link_to_the_comparison() -> None:
    made = site(content(fact(answers=FOR_TOWN)))
    for texts in (html_pages(made), plain_pages(made)):
        assert "../../compare/?a=ada" in texts["actors/ada/"]
        assert "../../compare/?a=exampletown" in texts["actors/exampletown/"]
        assert "compare/" not in texts["actors/bob/"]
        assert "../compare/" in texts["actors/"]


def test_no_word_of_the_page_calls_statements_a_contradiction() -> None:
    made = site(content(fact()))
    for text in (html_pages(made)["compare/"], plain_pages(made)["compare/"]):
        assert "does not say whether the statements agree" in text
        assert not {"contradict", "disagree", "conflict"} & set(text.casefold().split())
