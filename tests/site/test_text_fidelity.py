"""Text fidelity at length: `make faults` tries ten thousand texts, `make test` some hundreds."""

from __future__ import annotations

import html
import os
import re

import yaml
from factsheets.problems.text import visible
from factsheets.site.markdown import head, quoted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.markup_texts import pieces, printable
from tests.site.test_markdown import CONTEXTS, RENDERERS, is_shown_as_itself

EXAMPLES = 10_000 if os.environ.get("EFFORT") == "full" else 300
thorough = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
anything = st.one_of(printable, pieces, st.text(alphabet="*_`[](){}<>#|!\\~^=+-.:;&\"'$%@1a \n"))


@thorough
@given(
    renderer=st.sampled_from(sorted(RENDERERS)),
    context=st.sampled_from(sorted(CONTEXTS)),
    value=anything.filter(lambda value: bool(value.split())),
)
def test_any_text_in_any_place_comes_out_as_itself(renderer: str, context: str, value: str) -> None:
    is_shown_as_itself(RENDERERS[renderer], CONTEXTS[context], value)


@thorough
@given(value=anything)
def test_any_text_comes_out_of_the_front_matter_as_itself(value: str) -> None:
    (read,) = yaml.safe_load(f"title: {quoted(head(value))}").values()
    assert not set("<>\"'") & set(read)
    assert html.unescape(read) == re.sub(r"[ \t\r\n]+", " ", value).strip(" ")


@thorough
@given(value=st.text())
def test_no_text_reaches_a_terminal_as_a_command(value: str) -> None:
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible(value))
