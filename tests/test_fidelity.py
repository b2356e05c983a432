"""Text fidelity at length: `make faults` tries ten thousand texts, `make test` some hundreds."""

from __future__ import annotations

import html
import os
import re

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.render.escape import head, quoted, text
from generator.report.safe import visible
from tests.test_escape import CONTEXTS, folded, pieces, printable, shown

EXAMPLES = 10_000 if os.environ.get("EFFORT") == "full" else 300
thorough = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
anything = st.one_of(printable, pieces, st.text(alphabet="*_`[](){}<>#|!\\~^=+-.:;&\"'$%@1a \n"))


@thorough
@given(context=st.sampled_from(sorted(CONTEXTS)), value=anything)
def test_any_text_in_any_place_comes_out_as_itself(context: str, value: str) -> None:
    word = f"x{value}x" if not value.strip() else value
    frame = CONTEXTS[context]
    got = shown(frame.format(text(word)))
    # Spaces other than plain ones stay at the ends; `shown` makes one space of them.
    kept = re.sub(r"[ \t\r\n]+", " ", word).strip(" ")
    assert got == folded(shown(frame.format("PLACE")).replace("PLACE", kept))


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
