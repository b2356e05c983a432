"""The pages of the reference, printed from the program: a hook of MkDocs and properdocs.

Each page is a template in templates/, printed with tables that the program itself uses. While
`mkdocs serve` runs, changes of the program need a restart.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import inspect
import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, groupby
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import click
from click.testing import CliRunner
from factsheets.authoring.drafting import document as drafts
from factsheets.authoring.init import project
from factsheets.cli import EXIT_CODES, main
from factsheets.content.article import Fact
from factsheets.content.field_help import example_of, known_fields
from factsheets.content.kinds import KINDS
from factsheets.content.types import ACTS, SOURCE_KINDS
from factsheets.data import lists, tables
from factsheets.datafiles import load_text, load_toml, unwrapped
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems import problem
from factsheets.problems.catalogue import Code, catalogue, shown
from factsheets.site import hand_written, views
from factsheets.site.settings import TABLE, Settings
from factsheets.site.unused_settings import rows as theme_rows
from factsheets.site.views.downloads import LISTS, data_groups
from factsheets.site.views.pages import site_pages
from factsheets.site.views.site import site
from factsheets.storage import templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
DAY = datetime.date(2024, 3, 5)
RECORDS: dict[str, type[Any]] = {"fact": Fact} | {name: kind.record for name, kind in KINDS.items()}
Page = tuple[str, str, dict[str, Any]]
"""The name of a page below reference/, its template and what that prints."""


def on_config(config: Any) -> Any:
    """Put the pages into the section Reference of the navigation, each folder as a section."""
    nav: list[Any] = []
    for folder, held in groupby(pages(), lambda name: name.rpartition("/")[0]):
        uris = [f"reference/{name}.md" for name in held]
        nav += [{folder.capitalize(): uris}] if folder else uris
    for entry in config.nav:
        if "Reference" in entry:
            entry["Reference"] = nav
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages, with the page class of the engine that runs this hook."""
    generated = type(next(iter(files))).generated
    for name, text in pages().items():
        files.append(generated(config, f"reference/{name}.md", content=text))
    return files


@cache
def pages() -> dict[str, str]:
    """The Markdown of each page by its name below reference/, in the order of the navigation."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=False,  # noqa: S701 - it prints Markdown of the program's own texts
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(linked=linked, anchor_of=view_anchor)
    environment.globals.update(
        fields_of=attributes,
        code_links=code_links,
        lists=lists.LISTS,
        record_link=record_link,
        unwrapped=unwrapped,
        is_view=is_view,
        view_rows=view_rows,
        type_text=type_text,
    )
    sections = (_fields, _settings, _commands, _messages, _outputs, _templates)
    index = {"codes": catalogue(), "commands": main.commands}
    inner = [page for section in sections for page in section()]
    found = [("index", "index", index), *inner, ("glossary", "glossary", {})]
    return {
        name: environment.get_template(f"{template}.md.j2").render(given)
        for name, template, given in found
    }


# Text


def plain(text: str) -> str:
    """A text of the program as Markdown that prints the same."""
    return re.sub(r"([\\*_{}\[\]<>#|])", r"\\\1", text)


def linked(text: str) -> str:
    """A text in which commands, settings and fields are code, and links to their entries."""
    code = (
        rf"(`[^`]*`|facts (?:{'|'.join(main.commands)})\b(?: --[a-z]+)?"
        r"|(?<!\w)--[a-z]+|extra\.[a-z_]+|\b[a-z]+(?:_[a-z]+)+\b|\{[^}]*\}"
        r"|(?<!\w)/(?:[a-z<>]+/)+|\b(?:[a-z-]+/)*[a-z]+\.(?:yaml|yml|json|csv|md|css|html)\b|<[a-z]+>)"
    )
    parts = enumerate(re.split(code, text))  # every second one is code
    return "".join(_code(part.strip("`")) if number % 2 else plain(part) for number, part in parts)


def _code(text: str) -> str:
    """Code, as a link if it is a command, a setting or a field of a statement."""
    command, setting = re.match("facts ([a-z]+)", text), re.fullmatch(r"extra\.([a-z_]+)", text)
    if command and command[1] in main.commands:
        return f"[`{text}`](/reference/commands/{command[1]}.md)"
    if setting and setting[1] in TABLE["extra"]:
        return f"[`{text}`](/reference/settings.md#{setting[1]})"
    for name, record in RECORDS.items():
        if "_" in text and text in known_fields(record):
            return f"[`{text}`](/reference/fields/{name}.md#{text})"
    return f"`{text}`"


def attributes(record: type) -> dict[str, str]:
    """The meanings of attributes, from the part `Attributes:` of a docstring."""
    found = inspect.cleandoc(record.__doc__ or "").partition("Attributes:\n")[2]
    texts = re.findall(r"^    (\w+): ((?:.+\n?(?:     +.*\n?)*))", found, re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in texts}


# Fields


@dataclasses.dataclass(frozen=True)
class Group:
    """A record on its page, or a group of fields at `path` within it."""

    page: str
    path: str
    record: type[Any]

    @property
    def entries(self) -> Iterator[dict[str, Any]]:
        """Each field with what its entry prints."""
        words = load_toml("factsheets.content", "fields.toml")["words"]
        for name, info in known_fields(self.record).items():
            known = {tuple(ACTS): ACTS, tuple(SOURCE_KINDS): SOURCE_KINDS}.get(info.choices)
            path = f"{self.path}.{name}".removeprefix(".")
            yield {
                "name": path,
                "anchor": path.replace(".", "-"),
                "info": info,
                "doc": info.doc.partition(f" {info.choices[0]}: ")[0] if known else info.doc,
                "words": known or words.get(self.record.__name__, {}).get(name, {}),
                "example": example_of(self.record, name).strip(),
                "codes": [c for c in catalogue() if (self.page, path) in concerned(c)],
            }


@cache
def field_pages() -> dict[str, list[Group]]:
    """The groups of fields on each page; a fact has a separate page."""
    found = {}
    for page, record in RECORDS.items():
        found[page] = groups = [Group(page, "", record)]
        for group in groups:
            known = {each.record for each in groups} | {Fact}
            groups += [
                Group(page, f"{group.path}.{name}".removeprefix("."), info.record)
                for name, info in known_fields(group.record).items()
                if info.record and info.record not in known
            ]
    return found


def record_link(record: type[Any] | None) -> str:
    """The address of the fields of a record, empty for other classes."""
    for group in chain.from_iterable(field_pages().values()):
        if group.record is record:
            anchor = f"#{group.path.replace('.', '-')}-fields" if group.path else ""
            return f"/reference/fields/{group.page}.md{anchor}"
    return ""


@cache
def concerned(code: str) -> list[tuple[str, str]]:
    """The fields, each with its page, that all examples of a code have, or all wrong ones."""
    entry = catalogue()[code]
    page = entry.kind.removeprefix("whole ")
    if page not in RECORDS:
        return []
    wrong, right = (
        [set(re.findall(r"^(\w+):", each, re.MULTILINE)) for each in held]
        for held in (entry.wrong, entry.right)
    )
    names = set.intersection(*wrong, *right) or set.intersection(*wrong)
    return [(page, name) for name in known_fields(RECORDS[page]) if name in names]


def _fields() -> Iterator[Page]:
    types = load_toml("factsheets.content", "fields.toml")["types"]
    yield "fields/index", "fields", {"types": types, "kinds": KINDS, "fact": Fact}
    for name in ("article", "fact", "actor", "topic", "event"):
        kind = KINDS.get(name) or KINDS["article"]
        place = next(each for each in sample() if each.startswith(f"{kind.folder}/"))
        given = {"name": name, "kind": kind, "groups": field_pages()[name]}
        yield f"fields/{name}", "record", {**given, "place": place, "whole": sample()[place]}
    yield "fields/page", "page", {"fields": hand_written.FIELDS}


def _settings() -> Iterator[Page]:
    yield "settings", "settings", {"table": TABLE}
    rows = {group: list(found) for group, found in groupby(theme_rows(), key=lambda row: row[0])}
    yield "theme", "theme", {"groups": rows}
    yield "environment", "environment", {"table": TABLE["environment"]}


# Commands


def command(name: str) -> click.Context:
    """The context of a command."""
    context = click.Context(main, info_name="facts")
    found = main.resolve_command(context, [name])[1]
    assert found is not None  # noqa: S101 - it is one of main.commands
    return click.Context(found, context, info_name=name)


def _commands() -> Iterator[Page]:
    lines = {name: each.short_help for name, each in main.commands.items()}
    makefile = (HERE.parent / "Makefile").read_text(encoding="utf-8")
    shown_options = [each.get_help_record(click.Context(main)) for each in main.params]
    given = {"lines": lines, "exit_codes": EXIT_CODES, "options": shown_options}
    yield "commands/index", "commands", given
    for name in lines:
        context = command(name)
        records = [each.get_help_record(context) for each in context.command.params]
        given = {
            "name": name,
            "usage": context.get_usage().removeprefix("Usage: "),
            "help": inspect.cleandoc(context.command.help or ""),
            "options": [record for record in records if record and record[1]],
            "examples": examples().get(name, ()),
        }
        yield f"commands/{name}", "command", given
    targets = re.findall(r"^([a-z]+):.*## (.+)$", makefile, re.MULTILINE)
    variables = re.findall(r"^([A-Z]+) \?= (.+)$", makefile, re.MULTILINE)
    yield "make", "make", {"targets": targets, "variables": variables}


@cache
def examples() -> dict[str, list[dict[str, Any]]]:
    """Calls of each command, and their output in the project that `facts init` makes."""
    calls = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))
    found: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, text in sample().items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        for name, entries in calls.items():
            found[name] = [{**each, "output": _run(each)} for each in entries]
    return found


def _run(entry: dict[str, Any]) -> str:
    """The output of a call, if the entry asks for it, with the change that it names."""
    if not entry.get("run"):
        return ""
    file, old, new = entry.get("with", ("mkdocs.yml", "", ""))
    before = Path(file).read_text(encoding="utf-8")
    Path(file).write_text(before.replace(old, new), encoding="utf-8")
    environment = {"SOURCE_DATE_EPOCH": "1772668800"}  # two years after the example's article
    done = CliRunner(env=environment).invoke(main, entry["call"].split()[1:])
    assert done.exit_code == entry.get("code", 0), done.output  # noqa: S101 - shown by MkDocs
    Path(file).write_text(before, encoding="utf-8")
    return done.output.rstrip()


# Messages


@cache
def message_groups() -> dict[str, tuple[str, list[Code]]]:
    """The codes of each file in problems/codes/, with the comment at its head."""
    found = {}
    for name, codes in groupby(catalogue().values(), lambda code: code.group):
        head = load_text("factsheets.problems", f"codes/{name}.toml").partition("\n")[0]
        found[name] = (head.removeprefix("# "), list(codes))
    return found


def code_links(codes: Iterable[str]) -> str:
    """Links to the entries of codes."""
    known = catalogue()
    return ", ".join(f"[`{c}`](/reference/messages/{known[c].group}.md#{c})" for c in codes)


def _messages() -> Iterator[Page]:
    yield "messages/index", "messages", {"groups": message_groups()}
    for name, (title, codes) in message_groups().items():
        given = {"name": name, "title": title, "codes": codes, "concerned": concerned}
        yield f"messages/{name}", "group", {**given, "shown": shown}


# Outputs


@cache
def sample() -> dict[str, str]:
    """The files of the project that `facts init` makes."""
    return project("Who said what", "factsheets", "https://news.example/statements/")


def _outputs() -> Iterator[Page]:
    described = tomllib.loads((HERE / "files.toml").read_text(encoding="utf-8"))
    yield "outputs/index", "outputs", {"groups": data_groups(), "others": described}
    for name in LISTS:
        each = lists.LISTS[name]
        given = {"name": name, "fields": each.fields, "removed": lists.REMOVED}
        yield f"outputs/{name}", "list", given
    yield "outputs/tables", "tables", {"files": tables.TABLES, "details": tables.DETAILS}
    json_reports = [each["output"] for each in examples()["reports"]]
    yield "outputs/reports", "reports", {"json": json_reports, "problem": problem, "drafts": drafts}


# Templates


def is_view(found: object) -> bool:
    """Whether it is a class of the views."""
    return dataclasses.is_dataclass(found) and found.__module__.startswith(f"{views.__name__}.")


def view_anchor(view: type[Any]) -> str:
    """The anchor of a view, which has the name of its module: several are called Row."""
    return f"{view.__module__.rpartition('.')[2]}-{view.__name__}".lower()


def _classes(hint: Any) -> Iterator[type[Any]]:
    """The classes that an annotation names."""
    yield from (each for inner in get_args(hint) for each in _classes(inner))
    if isinstance(named := get_origin(hint) or hint, type):
        yield named


def view_rows(view: type[Any]) -> list[tuple[str, str, str, list[type[Any]]]]:
    """The name, type, meaning and classes of each field and property of a view."""
    types = {each.name: str(each.type) for each in dataclasses.fields(view)}
    hints, meanings = get_type_hints(view), attributes(view)
    for name, each in inspect.getmembers(view, lambda found: isinstance(found, property)):
        types[name] = each.fget.__annotations__["return"]
        hints[name] = get_type_hints(each.fget)["return"]
        meanings[name] = (inspect.getdoc(each) or "").partition("\n\n")[0]
    return [
        (name, types[name], meanings.get(name, ""), list(_classes(hints[name]))) for name in types
    ]


def type_text(text: str, classes: Iterable[type[Any]]) -> str:
    """An annotation of a view, with links to the views and records that it names."""
    text = plain(text)
    for each in classes:
        address = f"#{view_anchor(each)}" if is_view(each) else record_link(each)
        if address:
            text = re.sub(rf"\b{each.__name__}\b(?!\]\()", f"[{each.__name__}]({address})", text)
    return text


def _with_inner(roots: Iterable[type[Any]]) -> list[type[Any]]:
    """These views and all that their fields and properties lead to."""
    found = list(dict.fromkeys(roots))
    for view in found:
        inner = [each for *_, classes in view_rows(view) for each in classes if is_view(each)]
        found += [each for each in dict.fromkeys(inner) if each not in found]
    return sorted(found, key=lambda each: (each.__name__, each.__module__))


def _given() -> dict[str, dict[str, type[Any]]]:
    """What each kind of page gives its template, by name, in the project of `facts init`."""
    files = {name: text.encode() for name, text in sample().items()}
    files["content/topics/bridge.yaml"] += b"former_ids: [crossing]\n"
    files["content/topics/old.yaml"] = b"status: removed\ndate: 2024-03-05\nreason: error\n"
    dataset = check(Inputs(files), DAY).value
    assert dataset is not None  # noqa: S101 - its content has no errors
    found: dict[str, dict[str, type[Any]]] = {}
    for page in site_pages(site(dataset, Settings("Name", "https://news.example/", DAY))):
        for name, value in {**page.given, "title": "", "introduction": ""}.items():
            first = value[0] if isinstance(value, tuple) and value else value
            found.setdefault(page.kind, {})[name] = type(first)
    return {**found, "more": found["topic"]}


def _templates() -> Iterator[Page]:
    given, rows = _given(), []
    for name, path in templates.package_files().items():
        text = path.read_text(encoding="utf-8")
        folder, _, file = name.rpartition("/")
        known = given.get(file.partition(".")[0], {}) if folder in {"pages", "plain"} else {}
        row = {
            "name": name,
            "folder": folder,
            "about": head_comment(text),
            "blocks": re.findall(r"\{%-? block (\w+)", text) if path.suffix == ".html" else [],
            "variables": {key: known[key] for key in known if re.search(rf"\b{key}\b", text)},
        }
        rows.append(row)
    roots = [each for held in given.values() for each in held.values() if is_view(each)]
    yield "templates/index", "templates", {"rows": rows}
    yield "templates/views", "views", {"views": _with_inner(roots)}


def head_comment(text: str) -> str:
    """The comment at the head of a template, a script, a style sheet or a file of settings."""
    found = re.match(r"\s*(?:\{#-?|/\*|<!--)(.*?)(?:-?#\}|\*/|-->)", text, re.DOTALL)
    lines = re.match(r"(?:(?://|#) .*\n)*", text)
    comment = found[1] if found else re.sub("(?m)^(//|#)", "", lines[0]) if lines else ""
    return " ".join(comment.split())
