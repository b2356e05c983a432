"""The commands that write what readers see: generate, build, export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factsheets.cli.shell import (
    CONTENT,
    Progress,
    Project,
    Reporter,
    checked,
    form_option,
)
from factsheets.dataset.model import Dataset
from factsheets.pipeline.generate import Made, make
from factsheets.pipeline.inputs import Inputs, no_progress
from factsheets.pipeline.inputs import Progress as CheckProgress
from factsheets.plugin import mkdocs_build
from factsheets.problems import terminal
from factsheets.site.settings import CONFIG
from factsheets.site.views.addresses import addresses
from factsheets.storage import atomic, docs_folder, faults, locking, publish, revisions, snapshot
from factsheets.storage import templates as storage_templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_FILES_A_RECORD = 2
"""Files of data for each page, about."""


@click.command()
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of docs/.")
@form_option
@click.pass_obj
def generate(project: Project, out: Path | None, form: str) -> None:
    """Check, then write the Markdown pages.

    Only files that changed are written, and stale ones removed. With an error in the content
    nothing is written.
    """
    docs = project.root / "docs"
    target = docs if out is None else out.absolute()
    if target == docs:
        publish.must_be_writable(project.root, "facts generate")
    else:
        publish.guard(project.root, target, docs_folder.PAGES_MARK)
    config = mkdocs_build.load(project.root)
    found = _sound(config, form, Progress().over)
    with _held(project.root, target, "facts generate", own=target == docs):
        made = _made(config, _still(found, config, form))
        pages = Progress().over("pages", made.plain, made.count)
        done = docs_folder.write_pages(target, pages)
    if done.foreign:
        click.echo(terminal.blocks(done.problems(target.name)), err=True)
    click.echo(
        f"{faults.shown(target.name)}/: {len(done.written):,} written, "
        f"{done.unchanged:,} unchanged, {len(done.removed):,} removed.",
        err=True,
    )
    _tell_version(project)


@click.command()
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of mkdocs.yml's folder."
)
@click.option(
    "--strict",
    is_flag=True,
    help="Refuse a site that cannot be cited or searched, quotations that nobody could check, "
    "and warnings of MkDocs.",
)
@form_option
@click.pass_obj
def build(project: Project, out: Path | None, strict: bool, form: str) -> None:
    """Check, write the pages, and build the whole site.

    The site is made in a new folder that takes the old one's place at the end: at every moment
    the old or the new complete site is there.
    """
    progress = Progress()
    progress.step("check")
    if not out:
        publish.must_be_writable(project.root, "facts build")
    config = mkdocs_build.load(project.root, strict=strict, docs=not out)
    target = out.absolute() if out else Path(config.site_dir)
    publish.guard(project.root, target)
    found = _sound(config, form, progress.within)
    held = _held(project.root, target, "facts build", own=not out)
    with held as work, publish.renewed(target) as new:
        dataset = _still(found, config, form)
        del found  # Frees the files as they were read.
        config.site_dir = str(new)
        settings = mkdocs_build.settings(config, dataset)
        made = make(dataset, settings, storage_templates.templates(project.root))
        if not made.count:
            _spare(target)
        mkdocs_build.build(config, _watched(made, progress), settings.today, work if out else None)
        pages = (f"{address}index.html" for address in addresses(dataset))
        publish.require(new, ("index.html", "404.html", "data/facts.json", *pages))
    click.echo(
        f"The site is in {faults.shown(target)}.\n{_amounts(target, made)} {progress.told()}.",
        err=True,
    )
    _tell_version(project)


@click.command()
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Instead of build/.")
@form_option
@click.pass_obj
def export(project: Project, out: Path | None, form: str) -> None:
    """Check, then write the open data without the site."""
    target = out.absolute() if out else project.root / "build"
    publish.guard(project.root, target)
    if not out:
        publish.must_be_writable(project.root, "facts export")
    progress = Progress()
    config = mkdocs_build.load(project.root)
    found = _sound(config, form, progress.over)
    held = _held(project.root, target, "facts export", own=not out)
    with held, publish.renewed(target) as new:
        made = _made(config, _still(found, config, form))
        data = progress.over("data", made.files, _FILES_A_RECORD * made.count)
        number = atomic.add_files(new, data)
    click.echo(f"{number:,} files are in {faults.shown(target)}.", err=True)
    _tell_version(project)


@contextmanager
def _held(root: Path, target: Path, doing: str, *, own: bool) -> Iterator[Path]:
    """Holds the lock of a folder that is written, and gives a folder beside it for the work.

    With `own` the project's lock, too: its docs/ or caches are written. Else nothing is written
    into the project, which may be read-only.
    """
    with ExitStack() as held:
        if own:
            held.enter_context(locking.lock(root, doing))
        yield held.enter_context(publish.workspace(target, doing))


def _spare(site: Path) -> None:
    """Refuses to put a site without any record in the place of one that has some.

    Content that is gone as a whole was moved or not fetched; nobody means to publish that.
    """
    with faults.disk(f"{faults.shown(site)} could not be read"):
        page = min(site.glob("facts/*/index.html"), default=None)
    if page:
        raise faults.EnvironmentFault(
            f"content/ has no record at all, and {faults.shown(site)} has statements "
            f"({faults.shown(page.parent.name)} is the first). It stays as it is. To publish a "
            "site without any, delete that folder first."
        )


def _watched(made: Made, progress: Progress) -> Made:
    """What is to be written, with a bar for each step; whatever a step leads to is a step, too."""
    plain = progress.over("pages", made.plain, made.count, then="html")
    search = progress.over("words", made.search, made.count, then="writing")
    data = progress.over("data", made.files, _FILES_A_RECORD * made.count, then="index")
    return replace(made, plain=plain, search=search, files=data)


def _amounts(site: Path, made: Made) -> str:
    number, size = publish.amount(site)
    index = site / "pagefind"
    searched = (
        f", of it {publish.amount(index)[1] / 1e6:.2f} MB for the search" if index.is_dir() else ""
    )
    return f"{made.count:,} records, {number:,} files, {size / 1e6:.1f} MB{searched}."


def _tell_version(project: Project) -> None:
    """Names the version that pages and data cite, or says why they cite none."""
    found = revisions.version(project.root)
    if found.commit:
        click.echo(f"Version in citations: {found.commit[:10]}.", err=True)
    if found.note:
        click.echo(found.note, err=True)


def _sound(
    config: MkDocsConfig, form: str, progress: CheckProgress = no_progress
) -> tuple[Inputs, Dataset]:
    """The content as read and as linked; with errors, the command ends here with a report."""
    root = mkdocs_build.root_of(config)
    inputs, outcome = checked(root, progress=progress)
    outcome = mkdocs_build.with_configuration(config, outcome)
    reporter = Reporter(form, root=root)
    reporter.say({**inputs.files, CONFIG: mkdocs_build.read_config(config)}, outcome)
    if outcome.value is None or outcome.summary.errors:
        raise click.exceptions.Exit(CONTENT)
    return inputs, outcome.value


def _still(found: tuple[Inputs, Dataset], config: MkDocsConfig, form: str) -> Dataset:
    """The same content if it still stands there, else the new.

    Asked by who holds the lock: another run may have published newer content meanwhile, and it
    must not be replaced by older.
    """
    inputs, dataset = found
    same = snapshot.snapshot(mkdocs_build.root_of(config)) == inputs
    return dataset if same else _sound(config, form)[1]


def _made(config: MkDocsConfig, dataset: Dataset) -> Made:
    templates = storage_templates.templates(mkdocs_build.root_of(config))
    return make(dataset, mkdocs_build.settings(config, dataset), templates)


COMMANDS = (generate, build, export)
