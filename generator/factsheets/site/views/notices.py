"""The publishers' own corrections and retractions of their articles."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.article import Notice
from factsheets.dataset.model import Dataset
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.dates import day_text


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice: what the publisher did and when, what it says, and its address if it has one."""

    source: Ref
    line: str
    text: str
    url: str | None


def notices(dataset: Dataset, *article_ids: str) -> tuple[NoticeView, ...]:
    """The notices of these articles, of each the oldest first."""
    return tuple(
        NoticeView(source_ref(dataset, key), _line(dataset, key, each), each.text, each.url)
        for key in dict.fromkeys(article_ids)
        for each in sorted(dataset.articles[key].notices, key=lambda each: each.date)
    )


def retracted(dataset: Dataset, article_id: str) -> str:
    """`retracted 5 Sep 2025`; empty if the publisher did not retract the article."""
    days = [each.date for each in dataset.articles[article_id].notices if each.kind == "retraction"]
    return _("retracted %(day)s", day=day_text(max(days))) if days else ""


def _line(dataset: Dataset, article_id: str, notice: Notice) -> str:
    name = actor_ref(dataset, dataset.articles[article_id].publisher).short
    day = day_text(notice.date)
    if notice.kind == "retraction":
        return _("%(publisher)s retracted this report on %(day)s.", publisher=name, day=day)
    return _("%(publisher)s corrected this report on %(day)s.", publisher=name, day=day)
