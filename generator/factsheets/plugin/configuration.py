"""Read, check and load the site's mkdocs.yml."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsheets.content.reader import read
from factsheets.dataset.model import Dataset
from factsheets.pipeline.check import Outcome
from factsheets.problems.former_names import table
from factsheets.problems.problem import Place, Problem, in_order
from factsheets.site import about
from factsheets.site import settings as site_settings
from factsheets.site.settings import CONFIG, Settings
from factsheets.site.unused_settings import icons, missing_files, missing_icons, unused_settings
from factsheets.site.wrong_settings import wrong_settings as wrong_forms
from factsheets.storage import material, templates
from factsheets.storage.clock import source_date
from factsheets.storage.faults import EnvironmentFault, disk
from factsheets.storage.snapshot import static_paths

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NO_DAY = datetime.date(1970, 1, 1)


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder: the one with the configuration, whose path may be relative."""
    return Path(config.config_file_path).resolve().parent


def build_day(dataset: Dataset) -> datetime.date:
    """The date shown on pages, so that the same content gives the same pages every day.

    That of `SOURCE_DATE_EPOCH` if set, else the latest date in the content.
    """
    from factsheets.site.views.site import newest  # noqa: PLC0415 - `facts check` needs no views

    return source_date() or newest(dataset) or _NO_DAY


def settings(config: MkDocsConfig, dataset: Dataset) -> Settings:
    """The settings of the site that its pages need, from `mkdocs.yml`."""
    from factsheets.storage.revisions import version  # noqa: PLC0415 - `facts check` needs no git

    edit = site_settings.edit_base(_as_written(Path(config.config_file_path)))
    given: dict[str, object] = dict(config.extra or {})
    extra = partial(site_settings.extra, given)
    return Settings(
        site_name=config.site_name,
        site_url=site_settings.public_address(_site_url(config)),
        today=build_day(dataset),
        edit_base=edit,
        issues_base=str(extra("issues")),
        add=str(extra("add")),
        review_after_days=_days(extra("review_after_days")),
        revision=version(root_of(config)).commit,
        licence=site_settings.licence(extra("licence")),
        require_review=_truth("require_review", extra("require_review")),
        about=about.texts(extra("about")),
        featured=str(extra("featured") or ""),
    )


def _site_url(config: MkDocsConfig) -> object:
    """The address in the file.

    While serving, MkDocs puts the local address in `config`, but citations need the public one.
    """
    return _as_written(Path(config.config_file_path)).get("site_url")


def _as_written(path: Path) -> dict[str, Any]:
    """The settings as written in the file and the files it inherits from.

    A tag that names code, such as `!!python/name`, gives None.
    """
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load  # noqa: PLC0415 - as below

    try:
        with path.open("rb") as file:
            found: object = yaml_load(file, get_yaml_loader(site_settings.PlainLoader))
    except Exception as error:
        raise _unreadable(path, f"{error}") from error
    if not isinstance(found, dict):
        raise EnvironmentFault(f"{CONFIG} contains no settings. Write each as NAME: VALUE.")
    return found


def _unreadable(path: Path, message: str) -> EnvironmentFault:
    """The first YAML error with its place, else the message of MkDocs."""
    with disk(f"{CONFIG} could not be read"):
        found = read(CONFIG, path.read_bytes())
    if found.value is None and found.problems:
        first = found.problems[0]
        place = f"{CONFIG}:{first.place.line}:{first.place.column}"
        # `--fix` only repairs the content.
        help_text = first.help.partition(" facts check --fix")[0]
        return EnvironmentFault(f"{place}: {first.message} {help_text}")
    reason = " ".join(message.split()) or "no reason given"
    return EnvironmentFault(f"{CONFIG} could not be read by MkDocs: {reason[:200].rstrip('.!')}.")


def has_address(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml has an address that readers can reach."""
    return bool(site_settings.public_address(_site_url(config)))


def with_setting_problems(config: MkDocsConfig, outcome: Outcome) -> Outcome:
    """The outcome with the problems of mkdocs.yml, including those that `--strict` makes errors."""
    path = Path(config.config_file_path)
    address = site_settings.wrong_address(
        read_config(config), _site_url(config), strict=config.strict
    )
    found = [*address, *wrong_settings(path, outcome.value)]
    problems = outcome.problems
    if config.strict and not allows(config, "allow_unchecked_quotes"):
        problems = site_settings.without_unchecked_quotes(problems)
    if not found and problems is outcome.problems:
        return outcome
    return outcome.about(in_order([*problems, *found]))


def wrong_settings(path: Path, dataset: Dataset | None) -> list[Problem]:
    """Settings in mkdocs.yml that are wrong or have no effect.

    The site's address is checked by builds, because nothing else needs it.
    """
    data, written = path.read_bytes(), _as_written(path)
    extra, static = _extra(written), static_paths(path.parent)[0]
    theme_files = templates.theme_files(path.parent, _custom_dir(written))
    found = [
        *site_settings.wrong_licence(data, extra.get("licence")),
        *site_settings.wrong_image(data, extra.get("image"), static),
        *about.wrong_texts(data, extra.get("about")),
        *wrong_forms(data, written),
        *unused_settings(data, written, dataset),
        *missing_files(data, written, {*static, *theme_files}),
    ]
    if any(icons(written)):
        known = material.icons(templates.theme_folders(path.parent, None))
        found += missing_icons(data, written, known)
    return [*found, *_of_templates(path.parent, written)]


def _extra(written: dict[str, Any]) -> dict[str, Any]:
    extra = written.get("extra")
    return extra if isinstance(extra, dict) else {}


def _custom_dir(written: dict[str, Any]) -> str | None:
    theme = written.get("theme")
    return theme.get("custom_dir") if isinstance(theme, dict) else None


def hint(path: Path) -> str:
    """What the owner could still say about the site; empty if nothing is missing."""
    return about.hint(_extra(_as_written(path)).get("about"))


def _of_templates(root: Path, written: dict[str, Any]) -> Iterator[Problem]:
    """Warnings about the site's own templates: those without effect, and old copies."""
    for name in templates.unused_templates(root):
        yield _unused_template(name)
    folder = f"{_custom_dir(written) or templates.FOLDER + '/theme'}".rstrip("/")
    for path, line, block in templates.unknown_blocks(root / folder):
        yield Problem(
            "template-without-effect",
            f"The theme has no block {block}, so what is in it has no effect.",
            Place(f"{folder}/{path.name}", line, 1, 2),
            "Use a block of theme/base.html, which you can read after: facts eject theme/base.html",
            "warning",
        )
    for name, state in templates.copies(root).items():
        if state == "outdated":
            yield Problem(
                "template-outdated",
                "The program's version of this file has changed since it was copied.",
                Place(f"{templates.FOLDER}/{name}", 1, 1, 2),
                f"To see the differences, run: facts eject --diff {name}\n"
                "Copy what you need and the first line, or delete the file to use the program's.",
                "warning",
            )


def _unused_template(name: str) -> Problem:
    message = "This template replaces none of the program's templates, so it has no effect."
    advice = (
        "Give it the name of the template that it replaces: facts eject --list. A part that other "
        "templates include belongs in site-templates/partials/."
    )
    if now := table("templates").get(name):
        message = f"This version has no {name} to replace, so this file has no effect."
        advice = (
            f"It was replaced by {now}. Run: facts eject {now}\n"
            "Make your changes there, then delete this file."
        )
    place = Place(f"{templates.FOLDER}/{name}", 1, 1, 2)
    return Problem("template-without-effect", message, place, advice, "warning")


def allows(config: MkDocsConfig, setting: str) -> bool:
    """Whether the site's owner sets this option of the plugin."""
    plugin = config.plugins.get("factsheets")
    return plugin is not None and bool(plugin.config.get(setting))


def read_config(config: MkDocsConfig) -> bytes:
    """The content of mkdocs.yml, for the excerpts in reports."""
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


def load(root: Path, *, strict: bool = False, docs: bool = False) -> MkDocsConfig:
    """The MkDocs configuration in `root`.

    Args:
        root: The project's folder.
        strict: Whether to build as with `strict: true` in the configuration.
        docs: Whether pages will be written to its `docs_dir`, which is created if missing.
            If not, nothing is written, and `docs_dir` has no meaning.
    """
    # The theme reads this on import; without it, it prints a banner of 20 lines.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from click import ClickException  # noqa: PLC0415 - as below
    from mkdocs.config import load_config  # noqa: PLC0415 - a quarter of a second, not for `check`

    path = root / CONFIG
    if not path.is_file():
        raise EnvironmentFault(f"{root} has no {CONFIG}. Name the project: facts --root DIR.")
    if docs:
        with disk("The folder docs/ could not be created"):
            (root / "docs").mkdir(exist_ok=True)
    # MkDocs requires an existing folder, such as this one.
    folder = {} if docs else {"docs_dir": os.fspath(Path(__file__).absolute().parent)}
    try:
        return load_config(os.fspath(path), strict=strict or None, **folder)
    except ClickException as error:
        raise _unreadable(path, error.format_message()) from error
    except Exception as error:
        raise _unreadable(path, f"{error}") from error
