"""The fields of the open data: none is forgotten, and all forms of the data have the same."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing

import pytest
from factsheets.content import article, records
from factsheets.data import lists
from factsheets.data.fields import Field, written
from factsheets.site.views.downloads import LISTS

from tests.helpers.example_sites import files_of

EXPORTED: dict[type, tuple[Field, ...]] = {
    article.Fact: lists.FACTS,
    article.Figure: lists.FIGURE,
    article.Answer: lists.ANSWER,
    article.MoreEvidence: lists.EVIDENCE,
    article.Correction: lists._all(article.Correction),
    records.Actor: lists.ACTORS,
    records.Name: lists._all(records.Name),
    records.Role: lists.ROLE,
    records.Membership: lists.MEMBERSHIP,
    records.Topic: lists.TOPICS,
    records.Question: lists._all(records.Question),
    records.BriefItem: lists.BRIEF,
    records.Difference: lists.DIFFERENCE,
    article.Article: lists.SOURCES,
    article.Wording: lists._all(article.Wording),
    article.Unused: lists._all(article.Unused),
    records.Event: lists.EVENTS,
    records.Removed: lists.REMOVED,
}
# Why a field is not there under its own name.
ELSEWHERE: dict[type, dict[str, str]] = {
    article.Fact: {
        "quote": "in `evidence`, and `quotes` of the tables",
        "marks": "`check` in `evidence` is `judged`",
        "also": "in `evidence`",
        "quote_translation": "`quote_translations`",
        "translation": "in `evidence`",
        "date": "`status_date`",
    },
    article.MoreEvidence: {
        "article": "`source`",
        "quote": "`quotes`",
        "marks": "`check` is `judged`",
    },
    records.Actor: {"identifiers": "`wikidata` and `iso3166`"},
    records.Role: {"article": "`source`"},
    records.Membership: {"article": "`source`"},
    article.Article: {
        "url": "`address`; `url` is its page here",
        "text": "for those who build the site",
        "status": "drafts are not published",
        "facts": "a list of their own",
    },
    article.Review: {"date": "`reviewed` of the fact", "by": "`reviewed_by` of the fact"},
    records.Identifiers: {"wikidata": "of the actor", "iso3166": "of the actor"},
    article.Reading: dict.fromkeys(("read_as", "by", "date", "sha256"), "pages show it alone"),
    article.RemovedArticle: {"facts": "a list of their own"},
}
SAME_NAME: dict[type, set[str]] = {article.Article: {"url"}}


def names(fields: Iterable[Field]) -> list[str]:
    return [field.name for field in fields]


def unpublished(record: type) -> set[str]:
    """The fields of a record that no list has, and no reason is given for."""
    known = {"id"}
    for each in record.__mro__:
        known |= {*names(EXPORTED.get(each, ())), *ELSEWHERE.get(each, ())}
    return {each.name for each in dataclasses.fields(record)} - known


RECORDS = [
    each
    for each in vars(records).values()
    if dataclasses.is_dataclass(each) and each.__module__ == records.__name__
]


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_that_people_write_is_published_or_there_is_a_reason(record: type) -> None:
    assert unpublished(record) == set()


def test_a_field_that_nobody_named_is_found() -> None:
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Fact(article.Fact):
        unheard_of: str = ""

    assert unpublished(Fact) == {"unheard_of"}


@pytest.mark.parametrize("record", ELSEWHERE)
def test_no_reason_is_given_for_what_is_there(record: type) -> None:
    elsewhere = set(ELSEWHERE[record])
    assert elsewhere <= {each.name for each in dataclasses.fields(record)}
    shown = {each.name for each in EXPORTED.get(record, ()) if each.only != "tables"}
    assert elsewhere & shown == SAME_NAME.get(record, set())


def test_what_is_said_of_a_field_is_what_its_record_says() -> None:
    (act,) = written(article.Fact, "act")
    assert (act.name, act.kind, act.optional) == ("act", "string", False)
    assert act.choices[0] == "says"
    (speaker,) = written(article.Fact, "speaker")
    assert (speaker.kind, speaker.optional) == ("ids", False)
    (actor,) = written(article.Answer, "actor")
    assert (actor.kind, actor.optional) == ("id", True)
    assert actor.description == "Who gave the answer; if null, the speaker."
    (topics,) = written(article.Fact, "topics")
    assert (topics.kind, topics.optional) == ("ids", False)
    (start,) = written(records.Role, "start")
    assert start.kind == "edtf"
    assert start.description.endswith("in Extended Date/Time Format (ISO 8601-2).")


# What is not in the rows and in the tables alike: lists of objects have tables of their own.
ROWS_ALONE = {
    "facts": {"figure", "answers", "evidence", "corrections", "former_ids"},
    "actors": {"roles", "member_of", "members_known", "members", "spoken_about_in", "former_ids"},
    "topics": {"brief", "differences", "former_ids"},
    "sources": {"notices", "wording", "unused", "former_ids"},
    "events": {"date_text", "former_ids"},
}
TABLES_ALONE = {"facts": {"quotes", "source", "paragraph", "page", "time", "section"}}
TABLES_OF_OBJECTS = {
    ("facts", "figure"): "figures",
    ("facts", "answers"): "answers",
    ("facts", "evidence"): "evidence",
    ("facts", "corrections"): "corrections",
    ("actors", "other_names"): "names",
    ("actors", "roles"): "roles",
    ("actors", "member_of"): "memberships",
    ("topics", "questions"): "questions",
    ("topics", "brief"): "brief",
    ("topics", "differences"): "differences",
    ("sources", "wording"): "wording",
    ("sources", "unused"): "unused",
    ("sources", "notices"): "notices",
}
# Which record it is, and which item; of a figure also what readers see of it.
ADDED = {"fact", "actor", "topic", "source", "number"}


def properties(name: str) -> dict[str, dict[str, object]]:
    schema = json.loads(files_of("random")[f"data/schema/{name}.json"])
    found: dict[str, dict[str, object]] = schema["items"]["anyOf"][0]["properties"]
    return found


def header(name: str) -> list[str]:
    return next(csv.reader(io.StringIO(files_of("random")[f"data/{name}.csv"].decode())))


def columns(name: str) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(files_of("random")["data/factsheets.db"])
        return [row[1] for row in base.execute(f"PRAGMA table_info({name})")]


@pytest.mark.parametrize("name", LISTS)
def test_rows_schemas_csv_and_database_have_the_same_fields_in_one_order(name: str) -> None:
    declared = lists.LISTS[name].fields
    alone, added = ROWS_ALONE[name], TABLES_ALONE.get(name, set())
    in_rows = [field for field in names(declared) if field not in added]
    in_tables = [field for field in names(declared) if field not in alone]
    rows = [row for row in json.loads(files_of("random")[f"data/{name}.json"]) if len(row) > 6]
    assert rows
    assert all(list(row) == in_rows for row in rows)
    assert list(properties(name)) == in_rows
    assert header(name) == in_tables
    assert columns(name) == in_tables
    package = json.loads(files_of("random")["data/datapackage.json"])
    described = {each["name"]: each["schema"]["fields"] for each in package["resources"]}
    assert [each["name"] for each in described[name]] == in_tables


@pytest.mark.parametrize(("name", "field"), TABLES_OF_OBJECTS)
def test_a_list_of_objects_has_a_table_with_the_same_fields(name: str, field: str) -> None:
    schema = properties(name)[field]
    one = schema.get("items", schema)
    assert isinstance(one, dict)
    given = set(one["properties"])
    table = set(columns(TABLES_OF_OBJECTS[name, field]))
    if field == "figure":
        table -= {"text", "condition"}
    if field == "member_of":
        table = {{"member_of": "actor"}.get(each, each) for each in table - {"actor"}}
    assert given <= table
    assert table - given <= ADDED


def test_every_table_of_objects_is_looked_at() -> None:
    with_fields = {
        (name, field.name): field.table
        for name, each in lists.LISTS.items()
        for field in each.fields
        if field.fields and field.table
    }
    assert with_fields == TABLES_OF_OBJECTS
