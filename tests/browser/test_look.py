"""Colours of mkdocs.yml in a real browser: contrast, the button, and components of Material."""

from __future__ import annotations

from typing import Any

import pytest
from factsheets.datafiles import load_toml
from playwright.sync_api import Browser, Page

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

COLOURS = load_toml("factsheets.site", "settings_table.toml")["colours"]
# The least contrast of these pairs with the colours of an element; pixels are what a reader sees.
_CONTRASTS = """([scheme, key, name]) => {
  const root = document.documentElement;
  for (const each of ["primary", "accent"]) root.removeAttribute(`data-md-color-${each}`);
  root.setAttribute("data-md-color-scheme", scheme);
  const own = name.startsWith("hsl");
  root.setAttribute(`data-md-color-${key}`, own ? "custom" : name.replaceAll(" ", "-"));
  root.style.setProperty(`--md-${key}-fg-color`, own ? name : "");
  const pen = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const probe = document.querySelector("main").appendChild(document.createElement("i"));
  const luminance = (place, value) => {
    const at = place === "head" ? document.querySelector(".head-name") : probe;
    at.style.backgroundColor = value;
    pen.fillStyle = getComputedStyle(at).backgroundColor;
    at.style.backgroundColor = "";
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((part) =>
      part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (place, one, other) => {
    const [dark, light] = [luminance(place, one), luminance(place, other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const pairs = {primary: [["main", "--link", "--paper"], ["main", "--link", "--tint"],
      ["main", "--link", "--here"], ["head", "--link", "--paper"], ["head", "--soft", "--paper"]],
    accent: [["main", "--accent", "--paper"], ["main", "--accent", "--tint"],
      ["main", "--accent", "--here"]]}[key];
  const found = pairs.map(([place, one, other]) =>
    [`${place} ${one} on ${other}`, contrast(place, `var(${one})`, `var(${other})`)]);
  probe.remove();
  return found;
}"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("key", ["primary", "accent"])
def test_every_colour_keeps_text_readable(
    page: Page, decorated: Site, scheme: str, key: str
) -> None:
    page.goto(decorated.address)
    low: dict[str, Any] = {}
    own = [f"hsl({hue} 100% {light}%)" for hue in range(0, 360, 15) for light in (25, 50, 75)]
    for name in COLOURS[key][:-1] + own:
        for pair, contrast in page.evaluate(_CONTRASTS, [scheme, key, name]):
            if contrast < 4.5:
                low[f"{name}: {pair}"] = round(contrast, 2)
    assert low == {}


def attributes(page: Page) -> list[str | None]:
    return [
        page.locator("html").get_attribute(f"data-md-color-{name}")
        for name in ("scheme", "primary", "accent")
    ]


def test_the_palette_follows_the_system_until_a_reader_chooses(
    browser: Browser, decorated: Site
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(decorated.address)
    assert attributes(page) == ["slate", "amber", "lime"]
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.documentElement.dataset.mdColorScheme == 'default'")
    assert attributes(page) == ["default", "teal", "deep-orange"]
    page.get_by_role("button", name="Dark colours").focus()
    page.keyboard.press("Enter")
    assert attributes(page) == ["slate", "amber", "lime"]
    shown = page.get_by_role("button", name="Light colours")
    assert shown.evaluate("each => each === document.activeElement")
    page.goto(decorated.address + "topics/")
    assert attributes(page) == ["slate", "amber", "lime"]
    context.close()


def test_without_a_palette_the_button_gives_automatic_light_and_dark(
    page: Page, site: Site
) -> None:
    page.goto(site.address)
    assert attributes(page) == [None, None, None]
    button = page.locator(".head-colours:visible")
    seen = []
    for _ in range(3):
        button.click()
        seen.append(attributes(page)[0])
        page.reload()
        assert attributes(page)[0] == seen[-1]
    assert seen == ["default", "slate", None]


def test_components_look_as_in_material_and_obey_the_policy(page: Page, decorated: Site) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(decorated.address + "components/", wait_until="networkidle")
    assert said == []
    note = page.locator(".admonition.note")
    assert note.evaluate("each => getComputedStyle(each).borderTopColor") == "rgb(68, 138, 255)"
    assert page.locator("html").evaluate("each => getComputedStyle(each).fontSize") == "16px"
    assert not page.get_by_text("Text of the second tab.").is_visible()
    page.get_by_text("First tab", exact=True).click()
    page.keyboard.press("ArrowRight")
    assert page.get_by_text("Text of the second tab.").is_visible()
    page.get_by_role("button", name="Copy", exact=True).first.click()
    page.get_by_role("button", name="Copied").wait_for()


def test_components_fit_on_a_phone(page: Page, decorated: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("", "components/", "topics/"):
        page.goto(decorated.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_phone_has_the_header_in_one_row(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.address)
    parts = page.locator(".head-row > :is(a, button):visible").all()
    boxes = [box for part in parts if (box := part.bounding_box())]
    assert len(boxes) == 4
    middles = [box["y"] + box["height"] / 2 for box in boxes]
    assert max(middles) - min(middles) < 4


def test_the_pages_of_a_section_are_linked_below_the_header(page: Page, decorated: Site) -> None:
    for path in ("about/", "about/method/", "components/"):
        page.goto(decorated.address + path)
        links = page.get_by_role("navigation", name="Pages of About").get_by_role("link")
        assert links.all_inner_texts() == ["About", "Parts"], path
    assert links.last.get_attribute("aria-current") == "page"
    page.goto(decorated.address + "topics/")
    assert not page.get_by_role("navigation", name="Pages of").count()


def test_a_column_of_numbers_is_aligned_as_written(page: Page, decorated: Site) -> None:
    page.goto(decorated.address + "components/")
    cell = page.get_by_role("cell", name="1", exact=True)
    assert cell.evaluate("each => getComputedStyle(each).textAlign").endswith("right")


def test_material_is_loaded_on_pages_with_components_only(decorated: Site, site: Site) -> None:
    def loads(path: str) -> bool:
        return "assets/components.css" in decorated.html(path)

    assert {path for path in decorated.pages if loads(path)} == {
        "components/",
        "topics/",
        "about/messages/",  # its examples are code
    }
    assert (decorated.folder / "assets/material.css").is_file()
    assert not (site.folder / "assets/material.css").exists()
    assert "data:" in decorated.html("components/").split("Policy", 1)[1].split(">", 1)[0]
    assert "data:" not in decorated.html("").split("Policy", 1)[1].split(">", 1)[0]


def test_icons_and_links_of_the_settings_are_on_each_page(page: Page, decorated: Site) -> None:
    page.goto(decorated.address + "actors/")
    name = page.locator(".head-name")
    assert name.get_attribute("href") == "https://owner.example/"
    assert name.locator("svg path").count() == 1
    for link, address in (
        ("Source code", "https://code.example/owner/site"),
        ("Our posts", "https://social.example/@owner"),
        ("owner@owner.example", "mailto:owner@owner.example"),
        ("Deutsch", "/de/"),
    ):
        found = page.get_by_role("contentinfo").get_by_role("link", name=link)
        assert found.get_attribute("href") == address
    assert page.get_by_role("link", name="Next: Sources").is_visible()
