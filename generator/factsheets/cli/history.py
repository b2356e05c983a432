"""Commands that compare content with what was published, and keep its addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

import click

from factsheets.cli import CONTENT
from factsheets.cli.shell import check_content, published, refuse, sound
from factsheets.content.kinds import KINDS
from factsheets.content.types import is_free_id
from factsheets.dataset.model import Dataset
from factsheets.history import report
from factsheets.history.diff import difference
from factsheets.history.rename import Rename, is_taken, kinds_of, plan_rename
from factsheets.pipeline.addresses import listed_addresses, with_addresses
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.plan import Plan, new_problems, planned
from factsheets.plugin import configuration
from factsheets.plugin.content import with_page_settings
from factsheets.problems.reports import counted
from factsheets.site.page_markup import FOLDER
from factsheets.site.views.addresses import MANIFEST
from factsheets.site.views.addresses import addresses as all_addresses
from factsheets.site.views.review import stale as stale_lines
from factsheets.storage import edits, faults, locking, snapshot
from factsheets.storage.clock import today

_KINDS = (*KINDS, "fact")
_FORMS = {
    "text": report.changes_text,
    "markdown": report.changes_markdown,
    "json": report.changes_json,
}


@click.command()
@click.argument("base")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FORMS]),
    default="text",
    help="For people, for a pull request, or for programs.",
)
@click.pass_obj
def diff(root: Path, base: str, form: str) -> None:
    """Describe what changed since BASE: a git revision or a folder.

    Both sides are checked first. If one has errors, what can be read of it is compared. Exits with
    1 if the current content has errors.
    """
    found = difference(next(published(root, base)), snapshot.snapshot(root), today())
    click.echo(_FORMS[form](found), nl=False)
    if found.now.summary.errors:
        raise click.exceptions.Exit(CONTENT)


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(_KINDS), help="Required if several kinds have the id.")
@click.pass_obj
def rename(root: Path, old: str, new: str, kind: str | None) -> None:
    """Change the id OLD to NEW everywhere; the old address redirects to the new one.

    For facts, actors, topics, events and articles. Comments and layout stay as they are.
    """
    if not is_free_id(new):
        raise click.UsageError(
            f'"{new}" cannot be an id: small letters a to z, digits and single hyphens, at '
            "most 80, and not a reserved one (page, index, con)."
        )
    with locking.lock(root, "facts rename"):
        inputs, outcome = check_content(root)
        dataset = sound(inputs, outcome)
        chosen = Rename(_kind_of(dataset, old, kind), old, new)
        if is_taken(dataset, chosen.kind, new):
            raise click.UsageError(f'"{new}" is or was in use. An id is never reused.')
        found = plan_rename(dataset, inputs.files, chosen)
        plan = found.value
        if plan is None:
            refuse(inputs, outcome.about(found.problems), "The edit would be ambiguous.")
        _carry_out(root, inputs, plan)
    changed = sum(data is not None for data in plan.after.values())
    click.echo(
        f"{chosen.kind.capitalize()} {old} is now {new}, in {counted(changed, 'file')}. The old "
        "address redirects to the new one."
    )
    if pages := _pages_with(chosen.address(old), {**inputs.files, **plan.after}):
        click.echo(f"The old address is still in the text of {', '.join(pages)}.")


def _kind_of(dataset: Dataset, record_id: str, kind: str | None) -> str:
    """The kind of the record with this id; if there are several, the given one."""
    found = kinds_of(dataset, record_id)
    if kind is None and len(found) == 1:
        return found[0]
    if kind in found:
        return str(kind)
    if not found or kind:
        raise click.UsageError(f'There is no {kind or "record"} "{record_id}".')
    raise click.UsageError(
        f'"{record_id}" is the id of {" and ".join(found)}. Add --kind {found[0]}.'
    )


def _carry_out(root: Path, inputs: Inputs, plan: Plan) -> None:
    """Write the files of a plan; if it would add problems, report them and end the command.

    Call it with the project's lock held, and with the content as read under that lock.
    """
    then, outcome, new = new_problems(
        inputs, plan, today(), lambda outcome: with_page_settings(root, outcome)
    )
    if new:
        refuse(then, outcome.about(new), "After this edit the content would have these problems:")
    edits.carry_out(root, plan)


def _pages_with(address: str, files: Mapping[str, bytes | None]) -> list[str]:
    """The hand-written pages that contain an address."""
    named = re.compile(rf"(?<![\w-]){address}".encode())
    return [
        path
        for path, data in files.items()
        if data and path.startswith(FOLDER) and path.endswith(".md") and named.search(data)
    ]


@click.command()
@click.option("--write", is_flag=True, help=f"Add the missing addresses to {MANIFEST}.")
@click.pass_obj
def addresses(root: Path, *, write: bool) -> None:
    """Show addresses that are missing in the list.

    The list is kept in git. None of its addresses may ever lead nowhere.
    """
    with locking.lock(root, "facts addresses") if write else nullcontext():
        missing = _missing_addresses(root, write=write)
    for address in missing:
        click.echo(address)
    if missing and not write and not (root / MANIFEST).exists():
        click.echo(
            f"There is no {MANIFEST} yet, so no addresses are tracked. To start: facts addresses "
            "--write",
            err=True,
        )
    verb = "added to" if write else "missing in"
    click.echo(f"{len(missing):,} addresses {verb} {MANIFEST}.", err=True)


def _missing_addresses(root: Path, *, write: bool) -> list[str]:
    inputs, outcome = check_content(root)
    dataset = sound(inputs, outcome)
    _must_have(all_addresses(dataset), "record")
    manifest = inputs.files.get(MANIFEST, b"")
    listed = listed_addresses(manifest)
    missing = [address for address in all_addresses(dataset) if address not in listed]
    if write and missing:
        after = {MANIFEST: with_addresses(manifest, missing)}
        _carry_out(root, inputs, planned(inputs.files, after))
    return missing


@click.command()
@click.pass_obj
def stale(root: Path) -> None:
    """List the statements whose last review is older than the site allows.

    The limit is extra.review_after_days in mkdocs.yml (default: 365 days). Oldest first.
    """
    dataset = sound(*check_content(root))
    _must_have(dataset.statements, "statement")
    settings = configuration.settings(configuration.load(root), dataset)
    lines = stale_lines(dataset, today(), settings.review_after_days)
    for line in lines:
        click.echo(f"{line.since}  {line.fact_id}  {line.file}:{line.line}  {line.why}")
    click.echo(f"{len(lines):,} to review again.", err=True)


def _must_have(found: object, what: str) -> None:
    """Raise if there is nothing to review, which differs from everything being reviewed."""
    if not found:
        raise faults.EnvironmentFault(f"content/ has no {what}, so there is nothing to review.")
