"""Buttons that copy the citation and the address of a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

STATEMENT = KINDS["statement, quoted"]


@pytest.mark.parametrize("button", ["Copy citation", "Copy link"])
def test_a_button_copies_and_says_so(browser: Browser, site: Site, button: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.address + STATEMENT)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".cite").get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    if button == "Copy link":
        assert copied == f"https://attributed.example/{STATEMENT}"
    else:
        assert copied.startswith("Emmanuel Macron (said 4 Sep 2025")
        assert copied.endswith(f"https://attributed.example/{STATEMENT}")


@pytest.mark.parametrize("works", [True, False])
def test_without_a_clipboard_the_text_is_copied_the_old_way(
    page: Page, site: Site, works: bool
) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.add_init_script(
        "document.execCommand = () => { window.copied = document.activeElement.value;"
        f" return {str(works).lower()} }}"
    )
    page.goto(site.address + STATEMENT)
    button = page.get_by_role("button", name="Copy link")
    button.click()
    words = "Copied" if works else "Not copied. Select the text and copy it."
    expect(page.locator(".cite").get_by_role("status")).to_have_text(words)
    assert page.evaluate("window.copied") == f"https://attributed.example/{STATEMENT}"
    expect(button).to_be_focused()
    assert page.locator(".cite textarea").count() == 0


def test_without_javascript_there_is_no_button(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + STATEMENT)
    assert page.locator(".cite-text").is_visible()
    assert not page.locator(".cite-copy").is_visible()
    context.close()
