"""Each broken text is reported in exactly these words, at exactly this place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factsheets.content.reader import read

from tests.contributor_mistakes.cases import cases
from tests.helpers.broken_yaml import TEXTS
from tests.helpers.problem_text import problem_text

CASES = Path(__file__).parents[1] / "cases"


def _block(title: str, file: str, raw: bytes) -> str:
    found = read(file, raw)
    left = "" if found.value is None else f"  read: {found.value.root}"
    shown = left if len(left) < 200 else f"{left[:200]}…"
    return f"##### {title}\n{''.join(map(problem_text, found.problems))}{shown}\n"


def _short(text: str | bytes) -> str:
    shown = repr(text)
    return shown if len(shown) < 200 else f"{shown[:100]}… ({len(text)})"


def test_every_broken_text_is_told_in_words_that_people_have_read(
    golden: Callable[[Path, str], None],
) -> None:
    raw = ((text, text if isinstance(text, bytes) else text.encode()) for text in TEXTS)
    blocks = [_block(_short(text), "f", each) for text, each in raw]
    golden(CASES / "broken-texts.txt", "\n".join(blocks))


def test_what_strangers_break_is_told_in_words_that_people_have_read(
    golden: Callable[[Path, str], None],
) -> None:
    blocks = [
        _block(case.name, name, text.encode())
        for case in cases()
        for name, text in case.broken.items()
        if name.endswith(".yaml") and read(name, text.encode()).problems
    ]
    golden(CASES / "contributor-mistakes.txt", "\n".join(blocks))
