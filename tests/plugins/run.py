"""Build a new site with each plugin of plugins.toml, and compare it with the site without plugins.

Run in the environment of `make plugins`. Prints the table of the documentation.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from html.parser import HTMLParser
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "documentation/pages/owners/plugins.md"
BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}
ENVIRONMENT |= {"DISABLE_MKDOCS_2_WARNING": "true"}
ENVIRONMENT |= {f"GIT_{who}_{what}": "x@a.example" for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")}  # fmt: skip
# A statement that would run as a template, and a page with code and a picture.
HOSTILE = ("the bridge is to open in May", "the bridge {{ 1/0 }} {% x %} is to open in May")
PICTURE = "# Picture\n\n`{{ 7 * 7 }}`\n\n![A square](../a.svg)\n\n    two  spaces\n     here\n"


class Text(HTMLParser):
    """The text of a page without spaces, but as it is inside `<pre>`; its data, and its policy."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.verbatim = self.code = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.verbatim += tag == "pre"
        self.code += tag == "style" or (tag == "script" and "type" not in found)
        if found.get("http-equiv") == "Content-Security-Policy":
            self.parts.append(re.sub(r" 'sha256-[^']*'", "", found.get("content") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.verbatim -= tag == "pre"
        self.code = 0 if tag in {"script", "style"} else self.code

    def handle_data(self, data: str) -> None:
        if not self.code:
            self.parts.append(data if self.verbatim else "".join(data.split()))


def run(folder: Path, *command: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def tree(site: Path) -> dict[str, str]:
    """The files of a site, pages as their text; the search index is left out."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    kept = sorted(name for name in found if "pagefind/" not in name and name[0] != ".")
    texts = {name: found[name].read_bytes().decode("latin-1") for name in kept}
    return {
        name: "".join(Text(text).parts) if name.endswith(".html") else text
        for name, text in texts.items()
    }


def project(folder: Path) -> Path:
    """A new site in a git repository."""
    run(folder, BIN / "facts", "init", folder / "own", "--url", "https://own.made-up.example/sub/")
    root = folder / "own"
    article = root / "content/facts/example-news-2024-03-05.yaml"
    article.write_text(article.read_text(encoding="utf-8").replace(*HOSTILE), encoding="utf-8")
    (root / "content/pages/picture.md").write_text(PICTURE, encoding="utf-8")
    (root / "content/static").mkdir()
    (root / "content/static/a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Begin")):
        run(root, "git", *command)
    return root


def faults(root: Path, plain: Mapping[str, str], expected: Mapping[str, Any]) -> list[str]:
    """What comes of the plugin other than expected."""
    code, said = run(root, BIN / "facts", "check")
    warns = expected.get("warns", "No problems.")
    wrong = [said] if code or warns not in said else []
    code, said = run(root, BIN / "facts", "build", "--strict", "--out", root / "one")
    if refused := expected.get("refused"):
        return wrong if code == 3 and refused in said else [*wrong, said]
    if code or "policy blocks" in said:
        return [*wrong, said]
    run(root, BIN / "facts", "build", "--strict", "--out", root / "two")
    code, said = run(root, BIN / "mkdocs", "build", "--strict", "-d", root / "three")
    one, two, three = (tree(root / name) for name in ("one", "two", "three"))
    wrong += [f"differs in the second build: {name}" for name in one if one[name] != two.get(name)]
    wrong += [said] if code or three != one else []
    added = sorted(one.keys() - plain.keys())
    wrong += [] if added == sorted(expected.get("adds", ())) else [f"adds {added}"]
    wrong += [
        f"{name} changes"
        for name, text in plain.items()
        if one.get(name) != text
        and not any(fnmatch(name, each) for each in expected.get("changes", ()))
        and not name.startswith("sitemap.xml")
    ]
    for name, words in expected.get("shows", {}).items():
        if words not in (root / "one" / name).read_text(encoding="utf-8"):
            wrong.append(f"{name} does not show {words}")
    return wrong


def version(name: str) -> str:
    """The distribution of a plugin with its version."""
    names = (name, f"material/{name}")
    [found] = [each for each in entry_points(group="mkdocs.plugins") if each.name in names][:1]
    assert found.dist
    return f"{found.dist.name} {found.dist.version}"


def main() -> None:
    """Try each plugin, and compare the table with that of the documentation."""
    wrong: list[str] = []
    rows = ["| Plugin | Version | Result |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as made:
        root = project(Path(made))
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
        code, said = run(root, BIN / "facts", "build", "--strict", "--out", root / "plain")
        if code:
            raise SystemExit(said)
        plain = tree(root / "plain")
        for name, expected in tomllib.loads((HERE / "plugins.toml").read_text("utf-8")).items():
            ours = f"  - factsheets{':' * ('ours' in expected)}{expected.get('ours', '')}"
            lines = f"{ours.rstrip()}\n{expected['plugins'].strip(chr(10))}"
            changed = settings.replace("  - factsheets\n", f"{lines}\n")
            (root / "mkdocs.yml").write_text(changed, encoding="utf-8")
            found = faults(root, plain, expected)
            print(name, "as expected" if not found else "OTHERWISE", flush=True)
            wrong += [f"{name}: {each}" for each in found]
            rows.append(f"| {name} | {version(name.split()[0])} | {expected['result']} |")
            run(root, "git", "clean", "-qfdX", "docs")
    table = "\n".join(rows)
    if table not in PAGE.read_text(encoding="utf-8"):
        wrong.append(f"{PAGE.name} has another table than this one:\n{table}")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
