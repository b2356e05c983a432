"""The command `facts`: a group whose commands are imported when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from factsheets import __version__
from factsheets.problems import former_names
from factsheets.storage import faults

EXIT_CODES = {
    0: "clean",
    1: "problems in the content",
    2: "wrong usage",
    3: "a problem with the machine (disk, lock, git, missing file) or nothing to compare with",
    70: "a bug in the program",
}
_, CONTENT, USAGE, ENVIRONMENT, FAULT = EXIT_CODES

# The module of each command, and its line in `facts --help`.
_COMMANDS = {
    "addresses": ("history", "Show addresses that are missing in the list of published ones."),
    "build": ("site", "Check the content, write the pages and build the whole site."),
    "capture": ("articles", "Create or update the capture of an article from its text."),
    "check": ("check", "Show all problems of the content, by file and line."),
    "diff": ("history", "Describe what changed since a revision or a folder."),
    "draft": ("drafts", "Draft statements from a text: who is said to say what."),
    "eject": ("project", "Copy a template or theme file to the site, to edit it."),
    "explain": ("check", "Explain a problem code, with right and wrong examples."),
    "export": ("site", "Check the content, then write the open data without the site."),
    "find": ("articles", "Find words in articles, and the facts that quote them."),
    "finish": ("site", "Complete a site that another engine built from docs/."),
    "generate": ("site", "Check the content, then write the Markdown pages."),
    "init": ("project", "Create a small working site to start another subject."),
    "new": ("articles", "Create the file of a new actor, topic, event or article."),
    "rename": ("history", "Change an id everywhere; its old address redirects."),
    "schema": ("project", "Write the JSON schemas that help editors to content/.schema/."),
    "stale": ("history", "List the statements whose last review is long ago."),
}
_CODES = ", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())
_HELP = f"Check attributed statements, and build a site from them.\n\nExit codes: {_CODES}."
# These also work without a project.
_WITHOUT_PROJECT = ("init", "explain")
_PROJECT_OPTIONAL = ("draft",)


class _Commands(click.Group):
    """Imports a command when it runs, and turns every exception into an exit code and one line."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Replace the entry in the list of `facts --help` with the command itself."""
        if advice := former_names.advice("commands", args[0]):
            raise click.UsageError(f"There is no command {args[0]} any more. {advice}", ctx)
        name, entry, rest = super().resolve_command(ctx, args)
        if name is None or entry is None:
            return name, entry, rest
        module = import_module(f"{__name__}.{_COMMANDS[name][0]}")
        return name, getattr(module, name.replace("-", "_")), rest

    def main(self, *args: Any, **named: Any) -> Any:
        """Run the program; closed standard streams are replaced by the null device."""
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:
                null = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - to the end
                setattr(sys, name, null)
        if os.name == "nt":
            _use_utf8()
        return super().main(*args, **named)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command."""
        with _plain_usage_errors():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            with _plain_usage_errors():
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (faults.RefusedFolder, faults.RefusedFile) as error:
            raise click.UsageError(str(error)) from error
        except BrokenPipeError:
            # The reader, such as `head`, has closed the pipe. Python must not try to write the
            # rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 - people get one line, never a trace
            code, line = _explain_exception(ctx.obj or Path.cwd(), error)
            click.echo(f"facts: {line}", err=True)
            ctx.exit(code)


def _use_utf8() -> None:
    """Print UTF-8 to files and pipes: Windows would use a code page without most scripts."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


@contextmanager
def _plain_usage_errors() -> Iterator[None]:
    """Report a wrong argument without click's usual prefix."""
    try:
        yield
    except click.MissingParameter:
        raise
    except click.BadParameter as error:
        name = error.param.opts[0] if error.param and error.param.opts[0][:1] == "-" else ""
        raise click.UsageError(f"{name} {error.message}".strip(), ctx=error.ctx) from error


def _explain_exception(root: Path, error: Exception) -> tuple[int, str]:
    """The exit code and the message for an exception; a bug leaves its traceback in a file."""
    from factsheets.storage.locking import keep_trace
    from factsheets.storage.templates import template_fault

    if isinstance(error, faults.EnvironmentFault):
        return ENVIRONMENT, str(error)
    if isinstance(error, OSError) and faults.is_of_the_machine(error):
        reason = error.strerror or str(error)
        return ENVIRONMENT, f"This command could not finish: {reason[:1].lower()}{reason[1:]}."
    if message := template_fault(root, error):
        return ENVIRONMENT, message
    return FAULT, keep_trace(root, error)


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="facts")
@click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="The project's folder; by default the current folder or nearest parent with mkdocs.yml.",
)
@click.pass_context
def main(context: click.Context, root: str | None) -> None:
    """Find the project's folder for the command."""
    if context.invoked_subcommand in _WITHOUT_PROJECT:
        return
    try:
        context.obj = _project_folder(root)
    except faults.EnvironmentFault:
        if context.invoked_subcommand not in _PROJECT_OPTIONAL:
            raise


def _project_folder(given: str | None) -> Path:
    """The named folder, else the nearest one with `mkdocs.yml`, from here upwards."""
    if given is not None:
        return Path(given).resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise faults.EnvironmentFault(
        "There is no mkdocs.yml here or in a parent folder. Name the project: facts --root DIR."
    )


def run() -> None:
    """Run one command, and exit with its code."""
    main(prog_name="facts")


for _name, (_module, _text) in _COMMANDS.items():
    main.add_command(click.Command(_name, short_help=_text))
