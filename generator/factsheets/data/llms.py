"""llms.txt: a description and directory of the site for language models (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheets.site.hand_written import hand_written
from factsheets.site.markdown import md
from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext
from factsheets.site.views.downloads import data_files
from factsheets.site.views.site import Site

_MOST = 200


def llms(site: Site) -> bytes:
    """The file: plain Markdown with links to pages that are plain Markdown themselves."""
    url = site.settings.site_url
    on, by = site.index.by_field["topics"], site.index.by_field["speaker"]
    topics = sorted(site.dataset.topics, key=lambda key: (-len(on.get(key, ())), key))
    actors = sorted(site.dataset.actors, key=lambda key: (-len(by.get(key, ())), key))
    parts = [
        f"# {md(site.settings.site_name)}",
        "> "
        + _("Attributed statements: who said what, when, and who reported it. We give no ratings."),
        _(
            "Every page has its plain text (index.md) and its data (index.json) in the same "
            "folder. When you "
            "use a statement, name its speaker and its publisher, keep its condition, and keep the "
            "words inside the quotation marks as they are. A statement says that somebody is "
            "reported to have said something; it does not say that this is true. “The source does "
            "not say” lists what a reader might conclude but the source does not say."
        ),
        *_bullets(
            _("Data"), (f"[{each.name}]({url}{each.path}): {each.what}" for each in data_files())
        ),
        *_bullets(
            _("Topics"),
            (
                f"[{md(site.dataset.topics[key].name)}]({url}topics/{key}/index.md): "
                f"{md(site.dataset.topics[key].summary)}"
                for key in topics[:_MOST]
            ),
        ),
        *_bullets(
            _("Actors"),
            (
                f"[{md(site.dataset.actors[key].name)}]({url}actors/{key}/index.md): "
                f"{_own_statements(len(by.get(key, ())))}"
                for key in actors[:_MOST]
            ),
        ),
        *_bullets(
            _("Optional"),
            (f"[{md(page.title)}]({url}{page.path}index.md)" for page in hand_written(site)),
        ),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _own_statements(number: int) -> str:
    return ngettext("%(num)s statement by this actor", "%(num)s statements by this actor", number)


def _bullets(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A part that is a list; nothing where it would be empty."""
    if found := list(lines):
        yield f"## {title}\n\n- " + "\n- ".join(found)
