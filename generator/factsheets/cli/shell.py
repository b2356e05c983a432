"""Steps that several commands share: check the content, report it, carry out an edit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from factsheets.cli import CONTENT
from factsheets.dataset.model import Dataset
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Inputs, Progress, no_progress
from factsheets.plugin.content import with_page_settings
from factsheets.problems import reports, terminal
from factsheets.problems.problem import Problem
from factsheets.storage import faults, files, snapshot
from factsheets.storage.clock import today

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for GitHub annotations, or for programs.",
)
"""The option of commands that report problems."""


def check_content(root: Path, progress: Progress = no_progress) -> tuple[Inputs, Outcome]:
    """The content as read, and the outcome of its check."""
    inputs = snapshot.snapshot(root)
    outcome = check(inputs, today(), progress=progress)
    return inputs, with_page_settings(root, outcome)


def sound(inputs: Inputs, outcome: Outcome) -> Dataset:
    """The dataset of content without errors; with errors, report them and end the command."""
    if outcome.value is None or outcome.summary.errors:
        refuse(inputs, outcome, "Fix these problems first:")
    return outcome.value


def published(root: Path, base: str) -> Iterator[Inputs]:
    """The content of the folder `base`, or of the revision `base` and those before it."""
    from factsheets.storage import revisions

    folder = Path(base)
    if not base or not (folder / "content").is_dir():
        yield from revisions.content_at(root, base)
        return
    if folder.resolve() == root.resolve():
        raise faults.EnvironmentFault(
            f"{faults.shown(folder)} is the project itself, so there is nothing to compare with. "
            "Name a folder with the content as it was published, or a git revision."
        )
    yield snapshot.snapshot(folder)


def refuse(inputs: Inputs, outcome: Outcome, why: str) -> NoReturn:
    """End a command that writes nothing, with the problems that prevent it."""
    click.echo(f"Nothing was changed. {why}", err=True)
    report(inputs.files, outcome)
    raise click.exceptions.Exit(CONTENT)


def report(
    texts: Mapping[str, bytes],
    outcome: Outcome,
    form: str = "text",
    *,
    root: Path | None = None,
    everything: bool = False,
) -> None:
    """Print the problems, and what was checked.

    Args:
        texts: The files for excerpts.
        outcome: The result of the check.
        form: A value of `--format`.
        root: The project's folder, for the paths that GitHub shows in its repository.
        everything: Whether to print all problems, or only the first ones.
    """
    problems, summary = outcome.problems, outcome.summary
    if form == "json":
        text = reports.as_json(problems, summary)
    elif form == "github":
        problems = _in_repository(problems, root)
        text = reports.github(problems, summary)
        if page := os.environ.get("GITHUB_STEP_SUMMARY"):
            files.append(Path(page), reports.markdown(problems, summary))
    else:
        text = terminal.text(problems, texts, summary, colour=has_colour(), everything=everything)
    click.echo(text, nl=False)


def _in_repository(problems: tuple[Problem, ...], root: Path | None) -> tuple[Problem, ...]:
    """The problems with paths below the top of the repository, as GitHub names files."""
    from factsheets.storage.git import repository_folder

    top = repository_folder(root) if root else None
    if root is None or top is None or top == root.resolve():
        return problems
    below = root.resolve().relative_to(top)
    return tuple(
        replace(each, place=replace(each.place, file=(below / each.place.file).as_posix()))
        for each in problems
    )


def has_colour() -> bool:
    """Whether to print in colour: on a terminal, unless the user has turned colour off."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
