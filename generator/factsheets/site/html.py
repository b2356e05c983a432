"""The pages of a site: the metadata of each, and its HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from factsheets.content.kinds import KINDS, RecordKind
from factsheets.dataset.model import file_of
from factsheets.site import messages_page, translation
from factsheets.site.headings import with_ids
from factsheets.site.markdown import address
from factsheets.site.translation import gettext as _
from factsheets.site.translation import locale
from factsheets.site.views import citation
from factsheets.site.views.pages import SitePage
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

Meta = dict[str, str | list[str] | bool]


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `path` is its address below the site's root, `file` its file in docs/.

    `template` is the kind of page, empty for a hand-written one. `view` holds what the template
    prints: two pages with equal views are the same. `prose` is hand-written Markdown: the
    introduction of a generated page, or the whole text of a hand-written one.
    """

    path: str
    file: str
    title: str
    meta: Meta
    template: str = ""
    view: Mapping[str, Any] = field(default_factory=dict)
    prose: str = ""

    @property
    def root(self) -> str:
        """The relative path from the page to the site's root."""
        return "../" * self.path.count("/")


ROOT = "\x02"
"""Placeholder in templates for the relative path to the site's root; no text contains it."""
INTRODUCTION = Markup("\x03")
"""Placeholder for the hand-written introduction."""


class _Compiled(BytecodeCache):
    """Compiled templates, for the next build of this process: compiling all takes a second."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template that has not changed."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


@cache
def _compiled(_finalize: Callable[[object], object] | None, _locale: str) -> _Compiled:
    """The compiled templates of one way to print values; Jinja prints constants in advance."""
    return _Compiled()


class Templates:
    """The templates of one site, with what all of them share.

    A name that no view gives is an error, not an empty place.
    """

    def __init__(
        self,
        sources: Mapping[str, str],
        finalize: Callable[[object], object] | None = None,
        **shared: object,
    ) -> None:
        """Compile nothing yet.

        Args:
            sources: The template files by their path below `site-templates/`.
            finalize: Escapes each value that a template prints. Without it, values are escaped
                for HTML.
            shared: What every template can use.
        """

        def loaded(name: str) -> tuple[str, str, None] | None:
            return (sources[name], f"site-templates/{name}", None) if name in sources else None

        self._environment = Environment(
            loader=FunctionLoader(loaded),
            autoescape=True,  # what macros print is Markup, so that `finalize` leaves it
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_compiled(finalize, str(locale())),
        )
        safe = finalize or isolated
        translation.install(self._environment, safe)
        self._environment.filters.update(_filters(safe))
        self._environment.globals.update(shared, root=Markup(ROOT))  # noqa: S704 - a mark

    def get(self, name: str) -> Template:
        """A compiled template, by its path below `site-templates/`."""
        return self._environment.get_template(name)


def site_templates(
    site: Site,
    sources: Mapping[str, str],
    card: str,
    finalize: Callable[[object], object] | None = None,
) -> Templates:
    """The templates with what all pages of a site share: its settings, version and cards.

    The card of a statement, by the template `card`, is printed once for all pages that show it.
    """
    printed: dict[str, Markup] = {}

    def card_of(view: StatementView) -> Markup:
        if view.id not in printed:
            text = templates.get(card).render(view=view)
            printed[view.id] = Markup(text)  # noqa: S704 - made by a template
        return printed[view.id]

    version = citation.version(site)
    templates = Templates(sources, finalize, settings=site.settings, version=version, card=card_of)
    return templates


def isolated(value: object) -> Markup:
    """A value escaped for HTML, in `<bdi>` where its script runs against that of the site."""
    text = escape(value)
    if isinstance(value, Markup) or (text.isascii() and locale().text_direction == "ltr"):
        return text
    signs = map(unicodedata.bidirectional, text)
    first = next((each for each in signs if each in {"L", "R", "AL"}), None)
    is_foreign = first is not None and (first == "L") != (locale().text_direction == "ltr")
    return Markup("<bdi>%s</bdi>") % text if is_foreign else text


def _filters(safe: Callable[[object], object]) -> dict[str, Callable[..., object]]:
    """The filters of templates; `safe` escapes a value."""

    def fill(text: str, markup: Markup) -> Markup:
        """A text with markup of the template in place of its placeholder."""
        return Markup(str(safe(text)).replace(translation.PLACEHOLDER, markup))  # noqa: S704 - escaped

    def labelled(name: object, label: object) -> object:
        """A name with a label in brackets, if there is one."""
        if not label:
            return name
        return Markup(_("%(name)s (%(label)s)", name=safe(name), label=safe(label)))  # noqa: S704 - escaped

    def joining(join: Callable[[list[str]], str]) -> Callable[[Iterable[object]], Markup]:
        """A filter that joins texts and markup; empty ones are left out."""

        def joined(items: Iterable[object]) -> Markup:
            texts = [str(safe(each)) for each in items if each]
            return Markup(join(texts) if len(texts) > 1 else "".join(texts))  # noqa: S704 - escaped

        return joined

    return {
        "address": address,
        "isolated": safe,
        "each": each,
        "fill": fill,
        "in_groups": in_groups,
        "labelled": labelled,
        "list_text": joining(translation.list_text),
        "comma_list": joining(translation.comma_list),
        "semicolon_list": joining(translation.semicolon_list),
        "dot_list": joining(" · ".join),
    }


def each(items: Iterable[Any], macro: Callable[..., Markup], *more: object) -> list[Markup]:
    """What a macro prints of each item."""
    return [macro(item, *more) for item in items]


def in_groups(items: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """Groups of neighbours with the same value of an attribute."""
    return [(key, list(held)) for key, held in groupby(items, attrgetter(name))]


_KINDS: Mapping[str, RecordKind] = {kind.pages: kind for kind in KINDS.values()}
_OF_RECORDS = frozenset({*(kind.noun for kind in KINDS.values()), "more"})
_WITH_CONTENTS = _OF_RECORDS | {"written"}
"""The kinds of pages that have a table of contents beside them."""

_SCRIPTS = {"check": "assets/lookup.js", "compare": "assets/compare.js"}


class Pages:
    """The pages of one site, and their HTML."""

    def __init__(self, site: Site, templates: Mapping[str, str], views: Iterable[SitePage]) -> None:
        """`templates` are the files of site-templates/, by their path below it."""
        self.site = site
        self._views = views
        self._templates = site_templates(site, templates, "partials/card.html.j2")

    def all(self) -> Iterator[Page]:
        """Every page, in an order that depends on the content alone."""
        return map(self._page, self._views)

    def html(self, page: Page, introduction: str = "") -> str:
        """A generated page's HTML; `introduction` is that of its hand-written `prose`."""
        template = self._templates.get(f"pages/{page.template}.html.j2")
        printed = template.render(
            page.view,
            title=page.title,
            introduction=INTRODUCTION if page.prose else "",
        )
        if 'class="' in introduction:  # It has components; base.html loads their style sheet.
            introduction = f'<div class="prose md-typeset">{introduction}</div>'
        return with_ids(printed.replace(ROOT, page.root).replace(INTRODUCTION, introduction))

    def _page(self, view: SitePage) -> Page:
        meta = self._meta(view)
        template = "" if view.kind == "written" else view.kind
        return Page(view.path, view.file, view.title, meta, template, view.given, view.prose)

    def _meta(self, view: SitePage) -> Meta:
        """The metadata that the theme prints around a page."""
        contents = view.kind in _WITH_CONTENTS
        meta: Meta = {"hide": ["navigation"] if contents else ["navigation", "toc"]}
        previews = {"description": view.description, "title": view.preview}
        meta |= {name: text for name, text in previews.items() if text}
        if view.kind == "moved":
            return meta | {"moved_to": view.given["target"]}
        if view.kind == "removed":
            return meta | {"removed": True}
        meta |= {"cite": view.cite, "cite_heading": _("Cite this page")}
        self._report(meta, view.path)
        if "index" in view.given:
            meta["wide"] = True
        if script := _SCRIPTS.get(view.kind):
            meta["script"] = script
        if view.kind == "statement":
            self._statement(meta, view.given["view"])
        elif view.kind in _OF_RECORDS:
            folder, key, *_rest = view.path.split("/")
            self._record(meta, folder, key, view)
        elif view.kind == "written":
            meta["written"] = True
            if view.path != f"{messages_page.NAME}/":
                self._edit(meta, f"content/pages/{view.file}")
        return meta

    def _statement(self, meta: Meta, view: StatementView) -> None:
        topic = view.topics[0] if view.topics else None
        meta |= {
            "kicker": _("Statement on %(topic)s", topic=topic.name) if topic else _("Statement"),
            "kicker_path": topic.path if topic else "topics/",
            "cite_heading": _("Cite this statement"),
            "record": view.id,
        }
        self._edit(meta, view.written_at)

    def _record(self, meta: Meta, folder: str, key: str, page: SitePage) -> None:
        kind = _KINDS[folder].name
        meta |= {"kicker": page.given["view"].kicker, "kicker_path": f"{folder}/"}
        if kind == "article" and page.kind == "source":
            meta["cite_heading"] = _("Cite the article")
        self._edit(meta, file_of(kind, key))

    def _edit(self, meta: Meta, place: str) -> None:
        if self.site.settings.edit_base:
            meta["edit_url"] = f"{self.site.settings.edit_base}{place}"

    def _report(self, meta: Meta, path: str) -> None:
        """The form for reports, with the page's address filled in."""
        base = self.site.settings.issues_base
        if base:
            joint = "&" if "?" in base else "?"
            meta["report_url"] = f"{base}{joint}where={path.rstrip('/')}"
