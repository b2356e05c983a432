"""A check with cached results finds what a first check finds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import pytest
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.quotes import capture, capture_file

from tests.helpers.builders import ARTICLE, BASE, TEXT, TODAY, article, fact

A, B, C = (f"content/facts/{name}.yaml" for name in "abc")
QUOTED = {"quote": '"We have painted every railing twice"'}
ONE = article(fact("one", **QUOTED), fact("two", said="", event="council"))
OTHER = article(
    fact("three", also="[{article: a, paragraph: 2}]", figure='{value: 2, counts: "times"}'),
    head=ARTICLE.replace("/1", "/2"),
)
CAPTURE = capture_file.dumps(capture.capture(TEXT, published=None, captured=TODAY))

# The files of each step; None deletes a file. Made up.
STEPS: dict[str, dict[str, str | None]] = {
    "the beginning": {A: ONE, B: OTHER, "seeds/a.json": CAPTURE},
    "nothing": {},
    "a quotation that is not there": {A: ONE.replace("twice", "thrice")},
    "the text at hand": {"seeds/a.txt": TEXT},
    "another text at hand": {"seeds/a.txt": TEXT.replace("twice", "thrice")},
    "the text gone, the quotation right again": {"seeds/a.txt": None, A: ONE},
    "a broken capture": {"seeds/a.json": CAPTURE[:-9]},
    "no capture": {"seeds/a.json": None},
    "a committed text": {
        A: ONE.replace("language: en", "language: en\ntext: committed"),
        "seeds/a.txt": TEXT,
    },
    "a committed text that has changed": {"seeds/a.txt": TEXT.replace("painted", "paint")},
    "the capture again": {"seeds/a.json": CAPTURE, "seeds/a.txt": None, A: ONE},
    "further evidence that quotes": {
        B: OTHER.replace("paragraph: 2}", 'paragraph: 2, quote: "is not safe for lorries yet"}')
    },
    "another capture of what is cited": {
        "seeds/a.json": capture_file.dumps(
            capture.capture(TEXT.replace("lorries", "trams"), published=None, captured=TODAY)
        )
    },
    "an event that was later": {
        "content/events/council.yaml": BASE["content/events/council.yaml"].replace("05-02", "06-02")
    },
    "a day ahead": {C: article(fact("four"), head=ARTICLE.replace("2025", "2027"))},
    "an id that exists": {C: article(fact("one"), fact("one", updates="[two]"))},
    "the first of two gone": {A: article(fact("two"))},
    "a circle": {
        C: article(fact("one", updates="[two]")),
        A: article(fact("two", updates="[one]")),
    },
    "an actor gone": {"content/actors/ada.yaml": None},
    "an actor of another kind": {"content/actors/ada.yaml": "kind: publisher\nname: Ann\n"},
    "a country that is none": {
        "content/actors/exampleland.yaml": "kind: person\nname: Exa Mpleland\n",
    },
    "the country again": {
        "content/actors/exampleland.yaml": BASE["content/actors/exampleland.yaml"],
    },
    "an actor back": {"content/actors/ada.yaml": BASE["content/actors/ada.yaml"]},
    "a former id in use": {A: article(fact("two", former_ids="[three]"))},
    "a broken file": {A: "publisher: [\n"},
    "one statement twice": {
        A: article(fact("two", quote='"we have painted every railing twice this very year"')),
        B: article(
            fact("three", quote='"We have painted every railing twice this very year"'),
            head=ARTICLE.replace("gazette\n", "wire\n"),
        ),
    },
    "a question that a topic lost": {
        C: article(fact("one", answers="[{question: bridge/open, kind: yes, text: In June}]")),
        "content/topics/bridge.yaml": "name: The bridge\nsummary: What is said about the bridge.\n",
    },
    "a fact that supports itself": {C: article(fact("one", supports="[one]"))},
    "a superseded fact": {
        B: article(fact("three", status="superseded", reason="Newer.", date="2025-05-04"))
    },
    "one that brings it up to date": {C: article(fact("one", updates="[three]"))},
    "a page": {"content/pages/about.md": "# About\n\nThis is <b>made up</b>.\n"},
    "a page at the address of a record": {"content/pages/actors/ada.md": "# Ann\n"},
    "an address that leads nowhere": {"content/addresses.txt": "actors/ada/\nfacts/gone/\n"},
    "a file in a wrong folder": {"content/topics/bob.yaml": BASE["content/actors/bob.yaml"]},
}


def _states() -> Iterator[tuple[str, Mapping[str, bytes]]]:
    now = {path: text.encode() for path, text in BASE.items()}
    for name, changes in STEPS.items():
        for path, text in changes.items():
            if text is None:
                del now[path]
            else:
                now[path] = text.encode()
        yield name, dict(sorted(now.items()))


@pytest.mark.parametrize("back", [False, True], ids=["forwards", "and back"])
def test_a_check_with_cached_results_finds_what_a_first_one_finds(back: bool) -> None:
    cache = Cache()
    states = list(_states())
    for name, written in [*states, *reversed(states)] if back else states:
        inputs = Inputs(written)
        assert check(inputs, TODAY, cache) == check(inputs, TODAY), name


def test_the_steps_go_through_every_rule_between_files() -> None:
    checks = (check(Inputs(written), TODAY) for _, written in _states())
    codes = {each.code for one in checks for each in one.problems}
    assert codes >= {
        *("address-lost", "capture-broken", "capture-differs", "duplicate-id", "former-id-in-use"),
        *("in-the-future", "page-markup", "quote-not-captured", "quote-not-found", "same-address"),
        *("reference-cycle", "said-after-published", "same-statement", "unknown-actor"),
        "no-successor",
        *("unknown-question", "wrong-folder", "wrong-kind-of-actor"),
    }


def test_another_day_is_another_check() -> None:
    cache = Cache()
    inputs = Inputs(dict(_states())["a day ahead"])
    for day in (TODAY, TODAY + datetime.timedelta(days=800), TODAY):
        assert check(inputs, day, cache) == check(inputs, day)
