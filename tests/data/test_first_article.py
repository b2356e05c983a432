"""The first article says what it says, and nothing more (nuance by nuance)."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.helpers.builders import first_content, open_data


@cache
def data() -> dict[str, list[dict[str, Any]]]:
    return {
        path: json.loads(b"".join(content))
        for path, content in open_data(first_content())
        if path.endswith(".json")
    }


@cache
def facts() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in data()["data/facts.json"]}


def test_every_quotation_is_found_without_the_text() -> None:
    checks = [e["check"] for row in facts().values() for e in row["evidence"] if e["quotes"]]
    assert len(checks) == 8
    assert set(checks) == {"found"}


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        (
            "quoted",
            {"macron-26-countries", "macron-several-considering", "macron-political-legal-work"},
        ),
        (
            "partly-quoted",
            {
                "macron-size-declined",
                "macron-germany-italy-poland",
                "macron-not-against-russia",
                "macron-guarantee-peace",
                "lavrov-foreign-intervention",
            },
        ),
        (
            "paraphrased",
            {
                "macron-35-participants",
                "macron-chiefs-of-staff-plans",
                "macron-not-front-line",
                "lavrov-coalition-undermining",
            },
        ),
    ],
)
def test_each_statement_has_its_form(form: str, ids: set[str]) -> None:
    assert {key for key, row in facts().items() if row["form"] == form} == ids


def test_two_people_speak() -> None:
    speakers = [row["speaker"] for row in facts().values()]
    assert speakers.count("emmanuel-macron") == 10
    assert speakers.count("sergey-lavrov") == 2


def test_three_figures_are_given_and_one_is_refused() -> None:
    figures = {key: row["figure"] for key, row in facts().items() if row["figure"]}
    assert {key: (each["value"], each["unit"]) for key, each in figures.items()} == {
        "macron-26-countries": (26, "countries"),
        "macron-35-participants": (35, "participants"),
        "macron-size-declined": (None, None),
    }
    assert figures["macron-size-declined"]["status"] == "not-given"


def test_the_commitment_keeps_its_condition_and_its_alternative() -> None:
    row = facts()["macron-26-countries"]
    assert "ceasefire or a peace agreement" in row["condition"]
    assert " or " in row["statement"]
    assert any("all 26 would send troops" in text for text in row["not_said"])
    assert [e["paragraph"] for e in row["evidence"]] == [2, 1]


def test_dates_are_stated_inferred_or_not_known() -> None:
    macron = {(r["said"], r["said_basis"]) for r in facts().values() if r["speaker"][0] == "e"}
    assert macron == {("2025-09-04", "inferred")}
    assert facts()["lavrov-coalition-undermining"]["said"] == "2025-08-30"
    assert facts()["lavrov-coalition-undermining"]["said_basis"] == "year-inferred"
    assert facts()["lavrov-foreign-intervention"]["said"] == "[..2025-09-03]"


def test_lavrovs_statements_are_recalled_and_answer_nobody() -> None:
    for key in ("lavrov-coalition-undermining", "lavrov-foreign-intervention"):
        row = facts()[key]
        assert row["recalled"] is True
        assert row["replies_to"] == row["disputes"] == []
        assert any("answers Macron" in text for text in row["not_said"])
    assert "attempting" in facts()["lavrov-coalition-undermining"]["statement"]


def test_nobody_in_the_coalition_but_whom_the_article_places_there() -> None:
    members = {
        row["id"]
        for row in data()["data/actors.json"]
        if any(each["actor"] == "coalition-of-the-willing" for each in row["member_of"])
    }
    assert members == {"countries-committed-26"}


def test_every_publisher_is_labelled_by_the_same_rule() -> None:
    labels = {row["id"]: row["label"] for row in data()["data/actors.json"] if row["label"]}
    assert labels == {"tass": "Russian state news agency", "nbc-news": "US private broadcaster"}


def test_the_unknown_translation_is_a_link_of_every_chain() -> None:
    for row in facts().values():
        states = {each["link"]: each["state"] for each in row["chain"]}
        assert states["translation"] == "unknown"
        assert states[row["weakest"]] == "unknown"
