"""How to cite: the exact words or ours, the original first; what link previews and Zotero show."""

from __future__ import annotations

import pytest
from factsheets.data import references
from factsheets.data.head import page_head
from factsheets.site.views import citation
from factsheets.site.views.pages import SitePage, site_pages
from factsheets.site.views.search import entries
from factsheets.site.views.site import Site
from factsheets.site.views.texts import shortened

from tests.helpers.builders import (
    ARTICLE,
    TEXT,
    article,
    beside,
    fact,
    first_content,
    html_pages,
    pages_of,
    site,
)

A = "content/facts/a.yaml"
WORDS = "We have painted every railing twice"
SOURCE = "reported by Gazette, 3 May 2025, paragraph 1, https://gazette.example/1; via Made up, "
IF = "if it does not snow"


def made(head: str = ARTICLE, text: str = TEXT, **fields: str) -> Site:
    return site({A: article(fact(**fields), head=head)}, text=text)


def cite(found: Site) -> str:
    return citation.of_statement(found, found.statements["one"])


def test_a_citation_has_the_speaker_the_exact_words_and_the_source_before_this_site() -> None:
    found = cite(made(quote=f'"{WORDS}"', event="council"))
    assert found.startswith(
        f"Ada Example (said 2 May 2025, stated), Council meeting: “{WORDS}”; {SOURCE}"
    )
    assert found.endswith("https://made-up.example/facts/one/")


def test_words_that_are_not_quoted_are_marked_as_ours() -> None:
    assert f"stated), in our words: the bridge will open in June; {SOURCE}" in cite(made())


def test_words_that_nobody_checked_are_not_cited_as_quoted() -> None:
    found = cite(site({A: article(fact(quote=f'"{WORDS}"'))}, text=None))
    assert "in our words: the bridge will open in June" in found
    assert WORDS not in found


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"quote": f'"{WORDS}"'},
        {"quote": f'"{WORDS}"', "form": "partly-quoted"},
        {"quote": '"painted every railing"'},
        {"speaker": "", "quote": f'"{WORDS}"'},
    ],
)
def test_a_citation_never_lacks_the_condition(fields: dict[str, str]) -> None:
    found = made(condition=IF, **fields)
    assert IF in cite(found)
    assert IF in references.of_statement(found, found.statements["one"]).csl["note"]


def test_a_fragment_is_cited_behind_our_sentence() -> None:
    for fields in ({"quote": '"painted every railing"'}, {"form": "partly-quoted"}):
        found = cite(made(**{"quote": f'"{WORDS}"', **fields}))
        assert "in our words: the bridge will open in June; quoted: “" in found


def test_the_publisher_s_own_words_do_not_read_as_a_speaker_s() -> None:
    found = cite(made(speaker=""))
    assert found.startswith("Gazette, the publisher itself, in our words: the bridge")
    assert "; published by Gazette, 3 May 2025" in found


def test_headline_archive_and_translation_are_cited_if_recorded() -> None:
    more = 'title: Bridge "opens"\narchived: https://archive.example/1\ntranslation: unknown\n'
    found = made(ARTICLE + more, quote=f'"{WORDS}"')
    assert (
        f'“{WORDS}” (translation unknown); reported by Gazette, “Bridge "opens"”, 3 May 2025, '
        "paragraph 1, https://gazette.example/1, archived at https://archive.example/1; via"
    ) in cite(found)
    assert "archived at https://archive.example/1" in citation.of_source(found, "a")
    reference = references.of_statement(found, found.statements["one"])
    assert reference.csl["archive_location"] == "https://archive.example/1"
    assert "addendum = {https://archive.example/1}" in reference.bibtex
    assert "L2  - https://archive.example/1" in reference.ris


def test_a_headline_that_is_not_recorded_is_not_mentioned() -> None:
    found = made()
    reference = references.of_statement(found, found.statements["one"])
    assert reference.csl["title"] == "[Gazette, 3 May 2025]"
    assert "headline" not in cite(found) + reference.bibtex + reference.ris


def test_a_denial_and_several_fragments_are_cited_behind_our_sentence() -> None:
    found = cite(made(quote=f'"{WORDS}"', act="denies", statement="the bridge is not open"))
    assert f"in our words: the bridge is not open; quoted: “{WORDS}”" in found
    text = f'"We are not ready," Example said, "and not a threat." {"More. " * 50}\n'
    found = cite(made(text=text, quote="[We are not ready, and not a threat]"))
    assert "in our words: the bridge will open in June; quoted: “We are not ready”, “and" in found


def test_a_long_quotation_is_cut_between_words_and_marked_behind_our_sentence() -> None:
    long = " ".join(f"Painstaking{number}" for number in range(40))
    text = f'"{long}," Example said. {"More. " * 200}\n'
    found = cite(made(text=text, quote=f'"{long}"', condition=IF))
    words = found.partition("“")[2].partition("”")[0]
    assert len(words) <= 300
    assert long.startswith(words.removesuffix(" […]") + " ")
    assert words.endswith(" […]")
    assert f"in our words: the bridge will open in June, {IF}; quoted: “{words}”" in found


def test_two_quotations_of_less_than_300_characters_are_whole() -> None:
    short, long = "we are not ready at all", " ".join(["Painted"] * 25)
    text = f'"{long}," Example said, and "{short}." {"More. " * 200}\n'
    assert f"“{long}”, “{short}”" in cite(made(text=text, quote=f'["{long}", "{short}"]'))


def test_a_text_is_cut_between_words() -> None:
    assert shortened("one two", 7) == "one two"
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"


# Link previews


def pages(found: Site) -> dict[str, SitePage]:
    return {page.path: page for page in site_pages(found)}


def test_a_preview_has_speaker_publisher_and_condition_and_says_what_was_withdrawn() -> None:
    found = pages(made(condition=IF))["facts/one/"]
    assert found.preview == f"Example, reported by Gazette: {IF}, the bridge will open in June"
    assert found.description == (
        "Ada Example (said 2 May 2025, stated), reported by Gazette: "
        f"{IF}, the bridge will open in June."
    )
    stone = {"status": "withdrawn", "reason": "another speaker", "date": "2025-05-04"}
    gone = pages(made(condition=IF, **stone))["facts/one/"]
    for text in (gone.preview, gone.description):
        assert text.startswith("Withdrawn 4 May 2025. ")


def test_where_it_is_not_certain_who_speaks_previews_and_citations_say_so() -> None:
    text = f'"{WORDS}," Ada Example said. {"It rained. " * 30}\n'
    found = made(text=text, speaker="[ada, bob]", quote=f'"{WORDS}"')
    assert "(Speaker not certain); reported by Gazette" in cite(found)
    page = pages(found)["facts/one/"]
    for text in (page.preview, page.description):
        assert text.startswith("Speaker not certain. ")


def test_who_publishes_its_own_words_does_not_report_them() -> None:
    text = f"{WORDS}.\n{'It rained. ' * 30}\n"
    found = made(f"kind: post\n{ARTICLE}", text, speaker="gazette", quote=f'"{WORDS}"')
    page = pages(found)["facts/one/"]
    feed = beside(found)["feed.xml"].decode()
    assert "reported" not in f"{cite(found)} {page.preview} {page.description} {feed}".casefold()
    assert page.preview == "Gazette: the bridge will open in June"


def test_a_long_statement_is_cut_behind_its_condition() -> None:
    long = " ".join(["the bridge will open"] * 9)
    found = pages(made(condition=IF, statement=long))["facts/one/"]
    assert len(found.preview) <= 200
    assert f"Gazette: {IF}, the bridge will open" in found.preview
    assert found.preview.endswith("…")


def test_previews_of_other_pages_say_who_reports() -> None:
    found = pages(made())
    one = "One source so far. 1 statement from one article by Gazette."
    assert found["topics/bridge/"].description == f"What is said about the bridge. {one}"
    assert found["actors/ada/"].description.endswith(one)
    assert found["sources/a/"].description.startswith("Gazette, 3 May 2025. 1 attributed")
    assert all(len(page.description) <= 300 for page in found.values())


def test_titles_in_feeds_have_the_condition() -> None:
    feed = beside(made(condition=IF))["feed.xml"].decode()
    assert f"<title>Example: the bridge will open in June, {IF}</title>" in feed


def test_feeds_and_search_show_misleading_words_in_their_sentence_only() -> None:
    detail = "She would not say “painted every railing”."
    words = {"quote": '"painted every railing"', "form": "partly-quoted", "detail": f'"{detail}"'}
    found = made(**words)
    feed = beside(found)["feed.xml"].decode()
    assert feed.count("painted every railing") == feed.count(detail) == 1
    entry = next(each for each in entries(found) if each.kind == "statement")
    assert (entry.quote, entry.teaser) == ("", detail)


def test_feeds_say_what_changes_how_a_statement_is_read() -> None:
    other = fact("two", speaker="bob", act="proposes", statement="it closes", replies_to="[one]")
    feed = beside(site({A: article(fact(), other)}))["feed.xml"].decode()
    assert "Replies to Example, 2 May 2025, stated. Proposal." in feed


# Zotero


def tags(found: Site, path: str) -> list[tuple[str, str]]:
    page = next(page for page in pages_of(found).all() if page.path == path)
    return list(page_head(found, page)["citation"])


def test_zotero_takes_the_page_of_a_source_for_the_article() -> None:
    head = ARTICLE + 'title: Bridge <b> "opens"\nauthors: [Ann Alpha, Bo Beta]\n'
    assert tags(made(head), "sources/a/") == [
        ("citation_title", "Bridge &lt;b&gt; &quot;opens&quot;"),
        ("citation_author", "Ann Alpha"),
        ("citation_author", "Bo Beta"),
        ("citation_publication_date", "2025/05/03"),
        ("citation_publisher", "Gazette"),
        ("citation_public_url", "https://gazette.example/1"),
        ("citation_language", "en"),
        ("DC.source", "Gazette"),
        ("DC.type", "newspaperArticle"),
    ]


def test_zotero_takes_the_page_of_a_statement_for_a_page_of_this_site() -> None:
    found = dict(tags(made(condition=IF), "facts/one/"))
    assert found["DC.type"] == "webpage"
    assert IF in found["citation_title"]
    assert "reported by Gazette" in found["citation_abstract"]
    assert not found.keys() & {"citation_author", "citation_public_url", "DC.source"}
    assert tags(made(), "topics/bridge/") == []


# Feeds


def test_topics_actors_and_lists_have_a_feed_link_with_words() -> None:
    found = html_pages(made())
    for path, words, feed in (
        ("topics/bridge/", "Follow this topic", "feed.xml"),
        ("actors/ada/", "Follow this actor", "feed.xml"),
        ("facts/", "Follow all statements", "../feed.xml"),
    ):
        link = f'<a href="{feed}">{words}: feed of new statements and corrections</a>'
        assert link in found[path], path
    assert "Follow all statements: feed of" in html_pages(first_content())[""]
    assert 'href="../../data/#feeds"' in found["topics/bridge/"]
    assert '<h2 id="feeds">' in found["data/"]
    assert "shows you new statements" in found["data/"]
