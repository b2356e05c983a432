"""Metadata for programs in the head of a page: JSON-LD, citations and a link to its data.

JSON-LD says what a page says in the words of schema.org; nothing is rated, so no ClaimReview.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from factsheets.content.article import Correction, Locator, Notice
from factsheets.content.authors import author_names
from factsheets.content.dates import Moment
from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.types import NOT_STATED
from factsheets.data import encode, references
from factsheets.data.references import Reference
from factsheets.site.html import Page
from factsheets.site.markdown import head
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
    # A group may be "26 countries" without names: not an organisation. Nor is it known whether an
    # unnamed speaker is one person.
    "group": "Thing",
}
_SOURCE_TYPES = {
    "article": "NewsArticle",
    "transcript": "CreativeWork",
    "statement": "CreativeWork",
    "post": "SocialMediaPosting",
    "report": "Report",
    "recording": "MediaObject",
}
_ZOTERO_TYPES = {"article": "newspaperArticle", "post": "forumPost", "report": "report"}
_LISTS = frozenset(PAGE_FOLDERS.values()) | {"figures", "timeline", "corrections"}
_WIKIDATA = re.compile(r"Q[1-9]\d*")
# What could end the script element, or begin markup in it, is written as JSON's own escapes.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def page_head(site: Site, page: Page) -> Mapping[str, Any]:
    """What the theme prints in the head of a page: each text is safe to print as HTML.

    A page that only leads elsewhere, or says that its text was removed, gets nothing but its own
    particulars.
    """
    found: dict[str, Any] = {"title": page.title, **page.meta}
    if not page.meta.keys() & {"moved_to", "removed"}:
        found = {**_for_programs(site, page), **found}
    return {key: head(each) if isinstance(each, str) else each for key, each in found.items()}


def _for_programs(site: Site, page: Page) -> dict[str, Any]:
    reference = _reference(site, page)
    citation = _citation(site, page, reference)
    base = "" if site.settings.site_url else "../" * page.path.count("/") or "./"
    return {
        "cite_bibtex": _shown(reference.bibtex),
        "cite_csl": _shown(reference.json),
        "cite_ris": _shown(reference.ris),
        "citation": [(name, head(value)) for name, value in citation if value],
        "cites_article": page.path.startswith("sources/") and bool(citation),
        "linked": Markup(script(_node(site, page), base)),  # noqa: S704 - escaped for scripts
        "data": True,
        "feed": page.path.count("/") == 2 and page.path.startswith(("topics/", "actors/")),
    }


def _citation(site: Site, page: Page, reference: Reference) -> list[tuple[str, str]]:
    """The meta tags that Zotero reads: Highwire's and Dublin Core's.

    The page of a source stands for the article, that of a statement for itself. Without `DC.type`,
    a kind of Zotero's own, Zotero takes every `citation_title` for a journal article's.
    """
    folder, key = _record(page.path)
    if folder == "sources" and key in site.dataset.articles:
        article, csl = site.dataset.articles[key], reference.csl
        return [
            ("citation_title", csl["title"]),
            *(("citation_author", name) for name in author_names(article)),
            ("citation_publication_date", f"{article.published:%Y/%m/%d}"),
            ("citation_publisher", csl["publisher"]),
            ("citation_public_url", article.url),
            ("citation_language", article.language),
            ("DC.source", csl["publisher"]),
            ("DC.type", _ZOTERO_TYPES.get(article.kind, "webpage")),
        ]
    if folder != "facts" or key not in site.statements:
        return []
    return [
        ("citation_title", str(page.meta["title"])),
        ("citation_publication_date", f"{site.changed[key]:%Y/%m/%d}"),
        ("citation_abstract", str(page.meta["cite"])),
        ("DC.type", "webpage"),
    ]


def _shown(text: str) -> Markup:
    """For an element that keeps line breaks, as `head` would not."""
    return Markup(escape(text.rstrip("\n")))  # noqa: S704 - escaped here


def _record(path: str) -> tuple[str, str]:
    """The folder and the id of a record's own page."""
    folder, _slash, rest = path.partition("/")
    key = rest.rstrip("/")
    return (folder, key) if key and "/" not in key else ("", "")


def _reference(site: Site, page: Page) -> Reference:
    folder, key = _record(page.path)
    if folder == "facts" and key in site.statements:
        return references.of_statement(site, site.statements[key])
    if folder == "sources" and key in site.dataset.articles:
        return references.of_source(site, key)
    return references.of_page(site, page.path, page.title)


def script(node: Node, base: str = "") -> str:
    """The node as the text of a script element: no text in it can end the element.

    `base` is the relative path to the site's root, against which relative addresses resolve.
    """
    context = _CONTEXT | ({"@base": base} if base else {})
    whole = encode.text({"@context": context, **node})
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def of_statement(site: Site, fact_id: str) -> Node:
    """A claim with its speaker and where it appeared; also a quotation where words are quoted."""
    view = site.statements[fact_id]
    quoted = view.form in {"quoted", "partly-quoted"}
    speakers = [_actor(site, ref.id) for ref in view.who.refs]
    if view.unnamed:
        speakers = [{"@type": "Thing", "name": view.who.name}]
    named = [{"@id": each["@id"]} for each in speakers if "@id" in each]
    reports = {each.source.id: each for each in reversed(view.evidence)}
    changed = [each.date.isoformat() for each in view.corrections]
    if view.fact.date:
        changed.append(view.fact.date.isoformat())
    return _filled(
        {
            "@type": ["Claim", "Quotation"] if quoted else "Claim",
            "@id": _at(site, view.path),
            "url": _at(site, view.path),
            "name": view.heading,
            "abstract": view.qualified,
            "text": list(view.quotes) if quoted else view.qualified,
            "workTranslation": _our_translation(view),
            "author": _one_or_all(named or speakers),
            "creator": _one_or_all(speakers),
            "appearance": [_appearance(site, each) for each in reversed(reports.values())],
            "isPartOf": {"@type": "Dataset", "@id": _at(site, "data/")},
            "datePublished": view.evidence[0].published_iso,
            "creativeWorkStatus": view.status,
            **_licensed(site),
            "spokenByCharacter": _one_or_all(named or speakers) if quoted else None,
            "dateCreated": _plain(view.said),
            "dateModified": max(changed, default=None),
            "recordedAt": {"@id": _at(site, view.event.path)} if view.event else None,
            "about": [
                {"@id": _at(site, ref.path), "name": ref.name}
                for ref in (*view.about, *view.topics)
            ],
            "correction": [_correction(each) for each in view.corrections],
        }
    )


def _our_translation(view: StatementView) -> Node | None:
    by, texts = {"@type": "Thing", "name": view.fact.translated_by}, view.fact.quote_translation
    own = {"name": view.translation_label, "text": list(texts), "translator": by}
    return {"@type": "CreativeWork", **own} if texts else None


def of_actor(site: Site, actor_id: str) -> Node:
    """An actor with its other names and its item at Wikidata."""
    actor = site.dataset.actors[actor_id]
    more = {
        "alternateName": [name.text for name in actor.other_names],
        "description": actor.summary,
        "memberOf": [{"@id": _at(site, f"actors/{each.actor}/")} for each in actor.member_of],
        "jobTitle": [role.title for role in actor.roles] if actor.kind == "person" else None,
    }
    return _actor(site, actor_id) | _filled(more)


def of_topic(site: Site, topic_id: str) -> Node:
    """A page that collects statements on a subject."""
    topic = site.dataset.topics[topic_id]
    names = [name.text for name in topic.other_names]
    return _collection(site, f"topics/{topic_id}/", topic.name) | {
        "description": topic.summary,
        "about": _filled({"@type": "Thing", "name": topic.name, "alternateName": names}),
    }


def of_source(site: Site, article_id: str) -> Node:
    """An article elsewhere, with its page on this site."""
    article = site.dataset.articles[article_id]
    original = site.dataset.articles[article.derived_from] if article.derived_from else None
    return _filled(
        {
            "@type": _SOURCE_TYPES[article.kind],
            "@id": article.url,
            "url": article.url,
            "mainEntityOfPage": {"@id": _at(site, f"sources/{article_id}/")},
            "publisher": _actor(site, article.publisher),
            "datePublished": article.published.moment.edtf,
            "dateModified": article.updated.moment.edtf if article.updated else None,
            "inLanguage": article.language,
            "headline": article.title,
            "archivedAt": article.archived,
            "isAccessibleForFree": article.access != "paywall" if article.access else None,
            "author": [{"@type": "Thing", "name": name} for name in author_names(article)],
            "isBasedOn": {"@id": original.url} if original else None,
            "correction": [_notice(each) for each in article.notices],
        }
    )


def of_event(site: Site, event_id: str) -> Node:
    """An occasion on which statements were made."""
    event = site.dataset.events[event_id]
    address = _at(site, f"events/{event_id}/")
    place = event.place if event.place != NOT_STATED else None
    return _filled(
        {
            "@type": "Event",
            "@id": address,
            "url": address,
            "name": event.name,
            "startDate": _plain(event.date),
            "location": {"@type": "Place", "name": place} if place else None,
            "organizer": _actor(site, event.organiser) if event.organiser else None,
            "attendee": [_actor(site, key) for key in event.participants],
            "superEvent": {"@id": _at(site, f"events/{event.part_of}/")} if event.part_of else None,
        }
    )


def of_data(site: Site) -> Node:
    """The open data as one data set with its files."""
    name = site.settings.site_name
    files = [
        {
            "@type": "DataDownload",
            "name": file.name,
            "contentUrl": _at(site, file.path),
            "encodingFormat": file.media_type,
        }
        for file in data_files()
    ]
    dated = {"dateModified": site.newest.isoformat()} if site.newest else {}
    return {
        "@type": "Dataset",
        "@id": _at(site, "data/"),
        "url": _at(site, "data/"),
        "name": f"{name}: attributed statements",
        "description": "Who said what and who reported it, with the evidence for each statement.",
        **_licensed(site),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": name, "url": site.settings.site_url},
        "distribution": files,
        **dated,
    }


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
    wikidata = actor.identifiers.wikidata if actor.identifiers else None
    is_item = wikidata and _WIKIDATA.fullmatch(wikidata)
    return _filled(
        {
            "@type": _TYPES[actor.kind],
            "@id": address,
            "url": address,
            "name": actor.name,
            "sameAs": f"http://www.wikidata.org/entity/{wikidata}" if is_item else None,
        }
    )


def _one_or_all(nodes: list[Node]) -> Node | list[Node]:
    return nodes[0] if len(nodes) == 1 else nodes


def _appearance(site: Site, each: Evidence) -> Node:
    return {
        "@type": _SOURCE_TYPES[each.kind],
        "@id": each.url,
        "url": each.url,
        "publisher": {
            "@id": _at(site, each.publisher.path),
            "name": each.publisher.name,
        },
        "datePublished": each.published_iso,
        "inLanguage": each.language,
        **_part(each.locator),
    }


def _part(locator: Locator) -> Node:
    """The part of a source that has the words, where schema.org can name it: a time or a page."""
    if locator.seconds is not None:
        return {"hasPart": {"@type": "Clip", "startOffset": locator.seconds}}
    return {"hasPart": {"@type": "Article", "pagination": locator.page}} if locator.page else {}


def _correction(each: Correction) -> Node:
    return {
        "@type": "CorrectionComment" if each.kind == "correction" else "Comment",
        "datePublished": each.date.isoformat(),
        "text": f"{each.field}: was “{each.was}”, is “{each.now}”. {each.reason}",
    }


def _notice(each: Notice) -> Node:
    own = {"datePublished": each.date.isoformat(), "text": f"{each.kind}: {each.text}"}
    return _filled({"@type": "CorrectionComment", **own, "url": each.url})


def _licensed(site: Site) -> Node:
    return {"license": site.settings.licence.url} if site.settings.licence else {}


def _plain(moment: Moment | None) -> str | None:
    """The date where schema.org can hold it: no bounds and nothing approximate."""
    return moment.edtf if moment and moment.kind == "exactly" else None


def _filled(node: Node) -> Node:
    """The node without unknown values."""
    return {key: value for key, value in node.items() if value not in (None, [])}


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
