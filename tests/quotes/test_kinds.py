"""Whose words are certain in transcripts, statements, posts, reports and recordings.

All sources are made up. A case lists quotes with the speaker for whom they are certain, and quotes
that are certain for nobody; all of them are tried with every speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from factsheets.content.article import Article, Fact, MoreEvidence, Reading
from factsheets.content.dates import Timestamp
from factsheets.content.records import Actor, Name, Role
from factsheets.problems.catalogue import catalogue
from factsheets.problems.problem import Checked, Place, Problem
from factsheets.quotes import capture_file
from factsheets.quotes.capture import Capture, capture
from factsheets.quotes.check import Sources, check_article
from factsheets.quotes.quotations import Finding, Findings

DAY = Timestamp(2026, 3, 1)


def _actor(kind: str, name: str, *others: str) -> Actor:
    return Actor(kind=kind, name=name, other_names=tuple(Name(text=each) for each in others))


ACTORS: Mapping[str, Actor] = {
    "ada": replace(
        _actor(
            "person",
            "Ada Example",
            "Ада Пример",
            "Ада Приклад",
            "آدا مثال",
            "עדה דוגמה",
            "陈安",
            "見本あだ",
        ),
        roles=(Role(title="Mayor of Exampletown", organisation="town", article="x"),),
    ),
    "bob": _actor("person", "Bob Baker", "Боб Бейкер", "بوب بيكر", "בוב בייקר", "李博", "面包太郎"),
    "ella": _actor("person", "Ella Example", "Элла Пример", "Елла Приклад"),
    "ministry": _actor("organisation", "Ministry of Bridges", "Ministerium für Brücken"),
    "gazette": _actor("publisher", "Gazette"),
    "ray": _actor("person", "Ray Poe"),
}
SPEAKERS = (*ACTORS, None)


class Case(NamedTuple):
    """A source, the quotes that are certain for a speaker, and those that are so for nobody."""

    kind: str
    language: str
    text: str
    certain: tuple[tuple[str | None, str], ...]
    nobody: tuple[str, ...]
    authors: tuple[str, ...] = ()


def source(case: Case, publisher: str = "ministry") -> Article:
    return Article(
        publisher=publisher,
        url="https://example.org/1",
        published=DAY,
        language=case.language,
        kind=case.kind,
        authors=case.authors,
    )


def captured(text: str, language: str) -> Capture:
    return capture(text, published=DAY, captured=DAY, declared=language)


def fact_by(*speakers: str | None, quote: str = "", **more: Any) -> Fact:
    quotes = (quote,) if quote else ()
    speaker = tuple(filter(None, speakers))
    return Fact(id="f", speaker=speaker, statement="s", quote=quotes, topics=("t",), **more)


def findings_of(article: Article, one: Capture, texts: Mapping[str, str]) -> Checked[Findings]:
    sources = Sources({"a": one}, texts, ACTORS, {"a": article})
    return check_article("a", sources, lambda file, _path: Place(file, 1))


def check(
    article: Article,
    one: Capture,
    speaker: str | None,
    quote: str,
    reading: Reading | None = None,
) -> tuple[Finding, list[Problem]]:
    fact = Fact(
        id="f",
        speaker=(speaker,) if speaker else (),
        statement="s",
        quote=(quote,),
        topics=("t",),
        marks=reading,
    )
    checked = findings_of(replace(article, facts=(fact,)), one, {})
    assert checked.value is not None
    ignored = {"paragraph-unused", "wrong-language"}
    problems = [each for each in checked.problems if each.code not in ignored]
    assert all(each.code in catalogue() for each in problems)
    return checked.value["f", 0], problems


CASES = {
    "an English press conference": Case(
        "transcript",
        "en",
        "Press conference in Exampletown\n\n"
        "MAYOR ADA EXAMPLE: Thank you all. We open the bridge in May. (Laughter.) It is paid for. "
        "[inaudible] nothing is left of the old one.\n\n"
        "We need no more money from the council.\n\n"
        "The session was suspended for some minutes.\n\n"
        "Q: Will lorries cross it soon?\n\n"
        "A: They will cross it later.\n\n"
        "Bob Baker (Council): Not before June, if you ask me. "
        'We wrote "never open it now" twice.\n\n'
        "And what will it cost us?\n\n"
        "ELLA EXAMPLE: Nobody asked for that bridge. We […] want a much better road.\n\n"
        "[Applause from the whole audience]\n\n"
        "This transcript was edited for length.\n",
        (
            ("ada", "We open the bridge in May"),
            ("ada", "It is paid for"),
            ("ada", "We need no more money"),
            ("bob", "Not before June, if you ask me"),
            ("bob", 'We wrote "never open it now"'),
            ("ella", "Nobody asked for that bridge"),
            ("ella", "want a much better road"),
        ),
        (
            "in May. Laughter. It is paid",
            "inaudible nothing is left",
            "The session was suspended",
            "Will lorries cross it soon",
            "They will cross it later",
            "never open it now",
            "what will it cost us",
            "We want a much better road",
            "Applause from the whole audience",
            "This transcript was edited",
        ),
    ),
    "a transcript with names as headings": Case(
        "transcript",
        "en",
        "Debate on the bridge\n"
        "Ada Example\n"
        "We open the bridge in May, and it is already paid for by the town.\n"
        "We need no more money from anybody else in this council, I think.\n"
        "Bob Baker\n"
        "I do not believe a word of it, and I have read all of the plans.\n"
        "Ada Example\n"
        "Then read them once again, please, and come to see the bridge.\n",
        (
            ("ada", "We need no more money"),
            ("ada", "Then read them once again"),
        ),
        ("I do not believe a word",),
    ),
    "a German interview": Case(
        "transcript",
        "de",
        "Frage: Wann wird die Brücke denn endlich eröffnet?\n"
        "Bürgermeisterin Ada Example: Wir eröffnen die Brücke im Mai.\n"
        "Das Geld dafür ist schon da.\n"
        "Und wer hat das alles bezahlt?\n"
        "Baker, Ratsherr: Der Rat hat sie allein bezahlt. (lacht) Niemand sonst war dabei.\n"
        "Moderatorin: Das ist aber eine große Summe.\n"
        "Antwort: Darüber reden wir noch einmal.\n"
        "Die Bürgermeisterin verließ danach den Saal.\n",
        (
            ("bob", "Der Rat hat sie allein bezahlt"),
            ("bob", "Niemand sonst war dabei"),
        ),
        (
            "Wann wird die Brücke denn",
            "wer hat das alles bezahlt",
            "Das ist aber eine große Summe",
            "Darüber reden wir noch einmal",
            "allein bezahlt lacht Niemand sonst",
            "Die Bürgermeisterin verließ danach",
        ),
    ),
    "a French interview": Case(
        "transcript",
        "fr",
        "Q. Quand le pont sera-t-il ouvert au public ?\n"
        "R. Nous allons voir cela ensemble.\n"
        "Ada Example : Nous ouvrirons le pont en mai. Il est déjà payé.\n"
        "— Et combien a-t-il coûté à la ville ?\n"
        "M. Bob Baker : Je ne dirai rien de plus aujourd'hui.\n",
        (
            ("ada", "Nous ouvrirons le pont en mai"),
            ("bob", "Je ne dirai rien de plus"),
        ),
        (
            "Quand le pont sera-t-il ouvert",
            "Nous allons voir cela ensemble",
            "Et combien a-t-il coûté",
        ),
    ),
    "a Russian transcript with labels on their own lines": Case(
        "transcript",
        "ru",
        "Стенограмма пресс-конференции\n\n"
        "Ада Пример:\n\n"
        "Мы откроем мост в мае.\n\n"
        "Он уже полностью оплачен городом.\n\n"
        "Корреспондент:\n\n"
        "А грузовики по нему поедут скоро?\n\n"
        "Боб Бейкер:\n\n"
        "Нет, только легковые машины пока.\n\n"
        "Заседание закрыто в полдень ровно.\n",
        (
            ("ada", "Мы откроем мост в мае"),
            ("ada", "Он уже полностью оплачен городом"),
            ("bob", "Нет, только легковые машины пока"),
        ),
        ("А грузовики по нему поедут", "Заседание закрыто в полдень"),
    ),
    "a Ukrainian dialogue with dashes": Case(
        "transcript",
        "uk",
        "— Коли ви відкриєте цей міст?\n"
        "— Ми відкриємо його в травні.\n"
        "Ада Приклад: Міст уже повністю оплачено містом.\n"
        "— Хто ще за нього платив?\n",
        (("ada", "Міст уже повністю оплачено"),),
        ("Коли ви відкриєте цей міст", "Ми відкриємо його в травні", "Хто ще за нього платив"),
    ),
    "a Spanish transcript with times": Case(
        "transcript",
        "es",
        "[00:01:10] Periodista: ¿Cuándo se abre por fin el puente?\n"
        "[00:01:15] Ada Example: Abrimos el puente en mayo.\n"
        "Bob Baker 00:02:00\n"
        "El puente no es seguro todavía.\n",
        (("ada", "Abrimos el puente en mayo"), ("bob", "El puente no es seguro")),
        ("Cuándo se abre por fin",),
    ),
    "an Arabic interview": Case(
        "transcript",
        "ar",
        "المذيع: متى سيفتح الجسر في المدينة؟\n"
        "آدا مثال: سنفتح الجسر في شهر مايو.\n"
        "بوب بيكر: الجسر ليس آمنا حتى الآن.\n",
        (("ada", "سنفتح الجسر في شهر مايو"), ("bob", "الجسر ليس آمنا حتى الآن")),
        ("متى سيفتح الجسر في المدينة",),
    ),
    "a Hebrew interview": Case(
        "transcript",
        "he",
        "שאלה: מתי ייפתח הגשר החדש בעיר?\n"
        "עדה דוגמה: נפתח את הגשר בחודש מאי.\n"
        "בוב בייקר: הגשר עדיין לא בטוח.\n",
        (("ada", "נפתח את הגשר בחודש מאי"), ("bob", "הגשר עדיין לא בטוח")),
        ("מתי ייפתח הגשר החדש בעיר",),
    ),
    "a Chinese transcript": Case(
        "transcript",
        "zh",
        "记者：大桥什么时候开放？\n市长陈安：大桥将于五月开放。（笑）我们已经付款。记者：谁付的钱？\n李博：议会付了全部的钱。\n",
        (("ada", "大桥将于五月开放"), ("ada", "我们已经付款"), ("bob", "议会付了全部的钱")),
        ("大桥什么时候开放", "五月开放。（笑）我们", "谁付的钱"),
    ),
    "a Japanese interview": Case(
        "transcript",
        "ja",
        "聞き手：橋はいつ開きますか。\n見本あだ市長：橋は五月に開きます。\n面包太郎氏：橋はまだ安全ではありません。\n",
        (("ada", "橋は五月に開きます"), ("bob", "橋はまだ安全ではありません")),
        ("橋はいつ開きますか",),
    ),
    "a speech without labels": Case(
        "transcript",
        "en",
        "Dear friends, we open the bridge in May. It is paid for.\n\n"
        'My father used to say "never build on sand at all".\n',
        (
            ("ada", "we open the bridge in May"),
            (None, "we open the bridge in May"),
            ("ministry", "we open the bridge in May"),
        ),
        ("never build on sand at all",),
        ("Ada Example",),
    ),
    "a communiqué that quotes others": Case(
        "statement",
        "en",
        "The Ministry of Bridges opens the bridge in May. It is paid for in full.\n\n"
        "“We have waited far too long,” Councillor Bob Baker said.\n\n"
        "Bob Baker said that the old bridge is not safe. According to Gazette, nobody crosses it "
        "any more.\n\n"
        "The mayor wrote:\n\n"
        "This town needs its bridge now.\n\n"
        "Nobody else has helped us there.\n",
        (
            ("ministry", "opens the bridge in May"),
            (None, "opens the bridge in May"),
            ("ministry", "Bob Baker said that the old bridge is not safe"),
            (None, "Bob Baker said that the old bridge is not safe"),
            ("bob", "We have waited far too long"),
        ),
        (
            "the old bridge is not safe",
            "nobody crosses it any more",
            "This town needs its bridge now",
            "Nobody else has helped us",
        ),
    ),
    "a Ukrainian communiqué with the words of a guest": Case(
        "statement",
        "uk",
        "Боб Бейкер заявив, що міст старий. «Ми надішлемо нові машини в травні, – сказав радник. – "
        "І нічого не просимо за них».\n\n"
        "«Важливо, щоб усі почули: „ми тут не самі“. Так казав мені батько», – додав Боб "
        "Бейкер.\n",
        (
            ("bob", "Ми надішлемо нові машини"),
            ("bob", "І нічого не просимо за них"),
            ("bob", "Важливо, щоб усі почули"),
            ("bob", "Важливо, щоб усі почули: „ми тут не самі“. Так казав мені батько"),
        ),
        ("ми тут не самі", "в травні, – сказав радник. – І нічого"),
    ),
    "a Spanish post above a repost that quotes somebody": Case(
        "post",
        "es",
        "El puente nuevo abre en mayo.\n\n"
        "🔁 Ada reposteó\n"
        "Bob Baker\n"
        "@bobbaker · 6 oct. 2025\n"
        'El puente no es seguro. "Nadie necesita ese puente", me dijo un ingeniero.\n',
        (("ministry", "El puente nuevo abre en mayo"), (None, "El puente nuevo abre en mayo")),
        ("El puente no es seguro", "Nadie necesita ese puente"),
    ),
    "a German statement with an insert of a speaker": Case(
        "statement",
        "de",
        "Wir eröffnen die neue Brücke im Mai. Sie ist sicher für alle.\n\n"
        "Bob Baker: Ich freue mich sehr auf die Brücke.\n\n"
        "Das Geld kommt aus dem Haushalt.\n\n"
        "Hinweis: Die Straße bleibt so lange gesperrt.\n",
        (
            ("ministry", "Wir eröffnen die neue Brücke"),
            (None, "Wir eröffnen die neue Brücke"),
            ("bob", "Ich freue mich sehr auf"),
        ),
        ("Das Geld kommt aus dem",),
    ),
    "a statement in Russian with a list": Case(
        "statement",
        "ru",
        "Министерство открывает новый мост в мае:\n"
        "— мост полностью безопасен для всех;\n"
        "— деньги на него уже есть.\n"
        "По словам мэра, старый мост давно закрыт.\n"
        "«Мы очень долго этого ждали», — сказал Боб Бейкер.\n",
        (
            ("ministry", "Министерство открывает новый мост"),
            (None, "Министерство открывает новый мост"),
            ("ministry", "деньги на него уже есть"),
            (None, "деньги на него уже есть"),
            ("bob", "Мы очень долго этого ждали"),
        ),
        ("старый мост давно закрыт",),
    ),
    "a communiqué with a head and a missing mark": Case(
        "statement",
        "en",
        "Date: 5 May 2025\nPlace: Exampletown\nContact: Bob Baker\n"
        "We open the bridge in May. It is safe (…) for all lorries.\n"
        "The mayor called it “a good start and left the hall early.\n",
        (
            ("ministry", "We open the bridge in May"),
            (None, "We open the bridge in May"),
        ),
        ("a good start and left", "is safe for all lorries"),
    ),
    "an Arabic statement": Case(
        "statement",
        "ar",
        "تعلن وزارة الجسور افتتاح الجسر في شهر مايو.\n"
        "وقال رئيس البلدية إن الجسر القديم لم يعد آمنا.\n",
        (
            ("ministry", "افتتاح الجسر في شهر مايو"),
            (None, "افتتاح الجسر في شهر مايو"),
        ),
        ("الجسر القديم لم يعد آمنا",),
    ),
    "a Chinese statement": Case(
        "statement",
        "zh",
        "桥梁部将于五月开放大桥。\n市长表示，旧桥已经不安全。\n李博说：我们等了很久。\n",
        (
            ("ministry", "桥梁部将于五月开放大桥"),
            (None, "桥梁部将于五月开放大桥"),
        ),
        ("旧桥已经不安全", "我们等了很久"),
    ),
    "a Spanish communiqué without subjects": Case(
        "statement",
        "es",
        "El ministerio abre el puente en mayo.\n"
        "Desde la alcaldía dijeron que el puente viejo no es seguro.\n",
        (
            ("ministry", "abre el puente en mayo"),
            (None, "abre el puente en mayo"),
        ),
        ("el puente viejo no es seguro",),
    ),
    "a statement with a relative clause": Case(
        "statement",
        "en",
        "We thank Bob Baker, who said the old bridge is not safe. Trains run again in May, and our "
        "work continues.\n",
        (
            ("ministry", "Trains run again in May"),
            (None, "Trains run again in May"),
        ),
        ("the old bridge is not safe",),
    ),
    "a post with a repost": Case(
        "post",
        "en",
        "Good news for our whole town today!\n"
        "> We heard that it opens late\n"
        "Do not believe all of it. RT @baker: The bridge opens in June.\n"
        "It will be a long summer.\n",
        (
            ("ministry", "Good news for our whole town"),
            (None, "Good news for our whole town"),
            ("ministry", "Do not believe all of it"),
            (None, "Do not believe all of it"),
        ),
        ("We heard that it opens late", "The bridge opens in June", "It will be a long summer"),
    ),
    "a forwarded post in Ukrainian": Case(
        "post",
        "uk",
        "Добрі новини для нашого міста.\n"
        "Переслано з: Боб Бейкер\n"
        "Міст відкриють тільки у червні.\n",
        (
            ("ministry", "Добрі новини для нашого міста"),
            (None, "Добрі новини для нашого міста"),
        ),
        ("Міст відкриють тільки у червні",),
    ),
    "a report of a named author": Case(
        "report",
        "en",
        "The bridge carried nine thousand cars a day. Its railings are new.\n\n"
        'In the "Safe Bridges" programme every railing is painted twice.\n',
        (
            ("ella", "carried nine thousand cars a day"),
            ("ministry", "carried nine thousand cars a day"),
            (None, "carried nine thousand cars a day"),
            ("ella", 'In the "Safe Bridges" programme every railing'),
            ("ministry", 'In the "Safe Bridges" programme every railing'),
            (None, 'In the "Safe Bridges" programme every railing'),
        ),
        ("In the Safe Bridges programme every railing",),
        ("Ella Example",),
    ),
}


def _tries() -> Iterator[tuple[str, str | None, str, bool]]:
    for name, case in CASES.items():
        quotes = dict.fromkeys((*(quote for _, quote in case.certain), *case.nobody))
        for quote in quotes:
            for speaker in SPEAKERS:
                yield name, speaker, quote, (speaker, quote) in case.certain


@pytest.mark.parametrize(("name", "speaker", "quote", "certain"), [*_tries()])
def test_words_are_certain_for_their_speaker_and_nobody_else(
    name: str, speaker: str | None, quote: str, certain: bool
) -> None:
    case = CASES[name]
    one = captured(case.text, case.language)
    finding, problems = check(source(case), one, speaker, quote)
    assert finding.check == ("found" if certain else "unclear"), problems
    assert (problems == []) is certain


@pytest.mark.parametrize("name", CASES)
def test_a_capture_with_turns_comes_back_as_itself(name: str) -> None:
    one = captured(CASES[name].text, CASES[name].language)
    assert capture_file.loads(capture_file.dumps(one)) == one


def without_turns(one: Capture) -> Capture:
    """The capture as it was made before there were turns."""
    without: dict[str, Any] = {"turns": None, "carried": (), "own": (), "reported": ()}
    without["full_names"] = ()
    older = (replace(each, **without) for each in one.paragraphs)
    return replace(one, paragraphs=tuple(older))


@pytest.mark.parametrize("name", CASES)
def test_an_older_capture_gives_what_it_gave_before(name: str) -> None:
    case = CASES[name]
    older = without_turns(captured(case.text, case.language))
    assert capture_file.loads(capture_file.dumps(older)) == older
    for speaker, quote in case.certain:
        finding, problems = check(source(case), older, speaker, quote)
        as_article = check(replace(source(case), kind="article"), older, speaker, quote)
        assert finding == as_article[0]
        assert [each.code for each in problems] == [each.code for each in as_article[1]]


def test_a_publisher_that_speaks_in_its_own_text_is_asked_for_the_kind_of_source() -> None:
    case = CASES["a communiqué that quotes others"]
    one = captured(case.text, case.language)
    article = replace(source(case), kind="article")
    _, (problem,) = check(article, one, "ministry", "opens the bridge in May")
    assert "write what it is: kind: statement, post or report." in problem.help


def test_words_in_an_older_capture_are_said_to_need_a_new_one() -> None:
    case = CASES["a communiqué that quotes others"]
    older = replace(without_turns(captured(case.text, case.language)), form=1)
    _, (problem,) = check(source(case), older, "ministry", "opens the bridge in May")
    assert problem.code == "quote-not-in-marks"
    assert problem.help.endswith("run: facts capture a TEXTFILE.")


@pytest.mark.parametrize("name", CASES)
def test_another_kind_needs_no_new_capture(name: str) -> None:
    """The capture is the same for every kind, and so is its result with the text at hand."""
    case = CASES[name]
    one = captured(case.text, case.language)
    for speaker, quote in case.certain:
        fact = Fact(
            id="f",
            speaker=(speaker,) if speaker else (),
            statement="s",
            quote=(quote,),
            topics=("t",),
        )
        checked = findings_of(replace(source(case), facts=(fact,)), one, {"a": case.text})
        assert checked.value is not None
        assert checked.value["f", 0].check == "found"


SHA256 = re.compile("[0-9a-f]{64}")


@pytest.mark.parametrize(
    ("name", "speaker", "quote"),
    [
        ("an English press conference", "bob", "They will cross it later"),
        ("an English press conference", "bob", "never open it now"),
        ("a Ukrainian dialogue with dashes", "ada", "Ми відкриємо його в травні"),
        ("a communiqué that quotes others", "ministry", "Nobody else has helped us"),
        ("a report of a named author", "ella", "In the Safe Bridges programme every railing"),
    ],
)
def test_a_person_who_read_the_source_settles_whose_words_they_are(
    name: str, speaker: str, quote: str
) -> None:
    case = CASES[name]
    one = captured(case.text, case.language)
    _, (problem,) = check(source(case), one, speaker, quote)
    (written,) = SHA256.findall(problem.help)
    reading = Reading(read_as="quoted", by="Cy Reader", date=DAY, sha256=written)
    finding, problems = check(source(case), one, speaker, quote, reading)
    assert (finding.check, problems) == ("judged", [])
    void = replace(reading, sha256="0" * 64)
    assert check(source(case), one, speaker, quote, void)[0].check == "unclear"


def test_a_spokesperson_is_told_whose_words_a_statement_has() -> None:
    case = CASES["a communiqué that quotes others"]
    one = captured(case.text, case.language)
    read = Reading(read_as="quoted", by="Cy Reader", date=DAY, sha256=one.sha256)
    for reading in (None, read):
        finding, (problem,) = check(source(case), one, "bob", "opens the bridge in May", reading)
        assert (finding.check, problem.code) == ("unclear", "quote-not-in-marks")
        assert "Write speaker: ministry." in problem.help
    assert check(source(case), one, "ministry", "opens the bridge in May")[1] == []
    named = replace(source(case), authors=("Bob Baker",))
    assert check(named, one, "bob", "opens the bridge in May")[1] == []
    several = replace(source(case), authors=("Bob Baker", "Ada Example"))
    assert check(several, one, "bob", "opens the bridge in May")[1] != []


def test_reported_words_are_to_be_recorded_without_a_quote() -> None:
    text = "Bob Baker said that the old bridge is not safe. We open a new one in May.\n"
    one = captured(text, "en")
    article = source(Case("statement", "en", text, (), ()))
    _, (problem,) = check(article, one, "bob", "the old bridge is not safe")
    assert problem.code == "quote-not-in-marks"
    assert "speaker: ministry" not in problem.help
    assert "delete the quote and keep the paragraph" in problem.help
    _, (problem,) = check(article, one, "ministry", "the old bridge is not safe")
    assert "Record the person who says them as the speaker and delete the quote" in problem.help


def test_a_sentence_that_names_its_speaker_can_be_quoted_whole() -> None:
    case = CASES["a communiqué that quotes others"]
    one = captured(case.text, case.language)
    _, (problem,) = check(source(case), one, "ministry", "the old bridge is not safe")
    assert problem.code == "not-own-words"
    assert "in a sentence that may say who else says them" in problem.message
    assert "quote the whole sentence" in problem.help
    whole = "Bob Baker said that the old bridge is not safe"
    assert check(source(case), one, "ministry", whole)[1] == []


def test_a_sentence_that_says_by_which_account_can_be_quoted_whole() -> None:
    case = CASES["a communiqué that quotes others"]
    text = "The bridge opens in May. According to Ada Example, the old bridge is not safe.\n"
    one = captured(text, case.language)
    _, (problem,) = check(source(case), one, "ministry", "the old bridge is not safe")
    assert problem.code == "not-own-words"
    whole = "According to Ada Example, the old bridge is not safe."
    assert check(source(case), one, "ministry", whole)[1] == []


def test_the_speaker_of_a_speech_is_its_author() -> None:
    case = CASES["a speech without labels"]
    one = captured(case.text, case.language)
    unnamed = replace(source(case), authors=())
    _, (problem,) = check(unnamed, one, "ada", "we open the bridge in May")
    assert problem.code == "speaker-unclear"
    assert "authors: [NAME]" in problem.help
    assert check(source(case), one, "ada", "we open the bridge in May")[1] == []


def test_words_of_another_label_are_named_as_such() -> None:
    case = CASES["an English press conference"]
    one = captured(case.text, case.language)
    _, (problem,) = check(source(case), one, "ada", "Not before June, if you ask me")
    assert (problem.code, problem.severity) == ("other-speaker", "warning")
    assert "facts capture" not in problem.help  # it knows the labels
    _, (problem,) = check(
        source(case), replace(one, form=1), "ada", "Not before June, if you ask me"
    )
    assert "facts capture a TEXTFILE" in problem.help


def test_a_spelling_of_the_label_can_be_added_to_the_names() -> None:
    text = "Mayoress A. Specimen: We open the bridge in May."
    article = Article(
        publisher="gazette",
        url="https://example.org/1",
        published=DAY,
        language="en",
        kind="transcript",
        facts=(fact_by("ada", quote="We open the bridge in May"),),
    )
    for names, certain in (((), "unclear"), (("Mayoress Ada Specimen",), "found")):
        actors = {"ada": _actor("person", "Ada Example", *names)}
        sources = Sources({"a": captured(text, "en")}, {}, actors, {"a": article})
        checked = check_article("a", sources, lambda file, _path: Place(file, 1))
        assert checked.value is not None
        assert checked.value["f", 0].check == certain


def test_an_article_that_looks_like_a_transcript_says_so() -> None:
    case = CASES["an English press conference"]
    one = captured(case.text, case.language)
    article = replace(source(case), kind="article")
    _, problems = check(article, one, "ada", "We need no more money")
    assert "write kind: transcript" in next(iter(problems)).help
    assert check(source(case), one, "ada", "We need no more money")[1] == []


def test_an_interviewer_that_publishes_is_known_by_its_label() -> None:
    case = Case("transcript", "en", "GAZETTE: When will it open?\nBob Baker: In May.", (), ())
    one = captured(case.text, case.language)
    assert check(source(case, "gazette"), one, "gazette", "When will it open")[1] == []
    _, (problem,) = check(source(case), one, "gazette", "When will it open")
    assert problem.code == "speaker-unclear"


def test_a_recording_is_transcribed_and_never_found() -> None:
    text = "Ada Example: We open the bridge in May.\n\nNobody knows what it will cost.\n"
    case = Case("recording", "en", text, (), ())
    one = captured(text, "en")
    for quote in ("We open the bridge in May", "Nobody knows what it will cost"):
        finding, problems = check(source(case), one, "ada", quote)
        assert (finding.check, problems) == ("transcribed", [])
    finding, (problem,) = check(source(case), one, "bob", "We open the bridge in May")
    assert (finding.check, problem.code) == ("unclear", "other-speaker")
    assert check(source(case), one, "ada", "We open a bridge in May")[0].check == "not-found"


def test_marks_in_a_statement_are_read_as_in_an_article() -> None:
    case = CASES["a communiqué that quotes others"]
    one = captured(case.text, case.language)
    _, (problem,) = check(source(case), one, "ada", "We have waited far too long")
    assert problem.code == "other-speaker"


def test_words_of_a_cited_source_follow_its_own_kind() -> None:
    case = CASES["a communiqué that quotes others"]
    own = Article(publisher="gazette", url="https://example.org/2", published=DAY, language="en")
    more = MoreEvidence(article="a", quote=("opens the bridge in May",))
    for speaker, expected in (("ministry", "found"), ("bob", "unclear")):
        fact = Fact(
            id="f",
            speaker=(speaker,) if speaker else (),
            statement="s",
            topics=("t",),
            also=(more,),
        )
        articles = {"a": source(case), "b": replace(own, facts=(fact,))}
        sources = Sources({"a": captured(case.text, "en")}, {}, ACTORS, articles)
        checked = check_article("b", sources, lambda file, _path: Place(file, 1))
        assert checked.value is not None
        assert checked.value["f", 1].check == expected


def test_words_under_a_label_in_letters_of_another_script_are_not_certain() -> None:
    """In an article, names that cannot be compared prove nothing under a label."""
    case = Case("article", "ru", "Рэй: Мы откроем мост в мае, а не в июне.", (), ())
    one = captured(case.text, "ru")
    finding, _ = check(source(case), one, "ray", "Мы откроем мост в мае")
    assert finding.check == "unclear"


def check_fact(case: Case, one: Fact) -> tuple[str, list[str]]:
    article = replace(source(case), facts=(one,))
    checked = findings_of(article, captured(case.text, case.language), {})
    assert checked.value is not None
    codes = [each.code for each in checked.problems if each.code != "paragraph-unused"]
    return checked.value["f", 0].check, codes


def test_the_words_of_an_unnamed_speaker_are_never_the_publishers() -> None:
    text = "We open the bridge in May.\n\n“It is not safe,” a senior official said.\n"
    case = Case("statement", "en", text, (), ())
    unnamed = fact_by(speaker_described="a senior official", quote="We open the bridge in May")
    assert check_fact(case, unnamed) == ("unclear", ["quote-not-in-marks"])
    assert check_fact(case, replace(unnamed, quote=("It is not safe",))) == ("found", [])
    transcript = Case("transcript", "en", "Bob Baker: We open the bridge in May.\n", (), ())
    assert check_fact(transcript, unnamed)[0] == "unclear"


def test_a_name_that_counts_as_a_heading_ends_the_words_of_the_last_speaker() -> None:
    text = (
        "Debate on the bridge\nBy Cy Reader\n"
        "Ada Example: We open the bridge in May, and it is already paid for by the town.\n"
        "Bob Baker\n"
        "I do not believe a word of it, and I have read all of the plans.\n"
    )
    case = Case("transcript", "en", text, (), ())
    one = captured(text, "en")
    assert [each.kind for each in one.skipped] == ["headline", "byline", "headline"]
    assert check_fact(case, fact_by("ada", quote="We open the bridge in May")) == ("found", [])
    assert check_fact(case, fact_by("ada", quote="I do not believe a word"))[0] == "unclear"


@pytest.mark.parametrize(
    "line",
    [
        "And what will it cost us?",
        "bob: Not a word of it is true.",
        "Baker \u2013 Not a word of it is true.",
        "The mayor then left the hall.",
        "The bridge and its critics",
    ],
)
def test_what_may_be_somebody_elses_ends_the_words_of_the_last_speaker(line: str) -> None:
    text = f"Ada Example: We open the bridge in May.\n{line}\nIt is far too late for us.\n"
    case = Case("transcript", "en", text, (), ())
    assert check_fact(case, fact_by("ada", quote="It is far too late"))[0] == "unclear"


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Exampleland's foreign minister Cy Reader"),
        ("en", "Mayor Cy Reader of Exampletown"),
        ("en", "Mayor Cy Reader (via an interpreter)"),
        ("en", "CY READER, MAYOR"),
        ("de", "Außenminister Cy Reader aus Beispielland"),
        ("ru", "Министр иностранных дел Сай Ридер"),
        ("ar", "وزير خارجية البلد الكبير ساي ريدر"),
        ("zh", "某国外交部长谢尔盖·拉夫罗夫"),
    ],
)
def test_words_behind_any_label_are_not_those_of_the_speaker_before(
    language: str, label: str
) -> None:
    colon, quote = ("：", "我们等了很久了") if language == "zh" else (": ", "Das Wort 1 gilt hier")
    quotes = {"ar": "الجسر ليس آمنا حتى", "ru": "Мост ещё не готов", "en": "It is far too late"}
    quote = quotes.get(language, quote)
    for first, kind in (("Ada Example: We open it.\n", "transcript"), ("", "statement")):
        case = Case(kind, language, f"{first}{label}{colon}{quote}.\n", (), ())
        for speaker in ("ada", "ministry"):
            one = captured(case.text, language)
            assert check(source(case), one, speaker, quote)[0].check == "unclear", kind


def test_a_question_before_a_label_in_its_paragraph_is_not_the_last_speakers() -> None:
    text = (
        "Ada Example: We open it.\nAnd what will it cost us? Bob Baker: Nothing at all, I think.\n"
    )
    case = Case("transcript", "en", text, (), ())
    assert check_fact(case, fact_by("ada", quote="And what will it cost"))[0] == "unclear"
    assert check_fact(case, fact_by("bob", quote="Nothing at all, I think")) == ("found", [])


@pytest.mark.parametrize(
    "line",
    ["[Applause]", "I have two points to make:", "00:14:05", "I told Ada so. (laughs)"],
)
def test_a_stage_direction_does_not_end_the_words_of_the_last_speaker(line: str) -> None:
    text = f"Ada Example: We open the bridge in May.\n{line}\nIt is far too late for us.\n"
    case = Case("transcript", "en", text, (), ())
    assert check_fact(case, fact_by("ada", quote="It is far too late")) == ("found", [])


def test_a_joint_statement_needs_all_its_authors() -> None:
    case = Case("statement", "en", "We open the bridge in May together.\n", (), ())
    joint = fact_by("ada", "bob", quote="We open the bridge in May")
    assert check_fact(case, joint)[0] == "unclear"
    assert check_fact(case._replace(authors=("Ada Example",)), joint)[0] == "unclear"
    both = case._replace(authors=("Ada Example", "Bob Baker"))
    assert check_fact(both, joint) == ("found", [])
    _, (alone,) = check(source(both), captured(both.text, "en"), "ada", "We open the bridge in May")
    assert "write all of them: speaker: [a, b]. If the publisher says it" in alone.help
    more = case._replace(authors=("Ada Example", "Bob Baker", "Cy Reader"))
    assert check_fact(more, joint)[0] == "unclear"
    with_publisher = fact_by("ministry", "ada", quote="We open the bridge in May")
    assert check_fact(case, with_publisher)[0] == "unclear"
    assert check_fact(case._replace(authors=("Ada Example",)), with_publisher) == ("found", [])


@pytest.mark.parametrize(
    ("language", "label", "words", "report"),
    [
        ("ja", "見本あだ", "橋は五月に開通する予定です", "見本市長は最後に橋の重要性を語った。"),
        ("zh", "陈安", "大桥将于五月开通并且安全", "陈市长最后谈到了大桥的重要性。"),
    ],
)
def test_a_report_about_the_speaker_ends_a_speech_in_scripts_without_spaces(
    language: str, label: str, words: str, report: str
) -> None:
    case = Case("transcript", language, f"{label}：{words}。\n{report}\n", (), ())
    assert check_fact(case, fact_by("ada", quote=words)) == ("found", [])
    assert check_fact(case, fact_by("ada", quote=report[5:-1])) == ("unclear", ["speaker-unclear"])


@pytest.mark.parametrize("title", ["StS", "PStS", "SRS’in", "StS Dr."])
def test_a_german_label_may_have_the_short_title_of_an_office(title: str) -> None:
    text = f"Frage: Wann kommt die Brücke?\n{title} Example: Die Brücke wird im Mai eröffnet.\n"
    case = Case("transcript", "de", text, (), ())
    assert check_fact(case, fact_by("ada", quote="Die Brücke wird im Mai eröffnet")) == (
        "found",
        [],
    )
    (_, problems) = check_fact(case, fact_by("bob", quote="Die Brücke wird im Mai eröffnet"))
    assert problems == ["other-speaker"]


def test_words_that_are_announced_without_a_clear_name_are_not_another_speakers() -> None:
    case = Case("statement", "he", 'השרה עדה דוגמה הוסיפה: "זה יום חג לעיר כולה".\n', (), ())
    assert check_fact(case, fact_by("ada", quote="זה יום חג לעיר כולה")) == (
        "unclear",
        ["speaker-unclear"],
    )


def test_a_sentence_that_names_one_speaker_proves_no_joint_words() -> None:
    text = "“We open the bridge in May”, Bob Baker said.\n“We are glad”, they said.\n"
    case = Case("statement", "en", text, (), ())
    joint = fact_by("ada", "bob", quote="We open the bridge in May")
    assert check_fact(case, joint) == ("unclear", ["speaker-unclear"])


def test_the_label_of_one_speaker_proves_no_joint_words() -> None:
    case = Case("transcript", "en", "Bob Baker: We open the bridge in May.\n", (), ())
    joint = fact_by("ada", "bob", quote="We open the bridge in May")
    assert check_fact(case, joint) == ("unclear", ["speaker-unclear"])


READ_OUT = "We will never open it now."


@pytest.mark.parametrize(
    "lines",
    [
        f"Bob Baker: Read what the mayor said:\nBob Baker: “{READ_OUT}”",
        f"Bob Baker: Read what the mayor said:\nBob Baker: {READ_OUT}",
        f"Bob Baker: Read what the mayor said:\n“{READ_OUT}”",
        f"Bob Baker: Read what the mayor said:\n{READ_OUT}",
        f"Bob Baker: It is all in the letter.\n“{READ_OUT}”",
    ],
)
def test_what_a_speaker_reads_out_is_not_certified_as_the_speakers(lines: str) -> None:
    case = Case("transcript", "en", f"{lines}\nAda Example: Why?\n", (), ())
    assert check_fact(case, fact_by("bob", quote=READ_OUT)) == ("unclear", ["speaker-unclear"])


def test_a_transcript_may_print_all_words_in_marks() -> None:
    text = f"Bob Baker: “{READ_OUT}”\nAda Example: “Why is that so?”\n"
    case = Case("transcript", "en", text, (), ())
    assert check_fact(case, fact_by("bob", quote=READ_OUT)) == ("found", [])
