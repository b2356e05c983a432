"""The content as a build of MkDocs needs it: checked, without errors, with what is to be said."""

from __future__ import annotations

from dataclasses import dataclass

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig

from generator import engine, files, report, written_pages
from generator.configuration import CONFIG
from generator.dataset import Dataset
from generator.pipeline import Inputs, Memory, check


class ContentProblems(ClickException):
    """The content has errors; the message is the whole report."""


@dataclass(frozen=True, slots=True)
class Content:
    """Content without errors: as read, as linked, and the report with its warnings."""

    inputs: Inputs
    dataset: Dataset
    report: str


def content(config: MkDocsConfig, memory: Memory, *, drafts: bool) -> Content:
    """The content of the project as it is now, with or without drafts.

    The report names a warning about mkdocs.yml once, not at every build of `mkdocs serve`.

    Raises:
        ContentProblems: It has errors.
    """
    inputs = files.snapshot(engine.root_of(config))
    outcome = check(inputs, engine.today(), memory, drafts=drafts)
    ours = config.plugins.get("factsheets")
    if ours is not None and ours.config.get("allow_html"):
        outcome = outcome.without(engine.OWNER_MAY_ALLOW)
    made = outcome.value
    if made is not None:
        outcome = written_pages.judged(engine.root_of(config), outcome, lambda: made, config)
    outcome = engine.with_configuration(config, outcome)
    texts = {**inputs.files, CONFIG: engine.read_config(config)}
    warnings = {p for p in outcome.problems if p.place.file == CONFIG and p.severity == "warning"}
    old = warnings & ours.reported if ours else set()
    new = [problem for problem in outcome.problems if problem not in old]
    if ours is not None:
        ours.reported = warnings
    text = report.text(new, texts, outcome.summary)
    if outcome.value is None or outcome.summary.errors:
        raise ContentProblems(text)
    return Content(inputs, outcome.value, text)
