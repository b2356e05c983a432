"""The pages of the reference, printed from the program: a hook of MkDocs and properdocs.

Each page is a template in templates/, printed with tables that the program itself uses. While
`mkdocs serve` runs, changes of the program need a restart.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import inspect
import json
import pkgutil
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, cast

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
from factsheets.datafiles import list_files, load_text, load_toml, unwrapped
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems import problem, reports
from factsheets.problems.catalogue import Code, catalogue, shown
from factsheets.site import hand_written, views
from factsheets.site.settings import TABLE, Settings
from factsheets.site.views.downloads import LISTS, data_groups
from factsheets.site.views.pages import site_pages
from factsheets.site.views.site import site
from factsheets.storage import templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
DAY = datetime.date(2024, 3, 5)
Page = tuple[str, str, dict[str, Any]]
"""The name of a page below reference/, its template and what that prints."""


def on_config(config: Any) -> Any:
    """Put the pages into the section Reference of the navigation."""
    for entry in config.nav or ():
        if "Reference" in entry:
            entry["Reference"] = _nav(pages())
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages. Their class is that of the engine that runs this hook."""
    generated = type(next(iter(files))).generated
    for name, text in pages().items():
        files.append(generated(config, f"reference/{name}.md", content=text))
    return files


def _nav(names: Iterable[str]) -> list[Any]:
    """A section for each folder, named after it."""
    found: list[Any] = []
    for folder, held in groupby(names, lambda name: name.rpartition("/")[0]):
        uris: list[Any] = [f"reference/{name}.md" for name in held]
        found += [{folder.capitalize(): uris}] if folder else uris
    return found


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
    environment.filters.update(linked=linked, plain=plain, anchor_of=view_anchor)
    environment.globals.update(
        fields_of=attributes,
        group_of=group_of,
        lists=lists.LISTS,
        record_link=record_link,
        unwrapped=unwrapped,
        is_view=is_view,
        view_rows=view_rows,
        type_text=type_text,
    )
    sections = (_fields, _settings, _commands, _messages, _outputs, _templates, _glossary)
    found = [page for section in sections for page in section()]
    found.insert(0, ("index", "index", {"codes": catalogue(), "commands": main.commands}))
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
    parts = re.split(r"(`[^`]*`)", text)
    code = re.compile(
        rf"facts (?:{'|'.join(main.commands)})\b(?: --[a-z]+)?"
        r"|(?<!\w)--[a-z]+|extra\.[a-z_]+|\b[a-z]+(?:_[a-z]+)+\b|\{[^}]*\}"
        r"|(?<!\w)/(?:[a-z<>]+/)+|\b(?:[a-z-]+/)*[a-z]+\.(?:yaml|yml|json|csv|md|css|html)\b|<[a-z]+>"
    )
    for number, part in enumerate(parts):
        if part[:1] == "`":
            parts[number] = _code(part[1:-1])
        else:
            found = [_code(each[0]) for each in code.finditer(part)]
            rest = [plain(each) for each in code.split(part)]
            parts[number] = rest[0] + "".join(map("".join, zip(found, rest[1:], strict=True)))
    return "".join(parts)


def _code(text: str) -> str:
    """Code, as a link if it is a command, a setting or a field of a statement."""
    command, setting = re.match("facts ([a-z]+)", text), re.fullmatch(r"extra\.([a-z_]+)", text)
    if command and command[1] in main.commands:
        return f"[`{text}`](/reference/commands/{command[1]}.md)"
    if setting and setting[1] in TABLE["extra"]:
        return f"[`{text}`](/reference/settings.md#{setting[1]})"
    for name in ("fact", *KINDS):
        record = Fact if name == "fact" else KINDS[name].record
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
    """A record, or a group of fields at `path` within it."""

    path: str
    record: type[Any]

    @property
    def entries(self) -> Iterator[dict[str, Any]]:
        """Each field with what its entry prints."""
        words = load_toml("factsheets.content", "fields.toml")["words"]
        for name, info in known_fields(self.record).items():
            known = {tuple(ACTS): ACTS, tuple(SOURCE_KINDS): SOURCE_KINDS}.get(info.choices)
            meanings = known or words.get(self.record.__name__, {}).get(name, {})
            path = f"{self.path}.{name}" if self.path else name
            yield {
                "name": path,
                "anchor": path.replace(".", "-"),
                "info": info,
                "doc": info.doc.partition(f" {info.choices[0]}: ")[0] if known else info.doc,
                "words": meanings,
                "example": example_of(self.record, name).strip(),
                "codes": _codes().get((self.record.__name__, name), ()),
            }


@cache
def field_pages() -> dict[str, list[Group]]:
    """The groups of fields on each page; a fact has a page of its own."""
    found = {name: _groups(kind.record) for name, kind in KINDS.items()}
    return {**found, "fact": _groups(Fact)}


def _groups(outer: type[Any]) -> list[Group]:
    groups = [Group("", outer)]
    for group in groups:
        for name, info in known_fields(group.record).items():
            path = f"{group.path}.{name}" if group.path else name
            known = {each.record for each in groups} | {Fact}
            if info.record and info.record not in known:
                groups.append(Group(path, info.record))
    return groups


@cache
def record_link(record: type[Any] | None) -> str:
    """The address of the fields of a record, empty for other classes."""
    for page, groups in field_pages().items():
        for group in groups:
            if group.record is record:
                anchor = f"#{group.path.replace('.', '-')}-fields" if group.path else ""
                return f"/reference/fields/{page}.md{anchor}"
    return ""


@cache
def message_groups() -> dict[str, tuple[str, list[Code]]]:
    """The codes of each file in problems/codes/, with the comment at its head."""
    found = {}
    for name in list_files("factsheets.problems", "codes"):
        text = load_text("factsheets.problems", f"codes/{name}")
        codes = [catalogue()[code] for code in tomllib.loads(text)]
        found[name.removesuffix(".toml")] = (text.partition("\n")[0].removeprefix("# "), codes)
    return found


def group_of(code: str) -> str:
    """The page of a code."""
    held = ((name, codes) for name, (_title, codes) in message_groups().items())
    return next(name for name, codes in held if catalogue()[code] in codes)


@cache
def _codes() -> dict[tuple[str, str], list[str]]:
    """The codes that concern each field, by the name of its record: those of every example."""
    found: dict[tuple[str, str], list[str]] = {}
    for code in catalogue().values():
        for record, name in concerned(code.code):
            found.setdefault((record, name), []).append(code.code)
    return found


@cache
def concerned(code: str) -> list[tuple[str, str]]:
    """The fields, each with its record, that all examples of a code have, or all wrong ones."""
    entry = catalogue()[code]
    kind = entry.kind.removeprefix("whole ")
    if kind not in {"fact", *KINDS}:
        return []
    record = Fact if kind == "fact" else KINDS[kind].record
    wrong, right = ([_names(each) for each in held] for held in (entry.wrong, entry.right))
    names = set.intersection(*wrong, *right) or set.intersection(*wrong)
    return [(record.__name__, name) for name in known_fields(record) if name in names]


def _names(example: str) -> set[str]:
    return set(re.findall(r"^(\w+):", example, re.MULTILINE))


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
    yield (
        "settings",
        "settings",
        {"table": TABLE, "look": (HERE / "pages/owners/look.md").is_file()},
    )
    yield "environment", "environment", {"table": TABLE["environment"]}


# Commands


def command(name: str) -> tuple[click.Command, click.Context]:
    """A command with its own context."""
    context = click.Context(main, info_name="facts")
    found = main.resolve_command(context, [name])[1]
    assert found is not None  # noqa: S101 - it is one of main.commands
    return found, click.Context(found, context, info_name=name)


def _commands() -> Iterator[Page]:
    lines = {name: each.short_help for name, each in main.commands.items()}
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    shown_options = [each.get_help_record(click.Context(main)) for each in main.params]
    yield (
        "commands/index",
        "commands",
        {"lines": lines, "exit_codes": EXIT_CODES, "options": shown_options},
    )
    for name in lines:
        found, context = command(name)
        records = [each.get_help_record(context) for each in found.params]
        given = {
            "name": name,
            "usage": context.get_usage().removeprefix("Usage: "),
            "help": inspect.cleandoc(found.help or ""),
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
            path = Path("my-site", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for name, entries in calls.items():
            for entry in entries:
                output = _run(entry) if entry.get("run") else ""
                found.setdefault(name, []).append({**entry, "output": output.rstrip()})
    return found


def _run(entry: dict[str, Any]) -> str:
    """The output of a call, with the change that the entry asks for."""
    with contextlib.chdir(entry.get("folder", "my-site")):
        file, old, new = entry.get("with", ("mkdocs.yml", "", ""))
        before = Path(file).read_text(encoding="utf-8") if old else ""
        if old:
            Path(file).write_text(before.replace(old, new), encoding="utf-8")
        environment = {"SOURCE_DATE_EPOCH": "1772668800"}  # two years after the example's article
        done = CliRunner(env=environment).invoke(main, entry["call"].split()[1:])
        assert done.exit_code == entry.get("code", 0), done.output  # noqa: S101 - shown by MkDocs
        if old:
            Path(file).write_text(before, encoding="utf-8")
    return done.output


# Messages


def _messages() -> Iterator[Page]:
    groups = message_groups()
    yield "messages/index", "messages", {"groups": groups}
    for name, (title, codes) in groups.items():
        given = {"name": name, "title": title, "codes": codes, "concerned": concerned}
        yield f"messages/{name}", "group", {**given, "shown": shown, "link": _field_link}


def _field_link(record: str, name: str) -> str:
    page = next(key for key, held in field_pages().items() if held[0].record.__name__ == record)
    return f"[`{name}`](/reference/fields/{page}.md#{name})"


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
    files = {name: text.encode() for name, text in sample().items()}
    fact = next(name for name in files if name.startswith("content/facts/"))
    wrong = files | {fact: files[fact].replace(b"will open in May", b"opens in May")}
    outcome = check(Inputs(wrong), DAY)
    text = next(text for name, text in sample().items() if re.match(r"seeds/.*\.txt", name))
    drafted = drafts.as_json(drafts.draft(drafts.Document(text), {}))
    yield (
        "outputs/reports",
        "reports",
        {
            "check": reports.as_json(outcome.problems, outcome.summary).rstrip(),
            "draft": json.dumps(json.loads(drafted), indent=2, ensure_ascii=False),
            "problem": problem,
            "drafts": drafts,
        },
    )


# Templates


@cache
def _view_classes() -> dict[str, list[type[Any]]]:
    """The frozen dataclasses of the views, by name."""
    found: dict[str, list[type[Any]]] = {}
    for module in pkgutil.iter_modules(views.__path__, f"{views.__name__}."):
        for name, each in inspect.getmembers(import_module(module.name), dataclasses.is_dataclass):
            if each.__module__ == module.name:
                found.setdefault(name, []).append(cast("type[Any]", each))
    return found


def is_view(found: object) -> bool:
    """Whether it is a class of the views."""
    return found in _view_classes().get(getattr(found, "__name__", ""), ())


def view_anchor(view: type[Any]) -> str:
    """The anchor of a view, which has the name of its module: several are called Row."""
    return f"{view.__module__.rpartition('.')[2]}-{view.__name__}".lower()


def _view_named(name: str, near: type[Any]) -> Any:
    """What a name in an annotation of the view `near` stands for, None for types of Python."""
    known = _view_classes().get(name, [])
    return vars(sys.modules[near.__module__]).get(name) or (known[0] if len(known) == 1 else None)


def _with_inner(roots: Iterable[type[Any]]) -> list[type[Any]]:
    """These views and all that their fields and properties lead to."""
    found = list(dict.fromkeys(roots))
    for view in found:
        names = re.findall(r"[A-Z]\w+", " ".join(type_ for _, type_, _ in view_rows(view)))
        inner = dict.fromkeys(_view_named(name, view) for name in names)
        found += [each for each in inner if is_view(each) and each not in found]
    return sorted(found, key=lambda each: (each.__name__, each.__module__))


def view_rows(view: type[Any]) -> Iterator[tuple[str, str, str]]:
    """The name, type and meaning of each field and property of a view."""
    meanings = attributes(view)
    for each in dataclasses.fields(view):
        yield each.name, str(each.type), meanings.get(each.name, "")
    for name, each in inspect.getmembers(view, lambda found: isinstance(found, property)):
        doc = inspect.getdoc(each) or ""
        yield name, each.fget.__annotations__["return"], doc.partition("\n\n")[0]


def type_text(text: str, view: type[Any]) -> str:
    """An annotation of a view, with links to the views and records that it names."""

    def link(found: re.Match[str]) -> str:
        named = _view_named(found[0], view)
        address = f"#{view_anchor(named)}" if is_view(named) else record_link(named)
        return f"[{found[0]}]({address})" if address else found[0]

    return re.sub(r"[A-Z]\w+", link, plain(text))


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
    given = _given()
    folders: dict[str, list[dict[str, Any]]] = {}
    for name, path in templates.package_files().items():
        text = path.read_text(encoding="utf-8")
        folder, _, file = name.rpartition("/")
        known = given.get(file.partition(".")[0], {}) if folder in {"pages", "plain"} else {}
        row = {
            "name": name,
            "about": head_comment(text),
            "blocks": re.findall(r"\{%-? block (\w+)", text) if path.suffix == ".html" else [],
            "variables": {key: known[key] for key in known if re.search(rf"\b{key}\b", text)},
        }
        folders.setdefault(folder, []).append(row)
    roots = [each for held in given.values() for each in held.values() if is_view(each)]
    yield "templates/index", "templates", {"folders": folders}
    yield "templates/views", "views", {"views": _with_inner(roots)}


def head_comment(text: str) -> str:
    """The comment at the head of a template, a script, a style sheet or a settings file."""
    found = re.match(r"\s*(?:\{#-?|/\*|<!--)(.*?)(?:-?#\}|\*/|-->)", text, re.DOTALL)
    lines = re.match(r"(?:(?://|#).*\n)+", text)
    comment = found[1] if found else re.sub(r"(?m)^(?://|#)", "", lines[0]) if lines else ""
    return " ".join(comment.split())


def _glossary() -> Iterator[Page]:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Words")[2]
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE)
    yield "glossary", "glossary", {"words": [row for row in rows if row[0] != "word"]}
