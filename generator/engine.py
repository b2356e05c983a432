"""MkDocs as the commands and the plugin use it: its configuration, and one build."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files import EnvironmentFault, revision
from generator.pipeline import Made
from generator.views.settings import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"


def today() -> datetime.date:
    """The day for which pages are made; `SOURCE_DATE_EPOCH` sets it for builds to repeat."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder: the one with the configuration, whose path may be relative."""
    return Path(config.config_file_path).resolve().parent


def settings(config: MkDocsConfig) -> Settings:
    """The site's particulars as `mkdocs.yml` gives them."""
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415 - as below

    edit = config.edit_uri or ""
    extra: dict[str, object] = dict(config.extra or {})
    # From the file: while serving, MkDocs puts the local address into `config`, and citations
    # must bear the public one.
    with Path(config.config_file_path).open("rb") as file:
        address = str(yaml_load(file).get("site_url") or "/")
    return Settings(
        site_name=config.site_name,
        site_url=address.rstrip("/") + "/",
        today=today(),
        edit_base=edit.rstrip("/") + "/" if "://" in edit else "",
        issues_base=str(extra.get("issues", "")),
        review_after_days=int(str(extra.get("review_after_days", 365))),
        revision=revision(root_of(config)),
    )


def load(root: Path, site: Path | None = None) -> MkDocsConfig:
    """The configuration in `root`, to be built into `site` where that is given."""
    # Read when the theme is imported: without it a banner of 20 lines precedes every report.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from click import ClickException  # noqa: PLC0415 - as below
    from mkdocs.config import load_config  # noqa: PLC0415 - a quarter of a second, not for `check`

    path = root / CONFIG
    if not path.is_file():
        raise EnvironmentFault(f"{root} has no {CONFIG}. Name the project: facts --root DIR.")
    (root / "docs").mkdir(exist_ok=True)
    try:
        return load_config(os.fspath(path), site_dir=os.fspath(site) if site else None)
    except ClickException as error:
        raise EnvironmentFault(f"{CONFIG}: {error.format_message().strip()}") from error


def build(config: MkDocsConfig, made: Made) -> None:
    """One build by MkDocs, of pages that are written already.

    The plugins get the events that MkDocs's own command gives; ours is told what was made.
    """
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 - as above

    ours = config.plugins.get("factsheets")
    if ours is None:
        raise EnvironmentFault(f"{CONFIG} does not list the plugin factsheets.")
    ours.made = made
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(config)
    finally:
        config.plugins.on_shutdown()
