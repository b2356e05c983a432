"""Records from trees: problems in plain words at their lines, only the first cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from factsheets.content.article import Article
from factsheets.content.field_help import (
    EXAMPLES,
    NOUNS,
    all_fields,
    example_of,
    known_fields,
    records_of,
)
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.reader import read
from factsheets.content.records import Actor
from factsheets.content.text_rules import over, sentences, words
from factsheets.content.types import ACTS, SOURCE_KINDS, Id, QuestionRef
from factsheets.content.validation import record
from factsheets.datafiles import load_toml
from factsheets.problems.catalogue import Code, catalogue
from factsheets.problems.problem import Place, Problem, in_order
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.problem_text import problem_text

ROOT = Path(__file__).parents[2]
CASES = sorted(path.parent for path in (ROOT / "tests/cases").glob("*/input.yaml"))

# Made up for tests.
_BASE: dict[str, dict[str, str]] = {
    "fact": {"id": "one", "statement": "three ports open", "topics": "[ports]", "paragraph": "2"},
    "actor": {"kind": "person", "name": "Ada Example"},
    "topic": {"name": "Ports", "summary": "What is said about ports."},
    "event": {"name": "Council"},
    "article": {
        "publisher": "gazette",
        "url": "https://gazette.example/1",
        "published": "2025-09-04",
        "language": "en",
    },
}


def _problems(kind: Kind, raw: bytes) -> tuple[Problem, ...]:
    tree = read("input.yaml", raw)
    if tree.value is None:
        return tree.problems
    return in_order(tree.problems + record(kind, tree.value).problems)


def _completed(kind: str, text: str) -> str:
    """A file or a fact with these fields and the required ones."""
    tree = read("f", f"{text}\n".encode()).value
    given_fields = tree.root if tree else {}
    base = (f"{key}: {value}\n" for key, value in _BASE[kind].items() if key not in given_fields)
    return "".join(base) + text + "\n"


def _article_with(fact: str) -> str:
    inner = _completed("fact", fact).strip().replace("\n", "\n    ")
    return _completed("article", f"facts:\n  - {inner}")


def _run(kind: str, text: str) -> tuple[Problem, ...]:
    if kind == "yaml":
        return read("f", f"{text}\n".encode()).problems
    if kind == "fact":
        return _problems("article", _article_with(text).encode())
    if kind.startswith("whole "):
        return _problems(kind.removeprefix("whole "), f"{text}\n".encode())
    return _problems(kind, _completed(kind, text).encode())


def _of_fact(text: str) -> list[str]:
    return [problem.code for problem in _run("fact", text)]


# Golden cases


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_case_of_real_files_tells_what_it_should(
    folder: Path, golden: Callable[[Path, str], None]
) -> None:
    stated = folder / "kind.txt"
    kind = stated.read_text().strip() if stated.exists() else "article"
    problems = _problems(kind, (folder / "input.yaml").read_bytes())
    golden(folder / "problems.txt", "".join(map(problem_text, problems)))


def test_every_case_tells_a_problem_and_there_are_many() -> None:
    assert len(CASES) >= 45
    assert all((folder / "problems.txt").stat().st_size > 0 for folder in CASES)


def test_no_message_speaks_the_language_of_programs() -> None:
    forbidden = ("invalid", "schema", "null", " str", "dict", "tuple", "pydantic", "Traceback")
    for folder in CASES:
        text = (folder / "problems.txt").read_text(encoding="utf-8")
        assert not [word for word in forbidden if word in text], folder.name


# The catalogue of codes

_RUN = [entry for entry in catalogue().values() if entry.kind]


@pytest.mark.parametrize("entry", _RUN, ids=lambda entry: entry.code)
def test_the_right_examples_of_a_code_are_right(entry: Code) -> None:
    for example in entry.right:
        assert _run(entry.kind, example) == (), example


@pytest.mark.parametrize("entry", _RUN, ids=lambda entry: entry.code)
def test_the_wrong_examples_of_a_code_give_it_and_nothing_else(entry: Code) -> None:
    for example in entry.wrong:
        assert [problem.code for problem in _run(entry.kind, example)] == [entry.code], example


def test_every_code_that_the_cases_give_is_explained() -> None:
    every = "".join((folder / "problems.txt").read_text(encoding="utf-8") for folder in CASES)
    heads = (line for line in every.split("\n") if line.startswith("input.yaml:"))
    given_codes = {line.rpartition("[")[2].rstrip("]") for line in heads}
    assert given_codes <= catalogue().keys()
    assert len(given_codes) > 50


# What the schema knows


def test_every_field_has_an_example_and_every_word_a_meaning() -> None:
    words = load_toml("factsheets.content", "fields.toml")["words"]
    names: set[str] = set()
    for one, fields in all_fields().items():
        names |= fields.keys()
        for name, known in fields.items():
            assert example_of(one, name).startswith(f"{name}:")
            if known.choices not in {tuple(ACTS), tuple(SOURCE_KINDS)}:
                assert tuple(words.get(one.__name__, {}).get(name, ())) == known.choices
    assert names == EXAMPLES.keys()


def test_every_record_has_a_name_and_every_field_a_description() -> None:
    for kind in KINDS:
        for one in records_of(kind):
            assert one.__name__ in NOUNS
            assert all(known.doc for known in known_fields(one).values())


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
        yield from _parts(part)


def test_every_field_of_ids_says_what_they_name() -> None:
    rules = [get_args(kind_of_id)[1] for kind_of_id in (Id, QuestionRef)]
    for record_class, fields in all_fields().items():
        hints = get_type_hints(record_class, include_extras=True)
        for name, field in fields.items():
            has_ids = any(part in rules for part in _parts(hints[name]))
            assert has_ids == (field.target is not None), (record_class, name)


# Places and first causes


def test_a_fact_that_lacks_a_field_is_marked_at_its_first_line() -> None:
    (problem,) = _problems(
        "article",
        _article_with("x: y")
        .replace("    x: y\n", "")
        .replace("    topics: [ports]\n", "")
        .encode(),
    )
    assert (problem.code, problem.place.line, problem.place.column) == ("missing-field", 6, 5)
    assert "topics: [" in problem.help


def test_an_item_of_a_list_has_its_own_place() -> None:
    (problem,) = _run("fact", "about: [france, Exampletown]")
    assert (problem.place.column, problem.place.end_column) == (21, 32)


def test_a_mistyped_required_field_is_not_called_missing_as_well() -> None:
    problems = _problems("actor", b"kind: state\nnmae: France\n")
    assert [problem.code for problem in problems] == ["unknown-field"]
    assert "Did you mean name?" in problems[0].help


def test_a_broken_field_is_not_called_missing_as_well() -> None:
    assert [p.code for p in _problems("actor", b"kind: planet\nname: []\n")] == [
        "bad-choice",
        "wrong-shape",
    ]


def test_an_incomplete_reading_of_marks_is_explained() -> None:
    problems = _run("fact", 'quote: "committed to a role"\nmarks: {read_as: quoted, by: Ann}')
    missing = [each.message for each in problems if each.code == "missing-field"]
    assert missing == [
        'The field "date" is missing; a reading needs it.',
        'The field "sha256" is missing; a reading needs it.',
    ]


def test_a_near_choice_is_offered() -> None:
    (problem,) = _run("fact", "act: declined")
    assert "Did you mean declines?" in problem.help


def test_a_name_where_an_id_belongs_is_offered_as_an_id() -> None:
    (problem,) = _run("fact", 'event: "Pressekonferenz, Köln (2025)"')
    assert "pressekonferenz-koln-2025" in problem.help


def test_a_field_of_another_group_is_led_there() -> None:
    (problem,) = _run("fact", "publisher: gazette")
    assert "a field of the article" in problem.help


def test_one_broken_fact_hides_no_mistake_in_another() -> None:
    text = _article_with("paragraph: none") + "  - {id: two, statement: x, topics: [a]}\n"
    codes = {problem.code for problem in _problems("article", text.encode())}
    assert codes == {"bad-number", "missing-evidence"}


def test_a_rule_between_fields_takes_no_record_away() -> None:
    tree = read("f", _article_with("figure: {counts: ports}").encode()).value
    assert tree is not None
    checked = record("article", tree)
    assert isinstance(checked.value, Article)
    assert [problem.code for problem in checked.problems] == ["figure-value"]


def test_scalars_get_their_type_from_the_schema() -> None:
    tree = read(
        "f", b"kind: state\nname: NO\nidentifiers: {iso3166: NO}\nother_names: [on]\n"
    ).value
    assert tree is not None
    actor = record("actor", tree).value
    assert isinstance(actor, Actor)
    assert (actor.name, actor.other_names[0].text) == ("NO", "on")


def test_a_text_in_block_form_loses_the_line_end_of_its_form() -> None:
    tree = read("f", b"kind: state\nname: >\n  United\n  States\n").value
    assert tree is not None
    actor = record("actor", tree).value
    assert isinstance(actor, Actor)
    assert actor.name == "United States"


# Rules


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("answers: [{question: a/b, kind: yes, text: ok}]", []),
        ('answers: [{question: "a/b\\n", kind: yes, text: ok}]', ["bad-question"]),
        ("said: 2025-09-04\nsaid_basis: stated", []),
        ("said: 2025-09-05\nsaid_basis: stated", ["said-after-published"]),
        ("said: 2025-09\nsaid_basis: stated", []),
        ("said: 2025-10\nsaid_basis: stated", ["said-after-published"]),
        ("said: about 2025\nsaid_basis: stated", []),
        ("said: about 2026\nsaid_basis: stated", ["said-after-published"]),
        ("said: before 2026\nsaid_basis: stated", []),
        ("said: 2025-09-04", ["said-basis-missing"]),
        ("said: about 2025", ["said-basis-missing"]),
        ("said: before 2026", ["said-basis-missing"]),
        ("said: 2025-08\nsaid_basis: year-inferred", []),
        ("said: 2025\nsaid_basis: year-inferred", ["said-basis-year"]),
        ("place: not-stated\naudience: not-stated", []),
        ("place: Unknown", ["not-stated"]),
        ("audience: 'not stated'", ["not-stated"]),
        ("speaker: ann\nsaid: unknown", []),
        ("speaker: ann\nevent: council", []),
        ("speaker: ann", ["said-missing"]),
        ("paragraph: 2\nalso: [{article: other}]", []),
        ("figure: {value: 0, counts: ports}", []),
        ("figure: {min: 1, max: 1, comparator: between, counts: ports}", []),
        ("figure: {min: -2.5, max: -3, comparator: between, counts: ports}", ["figure-order"]),
        ("quote: [a b, c d]\nform: partly-quoted", []),
        (f'quote: "{"w " * 45}"', []),
        (f'quote: "{"w " * 46}"', ["quote-too-long"]),
        (f'quote: "{"w " * 44}"\nalso: [{{paragraph: 1, quote: a b}}]', ["quote-too-long"]),
        (f'quote: "{"w " * 44}"\nalso: [{{article: other, quote: a b}}]', []),
        ("statement: a b c d e f g h i j k l m n", []),
        ("statement: a b c d e f g h i j k l m n o", ["statement-too-long"]),
        ("statement: a b c d e f – g h i j k l m n", []),
        ("answers: [{question: a/b, kind: yes, text: a b c d e f g h}]", []),
        ("topics: [a, b, a, a]", ["duplicate-item", "duplicate-item"]),
        ('note: "Cafe\\u0301"', ["not-nfc"]),
        ('statement: "TNFα is measured"', []),
        ('statement: "Aрple"', ["mixed-script"]),
        ('quote: "Aрple pie is"', []),
    ],
)
def test_a_rule_of_a_fact(text: str, codes: list[str]) -> None:
    assert _of_fact(text) == codes


def test_evidence_of_further_places_alone_is_enough() -> None:
    text = _article_with("also: [{paragraph: 3}]").replace("    paragraph: 2\n", "")
    assert "paragraph: 2" not in text
    assert _problems("article", text.encode()) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("a well-known man's U.S. trip – in 2025", 7),
        ("港口将在春天开放", 4),
        ("港口 port", 2),
        ("Київ – Москва", 2),
    ],
)
def test_words_are_counted_as_people_count(text: str, count: int) -> None:
    assert words(text) == count
    assert over(text, count) == 0
    assert over(text, count - 1) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One", 1),
        ("One.", 1),
        ("One. Two", 2),
        ('He said "yes." Then he left.', 2),
        ("Gen. A. Smith of the U.S. Army said 3.5 was enough!", 1),
        ("港口开放。钱已到位。", 2),
    ],
)
def test_sentences_are_counted_as_people_count(text: str, count: int) -> None:
    assert sentences(text) == count


_FEW = st.sampled_from(["a", "b"])
_SOME_PROBLEMS = st.builds(
    Problem, _FEW, _FEW, st.builds(Place, _FEW, st.integers(1, 2), st.integers(1, 2)), _FEW
)


@given(st.lists(_SOME_PROBLEMS, max_size=12))
def test_problems_stand_by_place_code_and_message_each_once(problems: list[Problem]) -> None:
    each_once = dict.fromkeys(problems)
    assert list(in_order(problems)) == sorted(
        each_once, key=lambda one: (one.place, one.code, one.message)
    )


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_a_foreign_word_is_one_more(text: str) -> None:
    assert words(f"{text} é") == words(text) + 1


@settings(max_examples=500)
@given(st.text(alphabet=" \tab-–.é港", max_size=40), st.integers(0, 20))
def test_the_quick_count_agrees_with_the_slow_one(text: str, most: int) -> None:
    assert over(text, most) == (words(text) if words(text) > most else 0)


# Promises that are universal

_NAMES = st.sampled_from(
    sorted({name for k in KINDS for r in records_of(k) for name in known_fields(r)})
)
_TEXTS = st.sampled_from(
    ["", "x", "2025-09-04", "26", "true", "a/b", "é", "Ab", "publisher", "говорит"]
)
_NODES: st.SearchStrategy[Any] = st.recursive(
    _TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(_NAMES, _TEXTS), inner, max_size=4)
    ),
    max_leaves=25,
)


def _flow(node: Any) -> str:
    if isinstance(node, dict):
        return "{" + ", ".join(f'"{key}": {_flow(value)}' for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(_flow, node)) + "]"
    return f'"{node}"'


@settings(max_examples=800)
@given(st.dictionaries(_NAMES, _NODES, max_size=8), st.sampled_from(list(KINDS)))
def test_any_tree_gives_a_record_or_problems_with_places(
    fields: dict[str, Any], kind: Kind
) -> None:
    text = "".join(f"{name}: {_flow(node)}\n" for name, node in fields.items()) or "a: b\n"
    tree = read("f", text.encode())
    assert tree.value is not None, text
    checked = record(kind, tree.value)
    assert (checked.value is None) <= bool(checked.problems)
    assert checked.value is None or isinstance(checked.value, KINDS[kind].record)
    rows = text.split("\n")
    for problem in checked.problems:
        assert problem.code in catalogue()
        assert problem.place.end_column <= len(rows[problem.place.line - 1]) + 1


def test_the_content_has_no_error() -> None:
    folders: dict[str, Kind] = {
        "actors": "actor",
        "topics": "topic",
        "events": "event",
        "facts": "article",
    }
    for folder, kind in folders.items():
        for path in sorted((ROOT / "content" / folder).glob("*.yaml")):
            problems = _problems(kind, path.read_bytes())
            assert [p for p in problems if p.severity == "error"] == [], path.name
