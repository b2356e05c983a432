"""The commands for people who write content: check, explain, find, capture."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from factsheets.authoring.fix import fix, fixes_text
from factsheets.cli.shell import (
    CONTENT,
    Progress,
    Project,
    Reporter,
    article_text,
    checked,
    form_option,
    layout_text,
    refuse,
)
from factsheets.content.records import Article
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.find import Hit, hits
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.plan import new_problems, planned, with_moved_paragraphs
from factsheets.plugin import mkdocs_build
from factsheets.problems import terminal
from factsheets.problems.catalogue import catalogue, shown
from factsheets.problems.problem import Place, Problem, errors, in_order
from factsheets.quotes import capture as quotes_capture
from factsheets.quotes import capture_file, recapture, seeds
from factsheets.site.settings import CONFIG
from factsheets.storage import atomic, faults, locking, snapshot


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option("--all", "everything", is_flag=True, help="Show every problem, not the first 20.")
@click.option("--fix", is_flag=True, help="First fix what has one right answer.")
@click.option("--against", "base", metavar="BASE", help="Find silent changes since a revision.")
@form_option
@click.pass_obj
def check(project: Project, /, paths: tuple[str, ...], form: str, **options: Any) -> None:
    """Show all problems of the content, by file and line.

    With PATHs only those in these files and folders; the whole content is read all the same.
    With --against also what was published and changed without a correction, or is gone.
    --fix changes only what has one right answer, and says what; comments and layout stay.
    """
    wanted = _below_root(project.root, paths)
    if options["fix"]:
        _fix(project.root, wanted, aside=form != "text")
    base = options["base"]
    inputs, outcome = checked(project.root, base, Progress().over)
    texts, outcome = _with_settings(project.root, inputs, outcome)
    _must_hold_content(texts, inputs, outcome, wanted)
    chosen = tuple(each for each in outcome.problems if _is_below(each.place.file, wanted))
    reporter = Reporter(form, everything=options["everything"], root=project.root)
    reporter.say(texts, outcome.about(chosen))
    if errors(chosen):
        raise click.exceptions.Exit(CONTENT)


def _with_settings(
    root: Path, inputs: Inputs, outcome: Outcome
) -> tuple[Mapping[str, bytes], Outcome]:
    """All files that are checked, and the outcome with the problems of mkdocs.yml."""
    path = root / CONFIG
    if not path.is_file():
        return inputs.files, outcome
    found = mkdocs_build.wrong_settings(path)
    texts = {**inputs.files, CONFIG: path.read_bytes()}
    return texts, outcome.about(in_order([*outcome.problems, *found]))


def _below_root(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    wanted = []
    for path in paths:
        place = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the last link
        try:
            wanted.append((place.parent.resolve() / place.name).relative_to(root).as_posix())
        except ValueError as error:
            raise click.BadParameter(f"{path} does not lie in {root}.") from error
    return tuple(wanted)


def _must_hold_content(
    texts: Mapping[str, bytes], inputs: Inputs, outcome: Outcome, wanted: tuple[str, ...]
) -> None:
    """Raises where the named paths hold nothing that is checked: none is called clean."""
    static = (f"content/static/{path}" for path in inputs.static)
    places = (each.place.file for each in outcome.problems)
    if not any(_is_below(name, wanted) for name in (*texts, *static, *places)):
        raise faults.EnvironmentFault(
            f"{faults.shown(', '.join(wanted))}: no file of the content is there, so nothing was "
            "checked. Name files and folders in content/ or seeds/."
        )


def _fix(root: Path, wanted: tuple[str, ...], *, aside: bool) -> None:
    """Fixes the files; `aside` keeps the report apart from one that programs read."""
    with locking.lock(root, "facts check --fix"):
        inputs = snapshot.snapshot(root)
        done = fix(inputs, mkdocs_build.today(), lambda name: _is_below(name, wanted))
        plan = planned(inputs.files, done.files)
        then, outcome, new = new_problems(inputs, plan, mkdocs_build.today())
        if errors(new) and not done.readable:
            refuse(then, outcome.about(new), "The repairs would lead to these problems:")
        atomic.carry_out(root, plan)
    click.echo(fixes_text(done, inputs.files), err=aside)


def _is_below(file: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)


@click.command(short_help="Explain a problem: why it matters, right and wrong examples.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem's CODE: why it matters, two right examples, two wrong.

    Without CODE, all codes.
    """
    codes = catalogue()
    if code is None:
        width = max(map(len, codes))
        for entry in sorted(codes.values(), key=lambda one: one.code):
            click.echo(f"{entry.code:{width}}  {entry.title}")
        return
    found = codes.get(code)
    if found is None:
        near = difflib.get_close_matches(code, codes, n=1)
        advice = f"Did you mean {near[0]}?" if near else "facts explain lists them all."
        raise click.UsageError(f'There is no code "{code}". {advice}')
    click.echo(f"{found.code}: {found.title}\n\n{found.why}")
    for title, examples in (("Right", found.right), ("Wrong", found.wrong)):
        for example in examples:
            click.echo(f"\n{title}:\n{_indented(shown(example))}")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


@click.command(short_help="Find words in the texts of articles, and the facts that use them.")
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def find(project: Project, words: tuple[str, ...]) -> None:
    """Find WORDS in the texts of articles, and the facts that use them.

    Only texts that are on this computer can be searched: seeds/ARTICLE_ID.txt.
    """
    inputs, outcome = checked(project.root)
    found = hits(inputs, outcome.value, " ".join(words)) if outcome.value else ()
    for line in (line for hit in found for line in _told(hit)):
        click.echo(line)
    if not found:
        click.echo("These words stand in no text at hand, and in no fact.")


def _told(hit: Hit) -> Iterator[str]:
    yield hit.article_id + ("" if hit.at_hand else "  (its text is not at hand)")
    for place in hit.places:
        marks = ", inside quotation marks" if place.inside_marks else ""
        yield f"  paragraph {place.paragraph}{marks}: …{place.before}[{place.words}]{place.after}…"
    if hit.quoting:
        yield f"  quoted by: {', '.join(hit.quoting)}"
    if hit.wording:
        yield f"  in the words of: {', '.join(hit.wording)}"


@click.command()
@click.argument("article_id")
@click.argument("textfile", type=click.Path(path_type=Path))
@click.option(
    "--replace",
    "insists",
    is_flag=True,
    help="Accept the text even if it seems to be another article's.",
)
@click.pass_obj
def capture(project: Project, article_id: str, textfile: Path, insists: bool) -> None:
    """Make or update the capture of an article from its text.

    Writes seeds/ARTICLE_ID.json, which proves quotations without holding the text, and lists it
    in seeds/README.md. The article's own file comes first: content/facts/ARTICLE_ID.yaml.
    """
    inputs, articles = _articles(project, article_id)
    article = articles[article_id]
    text = article_text(textfile)
    made = quotes_capture.capture(
        text,
        published=article.published,
        captured=mkdocs_build.today(),
        declared=article.language,
    )
    known = (seeds.captures(inputs.files).value or {}).get(article_id)
    changed = known is not None and known.sha256 != made.sha256
    if known:
        quotes = tuple(_quotes(articles, article_id))
        if not insists and recapture.is_other_text(known, made, text, quotes):
            _refuse(article_id, textfile)
        made = recapture.renew(known, made)
    moves = recapture.moved_paragraphs(known, made) if known else {}
    row = seeds.SeedRow(article_id, textfile.name, article.url, made.sha256)
    path = f"seeds/{article_id}.json"
    with locking.lock(project.root, "facts capture"):
        given = {**inputs.files, **snapshot.read_some(project.root, seeds.LIST)}
        wanted = {
            path: capture_file.dumps(made).encode(),
            seeds.LIST: seeds.updated_list(given, row),
            **with_moved_paragraphs(inputs, articles, article_id, moves),
        }
        plan = planned(given, wanted)
        atomic.carry_out(project.root, plan)
    state = "Written" if path in plan.after else "Unchanged"
    click.echo(f"{state}: {path}, {layout_text(text)} Now run: facts check")
    if edited := [name for name in plan.after if name.startswith("content/")]:
        click.echo(f"Paragraph numbers changed; updated: {', '.join(sorted(edited))}")
    if known and changed:
        click.echo(f"The text differs from that captured on {known.captured}.")
        _say_of_change(project, article_id)


def _quotes(articles: Mapping[str, Article], article_id: str) -> Iterator[str]:
    """Everything that the facts of any article quote from this one."""
    for key, article in articles.items():
        for fact in article.facts:
            if key == article_id:
                yield from fact.quote
            for more in fact.also:
                if (more.article or key) == article_id:
                    yield from more.quote


def _refuse(article_id: str, textfile: Path) -> None:
    """Ends the command: this is not the article's text."""
    problem = Problem(
        "other-text",
        f"This is not the text of {article_id}: it has less than half of the quotes that are "
        "recorded from the article, and less than a fifth of the text captured before.",
        Place(str(textfile)),
        "Name the file with the article's own text. If the article was rewritten, run: "
        f"facts capture --replace {article_id} {textfile}",
    )
    click.echo(terminal.blocks([problem]), err=True, nl=False)
    raise click.exceptions.Exit(CONTENT)


_OF_A_CHANGE = {
    "quote-gone": "not in this text",
    "quote-not-found": "not found",
    "quote-not-in-marks": "no longer in quotation marks",
    "wrong-paragraph": "in another paragraph",
}


def _say_of_change(project: Project, article_id: str) -> None:
    """Which quotations of an article vanished or moved, those in facts of other articles too."""
    inputs, outcome = checked(project.root)
    citing = {article_id}
    for key, article in (outcome.value.articles if outcome.value else {}).items():
        if any(more.article == article_id for fact in article.facts for more in fact.also):
            citing.add(key)
    files_of = {f"content/facts/{key}.yaml" for key in citing}
    found = [p for p in outcome.problems if p.place.file in files_of and p.code in _OF_A_CHANGE]
    if not found:
        quoted = outcome.value and any(_quotes(outcome.value.articles, article_id))
        said = "Every quotation is still where it was."
        click.echo(said if quoted else "No quotation from it is recorded yet.")
        return
    numbers = Counter(problem.code for problem in found)
    told = [f"{numbers[code]} {words}" for code, words in _OF_A_CHANGE.items() if numbers[code]]
    click.echo(f"Of its quotations: {', '.join(told)}.")
    Reporter(everything=True).say(inputs.files, outcome.about(tuple(found)))


def _articles(project: Project, article_id: str) -> tuple[Inputs, Mapping[str, Article]]:
    """The content, and all articles, this one among them."""
    inputs, outcome = checked(project.root)
    if outcome.value is not None and article_id in outcome.value.articles:
        return inputs, outcome.value.articles
    file = f"content/facts/{article_id}.yaml"
    own = tuple(problem for problem in outcome.problems if problem.place.file == file)
    if not own:
        raise click.UsageError(f"There is no {file}. Write the article's file first.")
    Reporter().say(inputs.files, outcome.about(own))
    raise click.exceptions.Exit(CONTENT)


COMMANDS = (check, explain, find, capture)
