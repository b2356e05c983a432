"""Cards: one line of evidence that claims no more than is known, quoted words, what is not said."""

from __future__ import annotations

import pytest
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

from tests.helpers.builders import ARTICLE, article, fact, html_pages, site

A = "content/facts/a.yaml"
TEXT = "“We open the bridge in May, not later,” Ada Example said on Friday.\nIt was cold.\n"
QUOTE = "We open the bridge in May"


def one(head: str = "", text: str | None = TEXT, **fields: str) -> StatementView:
    return made(head, text, **fields).statements["one"]


def made(head: str = "", text: str | None = TEXT, **fields: str) -> Site:
    return site({A: article(fact(**fields), head=ARTICLE + head)}, text=text)


def line(view: StatementView) -> list[str]:
    return [each.text for each in view.evidence_line]


@pytest.mark.parametrize(
    ("head", "fields", "reported"),
    [
        ("", {"quote": QUOTE}, ["Quoted by Gazette"]),
        ("", {"quote": QUOTE, "form": "partly-quoted"}, ["Partly quoted by Gazette"]),
        # The paragraph has quotation marks, so Gazette may have quoted what nobody recorded.
        ("", {}, ["Reported by Gazette", "no quotation recorded"]),
        ("", {"paragraph": "2"}, ["Paraphrased by Gazette"]),
        ("", {"speaker": "", "paragraph": "2"}, ["Published by Gazette"]),
        ("", {"via": "bob"}, ["Reported by Gazette, citing Baker", "no quotation recorded"]),
        ("kind: recording\n", {}, ["Summed up by us from a recording published by Gazette"]),
        ("kind: transcript\n", {}, ["Reported by Gazette", "no quotation recorded"]),
    ],
)
def test_the_line_of_evidence_claims_no_more_than_is_known(
    head: str, fields: dict[str, str], reported: list[str]
) -> None:
    assert line(one(head, **fields))[: len(reported)] == reported


@pytest.mark.parametrize(
    ("head", "paragraph", "form"),
    [
        ("", "1", "Reported"),  # The paragraph has quotation marks.
        ("", "2", "Paraphrased"),
        ("kind: transcript\n", "1", "Reported"),
        ("kind: recording\n", "1", "Summed up by us"),
    ],
)
def test_tables_feeds_and_cards_name_the_same_form(head: str, paragraph: str, form: str) -> None:
    view = one(head, paragraph=paragraph)
    assert view.form_text == form
    assert line(view)[0].startswith(form)


def test_what_nobody_compared_with_a_recording_is_our_transcription() -> None:
    view = one("kind: recording\n", text=None, quote=QUOTE)
    texts = [text for _name, text, _remark in view.steps]
    assert "Our transcription of the recording that Gazette published." in texts


def test_words_that_nobody_checked_are_only_reported_and_keep_their_label() -> None:
    view = one(text=None, quote=QUOTE)
    assert line(view)[0] == "Reported by Gazette"
    assert [each.text for each in view.flags] == ["Not checked"]
    assert f"“{QUOTE}”" not in view.marked


@pytest.mark.parametrize(
    ("head", "fields", "state"),
    [
        ("translation: unknown\n", {}, ["translation unknown"]),
        ("translation: unknown\n", {"spoken_language": "uk"}, ["translator unknown"]),
        ("translation: publisher\n", {}, ["translated by Gazette"]),
        ("translation: none\n", {}, []),
        ("translation: unknown\n", {"spoken_language": "en"}, []),
        ("", {}, ["translation not recorded"]),
        ("", {"speaker": ""}, []),
    ],
)
def test_the_line_says_who_translated_unless_the_words_are_the_original(
    head: str, fields: dict[str, str], state: list[str]
) -> None:
    assert [each for each in line(one(head, quote=QUOTE, **fields)) if "transl" in each] == state


@pytest.mark.parametrize(
    ("said", "basis", "date"),
    [
        ("2025-05-02", "stated", "2 May 2025 (stated)"),
        ("2025-05-02", "inferred", "2 May 2025 (inferred)"),
        ("2025-05-02", "year-inferred", "2 May (stated), 2025 (inferred)"),
        ("before 2025-05-02", "inferred", "day not given, before 2 May 2025"),
        ("unknown", "", "day not given"),
    ],
)
def test_the_date_says_how_it_is_known(said: str, basis: str, date: str) -> None:
    assert date in line(one(said=said, said_basis=basis))


def test_the_place_leads_to_the_paragraph_and_is_named_with_the_statement() -> None:
    last = one().evidence_line[-1]
    assert (last.text, last.path) == ("¶1", "sources/a/#p1")
    page = html_pages(made())["topics/bridge/"]
    assert 'aria-label="¶1, Example: the bridge will open in June"' in page


def test_other_publishers_are_counted_and_reprints_are_not() -> None:
    def cited(more: str) -> str:
        head = ARTICLE.replace("gazette\n", "wire\n").replace("/1", "/2")
        other = {
            "content/actors/wire.yaml": WIRE,
            "content/facts/b.yaml": f"{head}{more}facts: []\n",
        }
        own = article(fact(also="[{article: b, paragraph: 1}]"))
        return " ".join(line(site({A: own, **other}).statements["one"]))

    assert cited("").endswith("¶1 + 1 more publisher")
    assert cited("derived_from: a\n").endswith("¶1")


WIRE = (
    "kind: publisher\nname: Wire\nownership: private\noutlet: newspaper\ncountry: exampleland\n"
    "ownership_source: https://wire.example/about\n"
)


def test_proven_words_in_our_sentence_get_their_marks_and_are_not_repeated() -> None:
    view = one(quote=QUOTE, form="partly-quoted", statement=f"“{QUOTE}” is the plan")
    assert (view.marked, view.set_apart) == (f"“{QUOTE}” is the plan", ())
    view = one(quote="open the bridge", statement="they open the bridge in May")
    assert (view.marked, view.set_apart) == ("they “open the bridge” in May", ())
    # A part of a word is not the quotation.
    view = one(quote="open the bridge", statement="they reopen the bridge in May")
    assert view.set_apart == ("open the bridge",)


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("open the bridge", "they un-open the bridge in May"),
        ("bridge in May, not", "the bridge in May, not-so-new, opens"),
        ("We open the", "We open the’n what"),
        ("bridge at 26", "bridge at 26.5 degrees"),
        ("bridge at 26", "bridge at 26% of its load"),
        ("26 more people", "1.26 more people"),
        ("open the bridge", "those who open the bridge say that they open the bridge"),
        ("open the bridge", '"We open the bridge" in May'),
        ("open the bridge", "they «open the bridge» in May"),
        ("open the bridge", "they ‘open the bridge’ in May"),
        ("open the bridge", "„we open the bridge“, they say"),
    ],
)
def test_no_marks_are_added_where_the_words_may_not_be_the_quoted_ones(
    quote: str, statement: str
) -> None:
    said = "“We open the bridge in May, not later, the bridge at 26, 26 more people.”"
    fields = {"quote": f"'{quote}'", "form": "partly-quoted", "statement": f"'{statement}'"}
    view = one(text=f"{said} Ada Example said.\n\n{'It was cold. ' * 30}\n", **fields)
    assert (view.marked, view.set_apart) == (statement, (quote,))


def test_overlapping_quotations_get_no_marks_within_marks() -> None:
    quotes = f"[{QUOTE}, bridge in May]"
    view = one(text=TEXT * 3, quote=quotes, form="partly-quoted", statement=f"{QUOTE}, then wait")
    assert (view.marked, view.set_apart) == (f"“{QUOTE}”, then wait", ("bridge in May",))


def test_a_fragment_stands_in_a_sentence_and_a_sentence_in_a_block() -> None:
    page = html_pages(made(quote=QUOTE, form="partly-quoted"))["topics/bridge/"]
    assert f'Quoted: <span lang="en" dir="ltr">“{QUOTE}”</span>.' in page
    assert "<blockquote" not in page
    page = html_pages(made(quote=QUOTE))["topics/bridge/"]
    assert f'<blockquote lang="en" dir="ltr">\n<p>“{QUOTE}”</p>' in page


def test_words_that_mislead_alone_keep_the_sentence_in_which_they_stand() -> None:
    detail = f"He would not say “{QUOTE}” to anybody."
    page = html_pages(made(quote=QUOTE, detail=f'"{detail}"'))["topics/bridge/"]
    assert f'<p class="st-text">{detail}</p>' in page
    other = html_pages(made(quote=QUOTE, detail="Something else."))
    assert "Something else." not in other["topics/bridge/"]
    assert "Something else." in other["facts/one/"]


def test_a_condition_never_leaves_its_statement() -> None:
    found = html_pages(made(condition="if it does not snow"))
    for path in ("topics/bridge/", "facts/one/", "sources/a/"):
        assert "the bridge will open in June, if it does not snow" in found[path], path
    other = fact("other", speaker="bob", statement="it will not", disputes="[one]")
    own = fact(condition="if it does not snow")
    found = html_pages(site({A: article(own, other)}, text=TEXT))
    for path, page in found.items():
        assert page.count("will open in June") == page.count("in June, if it does not snow"), path


def test_what_is_not_said_is_cut_at_the_end_of_an_item() -> None:
    items = [f"{'x' * 60} {number}" for number in range(5)]
    view = one(not_said=f"[{', '.join(items)}]")
    assert (view.not_said_shown, view.not_said_beyond) == (tuple(items[:2]), 3)
    page = html_pages(made(not_said=f"[{', '.join(items)}]"))["topics/bridge/"]
    assert '<a href="../../facts/one/#not-said">and 3 more</a>.</p>' in page
    assert one(not_said=f"[{'x' * 400}, y]").not_said_beyond == 1


def test_a_reply_is_marked_on_both_statements() -> None:
    reply = fact("reply", speaker="bob", statement="it will not", replies_to="[one]")
    found = site({A: article(fact(), reply)}).statements
    assert [(each.text, each.path) for each in found["one"].marks] == [
        ("Reply: Baker, 2 May 2025, stated", "facts/reply/")
    ]
    (flag,) = found["reply"].flags
    assert flag.text == "Replies to Example, 2 May 2025, stated"
    assert found["reply"].marks == ()


def test_the_step_of_which_least_is_known_is_marked_in_words() -> None:
    steps = list(one("translation: unknown\n", quote=QUOTE).steps)
    assert [name for name, _, _ in steps] == ["Speaker", "Language", "Gazette’s words", "Our words"]
    assert [remark for _, _, remark in steps if remark] == ["Least certain step"]
    assert steps[0] == ("Speaker", "Example, named by Gazette.", "")


def test_words_of_a_transcript_are_not_called_quoted() -> None:
    view = one("kind: transcript\n", f"Ada Example: {QUOTE}.\n", quote=QUOTE)
    assert line(view)[0] == "From a transcript published by Gazette"
