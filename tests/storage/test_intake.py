"""Texts of web pages, saved pages, Word and PDF files, and pages fetched from an address."""

from __future__ import annotations

import builtins
import http.server
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from factsheets.quotes.paragraphs import paragraphs
from factsheets.storage import download, intake
from factsheets.storage.faults import EnvironmentFault

from tests.helpers.articles import PAGE, PARAGRAPHS, docx, pdf, saved_page

PRINTED = [
    [
        "The Gazette",
        "",
        "Ada Example, the mayor, said on Monday that the bridge would open in May, two years",
        "after work began on the banks of the river. The com-",
        "pany agreed.",
        "",
        "The council, which paid for the work, declined to",
        "comment.",
    ],
    ["The Gazette", "", "The second page has one para-", "graph of two lines."],
    ["The Gazette", "", "The third page ends it."],
]


def test_an_html_page_gives_its_article_and_what_it_says_about_it() -> None:
    found = intake.document(PAGE.encode(), "page.html")
    assert paragraphs(found.text) == PARAGRAPHS
    assert (found.title, found.published) == ("Bridge to open in May", "2024-03-05")
    assert (found.language, found.authors) == ("en", ("Rita Reporter",))
    assert found.url == "https://gazette.example/bridge"


def test_navigation_share_and_advertising_lines_are_listed_as_left_out() -> None:
    left_out = intake.document(PAGE.encode(), "page.html").left_out
    assert {"Home", "Sports", "Share this article", "Advertisement"} <= set(left_out)
    assert not set(left_out) & set(PARAGRAPHS)


def test_an_introduction_below_the_headline_is_part_of_the_article() -> None:
    teaser = '</h1><p class="article-teaser">The mayor speaks of a long wait that ends.</p>'
    other = '<p class="teaser">Another article speaks of something else.</p></body>'
    page = PAGE.replace("</h1>", teaser).replace("</body>", other)
    found = paragraphs(intake.document(page.encode(), "page.html").text)
    assert found == ["The mayor speaks of a long wait that ends.", *PARAGRAPHS]


def test_a_page_saved_as_one_file_is_read() -> None:
    assert paragraphs(intake.document(saved_page(), "page.mhtml").text) == PARAGRAPHS


def test_a_word_file_is_read_with_its_accepted_insertions() -> None:
    assert paragraphs(intake.document(docx(PARAGRAPHS), "article.docx").text) == PARAGRAPHS


def test_a_pdf_file_gives_whole_paragraphs_without_its_running_heads() -> None:
    found = intake.document(pdf(PRINTED), "article.pdf")
    assert paragraphs(found.text) == [
        "Ada Example, the mayor, said on Monday that the bridge would open in May, two years after "
        "work began on the banks of the river. The company agreed.",
        "The council, which paid for the work, declined to comment.",
        "The second page has one paragraph of two lines.",
        "The third page ends it.",
    ]
    assert found.left_out == ("The Gazette",)
    assert found.text.count("\f") == 2


def test_a_pdf_page_of_short_paragraphs_keeps_them_apart() -> None:
    page = ["The first is short,", "and ends.", "", "The second is", "not long.", "", ""]
    page += ["The third is wrapped, too,", "in the end.", *[""] * 3, "Four.", *[""] * 4, "Five."]
    assert len(paragraphs(intake.document(pdf([page]), "article.pdf").text)) == 5


def test_a_soft_hyphen_that_a_browser_prints_does_not_break_a_word() -> None:
    soft = ") Tj /Span << /ActualText <FEFF00AD> >> BDC ( ) Tj EMC ("
    found = intake.document(pdf([[f"The com{soft}pany agreed to it."]]), "article.pdf")
    assert found.text.strip() == "The company agreed to it."


def test_a_running_head_above_a_gap_is_left_out_with_the_line_below_it() -> None:
    texts = ("One line is here.", "Another is there.", "This is the last.")
    pages = [["Gazette", "", f"No. {number}", "", text] for number, text in enumerate(texts)]
    found = intake.document(pdf(pages), "article.pdf")
    assert found.left_out == ("Gazette", "No. 0", "No. 1", "No. 2")


@pytest.mark.parametrize("raw", [b"%PDF-1.7 broken", b"PK\3\4 broken"])
def test_a_damaged_file_is_named(raw: bytes) -> None:
    with pytest.raises(EnvironmentFault, match="article could not be read as a"):
        intake.document(raw, "article")


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str, *args: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return import_module(name, *args)

    monkeypatch.setattr(intake, "import_module", without)
    with pytest.raises(EnvironmentFault, match=r'pip install "factsheets\[intake\]"'):
        intake.document(PAGE.encode(), "page.html")


def test_plain_text_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "import_module", builtins.__import__)
    assert intake.document(b"The bridge opens.", "a.txt").text == "The bridge opens."


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        address = self.server.server_address
        port = int(address[1]) if isinstance(address, tuple) else 0
        to = {
            "/moved": "/page",
            "/inside": f"http://localhost:{port}/page",
            "/file": "file:///etc/hosts",
        }
        self.send_response(302 if self.path in to else 200)
        if self.path in to:
            self.send_header("Location", to[self.path])
        self.end_headers()
        self.wfile.write(b"x" * 2000 if self.path == "/long" else b"The bridge opens.")

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_a_page_is_fetched_and_redirects_on_its_host_are_followed(server: str) -> None:
    assert download.download(f"{server}/moved") == (b"The bridge opens.", f"{server}/page")


@pytest.mark.parametrize(
    ("path", "said"), [("inside", "inside a network"), ("file", "something else than a web page")]
)
def test_a_redirect_into_a_network_or_to_a_file_is_refused(
    server: str, path: str, said: str
) -> None:
    with pytest.raises(EnvironmentFault, match=said):
        download.download(f"{server}/{path}")


def test_a_page_that_is_too_large_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LIMIT", 1000)
    monkeypatch.setattr(intake, "LIMIT", 1000)
    data, _ = download.download(f"{server}/long")
    with pytest.raises(EnvironmentFault, match="is larger than"):
        intake.document(data, "long")


def test_an_address_that_does_not_answer_is_named(tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    with pytest.raises(EnvironmentFault, match="could not be fetched"):
        download.download("http://127.0.0.1:9/")
