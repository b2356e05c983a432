"""Atom feeds: new and changed statements, corrections, withdrawals, by the content's own dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from factsheets import __version__
from factsheets.content.article import Fact
from factsheets.dataset.known import first_id
from factsheets.site.translation import gettext as _
from factsheets.site.translation import semicolon_list
from factsheets.site.views.addresses import record_ref
from factsheets.site.views.corrections import correction_text
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence

MOST = 200
MOST_OF_ONE = 50
_NEVER = datetime.date(1970, 1, 1)
# Signs that no XML document may hold, not even escaped.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `mark` follows the statement's permanent id."""

    day: datetime.date
    fact_id: str
    mark: str


def feeds(site: Site) -> Iterator[tuple[str, bytes]]:
    """The feed of the whole site, then one beside the page of each topic and each actor."""
    every = sorted(_entries(site), key=_order)
    found = _found(site, every)
    written: dict[int, str] = {}  # Several feeds have the same entries.
    for feed in (_Feed("", "feed", site.settings.site_name), *_feeds_of_records(site)):
        places = found[feed.path]
        for place in places:
            if place not in written:
                written[place] = _written(site, every[place])
        newest = every[places[0]].day if places else _NEVER
        body = "".join(written[place] for place in places)
        whole = f"{_head(site, feed, newest)}{body}</feed>\n".encode()
        for path in (feed.path, *feed.former):
            yield f"{path}feed.xml", whole


def _found(site: Site, every: list[Entry]) -> dict[str, list[int]]:
    """The places of the newest entries of each feed, newest first, by the feed's own place.

    Also of withdrawn and superseded statements: that they are so is news.
    """
    found: dict[str, list[int]] = {f"topics/{key}/": [] for key in site.dataset.topics}
    found |= {f"actors/{key}/": [] for key in site.dataset.actors}
    found[""] = list(range(min(len(every), MOST)))
    for place, entry in enumerate(every):
        view = site.statements[entry.fact_id]
        for path in {ref.path for ref in (*view.topics, *view.who.refs, *view.about)}:
            if len(found[path]) < MOST_OF_ONE:
                found[path].append(place)
    return found


def _order(entry: Entry) -> tuple[int, str, str]:
    """Newest first, then by id."""
    return (-entry.day.toordinal(), entry.fact_id, entry.mark)


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed; it is also written to the former addresses of its record."""

    path: str
    first_path: str
    title: str
    former: tuple[str, ...] = ()


def _feeds_of_records(site: Site) -> Iterator[_Feed]:
    for folder, records in (("topics", site.dataset.topics), ("actors", site.dataset.actors)):
        for key, record in records.items():
            first = first_id(key, record.former_ids)
            former = tuple(f"{folder}/{each}/" for each in record.former_ids)
            title = _("%(title)s, %(site)s", title=record.name, site=site.settings.site_name)
            yield _Feed(f"{folder}/{key}/", f"{folder}/{first}/", title, former)


def _entries(site: Site) -> Iterator[Entry]:
    for key, statement in site.dataset.statements.items():
        fact = statement.fact
        yield Entry(site.changed[key], key, "")
        for number, each in enumerate(fact.corrections, start=1):
            yield Entry(each.date, key, f"#correction-{number}")
        if fact.status != "current" and fact.date:
            yield Entry(fact.date, key, f"#{fact.status}")


def _head(site: Site, feed: _Feed, newest: datetime.date) -> str:
    url, path = site.settings.site_url, feed.path
    own = _attribute(f"{url}{path}feed.xml")
    # Without an address, links lead on from the place where the feed was found.
    base = "" if url else f' xml:base="{"../" * path.count("/") or "./"}"'
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"{base}>\n'
        f"<id>{_text(_permanent(site, feed.first_path))}</id>\n"
        f"<title>{_text(feed.title)}</title>\n"
        f"<updated>{_instant(newest)}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={own}/>\n'
        f'<link rel="alternate" type="text/html" href={_attribute(url + path or "./")}/>\n'
        f"<author><name>{_text(site.settings.site_name)}</name></author>\n"
        f"<rights>{_text(_rights(site))}</rights>\n"
        f'<generator version="{__version__}">factsheets</generator>\n'
    )


def _written(site: Site, entry: Entry) -> str:
    view = site.statements[entry.fact_id]
    fact = site.dataset.statements[entry.fact_id].fact
    address = f"{site.settings.site_url}{view.path}"
    title, text = _title_and_text(view, fact, entry.mark)
    categories = "".join([_category(site, ref.id) for ref in view.topics])
    first = first_id(fact.id, fact.former_ids)
    return (
        f"<entry>\n<id>{_text(_permanent(site, f'facts/{first}/') + entry.mark)}</id>\n"
        f"<title>{_text(title)}</title>\n"
        f"<published>{_instant(_published(site, entry))}</published>\n"
        f"<updated>{_instant(entry.day)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={_attribute(address)}/>\n'
        f'<link rel="via" type="text/html" href={_attribute(view.evidence[0].url)}/>\n'
        f'{categories}<content type="text">{_text(text)}</content>\n</entry>\n'
    )


def _category(site: Site, topic_id: str) -> str:
    label = _attribute(record_ref(site.dataset, "topic", topic_id).name)
    return f"<category term={_attribute(topic_id)} label={label}/>\n"


def _published(site: Site, entry: Entry) -> datetime.date:
    """A statement's entry appears with its article; what happens to it, on its own day."""
    if entry.mark:
        return entry.day
    return site.dataset.statements[entry.fact_id].article.published


def _title_and_text(view: StatementView, fact: Fact, mark: str) -> tuple[str, str]:
    """The title and the text of an entry."""
    heading = view.heading
    kind, _dash, number = mark.removeprefix("#").partition("-")
    if kind == "correction":
        each = fact.corrections[int(number) - 1]
        if each.kind == "clarification":
            title = _("Clarified: %(statement)s", statement=heading)
        else:
            title = _("Corrected: %(statement)s", statement=heading)
        return title, correction_text(each)
    if kind == "withdrawn":
        return _("Withdrawn: %(statement)s", statement=heading), fact.reason or ""
    if kind == "superseded":
        return _("Superseded: %(statement)s", statement=heading), fact.reason or ""
    return heading, "\n".join(filter(None, _lines(view)))


def _lines(view: StatementView) -> Iterator[str]:
    """The text of a statement's entry."""
    own = view.evidence[0]
    states = {"withdrawn": _("Withdrawn."), "superseded": _("Superseded.")}
    if view.status != "current":
        yield f"{states[view.status]} {view.reason or ''}".rstrip()
    if view.condition:
        yield _("Condition: %(condition)s.", condition=view.condition)
    if view.marked != view.qualified:
        yield sentence(view.marked)
    yield " ".join(f"“{quote}”" for quote in view.set_apart)
    yield view.detail_of_quotation
    yield " ".join(
        _("%(doubt)s: %(quotation)s", doubt=own.doubt, quotation=quote) for quote in own.unchecked
    )
    if ours := " […] ".join(view.fact.quote_translation):
        yield _("%(label)s: %(text)s", label=view.translation_label, text=ours)
    notes = (*(each.text for each in (*view.marks, *view.responds)), *view.remarks)
    yield " ".join(map(sentence, notes))
    yield " ".join(each.line for each in view.notices)
    values = {"publisher": own.cited_publisher, "label": own.label, "day": own.published}
    reported = _("published by %(publisher)s (%(label)s), %(day)s", **values)
    if view.is_reported:
        reported = _("reported by %(publisher)s (%(label)s), %(day)s", **values)
    yield sentence(semicolon_list([view.form_text, view.when.said, reported]))
    if view.not_said:
        yield _("The source does not say: %(readings)s.", readings=semicolon_list(view.not_said))


def _permanent(site: Site, path: str) -> str:
    """A tag (RFC 4151): it stays when a page moves or is renamed.

    A site without an address has no name for a tag, and gets a UUID made of its name and the path.
    """
    settings = site.settings
    if not settings.site_url:
        return uuid5(NAMESPACE_URL, f"factsheets:{settings.site_name}/{path}").urn
    return f"tag:{_host(settings.site_url)},2025:{path}"


@lru_cache(maxsize=1)
def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _rights(site: Site) -> str:
    if site.settings.licence is None:
        return _("Quoted words belong to their publishers.")
    name = site.settings.licence.name
    return _("%(licence)s; quoted words belong to their publishers.", licence=name)


def _instant(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(value: str) -> str:
    return escape(_printable(value), quote=False)


def _attribute(value: str) -> str:
    """The value in quotation marks. Line breaks are escaped, or parsers turn them into spaces."""
    if value.isprintable():
        return f'"{escape(value)}"'
    whole = escape(_printable(value))
    return f'"{_BREAK.sub(lambda found: f"&#{ord(found[0])};", whole)}"'


def _printable(value: str) -> str:
    return value if value.isprintable() else _UNPRINTABLE.sub("\ufffd", value)
