"""Readers count paragraphs: no headline, byline, subheading, advertisement, caption or link."""

from __future__ import annotations

import pytest
from factsheets.quotes.paragraphs import layout

# Made up. Lines that begin with # are not counted.
ENGLISH = """
#Mayor promises: bridge will open before winter
#By Ada Example and Bob Baker
#Transport correspondent
#Published 4 March 2024, 10:15 GMT
#Updated 2 hours ago
#Share
#Image source, Example Pictures
#Image caption, The bridge seen from the harbour on Monday
EXAMPLETOWN, March 4 (Example News) - The mayor said on Monday that the bridge would open in May.
"We have painted every railing twice," she told the council.
#Advertisement
#Read more
#Council argues about the cost of lamps
By Monday, the queue for the ferry had reached the market, the police of the harbour said.
#A long wait for the ferry
The ferry had carried lorries for two years, and drivers complained about the long queues.
#Story continues below advertisement
By contrast, the harbour was quiet.
#Comments (12)
#Share this article
#We use cookies to improve your experience.
#Ada Example is a senior reporter at Example News. She covers transport and the harbour.
#(Reporting by Ada Example; editing by Bob Baker)
"""
GERMAN = """
#Brücke öffnet im Mai
#Von Ada Beispiel, Musterstadt
#04.03.2024, 10:15 Uhr
#Stand: 4. März 2024
#Lesezeit: 3 Min.
#Foto: Beispiel/Bildagentur
Musterstadt (bsp) – Die Bürgermeisterin hat angekündigt, dass die Brücke im Mai öffnet.
Von Montag an soll der Verkehr auf allen vier Spuren wieder rollen, sagte sie am Abend.
#Anzeige
#Lange Wartezeiten an der Fähre
Die Fähre hatte zwei Jahre lang Lastwagen befördert, und Fahrer klagten über Warteschlangen.
#Lesen Sie auch: Streit über die Kosten der Lampen
#Mehr zum Thema
Von Ada Beispiel stammt auch die Idee, die Fähre zu behalten.
#Artikel teilen
#Wir verwenden Cookies, um Ihr Erlebnis zu verbessern.
#Zur Autorin: Ada Beispiel berichtet seit 2019 über Verkehr.
"""
FRENCH = """
#Le pont ouvrira en mai
#Par Ada Exemple
#Publié le 4 mars 2024 à 10h15, mis à jour à 12h00
#Temps de lecture : 3 min
#Réservé aux abonnés
Exempleville (AEX) – La maire a annoncé lundi que le pont ouvrirait en mai.
Par ailleurs, le ferry restera en service jusqu’à la fin de l’année, a ajouté la maire.
#Publicité
#Lire aussi : Le coût des lampes divise le conseil
#La suite après la publicité
#Une longue attente
Le ferry avait transporté des camions pendant deux ans, et les conducteurs se plaignaient.
#Crédit photo : Exemple
#Partager
#Nous utilisons des cookies pour améliorer votre expérience.
#Par Ada Exemple avec AEX
"""
UKRAINIAN = """
#Міст відкриють у травні
#Автор: Ада Приклад
#4 березня 2024, 10:15
#Фото: Приклад
ПРИКЛАДІВ. 4 березня. ПРН. Мер заявила, що міст відкриють у травні.
«Ми двічі пофарбували кожне поруччя», – сказала вона на засіданні ради.
#Реклама
#Читайте також: Рада сперечається про вартість ліхтарів
#Довге очікування порома
Пором два роки возив вантажівки, і водії скаржилися на черги.
#Підписуйтесь на наш канал
#Поділитися
#Якщо ви помітили помилку, виділіть текст і натисніть Ctrl+Enter.
#Про автора: Ада Приклад пише про транспорт.
"""
RUSSIAN = """
#Мост откроют в мае
#Автор: Ада Пример
#4 марта 2024, 10:15
#Фото: Пример
ПРИМЕРСК, 4 марта. /ПРН/. Мэр заявила, что мост откроют в мае.
Реклама этого моста была снята с эфира, сказала она на заседании совета.
#Материалы по теме
#Долгое ожидание парома
Паром два года возил грузовики, и водители жаловались на очереди.
#Подписывайтесь на наш канал
#Поделиться
#Мы используем файлы cookie.
#Текст: Ада Пример
"""


WITHOUT_BY = """
#LIVE
#Bridge opens: ‘We are ready’
#Ada Example
#Transport correspondent
#4 March 2024
The bridge will open in May, the mayor said.
She gave no reason.
"""


@pytest.mark.parametrize("marked", [ENGLISH, GERMAN, FRENCH, UKRAINIAN, RUSSIAN, WITHOUT_BY])
def test_a_reader_counts_the_paragraphs_alone(marked: str) -> None:
    compare(marked)


@pytest.mark.parametrize(
    "marked",
    [
        # A post and a communiqué, without signs at the end of lines.
        "Thank you all\nWe did it\n#4 March 2024\n",
        "The ministry of Exampletown condemns the closing of the bridge\nIt calls for talks\n",
        "#We signed it today\nIt is a great day\n#4 March 2024\nThank you all.\n",
        # Places at the beginning, which are no bylines.
        "EXAMPLETOWN, 4 March\nThe bridge is open.\nThe council met.\n",
        # Sentences that begin as advertising and credits do.
        "The bridge is open.\nSave the bridge, she said.\nEditing by many hands has its price.\n",
        "The bridge is open.\nBy Monday it will be closed.\nVon Montag an ist sie zu.\n",
        "The bridge is open.\nReporter Ada Example is dead.\nShe was 80.\n",
        # An answer between two questions of an interview.
        "#Bridge\n#By Ada Example\nWill it open in May, as was said?\nPerhaps\nAnd will it last?\n",
    ],
)
def test_what_is_not_certain_is_counted(marked: str) -> None:
    compare(marked)


def compare(marked: str) -> None:
    """Lines that begin with # are skipped, and no others."""
    lines = marked.strip().splitlines()
    found = layout("\n".join(line.lstrip("#") for line in lines))
    assert list(found.paragraphs) == [line for line in lines if line[0] != "#"]
    assert [each.text for each in found.skipped] == [line[1:] for line in lines if line[0] == "#"]


def test_a_headline_with_a_question_or_a_quotation_stands_above_the_byline() -> None:
    for headline in ("Will the bridge open?", "“We are ready”: mayor on the bridge"):
        text = f"{headline}\nBy Ada Example\nThe mayor spoke.\nShe said no more.\n"
        assert [each.kind for each in layout(text).skipped] == ["headline", "byline"], headline
