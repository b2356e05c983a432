"""References lead where they should; every one that does not is said once, at its place."""

from __future__ import annotations

import pytest

from generator.problem import Problem, errors
from tests.made import ARTICLE, BASE, article, checked, fact


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
        ({"speaker": "anne"}, "unknown-actor", 7, "Did you mean ann?"),
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


def test_a_publisher_is_an_actor_of_that_kind() -> None:
    problem = only({FACTS: article(fact(), head=ARTICLE.replace("gazette\n", "ann\n", 1))})
    assert (problem.code, problem.place.line, problem.place.column) == (
        "wrong-kind-of-actor",
        1,
        12,
    )


def test_a_duplicate_id_names_both_places() -> None:
    problem = only({FACTS: article(fact()), "content/facts/b.yaml": article(fact())})
    assert (problem.code, problem.place.file) == ("duplicate-id", "content/facts/b.yaml")
    assert "content/facts/a.yaml, line 6" in problem.help


def test_a_broken_file_is_no_mistake_of_those_that_mention_it() -> None:
    found = problems({FACTS: article(fact()), "content/actors/ann.yaml": "kind: person\nname: [\n"})
    assert [file for _, file, _ in found] == ["content/actors/ann.yaml"]


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
    old = BASE["content/actors/bob.yaml"] + "former_ids: [ann]\n"
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


def test_statements_that_name_each_other_are_not_suggested() -> None:
    same = {"figure": "{value: 3, unit: lanes, counts: open}"}
    content = {
        FACTS: article(fact("first", **same)),
        "content/facts/b.yaml": article(fact("second", updates="[first]", **same), head=OTHER),
    }
    assert "same-statement" not in [p.code for p in checked(content).problems]
