"""Commands that write what readers see: `generate`, `build`, `finish` and `export`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from factsheets.cli import CONTENT
from factsheets.cli.progress import Progress
from factsheets.cli.shell import check_content, format_option, report
from factsheets.dataset.model import Dataset
from factsheets.pipeline.generate import Made, make
from factsheets.pipeline.inputs import Inputs, no_progress
from factsheets.pipeline.inputs import Progress as CheckProgress
from factsheets.plugin import configuration
from factsheets.plugin.build import build_site
from factsheets.plugin.frames import Frames
from factsheets.problems import terminal
from factsheets.site.settings import CONFIG
from factsheets.site.views.addresses import addresses
from factsheets.storage import (
    docs_folder,
    faults,
    files,
    locking,
    publish,
    revisions,
    snapshot,
    templates,
)

strict_option = click.option(
    "--strict",
    is_flag=True,
    help="Refuse a site that cannot be cited or searched, unchecked quotations, and MkDocs "
    "warnings.",
)
_FILES_A_RECORD = 2
"""Approximate number of data files per page."""


@click.command()
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of docs/.")
@format_option
@click.pass_obj
def generate(root: Path, out: Path | None, form: str) -> None:
    """Check the content, then write the Markdown pages.

    Writes only files that changed, and removes stale ones. If the content has errors, nothing is
    written.
    """
    docs = root / "docs"
    target = docs if out is None else out.absolute()
    if target == docs:
        publish.must_be_writable(root, "facts generate")
    else:
        publish.guard(root, target, docs_folder.PAGES_MARK)
    config = configuration.load(root)
    found = _sound(config, form, Progress().over)
    with _locked(root, target, "facts generate", own=target == docs):
        made = _make(config, _newest(found, config, form))
        pages = Progress().over("pages", made.plain, made.count)
        done = docs_folder.write_pages(target, pages)
    if done.foreign:
        click.echo(terminal.blocks(done.problems(target.name)), err=True)
    click.echo(
        f"{faults.shown(target.name)}/: {len(done.written):,} written, "
        f"{done.unchanged:,} unchanged, {len(done.removed):,} removed.",
        err=True,
    )
    _print_version(root)


@click.command()
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of mkdocs.yml's folder."
)
@strict_option
@format_option
@click.pass_obj
def build(root: Path, out: Path | None, strict: bool, form: str) -> None:
    """Check the content, write the pages, and build the whole site.

    The site is built in a new folder that replaces the old one at the end: at every moment either
    the old or the new complete site is there.
    """
    progress = Progress()
    progress.step("check")
    if not out:
        publish.must_be_writable(root, "facts build")
    config = configuration.load(root, strict=strict, docs=not out)
    target = out.absolute() if out else Path(config.site_dir)
    publish.guard(root, target)
    found = _sound(config, form, progress.within)
    locked = _locked(root, target, "facts build", own=not out)
    with locked as work, publish.renewed(target) as new:
        dataset = _newest(found, config, form)
        del found  # Free the files as read.
        config.site_dir = str(new)
        made = _make(config, dataset)
        if not made.count:
            _keep_records(target)
        day = configuration.build_day(dataset)
        build_site(config, _with_progress(made, progress), day, work if out else None)
        _require_pages(new, dataset)
    _print_site(target, made, progress)
    _print_version(root)


@click.command()
@click.argument("site", metavar="SITE", type=click.Path(path_type=Path))
@strict_option
@click.pass_obj
def finish(root: Path, site: Path, strict: bool) -> None:
    """Complete the folder SITE, which another engine built from docs/.

    Each page keeps the engine's header, navigation and footer, and gets the head and the content
    of `facts build`. Data, feeds, search and the other files of a site are added; other files of
    the engine are removed. If anything is wrong, SITE stays as it is.
    """
    progress = Progress()
    progress.step("check")
    target = site.absolute()
    publish.guard_built(root, target)
    config = configuration.load(root, strict=strict)
    found = _sound(config, "text", progress.within)
    with _locked(root, target, "facts finish", own=False) as work, publish.renewed(target) as new:
        dataset = _newest(found, config, "text")
        del found  # Free the files as read.
        config.site_dir = str(new)
        made, frames = _make(config, dataset), Frames(target, faults.shown(site))
        day = configuration.build_day(dataset)
        build_site(config, _with_progress(made, progress), day, work, frames)
        _require_pages(new, dataset)
        if problems := frames.problems(new, root / "docs", work / "docs"):
            click.echo(terminal.blocks(problems))
            raise click.exceptions.Exit(CONTENT)
    _print_site(target, made, progress)
    _print_version(root)


@click.command()
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of build/.")
@format_option
@click.pass_obj
def export(root: Path, out: Path | None, form: str) -> None:
    """Check the content, then write the open data without the site."""
    target = out.absolute() if out else root / "build"
    publish.guard(root, target)
    if not out:
        publish.must_be_writable(root, "facts export")
    progress = Progress()
    config = configuration.load(root)
    found = _sound(config, form, progress.over)
    locked = _locked(root, target, "facts export", own=not out)
    with locked, publish.renewed(target) as new:
        made = _make(config, _newest(found, config, form))
        data = progress.over("data", made.files, _FILES_A_RECORD * made.count)
        number = files.add_files(new, data)
    click.echo(f"{number:,} files are in {faults.shown(target)}.", err=True)
    _print_version(root)


@contextmanager
def _locked(root: Path, target: Path, doing: str, *, own: bool) -> Iterator[Path]:
    """Hold the lock of an output folder, and yield a folder beside it for the work.

    With `own`, also hold the project's lock, because its docs/ or caches are written. Otherwise
    nothing is written to the project, which may be read-only.
    """
    with (
        locking.lock(root, doing) if own else nullcontext(),
        publish.workspace(target, doing) as work,
    ):
        yield work


def _require_pages(site: Path, dataset: Dataset) -> None:
    pages = (f"{address}index.html" for address in addresses(dataset))
    publish.require(site, ("index.html", "404.html", "data/facts.json", *pages))


def _keep_records(site: Path) -> None:
    """Refuse to replace a site that has records with one that has none.

    Content that is missing as a whole was moved or not fetched; nobody means to publish that.
    """
    with faults.disk(f"{faults.shown(site)} could not be read"):
        page = min(site.glob("facts/*/index.html"), default=None)
    if page:
        raise faults.EnvironmentFault(
            f"content/ has no records, but {faults.shown(site)} has statements (the first is "
            f"{faults.shown(page.parent.name)}). The site was not changed. To publish a site "
            "without statements, delete that folder first."
        )


def _with_progress(made: Made, progress: Progress) -> Made:
    """The same output, with a progress bar for each step that writes it."""
    plain = progress.over("pages", made.plain, made.count, then="html")
    data = progress.over("data", made.files, _FILES_A_RECORD * made.count, then="words")
    search = progress.over("words", made.search, made.count, then="index")
    return replace(made, plain=plain, search=search, files=data)


def _print_site(site: Path, made: Made, progress: Progress) -> None:
    click.echo(
        f"The site is in {faults.shown(site)}.\n{_amounts(site, made)} {progress.summary()}.",
        err=True,
    )


def _amounts(site: Path, made: Made) -> str:
    number, size = publish.amount(site)
    index = site / "pagefind"
    searched = (
        f", including {publish.amount(index)[1] / 1e6:.2f} MB for search" if index.is_dir() else ""
    )
    return f"{made.count:,} records, {number:,} files, {size / 1e6:.1f} MB{searched}."


def _print_version(root: Path) -> None:
    """Name the version that pages and data cite, or say why they cite none."""
    found = revisions.version(root)
    if found.commit:
        click.echo(f"Version in citations: {found.commit[:10]}.", err=True)
    if found.note:
        click.echo(found.note, err=True)


def _sound(
    config: MkDocsConfig, form: str, progress: CheckProgress = no_progress
) -> tuple[Inputs, Dataset]:
    """The content as read and as linked; with errors, report them and end the command."""
    root = configuration.root_of(config)
    inputs, outcome = check_content(root, progress)
    outcome = configuration.with_setting_problems(config, outcome)
    texts = {**inputs.files, CONFIG: configuration.read_config(config)}
    report(texts, outcome, form, root=root)
    if outcome.value is None or outcome.summary.errors:
        raise click.exceptions.Exit(CONTENT)
    return inputs, outcome.value


def _newest(found: tuple[Inputs, Dataset], config: MkDocsConfig, form: str) -> Dataset:
    """The same content if it is unchanged, else the newer content, checked as well.

    Called under the lock: another run may have published newer content meanwhile, which older
    content must not replace.
    """
    inputs, dataset = found
    same = snapshot.snapshot(configuration.root_of(config)) == inputs
    return dataset if same else _sound(config, form)[1]


def _make(config: MkDocsConfig, dataset: Dataset) -> Made:
    settings = configuration.settings(config, dataset)
    return make(dataset, settings, templates.templates(configuration.root_of(config)))
