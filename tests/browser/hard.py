"""Made-up content that is hard to lay out: many statements, five scripts, markup, long words."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.browser.states import lay_out_states
from tests.helpers.projects import change, lay_out, write

# Made up, in scripts that run both ways and in one without spaces. Nobody said this.
_QUOTATIONS = (
    ("ar", "سنفتح الجسر في الربيع بعد انتهاء الأعمال كلها"),
    ("he", "הגשר ייפתח באביב אחרי שכל העבודות יסתיימו"),
    ("zh", "所有工程结束以后大桥将在春天开放"),
    ("ru", "мост откроют весной после окончания всех работ"),
    ("el", "η γέφυρα θα ανοίξει την άνοιξη μετά από όλες τις εργασίες"),
)
_MARKUP = '<b>bold</b> & "quoted" *stars* _lines_ `code` [link](x) {{ braces }} | pipe # ¶ \\'
_LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_QUESTIONS = ("when", "cost", "lanes", "toll", "trains", "safety")
_SPEAKERS = 40
_STATEMENTS = 500


def lay_out_hard(root: Path) -> Path:
    """A project whose topic `everything` has more statements than a page holds, by 40 speakers."""
    lay_out(root, site=True)
    # Marks that no capture can prove are part of what is hard.
    change(
        root, "mkdocs.yml", "  - factsheets\n", "  - factsheets: {allow_unchecked_quotes: true}\n"
    )
    lay_out_states(root)
    write(root, "content/pages/about/add.md", "# Add an article\n\nMade up.\n")
    for number in range(_SPEAKERS):
        name = f"Speaker {number} of a Town with a Rather Long Name"
        write(root, f"content/actors/speaker-{number}.yaml", f"kind: person\nname: {name}\n")
    write(
        root,
        "content/actors/marked.yaml",
        f"kind: group\nname: {json.dumps(_MARKUP, ensure_ascii=False)}\n"
        f"short_name: {_LONG}\nsummary: {json.dumps(_MARKUP * 2, ensure_ascii=False)}\n",
    )
    write(root, "content/topics/everything.yaml", _topic())
    write(root, "content/facts/many-2024-03-06.yaml", _many())
    for number, (language, words) in enumerate(_QUOTATIONS):
        _foreign(root, number, language, words)
    return root


def _topic() -> str:
    questions = "".join(
        f'  - {{id: {name}, text: "What about the {name}, in as many words as that?"}}\n'
        for name in _QUESTIONS
    )
    brief = "".join(
        f'  - {{text: "Speaker {n} said something, and then went on to say rather more of it '
        f'than a line can hold.", facts: [many-{n}]}}\n'
        for n in range(5)
    )
    differences = "".join(
        f'  - {{question: "Do they agree on the matter of number {n}?", facts: [many-{n}], '
        f'note: "{"One said one thing, the other another; neither replied. " * 4}"}}\n'
        for n in range(8)
    )
    missing = "".join(f'  - "What nobody has said about matter {n}."\n' for n in range(14))
    return (
        "name: Everything about the bridge\nsummary: Made up.\n"
        f"questions:\n{questions}brief:\n{brief}differences:\n{differences}missing:\n{missing}"
    )


def _many() -> str:
    facts = []
    for number in range(_STATEMENTS):
        figure = f"    figure: {{value: {number}, unit: lanes, counts: {_LONG}}}\n"
        question = _QUESTIONS[number % len(_QUESTIONS)]
        facts.append(
            f"  - id: many-{number}\n"
            f"    speaker: speaker-{number % _SPEAKERS}\n"
            f'    statement: "Matter {number} is settled, apart from all that is not"\n'
            f"    paragraph: {number + 1}\n"
            f"    said: 2024-{number % 3 + 1:02}-{number % 28 + 1:02}\n"
            "    said_basis: stated\n    topics: [everything]\n"
            f"    condition: {json.dumps('if the river allows it', ensure_ascii=False)}\n"
            f"{figure if number % 5 == 0 else ''}"
            f"    answers: [{{question: everything/{question}, kind: conditional, "
            f'text: "Only if the river allows it {number}"}}]\n'
            f"    not_said: [{json.dumps(_MARKUP, ensure_ascii=False)}]\n"
        )
    return (
        "publisher: example-news\nurl: https://news.example/many\npublished: 2024-04-06\n"
        "language: en\nfacts:\n" + "".join(facts)
    )


def _foreign(root: Path, number: int, language: str, words: str) -> None:
    name = f"foreign-{language}"
    day = datetime.date(2024, 3, 7)
    text = f"«{words}»\n" + "The rest of an article that was never written. " * 20 + "\n"
    taken = capture(text, published=day, captured=day)
    # It has English words around the foreign ones.
    write(root, f"seeds/{name}.json", dumps(replace(taken, language=None)))
    write(
        root,
        f"content/facts/{name}.yaml",
        f"publisher: example-news\nurl: https://news.example/{name}\npublished: 2024-03-07\n"
        f"language: {language}\nfacts:\n"
        f"  - id: {name}\n    speaker: marked\n    act: says\n"
        f"    statement: {json.dumps(_MARKUP[:60], ensure_ascii=False)}\n"
        f'    quote: "{words}"\n    paragraph: 1\n    said: unknown\n'
        "    quote_translation: 'Our <b>words</b> & *ours* for what was said here'\n"
        f"    translated_by: Ann & <Co>\n    translated: 2024-03-08\n"
        f"    spoken_language: {language}\n    translation: ours\n    via: speaker-{number}\n"
        f"    topics: [everything, bridge]\n    about: [speaker-{number}]\n"
        f"    detail: {json.dumps(_MARKUP + ' ' + _LONG, ensure_ascii=False)}\n",
    )
