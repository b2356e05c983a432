"""Sentences with what the page /check/ must find for them, and the data that it finds it in."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from tests.helpers.builders import ROOT
from tests.helpers.example_sites import files_of

FOLDER = ROOT / "tests/cases/lookup"
CASES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
SCRIPTS = ROOT / "site-templates/theme/assets"


@cache
def case(name: str) -> dict[str, Any]:
    """The sentences of a file, with actors, words and statements: its own or the content's."""
    head = json.loads(files_of("own")["data/check.json"])
    head["statements"] = json.loads(files_of("own")["data/check/0.json"])
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {**head, **found}


def texts(name: str) -> list[str]:
    """The sentences of a file."""
    return [each["text"] for each in case(name)["cases"]]
