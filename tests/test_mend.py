"""`facts check --fix`: what it mends, and what it never touches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.cli import main
from generator.dataset import Dataset
from generator.mend import formed
from generator.mend.style import written
from generator.mend.values import straightened
from generator.pipeline import Inputs, Mended, mended
from generator.schema import Fact, Kind
from generator.source import read
from tests.made import ARTICLE, BASE, ROOT, TEXT, TODAY, article, fact, files
from tests.projects import FACTS, change, lay_out

A = "content/facts/a.yaml"

# Made up for tests, in house form, with comments in all places that a comment can have.
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
    speaker: ann
    statement: "The bridge will open in June"
    # Counted without the headline.
    paragraph: 1
    said: 2025-05-02
    said_basis: stated
    topics: [bridge]
    figure: {value: 2, comparator: exactly, unit: "times", counts: "painted"}
    answers:
      - question: bridge/open
        kind: other
        text: "In June"
    not_said:
      - "which year"
      - "who pays: nobody knows"
    # Nothing more in this one.

  - id: two
    statement: "It's \\"painted\\" twice"
    quote: "We have painted every railing twice"
    speaker: ann
    paragraph: 1
    said: 2025-05-02
    said_basis: stated
    topics: [bridge]
# The end.
""".replace(
    '    statement: "It\'s \\"painted\\" twice"\n'
    '    quote: "We have painted every railing twice"\n    speaker: ann\n',
    '    speaker: ann\n    statement: "It\'s \\"painted\\" twice"\n'
    '    quote: "We have painted every railing twice"\n',
)


def mend(text: str, kind: Kind = "article") -> str:
    found = formed(kind, A, text.encode())
    assert found is not None
    again = formed(kind, A, found.text.encode())
    assert again is not None
    assert (again.text, again.notes) == (found.text, ())
    return found.text


def whole(text: str, *, captured: str = TEXT) -> Mended:
    inputs = Inputs(files({A: text}, text=captured))
    done = mended(inputs, TODAY, lambda _: True)
    again = Inputs({**inputs.files, **done.files})
    assert mended(again, TODAY, lambda _: True).files == {}
    return done


def values(text: str) -> object:
    tree = read(A, text.encode()).value
    assert tree is not None
    return tree.root


def comments(text: str) -> Counter[str]:
    rows = (line.partition("# ") for line in text.split("\n"))
    return Counter(rest.strip() for _, sign, rest in rows if sign)


def test_text_in_house_form_stays_as_it_is() -> None:
    assert mend(COMMENTED) == COMMENTED


@pytest.mark.parametrize("kind", ["actor", "topic", "event", "article"])
def test_our_own_content_is_in_house_form(kind: Kind) -> None:
    folder = {"article": "facts"}.get(kind, f"{kind}s")
    for path in (ROOT / "content" / folder).glob("*.yaml"):
        assert mend(path.read_text(encoding="utf-8"), kind) == path.read_text(encoding="utf-8")


# Damage that leaves the content readable, or that has one way back.


def _crlf(text: str, _: random.Random) -> str:
    return text.replace("\n", "\r\n")


def _blanks(text: str, dice: random.Random) -> str:
    return "\n".join(line + " " * dice.randint(0, 3) for line in text.split("\n"))


def _tabs_two(text: str, _: random.Random) -> str:
    return "\n".join(
        "\t" * ((len(line) - len(line.lstrip(" "))) // 2) + line.lstrip(" ")
        for line in text.split("\n")
    )


def _wider(text: str, _: random.Random) -> str:
    return "\n".join(
        " " * 2 * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ").replace("- ", "-   ", 1)
        if line.lstrip().startswith("- ")
        else " " * 2 * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ")
        for line in text.split("\n")
    )


def _single(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head, mark, rest = line.partition(': "')
        fits = mark and rest.endswith('"') and "\\" not in rest and "'" not in rest
        if fits and '"' not in rest[:-1] and dice.random() < 0.7:
            lines[at] = f"{head}: '{rest[:-1]}'"
    return "\n".join(lines)


def _bare(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head, mark, rest = line.partition(': "')
        if mark and rest[:-1].replace(" ", "").isalpha() and dice.random() < 0.7:
            lines[at] = f"{head}:   {rest[:-1]}"
    return "\n".join(lines)


def _quoted_ids(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head, mark, rest = line.partition(": ")
        bare = rest.replace("-", "").isalnum()
        if mark and bare and not line.lstrip().startswith("#") and dice.random() < 0.7:
            lines[at] = f'{head}: "{rest}"'
    return "\n".join(lines)


def _block_lists(text: str, _: random.Random) -> str:
    return text.replace("    topics: [bridge]", "    topics:\n    - bridge")


def _loose_brackets(text: str, _: random.Random) -> str:
    return text.replace("[bridge]", "[ bridge  ]").replace(", unit: ", " ,  unit:   ")


def _no_colon_space(text: str, _: random.Random) -> str:
    return text.replace("speaker: ann", "speaker:ann", 1)


def _remarks_behind(text: str, _: random.Random) -> str:
    return text.replace("paragraph: 1\n", "paragraph: 1   # see above\n")


def _unindented_lists(text: str, _: random.Random) -> str:
    head, sign, rest = text.partition("facts:\n")
    moved = "\n".join(line.removeprefix("  ") for line in rest.split("\n"))
    return head + sign + moved


def _unclosed(text: str, _: random.Random) -> str:
    return text.replace('open in June"', "open in June")


def _reordered(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("  - id: two"))
    part = [line[4:] for line in lines[first : first + 7]]
    dice.shuffle(part)
    rows = [("  - " if at == 0 else "    ") + line for at, line in enumerate(part)]
    return "\n".join([*lines[:first], *rows, *lines[first + 7 :]])


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _crlf,
    _blanks,
    _tabs_two,
    _wider,
    _single,
    _bare,
    _quoted_ids,
    _block_lists,
    _loose_brackets,
    _no_colon_space,
    _remarks_behind,
    _unindented_lists,
    _unclosed,
    _reordered,
)
# What only spoils the form can be done twice over; these must stand alone.
_ALONE = {_tabs_two, _wider, _unindented_lists, _no_colon_space, _unclosed, _reordered}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__.strip("_"))
def test_damage_of_the_form_is_mended_and_nothing_is_lost(
    damage: Callable[[str, random.Random], str],
) -> None:
    damaged = damage(COMMENTED, random.Random(1))  # noqa: S311 - damage, no secret
    assert damaged != COMMENTED
    made = mend(damaged)
    assert values(made) == values(COMMENTED)
    assert comments(made) == comments(damaged.replace("\r", ""))
    if damage is not _remarks_behind:
        assert made == COMMENTED


@settings(deadline=None, max_examples=150)
@given(
    st.integers(0, 10**6),
    st.lists(
        st.sampled_from([each for each in DAMAGES if each not in _ALONE]), max_size=4, unique=True
    ),
    st.sampled_from([None, *_ALONE]),
)
def test_files_damaged_in_many_ways_keep_values_and_comments(
    seed: int,
    damages: list[Callable[[str, random.Random], str]],
    alone: Callable[[str, random.Random], str] | None,
) -> None:
    dice = random.Random(seed)  # noqa: S311 - damage, no secret
    text = _reordered(COMMENTED, dice) if alone is _reordered else COMMENTED
    for damage in damages:
        text = damage(text, dice)
    text = alone(text, dice) if alone not in {None, _reordered} else text
    made = mend(text)
    assert values(made) == values(COMMENTED)
    assert set(comments(made)) == set(comments(text.replace("\r", "")))


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from(" \t\n#:-[]{}\"'ab,&*!|>%@`“”"), max_size=60))
def test_whatever_the_text_the_values_of_what_could_be_read_stay(noise: str) -> None:
    text = f"publisher: gazette\nfacts:\n  - id: one\n    note: x\n{noise}\n"
    found = formed("article", A, text.encode())
    assert found is not None
    before = read(A, text.replace("\r", "").encode())
    if before.value and not before.problems:
        after = read(A, found.text.encode()).value
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
        ("statement:no size given", 'statement: "no size given"'),
        ("statement:\tno size given", 'statement: "no size given"'),
        ("statement:\u00a0", "statement:"),
        ("\tstatement: no size given", 'statement: "no size given"'),
        ("  statement: no size given", 'statement: "no size given"'),
        ("statement: >-\n      no size\n      given", 'statement: "no size given"'),
        ("statement: no size\n      given", 'statement: "no size given"'),
        ("statement:\n      no size given", 'statement: "no size given"'),
        ("statement: no\u200bsize", "statement: nosize"),
        ("statement: no size # at all", '# at all\n    statement: "no size"'),
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
        "statement: we are #1",  # lost text, or a remark
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


def test_literal_text_of_several_lines_stays_as_it_is() -> None:
    text = "kind: person\nname: Ann\nsummary: |\n  one\n    two # no remark\n"
    assert mend(text, "actor") == text


def test_bytes_that_are_no_text_are_left_alone() -> None:
    assert formed("actor", "a.yaml", b"kind: \xff") is None


@pytest.mark.parametrize("value", ["a: b", "#a", "- a", "", " a", "yes", "it's", 'a "b"', "a\\b"])
def test_what_is_written_is_read_as_it_was(value: str) -> None:
    said = written(Fact, "statement", value, "'", inside=True)
    assert values(f"a: {{b: {said}}}\n") == {"a": {"b": value}}


# What the check knows


def test_a_wrong_paragraph_becomes_the_right_one() -> None:
    text = article(fact(paragraph="2", quote='"We have painted every railing twice"'))
    done = whole(text)
    assert b"paragraph: 1\n" in done.files[A]
    assert "line 10: paragraph is 1 now" in done.notes[A]


def test_curly_marks_in_a_quotation_that_was_found_become_straight() -> None:
    quote = "“We have painted every railing twice”"
    for raw in (quote, f'"{quote}"', f"'{quote}'"):
        done = whole(article(fact(quote=raw)))
        assert b'quote: "We have painted every railing twice"\n' in done.files[A]


def test_marks_in_a_quotation_that_was_not_found_stay() -> None:
    done = whole(article(fact(quote='"“We painted no railing twice”"')))
    assert "“We painted no railing twice”" in done.files[A].decode()


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
    assert straightened(quote) == expected


def dataset(found: dict[str, bytes]) -> Dataset:
    outcome = pipeline.check(Inputs(found), TODAY)
    assert outcome.value is not None
    lines = {key: replace(one, line=0) for key, one in outcome.value.statements.items()}
    return replace(outcome.value, statements=lines)


def test_the_data_set_is_the_same_before_and_after() -> None:
    messy = COMMENTED.replace('"The bridge will open in June"', "The bridge will open in June")
    messy = messy.replace(
        "    paragraph: 1\n    said", "    said: 2025-05-02\n    paragraph: 1#", 1
    )
    messy = messy.replace("1#: 2025-05-02", "1   # counted")
    inputs = files({A: messy.replace("  - id: two", "  - id:    two")})
    done = mended(Inputs(inputs), TODAY, lambda _: True)
    assert A in done.files
    assert dataset({**inputs, **done.files}) == dataset(inputs)


def test_only_the_files_that_are_wanted_are_mended() -> None:
    inputs = Inputs(files({A: "publisher:   'gazette'\n"}))
    assert set(mended(inputs, TODAY, lambda name: name == A).files) == {A}
    assert A not in mended(inputs, TODAY, lambda name: name != A).files


def test_actors_topics_and_events_are_mended_too() -> None:
    assert set(mended(Inputs(files({})), TODAY, lambda _: True).files) >= {
        name for name in BASE if "Ann Archer" in BASE[name]
    }


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/mkdocs.yml").touch()
    return lay_out(tmp_path / "project")


def test_the_command_writes_and_shows_what_it_mended(root: Path) -> None:
    change(root, FACTS, "    paragraph: 1\n", "    paragraph:   '2'\n")
    done = CliRunner().invoke(main, ["--root", str(root), "check", "--fix", str(root / FACTS)])
    assert done.exit_code == 0, done.output
    assert "    paragraph: 1\n" in (root / FACTS).read_text(encoding="utf-8")
    assert "line 11: paragraph is 1 now" in done.output
    assert "    -    paragraph:   '2'\n    +    paragraph: 1\n" in done.output
    assert "Mended 1 file." in done.output
    again = CliRunner().invoke(main, ["--root", str(root), "check", "--fix", str(root / FACTS)])
    assert again.output.startswith("Nothing to mend.")


def test_what_programs_read_stays_apart_from_what_was_mended(root: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(root), "check", "--fix", "--format", "json"])
    assert done.stdout.startswith("{")
    assert "Mended" in done.stderr


def test_mending_ends_with_one_while_errors_are_left(root: Path) -> None:
    change(
        root, FACTS, 'speaker: ada-example\n    statement: "B', "speaker: nobody\n    statement: B"
    )
    change(root, FACTS, 'two years earlier"', "two years earlier")
    done = CliRunner().invoke(main, ["--root", str(root), "check", "--fix"])
    assert done.exit_code == 1
    assert 'There is no actor "nobody".' in done.output
    assert '"Building started two years earlier"' in (root / FACTS).read_text(encoding="utf-8")
