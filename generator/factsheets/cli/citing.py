"""The command `cite-check`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from factsheets.cli import CONTENT
from factsheets.cli.shell import check_content, report
from factsheets.data.citecheck import compare, known, vocabulary
from factsheets.plugin import configuration
from factsheets.site.views.site import site
from factsheets.storage import faults, snapshot


@click.command("cite-check")
@click.argument("text_or_file", metavar="TEXT|FILE", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs.",
)
@click.pass_obj
def cite_check(root: Path, text_or_file: tuple[str, ...], form: str) -> None:
    """Compare the sentences of a draft with the statements that they resemble.

    Says what a sentence lost or added: the condition, an "or", "is attempting to", the speaker,
    the bounds of the quotation, a number, a date. It compares words and fields, and judges nothing
    else; words of the sentence that the statement does not have are listed, no more. It knows
    English words only, and compares no sentence that is not English. Ends with 1 when something
    differs from the nearest statement, and with 3 when nothing could be compared.
    """
    given = " ".join(text_or_file)
    text = snapshot.read_text(Path(given)) if _is_file(given) else given
    inputs, outcome = check_content(root)
    if outcome.value is None or outcome.summary.errors:
        report(inputs.files, outcome)
        raise click.exceptions.Exit(CONTENT)
    settings = configuration.settings(configuration.load(root), outcome.value)
    found = compare.checked(text, known.known(site(outcome.value, settings)))
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for each in found for line in _lines(each)))
    if not all(each.faithful for each in found):
        raise click.exceptions.Exit(CONTENT)
    if not outcome.value.statements:
        raise faults.EnvironmentFault("content/ has no statement, so nothing was compared.")
    if not any(each.english for each in found):
        raise faults.EnvironmentFault("There is no sentence in English, so nothing was compared.")


def _is_file(given: str) -> bool:
    """A long text is no name of a file, and asking for one fails on some systems."""
    return len(given) < 1000 and "\n" not in given and os.path.isfile(given)  # noqa: PTH113 - Path makes no difference


def _lines(found: compare.Checked) -> Iterator[str]:
    yield f"“{found.sentence}”"
    if not found.english:
        yield f"  {vocabulary.NOT_ENGLISH}"
    elif not found.matches:
        yield "  resembles no statement here."
    for match in found.matches:
        yield f"  {match.heading}  (facts/{match.id}/)"
        for each in match.differences:
            yield f"    {each.how} {each.text}"
        if not match.differences:
            yield "    nothing that is looked for was lost or added"
        if match.other_words:
            yield f"    words that the statement does not have: {', '.join(match.other_words)}"
    yield ""
