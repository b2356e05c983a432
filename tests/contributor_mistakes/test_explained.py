"""The examples of `facts explain` that need several files: right is right, wrong is wrong.

Those of one file are run in tests/content/test_validation.py. A few are told in words, and stand
at the end.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.reader import read
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.catalogue import catalogue
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps
from factsheets.storage import snapshot

from tests.helpers.builders import ROOT, TODAY

DAY = datetime.date(2025, 9, 5)
# Made up: there is no such minister, and nobody said this.
PORTS = (
    "PORTO NOVO, March 1.\n\n"
    '"We will open three new ports by spring," the minister told reporters. The money is there, '
    "the paper writes, and it has been there since the new budget was made in the last autumn.\n\n"
    "Nothing was said of the old harbour, of those who work in it, or of what becomes of them.\n\n"
    'She added that "the ports will be open" to all.\n\n'
    "Others were asked, and gave no answer on that day or on the next.\n\n"
    "The ministry was founded long ago.\n"
)
OWN = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for pattern in ("content/**/*.yaml", "seeds/*.json")
    for path in ROOT.glob(pattern)
}
FILES: dict[Kind, str] = {
    "actor": "content/actors/sample.yaml",
    "topic": "content/topics/sample.yaml",
    "event": "content/events/sample.yaml",
    "article": "content/facts/sample.yaml",
}
PLAIN: dict[Kind, dict[str, str]] = {
    "actor": {
        "kind": "publisher",
        "name": "Sample",
        "ownership": "private",
        "country": "france",
        "outlet": "newspaper",
    },
    "topic": {"name": "Sample", "summary": "A sample."},
    "event": {"name": "Sample"},
    "article": {
        "publisher": "sample",
        "url": "https://sample.example/",
        "published": "2025-09-05",
        "language": "en",
    },
}
FACT = {
    "statement": "an example of a statement",
    "paragraph": "2",
    "said": "2025-09-04",
    "said_basis": "stated",
    "topics": "[sample]",
}


def codes(example: str, *, captured: bool) -> set[str]:
    """The problems of our own content with a sample that contains the example's fields."""
    tree = read("x", example.encode()).value
    assert tree is not None, example
    lines = dict(re.findall(r"^(?:- )?([a-z_]+): (.*)$", example, re.MULTILINE))
    assert set(lines) == set(tree.root), example
    made = {kind: dict(fields) for kind, fields in PLAIN.items()}
    fact = {"id": "sample-fact", **FACT}
    for name, value in lines.items():
        if name == "question":
            fact["answers"] = f"[{{question: {value}, kind: other, text: So}}]"
        elif name == "former_ids" or name in known_fields(_fact()):
            fact[name] = value
        else:
            made[_kind(name)][name] = value
    text = "".join(
        f"{'  - ' if number == 0 else '    '}{name}: {value}\n"
        for number, (name, value) in enumerate(fact.items())
    )
    sheets = {
        FILES[kind]: "".join(f"{name}: {value}\n" for name, value in made[kind].items())
        for kind in KINDS
    }
    sheets[FILES["article"]] += f"facts:\n{text}"
    inputs = {**OWN, **{name: sheet.encode() for name, sheet in sheets.items()}}
    if captured:
        taken = capture(PORTS, published=DAY, captured=DAY)
        inputs["seeds/sample.json"] = dumps(taken).encode()
    return {
        each.code
        for each in check.check(Inputs(inputs), TODAY).problems
        if each.place.file in sheets
    }


def _fact() -> type[Any]:
    found = known_fields(KINDS["article"].record)["facts"].record
    assert found
    return found


def _kind(name: str) -> Kind:
    return next(kind for kind in ("article", "topic", "event", "actor") if name in _names(kind))


def _names(kind: Kind) -> set[str]:
    return set(known_fields(KINDS[kind].record))


LINKED = (
    *("unknown-actor", "unknown-topic", "unknown-event", "unknown-article", "unknown-fact"),
    *("unknown-question", "wrong-kind-of-actor", "reserved-id", "in-the-future"),
)
QUOTED = (
    *("quote-not-found", "wrong-paragraph", "quote-not-in-marks", "quote-altered"),
    *("quote-too-short", "wording-not-found", "no-such-paragraph", "figure-not-in-quote"),
)
# Not relevant to the example: the sample quotes a short text, and leaves most of it unused.
ASIDE = {"paragraph-unused", "quote-not-captured", "quoted-too-much", "said-after-published"}


@pytest.mark.parametrize("code", [*LINKED, *QUOTED])
def test_examples_across_files_are_what_they_claim(code: str) -> None:
    captured = code in QUOTED
    for example in catalogue()[code].right:
        bare = _without_words(example)
        assert codes(bare, captured=captured) - ASIDE <= {"unknown-actor"} & _needless(bare), bare
    for example in catalogue()[code].wrong:
        bare = _without_words(example)
        assert codes(bare, captured=captured) - ASIDE - _needless(bare) == {code}, bare


def _without_words(example: str) -> str:
    """The example without its explanation in words."""
    return example.replace(" in an article of six paragraphs", "")


def _needless(example: str) -> set[str]:
    """The minister and the places of the made-up text do not occur in our own content."""
    return {"unknown-actor"} if "the-minister" in example else set()


NAMES = (
    *("wrong-ending", "wrong-folder", "bad-file-name", "stray-file", "names-alike"),
    "page-left-out",
)


@pytest.mark.parametrize("code", NAMES)
def test_names_of_files_are_what_they_claim(code: str, tmp_path: Path) -> None:
    for number, example in enumerate((*catalogue()[code].right, *catalogue()[code].wrong)):
        root = tmp_path / str(number)
        (root / "content").mkdir(parents=True)
        (root / "content/addresses.txt").touch()
        first, _, second = example.removesuffix(" alone").partition(" and ")
        paths = [first, f"{Path(first).parent}/{second}" if second else ""]
        for name in filter(None, paths):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).touch()
        found = {problem.code for problem in snapshot.snapshot(root).problems}
        assert (code in found) == (number >= 2), example


@pytest.mark.parametrize("code", ["page-markup", "dead-link"])
def test_pages_are_what_they_claim(code: str) -> None:
    for number, example in enumerate((*catalogue()[code].right, *catalogue()[code].wrong)):
        inputs = {**OWN, "content/pages/sample.md": f"# Sample\n\n{example}\n".encode()}
        found = {problem.code for problem in check.check(Inputs(inputs), TODAY).problems}
        assert (code in found) == (number >= 2), example


def test_front_matter_is_what_it_claims() -> None:
    entry = catalogue()["page-front-matter"]
    for number, example in enumerate((*entry.right, *entry.wrong)):
        inputs = {**OWN, "content/pages/sample.md": example.encode()}
        found = {problem.code for problem in check.check(Inputs(inputs), TODAY).problems}
        assert (entry.code in found) == (number >= 2), example


def test_pages_of_one_address_are_what_they_claim() -> None:
    entry = catalogue()["same-address"]
    for number, example in enumerate((*entry.right, *entry.wrong)):
        made = {name: b"# Sample\n" for name in example.split(" beside ") if name.endswith(".md")}
        topic = {"content/topics/bridge.yaml": b"name: Bridge\nsummary: A bridge.\n"}
        found = check.check(Inputs({**OWN, **topic, **made}), TODAY).problems
        assert (entry.code in {each.code for each in found}) == (number >= 2), example
