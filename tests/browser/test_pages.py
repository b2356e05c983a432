"""Every page in the browser: quiet, light, within its width, readable without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.kinds import HARD, KINDS
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_WIDTHS = (320, 390, 768, 1440)
_HEAVIEST = 400 * 1024
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(it => it.checkVisibility() && it.getBoundingClientRect().right > width + 1)
    .map(it => it.outerHTML.slice(0, 120)).slice(-3);
}"""


class Watched:
    """A page whose messages and requests are kept; those to other hosts by their address."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.said: list[str] = []
        self.foreign: list[str] = []
        self.bytes = 0
        self._own = site.address
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._own, "data:")):
            self.foreign.append(request.url)

    def _answered(self, response: Response) -> None:
        self.bytes += int(response.headers.get("content-length", "0"))


@pytest.fixture
def watched(browser: Browser, site: Site) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page(), site)
    context.close()


def test_no_page_says_or_asks_anything_under_its_policy(watched: Watched, site: Site) -> None:
    for path in site.pages:
        watched.page.goto(site.address + path, wait_until="networkidle")
        policy = watched.page.locator("meta[http-equiv=Content-Security-Policy]")
        assert policy.count() == 1, path
        assert "'unsafe-" not in (policy.get_attribute("content") or "")
        assert watched.said == [], path
        assert watched.foreign == [], path


def test_the_policy_stops_what_it_should(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.evaluate(
        "() => {const it = document.createElement('script'); it.textContent = 'window.ran = 1';"
        "document.body.append(it)}"
    )
    assert page.evaluate("window.ran") is None


class _Active(HTMLParser):
    """What a page holds beside text and addresses: styles and code in the markup itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self.found.append(tag)
        for name, value in attrs:
            script = (value or "").strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or script:
                self.found.append(f"{tag} {name}={value}")


def test_no_page_holds_a_style_or_code_in_its_markup(site: Site, hard: Site) -> None:
    for path, html in ((p, s.html(p)) for s in (site, hard) for p in s.pages):
        active = _Active()
        active.feed(html)
        assert active.found == [], path


def no_page_is_too_wide(page: Page, site: Site, paths: Iterator[str] | tuple[str, ...]) -> None:
    for path in paths:
        page.goto(site.address + path)
        for width in _WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wide: list[str] = page.evaluate(_TOO_WIDE)
            assert wide == [], f"{path} at {width} px"


def test_no_page_scrolls_sideways(page: Page, site: Site) -> None:
    no_page_is_too_wide(page, site, site.pages)


def test_content_that_is_hard_to_lay_out_does_not_scroll_sideways(page: Page, hard: Site) -> None:
    paths = ("", "topics/everything/", "facts/", "actors/", "timeline/", *HARD.values())
    no_page_is_too_wide(page, hard, paths)


def test_a_page_weighs_little(watched: Watched, site: Site) -> None:
    for kind, path in KINDS.items():
        watched.bytes = 0
        watched.page.context.clear_cookies()
        watched.page.goto("about:blank")
        # A cache would hide what a first visit costs.
        watched.page.route("**/*", lambda route: route.continue_())
        watched.page.goto(site.address + path, wait_until="networkidle")
        assert 0 < watched.bytes <= _HEAVIEST, f"{kind}: {watched.bytes} bytes"


def test_a_topic_of_505_statements_is_a_few_screens_high(page: Page, hard: Site) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(hard.address + "topics/everything/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 7 * 900


def test_no_page_has_more_than_100_kilobytes(hard: Site) -> None:
    for path in hard.pages:
        html = hard.html(path)
        assert len(html.encode()) <= 100_000, path
        assert html.count('<article class="st"') <= 25, path


def test_without_javascript_everything_can_be_read_and_filtered(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + KINDS["topic"])
    cards = page.locator(".st")
    every = cards.count()
    for number in range(every):
        card = cards.nth(number)
        assert card.is_visible()
        assert card.get_by_role("heading").is_visible()
        line = card.locator(".st-meta").inner_text()
        assert re.search(r"\d{4}|not given", line)
        assert re.search(r"(Quoted|Partly quoted|Reported) by TASS", line)
    page.locator("label[for=fh-quoted]").click()
    assert 0 < page.locator(".st:visible").count() < every
    page.goto(site.address + KINDS["statement, quoted"])
    assert page.locator(".chain li:visible").count() >= 3
    page.goto(site.address + "search/")
    assert page.locator("#find_without").is_visible()
    assert not page.locator("input:visible").count()
    context.close()


def test_every_page_has_one_name_a_description_and_a_preview(site: Site) -> None:
    for path in site.pages:
        html = site.html(path)
        assert html.count("<h1") == 1, path
        for each in ("<title>", 'name="description"', 'property="og:title"'):
            assert html.count(each) == 1, (path, each)


class _Links(HTMLParser):
    """The addresses that a page leads to, and the names within it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value:
                self.links.append(value)


@pytest.mark.parametrize("which", ["site", "hard"])
def test_every_link_and_every_fragment_exists(request: pytest.FixtureRequest, which: str) -> None:
    site: Site = request.getfixturevalue(which)
    read: dict[str, _Links] = {}
    for path in site.pages:
        links = _Links()
        links.feed(site.html(path))
        assert len(links.ids) == len(set(links.ids)), f"a name stands twice in {path}"
        read[path] = links
    broken = [
        (path, link)
        for path, page in read.items()
        if path != "404.html"
        for link in page.links
        if not _leads_somewhere(site, path, link, read)
    ]
    assert broken == []


def _leads_somewhere(site: Site, path: str, link: str, read: dict[str, _Links]) -> bool:
    whole, fragment = urldefrag(urljoin(f"https://here.example/{path}", link))
    parts = urlsplit(whole)
    if parts.netloc != "here.example":
        return True
    target = unquote(parts.path.lstrip("/"))
    if target in read:
        return not fragment or fragment in read[target].ids
    return (site.folder / target).is_file()
