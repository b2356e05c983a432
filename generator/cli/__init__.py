"""The command `facts`: one group, a command a job."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from generator import __version__
from generator.cli import citing, content, contribute, record, site
from generator.cli.shell import Commands, Project, found_root

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
    """Checks attributed statements, and makes a site of them.

    Exit codes: 0 clean, 1 problems in the content, 2 wrong usage, 3 the machine (disk, lock, git,
    missing file) or nothing to compare with, 70 a fault of the program.
    """
    # A command ends soon and makes hardly any cycles: looking for them takes a tenth of its time.
    gc.disable()
    if context.invoked_subcommand not in _WITHOUT_PROJECT:
        context.obj = Project(found_root(root))


def run() -> NoReturn:
    """The program `facts`: runs one command, and ends with its exit code at once.

    Python would first give memory back object by object: a second for 50,000 statements.
    """
    code: object = None
    try:
        main(prog_name="facts")
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed: whoever read it has gone
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


for command in (
    *content.COMMANDS,
    *contribute.COMMANDS,
    *site.COMMANDS,
    *record.COMMANDS,
    *citing.COMMANDS,
):
    main.add_command(command)
