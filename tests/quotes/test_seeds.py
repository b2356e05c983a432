"""The folder seeds/: its contents, its README, and the use of available texts."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from factsheets.pipeline.find import words_at
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.quotations import Captures
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps, loads
from factsheets.quotes.seeds import SeedRow, readme, rows, texts, with_row
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 3, 1)
MADE = capture("A made-up text.", published=None, captured=DAY)
SHA = "0123456789abcdef" * 4


def test_captures_and_texts_are_found_by_article() -> None:
    files = {
        "seeds/one.json": dumps(MADE).encode(),
        "seeds/two.json": dumps(MADE).encode()[:-9],
        "seeds/bytes.json": b"\xff\xfe",
        "seeds/README.md": b"",
        "seeds/one.txt": "Зроблено.".encode(),
        "seeds/deeper/three.json": b"{}",
        "content/facts/one.yaml": b"",
    }
    found = Captures(Inputs(files), Cache())
    assert dict(found) == {"one": MADE, "two": None, "bytes": None}
    assert {(one.code, one.place.file) for one in found.problems()} == {
        ("capture-broken", "seeds/bytes.json"),
        ("capture-broken", "seeds/two.json"),
    }
    assert texts(files) == {"one": "Зроблено."}


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1)


@given(
    st.lists(st.builds(SeedRow, CELLS, CELLS, st.just("https://example.org/a?b=c_d"), st.just(SHA)))
)
def test_the_list_can_be_read_back(listed: list[SeedRow]) -> None:
    assert rows(readme(listed)) == tuple(sorted(listed))


def test_the_list_says_where_the_text_goes_and_that_a_capture_is_no_secret() -> None:
    row = SeedRow("one", "000_abc.txt", "https://example.org/a", SHA)
    written = readme([row])
    assert written.splitlines()[-1] == (
        f"| one | 000_abc.txt | <https://example.org/a> | `{SHA}` | `seeds/one.txt` |"
    )
    assert "It is no secret" in written


def test_the_committed_list_names_every_committed_capture() -> None:
    listed = rows((ROOT / "seeds/README.md").read_text(encoding="utf-8"))
    assert readme(listed) == (ROOT / "seeds/README.md").read_text(encoding="utf-8")
    on_disk = {}
    for path in sorted((ROOT / "seeds").glob("*.json")):
        one = loads(path.read_text(encoding="utf-8"))
        assert one is not None
        assert dumps(one) == path.read_text(encoding="utf-8")
        on_disk[path.stem] = one.sha256
    assert {row.article_id: row.sha256 for row in listed} == on_disk
    assert on_disk


TEXT = 'Rain.\n\n"We stay," she said. "All of us!" They “left.”\n\nHe said: "the rest\n'


def test_words_are_found_whatever_their_case_with_what_is_around_them() -> None:
    (one,) = words_at(TEXT, "WE STAY")
    assert (one.paragraph, one.before, one.words, one.after[:6]) == (2, '"', "We stay", '," she')
    assert one.inside_marks
    assert [(at.paragraph, at.inside_marks) for at in words_at(TEXT, "said")] == [
        (2, False),
        (3, False),
    ]
    assert words_at(TEXT, "stay she") != ()
    assert words_at(TEXT, "rain we") == ()
    assert words_at(TEXT, "…") == ()


ROW = SeedRow("b-1", "b_1.txt", "https://b.example/1", "b" * 64)


def test_a_row_is_added_and_replaced_and_nothing_else_changes() -> None:
    rows_of = [replace(ROW, article_id=name, sha256="a" * 64) for name in ("a-1", "c-1")]
    text = "\ufeff" + readme(rows_of).replace("\n", "\r\n") + "\r\nOur own words.\r\n"
    made = with_row(text, ROW)
    assert [row.article_id for row in rows(made)] == ["a-1", "b-1", "c-1"]
    again = with_row(made, replace(ROW, sha256="c" * 64))
    assert again == made.replace("b" * 64, "c" * 64)
    lines = made.splitlines(keepends=True)
    assert "".join(line for line in lines if "| b-1 |" not in line) == text
    assert with_row(text, replace(ROW, article_id="a")).index("| a |") < text.index("| a-1 |") + 1


def test_a_list_is_made_where_there_is_none() -> None:
    assert with_row("", ROW) == readme([ROW])
    assert with_row(readme([]), ROW) == readme([ROW])
    made = with_row("# Ours\n\nWords.\n", ROW)
    assert made.startswith("# Ours\n\nWords.\n\n| Article |")
    assert rows(made) == (ROW,)
