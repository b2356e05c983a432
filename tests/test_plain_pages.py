"""The plain pages beside the pages: they say what the pages say of their subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from generator.views.actor import actor_view
from generator.views.source import source_view
from generator.views.topic import topic_view
from tests.exported import SITES, files_of

WHICH = tuple(SITES)


def plain_page(which: str, path: str) -> str:
    """A plain page without the backslashes before marks."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", files_of(which)[f"{path}index.md"].decode())


def lacking(text: str, needed: Iterable[str]) -> list[str]:
    """Those of the texts that a page does not have."""
    return [each for each in needed if " ".join(each.split()) not in text]


@pytest.mark.parametrize("which", WHICH)
def test_a_plain_page_of_an_actor_has_what_its_page_says_of_it(which: str) -> None:
    made = SITES[which]()
    for key in made.dataset.actors:
        view = actor_view(made, key)
        cover = view.coverage
        needed = [view.lede, view.kind_text, view.label, view.members_note]
        needed += [cover.lead, cover.sentence, *cover.notes]
        needed += [each.ref.name for each in cover.publishers]
        needed += [text for each in view.brief for text in (each.text, each.rests)]
        needed += [text for each in view.differences for text in (each.heading, each.text)]
        needed += [each.figure.counts for each in view.figures if each.figure]
        needed += [text for each in view.open_questions for text in each.questions]
        needed += [each.ref.name for each in view.published]
        needed += [each.name for each in view.officials]
        needed += [each.name for group in view.members for each in group.actors]
        assert not lacking(plain_page(which, f"actors/{key}/"), needed), key


@pytest.mark.parametrize("which", WHICH)
def test_a_plain_page_of_a_topic_has_what_its_page_says_of_it(which: str) -> None:
    made = SITES[which]()
    for key in made.dataset.topics:
        view = topic_view(made, key)
        needed = [view.summary, view.coverage.lead, view.coverage.sentence, *view.coverage.notes]
        needed += [text for each in view.brief for text in (each.text, each.rests)]
        needed += [text for each in view.differences for text in (each.heading, each.text)]
        assert not lacking(plain_page(which, f"topics/{key}/"), [*needed, *view.missing]), key


@pytest.mark.parametrize("which", WHICH)
def test_a_plain_page_of_a_source_has_what_its_page_says_of_it(which: str) -> None:
    made = SITES[which]()
    for key in made.dataset.articles:
        view = source_view(made, key)
        text = plain_page(which, f"sources/{key}/")
        needed = [view.label, view.ownership_source or "", view.changed, view.author_text or ""]
        needed += [f"{number} by [{who.name}" for who, number in view.speakers]
        needed += [each.text for each in view.quotations]
        needed += [f"Paragraph {each.number}: " for each in view.paragraphs if each.statements]
        assert not lacking(text, needed), key
        for each in view.quotations:
            assert f"): {each.check_text}\n" in text


@pytest.mark.parametrize("which", WHICH)
def test_plain_lists_keep_the_conditions_of_figures_and_statements(which: str) -> None:
    made = SITES[which]()
    figures, said = plain_page(which, "figures/"), plain_page(which, "timeline/")
    for view in made.views(made.index.listed):
        if view.figure and view.figure.condition:
            assert view.figure.condition in figures
        if view.condition and f"/{view.id}/)" in said:
            assert f"/{view.id}/) Condition: {view.condition}." in said
