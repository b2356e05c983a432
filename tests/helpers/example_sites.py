"""A made-up site with everything that is hard to export, and its data."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from factsheets.dataset.model import Prose
from factsheets.site.messages_page import NAME, messages_page
from factsheets.site.views.site import Site

from tests.helpers.builders import article, beside, fact, first_content, site
from tests.helpers.random_content import random_content

HARD = '=cmd|"</script><b>&amp; \\\\{x} %$#_~^ [a](b) “c” 标点'
_SECOND = (
    "publisher: wire\nurl: https://wire.example/2?a=1&b=%7B#c_d\npublished: 2025-06-01\n"
    "language: gd\ntitle: '{Open} & \"closed\" 100% </script>'\n"
    "authors: ['O’Brien {Jr}', 'Ministry of Trade and Industry', 张三]\n"
    "archived: https://archive.example/2\naccess: paywall\n"
    "translation: publisher\ndateline: Exampletown\n"
    "wording:\n  - {paragraph: 1, words: painted, note: The paper’s word.}\n"
    "unused:\n  - {paragraph: 2, why: Weather.}\nformer_ids: [old-second]\n"
)
_QUOTED = "We have painted every railing twice"

CONTENT = {
    "content/actors/crowd.yaml": "kind: group\nname: 26 towns\nsize: 26\nmembers_known: some\n"
    "members: [exampletown]\n",
    "content/actors/zoe.yaml": "kind: person\nname: Zoë 佐伊\n"
    "other_names: [{text: Зоя, lang: ru}]\nidentifiers: {wikidata: Q42}\n"
    "member_of: [{actor: exampletown, article: first, as_of: 2025-05}]\nformer_ids: [zo]\n",
    "content/topics/repair.yaml": "name: Repairs\nsummary: '+1 is the sum.'\nbroader: bridge\n"
    "brief: [{text: 'Example said so.', facts: [one]}]\nmissing: ['=who pays']\n"
    "differences: [{question: When?, facts: [one, two], note: They differ.}]\n",
    "content/events/session.yaml": "name: Session\ndate: about 2025-05\norganiser: exampletown\n"
    "participants: [ada, bob]\npart_of: council\nfollows: council\n",
    "content/facts/first.yaml": article(
        fact(
            quote=f'"{_QUOTED}"',
            quote_translation='"Wir haben jedes <Geländer> zweimal gestrichen"',
            translated_by="'Ann & <Co>'",
            translated="2025-07-01",
            spoken_language="en",
            translation="ours",
            via="wire",
            condition='"if it rains or snows"',
            detail='"-5 degrees were named."',
            figure="{value: 26, comparator: at-least, unit: towns, counts: asked}",
            answers="[{question: bridge/open, kind: yes, text: In June}, "
            "{question: bridge/open, actor: crowd, kind: other, text: '=6'}]",
            about="[bob, crowd]",
            topics="[bridge, repair]",
            not_said='["which June", "=which year"]',
            event="council",
            reviewed="{date: 2025-07-01, by: 'Ann & <Co>'}",
            also="[{article: second, paragraph: 1, form: paraphrased, via: zoe}]",
            corrections='[{date: 2025-08-01, field: statement, was: "May", now: "June", '
            'reason: "We misread it."}]',
            former_ids="[uno]",
        ),
        fact("two", speaker="bob", statement=f"'{HARD}'", paragraph="2", disputes="[one]"),
        fact(
            "three",
            speaker="",
            said="",
            statement='"the bridge is old"',
            figure="{min: 3, max: 4.5, comparator: between, counts: '@years'}",
        ),
        fact(
            "gone",
            status="withdrawn",
            reason='"Said by somebody else."',
            date="2025-09-09",
            figure="{status: not-given, counts: cost}",
        ),
        fact("late", speaker="zoe", said="before 2025-05-01", event="session", act="asks"),
        fact(
            "both", speaker="[ada, zoe]", answers="[{question: bridge/open, kind: yes, text: Yes}]"
        ),
        fact(
            "nobody",
            speaker="",
            speaker_described="a <b>senior</b> *official* & =others",
            speaker_of="exampletown",
            about="[exampletown]",
        ),
        fact("older", status="superseded", reason='"Newer."', date="2025-09-01", said="unknown"),
    ),
    "content/facts/second.yaml": article(
        fact("fourth", updates="[older]", replies_to="[two]", supports="[one]"), head=_SECOND
    ),
    "content/pages/index.md": "# Who said what\n\nMade up.\n",
    "content/pages/about/method.md": "# Method\n\nMade up.\n",
}


@cache
def hard_site() -> Site:
    """The site of this content."""
    return site(CONTENT)


@cache
def own_site() -> Site:
    """The site of the first content, with the page that explains our messages."""
    made = first_content()
    prose = {NAME: Prose(messages_page()), **made.dataset.prose}
    return replace(made, dataset=replace(made.dataset, prose=prose))


@cache
def random_site() -> Site:
    """The site of random content with everything in it."""
    return site(random_content(), text=None)


SITES = {"hard": hard_site, "own": own_site, "random": random_site}


@cache
def files_of(which: str) -> dict[str, bytes]:
    """The open data of one of them, by path."""
    return beside(SITES[which]())


def write_data(folder: Path, which: str) -> Path:
    """The files below data/ in a folder."""
    for path, data in files_of(which).items():
        if path.startswith("data/"):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return folder / "data"
