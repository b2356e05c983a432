"""Languages, our translations and cited sources on pages, in data and in the search."""

from __future__ import annotations

import json
import re

import pytest
from factsheets.data.head import of_statement as json_ld
from factsheets.data.lists import record_row
from factsheets.data.references import of_statement as reference_of
from factsheets.site.views import citation
from factsheets.site.views.actor import actor_view
from factsheets.site.views.search import entries
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

from tests.helpers.builders import ARTICLE, article, beside, fact, html_pages, plain_pages, site
from tests.site.test_sources import PUBLISHERS, head

# Made up for tests.
FRENCH = (
    "« Nous avons repeint chaque rambarde deux fois », a déclaré la maire Ada Example au conseil "
    "municipal de la ville.\n"
)
OURS = {
    "quote": '"Nous avons repeint chaque rambarde"',
    "quote_translation": '"We have painted every <rail>"',
    "translated_by": '"Ann Archer"',
    "translated": "2025-05-04",
    "spoken_language": "fr",
    "translation": "ours",
}
LABEL = "Our translation, by Ann Archer, 4 May 2025"


def made(language: str = "", default: str = "", text: str = FRENCH, **fields: str) -> Site:
    """One fact of the Gazette, in French unless another language is given."""
    lines = ARTICLE.replace("language: en", f"language: {language or 'fr'}")
    lines += f"translation: {default}\n" if default else ""
    return site({"content/facts/a.yaml": article(fact(**fields), head=lines)}, text=text)


def link(view: StatementView, name: str) -> tuple[str, str]:
    """State and text of a link of the chain."""
    return next((each.state, each.text) for each in view.chain if each.link == name)


@pytest.mark.parametrize(
    ("default", "spoken", "given", "state", "text"),
    [
        ("none", "", "", "stated", "Spoken in English, not translated."),
        ("none", "en", "", "stated", "Spoken in English, not translated."),
        ("unknown", "en", "none", "stated", "Spoken in English, not translated."),
        ("none", "en", "ours", "stated", "Spoken in English, the language of the source."),
        ("unknown", "en", "", "stated", "Spoken in English, the language of the source."),
        ("", "en", "", "stated", "Spoken in English, the language of the source."),
        ("publisher", "", "", "translated", "Translated into English by Gazette."),
        (
            "publisher",
            "fr",
            "",
            "translated",
            "Spoken in French; translated into English by Gazette.",
        ),
        (
            "none",
            "fr",
            "unknown",
            "unknown",
            "Spoken in French; Gazette reports in English, whether it translated is not stated.",
        ),
        (
            "",
            "fr",
            "",
            "unknown",
            "Spoken in French; Gazette reports in English, whether it translated is not recorded.",
        ),
        (
            "",
            "",
            "",
            "unknown",
            "Reported in English; not recorded whether it is a translation.",
        ),
    ],
)
def test_the_chain_says_in_which_language_it_was_said_and_who_translated(
    default: str, spoken: str, given: str, state: str, text: str
) -> None:
    view = made("en", default, spoken_language=spoken, translation=given).statements["one"]
    assert link(view, "translation") == (state, text)


def test_our_translation_stands_beside_the_original_words_and_is_labelled() -> None:
    found = made(**OURS)
    pages, plain = html_pages(found), plain_pages(found)
    for path in ("facts/one/", "topics/bridge/", "actors/ada/", "sources/a/"):
        (shown,) = re.findall(r'<p class="st-translation">.*</p>', pages[path])
        assert shown == (
            f'<p class="st-translation"><b>{LABEL}:</b> '
            "<span>We have painted every &lt;rail&gt;</span></p>"
        ), path
        assert f"**{LABEL}:** We have painted every" in plain[path], path
        quotation = '<blockquote lang="fr" dir="ltr">\n<p>“Nous avons repeint chaque rambarde”</p>'
        assert quotation in pages[path]
    for page in (*pages.values(), *plain.values()):
        for quoted in re.findall(
            r"“[^”]*”|<(?:q|blockquote).*?</(?:q|blockquote)>", page, re.DOTALL
        ):
            assert "We have painted" not in quoted


def test_a_list_of_quotes_has_its_translations_in_order() -> None:
    fields = {
        **OURS,
        "quote": '["Nous avons repeint", "chaque rambarde deux fois"]',
        "quote_translation": '["We have painted", "every rail twice"]',
    }
    found = made(**fields)
    assert record_row(found, "facts", "one")["quote_translations"] == [
        "We have painted",
        "every rail twice",
    ]
    page = html_pages(found)["facts/one/"]
    assert "<span>We have painted</span> <span>every rail twice</span>" in page
    assert r"We have painted \[…\] every rail twice" in plain_pages(found)["facts/one/"]


def test_our_translation_is_a_link_of_the_chain() -> None:
    view = made(**OURS).statements["one"]
    names = [each.link for each in view.chain]
    assert names == ["speaker", "translation", "publisher", "our-translation", "wording"]
    assert link(view, "our-translation") == (
        "translated",
        "By Ann Archer, 4 May 2025; not the source’s words.",
    )
    assert link(view, "translation")[1] == "Spoken in French, the language of the source."


def test_a_paraphrase_that_we_translate_has_the_link_without_a_translator() -> None:
    view = made(translation="ours").statements["one"]
    assert link(view, "our-translation") == ("translated", "Translated from French by us.")


def test_a_translation_older_than_a_correction_of_the_quote_is_of_earlier_words() -> None:
    change = "was: Nous avons, now: Nous avons repeint, reason: Misread."
    for day, outdated in (("2025-05-04", False), ("2025-05-05", True)):
        entry = f"[{{date: {day}, field: quote, {change}}}]"
        found = made(**OURS, corrections=entry)
        shown = "Our translation of earlier words, by Ann Archer" in html_pages(found)["facts/one/"]
        assert shown == outdated


def test_our_translation_is_in_the_data_the_feed_and_the_search_but_not_in_the_citation() -> None:
    found = made(**OURS)
    row = record_row(found, "facts", "one")
    assert row["quote_translations"] == ["We have painted every <rail>"]
    assert (row["translated_by"], row["translated"]) == ("Ann Archer", "2025-05-04")
    assert row["spoken_language"] == "fr"
    assert row["evidence"][0]["translation"] == "ours"
    assert row["evidence"][0]["quotes"] == ["Nous avons repeint chaque rambarde"]
    assert {"link": "our-translation", "state": "translated"} in row["chain"]
    (entry,) = (each for each in entries(found) if each.id == "one")
    assert any(text == "We have painted every <rail>" for _, text in entry.fields)
    assert entry.quote == "Nous avons repeint chaque rambarde"
    files = beside(found)
    assert f"{LABEL}: We have painted" in files["feed.xml"].decode()
    view = found.statements["one"]
    assert "painted" not in citation.of_statement(found, view)
    assert "painted" not in json.dumps(reference_of(found, view).csl)


def test_json_ld_gives_our_translation_as_a_translation_of_the_quotation() -> None:
    node = json_ld(made(**OURS), "one")
    assert node["text"] == ["Nous avons repeint chaque rambarde"]
    assert node["workTranslation"]["text"] == ["We have painted every <rail>"]
    assert node["workTranslation"]["translator"]["name"] == "Ann Archer"


def test_a_translation_of_words_that_nobody_checked_is_labelled_all_the_same() -> None:
    fields = {**OURS}
    found = site(
        {
            "content/facts/a.yaml": article(
                fact(**fields), head=ARTICLE.replace("language: en", "language: fr")
            )
        },
        text=None,
    )
    page = html_pages(found)["facts/one/"]
    assert "Not checked against the article:" in page
    assert f"<b>{LABEL}:</b>" in page


# Cited sources.


def cited(*others: tuple[str, str, str], via: str = "") -> Site:
    """One fact of the Gazette; `others` are articles (id, publisher, via), all cited."""
    content = dict(PUBLISHERS)
    also = []
    for name, publisher, more in others:
        content[f"content/facts/{name}.yaml"] = head(publisher, "facts: []\n")
        named = f", via: {more}" if more else ""
        also.append(f"{{article: {name}, paragraph: 1{named}}}")
    fields = {"via": via, "also": f"[{', '.join(also)}]" if also else ""}
    content["content/facts/a.yaml"] = article(fact("one", **fields))
    return site(content)


def test_a_secondary_source_is_a_link_between_speaker_and_publisher() -> None:
    view = cited(via="wire").statements["one"]
    names = [each.link for each in view.chain]
    assert names == ["speaker", "via", "translation", "publisher", "wording"]
    assert link(view, "via") == (
        "passed-on",
        "Through Wire, according to Gazette. The report of Wire itself is not recorded here.",
    )


def test_a_secondary_source_whose_own_report_is_cited_is_no_weak_link() -> None:
    view = cited(("b", "wire", ""), via="wire").statements["one"]
    assert link(view, "via") == ("stated", "Through Wire, according to Gazette.")


def test_a_passed_on_statement_is_weaker_than_a_paraphrase_and_stronger_than_the_unknown() -> None:
    head_ = ARTICLE + "translation: none\n"
    found = site({"content/facts/a.yaml": article(fact(via="wire"), head=head_)})
    assert found.statements["one"].weakest.link == "via"
    assert cited(via="wire").statements["one"].weakest.link == "translation"


def test_reports_and_citations_name_the_secondary_source() -> None:
    found = cited(via="wire")
    view = found.statements["one"]
    assert "reported by Gazette, citing Wire, 3 May 2025" in citation.of_statement(found, view)
    assert "Citing Wire." in reference_of(found, view).csl["note"]
    assert ', citing <a href="../../actors/wire/">Wire</a>' in html_pages(found)["facts/one/"]
    assert ", citing [Wire](../../actors/wire/)" in plain_pages(found)["facts/one/"]
    row = record_row(found, "facts", "one")
    assert (row["via"], row["evidence"][0]["via"]) == ("wire", "wire")


@pytest.mark.parametrize(
    ("via", "others", "words"),
    [
        ("", (("b", "post", ""),), "2 publishers; not compared for shared text"),
        (
            "wire",
            (("b", "post", "wire"),),
            "Single source; 1 article citing the same source not counted",
        ),
        (
            "wire",
            (("b", "post", "wire"), ("c", "radio", "wire")),
            "Single source; 2 articles citing the same source not counted",
        ),
        ("wire", (("b", "post", "herald"),), "2 publishers; not compared for shared text"),
        ("wire", (("b", "post", ""),), "2 publishers; not compared for shared text"),
        (
            "wire",
            (("b", "wire", ""),),
            "1 article citing the same source not counted",
        ),
        # Each names the other: one of them counts.
        (
            "wire",
            (("b", "wire", "gazette"),),
            "Single source; 1 article citing the same source not counted",
        ),
    ],
)
def test_publishers_with_one_secondary_source_are_one_report(
    via: str, others: tuple[tuple[str, str, str], ...], words: str
) -> None:
    support = cited(*others, via=via).statements["one"].support
    assert words in support.text
    if "secondary" in words:
        assert (support.sources, support.kind) == (1, "single-source")


def test_a_page_counts_no_publisher_that_only_relays() -> None:
    found = cited(("b", "post", "wire"), via="wire")
    page = plain_pages(found)["topics/bridge/"]
    assert "One source so far." in page
    assert "1 article citing the same source not counted." in page
    assert "2 publishers" not in page


def test_the_page_of_a_secondary_source_lists_what_it_passed_on_and_not_as_its_own() -> None:
    found = cited(("b", "post", "herald"), via="wire")
    for actor in ("wire", "herald"):
        view = actor_view(found, actor)
        (group,) = view.pages[0].items
        assert (group.section.id, [each.id for each in group.items]) == ("passed-on", ["one"])
        assert record_row(found, "actors", actor)["statements"] == []
        for page in (html_pages(found), plain_pages(found)):
            text = page[f"actors/{actor}/"]
            assert f"Statements reported citing {view.called}" in text
            assert f"1 statement reported citing {view.called}" in text
            assert f"What {view.called} said" not in text
