"""Commands that make files to be edited (new, init, schema, eject), and diff."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import click

from factsheets.authoring.init import project as project_files
from factsheets.authoring.new import Known, scaffold, unfilled
from factsheets.cli.shell import CONTENT, Project, article_text, checked, layout_text, published
from factsheets.content.dates import day
from factsheets.content.json_schema import schema_files
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.messages import meant_id
from factsheets.content.reader import read
from factsheets.content.types import is_free_id, is_id
from factsheets.dataset.model import Dataset, file_of
from factsheets.history import report
from factsheets.history.diff import difference
from factsheets.history.rename import is_taken
from factsheets.pipeline.plan import planned
from factsheets.plugin import mkdocs_build
from factsheets.quotes import capture, capture_file, seeds
from factsheets.site.settings import public_address
from factsheets.storage import atomic, faults, locking, snapshot, templates


@click.command(short_help="Describe what changed since a revision or a folder.")
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
    """Describe what changed since BASE: a revision of git, or a folder.

    Both sides are checked first. If one has errors, what can be read of it is compared.
    Ends with 1 if the content as it stands has errors.
    """
    found = difference(
        next(published(project.root, base)), snapshot.snapshot(project.root), mkdocs_build.today()
    )
    forms = {
        "text": report.changes_text,
        "markdown": report.changes_markdown,
        "json": report.changes_json,
    }
    click.echo(forms[form](found), nl=False)
    if found.now.summary.errors:
        raise click.exceptions.Exit(CONTENT)


@click.command(short_help="Make the file of a new actor, topic, event or article.")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("record_id", metavar="ID")
@click.option(
    "--text",
    "textfile",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Of an article: make its capture, and list its quotations.",
)
@click.option("--url", default="", help="Of an article: its address.")
@click.pass_obj
def new(project: Project, kind: Kind, record_id: str, textfile: Path | None, url: str) -> None:
    """Make the file of a new actor, topic, event or article, to fill in.

    The file explains every field, and the required ones are empty. The ID is the file's name,
    chosen once: small letters, digits and hyphens (emmanuel-macron, tass-2025-09-04).
    """
    name = file_of(kind, record_id)
    outcome = checked(project.root)[1]
    _must_be_free(project.root / name, kind, record_id, outcome.value)
    if kind != "article" and (textfile or url):
        raise click.UsageError("--text and --url are for articles only.")
    text = article_text(textfile) if textfile else None
    made = scaffold(kind, record_id, Known(_publishers(outcome.value), text, url))
    after = {name: made.encode()}
    with locking.lock(project.root, "facts new"):
        given = snapshot.read_some(project.root, seeds.LIST)
        if textfile and text is not None:
            after |= _captured(given, seeds.SeedRow(record_id, textfile.name, url, ""), text)
        atomic.carry_out(project.root, planned(given, after))
    tree = read(name, made.encode()).value
    for path in after:
        about = f", {layout_text(text)}" if text is not None and path.endswith(".json") else ""
        click.echo(f"Written: {path}{about}")
    for line, field in unfilled(tree) if tree else ():
        click.echo(f"  still to fill in: line {line}, {field}")
    if textfile and not url:
        click.echo(f"Fill in its url, then run: facts capture {record_id} {textfile}")
    click.echo("Then run: facts check")


def _must_be_free(path: Path, kind: Kind, record_id: str, dataset: Dataset | None) -> None:
    """Ends the command where a file cannot have this name, or has it already."""
    if is_id(record_id) and not is_free_id(record_id):
        raise click.UsageError(
            f'"{record_id}" is kept for something else. Add a word: {record_id}-one.'
        )
    if not is_id(record_id):
        meant = meant_id(record_id)
        raise click.UsageError(
            f'"{record_id}" cannot be an id. '
            + (f"Is {meant} meant? " if meant else "")
            + "An id has small letters a to z, digits and single hyphens, at most 80: "
            "emmanuel-macron."
        )
    if path.exists() or path.is_symlink():
        raise click.UsageError(f"There is content/{path.parent.name}/{path.name} already.")
    if dataset is not None and is_taken(dataset, kind, record_id):
        raise click.UsageError(f'"{record_id}" was in use before. An id is never used again.')


def _publishers(dataset: Dataset | None) -> frozenset[str]:
    actors = dataset.actors if dataset else {}
    return frozenset(key for key, actor in actors.items() if actor.kind == "publisher")


def _captured(given: Mapping[str, bytes], row: seeds.SeedRow, text: str) -> dict[str, bytes]:
    """The capture of a text, and the list with its row where the address is known."""
    published = re.search(r"\d{4}-\d{2}-\d{2}$", row.article_id)
    taken = capture.capture(
        text, published=day(published[0]) if published else None, captured=mkdocs_build.today()
    )
    made = {f"seeds/{row.article_id}.json": capture_file.dumps(taken).encode()}
    if not row.url:
        return made
    return made | {seeds.LIST: seeds.updated_list(given, replace(row, sha256=taken.sha256))}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="Who said what", show_default=True, help="The site's name.")
@click.option("--url", default="", metavar="ADDRESS", help="Where readers will find the site.")
def init(folder: Path, name: str, url: str) -> None:
    """Make a small working site in DIR, to start on another subject.

    DIR must be new or empty, or a new git repository. The content in it is made up: it shows how
    things are written.
    """
    if folder.exists() and (
        not folder.is_dir() or {each.name for each in folder.iterdir()} - {".git"}
    ):
        raise click.UsageError(f"{folder} is not empty. Name a new folder.")
    address = public_address(url)
    if url and not address:
        raise click.UsageError(
            f"--url {url} is not the public address of a site. Write one such as "
            "https://owner.github.io/repository/, or leave it out."
        )
    made = project_files(name, mkdocs_build.requirement(), address)
    for path, text in made.items():
        atomic.write_file(folder / path, text.encode())
    place = faults.shown(str(folder))
    click.echo(
        f"{len(made)} files are in {place}. Now: cd {shlex.quote(str(folder))} && make serve"
    )


@click.command(short_help="Write the schemas that help editors, to content/.schema/.")
@click.pass_obj
def schema(project: Project) -> None:
    """Write the JSON Schemas, which help editors, to content/.schema/."""
    made = {path: text.encode() for path, text in schema_files().items()}
    with locking.lock(project.root, "facts schema"):
        plan = planned(snapshot.read_some(project.root, *made), made)
        atomic.carry_out(project.root, plan)
    new = list(plan.after)
    click.echo(f"Written: {', '.join(new)}" if new else "Unchanged.")


@click.command(short_help="Copy a template or theme file into the site, to edit it.")
@click.argument("name", metavar="FILE", required=False)
@click.option("--list", "listed", is_flag=True, help="List all files that can be copied.")
@click.pass_obj
def eject(project: Project, name: str | None, listed: bool) -> None:
    """Copy a template or theme FILE into site-templates/, to edit it.

    A file there replaces the program's file of the same name; all others still come with the
    program. Delete it to return to the program's file.
    """
    known = templates.package_files()
    if listed:
        click.echo("\n".join(known))
        return
    if name is None:
        raise click.UsageError("Name a file, or see them all: facts eject --list")
    name = name.removeprefix(f"{templates.FOLDER}/")
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise click.UsageError(
            f"There is no file {faults.shown(name)}. "
            + (f"Is {near[0]} meant? " if near else "")
            + "All files: facts eject --list"
        )
    place = templates.copy_template(project.root, name)
    click.echo(f"Written: {place}. It replaces the program's file of that name.")


COMMANDS = (diff, new, init, schema, eject)
