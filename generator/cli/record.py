"""The commands that keep the record true over time: rename, addresses, stale."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator import capture as captures
from generator import engine, files
from generator.cli.shell import CONTENT, Project, Reporter, checked
from generator.dataset import Dataset
from generator.pipeline import Inputs, Outcome, listed_with, locator, unlisted_addresses
from generator.rename import Renamed, is_taken, kinds_of, renamed
from generator.schema.types import is_free_id
from generator.views.addresses import MANIFEST
from generator.views.freshness import stale as stale_lines

KINDS = ("actor", "topic", "event", "article", "fact")


@click.command(short_help="Change an id everywhere; the old address leads to the new.")
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(KINDS), help="Needed where several kinds have the id.")
@click.pass_obj
def rename(project: Project, old: str, new: str, kind: str | None) -> None:
    """Change the id OLD to NEW everywhere; the old address leads to the new one.

    For facts, actors, topics, events and articles. Comments and layout stay as they are.
    """
    inputs, outcome = checked(project.root)
    dataset = _sound(inputs, outcome)
    chosen = _chosen_kind(dataset, old, kind)
    if not is_free_id(new):
        raise click.UsageError(
            f'"{new}" cannot be an id: small letters a to z, digits and single hyphens, at '
            "most 80, and none that is kept (page, index, con)."
        )
    if is_taken(dataset, chosen, new):
        raise click.UsageError(f'"{new}" is or was in use. An id is never used again.')
    made = renamed(dataset, inputs.files, locator(inputs), chosen, (old, new))
    with files.lock(project.root, "facts rename"):
        _write(project.root, made)
        if chosen == "article":
            _rename_in_list(project.root / "seeds" / "README.md", old, new)
    changed = len(made.texts)
    click.echo(
        f"{chosen.capitalize()} {old} is now {new}, in {changed} file{'s' if changed != 1 else ''}."
        " The old address leads to the new one."
    )


def _sound(inputs: Inputs, outcome: Outcome) -> Dataset:
    if outcome.value is None or outcome.summary.errors:
        Reporter().say(inputs.files, outcome)
        click.echo("Nothing was changed: mend the problems first.", err=True)
        raise click.exceptions.Exit(CONTENT)
    return outcome.value


def _chosen_kind(dataset: Dataset, old: str, kind: str | None) -> str:
    found = kinds_of(dataset, old)
    if kind is None and len(found) == 1:
        return found[0]
    if kind in found:
        return str(kind)
    if not found or kind:
        what = kind or "record"
        raise click.UsageError(f'There is no {what} "{old}".')
    raise click.UsageError(f'"{old}" is the id of {" and ".join(found)}. Add --kind {found[0]}.')


def _write(root: Path, made: Renamed) -> None:
    for file, text in made.texts.items():
        files.write_file(root / file, text.encode())
    for before, after in made.moves.items():
        files.move_file(root / before, root / after)


def _rename_in_list(readme: Path, old: str, new: str) -> None:
    if readme.exists():
        rows = captures.rows(files.read_text(readme))
        changed = [replace(row, article_id=new) if row.article_id == old else row for row in rows]
        files.write_file(readme, captures.readme(changed).encode())


@click.command()
@click.option("--write", is_flag=True, help=f"Add what is missing to {MANIFEST}.")
@click.pass_obj
def addresses(project: Project, write: bool) -> None:
    """Show the addresses that the list of published ones lacks.

    The list is kept in git. Every address in it is checked for ever: none may lead nowhere.
    """
    inputs, outcome = checked(project.root)
    dataset = _sound(inputs, outcome)
    missing = unlisted_addresses(inputs, dataset)
    for address in missing:
        click.echo(address)
    if write and missing:
        with files.lock(project.root, "facts addresses"):
            files.write_file(project.root / MANIFEST, listed_with(inputs, dataset).encode())
    verb = "added to" if write else "missing in"
    click.echo(f"{len(missing):,} addresses {verb} {MANIFEST}.", err=True)


@click.command(short_help="List the statements that nobody has reviewed for long.")
@click.pass_obj
def stale(project: Project) -> None:
    """List the statements that nobody has reviewed for longer than the site allows.

    The limit stands in mkdocs.yml, extra.review_after_days (else 365 days). Oldest first.
    """
    inputs, outcome = checked(project.root)
    dataset = _sound(inputs, outcome)
    settings = engine.settings(engine.load(project.root), dataset)
    lines = stale_lines(dataset, engine.today(), settings.review_after_days)
    for line in lines:
        click.echo(f"{line.since}  {line.fact_id}  {line.file}:{line.line}  {line.why}")
    click.echo(f"{len(lines):,} to look at again.", err=True)


COMMANDS = (rename, addresses, stale)
