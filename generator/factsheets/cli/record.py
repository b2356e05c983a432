"""The commands that keep the record true over time: rename, addresses, stale."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from factsheets.cli.shell import Project, carry_out, checked, refuse
from factsheets.content.types import is_free_id
from factsheets.dataset.model import Dataset
from factsheets.history.rename import Rename, is_taken, kinds_of, renamed
from factsheets.pipeline.addresses import listed_with, unlisted_addresses
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.plan import planned
from factsheets.plugin import mkdocs_build
from factsheets.problems.reports import counted
from factsheets.quotes.seeds import LIST
from factsheets.site.page_markup import FOLDER
from factsheets.site.views.addresses import MANIFEST
from factsheets.site.views.addresses import addresses as all_addresses
from factsheets.site.views.review import stale as stale_lines
from factsheets.storage import faults, locking, snapshot

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
    if not is_free_id(new):
        raise click.UsageError(
            f'"{new}" cannot be an id: small letters a to z, digits and single hyphens, at '
            "most 80, and none that is kept (page, index, con)."
        )
    with locking.lock(project.root, "facts rename"):
        inputs, outcome = checked(project.root)
        dataset = _sound(inputs, outcome)
        chosen = Rename(_chosen_kind(dataset, old, kind), old, new)
        if is_taken(dataset, chosen.kind, new):
            raise click.UsageError(f'"{new}" is or was in use. An id is never used again.')
        given = {**inputs.files, **snapshot.read_some(project.root, LIST)}
        made = renamed(dataset, given, chosen)
        if made.value is None:
            refuse(inputs, outcome.about(made.problems), "An edit would be ambiguous.")
        plan = planned(given, made.value.after, made.value.moved)
        carry_out(project, inputs, plan)
    changed = sum(data is not None for data in plan.after.values())
    click.echo(
        f"{chosen.kind.capitalize()} {old} is now {new}, in {counted(changed, 'file')}."
        " The old address leads to the new one."
    )
    naming = _naming(made.value.after, chosen.address(old))
    if naming:
        click.echo(f"The old address is still in the text of {', '.join(naming)}.")


def _naming(after: Mapping[str, bytes], address: str) -> list[str]:
    """The hand-written pages that name an address."""
    return [
        path
        for path, data in after.items()
        if path.startswith(FOLDER) and re.search(rf"(?<![\w-]){address}".encode(), data)
    ]


def _sound(inputs: Inputs, outcome: Outcome) -> Dataset:
    if outcome.value is None or outcome.summary.errors:
        refuse(inputs, outcome, "Fix these problems first:")
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


@click.command()
@click.option("--write", is_flag=True, help=f"Add what is missing to {MANIFEST}.")
@click.pass_obj
def addresses(project: Project, write: bool) -> None:
    """Show the addresses that are missing in the list of published ones.

    The list is kept in git. None of its addresses may ever lead nowhere.
    """
    if write:
        with locking.lock(project.root, "facts addresses"):
            missing = _missing_addresses(project, write=True)
    else:
        missing = _missing_addresses(project, write=False)
    for address in missing:
        click.echo(address)
    if missing and not write and not (project.root / MANIFEST).exists():
        click.echo(
            f"There is no {MANIFEST} yet, so no address is watched. To begin it: "
            "facts addresses --write",
            err=True,
        )
    verb = "added to" if write else "missing in"
    click.echo(f"{len(missing):,} addresses {verb} {MANIFEST}.", err=True)


def _missing_addresses(project: Project, *, write: bool) -> tuple[str, ...]:
    inputs, outcome = checked(project.root)
    dataset = _sound(inputs, outcome)
    _must_have(all_addresses(dataset), "record")
    missing = unlisted_addresses(inputs, dataset)
    if write and missing:
        carry_out(project, inputs, planned(inputs.files, {MANIFEST: listed_with(inputs, dataset)}))
    return missing


@click.command(short_help="List the statements that nobody has reviewed for long.")
@click.pass_obj
def stale(project: Project) -> None:
    """List the statements that nobody has reviewed for longer than the site allows.

    The limit is extra.review_after_days in mkdocs.yml (default: 365 days). Oldest first.
    """
    inputs, outcome = checked(project.root)
    dataset = _sound(inputs, outcome)
    _must_have(dataset.statements, "statement")
    settings = mkdocs_build.settings(mkdocs_build.load(project.root), dataset)
    lines = stale_lines(dataset, mkdocs_build.today(), settings.review_after_days)
    for line in lines:
        click.echo(f"{line.since}  {line.fact_id}  {line.file}:{line.line}  {line.why}")
    click.echo(f"{len(lines):,} to look at again.", err=True)


def _must_have(found: object, what: str) -> None:
    """Raises where there is nothing to look at: that is not the same as nothing wrong."""
    if not found:
        raise faults.EnvironmentFault(f"content/ has no {what}, so there is nothing to look at.")


COMMANDS = (rename, addresses, stale)
