"""Texts in the language of the site: messages, plurals, lists, and values made safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

import pytest
from babel import Locale
from factsheets.site.html import Templates
from factsheets.site.markdown import finalize
from factsheets.site.translation import (
    Language,
    _language,
    gettext,
    install,
    list_text,
    ngettext,
    number_text,
)
from jinja2 import Environment
from markupsafe import escape

from tests.helpers.builders import article, fact, site


class Shouting(NullTranslations):
    """A language whose words are those of English in capitals, with its placeholders left."""

    def gettext(self, message: str) -> str:
        return "%(name)s!".join(part.upper() for part in message.split("%(name)s"))


LOUD = Language(Locale("de"), Shouting())


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def test_a_message_is_filled_in_and_translated() -> None:
    assert gettext("Said by %(name)s", name="Ada") == "Said by Ada"
    with speaking(LOUD):
        assert gettext("Said by %(name)s", name="Ada") == "SAID BY Ada!"
    assert gettext("Said by %(name)s", name="100%") == "Said by 100%"


def test_a_number_has_its_plural_and_is_written_out() -> None:
    said = [ngettext("%(num)s statement", "%(num)s statements", number) for number in (0, 1, 1200)]
    assert said == ["0 statements", "1 statement", "1,200 statements"]


def test_numbers_and_lists_follow_the_language() -> None:
    assert list_text(["a", "b", "c"]) == "a, b and c"
    assert [list_text(each) for each in ([], ["a"], ["a", "b"])] == ["", "a", "a and b"]
    with speaking(LOUD):
        assert (number_text(1200), list_text(["a", "b", "c"])) == ("1.200", "a, b und c")


@pytest.mark.parametrize("language", ["html", "markdown"])
def test_values_in_a_message_of_a_template_are_made_safe(language: str) -> None:
    source = "{% trans name=x %}Said & done by {{ name }}{% endtrans %} {{ _('100%% sure') }}"
    shown = Templates({"page": source}, finalize if language == "markdown" else None)
    text = "<b>*x*"
    safe = finalize(text) if language == "markdown" else escape(text)
    assert shown.get("page").render(x=text) == f"Said & done by {safe} 100% sure"


def test_a_plural_of_a_template_writes_its_number_out() -> None:
    source = "{% trans num=n %}{{ num }} page{% pluralize %}{{ num }} pages{% endtrans %}"
    page = Templates({"page": source}).get("page")
    assert [page.render(n=n) for n in (1, 1200)] == ["1 page", "1,200 pages"]


def test_lists_in_templates_keep_links_and_make_the_rest_safe() -> None:
    link = "{% macro link(name) %}<a>{{ name }}</a>{% endmacro %}"
    source = link + "{{ ['<', 'b']|each(link)|list_text }} {{ ['<', '', 'b']|comma_list }}"
    page = Templates({"page": source}).get("page")
    assert page.render() == "<a>&lt;</a> and <a>b</a> &lt;, b"
    with speaking(LOUD):
        assert page.render() == "<a>&lt;</a> und <a>b</a> &lt;, b"


def test_a_label_stands_in_brackets_where_there_is_one() -> None:
    page = Templates({"page": "{{ name|labelled(label) }}"}).get("page")
    assert page.render(name="<a>", label="b & c") == "&lt;a&gt; (b &amp; c)"
    assert page.render(name="<a>", label="") == "&lt;a&gt;"


def test_names_that_run_against_the_site_are_isolated() -> None:
    source = "{% trans name=x %}{{ name }}: 12 (3){% endtrans %}"
    page, plain = Templates({"page": source}), Templates({"page": source}, finalize)
    assert page.get("page").render(x="وكالة <1>") == "<bdi>وكالة &lt;1&gt;</bdi>: 12 (3)"
    assert page.get("page").render(x="Агентство") == "Агентство: 12 (3)"
    assert plain.get("page").render(x="وكالة") == "وكالة: 12 (3)"
    with speaking(Language(Locale("ar"))):
        assert page.get("page").render(x="TASS") == "<bdi>TASS</bdi>: 12 (3)"
        assert page.get("page").render(x="وكالة") == "وكالة: 12 (3)"


def test_the_theme_has_the_same_messages() -> None:
    theme = Environment(autoescape=False)  # noqa: S701 - as MkDocs makes it
    install(theme, str)
    page = theme.from_string(
        "{{ _('Menu') }} {% trans name=x | e %}Said by {{ name }}{% endtrans %}"
    )
    assert page.render(x="<b>") == "Menu Said by &lt;b&gt;"
    with speaking(LOUD):
        assert page.render(x="<b>") == "MENU SAID BY &lt;b&gt;!"


def test_the_views_of_a_site_are_made_in_its_language() -> None:
    head = "publisher: wire\nurl: https://wire.example/1\npublished: 2025-05-03\nlanguage: en\n"
    with speaking(Language(Locale("de"))):
        view = site({"content/facts/a.yaml": article(fact(), head=head)}).statements["one"]
    assert view.evidence[0].label == "state news agency (Exampleland)"
    assert view.evidence[0].language_name == "Englisch"
    assert view.when.text == "2 Mai 2025"
    with speaking(LOUD):
        assert view.support.text == "SINGLE SOURCE"
