"""The site of the golden queries, in the browser of the other tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.sites import Site, built, served
from tests.search.content import lay_out


@pytest.fixture(scope="session")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the content that is made for the search."""
    root = lay_out(tmp_path_factory.mktemp("harbours"))
    with served(built(root)) as found:
        yield found
