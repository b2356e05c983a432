"""MkDocs as the commands and the plugin use it: its configuration, and one build."""

from __future__ import annotations

import datetime
import json
import logging
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factsheets.content.reader import read
from factsheets.dataset.model import Dataset
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.generate import Made
from factsheets.problems.problem import Place, Problem, in_order
from factsheets.problems.text import visible
from factsheets.site import settings as site_settings
from factsheets.site.settings import CONFIG, Settings
from factsheets.site.unused_settings import unused_settings
from factsheets.site.views.site import newest
from factsheets.storage import templates
from factsheets.storage.faults import EnvironmentFault, disk, is_of_the_machine
from factsheets.storage.revisions import version

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NO_DAY = datetime.date(1970, 1, 1)
OWNER_MAY_ALLOW = "page-markup"
"""The code of problems that the plugin's setting `allow_html` lets pass."""


def today() -> datetime.date:
    """The day that dates in the content are compared with; `SOURCE_DATE_EPOCH` can set it."""
    return _epoch() or datetime.datetime.now().astimezone().date()


def _epoch() -> datetime.date | None:
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        # MkDocs takes an empty one for a time, and fails.
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        return None
    try:
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise EnvironmentFault(
            f'SOURCE_DATE_EPOCH is "{given[:40]}", which is no time. Write the seconds since 1970.'
        ) from error


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder: the one with the configuration, whose path may be relative."""
    return Path(config.config_file_path).resolve().parent


def made_for(dataset: Dataset) -> datetime.date:
    """The day for which pages are made: the same content gives the same pages on every day.

    That of `SOURCE_DATE_EPOCH` where it is set, else the last one that the content names.
    """
    return _epoch() or newest(dataset) or _NO_DAY


def settings(config: MkDocsConfig, dataset: Dataset) -> Settings:
    """The site's particulars as `mkdocs.yml` gives them, for the content's day."""
    return replace(particulars(config), today=made_for(dataset))


def particulars(config: MkDocsConfig) -> Settings:
    """The same for whatever content; the day is that of `SOURCE_DATE_EPOCH`, else 1 Jan 1970."""
    edit = config.edit_uri or ""
    extra: dict[str, object] = dict(config.extra or {})
    return Settings(
        site_name=config.site_name,
        site_url=site_settings.public_address(_site_url(config)),
        today=_epoch() or _NO_DAY,
        edit_base=edit.rstrip("/") + "/" if "://" in edit else "",
        issues_base=str(extra.get("issues", "")),
        add=str(extra.get("add", "")),
        review_after_days=_days(extra.get("review_after_days", 365)),
        revision=version(root_of(config)).commit,
        licence=site_settings.licence(extra.get("licence")),
        require_review=_truth("require_review", extra.get("require_review", False)),
    )


def _site_url(config: MkDocsConfig) -> object:
    """The address as the file has it.

    While serving, MkDocs puts the local one into `config`, and citations must bear the public one.
    """
    return _as_written(Path(config.config_file_path)).get("site_url")


def _as_written(path: Path) -> dict[str, Any]:
    """The settings as the file has them, and the files that it inherits from.

    Only what is written is read: a tag that names code, such as `!!python/name`, gives None.
    """
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load  # noqa: PLC0415 - as below

    try:
        with path.open("rb") as file:
            found: object = yaml_load(file, get_yaml_loader(site_settings.PlainLoader))
    except Exception as error:
        raise _unreadable(path, f"{error}") from error
    if not isinstance(found, dict):
        raise EnvironmentFault(f"{CONFIG} holds no settings. Write each as NAME: VALUE.")
    return found


def _unreadable(path: Path, said: str) -> EnvironmentFault:
    """The first mistake in the YAML, with its place, else what MkDocs said of the file."""
    with disk(f"{CONFIG} could not be read"):
        found = read(CONFIG, path.read_bytes())
    if found.value is None and found.problems:
        first = found.problems[0]
        place = f"{CONFIG}:{first.place.line}:{first.place.column}"
        # `--fix` mends the content alone.
        help_text = first.help.partition(" facts check --fix")[0]
        return EnvironmentFault(f"{place}: {first.message} {help_text}")
    reason = " ".join(said.split()) or "for a reason that it does not tell"
    return EnvironmentFault(f"{CONFIG} could not be read by MkDocs: {reason[:200].rstrip('.!')}.")


def has_address(config: MkDocsConfig) -> bool:
    """Whether readers can reach the site by the address that the file has."""
    return bool(site_settings.public_address(_site_url(config)))


def with_configuration(config: MkDocsConfig, outcome: Outcome) -> Outcome:
    """The outcome with the problems of mkdocs.yml; what `--strict` refuses is decided here."""
    path = Path(config.config_file_path)
    address = site_settings.wrong_address(
        read_config(config), _site_url(config), strict=config.strict
    )
    found = [*address, *wrong_settings(path)]
    problems = outcome.problems
    if config.strict and not _allows(config, "allow_unchecked_quotes"):
        problems = site_settings.without_unchecked_quotes(problems)
    if not found and problems is outcome.problems:
        return outcome
    return outcome.about(in_order([*problems, *found]))


def wrong_settings(path: Path) -> list[Problem]:
    """What is wrong with settings in mkdocs.yml, and which have no effect.

    The address of the site is left to builds: nothing that is published needs it before.
    """
    data, written = path.read_bytes(), _as_written(path)
    extra = written.get("extra")
    licence = extra.get("licence") if isinstance(extra, dict) else None
    found = [*site_settings.wrong_licence(data, licence), *unused_settings(data, written)]
    return [*found, *map(_unused_template, templates.unused_templates(path.parent))]


def _unused_template(name: str) -> Problem:
    return Problem(
        "template-without-effect",
        "This template replaces none of the program's, so it has no effect.",
        Place(name, 1, 1, 2),
        "Give it the name of the one that it is to replace: facts eject --list. A part that other "
        "templates include belongs into site-templates/partials/.",
        "warning",
    )


def _allows(config: MkDocsConfig, setting: str) -> bool:
    """Whether the site's owner sets this for the plugin."""
    plugin = config.plugins.get("factsheets")
    return plugin is not None and bool(plugin.config.get(setting))


def read_config(config: MkDocsConfig) -> bytes:
    """The file itself, for the lines that reports show."""
    with disk(f"{CONFIG} could not be read"):
        return Path(config.config_file_path).read_bytes()


def _truth(name: str, given: object) -> bool:
    if isinstance(given, bool):
        return given
    raise EnvironmentFault(f"{CONFIG}: extra.{name} is {str(given)[:40]!r}. Write true or false.")


def _days(given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool) and given > 0:
        return given
    raise EnvironmentFault(
        f"{CONFIG}: extra.review_after_days is {str(given)[:40]!r}. "
        "Write a number of days, such as 365."
    )


def allows_html(root: Path) -> bool:
    """Whether the site's owner lets hand-written pages have markup of their own."""
    return _allows(load(root), "allow_html")


def load(root: Path, *, strict: bool = False, docs: bool = False) -> MkDocsConfig:
    """The configuration in `root`.

    Args:
        root: The project's folder.
        strict: What `strict: true` in the configuration is.
        docs: Whether pages are to be written into its `docs_dir`, which is made where it is
            missing. Else nothing is written, and `docs_dir` means nothing.
    """
    # Read when the theme is imported: without it a banner of 20 lines precedes every report.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from click import ClickException  # noqa: PLC0415 - as below
    from mkdocs.config import load_config  # noqa: PLC0415 - a quarter of a second, not for `check`

    path = root / CONFIG
    if not path.is_file():
        raise EnvironmentFault(f"{root} has no {CONFIG}. Name the project: facts --root DIR.")
    if docs:
        with disk("The folder docs/ could not be made"):
            (root / "docs").mkdir(exist_ok=True)
    # MkDocs asks for a folder that is there, as this one is.
    folder = {} if docs else {"docs_dir": os.fspath(Path(__file__).absolute().parent)}
    try:
        return load_config(os.fspath(path), strict=strict or None, **folder)
    except ClickException as error:
        raise _unreadable(path, error.format_message()) from error
    except Exception as error:
        raise _unreadable(path, f"{error}") from error


class _Warnings(logging.Handler):
    """Shows what MkDocs and the plugins warn of, each warning once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._shown: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        said = visible(" ".join(record.getMessage().split()))
        if said not in self._shown:
            self._shown.add(said)
            click.echo(f"MkDocs: {said}", err=True)


@contextmanager
def _warnings() -> Iterator[None]:
    """Shows warnings on the terminal: with `strict`, MkDocs counts them and shows none."""
    log, handler = logging.getLogger("mkdocs"), _Warnings()
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def build(config: MkDocsConfig, made: Made, day: datetime.date, work: Path | None) -> None:
    """One build by MkDocs, of pages that our plugin writes first.

    The plugins get the events that MkDocs's own command gives; ours is told what was made, for
    which day. With `work`, a locked folder, all that the build needs is written there, not into
    the project.
    """
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 - as above
    from mkdocs.exceptions import Abort, BuildError  # noqa: PLC0415 - as above

    ours = config.plugins.get("factsheets")
    if ours is None:
        raise EnvironmentFault(f"{CONFIG} does not list the plugin factsheets.")
    ours.made, ours.day = made, day
    ours.reports, ours.work = True, work
    if work:
        docs = work / "docs"
        docs.mkdir()
        config.docs_dir = str(docs)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _warnings():
            build_site(config)
    except Abort as error:
        if not isinstance(error.__context__, BuildError):
            raise EnvironmentFault(
                "MkDocs or a plugin gave the warnings above, and --strict accepts none."
            ) from error
        raise EnvironmentFault(f"MkDocs: {' '.join(str(error.__context__).split())}") from error
    except Exception as error:
        if isinstance(error, OSError) and is_of_the_machine(error):
            with disk("The site could not be written"):
                raise
        if isinstance(error, EnvironmentFault) or (culprit := _other_plugin(error)) is None:
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise EnvironmentFault(
            f"The plugin or hook {culprit}, which {CONFIG} names, failed: {said[:200]}. "
            "All that it says is shown by: mkdocs build"
        ) from error
    finally:
        config.plugins.on_shutdown()


def _other_plugin(error: Exception) -> str | None:
    """The module of the plugin or hook in whose event this happened; None for ours, or none."""
    modules = [frame.f_globals["__name__"] for frame, _ in traceback.walk_tb(error.__traceback__)]
    if "mkdocs.plugins" not in modules:
        return None
    at = len(modules) - modules[::-1].index("mkdocs.plugins")
    name = modules[at] if at < len(modules) else "factsheets"
    return None if name.partition(".")[0] in {"factsheets", "mkdocs", "jinja2"} else name


def requirement() -> str:
    """How pip gets this program again: from where it came, else by its version."""
    try:
        package = distribution("factsheets")
    except PackageNotFoundError:
        return "factsheets"
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    address = str(origin.get("url", ""))
    version = origin.get("vcs_info", {})
    if version:
        return f"factsheets @ {version['vcs']}+{address}@{version['commit_id']}"
    return f"factsheets @ {address}" if address else f"factsheets=={package.version}"
