"""What files alone give to a check, for some of the files: so that two processes can share it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dataset.model import file_of
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Memory
from generator.pipeline.quotations import Quotations, Shelf
from generator.pipeline.reading import kind_and_id, read_file
from generator.pipeline.sheets import locator, records
from generator.pipeline.watch import Watch, unwatched
from generator.schema import Article


def unknown(inputs: Inputs, memory: Memory) -> list[str]:
    """The records' files that the memory does not know as they are."""
    digests, sheets = inputs.digests, memory.sheets
    return [
        name
        for name, _ in records(inputs)
        if name not in sheets or sheets[name].digest != digests[name]
    ]


def learn(inputs: Inputs, memory: Memory, names: Sequence[str], watch: Watch = unwatched) -> None:
    """Puts into the memory what a check finds in these files and in their quotations.

    A check that is given the memory finds the same as one that is not, with less to do.
    """
    articles: dict[str, Article] = {}
    for name in watch("files", names, len(names)):
        memory.sheets[name], read = read_file(name, inputs.files[name], inputs.digests[name])
        memory.records.pop(name, None)
        if read:
            memory.records[name] = read
            if isinstance(read.record, Article):
                articles[kind_and_id(name)[1]] = read.record
    shelf = Shelf(inputs, memory)
    looks = Quotations(articles, shelf, locator(inputs, memory.sheets), memory)
    for article_id in watch("quotations", articles, len(articles)):
        if article_id in shelf:
            shelf.intact(article_id)
        ties = memory.sheets[file_of("article", article_id)].ties
        # A capture that is made on the spot needs its article, which may be another's to read.
        if ties and articles.keys() >= looks.alone(article_id, ties):
            memory.looked[article_id] = looks.look(article_id, ties)
