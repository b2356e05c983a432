"""Commands that set up a project: `init`, `schema` and `eject`."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from difflib import get_close_matches, unified_diff
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click

from factsheets.authoring.init import project
from factsheets.content.json_schema import schema_files
from factsheets.pipeline.plan import planned
from factsheets.site.settings import public_address
from factsheets.storage import edits, faults, files, locking, snapshot, templates


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="Who said what", show_default=True, help="The site's name.")
@click.option(
    "--url",
    default="",
    metavar="ADDRESS",
    help=("The address at which readers will find the site."),
)
def init(folder: Path, name: str, url: str) -> None:
    """Create a small working site in DIR, as a start for another subject.

    DIR must be new or empty, or a new git repository. Its content is made up and shows how records
    are written.
    """
    if folder.exists() and (
        not folder.is_dir() or {each.name for each in folder.iterdir()} - {".git"}
    ):
        raise click.UsageError(f"{folder} is not empty. Name a new folder.")
    address = public_address(url)
    if url and not address:
        raise click.UsageError(
            f"--url {url} is not a site's public address. Write one such as "
            "https://owner.github.io/repository/, or leave it out."
        )
    requirement = _requirement()
    made = project(name, requirement, address)
    for path, text in made.items():
        files.write_file(folder / path, text.encode())
    place = faults.shown(str(folder))
    click.echo(
        f"Wrote {len(made)} files to {place}. Now run: cd {shlex.quote(str(folder))} && make serve"
    )
    if "file:" in requirement:
        click.echo(
            "requirements.txt names a file on this computer. Before you publish, replace it with "
            "what others can install: factsheets==VERSION, or factsheets @ git+https://...@COMMIT"
        )


def _requirement() -> str:
    """The pip requirement that reinstalls this program from where it came.

    The origin is in direct_url.json (https://packaging.python.org/specifications/direct-url/).
    """
    try:
        package = distribution("factsheets")
    except PackageNotFoundError:
        return "factsheets"
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    address = str(origin.get("url", ""))
    if version := origin.get("vcs_info", {}):
        return f"factsheets @ {version['vcs']}+{address}@{version['commit_id']}"
    return f"factsheets @ {address}" if address else f"factsheets=={package.version}"


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write the JSON Schemas, which help editors, to content/.schema/."""
    after = {path: text.encode() for path, text in schema_files().items()}
    with locking.lock(root, "facts schema"):
        plan = planned(snapshot.read_some(root, *after), after)
        edits.carry_out(root, plan)
    click.echo(f"Written: {', '.join(plan.after)}" if plan.after else "Unchanged.")


_STATES = {
    "yours": "replaced by the site",
    "unchanged": "copied, not changed",
    "outdated": "copied, but the program's file has changed since",
}


def _difference(root: Path, name: str) -> Iterator[str]:
    """The changes from the program's file to the site's, as lines of a unified diff."""
    if name not in templates.copies(root):
        raise click.UsageError(f"There is no {templates.FOLDER}/{name} in this project.")
    own = snapshot.read_text(root / templates.FOLDER / name).splitlines()
    program = templates.stamped(name).splitlines()
    names = (f"program/{name}", f"{templates.FOLDER}/{name}")
    yield from unified_diff(program, own, *names, lineterm="")


@click.command()
@click.argument("name", metavar="FILE", required=False)
@click.option("--list", "list_all", is_flag=True, help="List all files that can be copied.")
@click.option("--diff", is_flag=True, help="Show how the site's FILE differs from the program's.")
@click.pass_obj
def eject(root: Path, name: str | None, *, list_all: bool, diff: bool) -> None:
    """Copy a template or theme FILE to site-templates/, to edit it.

    A file there replaces the program's file with the same name; all others still come with the
    program. Delete it to return to the program's file.
    """
    known = templates.package_files()
    if list_all:
        states = templates.copies(root)
        for each in known:
            click.echo(f"{each}  ({_STATES[states[each]]})" if each in states else each)
        return
    if name is None:
        raise click.UsageError("Name a file, or list them all: facts eject --list")
    name = name.removeprefix(f"{templates.FOLDER}/")
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise click.UsageError(
            f"There is no file {faults.shown(name)}. "
            + (f"Is {near[0]} meant? " if near else "")
            + "To list all files: facts eject --list"
        )
    if diff:
        click.echo("\n".join(_difference(root, name)))
        return
    place = templates.copy_template(root, name)
    click.echo(f"Written: {place}. It replaces the program's file with the same name.")
