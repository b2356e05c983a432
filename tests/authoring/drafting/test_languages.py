"""Statements drafted from German, French, Russian and Ukrainian sentences."""

from __future__ import annotations

import pytest
from factsheets.authoring.drafting.draft import drafted
from factsheets.authoring.drafting.rules import rules
from factsheets.datafiles import list_files

SENTENCES = [
    ("de", "„Die Brücke öffnet im Mai“, sagte Ada Beispiel am Montag.", "Ada Beispiel", "sagte"),
    (
        "de",
        "Am Montag sagte die Bürgermeisterin, die Brücke sei sicher.",
        "die Bürgermeisterin",
        "",
    ),
    ("de", "Ada Beispiel hat am Montag gesagt, die Brücke öffne bald.", "Ada Beispiel", "gesagt"),
    (
        "de",
        "Die Leute seien „nicht gefragt worden“, erklärte dessen Sprecher Olaf Muster.",
        "Sprecher Olaf Muster",
        "erklärte",
    ),
    ("de", "Wie die Polizei mitteilte, wurde niemand verletzt.", "die Polizei", "mitteilte"),
    ("de", "Nach Angaben der Stadt ist alles fertig.", "der Stadt", "Nach Angaben"),
    ("de", "Die Arbeit ist fertig, teilte das Unternehmen mit.", "das Unternehmen", "teilte"),
    ("de", "Laut Baumeister ist die Brücke sicher.", "Baumeister", "Laut"),
    ("de", "Die Kritik am Bau, sie sei „haltlos“, nannte er einen Fehler.", "er", "nannte"),
    ("de", "Der großen Zeitung sagte Ada Beispiel, sie bleibe.", "Ada Beispiel", "sagte"),
    ("de", "Dem Rat teilte am 17. Januar der Bauherr mit, er gehe.", "der Bauherr", "teilte"),
    ("de", "Als er gefunden worden war, sagte er: „Wir gehen.“", "er", "sagte"),
    ("de", "In dem Antrag heißt es wörtlich: „Wir gehen weiter.“", "dem Antrag", "heißt es"),
    ("de", "So heißt es in dem Brief: „Wir gehen weiter.“", "dem Brief", "heißt es in"),
    ("fr", "« Le pont ouvrira », a déclaré Ada Exemple lundi.", "Ada Exemple", "déclaré"),
    ("fr", "« C'est sûr », a-t-il ajouté.", "il", "ajouté"),
    ("fr", "Selon le maire, les travaux sont finis.", "le maire", "Selon"),
    ("fr", "Le pont fermera, a annoncé lundi la maire Ada Exemple.", "la maire Ada Exemple", ""),
    ("fr", "Le maire a annoncé lundi la fin du chantier.", "Le maire", "annoncé"),
    ("fr", "« C'est un scandale », s'indigne Ada Exemple.", "Ada Exemple", "s'indigne"),
    ("ru", "«Мост откроется в мае», — заявила Ада Примерова.", "Ада Примерова", "заявила"),
    ("ru", "— Мост готов, — сказала Ада Примерова.", "Ада Примерова", "сказала"),
    ("ru", "По словам мэра Иванова, работы закончены.", "мэра Иванова", "По словам"),
    ("uk", "«Міст відкриється», — заявила Ада Прикладна.", "Ада Прикладна", "заявила"),
    ("uk", "У понеділок Іваненко повідомив, що міст готовий.", "Іваненко", "повідомив"),
]


@pytest.mark.parametrize(("code", "text", "speaker", "cue"), SENTENCES)
def test_a_sentence_names_its_speaker(code: str, text: str, speaker: str, cue: str) -> None:
    (found,) = drafted([text], code)
    assert found.speaker is not None
    assert found.cue is not None
    assert text[slice(*found.speaker)] == speaker
    assert cue in text[slice(*found.cue)]


def test_the_reported_mood_goes_on_with_the_speaker_before() -> None:
    text = "Ada Beispiel sagte, die Brücke sei sicher. Niemand müsse sich sorgen."
    _, second = drafted([text], "de")
    assert text[slice(*(second.speaker or (0, 0)))] == "Ada Beispiel"


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug fährt am Montag.",
        "Die Partei (Motto: „Wir gehen weiter“) fehlt.",
        "Die Zeitung „Morgenblatt“ fehlt.",
    ],
)
def test_a_german_sentence_without_a_speaker_is_no_statement(text: str) -> None:
    assert drafted([text], "de") == []


def test_a_french_purpose_does_not_speak() -> None:
    assert drafted(["Pour la troisième fois, le pont ferme pour la ville."], "fr") == []


def test_a_german_noun_before_a_colon_speaks_only_if_it_names_somebody() -> None:
    text = "Seine Zuversicht gründet sich darauf: „Wir gehen alle heute noch weiter.“"
    (found,) = drafted([text], "de")
    assert found.speaker is None


def test_every_table_of_rules_can_be_read() -> None:
    codes = [
        name.partition(".")[0] for name in list_files("factsheets.authoring.drafting", "languages")
    ]
    assert {"en", "de", "fr", "ru", "uk"} <= set(codes)
    for code in codes:
        assert rules(code).words.keys() == rules("en").words.keys()
        assert code == "default" or len(rules(code).words["weekdays"]) == 7
