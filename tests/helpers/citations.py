"""Sentences with what the comparison must find, and the files with which the page compares them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from factsheets.data.citecheck.compare import Checked, checked
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.published import published

from tests.helpers.builders import ROOT
from tests.helpers.example_sites import files_of

_CASES = ROOT / "tests/cases"
_SCRIPTS = sorted((ROOT / "site-templates/theme/assets").glob("check-*.js"))


def known_of(rows: Sequence[dict[str, Any]]) -> tuple[Known, ...]:
    """Statements as the comparison knows them, from rows of JSON."""
    lists = ("quotes", "names", "beside", "figures")
    texts = ({key: tuple(map(str, each[key])) for key in lists} for each in rows)
    return tuple(Known(**{**each, **more}) for each, more in zip(rows, texts, strict=True))


@cache
def own_statements() -> tuple[Known, ...]:
    """The statements of the repository's own content, as the page has them."""
    files = files_of("own")
    assert json.loads(files["data/check.json"])["parts"] == 1
    return known_of(json.loads(files["data/check/0.json"])["statements"])


def _golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_CASES / f"{name}.json").read_text())
    return found


GOLDENS = {
    "golden": _golden("citecheck"),
    "others": _golden("citecheck-others"),
    "subjects": _golden("citecheck-subjects"),
    "more": _golden("citecheck-more"),
    "third": _golden("citecheck-third"),
    "exchanged": _golden("citecheck-exchanged"),
    "first": _golden("citecheck-first"),
}


def statements_of(name: str) -> tuple[Known, ...]:
    """What the sentences of a golden file are compared with, in the order of ids as on a site."""
    rows = GOLDENS[name]["statements"]
    return tuple(sorted(known_of(rows), key=lambda each: each.id))


def brief(found: Checked) -> list[str]:
    """The nearest statement and what differs, as the golden files have it."""
    if not found.english:
        return ["not English"]
    if not found.matches:
        return []
    nearest = found.matches[0]
    return [nearest.id, *(f"{each.how} {each.kind}" for each in nearest.differences)]


def texts_of(name: str) -> list[str]:
    """The sentences of a golden file, and others made of its statements."""
    known = statements_of(name)
    texts = [case["text"] for case in GOLDENS[name]["cases"]]
    texts += [f"{each.who} said: {each.statement}. {each.detail}" for each in known]
    texts += [f"{each.who}: {' '.join(each.quotes)}" for each in known]
    return texts + [
        f"The ‘{each.statement}’ isn't 3 to 5 million, 'so' said Ünal." for each in known
    ]


def found_by_the_program(name: str) -> Any:
    """What the program finds in them, as JSON."""
    known = statements_of(name)
    found = [[asdict(each) for each in checked(text, known)] for text in texts_of(name)]
    return json.loads(json.dumps(found))


def lay_out_page(folder: Path, known: Sequence[Known]) -> None:
    """The scripts of the page with the data for these statements, in a folder."""
    for script in _SCRIPTS:
        shutil.copy(script, folder)
    for path, pieces in published(len(known), known.__getitem__):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"".join(pieces))
