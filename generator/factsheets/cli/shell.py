"""What all commands share: the project they work on, exit codes, and how they report."""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, Self, TypeVar

import click

from factsheets.dataset.model import Dataset
from factsheets.history.compare import NoBase, check_against
from factsheets.pipeline.check import Look, Outcome
from factsheets.pipeline.inputs import Inputs, Memory, Watch, unwatched
from factsheets.pipeline.plan import Plan, worse
from factsheets.plugin import content, mkdocs_build
from factsheets.problems import reports, terminal
from factsheets.problems.problem import Problem
from factsheets.quotes import paragraphs
from factsheets.site.settings import CONFIG
from factsheets.storage import atomic, faults, git, locking, revisions, snapshot, templates

_MARKUP = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|<head|<body)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|h[1-6]|script|style|meta|img)\b[^<>]*>", re.IGNORECASE
)
_MAIL = re.compile(r"\AFrom: |^MIME-Version: |^Content-Transfer-Encoding: ", re.MULTILINE)
_S = {"headline": "s", "byline": "s", "junk": ""}
_MANY_TAGS = 3
_TEXT_A_TAG = 400  # characters; a text about HTML has fewer tags

CONTENT, USAGE, ENVIRONMENT, FAULT = 1, 2, 3, 70


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that a command works on."""

    root: Path


class Commands(click.Group):
    """The group of commands, which turns what ends one early into an exit code and one line."""

    def main(self, *args: Any, **named: Any) -> Any:
        """Runs the program, with stand-ins for what it prints to where those are closed."""
        for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:
                stand_in = Path(os.devnull).open(way, encoding="utf-8")  # noqa: SIM115 - to the end
                setattr(sys, name, stand_in)
        return super().main(*args, **named)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads what stands before the command."""
        with _plain_words():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command."""
        try:
            with _plain_words():
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except faults.RefusedFolder as refusal:
            raise click.UsageError(str(refusal)) from refusal
        except faults.EnvironmentFault as fault:
            click.echo(f"facts: {fault}", err=True)
            ctx.exit(ENVIRONMENT)
        except BrokenPipeError:
            # The reader, such as `head`, has seen enough. Python must not try to write the rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 - whatever it is, people get one line
            if isinstance(error, OSError) and faults.is_of_the_machine(error):
                click.echo(f"facts: This could not be finished: {_reason(error)}.", err=True)
                ctx.exit(ENVIRONMENT)
            root = ctx.obj.root if isinstance(ctx.obj, Project) else Path.cwd()
            if said := templates.template_fault(root, error):
                click.echo(f"facts: {said}", err=True)
                ctx.exit(ENVIRONMENT)
            click.echo(f"facts: {locking.keep_trace(root, error)}", err=True)
            ctx.exit(FAULT)


def _reason(error: OSError) -> str:
    """Such as a full disk behind what is printed."""
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


@contextmanager
def _plain_words() -> Iterator[None]:
    """What is wrong with an argument, without the words that click puts in front."""
    try:
        yield
    except click.MissingParameter:
        raise
    except click.BadParameter as error:
        name = error.param.opts[0] if error.param and error.param.opts[0][:1] == "-" else ""
        raise click.UsageError(f"{name} {error.message}".strip(), ctx=error.ctx) from error


def found_root(given: str | None) -> Path:
    """The project's folder: the named one, else the nearest one above with `mkdocs.yml`."""
    if given is not None:
        return Path(given).resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise faults.EnvironmentFault(
        f"There is no {CONFIG} here or in a folder above. Name the project: facts --root DIR."
    )


def article_text(path: Path) -> str:
    """The text of an article, from a file that has one."""
    text = snapshot.read_text(path)
    tags = len(_TAG.findall(text))
    if _MARKUP.match(text) or (tags >= _MANY_TAGS and tags * _TEXT_A_TAG > len(text)):
        raise click.UsageError(
            f"{path} is the source of an HTML page. Open the page in a browser, select the "
            "article, and save what you copy as plain text."
        )
    if _MAIL.search(text):
        raise click.UsageError(
            f"{path} is a saved mail or web archive. Open it, and save its text as plain text."
        )
    if text.count("\u00e2\u20ac") > 1:
        raise click.UsageError(
            f"The quotation marks in {path} are damaged: it is UTF-8 read as Windows-1252. "
            "Copy the article again, and save it as UTF-8."
        )
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError(f"There is no text in {path}. Put the article's text into it.")
    return text


def layout_text(text: str) -> str:
    """How many paragraphs a text has, and what was done to find them, in words."""
    found = paragraphs.layout(text)
    number = len(found.paragraphs)
    said = [f"{number} paragraph{'s' if number != 1 else ''}."]
    if found.skipped:
        kinds = Counter(each.kind for each in found.skipped)
        told = (f"{count} {kind}{_S[kind] * (count > 1)}" for kind, count in kinds.items())
        said.append(f"Not counted: {', '.join(told)}.")
    if found.wrapped:
        said.append("Its lines are broken inside sentences: they were joined into paragraphs.")
    if found.hyphens:
        words = "One word was" if found.hyphens == 1 else f"{found.hyphens} words were"
        said.append(f"{words} rejoined at a hyphen at the end of a line.")
    return " ".join(said)


def form_option(command: Any) -> Any:
    """`--format`, for commands that report problems."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "github", "json"]),
        default="text",
        help="For people, for GitHub's annotations, or for programs.",
    )(command)


@dataclass(frozen=True, slots=True)
class Checked:
    """The content as it stands, all that is to be said of it, and on demand the dataset."""

    inputs: Inputs
    outcome: Outcome
    dataset: Callable[[], Dataset]


def checked(root: Path, base: str | None = None) -> tuple[Inputs, Outcome]:
    """The content as it stands, and all that is to be said of it.

    With `base`, a git revision or a folder, also what differs from it in silence.
    """
    if base is None:
        found = looked_at(root)
        return found.inputs, replace(found.outcome, value=found.dataset())
    inputs = snapshot.snapshot(root)
    try:
        outcome = check_against(published(root, base), inputs, mkdocs_build.today())
    except NoBase as error:
        raise _incomparable(base, error.problem) from error
    return inputs, _allowed(root, _judged(root, outcome))


def _judged(root: Path, outcome: Outcome) -> Outcome:
    """The outcome with the problems of hand-written pages for which mkdocs.yml is needed."""
    return content.judged(root, outcome, lambda: outcome.value or Dataset())


def _incomparable(base: str, problem: Problem) -> faults.EnvironmentFault:
    place = problem.place
    others = "" if (Path(base) / "content").is_dir() else ", nor that of any commit before it"
    return faults.EnvironmentFault(
        f"Nothing was compared: the content of {faults.shown(base)} cannot be read whole{others}. "
        f"Its first problem is {faults.shown(place.file)}:{place.line}: {problem.message} "
        "Name a folder with the content as it was published. Without --against, the content as it "
        "stands is checked alone."
    )


def looked_at(root: Path, watch: Watch = unwatched) -> Checked:
    """The same, with the dataset made on demand."""
    inputs = snapshot.snapshot(root)
    look = Look(inputs, mkdocs_build.today(), Memory(), watch)
    outcome = _allowed(root, content.judged(root, look.outcome, look.dataset))
    return Checked(inputs, outcome, look.dataset)


def _allowed(root: Path, outcome: Outcome) -> Outcome:
    """The outcome without what the site's owner lets pass."""
    code = mkdocs_build.OWNER_MAY_ALLOW
    # Asked last: to read the configuration takes longer than to check the content.
    if any(each.code == code for each in outcome.problems) and mkdocs_build.allows_html(root):
        return outcome.without(code)
    return outcome


def published(root: Path, base: str) -> Iterator[Inputs]:
    """What may have been published: a folder that holds content, else a revision and its past."""
    folder = Path(base)
    if not base or not (folder / "content").is_dir():
        yield from revisions.and_before(root, base)
        return
    if folder.resolve() == root.resolve():
        raise faults.EnvironmentFault(
            f"{faults.shown(folder)} is the project itself, so there is nothing to compare with. "
            "Name a folder with the content as it was published, or a revision of git."
        )
    yield snapshot.snapshot(folder)


def carry_out(project: Project, inputs: Inputs, plan: Plan) -> None:
    """Writes all files of a plan, or none: what it would break is reported, and ends the command.

    Call it with the project's lock held, and with the content as it was read under that lock.
    """
    then, outcome, new = worse(
        inputs, plan, mkdocs_build.today(), lambda found: _judged(project.root, found)
    )
    if new:
        refuse(then, outcome.about(new), "With this edit the content would have these problems:")
    atomic.carry_out(project.root, plan)


def refuse(inputs: Inputs, outcome: Outcome, why: str) -> NoReturn:
    """Ends a command that writes nothing, with the problems that keep it from doing so."""
    click.echo(f"Nothing was changed. {why}", err=True)
    Reporter().say(inputs.files, outcome)
    raise click.exceptions.Exit(CONTENT)


@dataclass(frozen=True, slots=True)
class Reporter:
    """How a command says what it found; `root` is the project, for places in its repository."""

    form: str = "text"
    everything: bool = False
    root: Path | None = None

    def say(self, texts: Mapping[str, bytes], outcome: Outcome) -> None:
        """Reports the problems, and what was checked; `texts` has the lines that are shown."""
        problems, summary = outcome.problems, outcome.summary
        if self.form == "json":
            text = reports.as_json(problems, summary)
        elif self.form == "github":
            problems = self._from_the_top(problems)
            text = reports.github(problems, summary)
            if page := os.environ.get("GITHUB_STEP_SUMMARY"):
                atomic.append(Path(page), reports.markdown(problems, summary))
        else:
            text = terminal.text(
                problems, texts, summary, colour=has_colour(), everything=self.everything
            )
        click.echo(text, nl=False)

    def _from_the_top(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The problems with paths below the top of the repository, as GitHub names files."""
        top = git.repository_folder(self.root) if self.root else None
        if self.root is None or top is None or top == self.root.resolve():
            return problems
        below = self.root.resolve().relative_to(top)
        return tuple(
            replace(each, place=replace(each.place, file=(below / each.place.file).as_posix()))
            for each in problems
        )


def has_colour() -> bool:
    """Colour only where a person looks: a terminal that has not been told otherwise."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


# How far a long command is, on a terminal; and at its end how long each step took.

T = TypeVar("T")

_QUIET = 2.0
"""Seconds that a command may take before a bar is shown."""
_EVERY = 50  # Items between two looks at the clock.


class Progress:
    """The steps of one command; each ends where the next begins."""

    def __init__(self) -> None:
        self._began = self._since = time.perf_counter()
        self._step = ""
        self._seconds: dict[str, float] = {}

    def step(self, name: str) -> None:
        """A step begins; the one before has ended."""
        now = time.perf_counter()
        if self._step:
            self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = name, now

    def over(self, name: str, items: Iterable[T], count: int, then: str = "") -> Iterator[T]:
        """The items, about so many, as a step with a bar; behind them the step `then` begins."""
        self.step(name)
        yield from self.within(name, items, count)
        self.step(then)

    def within(self, name: str, items: Iterable[T], count: int) -> Iterator[T]:
        """The same as a part of the step that has begun."""
        with _Bar(name, count, self._began) as bar:
            for number, item in enumerate(items):
                if number % _EVERY == 0:
                    bar.at(number)
                yield item
            bar.full()

    def told(self) -> str:
        """`9.1 s: check 2.2, pages 4.1, site 2.8`."""
        self.step("")
        steps = (f"{name} {seconds:.1f}" for name, seconds in self._seconds.items())
        return f"{time.perf_counter() - self._began:.1f} seconds: {', '.join(steps)}"


class _Bar:
    """A bar that is shown once a command has taken long, on a terminal alone."""

    def __init__(self, name: str, count: int, began: float) -> None:
        self._name, self._count, self._began = name, count, began
        self._stack = ExitStack()
        self._shown: click._termui_impl.ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def at(self, done: int) -> None:
        """So many are done in all."""
        if self._shown is None and _is_long(self._began):
            bar: click._termui_impl.ProgressBar[int] = click.progressbar(
                length=self._count, label=self._name.capitalize(), file=sys.stderr
            )
            self._shown = self._stack.enter_context(bar)
        if self._shown:
            self._shown.update(min(done, self._count) - self._shown.pos)

    def full(self) -> None:
        """All are done, however many they were."""
        if self._shown:
            self.at(self._count)


def _is_long(began: float) -> bool:
    return sys.stderr.isatty() and time.perf_counter() - began > _QUIET
