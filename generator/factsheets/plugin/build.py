"""One MkDocs build for `facts build`; failures of other plugins are named."""

from __future__ import annotations

import datetime
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from factsheets.pipeline.generate import Made
from factsheets.plugin.frames import Frames
from factsheets.problems.text import visible
from factsheets.site.settings import CONFIG
from factsheets.storage.faults import EnvironmentFault, disk, is_of_the_machine


class _Warnings(logging.Handler):
    """Prints the warnings of MkDocs and plugins, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._shown: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        message = visible(" ".join(record.getMessage().split()))
        if message not in self._shown:
            self._shown.add(message)
            click.echo(f"MkDocs: {message}", err=True)


@contextmanager
def _warnings() -> Iterator[None]:
    """Print warnings: with `strict`, MkDocs only counts them."""
    log, handler = logging.getLogger("mkdocs"), _Warnings()
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def build_site(
    config: MkDocsConfig,
    made: Made,
    day: datetime.date,
    work: Path | None,
    frames: Frames | None = None,
) -> None:
    """Run one MkDocs build of pages that our plugin writes first.

    The plugins get the same events as from MkDocs's own command.

    Args:
        config: The configuration of MkDocs.
        made: What to write.
        day: The date shown on pages.
        work: A locked folder for temporary files; without it they go to the project.
        frames: The pages of another engine, whose frame replaces that of MkDocs.
    """
    ours = config.plugins.get("factsheets")
    if ours is None:
        raise EnvironmentFault(f"{CONFIG} does not list the plugin factsheets.")
    ours.made, ours.day = made, day
    ours.reports, ours.work, ours.frames = True, work, frames
    if work:
        (work / "docs").mkdir()
        config.docs_dir = str(work / "docs")
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _warnings():
            build(config)
    except Abort as error:
        if not isinstance(error.__context__, BuildError):
            raise EnvironmentFault(
                "MkDocs or a plugin gave the warnings above, and --strict allows none."
            ) from error
        raise EnvironmentFault(f"MkDocs: {' '.join(str(error.__context__).split())}") from error
    except Exception as error:
        if isinstance(error, OSError) and is_of_the_machine(error):
            with disk("The site could not be written"):
                raise
        if isinstance(error, EnvironmentFault) or (culprit := _other_plugin(error)) is None:
            raise
        raise _failed(culprit, error) from error
    finally:
        config.plugins.on_shutdown()


def _failed(culprit: str, error: Exception) -> EnvironmentFault:
    message = " ".join(f"{type(error).__name__}: {error}".split())
    return EnvironmentFault(
        f"The plugin or hook {culprit}, which {CONFIG} names, failed: {message[:200]}. For its "
        "full output, run: mkdocs build"
    )


def _other_plugin(error: Exception) -> str | None:
    """The module of the plugin or hook that failed; None for our own, or if none did."""
    modules = [frame.f_globals["__name__"] for frame, _ in traceback.walk_tb(error.__traceback__)]
    if "mkdocs.plugins" not in modules:
        return None
    at = len(modules) - modules[::-1].index("mkdocs.plugins")
    name = modules[at] if at < len(modules) else "factsheets"
    return None if name.partition(".")[0] in {"factsheets", "mkdocs", "jinja2"} else name
