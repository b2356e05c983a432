"""What pages say about how words are known, for each kind of source."""

from __future__ import annotations

import json
import zlib
from typing import NamedTuple

import pytest
from factsheets.data import head, references
from factsheets.data.lists import record_row
from factsheets.quotes.capture import digest
from factsheets.site.search_pages import FACETS_FILE, SearchPages
from factsheets.site.views import site as views_site
from factsheets.site.views.evidence import account
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.site import Site
from factsheets.site.views.source import source_view
from factsheets.site.views.sources import coverage, source_lines

from tests.helpers import builders

URL = "https://gazette.example/1"
TRANSCRIPT = (
    "Gazette: When will it open?\n"
    "Ada Example: We open the bridge in May.\n"
    "Bob Baker: It is not safe for lorries yet.\n"
)
OWN = "The bridge opens in May. “It is not safe,” Bob Baker said.\n"


class Source(NamedTuple):
    """A source with one quoted statement."""

    kind: str
    text: str
    speaker: str
    quote: str
    url: str = URL
    translated: str = ""


TRANSCRIBED = Source("transcript", TRANSCRIPT, "ada", "We open the bridge in May")
RECORDED = TRANSCRIBED._replace(kind="recording")
STATED = Source("statement", OWN, "gazette", "The bridge opens in May")
POSTED = STATED._replace(kind="post")


def site(source: Source, **more: str) -> Site:
    head = builders.ARTICLE.replace(URL, source.url) + f"kind: {source.kind}\n"
    head += "translation: none\n" if source.translated == "none" else ""
    numbers = range(2, 1 + source.text.count("\n"))
    unused = ", ".join(f'{{paragraph: {number}, why: "…"}}' for number in numbers)
    head += f"unused: [{unused}]\n" if unused else ""
    quote = json.dumps(source.quote) if source.quote else ""
    one = builders.fact(
        speaker=source.speaker, quote=quote, paragraph="", also="[{paragraph: 1}]", **more
    )
    content = {"content/facts/a.yaml": builders.article(one, head=head)}
    return builders.site(content, text=source.text)


@pytest.mark.parametrize(
    ("source", "badge", "form"),
    [
        (TRANSCRIBED, "From a transcript published by Gazette", "quoted"),
        (STATED, "Published by Gazette", "quoted"),
        (STATED._replace(kind="report", speaker=""), "Published by Gazette", "publisher"),
        (STATED._replace(speaker="bob", quote="It is not safe"), "Quoted", "quoted"),
        (
            POSTED._replace(url="https://x.com/gazette/status/1"),
            "From the account @gazette",
            "quoted",
        ),
        (POSTED._replace(speaker=""), "From the account of Gazette", "publisher"),
        (RECORDED, "Transcribed by us", "paraphrased"),
    ],
)
def test_the_badge_says_how_the_words_are_known(source: Source, badge: str, form: str) -> None:
    view = site(source).statements["one"]
    assert (view.form_text, view.form) == (badge, form)
    if badge != "Quoted":
        assert "quotation marks" not in view.form_meaning
        assert not any("quotation marks" in link.text for link in view.chain)


def test_what_a_speaker_passes_on_has_no_primary_record() -> None:
    head = builders.ARTICLE + "kind: transcript\n"
    one = builders.fact(speaker="bob", via="ada")
    found = builders.site({"content/facts/a.yaml": builders.article(one, head=head)})
    assert found.statements["one"].support.kind == "single-source"


def test_the_chain_of_a_publishers_own_words_names_it_once() -> None:
    view = site(STATED).statements["one"]
    texts = {link.link: link.text for link in view.chain}
    assert texts["speaker"] == "Gazette; the speaker is also the publisher."
    assert texts["publisher"] == "Gazette published the words as its own."


def test_a_transcription_of_ours_is_never_shown_as_checked() -> None:
    made = site(RECORDED)
    view = made.statements["one"]
    own = view.evidence[0]
    assert (own.quoted, own.unchecked) == ((), ("We open the bridge in May",))
    assert own.doubt_text == "Transcribed by us from the recording"
    states = {link.link: link.state for link in view.chain}
    assert (states["speaker"], states["publisher"]) == ("inferred", "unknown")
    assert record_row(made, "facts", "one")["evidence"][0]["check"] == "transcribed"
    pages = builders.html_pages(made)["facts/one/"], builders.plain_pages(made)["facts/one/"]
    for page in pages:
        assert "Transcribed by us" in page
        assert "“We open the bridge in May”" not in page


def test_what_a_person_read_in_a_transcript_is_not_said_of_marks() -> None:
    captured = digest(TRANSCRIPT)
    head = builders.ARTICLE + "kind: transcript\n"
    one = builders.fact(
        speaker="ada",
        quote='"When will it open"',
        marks=f"{{read_as: quoted, by: Cy Reader, date: 2025-05-04, sha256: {captured}}}",
    )
    outcome = builders.checked(
        {"content/facts/a.yaml": builders.article(one, head=head)}, text=TRANSCRIPT
    )
    assert outcome.value is not None
    view = views_site.site(outcome.value, builders.SETTINGS).statements["one"]
    badge = "Speaker unclear in the source; read as the speaker’s by Cy Reader, 4 May 2025"
    assert (view.form_text, view.form) == (badge, "paraphrased")
    assert "marks" not in view.chain[-2].text


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://x.com/town/status/1", "@town"),
        ("https://www.twitter.com/town/status/1", "@town"),
        ("https://x.com/i/status/1", ""),
        ("https://social.example/@town/1", "@town"),
        ("https://bsky.app/profile/town.example/post/1", "@town.example"),
        ("https://t.me/town/12", "@town"),
        ("https://t.me/town", ""),
        ("https://town.example/news/1", ""),
        ("https://town.example/@/1", ""),
    ],
)
def test_an_account_is_named_where_the_address_has_it(url: str, handle: str) -> None:
    assert account(url) == handle


def label(kind: str, **more: str) -> str:
    fields = "".join(f"{key}: {value}\n" for key, value in more.items())
    outcome = builders.checked({"content/actors/x.yaml": f"kind: {kind}\nname: X\n{fields}"})
    assert outcome.value is not None
    return publisher_label(outcome.value, "x")


def test_an_actor_that_publishes_its_own_words_is_labelled_by_what_it_is() -> None:
    assert label("person") == "person"
    assert label("state") == "state"
    assert label("organisation") == "organisation"
    assert label("coalition") == "coalition"


@pytest.mark.parametrize(
    ("source", "support"),
    [
        (TRANSCRIBED, "Primary record"),
        (STATED, "Primary record"),
        (STATED._replace(speaker="bob", quote="It is not safe"), "Single source"),
        (POSTED._replace(speaker="bob", quote=""), "Single source"),
        (STATED._replace(quote=""), "Primary record"),
    ],
)
def test_a_source_is_a_primary_record_only_of_its_own_words(source: Source, support: str) -> None:
    (view,) = site(source).statements.values()
    assert view.support.text == support


def test_what_is_written_is_not_called_spoken() -> None:
    texts = []
    for source in (STATED, TRANSCRIBED):
        (view,) = site(source._replace(translated="none")).statements.values()
        texts += [each.text for each in view.chain if each.link == "translation"]
    assert texts == ["Published in English, not translated.", "Spoken in English, not translated."]


def test_what_we_sum_up_of_a_recording_is_not_the_publishers_report() -> None:
    (view,) = site(RECORDED._replace(quote="")).statements.values()
    texts = {each.link: each.text for each in view.chain}
    assert texts["publisher"] == "Summed up by us from the recording that Gazette published."
    assert view.form_meaning.startswith("We sum up what we heard in the recording")


def test_no_paragraph_is_said_to_give_nothing_where_a_statement_states_only_a_time() -> None:
    def page(**more: str) -> str:
        one = builders.fact(**more)
        made = {"content/facts/a.yaml": builders.article(one, builders.fact("two"))}
        return builders.plain_pages(builders.site(made, text="We open it.\nSoon.\n"))["sources/a/"]

    assert "Paragraph 2: No statement taken" in page(paragraph="1")
    assert "No statement taken" not in page(paragraph="", time="'00:00:05'")


def test_what_we_transcribed_is_not_counted_as_not_found() -> None:
    page = builders.plain_pages(site(RECORDED))["sources/a/"]
    assert "Transcribed by us" in page
    assert "found word for word" not in page
    assert (
        "1 of 1 quotation found word for word" in builders.plain_pages(site(STATED))["sources/a/"]
    )


@pytest.mark.parametrize(
    ("source", "schema_type", "csl_type", "named"),
    [
        (TRANSCRIBED, "CreativeWork", "webpage", "Transcript (primary record)"),
        (STATED, "CreativeWork", "webpage", "Statement (primary record)"),
        (POSTED, "SocialMediaPosting", "post", "Post (primary record)"),
        (STATED._replace(kind="report"), "Report", "report", "Report"),
        (RECORDED, "MediaObject", "webpage", "Recording (primary record)"),
    ],
    ids=lambda value: value.kind if isinstance(value, Source) else "",
)
def test_data_citations_and_pages_say_what_a_source_is(
    source: Source, schema_type: str, csl_type: str, named: str
) -> None:
    shown = site(source)
    assert record_row(shown, "sources", "a")["kind"] == source.kind
    assert head.of_source(shown, "a")["@type"] == schema_type
    (fact,) = shown.statements
    assert head.of_statement(shown, fact)["appearance"][0]["@type"] == schema_type
    assert references.of_source(shown, "a").csl["type"] == csl_type
    assert source_view(shown, "a").kind_text == named


def test_the_search_filters_by_kind_of_source_and_by_act() -> None:
    files = dict(SearchPages(site(POSTED)).files())
    facets = json.loads(zlib.decompress(files[FACETS_FILE]))["facets"]
    found = {facet["name"]: (facet["title"], facet["names"]) for facet in facets}
    assert found["kind"] == ("Kind of source", ["Post"])
    assert found["act"] == ("Act", ["says"])


def test_a_publishers_notice_is_in_the_metadata_of_its_source() -> None:
    notices = 'notices: [{date: 2025-05-09, kind: retraction, text: "It was taken back."}]\n'
    content = builders.article(builders.fact(), head=builders.ARTICLE + notices)
    node = head.of_source(builders.site({"content/facts/a.yaml": content}), "a")
    assert node["@type"] == "NewsArticle"
    (comment,) = node["correction"]
    assert comment["text"] == "retraction: It was taken back."


@pytest.mark.parametrize("kind", ["statement", "post"])
def test_somebody_else_quoted_in_a_press_release_is_no_primary_record(kind: str) -> None:
    shown = site(STATED._replace(kind=kind, speaker="bob", quote="It is not safe"))
    (view,) = shown.statements.values()
    assert (view.support.kind, view.support.text) == ("single-source", "Single source")
    assert coverage(shown, [view]).lead == "One source so far."
    (line,) = source_lines(shown, [view])
    assert not line.primary
    (own,) = site(STATED._replace(kind=kind)).statements.values()
    assert own.support.kind == "primary"


QUESTIONS = "Q: When will it open?\nA: We open the bridge in May.\n"


def test_the_chain_says_who_read_whose_words_they_are() -> None:
    source = TRANSCRIBED._replace(text=QUESTIONS)
    marks = f"{{read_as: quoted, by: Cy Reader, date: 2025-05-04, sha256: {digest(QUESTIONS)}}}"
    shown = site(source, marks=marks)
    (view,) = shown.statements.values()
    assert view.chain[0].state == "inferred"
    assert "as Cy Reader read the source" in view.chain[0].text
    assert "1 of 1 quotation found word for word" in source_view(shown, "a").checked_text


def test_a_speaker_whom_a_label_contradicts_is_not_stated() -> None:
    (view,) = site(TRANSCRIBED._replace(speaker="bob")).statements.values()
    assert view.chain[0].state == "unknown"
    assert view.weakest.link == "speaker"
