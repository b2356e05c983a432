"""Quotation marks in many styles: what is certainly inside them. All sentences are made up.

Each text has the language it is in. "inside" is certain, "unclear" in some readings only, and under
"labels" stands what a label, a dash or an announcement gives to a speaker.
"""

from __future__ import annotations

import pytest
from factsheets.quotes.capture import capture_paragraphs
from factsheets.quotes.languages import likely_language
from factsheets.quotes.paragraphs import paragraphs
from factsheets.quotes.speech import Speech, fold_name, speech_in
from factsheets.quotes.tokens import offsets
from hypothesis import given
from hypothesis import strategies as st


def said(text: str, code: str = "en") -> list[tuple[str, Speech]]:
    lines = paragraphs(text)
    return list(zip(lines, speech_in(lines, code), strict=True))


def inside(text: str, code: str = "en") -> list[str]:
    return [line[start:end].strip() for line, one in said(text, code) for start, end in one.certain]


def unclear(text: str, code: str = "en") -> list[str]:
    return [line[start:end].strip() for line, one in said(text, code) for start, end in one.unclear]


def labelled(text: str, code: str = "en") -> list[tuple[str, str | None]]:
    found = ((line, each) for line, one in said(text, code) for each in one.labels)
    return [(line[start:end].strip(), name) for line, ((start, end), name) in found]


def named(text: str, code: str = "en") -> list[tuple[str, str]]:
    found = ((line, each) for line, one in said(text, code) for each in one.named)
    return [(line[start:end].strip(), name) for line, ((start, end), name) in found]


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [
        ("en", '"A b c," he said. "D e f."', ["A b c,", "D e f."]),
        ("en", "“A b c,” he said. “D e f.”", ["A b c,", "D e f."]),
        ("de", "„A b c“, sagte er, „d e f.“", ["A b c", "d e f."]),
        ("de", "»A b c«, sagte er, »d e f«.", ["A b c", "d e f"]),
        ("de", ",,A b c'', sagte er.", ["A b c"]),
        ("de", '„A b c", sagte er, „d e f".', ["A b c", "d e f"]),
        ("pl", "„A b c”, powiedział. „D e f”", ["A b c", "D e f"]),
        ("ru", "«А б в», сказал он. «Г д е»", ["А б в", "Г д е"]),
        ("fr", "« A b c », dit-il. « D e f »", ["A b c", "D e f"]),
        ("fr", 'Il dit : " A b c ", puis part.', ["A b c"]),
        ("fi", "»A b c», sanoi hän. »D e f»", ["A b c", "D e f"]),
        ("sv", "”A b c”, sade han. ”D e f”", ["A b c", "D e f"]),
        ("zh", "他说：「港口开放」，又说『不』。", ["港口开放", "不"]),
        ("zh", "他说“港口开放”，又说“不会关闭”。", ["港口开放", "不会关闭"]),
        ("zh", '他说"港口开放",又说"不会关闭"。', ["港口开放", "不会关闭"]),
        ("zh", "他说‘港口开放’了", ["港口开放"]),
        ("ja", "大臣は「港を『三つ』開く」と述べた", ["港を『三つ』開く"]),
        ("ar", 'قال "نفتح ثلاثة موانئ" و"لن نغلقها" أمس', ["نفتح ثلاثة موانئ", "لن نغلقها"]),
        ("he", 'השר אמר: "נפתח שלושה נמלים" ל"הארץ" אתמול', ["נפתח שלושה נמלים", "הארץ"]),
        ("he", 'דובר צה"ל אמר: "הנמל פתוח לכולם"', ["הנמל פתוח לכולם"]),
        ("he", '"דובר צה"ל אמר שהנמל פתוח", נכתב', ['דובר צה"ל אמר שהנמל פתוח']),
        ("en", "``A b c,'' she said. ''D e f,'' he said.", ["A b c,", "D e f,"]),
        ("en", "&quot;A b c,&quot; she said, &ldquo;d e f.&rdquo;", ["A b c,", "d e f."]),
        ("en", '\\"A b c,\\" she said.', ["A b c,"]),
        ("en", '"We [the council] open it," she said.', ["We [the council] open it,"]),
    ],
)
def test_each_habit_of_quoting_is_read(code: str, line: str, expected: list[str]) -> None:
    assert inside(line, code) == expected
    assert unclear(line, code) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("'A b c,' he said. 'D e f.'", ["A b c,", "D e f."]),
        ("‘A b c,’ he said. ‘D e f.’", ["A b c,", "D e f."]),
        ("He said ’a b c’ and left.", ["a b c"]),
        ("'We don't know the minister's plan,' he said", ["We don't know the minister's plan,"]),
        ("'We back the countries' plans,' he said", ["We back the countries' plans,"]),
        ("'We like cats' he said, 'and dogs' too", ["We like cats", "and dogs"]),
        ("The drivers' union called it 'a bad deal' for all.", ["a bad deal"]),
        ("‘‘A b c,’’ she said of the '90s.", ["A b c,"]),
        ("''They said 'never again' to us,'' she told.", ["They said 'never again' to us,"]),
        (
            '"He shouted "stop right there" at us," she said.',
            ['He shouted "stop right there" at us,'],
        ),
        ("“She told me “wait here” and left,” he said.", ["She told me “wait here” and left,"]),
        ("“He is only 5’2” and you know it,” she said.", ["He is only 5’2” and you know it,"]),
        ("He wrote ‘yes' and ’no’.", ["yes", "no"]),
    ],
)
def test_nested_and_single_marks_are_read(line: str, expected: list[str]) -> None:
    assert inside(line) == expected


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "The countries' plans and the ministers' talks"),
        ("en", "Back in the '90s, rock 'n' roll and 'tis so"),
        ("en", "The U.N.'s report and Ms. Ray's rivals came on Monday."),
        ("en", "Sophie in 't Veld arrived late on Monday."),
        ("de", "Die Polizei nahm zwei Chefs der 'Ndrangheta fest."),
        ("en", "Fans of ‘16 bought all tickets on Monday."),
        ("en", 'The first fence is 6" high, the second one is 8" wide.'),
        ("en", "Get 'em out of the hall now, he said to the guards'."),
        ("en", "The '80s' sound returned to the town on Monday."),
        ("fr", "L'accord d'aujourd'hui n'est pas celui d'hier."),
        ("uk", "Пам’ять про об’єкт"),
    ],
)
def test_an_apostrophe_is_no_mark(code: str, line: str) -> None:
    assert inside(line, code) == []


REPORTER = [
    ("en", 'The road opens in May," the mayor said before lunch.', "the mayor said before"),
    ("en", 'She called it "a good start and left the hall.', "and left the hall"),
    ("en", "He called it “useless“ and drove home, then “sad”.", "and drove home"),
    ("en", "The town got a ‘D-‘ rating from the state.", "rating from the state"),
    ("en", "Ray's ''new plan'' angers the drivers' union, and Ray's rivals.", "angers the drivers"),
    ("en", 'Ray wrote, "He yelled "stop" twice." This was a copy.', "This was a copy"),
    ("en", 'We go," Prata said, and aides called it a "bribe".', "Prata said, and aides"),
    ("en", '"We go, Prata said, and aides called it a bribe."', "and aides called it"),
    ("en", '"“We go,” Prata said before he left the hall."', "Prata said before he left"),
    (
        "en",
        '"We go.\n\nPrata left the hall. Nobody came.\n\n"We stay," she said.',
        "Prata left the hall",
    ),
    (
        "en",
        "They had no right to be” there while Ray left.\n\n“We stay,” she said.",
        "while Ray left",
    ),
    (
        "en",
        "They acted like a “lost dog and left the hall.\n\n“We stay,” she said.",
        "left the hall",
    ),
    (
        "en",
        '"We go, spokesman Bo Ray said on Monday.\n\n"We stay," he said.',
        "spokesman Bo Ray said",
    ),
    (
        "en",
        '"We go,\' Rep. Ada Ray (D-Wis.) said Friday.\n\n"We stay," he said.',
        "Ada Ray (D-Wis.) said",
    ),
    ("de", "Wir warten«, sagte die Chefin. Der Plan sei »gut«.", "sagte die Chefin"),
    ("de", '„Wir warten", sagte die Chefin, „dann bauen wir".', "sagte die Chefin"),
    ("de", "„Wir warten, sagte die Chefin, und lachte.", "und lachte"),
    ("fr", "« Nous attendrons, a déclaré le maire lundi, avant mai. »", "a déclaré le maire lundi"),
    ("fr", "« Nous attendrons, explique-t-il, avant mai. »", "explique-t-il"),
    ("es", "«Esperaremos, dijo el alcalde ayer, hasta mayo».", "dijo el alcalde ayer"),
    ("es", "«Esperaremos —dijo el alcalde ayer— hasta mayo».", "dijo el alcalde ayer"),
    ("it", "«Aspetteremo, ha detto il sindaco ieri, fino a maggio».", "ha detto il sindaco ieri"),
    ("ru", "«Мы подождём, — сказал мэр вчера, — а потом откроем».", "сказал мэр вчера"),
    ("ru", "«Мы подождём до мая, сказал мэр и вышел из зала.", "сказал мэр и вышел"),
    ("ru", '"Мы подождём, - сказал мэр. - А потом откроем".', "сказал мэр"),
    ("uk", "«Ми чекаємо, — сказав мер, — і не підемо».", "сказав мер"),
    ("ar", 'قال الوزير: "سنفتح الجسر في مايو". ثم غادر القاعة سريعا.', "ثم غادر القاعة"),
    ("he", 'השר אמר: "נפתח את הגשר במאי". אחר כך עזב את האולם.', "אחר כך עזב"),
    ("zh", "他说：「五月开放」，然后离开会场。", "然后离开会场"),
]


@pytest.mark.parametrize(("code", "text", "words"), REPORTER)
def test_the_reporters_words_are_never_certain(code: str, text: str, words: str) -> None:
    assert any(words in line for line in paragraphs(text))
    assert not any(words in each for each in inside(text, code))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", 'The road opens in May," he said.', ["The road opens in May,"]),
        ("en", 'She called it "a good start and left.', ["a good start and left."]),
        ("fr", "Il dit : « nous partons et il sort.", ["nous partons et il sort."]),
    ],
)
def test_what_some_readings_put_inside_is_unclear(
    code: str, text: str, expected: list[str]
) -> None:
    assert unclear(text, code) == expected
    assert inside(text, code) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go.\n\n“We wait.\n\n“We stay,” he said.", ["We go.", "We wait.", "We stay,"]),
        (
            "“We go.\n\nWe wait for years.\n\nWe stay.”",
            ["We go.", "We wait for years.", "We stay."],
        ),
        ("« Nous partons.\n\n« Nous restons. »", ["Nous partons.", "Nous restons."]),
        ('He said: "We go\nand we stay," he said.', ["We go and we stay,"]),
    ],
)
def test_a_quotation_goes_on_over_paragraphs(text: str, expected: list[str]) -> None:
    assert [each.lstrip("“« ") for each in inside(text)] == expected


def test_a_stray_mark_reaches_no_further_than_its_paragraph() -> None:
    text = '"We go, he said.\n\nNobody came to the hall.\n\n"We stay," she said.\n'
    assert inside(text) == ["We stay,"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Mayor Ray: We open in May.", [("We open in May.", "Mayor Ray")]),
        ("en", "RAY: We open.\n\nQ: When?", [("We open.", "RAY"), ("When?", "Q")]),
        ("en", "The mayor wrote:\n\nWe open in May.", [("We open in May.", None)]),
        ("en", "Ray wrote on Monday:\n\nWe open in May.", [("We open in May.", "Ray")]),
        ("ru", "— Мы откроем мост, — сказал мэр.", [("Мы откроем мост", None)]),
        ("ru", "— Мы откроем, — сказал Рэй. — Скоро.", [("Мы откроем", "Рэй"), ("Скоро.", "Рэй")]),
        ("es", "—Abriremos en mayo —dijo el alcalde.", [("Abriremos en mayo", None)]),
        ("fr", "— Nous ouvrons en mai, dit le maire.", [("Nous ouvrons en mai", None)]),
        (
            "en",
            "“Q: Will it open? RAY: Not before May.”",
            [("Q: Will it open?", "Q"), ("RAY: Not before May.", "RAY")],
        ),
    ],
)
def test_labels_dashes_and_announcements_give_words_to_a_speaker(
    code: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert labelled(text, code) == expected
    assert inside(text, code) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "- Three lanes are open\n- One lane is closed"),
        ("ru", "— Мост закрыт. — Дорога открыта."),
        ("en", "The mayor said three things:\n\nThe bridge opens in May."),
    ],
)
def test_a_list_or_a_heading_gives_words_to_nobody(code: str, text: str) -> None:
    assert labelled(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", '"We open," said Ray. Poe answered.', [("We open,", "Ray")]),
        ("en", '"We open," Ada Ray said.', [("We open,", "Ada Ray")]),
        ("en", 'Mayor Ray said: "We open."', [("We open.", "Ray")]),
        ("en", 'Mayor Ray: "We open."', [("We open.", "Mayor Ray")]),
        ("en", 'She told Ray, "We open."', []),
        ("en", 'Poe says Ray "opens the bridge".', []),
        ("en", '"We open." Ray said that he stays.', []),
        ("de", "Die Chefin sagte: „Wir öffnen.“", []),
        ("ru", "Мэр сказал: «Мы откроем».", []),
        ("fr", "Il a ajouté : « Nous ouvrons. »", []),
        ("en", '"We open," she said.', []),
        ("en", '"We open," the mayor said.', []),
        ("de", "„Wir öffnen“, sagte Bürgermeister Ray.", [("Wir öffnen", "Ray")]),
        ("ru", "«Мы откроем», — сказал Рэй.", [("Мы откроем", "Рэй")]),
    ],
)
def test_the_sentence_names_the_speaker(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text, code) == expected


def test_in_a_transcript_labels_hold_marks_and_what_has_no_label_is_unclear() -> None:
    text = 'RAY: He said "no" to us.\nPOE: Why?\nNobody answered.\nRAY: We do not know.\n'
    assert labelled(text) == [
        ('He said "no" to us.', "RAY"),
        ("Why?", "POE"),
        ("We do not know.", "RAY"),
    ]
    assert (inside(text), unclear(text)) == (["no"], ["Nobody answered."])


def test_a_name_is_compared_without_titles() -> None:
    assert fold_name("Prime Minister Ada B. Ray Jr.") == "ray"
    assert fold_name("RAY") == "ray"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("« Nous attendrons mai, a déclaré le maire lundi, avant de décider. »", "fr"),
        ("— Мы откроем мост в мае, — сказал мэр.", "ru"),
        ('قال الوزير: "سنفتح الجسر في شهر مايو".', "ar"),
        ("Bridge, bridge.", "en"),
    ],
)
def test_a_short_text_is_read_by_the_habits_of_its_own_language(text: str, code: str) -> None:
    assert likely_language(text, "en") == code


def test_ranges_count_tokens_and_leave_empty_ones_out() -> None:
    (one,) = capture_paragraphs('One "two three" four "" "five"', "en")
    assert one.marks == ((1, 3), (4, 5))


@given(
    st.text(alphabet="ab \n\"'“”„«»‘’‚‹›「」『』`,.:—ש中s1[(é", max_size=80),
    st.sampled_from(["en", "de", "fr", "ru", "he", "zh"]),
)
def test_ranges_lie_in_order_within_the_paragraph(text: str, code: str) -> None:
    for line, one in zip(paragraphs(text), capture_paragraphs(text, code), strict=True):
        count = len(offsets(line))
        for ranges in (one.marks, one.unclear, [each for each, _ in one.labels]):
            behind = 0
            for first, last in ranges:
                assert behind <= first < last <= count
                behind = last


def test_a_paragraph_with_more_marks_than_anybody_reads_is_unclear() -> None:
    line = '“He said ‘a’ " b „c" d\' ' * 200
    assert speech_in([line, "“A b c,” he said."], "en") == [
        Speech(unclear=((0, len(line)),)),
        Speech(certain=((1, 7),)),
    ]
