"""Colours of mkdocs.yml in a real browser: contrast, the button, and components of Material."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factsheets.datafiles import load_toml
from playwright.sync_api import Browser, Page

from tests.browser.sites import Site, built, served
from tests.browser.test_access import axe as axe
from tests.browser.test_access import check
from tests.helpers.look import with_components

pytestmark = pytest.mark.browser

COLOURS = load_toml("factsheets.site", "settings_table.toml")["colours"]
# The least contrast of these pairs with the colours of an element; pixels are what a reader sees.
_CONTRASTS = """([scheme, key, name]) => {
  const root = document.documentElement;
  for (const each of ["primary", "accent"]) root.removeAttribute(`data-md-color-${each}`);
  root.setAttribute("data-md-color-scheme", scheme);
  root.setAttribute(`data-md-color-${key}`, name.replaceAll(" ", "-"));
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


@pytest.fixture(scope="module")
def decorated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a palette, icons and a page with every component."""
    root = with_components(tmp_path_factory.mktemp("look"))
    with served(built(root)) as found:
        yield found


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("key", ["primary", "accent"])
def test_every_colour_keeps_text_readable(
    page: Page, decorated: Site, scheme: str, key: str
) -> None:
    page.goto(decorated.address)
    low: dict[str, Any] = {}
    for name in COLOURS[key][:-1]:
        for pair, contrast in page.evaluate(_CONTRASTS, [scheme, key, name]):
            if contrast < 4.5:
                low[f"{name}: {pair}"] = round(contrast, 2)
    assert low == {}
