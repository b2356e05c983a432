"""The command `facts`: one group, a command a job."""

from __future__ import annotations

import click

from factsheets import __version__
from factsheets.cli import content, contribute, record, site
from factsheets.cli.shell import Commands, Project, found_root

# What also works where there is no project yet.
_WITHOUT_PROJECT = ("init", "explain")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="facts")
@click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="The project's folder; else the nearest one above with mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, root: str | None) -> None:
    """Check attributed statements, and build a site from them.

    Exit codes: 0 clean, 1 problems in the content, 2 wrong usage, 3 the machine (disk, lock, git,
    missing file) or nothing to compare with, 70 a fault of the program.
    """
    if context.invoked_subcommand not in _WITHOUT_PROJECT:
        context.obj = Project(found_root(root))


def run() -> None:
    """The program `facts`: runs one command and exits with its code."""
    main(prog_name="facts")


for command in (
    *content.COMMANDS,
    *contribute.COMMANDS,
    *site.COMMANDS,
    *record.COMMANDS,
):
    main.add_command(command)
