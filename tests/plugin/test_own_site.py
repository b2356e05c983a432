"""Another owner's site, changed as its owner would change it."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from factsheets.cli import main
from factsheets.storage import templates

from tests.browser.sites import ENVIRONMENT
from tests.helpers.projects import change, facts, tree, write
from tests.plugin.test_plugin import mkdocs, serving

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The files that `facts init` creates."""
    made = CliRunner().invoke(
        main, ["init", str(tmp_path / "own"), "--url", "https://news.example/"]
    )
    assert made.exit_code == 0, made.output
    return tmp_path / "own"


def set_up(root: Path, old: str, new: str) -> None:
    change(root, "mkdocs.yml", old, new)


# Settings and plugins

_TWICE = """\
from mkdocs.commands.build import build

runs = []

def on_post_build(config):
    runs.append(config.site_dir)
    if len(runs) == 1:
        outer, config.site_dir = config.site_dir, config.site_dir + "/again"
        build(config)
        config.site_dir = outer
"""


@pytest.mark.parametrize("command", [("facts",), ("mkdocs",)])
def test_a_plugin_that_builds_again_within_a_build_waits_for_nobody(
    root: Path, command: tuple[str, ...]
) -> None:
    write(root, "twice.py", _TWICE)
    set_up(root, "plugins:\n", "hooks: [twice.py]\nplugins:\n")
    done = mkdocs(root, "build") if command == ("mkdocs",) else facts(root, "build")
    assert getattr(done, "returncode", 0) == getattr(done, "exit_code", 0) == 0, done.stderr
    assert (root / "site/facts/example-bridge-may/index.html").is_file()
    assert (root / "site/again/facts/example-bridge-may/index.html").is_file()


_ADDRESSES = {
    "the setting": ("docs_dir: docs\n", "docs_dir: docs\nuse_directory_urls: false\n"),
    "the plugin": ("  - factsheets\n", "  - factsheets\n  - offline\n"),
    "the plugin, before ours": ("  - factsheets\n", "  - offline\n  - factsheets\n"),
}


@pytest.mark.parametrize("how", _ADDRESSES)
def test_addresses_without_folders_are_refused_in_one_line(root: Path, how: str) -> None:
    set_up(root, *_ADDRESSES[how])
    done = facts(root, "build")
    assert done.exit_code == 3, done.output
    line = done.stderr.splitlines()[-1]
    assert line.startswith("facts: mkdocs.yml: use_directory_urls is false")
    assert line.endswith(f"Remove the {how.partition(' ')[2].partition(',')[0]}.")
    plain = mkdocs(root, "build")
    assert plain.returncode == 1
    assert line.removeprefix("facts: ") in plain.stderr + plain.stdout
    assert "Traceback" not in plain.stderr
    assert not (root / "site").exists()


def test_a_page_that_mkdocs_leaves_out_ends_the_build_in_one_line(root: Path) -> None:
    set_up(root, "docs_dir: docs\n", "docs_dir: docs\nexclude_docs: /topics/bridge.md\n")
    done = facts(root, "build")
    assert done.exit_code == 3, done.output
    assert (
        "facts: topics/bridge/index.html is missing in the new site, so the old one was kept."
        in done.stderr
    )
    assert not (root / "site").exists()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme_below_ours_changes_no_page(root: Path, theme: str) -> None:
    assert facts(root, "build").exit_code == 0
    before = tree(root / "site")
    set_up(root, "  name: material\n", f"  name: {theme}\n")
    assert facts(root, "build").exit_code == 0
    assert tree(root / "site").keys() == before.keys()
    assert tree(root / "site")["topics/bridge/index.html"] == before["topics/bridge/index.html"]


def test_the_owner_extends_the_policy_of_the_pages(root: Path) -> None:
    set_up(
        root,
        "  - factsheets\n",
        "  - factsheets:\n      csp:\n        script-src: [https://stats.example]\n",
    )
    assert facts(root, "build").exit_code == 0
    for name, data in tree(root / "site").items():
        if name.endswith(".html"):
            assert data.count(b" https://stats.example; style-src 'self'; ") == 1, name


_SCRIPTS = """\
def on_post_page(output, **more):
    return output.replace("</head>", "<script>one()</script></head>").replace(
        "</body>", "<style>b{}</style><script>two()</script></body>"
    )
"""


def test_what_the_policy_stops_is_named_once(root: Path) -> None:
    write(root, "hook.py", _SCRIPTS)
    set_up(root, "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    [allowed] = re.findall(r"csp: \{(.*?)\}", done.stderr)
    hashes = re.findall(r"'sha256-[^']+'", allowed)
    assert len(hashes) == 2
    page = (root / "site/index.html").read_text(encoding="utf-8")
    assert not any(each in page for each in hashes)
    head = "sha256-" + base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    assert head in page  # only the theme and plugins write there
    set_up(root, "  - factsheets\n", f"  - factsheets: {{csp: {{{allowed}}}}}\n")
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    assert "csp:" not in done.stderr
    page = (root / "site/index.html").read_text(encoding="utf-8")
    assert all(each in page for each in hashes)


@pytest.mark.parametrize(
    ("directive", "source", "message"),
    [
        ("script-src", "'unsafe-inline'", "'unsafe-inline' is not allowed in script-src."),
        ("default-src", "https://a.example", "default-src cannot be extended."),
    ],
)
def test_a_policy_that_lets_text_run_is_refused(
    root: Path, directive: str, source: str, message: str
) -> None:
    set_up(
        root,
        "  - factsheets\n",
        f'  - factsheets:\n      csp:\n        {directive}: ["{source}"]\n',
    )
    done = subprocess.run(
        [sys.executable, "-c", "from factsheets.cli import run; run()", "build"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode == 3
    assert message in done.stderr
    assert not (root / "site").exists()


_WITHOUT_EFFECT = {
    "  font: false\n": "  font: {text: Lato}\n  features: [toc.follow]\n",
    "  - factsheets\n": "  - factsheets\n  - search\n",
    "docs_dir: docs\n": "docs_dir: docs\nremote_branch: pages\n",
}


def test_settings_without_effect_are_told_once_and_never_refused(root: Path) -> None:
    for old, new in _WITHOUT_EFFECT.items():
        set_up(root, old, new)
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    told = re.findall(r"mkdocs\.yml:(\d+):\d+: warning: .*\[setting-without-effect\]", done.stdout)
    assert [lines[int(number) - 1].split(":")[0].strip() for number in told] == [
        "remote_branch",
        "font",
        "features",
        "- search",
    ]
    plain = mkdocs(root, "build", "--strict")
    assert plain.returncode == 0, plain.stderr
    assert plain.stderr.count("[setting-without-effect]") == len(told)


@pytest.mark.parametrize("key", ["logo", "favicon"])
def test_a_picture_of_the_theme_is_shown_or_missed(root: Path, key: str) -> None:
    set_up(root, "  font: false\n", f"  font: false\n  {key}: mine.svg\n")
    done = facts(root, "build")
    assert done.exit_code == 3
    assert f"mkdocs.yml: theme.{key} is mine.svg, which is not in the site." in done.stderr
    assert not (root / "site").exists()
    write(root, "content/static/mine.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert facts(root, "build").exit_code == 0
    page = (root / "site/topics/bridge/index.html").read_text(encoding="utf-8")
    assert page.count('"../../mine.svg"') == 1
    assert (root / "site/mine.svg").is_file()


def test_the_author_of_the_site_is_named(root: Path) -> None:
    set_up(root, "docs_dir: docs\n", 'docs_dir: docs\nsite_author: "Ada & \\"Co\\""\n')
    assert facts(root, "build").exit_code == 0
    page = (root / "site/index.html").read_text(encoding="utf-8")
    assert '<meta name="author" content="Ada &amp; &#34;Co&#34;">' in page


_TEMPLATES = """\
from jinja2 import Template
from mkdocs.plugins import event_priority

@event_priority(90)
def on_page_markdown(markdown, page, **more):
    # As mkdocs-macros does.
    if page.meta.get("render_macros") is False:
        return markdown
    page.meta["title"] = Template(page.title).render()
    return Template(markdown).render()
"""


@pytest.mark.parametrize("allowed", [False, True])
def test_no_plugin_runs_the_text_of_contributors_as_a_template(root: Path, allowed: bool) -> None:
    write(root, "hook.py", _TEMPLATES)
    set_up(root, "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    if allowed:
        set_up(root, "  - factsheets\n", "  - factsheets: {allow_html: true}\n")
    words = '"the bridge {{ 1 / 0 }} is to open in May"'
    article = "content/facts/example-news-2024-03-05.yaml"
    change(root, article, '"the bridge is to open in May"', words)
    write(root, "content/pages/sum.md", "# Sum\n\n`{{ 7 * 7 }}`\n")
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    made = tree(root / "site")
    assert b"the bridge {{ 1 / 0 }} is" in made["facts/example-bridge-may/index.html"]
    assert (b"<code>49</code>" in made["sum/index.html"]) is allowed
    assert b"{{" in made["about/messages/index.html"]


def test_a_hook_that_fails_is_no_fault_of_the_program(root: Path) -> None:
    write(root, "hook.py", "def on_page_content(html, **more):\n    return 1 / 0\n")
    set_up(root, "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    done = facts(root, "build")
    assert done.exit_code == 3, done.output
    assert done.stderr.splitlines()[-1].startswith(
        "facts: The plugin or hook hook.py, which mkdocs.yml names, failed: ZeroDivisionError"
    )
    set_up(root, "hooks: [hook.py]", "hooks: [other.py]")
    write(
        root,
        "other.py",
        "from mkdocs.exceptions import PluginError\n"
        "def on_nav(nav, **more):\n    raise PluginError('no such page')\n",
    )
    done = facts(root, "build")
    assert done.exit_code == 3, done.output
    assert done.stderr.splitlines()[-1] == "facts: MkDocs: no such page"
    assert not (root / "site").exists()


_NAVIGATION = {
    "one that has sections": (
        "  - More:\n      - Press: https://press.example/\n      - Add: about/add.md\n",
        ["topics/", "https://press.example/", "about/add/"],
        "facts/",
    ),
    # The page /about/ leads to those below it.
    "none": (None, ["topics/", "actors/", "facts/", "about/"], "facts/example-lanes/"),
}


@pytest.mark.parametrize("which", _NAVIGATION)
def test_a_navigation_of_ones_own_leads_everywhere(root: Path, which: str) -> None:
    added, here, not_here = _NAVIGATION[which]
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    own = text.replace("  - Statements: facts/index.md\n", "") + added if added else ""
    write(root, "mkdocs.yml", own or text.partition("\nnav:\n")[0] + "\n")
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    page = (root / "site/index.html").read_text(encoding="utf-8")
    [bar] = re.findall(r'<nav class="head-nav".*?</nav>', page, re.DOTALL)
    links = re.findall(r'href="([^"]*)"', bar)
    assert set(here) <= set(links)
    assert not_here not in links
    assert len(links) == len(set(links))


def test_strict_shows_the_warnings_that_it_refuses(root: Path) -> None:
    set_up(root, "  - Data: data.md\n", "  - Data: data.md\n  - Gone: gone.md\n")
    assert facts(root, "build").exit_code == 0
    done = facts(root, "build", "--strict")
    assert done.exit_code == 3
    shown, refused = done.stderr.strip().splitlines()
    assert "'gone.md'" in shown
    assert refused == "facts: MkDocs or a plugin gave the warnings above, and --strict allows none."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nav: [", "6: The bracket [ that opens here is not closed."),
        ("site_author: Ada: mayor", "14: YAML reads the colon in this text as a new field."),
        ("\tsite_author: Ada", "1: Line 2 starts with a tab. YAML needs spaces."),
    ],
)
def test_a_mistake_in_the_yaml_of_the_settings_is_explained(
    root: Path, line: str, message: str
) -> None:
    write(root, "mkdocs.yml", f"site_name: Own\n{line}\n")
    done = facts(root, "build")
    assert done.exit_code == 3
    assert done.stderr.startswith(f"facts: mkdocs.yml:2:{message}")
    assert "--fix" not in done.stderr


# The search


def test_strict_refuses_a_site_without_search(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert facts(root, "build", "--strict").exit_code == 0
    before = tree(root / "site")
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "pagefind_bin", None)
        done = facts(root, "build", "--strict")
        assert done.exit_code == 3, done.output
        assert "pip install 'pagefind[bin]'" in done.stderr.splitlines()[-1]
        assert tree(root / "site") == before
        done = facts(root, "build")
        assert done.exit_code == 0
        assert "the site has no search, and says so" in done.stderr
    assert not (root / "site/pagefind").exists()
    broken = "import sys; sys.modules['pagefind_bin'] = None\n"
    write(root, "broken.py", broken)
    set_up(root, "plugins:\n", "hooks: [broken.py]\nplugins:\n")
    plain = mkdocs(root, "build", "--strict")
    assert plain.returncode == 1
    assert "pip install 'pagefind[bin]'" in plain.stderr + plain.stdout


# A folder of the site that cannot be replaced


@pytest.mark.skipif(sys.platform != "linux", reason="mounts are made as on Linux")
def test_a_volume_in_the_place_of_the_site_is_filled(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
    (root / "site").mkdir()
    script = """
        mount -t tmpfs tmpfs site || exit 99
        "$0" -c "from factsheets.cli import run; run()" build || exit
        touch site/stale.html && mkdir site/lost+found
        "$0" -c "from factsheets.cli import run; run()" build || exit
        cp -r site/. filled
    """
    who = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run(
        [*who, "sh", "-c", script, sys.executable],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode == 0, done.stderr
    assert facts(root, "build").exit_code == 0
    assert tree(root / "filled") == tree(root / "site")


# Templates


def test_a_change_in_the_owners_theme_is_served(root: Path) -> None:
    set_up(root, "  font: false\n", "  font: false\n  custom_dir: overrides\n")
    write(root, "overrides/partials/footer.html", "<footer>First</footer>")
    with serving(root) as served:
        served.until("topics/bridge/", lambda page: "<footer>First</footer>" in page)
        write(root, "overrides/partials/footer.html", "<footer>Second</footer>")
        served.until("topics/bridge/", lambda page: "<footer>Second</footer>" in page)


def test_a_template_written_for_material_changes_its_blocks(root: Path) -> None:
    set_up(root, "  font: false\n", "  font: false\n  custom_dir: overrides\n")
    own = """{% extends "base.html" %}
{% block announce %}Closed on Monday{% endblock %}
{% block extrahead %}<meta name="own" content="1">{% endblock %}
{% block footer %}{{ super() }}<p>Ours</p>{% endblock %}
"""
    write(root, "overrides/main.html", own)
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    for name in ("index.html", "facts/example-bridge-may/index.html", "404.html"):
        page = (root / "site" / name).read_text(encoding="utf-8")
        assert page.index('name="own"') < page.index("Closed on Monday") < page.index("<main")
        assert page.index('class="foot"') < page.index("<p>Ours</p>")


def test_eject_copies_each_file_that_it_lists(root: Path) -> None:
    names = facts(root, "eject", "--list").stdout.split()
    assert {"pages/topic.html.j2", "partials/card.html.j2", "theme/assets/site.css"} <= set(names)
    for name in names:
        done = facts(root, "eject", name)
        assert done.exit_code == 0, done.output
        assert f"site-templates/{name}" in done.stdout
    program = templates.package_files()
    copied = tree(root / "site-templates")
    assert copied.keys() == set(names)
    for name in names:
        first, rest = copied[name].split(b"\n", 1)
        stamp = b"Copied by facts eject from factsheets"
        assert program[name].read_bytes() == (rest if stamp in first else copied[name])
    assert facts(root, "build").exit_code == 0


def test_a_template_that_replaces_none_is_named(root: Path) -> None:
    assert facts(root, "eject", "pages/topic.html.j2").exit_code == 0
    for name in ("pages/topics-mine.html.j2", "topic.html.j2", "partials/mine.html.j2"):
        write(root, f"site-templates/{name}", "Mine")
    done = facts(root, "check")
    assert done.exit_code == 0, done.output
    named = re.findall(r"(\S+):1:1: warning: .*\[template-without-effect\]", done.output)
    assert named == ["site-templates/pages/topics-mine.html.j2", "site-templates/topic.html.j2"]


def test_eject_never_overwrites(root: Path) -> None:
    write(root, "site-templates/pages/topic.html.j2", "mine")
    done = facts(root, "eject", "pages/topic.html.j2")
    assert done.exit_code == 2
    assert "site-templates/pages/topic.html.j2 already exists" in done.stderr
    assert tree(root / "site-templates") == {"pages/topic.html.j2": b"mine"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "facts eject --list"),
        (("theme/partials/foter.html",), "Is theme/partials/footer.html meant?"),
        (("../mkdocs.yml",), "There is no file ../mkdocs.yml."),
    ],
)
def test_eject_refuses_what_the_program_does_not_have(
    root: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = facts(root, "eject", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (root / "site-templates").exists()


def test_eject_follows_no_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "site-templates").symlink_to(tmp_path / "elsewhere")
    done = facts(root, "eject", "pages/topic.html.j2")
    assert done.exit_code == 3
    assert "symbolic link" in done.stderr
    assert tree(tmp_path / "elsewhere") == {}


def test_the_name_may_begin_with_the_folder(root: Path) -> None:
    assert facts(root, "eject", "site-templates/theme/404.html").exit_code == 0
    assert (root / "site-templates/theme/404.html").is_file()


_BROKEN = {
    "{% if %}": "Expected an expression, got 'end of statement block'",
    "{{ nothing.there }}": "'nothing' is undefined",
    '{% include "nothing.html" %}': "there is no template nothing.html",
    "{{ 1 / 0 }}": "division by zero",
}


@pytest.mark.parametrize(
    "name", ["pages/topic.html.j2", "partials/macros.html.j2", "theme/partials/footer.html"]
)
def test_an_error_in_a_template_of_the_site_is_named_with_its_line(root: Path, name: str) -> None:
    text = templates.package_files()[name].read_text(encoding="utf-8")
    for broken, message in _BROKEN.items():
        write(root, f"site-templates/{name}", f"{text}\n{broken}\n")
        line = text.count("\n") + 2
        done = facts(root, "build")
        assert done.exit_code == 3, done.output
        assert done.stderr.splitlines()[-1] == (
            f"facts: site-templates/{name}:{line}: This template has an error: {message}."
        )
        assert not (root / "site").exists()
