"""Find template and theme files; the site's own take precedence over the program's."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

import factsheets
from factsheets.problems.former_names import table
from factsheets.problems.text import visible
from factsheets.storage.faults import EnvironmentFault, RefusedFolder, disk, shown
from factsheets.storage.files import is_link, walk, write_file
from factsheets.storage.snapshot import read_text

FOLDER = "site-templates"
_COMMENTS = {".j2": ("{#-", "-#}"), ".html": ("{#-", "-#}")} | dict.fromkeys(
    (".css", ".js"), ("/*", "*/")
)
_STAMP = "Copied by facts eject from factsheets"
_STAMPED = re.compile(re.escape(_STAMP) + r" (\S+), ([0-9a-f]{12})\.")
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_KINDS = (("pages", "*.j2"), ("partials", "*.j2"), ("plain", "*.j2"), ("theme", "*"))


def templates(root: Path) -> dict[str, str]:
    """The page templates by path below `site-templates/`.

    A file in the project's own folder replaces the program's file with the same name.
    """
    with disk("The templates could not be read"):
        return {
            name: read_text(path)
            for name, path in sorted((_files(_package()) | _own_files(root)).items())
            if not name.startswith("theme/")
        }


def theme_folders(root: Path, custom_dir: str | None) -> tuple[str, ...]:
    """The folders of the theme; the first wins: `custom_dir`, the project's, the program's.

    Symbolic links in them are refused, because MkDocs publishes the files of these folders.
    """
    own = [root / FOLDER / "theme"] if custom_dir is None else [Path(custom_dir)]
    own.append(root / FOLDER / "theme")
    with disk("The theme could not be read"):
        for folder in own:
            _refuse_links(folder)
    found = [str(each) for each in (*own, theme_folder()) if each.is_dir()]
    return tuple(dict.fromkeys(found))


def theme_files(root: Path, custom_dir: str | None) -> set[str]:
    """The files in the folders of the theme, by the path that pages name."""
    folders = map(Path, theme_folders(root, None if custom_dir is None else str(root / custom_dir)))
    with disk("The theme could not be read"):
        return {path.relative_to(each).as_posix() for each in folders for path in each.rglob("*.*")}


def theme_folder() -> Path:
    """The folder of the program's theme."""
    return _package() / "theme"


def package_files() -> dict[str, Path]:
    """Every template and theme file of the program, by path below `site-templates/`."""
    with disk("The program's templates could not be read"):
        return _files(_package())


def copy_template(root: Path, name: str) -> str:
    """Copy one of the `package_files` to the project; returns its path there, below `root`."""
    target = root / FOLDER / name
    with disk("The project's templates could not be read"):
        _refuse_links(root / FOLDER)
    if target.exists():
        raise RefusedFolder(f"{FOLDER}/{name} already exists. Delete it to copy it again.")
    write_file(target, stamped(name).encode())
    return f"{FOLDER}/{name}"


def stamped(name: str) -> str:
    """The program's file with a first line that names the version it was copied from."""
    with disk("The program's templates could not be read"):
        data = package_files()[name].read_bytes()
    begin, end = _COMMENTS.get(PurePosixPath(name).suffix, ("", ""))
    line = f"{_STAMP} {factsheets.__version__}, {_digest(data)}."
    return (f"{begin} {line} {end}\n" if begin else "") + data.decode()


def copies(root: Path) -> dict[str, str]:
    """The state of each file of the program that the site replaces, by name.

    `yours`; `unchanged` if the copy is as `facts eject` wrote it; `outdated` if the program's file
    is no longer the one that was copied. Copies without the first line of `stamped` are `yours`.
    """
    program = package_files()
    found = {}
    for name, path in _own_files(root).items():
        if name not in program or path.samefile(program[name]):
            continue  # In the program's own repository, the site's file is the program's.
        first, _, rest = path.read_bytes().partition(b"\n")
        stamp = _STAMPED.search(first.decode("utf-8", "replace"))
        current = stamp is None or stamp[2] == _digest(program[name].read_bytes())
        unchanged = stamp is not None and stamp[2] == _digest(rest)
        found[name] = "outdated" if not current else "unchanged" if unchanged else "yours"
    return found


def _digest(data: bytes) -> str:
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:12]


def unknown_blocks(folder: Path) -> Iterator[tuple[Path, int, str]]:
    """Blocks of a site's main.html or 404.html that the theme does not have: file, line, name."""
    if (folder / "base.html").is_file():
        return
    known = set(_BLOCK.findall(read_text(package_files()["theme/base.html"])))
    for name in ("main.html", "404.html"):
        path = folder / name
        for number, line in enumerate(read_text(path).split("\n") if path.is_file() else (), 1):
            yield from ((path, number, each) for each in _BLOCK.findall(line) if each not in known)


def unused_templates(root: Path) -> tuple[str, ...]:
    """The project's page templates that replace none of the program's, by name.

    Files in partials/ may be included by another template of the project. Also theme files and
    partials that only an earlier version had.
    """
    found = {
        path.relative_to(root / FOLDER).as_posix()
        for path in (root / FOLDER).rglob("*.j2")
        if path.is_file()
    }
    known, old = package_files().keys(), table("templates").keys()
    unknown = {name for name in found - known if not name.startswith("partials/")}
    unknown |= {name for name in old - known if (root / FOLDER / name).is_file()}
    return tuple(sorted(unknown))


def template_fault(root: Path, error: Exception) -> str | None:
    """An error in one of the site's own templates, with its line; None for any other error."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415 - slow

    frames = traceback.extract_tb(error.__traceback__)
    places = [(each.filename, each.lineno or 1) for each in frames]
    if isinstance(error, TemplateSyntaxError):
        places.append((error.filename or "", error.lineno))
    elif not isinstance(error, TemplateError):
        places = places[-1:]
    for filename, line in reversed(places):
        path = root / filename
        if path.suffix in {".j2", ".html"} and path.is_relative_to(root) and path.is_file():
            message = str(error)
            if isinstance(error, TemplateNotFound):
                message = f"there is no template {error.name}"
            name = shown(path.relative_to(root).as_posix())
            return f"{name}:{line}: This template has an error: {visible(message).rstrip('.')}."
    return None


def _refuse_links(folder: Path) -> None:
    """Raise if a folder is or contains a link, whose target would be published."""
    paths = [folder]
    if folder.is_dir() and not is_link(folder):
        paths += [Path(entry.path) for _, entry in walk(folder)]
    for path in paths:
        if is_link(path) or not (path.is_dir() or path.is_file() or path == folder):
            raise EnvironmentFault(
                f"{shown(path)} is a symbolic link or a device, which could publish files from "
                "outside the project. Put the file itself there, or delete it."
            )


def _package() -> Path:
    """The program's own folder: in the installed package, or next to it in the repository."""
    installed = Path(factsheets.__file__).parent
    for folder in (installed / FOLDER, installed.parent.parent / FOLDER):
        if (folder / "pages").is_dir():
            return folder
    raise EnvironmentFault(f"The program's folder {FOLDER} is missing. Reinstall the program.")


def _own_files(root: Path) -> dict[str, Path]:
    _refuse_links(root / FOLDER)
    return _files(root / FOLDER)


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for kind, pattern in _KINDS
        for path in sorted((folder / kind).rglob(pattern))
        if path.is_file()
    }
