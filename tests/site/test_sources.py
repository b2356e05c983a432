"""Several sources: reprints, state-owned publishers, records; contradictions side by side."""

from __future__ import annotations

import re

import pytest
from factsheets.data.lists import record_row
from factsheets.site.translation import PLACEHOLDER
from factsheets.site.views import citation
from factsheets.site.views.corrections import field_name
from factsheets.site.views.listings import figure_groups
from factsheets.site.views.matrix import matrix
from factsheets.site.views.relations import relations, successors
from factsheets.site.views.review import stale
from factsheets.site.views.site import Site
from factsheets.site.views.sources import coverage
from factsheets.site.views.topic import topic_view

from tests.helpers.builders import article, fact, html_pages, plain_pages, site

PUBLISHERS = {
    "content/actors/post.yaml": "kind: publisher\nname: Post\nownership: private\n"
    "country: exampleland\noutlet: newspaper\n",
    "content/actors/radio.yaml": "kind: publisher\nname: Radio\nownership: public\n"
    "country: exampleland\noutlet: broadcaster\n",
    "content/actors/channel.yaml": "kind: publisher\nname: Channel\nownership: state\n"
    "country: exampleland\noutlet: broadcaster\n",
    "content/actors/sylvania.yaml": "kind: state\nname: Sylvania\n",
    "content/actors/herald.yaml": "kind: publisher\nname: Herald\nownership: state\n"
    "country: sylvania\noutlet: newspaper\n",
}


def head(publisher: str, more: str = "") -> str:
    return (
        f"publisher: {publisher}\nurl: https://{publisher}.example/1\npublished: 2025-05-03\n"
        f"language: en\n{more}"
    )


def made(*others: tuple[str, str, str], cited: str = "") -> Site:
    """One fact of the Gazette; `others` are further articles (id, publisher, more), all cited."""
    content = dict(PUBLISHERS)
    for name, publisher, more in others:
        content[f"content/facts/{name}.yaml"] = head(publisher, more + "facts: []\n")
    names = cited.split() or [name for name, _, _ in others]
    also = ", ".join(f"{{article: {name}, paragraph: 1}}" for name in names)
    content["content/facts/a.yaml"] = article(fact("one", also=f"[{also}]" if also else ""))
    return site(content)


REPRINT = "derived_from: a\n"
# The text of these articles is too short.
_NOT_COMPARED = "not compared for shared text"


@pytest.mark.parametrize(
    ("others", "kind", "words"),
    [
        ((), "single-source", "Single source"),
        ((("b", "post", REPRINT),), "single-source", "Single source; 1 reprint not counted"),
        (
            (("b", "post", REPRINT), ("c", "radio", "derived_from: b\n")),
            "single-source",
            "Single source; 2 reprints not counted",
        ),
        ((("b", "gazette", ""),), "single-source", "One publisher, 2 articles"),
        ((("b", "post", ""),), "several-sources", f"2 publishers; {_NOT_COMPARED}"),
        (
            (("b", "post", ""), ("c", "radio", REPRINT)),
            "several-sources",
            f"2 publishers; {_NOT_COMPARED}; 1 reprint not counted",
        ),
        (
            (("b", "wire", ""), ("c", "channel", "")),
            "several-sources",
            f"3 publishers, 2 of them state-owned, by one state; {_NOT_COMPARED}",
        ),
        ((("b", "wire", "kind: transcript\n"),), "primary", "Primary record, 1 publisher"),
    ],
)
def test_support_is_said_in_words(
    others: tuple[tuple[str, str, str], ...], kind: str, words: str
) -> None:
    view = made(*others).statements["one"]
    assert (view.support.kind, view.support.text) == (kind, words)


def test_state_owned_publishers_of_one_state_have_one_owner() -> None:
    content = {
        **PUBLISHERS,
        "content/facts/b.yaml": head("channel", "facts: []\n"),
        "content/facts/a.yaml": article(
            fact("one", also="[{article: b, paragraph: 1}]"), head=head("wire")
        ),
    }
    view = site(content).statements["one"]
    assert (view.support.kind, view.support.text) == (
        "single-source",
        f"2 publishers, both state-owned, by one state; {_NOT_COMPARED}",
    )
    content["content/facts/b.yaml"] = head("herald", "facts: []\n")
    view = site(content).statements["one"]
    assert (view.support.kind, view.support.text) == (
        "several-sources",
        f"2 publishers, both state-owned; {_NOT_COMPARED}",
    )


def test_the_reprint_alone_stands_for_the_article_that_it_reprints() -> None:
    content = {
        **PUBLISHERS,
        "content/facts/a.yaml": head("wire", "facts: []\n"),
        "content/facts/b.yaml": article(fact("one"), head=head("post", REPRINT)),
        "content/facts/c.yaml": article(fact("two"), head=head("radio", REPRINT)),
    }
    found = site(content)
    line = coverage(found, found.views(("one", "two")))
    assert line.lead == "One source so far."
    assert [each.ref.id for each in line.publishers] == ["wire"]
    (own,) = found.statements["one"].evidence
    assert own.reprint_of
    assert own.reprint_of.id == "a"


def test_the_coverage_line_tells_independent_and_state_owned_apart() -> None:
    found = made(("b", "post", ""), ("c", "wire", ""), ("d", "radio", REPRINT))
    line = coverage(found, found.views(("one",)))
    assert line.lead == (
        f"3 publishers, one of them state-owned; {_NOT_COMPARED}; 1 reprint not counted."
    )
    assert line.sentence == f"1 statement from 3 articles by {PLACEHOLDER}."


def figures(*numbers: tuple[str, str, str, str]) -> dict[str, str]:
    """Facts (id, speaker, value and unit, counts) of one day."""
    facts = [
        fact(name, speaker=who, figure=f"{{value: {value}, counts: {counts}}}")
        for name, who, value, counts in numbers
    ]
    return {"content/facts/a.yaml": article(*facts)}


SAME = figures(
    ("one", "ada", "26, unit: states", '"take part in the force"'),
    ("two", "bob", "33, unit: States", '"Take part in force"'),
    ("three", "bob", "5, unit: states", '"pay"'),
)


def test_one_quantity_stands_side_by_side_whatever_the_case() -> None:
    groups = figure_groups(site(SAME))
    assert [(g.heading, [v.id for v in g.items]) for g in groups] == [
        ("States, take part in the force", ["one", "two"]),
        ("States", ["three"]),
    ]
    (differing,) = topic_view(site(SAME), "bridge").differences
    assert [view.id for view in differing.statements] == ["one", "two"]


def test_what_a_speaker_contests_is_told_apart_from_what_we_set_beside_it() -> None:
    content = figures(
        ("one", "ada", "26, unit: states", "all"),
        ("two", "bob", "33, unit: states", "all"),
    )
    denial = fact("denial", said="2025-05-03", statement="she never said it", disputes="[one]")
    other = fact("other", speaker="bob", statement="it is not so", disputes="[one]")
    content["content/facts/a.yaml"] += denial + other
    found = site(content)
    told = [(each.heading, [v.path for v in each.statements]) for each in relations(found, "one")]
    assert told == [
        ("Contested by the speaker, according to the source", ["facts/denial/"]),
        ("Contested, according to the source", ["facts/other/"]),
        ("Compare (our reading)", ["facts/two/"]),
    ]


def test_a_withdrawn_statement_contests_nothing() -> None:
    stone = {"status": "withdrawn", "reason": "wrong", "date": "2025-05-04"}
    content = {"content/facts/a.yaml": article(fact("one"), fact("two", disputes="[one]", **stone))}
    found = site(content)
    assert found.statements["one"].disputed_by == ()
    assert relations(found, "one") == ()


def test_a_superseded_statement_leads_to_the_newest() -> None:
    old = {"status": "superseded", "reason": "later words", "date": "2025-05-04"}
    content = {
        "content/facts/a.yaml": article(
            fact("one", **old),
            fact("two", updates="[one]", **old),
            fact("three", updates="[two]"),
        )
    }
    found = site(content)
    assert [view.id for view in successors(found, "one")] == ["three"]
    pages = html_pages(found)
    assert (
        'Later words. Now: <a href="../../facts/three/">Example: the bridge will open in June</a>'
        in (pages["facts/one/"])
    )


def test_a_withdrawn_page_is_struck_and_says_why() -> None:
    stone = {"status": "withdrawn", "reason": "another speaker", "date": "2025-05-04"}
    found = site({"content/facts/a.yaml": article(fact("one", **stone), fact("two"))})
    pages = html_pages(found)
    assert 'class="st-status st-withdrawn"' in pages["facts/one/"]
    assert "<strong>Withdrawn 4 May 2025.</strong> Another speaker." in pages["facts/one/"]
    assert "struck" not in pages["facts/two/"]
    assert citation.of_statement(found, found.statements["one"]).endswith(
        "/facts/one/ Withdrawn 4 May 2025."
    )
    assert "facts/one/" not in pages["topics/bridge/"]


def test_a_correction_names_the_field_in_words_or_as_it_was_written() -> None:
    for field, words in (
        ("said_basis", "how the date is known"),
        ("short_name", "short name"),
        ("place", "place"),
        ("a|_+ b", "a|_+ b"),
        ("_x", "_x"),
        ("Short_Name", "Short_Name"),
    ):
        assert field_name(field) == words


def test_a_correction_is_news_for_ninety_days() -> None:
    def corrected(day: str, kind: str = "correction") -> str:
        entry = (
            f'[{{date: {day}, field: said, was: "2025-05-01", now: "2025-05-02", reason: slip, '
            f"kind: {kind}}}]"
        )
        view = site({"content/facts/a.yaml": article(fact(corrections=entry))}).statements["one"]
        assert len(view.history) == 1
        return view.corrected

    # The site of the tests is made for 23 November 2026.
    assert corrected("2026-08-25") == "Corrected 25 Aug 2026"
    assert corrected("2026-08-25", "clarification") == "Clarified 25 Aug 2026"
    assert corrected("2026-08-24") == ""


def test_pages_say_what_rests_on_old_statements() -> None:
    topic = "name: The bridge\nsummary: Of it.\nbrief:\n  - {text: It opens., facts: [one, two]}\n"
    content = {
        "content/topics/bridge.yaml": topic,
        "content/facts/a.yaml": article(
            fact("one", reviewed="2025-06-01"), fact("two", reviewed="2026-06-01"), fact("three")
        ),
    }
    found = site(content)
    assert [found.statements[key].due for key in ("one", "two", "three")] == [
        "1 Jun 2025",
        "",
        "",
    ]
    view = topic_view(found, "bridge")
    assert [each.rests for each in view.brief] == [
        "Based on a statement not reviewed since 1 Jun 2025."
    ]
    assert view.coverage.notes[-1] == (
        "2 of 3 were reviewed, last 1 Jun 2026; 1 statement not reviewed for more than 365 days."
    )


def test_a_superseded_answer_alone_is_no_position_of_today() -> None:
    answer = "[{question: bridge/open, kind: yes, text: In June}]"
    old = {"status": "superseded", "reason": "she took it back", "date": "2025-05-03"}
    content = {
        "content/facts/a.yaml": article(fact("one", answers=answer, **old), fact("two")),
    }
    table = matrix(site(content), "bridge")
    assert table
    assert [entry.earlier for entry in table.rows[0].cells[0]] == [True]


def test_an_answer_without_a_day_is_not_called_older() -> None:
    june = "[{question: bridge/open, kind: yes, text: In June}]"
    july = "[{question: bridge/open, kind: yes, text: In July}]"
    for said, earlier in (("unknown", False), ("2025", False), ("before 2025-05-02", True)):
        content = {
            "content/facts/a.yaml": article(
                fact("one", answers=june), fact("two", answers=july, said=said)
            )
        }
        table = matrix(site(content), "bridge")
        assert table
        assert [e.earlier for e in table.rows[0].cells[0] if e.text == "In July"] == [earlier], said


def test_a_sentence_whose_ground_was_withdrawn_is_left_out_and_listed() -> None:
    topic = (
        "name: The bridge\nsummary: Of it.\nbrief:\n  - {text: It opens., facts: [one]}\n"
        "  - {text: Both., facts: [one, two]}\n"
    )
    stone = {"status": "withdrawn", "reason": "wrong", "date": "2026-05-04"}
    content = {
        "content/topics/bridge.yaml": topic,
        "content/facts/a.yaml": article(
            fact("one", **stone), fact("two", reviewed="2026-11-01"), fact("three")
        ),
    }
    found = site(content)
    brief = topic_view(found, "bridge").brief
    assert [(each.text, [view.id for view in each.statements]) for each in brief] == [
        ("Both.", ["two"])
    ]
    listed = stale(found.dataset, found.settings.today, 365)
    assert [(each.since, each.fact_id, each.file) for each in listed] == [
        ("2026-05-04", "one", "content/topics/bridge.yaml"),
        ("2026-05-04", "one", "content/topics/bridge.yaml"),
        ("2025-05-03", "three", "content/facts/a.yaml"),
    ]


ACCESS = {"free": "free to read", "registration": "registration needed", "paywall": "paywall"}


@pytest.mark.parametrize(("access", "words"), ACCESS.items())
def test_who_can_read_an_article_stands_beside_each_address(access: str, words: str) -> None:
    facts = article(fact(), head=head("gazette", f"access: {access}\n"))
    made = site({"content/facts/gazette-1.yaml": facts})
    pages = html_pages(made)
    plain = plain_pages(made)
    for path in ("facts/one/", "sources/gazette-1/", "topics/bridge/"):
        assert words in pages[path], path
    for path in ("facts/one/", "sources/gazette-1/", "topics/bridge/", "actors/gazette/"):
        shown = plain[path]
        assert shown.count(words) == len(re.findall(r"<https://gazette\.ex", shown)) > 0
    assert record_row(made, "sources", "gazette-1")["access"] == access


def test_an_article_that_names_no_access_claims_none() -> None:
    made = site({"content/facts/gazette-1.yaml": article(fact())})
    pages = html_pages(made)
    assert not any(words in pages["sources/gazette-1/"] for words in ACCESS.values())
    assert record_row(made, "sources", "gazette-1")["access"] is None
