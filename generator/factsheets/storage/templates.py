"""Find template and theme files; the site's own take precedence over the program's."""

from __future__ import annotations

import traceback
from pathlib import Path

import factsheets
from factsheets.problems.text import visible
from factsheets.storage.faults import EnvironmentFault, RefusedFolder, disk, shown
from factsheets.storage.files import is_link, walk, write_file
from factsheets.storage.snapshot import read_text

FOLDER = "site-templates"
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
    with disk("The program's templates could not be read"):
        data = package_files()[name].read_bytes()
    write_file(target, data)
    return f"{FOLDER}/{name}"


def unused_templates(root: Path) -> tuple[str, ...]:
    """The project's page templates that replace none of the program's, by path.

    Files in partials/ may be included by another template of the project.
    """
    found = {
        path.relative_to(root / FOLDER).as_posix()
        for path in (root / FOLDER).rglob("*.j2")
        if path.is_file()
    }
    unknown = sorted(found - package_files().keys())
    return tuple(f"{FOLDER}/{name}" for name in unknown if not name.startswith("partials/"))


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
