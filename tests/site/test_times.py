"""Times of day are shown, compared, sorted and exported as the source gives them."""

from __future__ import annotations

import copy
import json

import pytest
from factsheets.content.date_guess import guess_date
from factsheets.content.dates import Timestamp, day, is_after, moment, timestamp
from factsheets.data import references
from factsheets.data.feeds import feeds
from factsheets.data.head import of_source
from factsheets.data.lists import record_row
from factsheets.history.fields import changed_fields
from factsheets.site.views import citation
from factsheets.site.views.dates import moment_text

from tests.helpers.builders import ARTICLE, article, checked, fact, html_pages, plain_pages, site

A = "content/facts/a.yaml"


def head(published: str, more: str = "") -> str:
    return ARTICLE.replace("2025-05-03", published) + more


@pytest.mark.parametrize(
    ("written", "edtf", "text"),
    [
        ("2025-09-04T14:30", "2025-09-04T14:30:00", "4 Sep 2025, 14:30"),
        ("2025-09-04T14:30Z", "2025-09-04T14:30:00Z", "4 Sep 2025, 14:30 (UTC)"),
        ("2025-09-04T14:30+02:00", "2025-09-04T14:30:00+02:00", "4 Sep 2025, 14:30 (UTC+2)"),
        ("2025-09-04T14:30:15-10:00", "2025-09-04T14:30:15-10:00", "4 Sep 2025, 14:30:15 (UTC−10)"),
        ("2025-09-04T09:05+05:30", "2025-09-04T09:05:00+05:30", "4 Sep 2025, 09:05 (UTC+5:30)"),
        ("2025-09-04T09:05+00:00", "2025-09-04T09:05:00+00:00", "4 Sep 2025, 09:05 (UTC)"),
    ],
)
def test_a_time_of_day_is_kept_as_it_is_given(written: str, edtf: str, text: str) -> None:
    found = moment(written)
    assert found is not None
    assert (found.written, found.edtf, moment_text(found)) == (written, edtf, text)
    assert found.first == found.last == day("2025-09-04")


def test_a_field_for_a_day_takes_no_time() -> None:
    assert day("2025-09-04T14:30") is None
    (found, *_) = checked({A: article(fact(reviewed="2025-05-04T14:30"))}).problems
    assert found.help.startswith("Did you mean 2025-05-04?")


def test_a_timestamp_is_a_day_that_is_equal_only_with_its_time() -> None:
    found = timestamp("2025-09-04T14:30")
    assert found is not None
    assert found.isoformat() == "2025-09-04"
    assert found != Timestamp(2025, 9, 4)
    assert {copy.deepcopy(found)} == {found}
    assert found != "2025-09-04"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-09-04 14:30", "2025-09-04T14:30"),
        ("2025-09-04, 9:30", "2025-09-04T09:30"),
        ("2025-09-04 14:30:05 +0200", "2025-09-04T14:30:05+02:00"),
        ("4 September 2025 at 14:30 UTC", "2025-09-04T14:30Z"),
        ("04.09.2025 14:30", "2025-09-04T14:30"),
        ("2025-09-04 25:30", "2025-09-04"),
    ],
)
def test_a_time_after_a_space_gets_a_help(written: str, meant: str) -> None:
    assert guess_date(written) == meant


def test_times_are_compared_where_both_have_an_offset() -> None:
    def after(one: str, other: str) -> bool:
        first, second = moment(one), timestamp(other)
        assert first is not None
        assert second is not None
        return is_after(first, second)

    assert after("2025-09-04T14:30+02:00", "2025-09-04T12:00Z")
    assert not after("2025-09-04T14:30+02:00", "2025-09-04T13:00Z")
    # Where it is the next day already.
    assert not after("2025-09-05T00:30+09:00", "2025-09-04T18:00Z")
    assert not after("2025-09-04T14:30", "2025-09-04T12:00Z")
    assert not after("2025-09-04", "2025-09-04T00:01Z")
    assert after("2025-09-05", "2025-09-04T23:00Z")


def _codes(first: str, **fields: str) -> list[str]:
    found = [each.code for each in checked({A: article(fact(**fields), head=first)}).problems]
    return [code for code in found if code != "paragraph-unused"]


def test_a_statement_after_its_article_is_found_by_the_hour() -> None:
    early = head("2025-05-03T09:00Z")
    assert _codes(early, said="2025-05-03T12:00+02:00") == ["said-after-published"]
    assert _codes(early, said="2025-05-03T10:30+02:00") == []
    event = {"content/events/talk.yaml": "name: Talk\ndate: 2025-05-03T12:00+02:00\n"}
    late = article(fact(said="", event="talk", said_basis=""), head=early)
    found = checked({**event, A: late}).problems
    assert "said-after-published" in {each.code for each in found}


def test_an_update_before_the_publication_is_a_problem() -> None:
    early = "updated-before-published"
    assert _codes(head("2025-05-03", "updated: 2025-05-02\n")) == [early]
    assert _codes(head("2025-05-03T09:00Z", "updated: 2025-05-03T08:00Z\n")) == [early]
    assert _codes(head("2025-05-03", "updated: 2025-05-03\n")) == []
    notice = "notices: [{date: 2025-05-01, kind: correction, text: x}]\n"
    assert _codes(head("2025-05-03", notice)) == [early]
    assert _codes(head("2025-05-03", "updated: 2030-05-03\n")) == ["in-the-future"]


def test_a_changed_time_is_a_change_in_words() -> None:
    old, new = (
        site({A: article(fact(), head=head(f"2025-05-03T{hour}:00"))}).dataset for hour in (11, 14)
    )
    (found,) = changed_fields(old.articles["a"], new.articles["a"], old, new)
    assert (found.was, found.now) == ("3 May 2025, 11:00", "3 May 2025, 14:00")


def test_statements_of_one_day_are_sorted_by_the_hour() -> None:
    times = {"one": "T16:00+02:00", "two": "T13:00Z", "three": ""}
    facts = [
        fact(key, said=f"2025-05-02{time}", statement=f"bridge {key} will open in June")
        for key, time in times.items()
    ]
    made = site({A: article(*facts)})
    assert list(made.index.listed) == ["one", "two", "three"]
    text = plain_pages(made)["timeline/"]
    assert text.index("bridge three") < text.index("bridge two") < text.index("bridge one")
    assert "2 May 2025, 16:00 (UTC+2)" in text
    assert 'datetime="2025-05-02T16:00:00+02:00"' in html_pages(made)["timeline/"]


def test_the_data_keep_their_dates_and_have_the_times_beside_them() -> None:
    more = "updated: 2025-05-04T08:00Z\n"
    said = "2025-05-03T09:00+02:00"
    made = site({A: article(fact(said=said), head=head("2025-05-03T14:30+02:00", more))})
    source = record_row(made, "sources", "a")
    assert (source["published"], source["published_time"]) == ("2025-05-03", "14:30+02:00")
    assert (source["updated"], source["updated_time"]) == ("2025-05-04", "08:00Z")
    row = record_row(made, "facts", "one")
    assert row["said"] == "2025-05-03T09:00:00+02:00"
    assert (row["said_earliest"], row["said_latest"]) == ("2025-05-03", "2025-05-03")
    node = of_source(made, "a")
    assert node["datePublished"] == "2025-05-03T14:30:00+02:00"
    assert node["dateModified"] == "2025-05-04T08:00:00Z"
    assert "3 May 2025, updated 4 May 2025, https://" in citation.of_source(made, "a")
    page = plain_pages(made)["sources/a/"]
    assert "**Published:** 3 May 2025, 14:30 (UTC+2)" in page
    assert "**Updated:** 4 May 2025, 08:00 (UTC)" in page


NOTICES = (
    "notices:\n  - {date: 2025-05-06, kind: retraction, text: The report was wrong., "
    "url: 'https://gazette.example/note'}\n"
    "  - {date: 2025-05-04, kind: correction, text: A number was corrected.}\n"
)


def test_a_publisher_s_notices_stand_on_its_source_and_at_each_statement() -> None:
    made = site({A: article(fact(), head=ARTICLE + NOTICES)})
    plain, html = plain_pages(made), html_pages(made)
    lines = (
        "Gazette corrected this report on 4 May 2025.",
        "Gazette retracted this report on 6 May 2025.",
    )
    for pages in (plain, html):
        for path in ("sources/a/", "facts/one/", "topics/bridge/", "actors/ada/"):
            assert pages[path].index(lines[0]) < pages[path].index(lines[1])
        assert "The report was wrong." in pages["sources/a/"]
        assert "https://gazette.example/note" in pages["sources/a/"]
        assert "We do not judge them" in pages["sources/a/"]
    assert made.statements["one"].status == "current"
    row = record_row(made, "sources", "a")
    assert json.dumps(row["notices"][0]["kind"]) == '"retraction"'
    assert row["notices"][1]["date"] == "2025-05-04"


def test_a_citation_says_that_the_source_was_retracted() -> None:
    made = site({A: article(fact(), head=ARTICLE + NOTICES)})
    day = "3 May 2025, retracted 6 May 2025"
    assert day in citation.of_statement(made, made.statements["one"])
    assert day in citation.of_source(made, "a")
    for found in references.all_references(made):
        assert "Gazette retracted this report on 6 May 2025." in found.csl["note"]
    assert b"Gazette retracted this report on 6 May 2025." in dict(feeds(made))["feed.xml"]


def test_a_notice_about_a_further_source_is_shown_too() -> None:
    other = ARTICLE.replace("gazette\n", "wire\n", 1) + NOTICES
    cited = article(fact(also="[{article: b, paragraph: 1}]"))
    made = site({A: cited, "content/facts/b.yaml": other}, text=None)
    assert "Wire retracted this report on 6 May 2025." in plain_pages(made)["facts/one/"]
