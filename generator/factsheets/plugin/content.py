"""The content as a build of MkDocs needs it: checked, without errors, with what is to be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig

from factsheets.dataset.model import Dataset
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.open_links import dead_parts, parts
from factsheets.plugin import mkdocs_build
from factsheets.problems import terminal
from factsheets.problems.problem import Place, Problem, errors, in_order
from factsheets.site.settings import CONFIG
from factsheets.storage import snapshot, templates

# What only mkdocs.yml decides of hand-written pages: their links, and which are left out.

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

_PAGES = "content/pages/"
_ADDRESS = re.compile(rb"^site_url:[ \t]*[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)
_LEAVES_OUT = re.compile(rb"^(exclude_docs|draft_docs)[ \t]*:", re.MULTILINE)


def judged(root: Path, outcome: Outcome, config: MkDocsConfig | None = None) -> Outcome:
    """The outcome with the problems of hand-written pages for which mkdocs.yml is needed.

    It is loaded only where something depends on it: that takes longer than to check the content.
    """
    path = root / CONFIG
    if not path.is_file():
        return outcome
    written = path.read_bytes()
    dead = any(each.code == "dead-link" for each in outcome.problems)
    depends = _has_open_links(outcome, written)
    if not (dead or depends or _LEAVES_OUT.search(written)):
        return outcome
    config = config or mkdocs_build.load(root)
    found = [*outcome.problems, *_left_out(config, outcome)]
    if depends and outcome.value and not _broken(outcome):
        found += _dead_parts(root, outcome, outcome.value, config)
    # Pages of other plugins are not known here.
    if set(config.plugins) - {"factsheets", "search", "material/search"}:
        found = [_lowered(each) for each in found]
    return outcome.about(in_order(found))


def _has_open_links(outcome: Outcome, written: bytes) -> bool:
    if outcome.open_links is None:
        return False
    own = _ADDRESS.search(written)
    start = own[1].decode("ascii", "replace").rstrip("/") if own else ""
    links = outcome.open_links.links
    return any("://" not in link.address or link.address.startswith(start) for link in links)


def _broken(outcome: Outcome) -> bool:
    """Whether records have errors: then no page can be made to look for its parts."""
    return any(not each.place.file.startswith(_PAGES) for each in errors(outcome.problems))


def _dead_parts(
    root: Path, outcome: Outcome, dataset: Dataset, config: MkDocsConfig
) -> Iterator[Problem]:
    from markdown import Markdown  # noqa: PLC0415 - for few pages only

    def converted(text: str) -> str:
        made = Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
        )
        return str(made.convert(text))

    settings = mkdocs_build.settings(config, dataset)
    known = parts(dataset, settings, templates.templates(root), converted)
    if outcome.open_links:
        address = settings.site_url or config.site_url or "/"
        yield from dead_parts(outcome.open_links, address, known)


def _left_out(config: MkDocsConfig, outcome: Outcome) -> Iterator[Problem]:
    """The hand-written pages that the owner's settings keep out of the site."""
    names = outcome.open_links.addresses.written if outcome.open_links else ()
    for setting in ("exclude_docs", "draft_docs"):
        spec = config.get(setting)
        for name in sorted(names):
            if spec and spec.match_file(f"{name}.md"):
                yield Problem(
                    "page-left-out",
                    f"This page would not be published: {setting} in mkdocs.yml names it.",
                    Place(f"{_PAGES}{name}.md", 1, 1, 2),
                    f"Change {setting}, or take the page out of content/pages/.",
                    "warning",
                )


def _lowered(problem: Problem) -> Problem:
    dead = problem.code in {"dead-link", "dead-anchor"}
    return replace(problem, severity="warning") if dead else problem


class ContentProblems(ClickException):
    """The content has errors; the message is the whole report."""


@dataclass(frozen=True, slots=True)
class Content:
    """Content without errors: as read, as linked, and the report with its warnings."""

    inputs: Inputs
    dataset: Dataset
    report: str


def content(config: MkDocsConfig, cache: Cache, *, drafts: bool) -> Content:
    """The content of the project as it is now, with or without drafts.

    The report names a warning about mkdocs.yml once, not at every build of `mkdocs serve`.

    Raises:
        ContentProblems: It has errors.
    """
    inputs = snapshot.snapshot(mkdocs_build.root_of(config))
    outcome = check(inputs, mkdocs_build.today(), cache, drafts=drafts)
    ours = config.plugins.get("factsheets")
    if ours is not None and ours.config.get("allow_html"):
        outcome = outcome.without(mkdocs_build.OWNER_MAY_ALLOW)
    outcome = judged(mkdocs_build.root_of(config), outcome, config)
    outcome = mkdocs_build.with_configuration(config, outcome)
    texts = {**inputs.files, CONFIG: mkdocs_build.read_config(config)}
    warnings = {p for p in outcome.problems if p.place.file == CONFIG and p.severity == "warning"}
    old = warnings & ours.reported if ours else set()
    new = [problem for problem in outcome.problems if problem not in old]
    if ours is not None:
        ours.reported = warnings
    text = terminal.text(new, texts, outcome.summary)
    if outcome.value is None or outcome.summary.errors:
        raise ContentProblems(text)
    return Content(inputs, outcome.value, text)
