"""A small working site with made-up content, as a start for another subject."""

from __future__ import annotations

import datetime
import json
import re

from factsheets.authoring.new import EXAMPLE_ARTICLE, SITE, example
from factsheets.content.json_schema import schema_files
from factsheets.content.kinds import KINDS
from factsheets.datafiles import list_files, load_text
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps
from factsheets.quotes.seeds import SeedRow, readme
from factsheets.site.about import example as about_example

_DAY = datetime.date(2024, 3, 5)
_TEXT = f"seeds/{EXAMPLE_ARTICLE}.txt"


def project(name: str, requirement: str, url: str = "") -> dict[str, str]:
    """Every file of a new project, by path.

    Args:
        name: The site's name.
        requirement: What pip installs: `factsheets==1.0`, or an address.
        url: The public address of the site, if known.
    """
    values = {
        "name": name,
        "name_in_quotes": json.dumps(name, ensure_ascii=False),
        "url_in_quotes": json.dumps(url),
        "requirement": requirement,
        "about": about_example(before="  # "),
    }
    # The page for contributors shows an example of each kind of file.
    values |= {kind: example(kind).removesuffix("\n") for kind in KINDS}
    # A file named .gitignore would take effect in the program's own folder.
    files = {
        path.replace("dot-gitignore", ".gitignore"): _filled(
            load_text(__package__, f"{SITE}/{path}"), values
        )
        for path in list_files(__package__, SITE)
    }
    return files | schema_files() | _capture(files[_TEXT])


def _filled(text: str, values: dict[str, str]) -> str:
    """`text` with each `@key@` replaced by its value; values are not searched again."""
    return re.sub(r"@(\w+)@", lambda found: values[found[1]], text)


def _capture(text: str) -> dict[str, str]:
    """The capture of the example, and the list of captures."""
    taken = capture(text, published=_DAY, captured=_DAY)
    name = _TEXT.rpartition("/")[2]
    row = SeedRow(EXAMPLE_ARTICLE, name, "https://news.example/bridge", taken.sha256)
    return {f"seeds/{EXAMPLE_ARTICLE}.json": dumps(taken), "seeds/README.md": readme([row])}
