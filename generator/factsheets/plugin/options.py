"""The plugin's options in mkdocs.yml, and the MkDocs options that its pages need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import Config, ValidationError
from mkdocs.config.config_options import DictOfItems, ListOfItems, Type
from mkdocs.config.defaults import MkDocsConfig

from factsheets.problems.former_names import advice
from factsheets.site.policy import wrong_source
from factsheets.site.settings import CONFIG

_OF_MATERIAL = "assets/images/favicon.png"
"""Material's own default, which is not part of this theme."""


class Csp(DictOfItems[list[str]]):
    """Sources that the Content-Security-Policy allows in addition to the site's own files."""

    def run_validation(self, value: object) -> dict[str, list[str]]:
        """Refuse sources that would allow text to run as a script."""
        found = super().run_validation(value)
        for directive, sources in found.items():
            for source in sources:
                if reason := wrong_source(directive, source):
                    raise ValidationError(reason)
        return found


class FactsheetsConfig(Config):
    """What the site's owner can allow; site/settings.toml says what each option means.

    All other settings are elsewhere in mkdocs.yml.
    """

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Ignore settings of earlier versions, which `facts check` reports with their lines."""
        super().load_dict({key: patch[key] for key in patch if not advice("settings", key)})

    allow_html = Type(bool, default=False)
    allow_unchecked_quotes = Type(bool, default=False)
    csp = Csp(ListOfItems(Type(str)), default={})


def wrong_addresses(config: MkDocsConfig) -> str | None:
    """Why pages would not be at the addresses that links use; None if they are."""
    if config.use_directory_urls:
        return None
    offline = any(name.endswith("offline") for name in config.plugins)
    setter = " (set by the plugin offline)" if offline else ""
    return (
        f"{CONFIG}: use_directory_urls is false{setter}, but the addresses of this site end in a "
        f"slash, such as /topics/bridge/. Remove the {'plugin' if offline else 'setting'}."
    )


def missing_picture(config: MkDocsConfig) -> str | None:
    """A message if the logo or icon named in mkdocs.yml is not in the finished site."""
    for key in ("logo", "favicon"):
        name = config.theme.get(key)
        if not name or name == _OF_MATERIAL or "://" in name:
            continue
        if not (Path(config.site_dir) / name).is_file():
            return (
                f"{CONFIG}: theme.{key} is {name}, which is not in the site. Put the file at "
                f"content/static/{name}."
            )
    return None
