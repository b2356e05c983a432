"""Edits of YAML values work in every style, and change nothing else."""

from __future__ import annotations

import re

import pytest
from factsheets.content.edit import AddItem, SetKey, SetText, changes_at, edited
from factsheets.content.reader import read
from hypothesis import given
from hypothesis import strategies as st


def value_of(data: bytes) -> object:
    tree = read("f.yaml", data).value
    assert tree is not None
    return tree.root


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("speaker: ann", "speaker: bea"),
        ("speaker:   'ann'  # ann\n", "speaker:   'bea'  # ann\n"),
        ('"speaker": "a\\x6en"\n', '"speaker": "bea"\n'),
        ('speaker: "an\\\n  n"\n', 'speaker: "bea"\n'),
        ("speaker: |- # ann\n  ann\n", "speaker: |- # ann\n  bea\n"),
        ("speaker: >+\n  ann\n\n# end\n", "speaker: >+\n  bea\n\n# end\n"),
        ("? speaker\n: ann\n...\n", "? speaker\n: bea\n...\n"),
        ("--- # ann\n{speaker: ann, x: [ann]}\n", "--- # ann\n{speaker: bea, x: [ann]}\n"),
        ("x: 😀 # é\r\nspeaker: ann\r\n", "x: 😀 # é\r\nspeaker: bea\r\n"),
        ("speaker:\n  ann\n", "speaker:\n  bea\n"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_changes_in_its_own_style(before: str, after: str, mark: bytes) -> None:
    made = edited("f.yaml", mark + before.encode(), [SetText(("speaker",), "bea")])
    assert made.value == mark + after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n: A\nold: [a]", "n: A\nold: [a, b]"),
        ("n: A\nold: [ # none\n]\n", "n: A\nold: [b # none\n]\n"),
        ("n: A\nold: [#none\n]\n", "n: A\nold: [b #none\n]\n"),
        ("n: A\nold: [a,\n  'c', # last\n]\n", "n: A\nold: [a,\n  'c', b, # last\n]\n"),
        ("n: A\nold: a # one\n", "n: A\nold: [a, b] # one\n"),
        ("n: A\nold: |\n  a\n\nm: B\n", "n: A\nold: [a, b]\n\nm: B\n"),
        ("n: A\nold:\n- a\n- c # last\nm: B\n", "n: A\nold:\n- a\n- c # last\n- b\nm: B\n"),
        ("n: A\r\nold:\r\n    - a\r\n", "n: A\r\nold:\r\n    - a\r\n    - b\r\n"),
        ("n: A\nold:\n  - |\n    a\n\nm: B\n", "n: A\nold:\n  - |\n    a\n  - b\n\nm: B\n"),
        ("n: A # name\nm: B\nx: [1]\n", "n: A # name\nm: B\nold: [b]\nx: [1]\n"),
        ("  n: A\n  m: |\n    B\n...\n", "  n: A\n  m: |\n    B\n  old: [b]\n...\n"),
        ('{"n":"A","x":{"y":"z"}}', '{"n":"A", old: [b],"x":{"y":"z"}}'),
        ("? n\n: A\n", "? n\n: A\nold: [b]\n"),
        ("n: A", "n: A\nold: [b]"),
    ],
)
def test_an_item_is_added_whatever_stands_there(before: str, after: str) -> None:
    made = edited("f.yaml", before.encode(), [AddItem(("old",), "b")])
    assert (made.value or b"").decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("author: Ann\n", "authors: Ann\n"),
        ('"author"  : Ann # author\n', "authors  : Ann # author\n"),
        ("x: 1\r\n? author\r\n: Ann\r\n", "x: 1\r\n? authors\r\n: Ann\r\n"),
        ("{author: Ann}", "{authors: Ann}"),
    ],
)
def test_a_field_gets_another_name(before: str, after: str) -> None:
    raw = b"\xef\xbb\xbf" + before.encode()
    tree = read("f.yaml", raw).value
    assert tree is not None
    places = [tree.key_place(("author",)), tree.place(("author",))]
    change, value = changes_at("f.yaml", raw, ((place, "authors") for place in places))
    assert change == SetKey(("author",), "authors")
    assert value == SetText(("author",), "authors")
    assert edited("f.yaml", raw, [change]).value == b"\xef\xbb\xbf" + after.encode()


def test_a_single_text_stands_for_a_list_of_one() -> None:
    made = edited("f.yaml", b"topics: a\n", [SetText(("topics", 0), "b")])
    assert made.value == b"topics: b\n"


@pytest.mark.parametrize(
    ("text", "change", "line"),
    [
        ("x: 1\nold: | # remark\n  a\n", AddItem(("old",), "b"), 2),
        ("x: |2-\n   ann\nold: {a: b}\n", AddItem(("old",), "b"), 3),
        ("x: >-\n  ann\n  ann\n", SetText(("x",), "b"), 1),
        ("x: {}\n", AddItem(("old",), "b"), 1),
        ("x: 1\n", SetText(("y",), "b"), 1),
    ],
)
def test_what_is_not_clear_is_refused_with_its_place(
    text: str, change: SetText | AddItem, line: int
) -> None:
    made = edited("f.yaml", text.encode(), [change])
    assert made.value is None
    (problem,) = made.problems
    assert (problem.code, problem.place.line) == ("edit-refused", line)


# Files in every style: the same values, written as people and programs write them.

words = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
comments = st.sampled_from(["", "  # old", " # [x, y]: 'z'"])


@st.composite
def scalars(draw: st.DrawFn, value: str, indent: str, *, flow: bool) -> str:
    """A text in one of the styles that can stand here, what follows the colon or hyphen."""
    escaped = "".join(f"\\x{ord(each):02x}" if draw(st.booleans()) else each for each in value)
    inside = [
        value,
        f"'{value}'",
        f'"{value}"',
        f'"{escaped}"',
        f'"{value[:1]}\\\n    {indent}{value[1:]}"',
    ]
    if flow:
        return draw(st.sampled_from(inside))
    comment = draw(comments)
    header = draw(st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "|4-"]))
    deep = f"{indent}    "
    blocks = [f"{header}{comment}\n{deep}{value}", f"\n{deep}{value}{comment}"]
    return draw(st.sampled_from([*(each + comment for each in inside), *blocks]))


@st.composite
def lists(draw: st.DrawFn, values: list[str], indent: str, *, flow: bool) -> str:
    if not flow and values and draw(st.booleans()):
        deep = indent + draw(st.sampled_from(["", "  ", "   "]))
        items = [f"\n{deep}- {draw(scalars(each, deep, flow=False))}" for each in values]
        return "".join(items)
    items = [draw(scalars(each, indent, flow=True)) for each in values]
    ends = draw(st.sampled_from(["", " ", ", "] if values else ["", " "]))
    return f"[{draw(st.sampled_from(['', ' ']))}{', '.join(items)}{ends}]"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """A file of the fields `name`, `who`, `many` and perhaps `old`, and its values."""
    values: dict[str, object] = {
        "name": draw(words),
        "who": draw(words),
        "many": draw(st.lists(words, min_size=1, max_size=3)),
    }
    if draw(st.booleans()):
        values["old"] = draw(st.lists(words, max_size=2))
    names = draw(st.permutations(list(values)))
    flow = draw(st.booleans()) and draw(st.booleans())
    indent = "" if flow else draw(st.sampled_from(["", "", "  "]))
    lines = []
    for name in names:
        value = values[name]
        text = (
            draw(scalars(value, indent, flow=flow))
            if isinstance(value, str)
            else draw(lists(value, indent, flow=flow))  # type: ignore[arg-type]  # lists of texts
        )
        key = draw(st.sampled_from([name, f'"{name}"', f"'{name}'"]))
        colon = ":" if text.startswith("\n") else ": "
        lines.append(f"{key}{colon}{text}")
    gap = draw(st.sampled_from(["\n", "\n\n", f"\n{indent}# remark\n"]))
    body = "{" + ", ".join(lines) + "}" if flow else gap.join(f"{indent}{each}" for each in lines)
    start = draw(st.sampled_from(["", "---\n", "# top\n--- # start\n"]))
    end = draw(st.sampled_from(["", "\n", "\n\n# end\n", "\n...\n"]))
    text = start + body + end
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text, {name: values[name] for name in names}


def plain(node: object) -> object:
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    return [plain(each) for each in node] if isinstance(node, list) else str(node).rstrip("\n")


@given(documents(), words, words)
def test_edits_of_any_file_change_what_was_meant(
    document: tuple[str, dict[str, object]], new: str, item: str
) -> None:
    text, values = document
    raw = text.encode()
    tree = read("f.yaml", raw)
    assert tree.value is not None, (text, tree.problems)
    assert plain(tree.value.root) == values
    many = [*values["many"]]  # type: ignore[misc]  # a list of texts
    changes: list[SetText | AddItem] = [
        SetText(("who",), new),
        SetText(("many", len(many) - 1), new),
        AddItem(("old",), item),
    ]
    made = edited("f.yaml", raw, changes)
    remarked = re.search(r"^'?\"?old'?\"?: *[|>][^#\n]*#", text, re.MULTILINE)
    assert made.value is not None or remarked, (text, made.problems)
    if made.value is None:
        return
    old = [*values.get("old", []), item]  # type: ignore[misc]  # likewise
    wanted = {**values, "who": new, "many": [*many[:-1], new], "old": old}
    assert plain(value_of(made.value)) == wanted
    ends = set(re.findall(rb"\r?\n", made.value))
    assert ends <= ({b"\r\n"} if b"\r" in raw else {b"\n"})
    assert made.value.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")
    assert re.findall(r"#[^\r\n]*", made.value.decode()) == re.findall(r"#[^\r\n]*", text)
