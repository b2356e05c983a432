"""Text is cut into words in Python and in JavaScript: both must agree, or nothing is found."""

from __future__ import annotations

import json

import pytest
from factsheets.site.search_pages import fold, key, plain
from playwright.sync_api import Page

from tests.browser.sites import Site

TEXTS = (
    "Macron’s 26 countries, “support capacity”; the U.S. and e.g. others - front-line",
    "1,500,000 tonnes, 3.5 %, 3,5 %, 4.9.2025, 1.000.000, 12,34,56, .5 5.",
    "Jörg Müller, Łódź, Ærø, Straße, İstanbul, ıspanak, Đorđe, Þór, naïve café, ﬁnance",
    "Ёлка и ёж; об’єднані; Йорг Мюллер; ΟΔΥΣΣΕΥΣ ὁδός",
    "الأمم المتّحدة، إيمانويل ماكرون، ٢٦ دولة، كتابة ـــ على",
    "שָׁלוֹם עולם, ירושלים, ח״כ, צה״ל, ג׳ורג׳",
    "埃马纽埃尔·马克龙说26个国家。港口费用上涨百分之五",
    "エマニュエル・マクロン ﾏｸﾛﾝ 東京タワー がぎぐ",
    "เรือบรรทุกข้าวไม่ต้องจ่ายค่าธรรมเนียม ພາສາລາວ ភាសាខ្មែរ မြန်မာ",
    "에마뉘엘 마크롱은 26개국",
    "भारत के प्रधानमंत्री । १२३ বাংলা தமிழ்",
    "a\u0301 e\u0300\u0301 😀 x_y x__y \u200b\u00ad soft\u00adhyphen tab\there 𝔘𝔫𝔦 ½ ² Ⅷ",
    "don't o'clock 'quoted' s' 's '' d'Artagnan's",
    "1 500 000, 1\u00a0500, 1’500’000.50, 12 34, 2.50, 4.0, 1.500, 1.500.000, 26 100,000 5bn G7",
)


@pytest.mark.browser
def test_python_and_javascript_cut_alike(page: Page, site: Site) -> None:
    page.goto(f"{site.address}404.html")
    for text in TEXTS:
        given_text = json.dumps(text)
        script = f"""import({json.dumps(site.address + "assets/words.js")}).then((m) => {{
            const given = {given_text};
            return JSON.stringify([m.fold(given), m.plain(given).join(" "), m.key(given)]);
        }})"""
        session = page.context.new_cdp_session(page)
        given = {"expression": script, "awaitPromise": True, "returnByValue": True}
        made = session.send("Runtime.evaluate", given)["result"]["value"]
        assert json.loads(made) == [fold(text), plain(text), key(text)], text


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1,500 and 1500", "1500 and 1500"),
        ("3.5 or 3,5 but 35", "3p5 or 3p5 but 35"),
        ("2.50, 4.0 and 10", "2p5 4 and 10"),
        ("1\u00a0500\u202f000 or 1 500 000 or 1’500’000", "1500000 or 1500000 or 1500000"),
        ("1.500.000 and 1,500,000.50", "1500000 and 1500000p5"),
        ("5bn, 12th, 1.5m, 25%", "5 bn 12 th 1p5 m 25"),
        ("G7, F-16 and covid19", "g7 f 16 and covid19"),
        ("in 2024 300 ships", "in 2024 300 ships"),
        ("4.9.2025", "4 9 2025"),
    ],
)
def test_numbers_have_one_writing(written: str, found: str) -> None:
    assert plain(written) == found


def test_every_part_of_a_run_without_spaces_is_a_word() -> None:
    assert plain("费用上涨") == "费用 用上 上涨 涨"


def test_accents_points_and_apostrophes_make_no_difference() -> None:
    assert plain("Éva’s café") == plain("EVA's cafe")
    assert plain("שָׁלוֹם") == plain("שלום")
    assert plain("إيمان") == plain("ايمان")
