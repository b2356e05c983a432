"""Renew captures of an older format whose texts are on this computer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.plan import with_moved_paragraphs
from factsheets.pipeline.quotations import Captures
from factsheets.quotes import capture_file, recapture
from factsheets.quotes.capture import FORM, Capture, capture, digest, is_counted_alike


def renewed(
    inputs: Inputs, today: datetime.date, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Each renewed capture by article id, with all files that change with it.

    A capture stays as it is if a paragraph number has no certain successor, if a file is not
    selected, or if the content would have more errors: `facts capture` then says what to do.
    """
    cache = Cache()
    captures = Captures(inputs, cache)
    old = {
        key: one for key, one in captures.readable().items() if _is_old(one, captures.texts, key)
    }
    if not old:
        return
    outcome = check(inputs, today, cache)
    articles = outcome.value.articles if outcome.value else {}
    known = outcome.summary.errors
    for article_id in sorted(old.keys() & articles.keys()):
        article, text = articles[article_id], captures.texts[article_id]
        made = capture(
            text,
            published=article.published,
            captured=old[article_id].captured,
            declared=article.language,
        )
        moves = recapture.moved_paragraphs(old[article_id], made)
        moved, left = with_moved_paragraphs(inputs, articles, article_id, moves)
        dumped = capture_file.dumps(recapture.renew(old[article_id], made)).encode()
        files = {f"seeds/{article_id}.json": dumped, **moved}
        then = replace(inputs, files={**inputs.files, **files})
        if left or not all(map(wanted, files)) or check(then, today, cache).summary.errors > known:
            continue
        inputs = then
        yield article_id, files


def _is_old(one: Capture, texts: Mapping[str, str], article_id: str) -> bool:
    """Whether a capture was made by older rules and its text is on this computer."""
    text = texts.get(article_id)
    if text is None or one.sha256 != digest(text):
        return False
    return one.form < FORM or not is_counted_alike(one, text)
