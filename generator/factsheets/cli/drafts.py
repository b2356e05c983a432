"""Statements drafted from a text: the command `draft`, and `new article --from`."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from factsheets.authoring.drafting.candidates import checked
from factsheets.authoring.drafting.document import as_json, as_text
from factsheets.authoring.drafting.document import draft as drafted
from factsheets.authoring.drafting.scaffold import Site, article_files, facts
from factsheets.authoring.new import day_of
from factsheets.cli.shell import check_content
from factsheets.content.dates import day
from factsheets.content.messages import guess_id
from factsheets.content.types import is_free_id
from factsheets.dataset.model import Dataset
from factsheets.history.rename import is_taken
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.plan import planned
from factsheets.quotes import capture_file, paragraphs, seeds
from factsheets.quotes.capture import capture
from factsheets.storage import drafts_folder, edits, locking, snapshot
from factsheets.storage.clock import today
from factsheets.storage.download import is_address, read_source
from factsheets.storage.faults import RefusedFile, shown


@click.command()
@click.argument("source", metavar="FILE|ADDRESS")
@click.option("--language", metavar="CODE", help="The text's language, if it is not detected.")
@click.option(
    "--candidates",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Check the statements in this JSON file instead, and keep only what the text proves.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "yaml", "json"]),
    default="text",
    help="For people, for an article's file, or for programs.",
)
@click.pass_obj
def draft(
    root: Path | None, source: str, language: str | None, candidates: Path | None, form: str
) -> None:
    """Draft statements from a text, HTML, PDF or DOCX file: who is said to say what.

    Prints the numbered paragraphs with the sentences that report what somebody says. Nothing is
    written: a person decides which of them become statements. --candidates takes statements in the
    form that --format json prints, from another program or a language model: those whose sentence,
    quotations or speaker are not in the text are listed with the reason, and left out.
    """
    dataset = check_content(root)[1].value if root else None
    actors = dataset.actors if dataset else {}
    found = drafted(read_source(source), actors, language)
    if candidates:
        try:
            found = checked(found, json.loads(snapshot.read_text(candidates)))
        except ValueError as error:
            raise RefusedFile(f"{shown(candidates)} is not JSON: {error}.") from error
        for rejected in found.rejected:
            click.echo(f"Left out: {rejected.reason}\n  {rejected.statement}", err=True)
    if form == "json":
        click.echo(as_json(found), nl=False)
    elif form == "yaml":
        name = guess_id(Path(urlsplit(source).path).stem) or "article"
        click.echo(facts(found, name, Site(frozenset(actors))), nl=False)
    else:
        click.echo(as_text(found), nl=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of `new article`: its id, the text's file or address, and what is known."""

    article_id: str
    source: str
    url: str = ""
    topic: str | None = None


def write_article(root: Path, inputs: Inputs, dataset: Dataset | None, wanted: Wanted) -> None:
    """Write the drafted article, its capture, and files of actors that are new."""
    document = read_source(wanted.source)
    published = document.published or day_of(wanted.article_id) or None
    document = replace(document, url=wanted.url or document.url, published=published)
    actors = dataset.actors if dataset else {}
    found = drafted(document, actors)
    names = [Path(name).stem for name in inputs.files if name.startswith("content/actors/")]
    known = Site(frozenset([*actors, *names]), wanted.topic)
    made = article_files(found, wanted.article_id, known)
    after = {path: text.encode() for path, text in made.items() if _is_free(path, dataset)}
    new = capture(
        document.text,
        published=day(document.published) if document.published else None,
        captured=today(),
        declared=found.language,
    )
    after[f"seeds/{wanted.article_id}.json"] = capture_file.dumps(new).encode()
    after |= drafts_folder.files(wanted.article_id, as_text(found))
    with locking.lock(root, "facts new"):
        before = snapshot.read_some(root, seeds.LIST, drafts_folder.IGNORE)
        if document.url:
            name = "web page" if is_address(wanted.source) else Path(wanted.source).name
            row = seeds.SeedRow(wanted.article_id, name, document.url, new.sha256)
            after[seeds.LIST] = seeds.updated_list(before, row)
        edits.carry_out(root, planned(before, after))
    click.echo(as_text(found))
    for path in after:
        click.echo(f"Written: {path}")
    number = len(paragraphs.layout(document.text).paragraphs)
    click.echo(
        f"{number} paragraphs, {len(found.statements)} drafted statements. Review each: compare it "
        f"with drafts/{wanted.article_id}.txt, and fill in or delete what is TODO."
        if found.statements
        else f"{number} paragraphs, in which the rules found no statement. "
        f"Read drafts/{wanted.article_id}.txt, and fill in the empty statement."
    )
    if not document.url:
        source = shown(wanted.source)
        click.echo(f"Fill in its url, then run: facts capture {wanted.article_id} {source}")
    click.echo("Then run: facts check")


def _is_free(path: str, dataset: Dataset | None) -> bool:
    """Whether a proposed file's id can be used; a person names the others."""
    if not path.startswith("content/actors/"):
        return True
    actor_id = Path(path).stem
    return is_free_id(actor_id) and not (dataset and is_taken(dataset, "actor", actor_id))
