"""The content for an MkDocs build, and the rules that depend on mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from click import ClickException

from factsheets.dataset.model import Dataset
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.plugin import configuration
from factsheets.problems import terminal
from factsheets.problems.problem import Place, Problem, errors, in_order
from factsheets.site.settings import CONFIG
from factsheets.storage import snapshot
from factsheets.storage.clock import today

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PAGES = "content/pages/"
_ADDRESS = re.compile(rb"^site_url:[ \t]*[\"']?(https?://[^\s\"'#]+)", re.MULTILINE)
_LEAVES_OUT = re.compile(rb"^(exclude_docs|draft_docs)[ \t]*:", re.MULTILINE)
_MARKUP = "page-markup"
"""The code of problems that the plugin option `allow_html` permits."""


class ContentProblems(ClickException):
    """The content has errors; the message is the whole report."""


@dataclass(frozen=True, slots=True)
class Content:
    """Content without errors: as read, as linked, and the report with its warnings."""

    inputs: Inputs
    dataset: Dataset
    report: str


def content(config: MkDocsConfig, cache: Cache, *, drafts: bool) -> Content:
    """Read and check the content, with or without drafts.

    The report names a warning about mkdocs.yml once, not at every build of `mkdocs serve`.

    Raises:
        ContentProblems: It has errors.
    """
    root = configuration.root_of(config)
    inputs = snapshot.snapshot(root)
    outcome = check(inputs, today(), cache, drafts=drafts)
    outcome = with_page_settings(root, outcome, config)
    outcome = configuration.with_setting_problems(config, outcome)
    texts = {**inputs.files, CONFIG: configuration.read_config(config)}
    warnings = {p for p in outcome.problems if p.place.file == CONFIG and p.severity == "warning"}
    ours = config.plugins.get("factsheets")
    known = warnings & ours.reported if ours else set()
    if ours is not None:
        ours.reported = warnings
    new = [problem for problem in outcome.problems if problem not in known]
    report = terminal.text(new, texts, outcome.summary)
    if outcome.value is None or outcome.summary.errors:
        raise ContentProblems(report)
    return Content(inputs, outcome.value, report)


def with_page_settings(root: Path, outcome: Outcome, config: MkDocsConfig | None = None) -> Outcome:
    """The outcome with the problems of hand-written pages that depend on mkdocs.yml.

    Markup that the site's owner allows is not a problem. MkDocs loads the file only if something
    depends on it, because loading takes longer than checking the content.
    """
    path = root / CONFIG
    if not path.is_file():
        return outcome
    written = path.read_bytes()
    codes = {each.code for each in outcome.problems}
    open_links = _has_open_links(outcome, written)
    if not (open_links or _LEAVES_OUT.search(written) or codes & {"dead-link", _MARKUP}):
        return outcome
    config = config or configuration.load(root)
    if configuration.allows(config, "allow_html"):
        outcome = outcome.without(_MARKUP)
    found = [*outcome.problems, *_left_out(config, outcome)]
    if open_links and outcome.value and not _broken(outcome):
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
    """Whether records have errors: no page can then be rendered to look for its sections."""
    return any(not each.place.file.startswith(_PAGES) for each in errors(outcome.problems))


def _dead_parts(
    root: Path, outcome: Outcome, dataset: Dataset, config: MkDocsConfig
) -> Iterator[Problem]:
    from markdown import Markdown  # noqa: PLC0415 - `facts check` rarely comes here

    from factsheets.pipeline.open_links import dead_parts, parts  # noqa: PLC0415 - as above
    from factsheets.storage import templates  # noqa: PLC0415 - as above

    def converted(text: str) -> str:
        extensions, options = config.markdown_extensions, config.mdx_configs or {}
        return str(Markdown(extensions=extensions, extension_configs=options).convert(text))

    settings = configuration.settings(config, dataset)
    known = parts(dataset, settings, templates.templates(root), converted)
    if outcome.open_links:
        address = settings.site_url or config.site_url or "/"
        yield from dead_parts(outcome.open_links, address, known)


def _left_out(config: MkDocsConfig, outcome: Outcome) -> Iterator[Problem]:
    """The hand-written pages that the owner's settings exclude from the site."""
    names = outcome.open_links.addresses.written if outcome.open_links else ()
    for setting in ("exclude_docs", "draft_docs"):
        spec = config.get(setting)
        for name in sorted(names):
            if spec and spec.match_file(f"{name}.md"):
                yield Problem(
                    "page-left-out",
                    f"This page would not be published: {setting} in mkdocs.yml matches it.",
                    Place(f"{_PAGES}{name}.md", 1, 1, 2),
                    f"Change {setting}, or move the page out of content/pages/.",
                    "warning",
                )


def _lowered(problem: Problem) -> Problem:
    dead = problem.code in {"dead-link", "dead-anchor"}
    return replace(problem, severity="warning") if dead else problem
