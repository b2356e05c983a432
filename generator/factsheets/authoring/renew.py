"""Renew captures of an older format whose texts are on this computer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace

from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.plan import with_moved_paragraphs
from factsheets.quotes import capture_file, recapture
from factsheets.quotes.capture import FORM, capture, digest, is_counted_alike
from factsheets.quotes.seeds import texts


def renewed(
    inputs: Inputs, today: datetime.date, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each renewed capture by article id, with all files that change with it.

    A capture stays as it is if a paragraph number has no certain successor, if a file is not
    selected, or if the content would have more errors: `facts capture` then says what to do.
    """
    cache = Cache()
    outcome = check(inputs, today, cache)
    dataset, known = outcome.value, outcome.summary.errors
    if dataset is None:
        return
    for article_id, text in texts(inputs.files).items():
        old, article = dataset.captures.get(article_id), dataset.articles.get(article_id)
        if old is None or article is None or old.sha256 != digest(text):
            continue
        if old.form == FORM and is_counted_alike(old, text):
            continue
        made = capture(
            text, published=article.published, captured=old.captured, declared=article.language
        )
        moves = recapture.moved_paragraphs(old, made)
        moved, left = with_moved_paragraphs(inputs, dataset.articles, article_id, moves)
        dumped = capture_file.dumps(recapture.renew(old, made)).encode()
        files = {f"seeds/{article_id}.json": dumped, **moved}
        then = replace(inputs, files={**inputs.files, **files})
        if left or not all(map(wanted, files)) or check(then, today, cache).summary.errors > known:
            continue
        inputs = then
        yield article_id, files
