"""References lead to the right records; each broken one is reported once, at its place."""

from __future__ import annotations

import pytest
from factsheets.problems.problem import Problem, errors

from tests.helpers.builders import ARTICLE, BASE, article, checked, fact


def problems(content: dict[str, str]) -> list[tuple[str, str, int]]:
    found = errors(checked(content).problems)
    return [(p.code, p.place.file, p.place.line) for p in found]


def only(content: dict[str, str]) -> Problem:
    (problem,) = errors(checked(content).problems)
    return problem


FACTS = "content/facts/a.yaml"


@pytest.mark.parametrize(
    ("fields", "code", "line", "advice"),
    [
        ({"speaker": "adah"}, "unknown-actor", 7, "Did you mean ada?"),
        ({"topics": "[brigde]"}, "unknown-topic", 11, "Did you mean bridge?"),
        ({"event": "counsil"}, "unknown-event", 12, "Did you mean council?"),
        ({"disputes": "[onee]"}, "unknown-fact", 12, "Did you mean one?"),
        ({"also": "[{article: b, paragraph: 1}]"}, "unknown-article", 12, "facts new article b"),
        (
            {"answers": "[{question: bridge/opening, kind: yes, text: In June}]"},
            "unknown-question",
            12,
            "Its questions: open.",
        ),
    ],
)
def test_an_unknown_id_is_placed_and_helped(
    fields: dict[str, str], code: str, line: int, advice: str
) -> None:
    problem = only({FACTS: article(fact(**fields))})
    assert (problem.code, problem.place.line) == (code, line)
    assert advice in problem.help


def test_the_lines_of_a_new_record_leave_nothing_to_publish_by_accident() -> None:
    found = only({FACTS: article(fact(topics="[harbours]"))})
    assert 'name: "Harbours"\nsummary: TODO' in found.help
    lines = {"content/topics/harbours.yaml": 'name: "Harbours"\nsummary: TODO\n'}
    assert only({FACTS: article(fact(topics="[harbours]")), **lines}).code == "todo"


def test_a_publisher_s_country_is_a_state() -> None:
    wire = BASE["content/actors/wire.yaml"].replace("exampleland", "ada")
    problem = only({"content/actors/wire.yaml": wire})
    assert (problem.code, problem.place.line, problem.place.column) == (
        "wrong-kind-of-actor",
        4,
        10,
    )


def test_a_duplicate_id_names_both_places() -> None:
    problem = only({FACTS: article(fact()), "content/facts/b.yaml": article(fact())})
    assert (problem.code, problem.place.file) == ("duplicate-id", "content/facts/b.yaml")
    assert "content/facts/a.yaml, line 6" in problem.help


def test_a_broken_file_is_no_mistake_of_those_that_mention_it() -> None:
    found = problems({FACTS: article(fact()), "content/actors/ada.yaml": "kind: person\nname: [\n"})
    assert [file for _, file, _ in found] == ["content/actors/ada.yaml"]


def test_a_circle_is_named_once() -> None:
    topics = {
        f"content/topics/{name}.yaml": f"name: {name}\nsummary: x.\nbroader: {broader}\n"
        for name, broader in (("p", "q"), ("q", "r"), ("r", "p"))
    }
    problem = only(topics)
    assert problem.code == "reference-cycle"
    assert "p → q → r → p" in problem.message


def test_an_update_of_itself_is_a_circle() -> None:
    problem = only({FACTS: article(fact(updates="[one]"))})
    assert problem.code == "reference-cycle"


def test_a_former_id_is_never_used_again() -> None:
    old = BASE["content/actors/bob.yaml"] + "former_ids: [ada]\n"
    problem = only({"content/actors/bob.yaml": old})
    assert (problem.code, problem.place.line) == ("former-id-in-use", 4)


def test_all_problems_come_in_the_order_of_files_and_lines() -> None:
    found = problems(
        {
            FACTS: article(fact("x", speaker="nobody"), fact("y", topics="[nothing]")),
            "content/facts/b.yaml": article(fact("z", event="never")),
        }
    )
    assert found == sorted(found, key=lambda each: each[1:])
    assert len(found) == 3


OTHER = ARTICLE.replace("/1", "/2").replace("2025-05-03", "2025-05-04")


@pytest.mark.parametrize(
    "fields",
    [
        {"figure": "{value: 3, unit: lanes, counts: open}"},
        {"quote": '"We have painted every railing twice"'},
    ],
)
def test_one_statement_in_two_articles_is_suggested_once(fields: dict[str, str]) -> None:
    content = {
        FACTS: article(fact("first", **fields)),
        "content/facts/b.yaml": article(fact("second", **fields), head=OTHER),
    }
    (found,) = [p for p in checked(content).problems if p.code == "same-statement"]
    assert (found.place.file, found.place.line, found.severity) == (
        "content/facts/b.yaml",
        6,
        "warning",
    )
    assert "first" in found.message


def suggested(first: str, second: str, *more: str) -> list[str]:
    """The later facts that are suggested as duplicates of an earlier one in another article."""
    content = {FACTS: article(first)}
    for number, each in enumerate((second, *more)):
        content[f"content/facts/b{number}.yaml"] = article(each, head=OTHER)
    found = checked(content, text=None).problems
    return [p.message for p in found if p.code == "same-statement"]


LANES = "{value: 3, unit: lanes, counts: open to cars}"
LONG = '"we have painted every railing of this bridge twice"'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"figure": LANES}, {"figure": LANES.replace("lanes", "Lane")}),
        ({"figure": LANES, "statement": "three lanes open"}, {"figure": LANES}),
        ({"quote": LONG}, {"quote": LONG, "said": "unknown"}),
        ({"quote": LONG}, {"quote": LONG, "said": "2025-05-01"}),
        ({"quote": LONG}, {"quote": LONG.replace("we have painted", "we painted")}),
        ({"statement": "a test will follow"}, {"statement": "There will follow a test"}),
        ({"quote": LONG, "speaker": "[ada, bob]"}, {"quote": LONG, "speaker": "[bob, ada]"}),
    ],
)
def test_reports_of_one_statement_are_suggested(one: dict[str, str], other: dict[str, str]) -> None:
    first = fact("first", **{"statement": "it is said", **one})
    second = fact("second", **{"statement": "she told them", **other})
    assert len(suggested(first, second)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"figure": LANES}, {"figure": "{value: 3, unit: lanes, counts: closed for good}"}),
        ({"figure": LANES}, {"figure": LANES, "speaker": "bob"}),
        ({"figure": LANES}, {"figure": LANES, "said": "2025-05-01"}),
        ({"figure": LANES, "quote": LONG}, {"figure": LANES.replace("3", "4"), "quote": LONG}),
        ({"quote": LONG}, {"quote": LONG, "said": "2025-03-01"}),
        ({"quote": '"at the end of the day it is"'}, {"quote": '"till the end of it"'}),
        (
            {"quote": '"at the end of the day"'},
            {"quote": '"at the end of the line"', "said": "2025-05-01"},
        ),
        ({"quote": LONG}, {"quote": LONG, "updates": "[first]"}),
        ({"quote": LONG}, {"quote": LONG, "speaker": ""}),
        ({"quote": LONG}, {"quote": LONG, "speaker": "[ada, bob]"}),
        (
            {"quote": LONG, "speaker": "", "speaker_described": "a senior official"},
            {"quote": LONG, "speaker": "", "speaker_described": "a senior official"},
        ),
    ],
)
def test_what_only_resembles_is_not_suggested(one: dict[str, str], other: dict[str, str]) -> None:
    first = fact("first", **{"statement": "cars may pass", **one})
    second = fact("second", **{"statement": "she told lorries", **other})
    assert suggested(first, second) == []


def test_ten_reports_of_one_statement_are_nine_suggestions_of_the_first() -> None:
    first, *more = (fact(f"f{number}", quote=LONG, figure=LANES) for number in range(10))
    assert suggested(first, *more) == ['This looks like "f0", reported by another article.'] * 9


def test_statements_that_name_each_other_are_not_suggested() -> None:
    same = {"figure": "{value: 3, unit: lanes, counts: open}"}
    content = {
        FACTS: article(fact("first", **same)),
        "content/facts/b.yaml": article(fact("second", updates="[first]", **same), head=OTHER),
    }
    assert "same-statement" not in [p.code for p in checked(content).problems]
