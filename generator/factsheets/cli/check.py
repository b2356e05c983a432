"""The commands `check` and `explain`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

import click

from factsheets.cli import CONTENT
from factsheets.cli.progress import Progress
from factsheets.cli.shell import (
    check_content,
    format_option,
    published,
    refuse,
    report,
)
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.inputs import Inputs
from factsheets.plugin import configuration
from factsheets.plugin.content import with_page_settings
from factsheets.problems import former_names
from factsheets.problems.catalogue import catalogue, shown
from factsheets.problems.problem import Problem, errors, in_order
from factsheets.site.settings import CONFIG
from factsheets.storage import drafts_folder, edits, faults, locking, snapshot
from factsheets.storage.clock import today


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option("--all", "everything", is_flag=True, help="Show every problem, not the first 20.")
@click.option("--fix", is_flag=True, help="First fix the problems that have only one right answer.")
@click.option(
    "--against",
    "base",
    metavar="BASE",
    help=("Also find changes without a correction since a revision or folder."),
)
@format_option
@click.pass_obj
def check(  # noqa: PLR0913 - a parameter for each option
    root: Path, paths: tuple[str, ...], form: str, base: str | None, *, everything: bool, fix: bool
) -> None:
    """Show all problems of the content, by file and line.

    With PATHs, show only problems in these files and folders; all content is read anyway. With
    --against, also report what was published and has since been changed without a correction, or
    deleted. --fix makes only changes that have one right answer, and lists them; comments and
    layout stay.
    """
    wanted = _below_root(root, paths)
    if fix:
        _fix(root, wanted, form)
    inputs, outcome = (
        check_content(root, Progress().over) if base is None else _check_against(root, base)
    )
    texts, outcome = _with_settings(root, inputs, outcome)
    _must_hold_content(texts, inputs, outcome, wanted)
    chosen = tuple(each for each in outcome.problems if _is_below(each.place.file, wanted))
    if form == "text" and CONFIG in texts and not wanted and not chosen:
        # Before the report, whose last line counts the problems: a hint is none.
        click.echo(configuration.hint(root / CONFIG), nl=False)
    report(texts, outcome.about(chosen), form, root=root, everything=everything)
    if errors(chosen):
        raise click.exceptions.Exit(CONTENT)


def _below_root(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    wanted = []
    for path in paths:
        place = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the last link
        try:
            wanted.append((place.parent.resolve() / place.name).relative_to(root).as_posix())
        except ValueError as error:
            raise click.BadParameter(f"{path} is not in {root}.") from error
    return tuple(wanted)


def _is_below(file: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)


def _fix(root: Path, wanted: tuple[str, ...], form: str) -> None:
    """Fix the selected files; prints to stderr if programs read stdout."""
    from factsheets.authoring.fix import fix, fixes_text
    from factsheets.pipeline.plan import new_problems, planned

    with locking.lock(root, "facts check --fix"):
        inputs = snapshot.snapshot(root)
        done = fix(inputs, today(), lambda name: _is_below(name, wanted))
        plan = planned(inputs.files, done.files)
        then, outcome, new = new_problems(inputs, plan, today())
        if errors(new) and not done.readable:
            refuse(then, outcome.about(new), "The fixes would lead to these problems:")
        edits.carry_out(root, plan)
    click.echo(fixes_text(done, inputs.files), err=form != "text")


def _check_against(root: Path, base: str) -> tuple[Inputs, Outcome]:
    """Also find changes without a correction since `base`, a git revision or a folder."""
    from factsheets.history.published import NoBase, check_against

    inputs = snapshot.snapshot(root)
    try:
        outcome = check_against(published(root, base), inputs, today())
    except NoBase as error:
        raise _incomparable(base, error.problem) from error
    return inputs, with_page_settings(root, outcome)


def _incomparable(base: str, problem: Problem) -> faults.EnvironmentFault:
    place = problem.place
    others = "" if (Path(base) / "content").is_dir() else " (or of any commit before it)"
    return faults.EnvironmentFault(
        f"Nothing was compared: the content of {faults.shown(base)}{others} cannot be read "
        f"completely. Its first problem is {faults.shown(place.file)}:{place.line}: "
        f"{problem.message} Name a folder with the content as it was published. Without "
        "--against, only the current content is checked."
    )


def _with_settings(
    root: Path, inputs: Inputs, outcome: Outcome
) -> tuple[Mapping[str, bytes], Outcome]:
    """All files that are checked, and the outcome with the problems of mkdocs.yml and drafts/."""
    problems = list(drafts_folder.leftovers(root, inputs.files))
    path = root / CONFIG
    texts = inputs.files
    if path.is_file():
        problems += configuration.wrong_settings(path, outcome.value)
        texts = {**inputs.files, CONFIG: path.read_bytes()}
    return texts, outcome.about(in_order([*outcome.problems, *problems]))


def _must_hold_content(
    texts: Mapping[str, bytes], inputs: Inputs, outcome: Outcome, wanted: tuple[str, ...]
) -> None:
    """Raise if the named paths contain nothing to check, so that they are not reported as clean."""
    static = (f"content/static/{path}" for path in inputs.static)
    places = (each.place.file for each in outcome.problems)
    if not any(_is_below(name, wanted) for name in (*texts, *static, *places)):
        raise faults.EnvironmentFault(
            f"{faults.shown(', '.join(wanted))}: there is no content file, so nothing was "
            "checked. Name files and folders in content/ or seeds/."
        )


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem CODE: why it matters, with two right and two wrong examples.

    Without CODE, list all codes.
    """
    codes = catalogue()
    if code is None:
        width = max(map(len, codes))
        for entry in sorted(codes.values(), key=lambda one: one.code):
            click.echo(f"{entry.code:{width}}  {entry.title}")
        return
    found = codes.get(code)
    if code in (old := former_names.table("codes")):
        raise click.UsageError(f"{code} was replaced. Run: facts explain {old[code]['now']}")
    if found is None:
        near = difflib.get_close_matches(code, codes, n=1)
        advice = f"Did you mean {near[0]}?" if near else "facts explain lists them all."
        raise click.UsageError(f'There is no code "{code}". {advice}')
    click.echo(f"{found.code}: {found.title}\n\n{found.why}")
    for title, examples in (("Right", found.right), ("Wrong", found.wrong)):
        for example in examples:
            click.echo(f"\n{title}:\n{indent(shown(example).strip(), '    ')}")
