"""The link to an article opens it at the quotation: text fragments, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from factsheets.site.views.evidence import text_fragment
from playwright.sync_api import Page

from tests.browser.sites import served

pytestmark = pytest.mark.browser

# Made up. Hyphens, commas and ampersands have a meaning of their own in such an address.
_QUOTATIONS = {
    "short": "a well-built, long-awaited bridge & road",
    "long": "we shall open the bridge in spring, once all of the well-known works on its "
    "last-built lane are done, and not a day before",
    "Arabic": "سنفتح الجسر في الربيع بعد انتهاء الأعمال كلها",
    "Hebrew": "הגשר ייפתח באביב אחרי שכל העבודות יסתיימו בעיר",
    "Chinese": "所有工程结束以后大桥将在春天开放",
    "Russian": "мост откроют весной, после окончания всех по-настоящему важных работ города",
    "Thai": "สะพานจะเปิดในฤดูใบไม้ผลิหลังงานทั้งหมดเสร็จสิ้น",
}
_FILLING = "<p>The rest of an article that was never written.</p>" * 200


@pytest.mark.parametrize("name", _QUOTATIONS)
def test_the_link_opens_the_article_at_the_quotation(page: Page, tmp_path: Path, name: str) -> None:
    words = _QUOTATIONS[name].replace("&", "&amp;")
    article = f"<!doctype html><meta charset=utf-8>{_FILLING}<p>He said: “{words}”.</p>{_FILLING}"
    (tmp_path / "article.html").write_text(article, encoding="utf-8")
    fragment = text_fragment(_QUOTATIONS[name])
    with served(tmp_path) as site:
        page.goto(f"{site.address}article.html{fragment}")
        page.wait_for_function("scrollY > 0", timeout=3000)
        top = page.get_by_text("He said").bounding_box()
    assert top is not None
    assert 0 <= top["y"] <= 720, "the quotation is not in sight"


def test_what_is_left_out_of_a_quotation_has_no_link_of_its_own() -> None:
    assert text_fragment("we shall open […] in spring") == ""
    assert text_fragment("") == ""
