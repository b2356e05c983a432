"""What the head of a page has for programs: JSON-LD, citations, and that data lie beside it.

JSON-LD says what a page says in the words of schema.org; nothing is rated, so no ClaimReview.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from factsheets.content.dates import Moment
from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.records import Correction
from factsheets.content.types import NOT_STATED, author_names
from factsheets.data import encode
from factsheets.data.references import Reference, References
from factsheets.site.html import Page
from factsheets.site.markdown import head
from factsheets.site.translation import gettext as _
from factsheets.site.views import citation
from factsheets.site.views.downloads import data_files
from factsheets.site.views.evidence import Evidence
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

Node = dict[str, Any]

# The vocabulary is named in place: a processor need not fetch schema.org's context to read it.
_CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "sameAs", "license", "contentUrl")},
}
_TYPES = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "coalition": "Organization",
    "publisher": "NewsMediaOrganization",
    # A group may be "26 countries" that nobody has named: no organisation.
    "group": "Thing",
}
_LISTS = frozenset(PAGE_FOLDERS.values()) | {"figures", "timeline", "corrections"}
_WIKIDATA = re.compile(r"Q[1-9]\d*")
# What could end the script element, or begin markup in it, is written as JSON's own escapes.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def head_of(site: Site) -> Callable[[Page], Mapping[str, Any]]:
    """What gives the head of a page to the theme: each text is safe to print as HTML.

    A page that only leads elsewhere, or says that its text was removed, gets nothing but its own
    particulars.
    """
    known = References(site)

    def values(page: Page) -> Mapping[str, Any]:
        found: dict[str, Any] = {"title": page.title, **page.meta}
        if not page.meta.keys() & {"moved_to", "removed"}:
            found = {**_more(site, known, page), **found}
        return {key: head(each) if isinstance(each, str) else each for key, each in found.items()}

    return values


def _more(site: Site, known: References, page: Page) -> dict[str, Any]:
    reference = _reference(site, known, page)
    base = "" if site.settings.site_url else "../" * page.path.count("/") or "./"
    return {
        "cite": citation.of_page(site, page.path, page.title),
        "cite_heading": _("Cite this page"),
        "cite_bibtex": _shown(reference.bibtex),
        "cite_csl": _shown(reference.json),
        "cite_ris": _shown(reference.ris),
        "linked": Markup(script(_node(site, page), base)),  # noqa: S704 - escaped for scripts
        "data": True,
        "feed": page.path.count("/") == 2 and page.path.startswith(("topics/", "actors/")),
    }


def _shown(text: str) -> Markup:
    """For an element that keeps line breaks, as `head` would not."""
    return Markup(escape(text.rstrip("\n")))  # noqa: S704 - escaped here


def _record(path: str) -> tuple[str, str]:
    """The folder and the id of a record's own page."""
    folder, _slash, rest = path.partition("/")
    key = rest.rstrip("/")
    return (folder, key) if key and "/" not in key else ("", "")


def _reference(site: Site, known: References, page: Page) -> Reference:
    folder, key = _record(page.path)
    if folder == "facts" and key in site.statements:
        return known.of_statement(site.statements[key])
    if folder == "sources" and key in site.dataset.articles:
        return known.of_source(key)
    return known.of_page(page.path, page.title)


def script(node: Node, base: str = "") -> str:
    """The node as the text of a script element: no text in it can end the element.

    `base` is the way to the site's root, from where addresses lead on that are not absolute.
    """
    context = _CONTEXT | ({"@base": base} if base else {})
    whole = encode.text({"@context": context, **node})
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def of_statement(site: Site, fact_id: str) -> Node:
    """A claim with its speaker and where it appeared; also a quotation where words are quoted."""
    view = site.statements[fact_id]
    fact = view.fact
    quoted = view.form in {"quoted", "partly-quoted"}
    who = _actor(site, view.who.id)
    condition = f", {view.condition}" if view.condition else ""
    node: Node = {
        "@type": ["Claim", "Quotation"] if quoted else "Claim",
        "@id": _at(site, view.path),
        "url": _at(site, view.path),
        "name": view.heading,
        "abstract": f"{view.statement}{condition}",
        "text": list(view.quotes) if quoted else f"{view.statement}{condition}",
        "author": {"@id": who["@id"]},
        "creator": who,
        "appearance": [_appearance(site, each) for each in _reports(view)],
        "isPartOf": {"@type": "Dataset", "@id": _at(site, "data/")},
        "datePublished": view.evidence[0].published_iso,
        "creativeWorkStatus": view.status,
        **_licensed(site),
    }
    if quoted:
        node["spokenByCharacter"] = {"@id": who["@id"]}
    if view.said and (day := _plain(view.said)):
        node["dateCreated"] = day
    changed = [each.date for each in fact.corrections] + ([fact.date] if fact.date else [])
    if changed:
        node["dateModified"] = max(changed).isoformat()
    if view.event:
        node["recordedAt"] = {"@id": _at(site, view.event.path)}
    about = [{"@id": _at(site, ref.path), "name": ref.name} for ref in (*view.about, *view.topics)]
    if about:
        node["about"] = about
    if fact.corrections:
        node["correction"] = [_correction(each) for each in fact.corrections]
    return node


def of_actor(site: Site, actor_id: str) -> Node:
    """An actor with its other names and its item at Wikidata."""
    actor = site.dataset.actors[actor_id]
    node = _actor(site, actor_id)
    if actor.other_names:
        node["alternateName"] = [name.text for name in actor.other_names]
    if actor.summary:
        node["description"] = actor.summary
    if actor.member_of:
        node["memberOf"] = [{"@id": _at(site, f"actors/{each.actor}/")} for each in actor.member_of]
    if actor.kind == "person" and actor.roles:
        node["jobTitle"] = [role.title for role in actor.roles]
    return node


def of_topic(site: Site, topic_id: str) -> Node:
    """A page that collects statements on a subject."""
    topic = site.dataset.topics[topic_id]
    subject: Node = {"@type": "Thing", "name": topic.name}
    if topic.other_names:
        subject["alternateName"] = [name.text for name in topic.other_names]
    return _collection(site, f"topics/{topic_id}/", topic.name) | {
        "description": topic.summary,
        "about": subject,
    }


def of_source(site: Site, article_id: str) -> Node:
    """An article elsewhere, with the page that tells what was taken from it."""
    article = site.dataset.articles[article_id]
    node: Node = {
        "@type": "NewsArticle",
        "@id": article.url,
        "url": article.url,
        "mainEntityOfPage": {"@id": _at(site, f"sources/{article_id}/")},
        "publisher": _actor(site, article.publisher),
        "datePublished": article.published.isoformat(),
        "inLanguage": article.language,
    }
    named = {"headline": article.title, "archivedAt": article.archived}
    node |= {key: value for key, value in named.items() if value}
    if article.access:
        node["isAccessibleForFree"] = article.access != "paywall"
    if author_names(article):
        node["author"] = [{"@type": "Thing", "name": name} for name in author_names(article)]
    if article.derived_from:
        node["isBasedOn"] = {"@id": site.dataset.articles[article.derived_from].url}
    return node


def of_event(site: Site, event_id: str) -> Node:
    """An occasion on which statements were made."""
    event = site.dataset.events[event_id]
    path = f"events/{event_id}/"
    node: Node = {
        "@type": "Event",
        "@id": _at(site, path),
        "url": _at(site, path),
        "name": event.name,
    }
    if event.date and (day := _plain(event.date)):
        node["startDate"] = day
    if event.place and event.place != NOT_STATED:
        node["location"] = {"@type": "Place", "name": event.place}
    if event.organiser:
        node["organizer"] = _actor(site, event.organiser)
    if event.participants:
        node["attendee"] = [_actor(site, key) for key in event.participants]
    if event.part_of:
        node["superEvent"] = {"@id": _at(site, f"events/{event.part_of}/")}
    return node


def of_data(site: Site) -> Node:
    """The open data as one data set with its files."""
    name = site.settings.site_name
    node: Node = {
        "@type": "Dataset",
        "@id": _at(site, "data/"),
        "url": _at(site, "data/"),
        "name": f"{name}: attributed statements",
        "description": "Who said what and who reported it, with the evidence for each statement.",
        **_licensed(site),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": name, "url": site.settings.site_url},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": _at(site, file.path),
                "encodingFormat": file.media_type,
            }
            for file in data_files()
        ],
    }
    if site.newest:
        node["dateModified"] = site.newest.isoformat()
    return node


def of_page(site: Site, path: str, title: str) -> Node:
    """Any other page: the home page is the site, lists collect what the site has."""
    if path:
        kind = "CollectionPage" if path.partition("/")[0] in _LISTS else "WebPage"
        return _collection(site, path, title) | {"@type": kind}
    address = site.settings.site_url
    return {"@type": "WebSite", "@id": address, "url": address, "name": site.settings.site_name}


def _collection(site: Site, path: str, name: str) -> Node:
    return {
        "@type": "CollectionPage",
        "@id": _at(site, path),
        "url": _at(site, path),
        "name": name,
        "isPartOf": {"@type": "WebSite", "@id": site.settings.site_url},
    }


def _actor(site: Site, actor_id: str) -> Node:
    actor = site.dataset.actors[actor_id]
    address = _at(site, f"actors/{actor_id}/")
    node: Node = {
        "@type": _TYPES[actor.kind],
        "@id": address,
        "url": address,
        "name": actor.name,
    }
    wikidata = actor.identifiers.wikidata if actor.identifiers else None
    if wikidata and _WIKIDATA.fullmatch(wikidata):
        node["sameAs"] = f"http://www.wikidata.org/entity/{wikidata}"
    return node


def _reports(view: StatementView) -> list[Evidence]:
    return list({each.source.id: each for each in reversed(view.evidence)}.values())[::-1]


def _appearance(site: Site, each: Evidence) -> Node:
    return {
        "@type": "NewsArticle",
        "@id": each.url,
        "url": each.url,
        "publisher": {
            "@id": _at(site, each.publisher.path),
            "name": each.publisher.name,
        },
        "datePublished": each.published_iso,
        "inLanguage": each.language,
    }


def _correction(each: Correction) -> Node:
    return {
        "@type": "CorrectionComment" if each.kind == "correction" else "Comment",
        "datePublished": each.date.isoformat(),
        "text": f"{each.field}: was “{each.was}”, is “{each.now}”. {each.reason}",
    }


def _licensed(site: Site) -> Node:
    return {"license": site.settings.licence.url} if site.settings.licence else {}


def _plain(moment: Moment) -> str | None:
    """The date where schema.org can hold it: no bounds and nothing approximate."""
    return moment.iso if moment.kind == "exactly" else None


def _at(site: Site, path: str) -> str:
    return site.settings.site_url + path


_NODES: Mapping[str, Callable[[Site, str], Node]] = {
    "facts": of_statement,
    "actors": of_actor,
    "topics": of_topic,
    "sources": of_source,
    "events": of_event,
}


def _node(site: Site, page: Page) -> Node:
    folder, key = _record(page.path)
    if folder in _NODES:
        return _NODES[folder](site, key)
    if page.path == "data/":
        return of_data(site)
    return of_page(site, page.path, page.title)
