"""Rebuild the content from the open data alone, to find what the data lack."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes import capture_file
from factsheets.site.views import site as views_site
from factsheets.site.views.site import Site

from tests.helpers.builders import TODAY

Row = dict[str, Any]
_ACTOR = (
    "kind name short_name other_names summary size members_known members ownership country outlet "
    "ownership_source former_ids"
).split()
_FACT = (
    "id speaker_described speaker_of act statement condition detail translated_by translated "
    "spoken_language said_basis event place audience about topics "
    "not_said recalled note disputes updates replies_to answers_fact supports reviewed status "
    "reason corrections former_ids"
).split()
_ARTICLE = (
    "publisher title authors archived access notices dateline language translation derived_from "
    "independent_of kind primary wording unused former_ids"
).split()
_TOPIC = "name summary broader other_names questions brief differences missing former_ids".split()
_EVENT = "name kind place audience organiser participants part_of follows former_ids".split()


def rebuilt(site: Site, data: Mapping[str, bytes]) -> Site:
    """The same site from the five lists, its captures and its hand-written pages.

    The order of statements in an article's file is no statement about the world and is in no
    list: it is taken from the old site.
    """
    rows = {
        name: json.loads(data[f"data/{name}.json"], parse_float=str)
        for name in ("facts", "actors", "topics", "sources", "events")
    }
    files: dict[str, Any] = {}
    for name, made in (("actors", _actor), ("topics", _topic), ("events", _event)):
        files |= {f"content/{name}/{row['id']}.yaml": made(row) for row in rows[name]}
    facts: dict[str, list[Row]] = {row["id"]: [] for row in rows["sources"]}
    for row in rows["facts"]:
        facts[row["evidence"][0]["source"]].append(row)
    for row in rows["sources"]:
        own = sorted(facts[row["id"]], key=lambda each: site.dataset.statements[each["id"]].index)
        files[f"content/facts/{row['id']}.yaml"] = _article(row, own)
    # JSON is YAML; the captures prove the quotations, as they do on any clone.
    given = {path: _yaml(value) for path, value in files.items()}
    for name, kept in site.dataset.captures.items():
        given[f"seeds/{name}.json"] = capture_file.dumps(kept).encode()
    outcome = check.check(Inputs(given), TODAY)
    assert outcome.value is not None
    assert outcome.summary.errors == 0, outcome.problems
    return views_site.site(replace(outcome.value, prose=site.dataset.prose), site.settings)


def _yaml(value: Row) -> bytes:
    return json.dumps(_kept(value), ensure_ascii=False, indent=1).encode()


def _kept(value: Any) -> Any:
    """Without empty values, which mean that a field was left out."""
    if isinstance(value, dict):
        pairs = ((key, _kept(each)) for key, each in value.items())
        return {key: each for key, each in pairs if each not in (None, [], {}, False)}
    return [_kept(each) for each in value] if isinstance(value, list) else value


def _moment(edtf: str | None) -> str | None:
    """A date in the format of our files."""
    if edtf is None:
        return None
    if edtf.startswith("[.."):
        day = datetime.date.fromisoformat(edtf[3:-1]) + datetime.timedelta(days=1)
        return f"before {day}"
    return f"about {edtf[:-1]}" if edtf.endswith("~") else edtf


def _actor(row: Row) -> Row:
    roles = [
        {
            "title": role["title"],
            "organisation": role["organisation"],
            "start": _moment(role["start"]),
            "end": _moment(role["end"]),
            "article": role["source"],
        }
        for role in row["roles"]
    ]
    member_of = [
        {"actor": each["actor"], "article": each["source"], "as_of": _moment(each["as_of"])}
        for each in row["member_of"]
    ]
    identifiers = {key: row[key] for key in ("wikidata", "iso3166")}
    more = {"roles": roles, "member_of": member_of, "identifiers": identifiers}
    return {key: row[key] for key in _ACTOR} | more


def _topic(row: Row) -> Row:
    return {key: row[key] for key in _TOPIC}


def _event(row: Row) -> Row:
    return {key: row[key] for key in _EVENT} | {
        "date": _moment(row["date"]) or ("unknown" if row["date_text"] == "day not given" else None)
    }


def _article(row: Row, facts: list[Row]) -> Row:
    times = {name: _time(row, name) for name in ("published", "updated")}
    found = {key: row[key] for key in _ARTICLE} | {"url": row["address"], **times}
    return found | {"facts": [_fact(each, row["id"]) for each in facts]}


def _time(row: Row, name: str) -> str | None:
    """A day, with the time of day beside it."""
    time = row[f"{name}_time"]
    return f"{row[name]}T{time}" if time else row[name]


def _fact(row: Row, article: str) -> Row:
    own, *others = row["evidence"]
    unknown = "unknown" if row["said_text"] == "day not given" and not row["event"] else None
    answers = [
        {
            "question": f"{each['topic']}/{each['question']}",
            "actor": each["actor"] if each["actor"] != row["speaker"] else None,
            "kind": each["kind"],
            "text": each["text"],
        }
        for each in row["answers"]
    ]
    also = [
        _cited(each) | {"article": each["source"] if each["source"] != article else None}
        for each in others
    ]
    return {key: row[key] for key in _FACT} | {
        **_cited(own),
        "speaker": row["speaker"] or row["speakers"],
        "quote_translation": row["quote_translations"],
        "translation": own["translation"],
        "said": _moment(row["said"]) or unknown,
        "date": row["status_date"],
        "reviewed": {"date": row["reviewed"], "by": row["reviewed_by"]}
        if row["reviewed"]
        else None,
        "figure": _figure(row["figure"]),
        "answers": answers,
        "also": also,
    }


def _cited(evidence: Row) -> Row:
    """Where and in which words."""
    form = evidence["form"] if evidence["form"] == "partly-quoted" else None
    kept = {key: evidence[key] for key in ("paragraph", "via")}
    return {**kept, "quote": evidence["quotes"], "form": form}


def _figure(row: Row | None) -> Row | None:
    return row and {key: value for key, value in row.items() if key != "status" or value != "given"}
