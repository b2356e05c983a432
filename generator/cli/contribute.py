"""The commands on the way from an article to a pull request: diff."""

from __future__ import annotations

from pathlib import Path

import click

from generator import engine, files, report
from generator.cli.shell import CONTENT, Project
from generator.pipeline import Inputs, difference


@click.command()
@click.argument("base")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="For people, for a pull request, or for programs.",
)
@click.pass_obj
def diff(project: Project, base: str, form: str) -> None:
    """Say in words what changed since BASE: a revision of git, or a folder.

    Both sides are checked first; what can be read of a broken one is compared. Ends with 1 if
    the content as it stands has errors.
    """
    found = difference(_base(project.root, base), files.snapshot(project.root), engine.today())
    forms = {
        "text": report.changes_text,
        "markdown": report.changes_markdown,
        "json": report.changes_json,
    }
    click.echo(forms[form](found), nl=False)
    if found.now.summary.errors:
        raise click.exceptions.Exit(CONTENT)


def _base(root: Path, base: str) -> Inputs:
    """A folder that holds content, else a revision."""
    folder = Path(base)
    return files.snapshot(folder) if (folder / "content").is_dir() else files.past(root, base)


COMMANDS = (diff,)
