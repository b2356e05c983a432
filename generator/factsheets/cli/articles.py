"""Commands for work on articles: `find`, `capture` and `new`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from factsheets.authoring.new import Known, scaffold, unfilled
from factsheets.cli import CONTENT
from factsheets.cli.shell import check_content, report
from factsheets.content.dates import day
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.messages import guess_id
from factsheets.content.reader import read
from factsheets.content.records import Article
from factsheets.content.types import is_free_id, is_id
from factsheets.dataset.model import Dataset, file_of
from factsheets.history.rename import is_taken
from factsheets.pipeline.find import Hit, hits
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.plan import planned, with_moved_paragraphs
from factsheets.problems import terminal
from factsheets.problems.problem import Place, Problem
from factsheets.quotes import capture as quotes_capture
from factsheets.quotes import capture_file, paragraphs, recapture, seeds
from factsheets.storage import edits, locking, snapshot
from factsheets.storage.clock import today

_MARKUP = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|<head|<body)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|h[1-6]|script|style|meta|img)\b[^<>]*>", re.IGNORECASE
)
_MAIL = re.compile(r"\AFrom: |^MIME-Version: |^Content-Transfer-Encoding: ", re.MULTILINE)
_MANY_TAGS = 3
_TEXT_PER_TAG = 400  # characters; a text about HTML has fewer tags
_PLURALS = {"headline": "s", "byline": "s", "junk": ""}

# What happened to the quotations of a changed text, by problem code.
_LOST_QUOTES = {
    "quote-gone": "not in this text",
    "quote-not-found": "not found",
    "quote-not-in-marks": "no longer in quotation marks",
    "wrong-paragraph": "in another paragraph",
}


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def find(root: Path, words: tuple[str, ...]) -> None:
    """Find WORDS in the texts of articles, and the facts that use them.

    Only texts on this computer can be searched: seeds/ARTICLE_ID.txt.
    """
    inputs, outcome = check_content(root)
    found = hits(inputs, outcome.value, " ".join(words)) if outcome.value else ()
    for line in (line for hit in found for line in _hit_lines(hit)):
        click.echo(line)
    if not found:
        click.echo("These words are in no available text and in no fact.")


def _hit_lines(hit: Hit) -> Iterator[str]:
    yield hit.article_id + ("" if hit.at_hand else "  (its text is not available)")
    for place in hit.places:
        marks = ", inside quotation marks" if place.inside_marks else ""
        yield f"  paragraph {place.paragraph}{marks}: …{place.before}[{place.words}]{place.after}…"
    if hit.quoting:
        yield f"  quoted by: {', '.join(hit.quoting)}"
    if hit.wording:
        yield f"  listed as the publisher's words: {', '.join(hit.wording)}"


@click.command()
@click.argument("article_id")
@click.argument("textfile", type=click.Path(path_type=Path))
@click.option(
    "--replace",
    "accept",
    is_flag=True,
    help="Accept the text even if it seems to be a different article's.",
)
@click.pass_obj
def capture(root: Path, article_id: str, textfile: Path, *, accept: bool) -> None:
    """Create or update the capture of an article from its text.

    Writes seeds/ARTICLE_ID.json, which proves quotations without containing the text, and lists it
    in seeds/README.md. Create the article's own file first: content/facts/ARTICLE_ID.yaml.
    """
    inputs, articles = _articles(root, article_id)
    article = articles[article_id]
    text = _article_text(textfile)
    new = quotes_capture.capture(
        text, published=article.published, captured=today(), declared=article.language
    )
    old = (seeds.captures(inputs.files).value or {}).get(article_id)
    changed = old is not None and old.sha256 != new.sha256
    if old:
        quotes = tuple(_quotes(articles, article_id))
        if not accept and recapture.is_other_text(old, new, text, quotes):
            _refuse_other_text(article_id, textfile)
        new = recapture.renew(old, new)
    moves = recapture.moved_paragraphs(old, new) if old else {}
    path = f"seeds/{article_id}.json"
    with locking.lock(root, "facts capture"):
        before = {**inputs.files, **snapshot.read_some(root, seeds.LIST)}
        row = seeds.SeedRow(article_id, textfile.name, article.url, new.sha256)
        after = {
            path: capture_file.dumps(new).encode(),
            seeds.LIST: seeds.updated_list(before, row),
            **with_moved_paragraphs(inputs, articles, article_id, moves),
        }
        plan = planned(before, after)
        edits.carry_out(root, plan)
    state = "Written" if path in plan.after else "Unchanged"
    click.echo(f"{state}: {path}, {_layout_text(text)} Now run: facts check")
    if edited := [name for name in plan.after if name.startswith("content/")]:
        click.echo(f"Paragraph numbers changed; updated: {', '.join(sorted(edited))}")
    if old and changed:
        click.echo(f"The text differs from the one captured on {old.captured}.")
        _report_quotes(root, article_id)


def _articles(root: Path, article_id: str) -> tuple[Inputs, Mapping[str, Article]]:
    """The content and all articles; ends the command if this article is not among them."""
    inputs, outcome = check_content(root)
    if outcome.value is not None and article_id in outcome.value.articles:
        return inputs, outcome.value.articles
    file = f"content/facts/{article_id}.yaml"
    own = tuple(problem for problem in outcome.problems if problem.place.file == file)
    if not own:
        raise click.UsageError(f"There is no {file}. Write the article's file first.")
    report(inputs.files, outcome.about(own))
    raise click.exceptions.Exit(CONTENT)


def _quotes(articles: Mapping[str, Article], article_id: str) -> Iterator[str]:
    """All quotations from this article, by the facts of any article."""
    for key, article in articles.items():
        for fact in article.facts:
            if key == article_id:
                yield from fact.quote
            for more in fact.also:
                if (more.article or key) == article_id:
                    yield from more.quote


def _refuse_other_text(article_id: str, textfile: Path) -> None:
    problem = Problem(
        "other-text",
        f"This is not the text of {article_id}: it has less than half of the quotes recorded from "
        "the article, and less than a fifth of the text captured before.",
        Place(str(textfile)),
        "Name the file with this article's text. If the article was rewritten, run: facts "
        f"capture --replace {article_id} {textfile}",
    )
    click.echo(terminal.blocks([problem]), err=True, nl=False)
    raise click.exceptions.Exit(CONTENT)


def _report_quotes(root: Path, article_id: str) -> None:
    """Print which quotations from an article disappeared or moved, in all files."""
    inputs, outcome = check_content(root)
    articles = outcome.value.articles if outcome.value else {}
    files = {f"content/facts/{article_id}.yaml"}
    for key, article in articles.items():
        if any(more.article == article_id for fact in article.facts for more in fact.also):
            files.add(f"content/facts/{key}.yaml")
    found = [p for p in outcome.problems if p.place.file in files and p.code in _LOST_QUOTES]
    if not found:
        click.echo(
            "Every quotation is still where it was."
            if any(_quotes(articles, article_id))
            else "No quotation from it has been recorded yet."
        )
        return
    numbers = Counter(problem.code for problem in found)
    parts = [f"{numbers[code]} {words}" for code, words in _LOST_QUOTES.items() if numbers[code]]
    click.echo(f"Of its quotations: {', '.join(parts)}.")
    report(inputs.files, outcome.about(tuple(found)), everything=True)


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("record_id", metavar="ID")
@click.option(
    "--text",
    "textfile",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="For an article: create its capture, and list its quotations.",
)
@click.option("--url", default="", help="For an article: its address.")
@click.pass_obj
def new(root: Path, kind: Kind, record_id: str, textfile: Path | None, url: str) -> None:
    """Create the file of a new actor, topic, event or article, to fill in.

    The file explains every field, and the required ones are empty. The ID is the file's name and
    never changes: small letters, digits and hyphens (emmanuel-macron, tass-2025-09-04).
    """
    name = file_of(kind, record_id)
    dataset = check_content(root)[1].value
    _must_be_free(root / name, kind, record_id, dataset)
    if kind != "article" and (textfile or url):
        raise click.UsageError("--text and --url are only for articles.")
    text = _article_text(textfile) if textfile else None
    actors = dataset.actors if dataset else {}
    publishers = frozenset(key for key, actor in actors.items() if actor.kind == "publisher")
    data = scaffold(kind, record_id, Known(publishers, text, url)).encode()
    after = {name: data}
    with locking.lock(root, "facts new"):
        before = snapshot.read_some(root, seeds.LIST)
        if textfile and text is not None:
            row = seeds.SeedRow(record_id, textfile.name, url, "")
            after |= _new_capture(before, row, text)
        edits.carry_out(root, planned(before, after))
    for path in after:
        layout = f", {_layout_text(text)}" if text is not None and path.endswith(".json") else ""
        click.echo(f"Written: {path}{layout}")
    tree = read(name, data).value
    for line, field in unfilled(tree) if tree else ():
        click.echo(f"  still to fill in: line {line}, {field}")
    if textfile and not url:
        click.echo(f"Fill in its url, then run: facts capture {record_id} {textfile}")
    click.echo("Then run: facts check")


def _must_be_free(path: Path, kind: Kind, record_id: str, dataset: Dataset | None) -> None:
    """End the command if a record cannot have this id, or one has or had it."""
    if is_id(record_id) and not is_free_id(record_id):
        raise click.UsageError(f'"{record_id}" is reserved. Add a word: {record_id}-one.')
    if not is_id(record_id):
        meant = guess_id(record_id)
        raise click.UsageError(
            f'"{record_id}" cannot be an id. '
            + (f"Is {meant} meant? " if meant else "")
            + "An id consists of small letters a to z, digits and single hyphens, with at most 80 "
            "characters: emmanuel-macron."
        )
    if path.exists() or path.is_symlink():
        raise click.UsageError(f"content/{path.parent.name}/{path.name} already exists.")
    if dataset is not None and is_taken(dataset, kind, record_id):
        raise click.UsageError(f'"{record_id}" was used before. An id is never reused.')


def _new_capture(before: Mapping[str, bytes], row: seeds.SeedRow, text: str) -> dict[str, bytes]:
    """The capture of a text, and the list with its row if the address is known."""
    published = re.search(r"\d{4}-\d{2}-\d{2}$", row.article_id)
    new = quotes_capture.capture(
        text, published=day(published[0]) if published else None, captured=today()
    )
    after = {f"seeds/{row.article_id}.json": capture_file.dumps(new).encode()}
    if row.url:
        after[seeds.LIST] = seeds.updated_list(before, replace(row, sha256=new.sha256))
    return after


def _article_text(path: Path) -> str:
    """The text of an article; files in other formats are refused."""
    text = snapshot.read_text(path)
    tags = len(_TAG.findall(text))
    if _MARKUP.match(text) or (tags >= _MANY_TAGS and tags * _TEXT_PER_TAG > len(text)):
        raise click.UsageError(
            f"{path} is the source of an HTML page. Open the page in a browser, select the "
            "article, and save what you copy as plain text."
        )
    if _MAIL.search(text):
        raise click.UsageError(
            f"{path} is a saved e-mail or web archive. Open it, and save its text as plain text."
        )
    if text.count("\u00e2\u20ac") > 1:
        raise click.UsageError(
            f"The quotation marks in {path} are damaged: it is UTF-8 that was read as "
            "Windows-1252. Copy the article again, and save it as UTF-8."
        )
    if not any(sign.isalnum() for sign in text):
        raise click.UsageError(f"{path} contains no text. Put the article's text into it.")
    return text


def _layout_text(text: str) -> str:
    """The number of paragraphs of a text, and how they were found."""
    found = paragraphs.layout(text)
    number = len(found.paragraphs)
    sentences = [f"{number} paragraph{'s' if number != 1 else ''}."]
    if found.skipped:
        kinds = Counter(each.kind for each in found.skipped)
        parts = (f"{count} {kind}{_PLURALS[kind] * (count > 1)}" for kind, count in kinds.items())
        sentences.append(f"Not counted: {', '.join(parts)}.")
    if found.wrapped:
        sentences.append("Lines were broken inside sentences and have been joined into paragraphs.")
    if found.hyphens:
        words = "One word was" if found.hyphens == 1 else f"{found.hyphens} words were"
        sentences.append(f"{words} joined at a hyphen at the end of a line.")
    return " ".join(sentences)
