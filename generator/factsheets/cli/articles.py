"""Commands for work on articles: `find`, `capture` and `new`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

import click

from factsheets.authoring.new import scaffold, unfilled
from factsheets.cli import CONTENT
from factsheets.cli.shell import check_content, report
from factsheets.content.article import Article, Locator
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.messages import guess_id
from factsheets.content.reader import read
from factsheets.content.tree import Path as YamlPath
from factsheets.content.tree import shortened
from factsheets.content.types import is_free_id, is_id
from factsheets.dataset.model import Dataset, file_of
from factsheets.history.rename import is_taken
from factsheets.pipeline.find import Hit, hits
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.plan import planned, with_moved_paragraphs
from factsheets.pipeline.quotations import Captures
from factsheets.pipeline.sheets import locator
from factsheets.problems import terminal
from factsheets.problems.problem import Place, Problem
from factsheets.problems.text import visible
from factsheets.quotes import capture as quotes_capture
from factsheets.quotes import capture_file, paragraphs, recapture, seeds
from factsheets.site.views.locators import long_locator_text
from factsheets.storage import edits, locking, snapshot
from factsheets.storage.clock import today
from factsheets.storage.intake import read_document

_LONGEST_SHOWN = 100  # characters of a paragraph
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
    text = read_document(textfile).text
    new = quotes_capture.capture(
        text, published=article.published, captured=today(), declared=article.language
    )
    old = Captures(inputs, Cache()).get(article_id)
    changed = old is not None and old.sha256 != new.sha256
    if old:
        quotes = tuple(_quotes(articles, article_id))
        if not accept and recapture.is_other_text(old, new, text, quotes):
            _refuse_other_text(article_id, textfile)
        new = recapture.renew(old, new)
    moves = recapture.moved_paragraphs(old, new) if old else {}
    moved, left = with_moved_paragraphs(inputs, articles, article_id, moves)
    path = f"seeds/{article_id}.json"
    with locking.lock(root, "facts capture"):
        before = {**inputs.files, **snapshot.read_some(root, seeds.LIST)}
        row = seeds.SeedRow(article_id, textfile.name, article.url, new.sha256)
        after = {
            path: capture_file.dumps(new).encode(),
            seeds.LIST: seeds.updated_list(before, row),
            **moved,
        }
        plan = planned(before, after)
        edits.carry_out(root, plan)
    state = "Written" if path in plan.after else "Unchanged"
    click.echo(f"{state}: {path}, {_layout_text(text)} Now run: facts check")
    for line in (*_numbered(text), *_moves_text(inputs, plan.after, left)):
        click.echo(line)
    if old and changed:
        click.echo(f"The text differs from the one captured on {old.captured}.")
        _report_quotes(root, article_id)


def _moves_text(
    inputs: Inputs, after: Collection[str], left: Sequence[tuple[str, YamlPath, int]]
) -> Iterator[str]:
    """The files in which paragraph numbers moved, and the numbers that could not be moved."""
    if edited := [name for name in after if name.startswith("content/")]:
        yield f"Paragraph numbers changed; updated: {', '.join(sorted(edited))}"
    if left:
        yield (
            "These paragraph numbers count by the old capture, and stay as they are: the new "
            "capture has no paragraph that is certainly the same. Correct each by hand:"
        )
    locate = locator(inputs)
    for name, where, number in left:
        yield f"  {name}, line {locate(name, where).line}: paragraph: {number}"


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
            for _, source, each in fact.evidence(key):
                if source == article_id:
                    yield from each.quote


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
    "--from",
    "--text",
    "source",
    metavar="FILE|ADDRESS",
    help="For an article: draft it from a text, HTML, PDF or DOCX file, or from a web page.",
)
@click.option("--url", default="", help="For an article: its address.")
@click.option("--topic", metavar="ID", help="With --from: the topic of all drafted statements.")
@click.pass_obj
def new(  # noqa: PLR0913 - a parameter for each option
    root: Path, kind: Kind, record_id: str, source: str | None, url: str, *, topic: str | None
) -> None:
    """Create the file of a new actor, topic, event or article, to fill in.

    The file explains every field, and the required ones are empty. The ID is the file's name and
    never changes: small letters, digits and hyphens (emmanuel-macron, tass-2025-09-04).

    With --from, the article's file has a drafted statement for each sentence that reports what
    somebody says, and actors that are not in the content yet get files too. A person reviews them:
    facts check lists what is still TODO. The text itself stays on this computer, in drafts/.
    """
    name = file_of(kind, record_id)
    inputs, outcome = check_content(root)
    dataset = outcome.value
    _must_be_free(root / name, kind, record_id, dataset)
    if kind != "article" and (source or url or topic):
        raise click.UsageError("--from, --url and --topic are only for articles.")
    if source:
        from factsheets.cli.drafts import Wanted, write_article

        write_article(root, inputs, dataset, Wanted(record_id, source, url, topic))
        return
    actors = dataset.actors if dataset else {}
    data = scaffold(kind, record_id, actors, url).encode()
    with locking.lock(root, "facts new"):
        edits.carry_out(root, planned({}, {name: data}))
    click.echo(f"Written: {name}")
    tree = read(name, data).value
    for line, field in unfilled(tree) if tree else ():
        click.echo(f"  still to fill in: line {line}, {field}")
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


def _numbered(text: str) -> Iterator[str]:
    """The beginning of each paragraph with its number, and of each line that is not counted."""
    found = paragraphs.layout(text)
    rows = []
    for number, (page, time) in enumerate(found.places, 1):
        name = long_locator_text(Locator(number, page or None, time or None))
        rows.append((number, name, found.paragraphs[number - 1]))
    rows += [(each.above, f"not counted, {each.kind}", each.text) for each in found.skipped]
    for _, name, line in sorted(rows, key=itemgetter(0)):
        yield f"  {name}: {visible(shortened(line.strip(), _LONGEST_SHOWN))}"


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
