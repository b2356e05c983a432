"""What pages and data show, computed from the dataset and never typed.

`site` computes what all pages share; a module for each kind of page computes the rest.
"""

from __future__ import annotations

from generator.views.ground import Site, site
from generator.views.settings import Settings

__all__ = ["Settings", "Site", "site"]
