"""`facts check --fix`: what it fixes, and what it never touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from factsheets.authoring.fix import Fixes, fix, straight_marks
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.reader import read
from factsheets.dataset.model import Dataset
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.builders import ARTICLE, BASE, ROOT, TEXT, TODAY, article, fact, files
from tests.helpers.projects import FACTS, change, facts, lay_out

A = "content/facts/a.yaml"

# Made up for tests, with comments in every possible position.
COMMENTED = """\
# yaml-language-server: $schema=../.schema/article.json

publisher: gazette
# The address of the printed page.
url: https://gazette.example/1
published: 2025-05-03
language: en
unused:
  - {paragraph: 2, why: "Says nothing of the bridge."}

facts:
  # The first of two.
  - id: one
    speaker: ada
    statement: "The bridge will open in June"
    # Counted without the headline.
    paragraph:   1   # see above
    said: 2025-05-02
    said_basis: 'stated'
    topics: [ bridge ]
    figure: {value: 2, comparator: exactly, unit: "times", counts: "painted"}
    # Nothing more in this one.

  -   statement: "It's \\"painted\\" twice"
      id: two
      quote: "We have painted every railing twice"
      speaker: ada
      paragraph: 1
      said: 2025-05-02
      said_basis: stated
      topics: [bridge]
# The end.
"""


def repaired_data(data: bytes, kind: Kind = "article") -> bytes:
    """The file repaired alone, without what a check of the content knows."""
    name = f"{KINDS[kind].folder}/a.yaml"
    done = fix(Inputs({name: data}), TODAY, lambda _: True)
    return done.files.get(name, data)


def mend(text: str, kind: Kind = "article") -> str:
    made = repaired_data(text.encode(), kind)
    assert repaired_data(made, kind) == made
    return made.decode()


def whole(text: str, *, captured: str = TEXT) -> Fixes:
    inputs = Inputs(files({A: text}, text=captured))
    done = fix(inputs, TODAY, lambda _: True)
    again = Inputs({**inputs.files, **done.files})
    assert fix(again, TODAY, lambda _: True).files == {}
    return done


def values(text: str) -> object:
    tree = read(A, text.encode()).value
    assert tree is not None
    return tree.root


def comments(text: str) -> Counter[str]:
    rows = (line.partition("# ") for line in text.split("\n"))
    return Counter(rest.strip() for _, sign, rest in rows if sign)


def test_text_without_mistakes_stays_as_it_is() -> None:
    for text in (COMMENTED, COMMENTED.replace("\n", "\r\n"), "\ufeff" + COMMENTED):
        assert mend(text) == text


@pytest.mark.parametrize("kind", ["actor", "topic", "event", "article"])
def test_our_own_content_has_nothing_to_repair(kind: Kind) -> None:
    for path in (ROOT / KINDS[kind].folder).glob("*.yaml"):
        assert mend(path.read_text(encoding="utf-8"), kind) == path.read_text(encoding="utf-8")


# Damage with only one possible repair.


def _tabs(text: str) -> str:
    return "\n".join(
        "\t" * ((len(line) - len(line.lstrip(" "))) // 2) + line.lstrip(" ")
        for line in text.split("\n")
    )


DAMAGES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("tabs", _tabs),
    ("no space", lambda text: text.replace("speaker: ada", "speaker:ada", 1)),
    ("unclosed", lambda text: text.replace('open in June"', "open in June")),
    ("unseen", lambda text: text.replace("The bridge", "The\u200b bridge")),
    ("odd space", lambda text: text.replace("    said: ", "    said:\u00a0", 1)),
    ("two ends", lambda text: text.replace("\n", "\r\n", 3)),
)


@pytest.mark.parametrize(("name", "damage"), DAMAGES, ids=[name for name, _ in DAMAGES])
def test_damage_with_one_way_back_is_repaired(name: str, damage: Callable[[str], str]) -> None:
    damaged = damage(COMMENTED)
    assert damaged != COMMENTED
    made = mend(damaged)
    assert values(made) == values(COMMENTED)
    assert comments(made.replace("\r", "")) == comments(COMMENTED)
    if name not in {"tabs", "two ends"}:
        assert made == COMMENTED


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from(" \t\n#:-[]{}\"'ab,&*!|>%@`“”"), max_size=60))
def test_whatever_the_text_the_values_of_what_could_be_read_stay(noise: str) -> None:
    text = f"publisher: gazette\nfacts:\n  - id: one\n    note: x\n{noise}\n"
    before = read(A, text.encode())
    if before.value and not before.problems:
        after = read(A, repaired_data(text.encode())).value
        assert after is not None
        assert stripped(after.root) == stripped(before.value.root)


def stripped(node: object) -> object:
    if isinstance(node, dict):
        return {key: stripped(value) for key, value in node.items()}
    if isinstance(node, list):
        return [stripped(one) for one in node]
    return str(node).rstrip("\n")


# Single repairs


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("statement: Macron: no size given", 'statement: "Macron: no size given"'),
        ("statement: “Macron: no size”", 'statement: "Macron: no size"'),
        ("statement: @home and away", 'statement: "@home and away"'),
        ("statement: %s is no number", 'statement: "%s is no number"'),
        ("statement: *so called* peace", 'statement: "*so called* peace"'),
        ('statement: "no size given', 'statement: "no size given"'),
        ("statement: 'no size given", 'statement: "no size given"'),
        ('statement: "no size given”', 'statement: "no size given"'),
        ('statement: "he said "no" twice"', 'statement: "he said \\"no\\" twice"'),
        ("statement:no size given", "statement: no size given"),
        ("statement:\u00a0", "statement: "),
        ("\tstatement: no size given", "statement: no size given"),
        ("  statement: no size given", "statement: no size given"),
        ("statement: no\u200bsize", "statement: nosize"),
        ("figure: {counts: a: b}", 'figure: {counts: "a: b"}'),
        ("topics: bridge", "topics: bridge"),
    ],
)
def test_a_line_is_written_as_it_should_be(wrong: str, right: str) -> None:
    head = ARTICLE + "facts:\n  - id: one\n"
    made = mend(f"{head}    {wrong}\n    paragraph: 1\n")
    assert f"    {right}\n" in made


@pytest.mark.parametrize(
    "doubtful",
    [
        "statement: we are #1",  # lost text, or a comment
        "statement: &anchor text",
        "statement: !important text",
        "condtion: if dry",
        "figure: {value: 26, value: 27}",
        "figure: [1, 2",
        "act: claims",
    ],
)
def test_what_has_two_answers_is_left_to_people(doubtful: str) -> None:
    text = f"{ARTICLE}facts:\n  - id: one\n    {doubtful}\n    paragraph: 1\n"
    assert doubtful in mend(text)


def test_bytes_that_are_no_text_are_left_alone() -> None:
    assert repaired_data(b"kind: \xff", "actor") == b"kind: \xff"


def test_letters_with_their_marks_become_one_sign() -> None:
    text = "kind: person\nname: Ame\u0301lie\n"
    assert mend(text, "actor") == "kind: person\nname: Am\u00e9lie\n"


# Values that the check knows


def test_a_wrong_paragraph_becomes_the_right_one() -> None:
    text = article(fact(paragraph="2", quote='"We have painted every railing twice"'))
    done = whole(text)
    assert b"paragraph: 1\n" in done.files[A]
    assert "line 9: paragraph is now 1" in done.notes[A]


def test_curly_marks_in_a_quotation_that_was_found_become_straight() -> None:
    quote = "“We have painted every railing twice”"
    for raw in (quote, f'"{quote}"', f"'{quote}'"):
        done = whole(article(fact(quote=raw)))
        assert b'quote: "We have painted every railing twice"\n' in done.files[A]


def test_marks_in_a_quotation_that_was_not_found_stay() -> None:
    done = whole(article(fact(quote='"“We painted no railing twice”"')))
    assert A not in done.files


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("“a b c”", "a b c"),
        ("a “b” c", 'a "b" c'),
        ("don’t do it", "don't do it"),
        ("“a” b “c”", '"a" b "c"'),
        ("«a b c»", "a b c"),
        ("a b c", "a b c"),
        ("”", '"'),
    ],
)
def test_marks_around_a_quotation_go_and_those_inside_become_straight(
    quote: str, expected: str
) -> None:
    assert straight_marks(quote) == expected


def dataset(found: dict[str, bytes]) -> Dataset:
    outcome = check.check(Inputs(found), TODAY)
    assert outcome.value is not None
    lines = {key: replace(one, line=0) for key, one in outcome.value.statements.items()}
    return replace(outcome.value, statements=lines)


def test_the_data_set_is_the_same_before_and_after() -> None:
    inputs = files({A: COMMENTED.replace("\n", "\r\n", 5)})
    done = fix(Inputs(inputs), TODAY, lambda _: True)
    assert A in done.files
    assert dataset({**inputs, **done.files}) == dataset(inputs)


def test_only_the_files_that_are_wanted_are_fix() -> None:
    inputs = Inputs(files({A: "publisher:gazette\n"}))
    assert set(fix(inputs, TODAY, lambda name: name == A).files) == {A}
    assert A not in fix(inputs, TODAY, lambda name: name != A).files


def test_actors_topics_and_events_are_fixed_too() -> None:
    broken = {
        name: BASE[name].replace("name: ", "name:", 1)
        for name in BASE
        if name.startswith(("content/actors/ada", "content/topics/", "content/events/"))
    }
    assert len(broken) >= 3
    assert {*fix(Inputs(files(broken)), TODAY, lambda _: True).files} == {*broken}


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/mkdocs.yml").touch()
    return lay_out(tmp_path / "project")


def test_the_command_writes_and_shows_what_it_fixed(root: Path) -> None:
    change(root, FACTS, "    paragraph: 1\n", "    paragraph:   '2'\n")
    done = facts(root, "check", "--fix", root / FACTS)
    assert done.exit_code == 0, done.output
    assert "    paragraph:   '1'\n" in (root / FACTS).read_text(encoding="utf-8")
    assert "line 11: paragraph is now 1" in done.output
    assert "    -    paragraph:   '2'\n    +    paragraph:   '1'\n" in done.output
    assert "Fixed 1 file." in done.output
    again = facts(root, "check", "--fix", root / FACTS)
    assert again.output.startswith("Nothing to fix.")


def test_what_programs_read_stays_apart_from_what_was_fixed(root: Path) -> None:
    change(root, FACTS, 'two years earlier"', "two years earlier")
    done = facts(root, "check", "--fix", "--format", "json")
    assert done.stdout.startswith("{")
    assert "Fixed" in done.stderr


def test_fixing_ends_with_one_while_errors_are_left(root: Path) -> None:
    change(
        root, FACTS, 'speaker: ada-example\n    statement: "B', 'speaker: nobody\n    statement: "B'
    )
    change(root, FACTS, 'two years earlier"', "two years earlier")
    done = facts(root, "check", "--fix")
    assert done.exit_code == 1
    assert 'There is no actor "nobody".' in done.output
    assert '"Building started two years earlier"' in (root / FACTS).read_text(encoding="utf-8")
