"""Fix mistakes in content files that have only one right answer."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from typing import Any

from factsheets.authoring.renew import renewed
from factsheets.authoring.yaml_repair import repair_yaml
from factsheets.content.edit import changes_at, edited, plain
from factsheets.content.kinds import Kind, kind_and_id
from factsheets.content.reader import read
from factsheets.content.rules import WITHOUT_TRACKING
from factsheets.content.text import BOM
from factsheets.content.tree import Locate
from factsheets.dataset.model import Dataset, file_of
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.sheets import locator
from factsheets.problems.former_names import RENAME
from factsheets.problems.problem import Place, Problem, errors
from factsheets.problems.reports import counted
from factsheets.problems.text import visible

_ENDS = re.compile(r"\r\n?")
_LOCATOR = re.compile(r"Change to: ([a-z_]+): (\S+)")
_RENAME = re.compile(re.escape(RENAME).replace(r"\{\}", "([a-z_]+)"))
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'"})
# Opening quotation marks, each with its possible closing marks.
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‘": "’"}
_MOST_LINES = 60  # shown per file
# The most lines of a file whose differences are shown, because difflib takes quadratic time.
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Fixes:
    """The fixed files, and what was fixed in each, in sentences.

    `readable` says that one of them could not be read before: it, and files that refer to it, may
    then have problems that could not be found before.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    readable: bool = False


def fix(inputs: Inputs, today: datetime.date, wanted: Callable[[str], bool]) -> Fixes:
    """Fix every selected file until nothing more can be fixed.

    The values stay the same except for locators, marks in quotations that were found,
    renamed fields, and letters with separate accents. What cannot be fixed safely stays as it is.
    """
    kinds = {
        name: found[0] for name in inputs.files if (found := kind_and_id(name)) and wanted(name)
    }
    files: dict[str, bytes] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        data, of_form = _with_fixed_form(kind, name, inputs.files[name])
        if of_form:
            files[name], notes[name] = data, of_form
    now = replace(inputs, files={**inputs.files, **files})
    for article_id, changed in renewed(now, today, wanted):
        files |= changed
        for name in changed:
            notes[name] = (*notes.get(name, ()), f"renewed the capture of {article_id}")
    now = replace(inputs, files={**inputs.files, **files})
    edits = _edits(now, today)
    for name in edits.keys() & kinds.keys():
        data, of_values = _edited(name, now.files[name], edits[name])
        if of_values:
            files[name], notes[name] = data, (*notes.get(name, ()), *of_values)
    readable = any(_values(name, inputs.files[name]) is None for name in files)
    return Fixes(files, notes, readable)


def _with_fixed_form(kind: Kind, name: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file with readable YAML, and what was done; unchanged if a repair alters a value.

    A byte order mark stays, and so do line ends, unless there are several kinds.
    """
    mark = BOM if data.startswith(BOM) else b""
    end = "\r\n" if b"\r\n" in data else "\n"
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError:
        return data, ()
    found = repair_yaml(kind, name, _ENDS.sub("\n", text))
    composed = unicodedata.normalize("NFC", found.text)
    fixed = mark + composed.replace("\n", end).encode()
    before = _values(name, data)
    if fixed == data or (before is not None and before != _values(name, fixed)):
        return data, ()
    notes = found.notes
    if composed != found.text:
        notes = (*notes, "replaced letters with separate accents by single characters")
    return fixed, notes or ("made all line endings the same",)


def _values(name: str, data: bytes) -> Any:
    """The values of a file with composed letters, None if it cannot be read without errors."""
    tree = read(name, data)
    if tree.value is None or errors(tree.problems):
        return None
    return _composed(plain(tree.value.root))


def _composed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _composed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_composed(each) for each in node]
    return unicodedata.normalize("NFC", node)


# Values that the check knows better.


@dataclass(frozen=True, slots=True)
class _Edit:
    """A new text for the value or the key at a place, and the sentence that describes it."""

    place: Place
    text: str
    note: str


def _edits(inputs: Inputs, today: datetime.date) -> Mapping[str, list[_Edit]]:
    """The edits of each file."""
    outcome = check(inputs, today)
    found: dict[str, list[_Edit]] = {}
    edits = [edit for problem in outcome.problems if (edit := _edit_of_problem(problem))]
    if outcome.value is not None:
        edits += _edits_of_primary(outcome.value, outcome.problems, locator(inputs))
        edits += _edits_of_marks(outcome.value, locator(inputs))
    for edit in edits:
        found.setdefault(edit.place.file, []).append(edit)
    return found


def _edit_of_problem(problem: Problem) -> _Edit | None:
    """The edit for a problem whose help gives the right locator or field name."""
    line = problem.place.line
    if right := _LOCATOR.fullmatch(problem.help):
        return _Edit(problem.place, right[2], f"line {line}: {right[1]} is now {right[2]}")
    if problem.code == "old-field" and (name := _RENAME.fullmatch(problem.help)):
        return _Edit(problem.place, name[1], f"line {line}: the field is now {name[1]}")
    if problem.code == "tracking-parameters":
        url = problem.help.removeprefix(WITHOUT_TRACKING.format(""))
        return _Edit(problem.place, url, f"line {line}: the address has no tracking parameters now")
    return None


def _edits_of_primary(
    dataset: Dataset, problems: Iterable[Problem], locate: Locate
) -> Iterator[_Edit]:
    """Replace `primary: true` by the kind of the source, where the article shows the kind.

    It is a transcript if its capture has turns of named speakers, and a statement if all its
    facts are the publisher's own words.
    """
    keys = {(each.place.file, each.place.line): each for each in problems}
    for key, article in dataset.articles.items():
        if not article.primary or article.kind != "article":
            continue
        value = locate(file_of("article", key), ("primary",))
        capture = dataset.captures.get(key)
        publisher = ((), (article.publisher,))
        if capture and any(name for each in capture.paragraphs for _, name in each.turns or ()):
            kind = "transcript"
        elif article.facts and all(
            fact.speaker in publisher and not fact.speaker_described for fact in article.facts
        ):
            kind = "statement"
        else:
            continue
        note = f"line {value.line}: the field is now kind: {kind}"
        yield _Edit(value, kind, note)
        yield _Edit(keys[value.file, value.line].place, "kind", note)


def _edits_of_marks(dataset: Dataset, locate: Locate) -> Iterator[_Edit]:
    """Fix quotations that were found, but whose marks could be simpler."""
    for statement in dataset.statements.values():
        file = file_of("article", statement.article_id)
        for number, (path, _, each) in enumerate(statement.fact.evidence(statement.article_id)):
            finding = dataset.findings.get((statement.fact.id, number))
            if finding is None or finding.check != "found":
                continue
            for at, quote in enumerate(each.quote):
                straight = straight_marks(quote)
                if straight != quote and not quote.isascii():
                    place = locate(file, ("facts", statement.index, *path, "quote", at))
                    note = f"line {place.line}: the quotation now has straight marks"
                    yield _Edit(place, straight, note)


def straight_marks(quote: str) -> str:
    """A quotation with straight marks, and without marks around the whole of it."""
    inner, closing = quote[1:-1], _CLOSING.get(quote[:1], "")
    if inner.strip() and quote[-1] in closing and not set(inner) & {quote[0], quote[-1]}:
        quote = inner
    return quote.translate(_STRAIGHT)


def _edited(file: str, data: bytes, edits: list[_Edit]) -> tuple[bytes, tuple[str, ...]]:
    """The file with these values changed, and what was done; unchanged if that is ambiguous."""
    changes = changes_at(file, data, ((edit.place, edit.text) for edit in edits))
    wanted = [(change, edit.note) for edit, change in zip(edits, changes, strict=True) if change]
    result = edited(file, data, (change for change, _ in wanted)).value
    return (
        (data, ()) if result is None else (result, tuple(dict.fromkeys(note for _, note in wanted)))
    )


# The report.


def fixes_text(fixes: Fixes, before: Mapping[str, bytes]) -> str:
    """Each file with its fixes, then the lines that changed."""
    blocks = ["\n".join(_file_text(name, fixes, before)) for name in sorted(fixes.files)]
    count = counted(len(fixes.files), "file")
    return "\n\n".join([*blocks, f"Fixed {count}." if blocks else "Nothing to fix."]) + "\n"


def _file_text(name: str, fixes: Fixes, before: Mapping[str, bytes]) -> Iterable[str]:
    yield visible(name)
    yield from (f"  {visible(note)}" for note in fixes.notes[name])
    if name.startswith("seeds/"):
        return  # hashes, which nobody reads
    old = before[name].decode("utf-8", "replace").splitlines()
    new = fixes.files[name].decode().splitlines()
    if len(old) > _LONGEST:
        return
    lines = list(unified_diff(old, new, n=0, lineterm=""))[2:]
    yield from (f"    {visible(line)}" for line in lines[:_MOST_LINES] if line[:2] != "@@")
    if len(lines) > _MOST_LINES:
        yield f"    and {len(lines) - _MOST_LINES:,} more lines"
