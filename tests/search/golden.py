"""Golden queries: what somebody types, and the page that must come first or among the first three.

`FIRST` holds exact names and ids, for which only the first place will do.
"""

from __future__ import annotations

FIRST = (
    ("Inés Álvarez", "actors/ines-alvarez"),
    ("ines alvarez", "actors/ines-alvarez"),
    ("Álvarez", "actors/ines-alvarez"),
    ("Инес Альварес", "actors/ines-alvarez"),
    ("إينيس ألفاريز", "actors/ines-alvarez"),
    ("אינס אלווארס", "actors/ines-alvarez"),
    ("伊内斯·阿尔瓦雷斯", "actors/ines-alvarez"),
    ("ines-alvarez", "actors/ines-alvarez"),
    ("Jörg Müller", "actors/jorg-muller"),
    ("jorg muller", "actors/jorg-muller"),
    ("Joerg Mueller", "actors/jorg-muller"),
    ("Йорг Мюллер", "actors/jorg-muller"),
    ("Oksana Hrytsenko", "actors/oksana-hrytsenko"),
    ("Оксана Гриценко", "actors/oksana-hrytsenko"),
    ("李文海", "actors/li-wenhai"),
    ("สมชาย รัตนะ", "actors/somchai-rattana"),
    ("Northern League of Harbours", "actors/northern-league"),
    ("北方港口联盟", "actors/northern-league"),
    ("Harbourland", "actors/harbourland"),
    ("Daily Lantern", "actors/daily-lantern"),
    ("Harbour dues", "topics/harbour-dues"),
    ("port fees", "topics/harbour-dues"),
    ("портовые сборы", "topics/harbour-dues"),
    ("The old lighthouse", "topics/lighthouse"),
    ("grain-exports", "topics/grain-exports"),
    ("Spring assembly of harbour masters", "events/spring-assembly"),
    ("Masters quarrel over the price of anchorage", "sources/lantern-2024-04-12"),
    ("Порты договорились о сборах", "sources/wire-ru-2023-11-02"),
    ("港口费用上涨", "sources/wire-zh-2023-12-05"),
    ("lantern-2024-04-12", "sources/lantern-2024-04-12"),
    ("alvarez-dues-47", "facts/alvarez-dues-47"),
    ("somchai-rice", "facts/somchai-rice"),
    ("hrytsenko-grain-35", "facts/hrytsenko-grain-35"),
    ("alvarez-cafe", "facts/alvarez-cafe"),
)

AMONG = (
    # Numbers
    ("47", "facts/alvarez-dues-47"),
    ("47 harbours", "facts/alvarez-dues-47"),
    ("35 ships", "facts/hrytsenko-grain-35"),
    ("3.5 million tonnes", "facts/hrytsenko-grain-3-5"),
    ("3.5", "facts/hrytsenko-grain-3-5"),
    # Words of quotations, phrases
    ("lamp has never failed", "facts/muller-lighthouse-keep"),
    ('"cannot live on promises"', "facts/muller-dues-refused"),
    ("“anchorage fee by a third”", "facts/alvarez-dues-47"),
    ('"wait before the strait" grain', "facts/hrytsenko-grain-35"),
    ("fishing villages", "facts/muller-dues-refused"),
    # Singular and plural, accents either way
    ("harbour agreed dues lower 47", "facts/alvarez-dues-47"),
    ("ship waiting strait", "facts/hrytsenko-grain-35"),
    ("cafe closes", "facts/alvarez-cafe"),
    ("café lighthouse", "facts/alvarez-cafe"),
    ("Muller lighthouse fog", "facts/muller-lighthouse-keep"),
    # Cyrillic
    ("ледоколы", "facts/hrytsenko-ice"),
    ("ледоколы проведут", "facts/hrytsenko-ice"),
    ("Гриценко", "actors/oksana-hrytsenko"),
    ("Гриценко зима winter", "facts/hrytsenko-ice"),
    ("Альварес 47", "facts/alvarez-dues-47"),
    # Arabic
    ("المرشدون", "facts/alvarez-night-pilots"),
    ("البحريون ليلا", "facts/alvarez-night-pilots"),
    ("ألفاريز", "actors/ines-alvarez"),
    # Hebrew
    ("שובר הגלים", "facts/muller-breakwater"),
    ("לתיקון", "facts/muller-breakwater"),
    # Chinese: also within a run of characters
    ("上涨", "facts/li-dues-rise"),
    ("百分之五", "facts/li-dues-rise"),
    ("明年", "facts/li-dues-rise"),
    ("文海", "actors/li-wenhai"),
    ("阿尔瓦雷斯", "actors/ines-alvarez"),
    # Thai
    ("ค่าธรรมเนียม", "facts/somchai-rice"),
    ("สมชาย", "actors/somchai-rattana"),
    # Typing mistakes in names
    ("Alvaerz", "actors/ines-alvarez"),
    ("Hritsenko", "actors/oksana-hrytsenko"),
    ("Oksana Hrytsenk", "actors/oksana-hrytsenko"),
    ("Mueler", "actors/jorg-muller"),
    ("harbuor dues", "topics/harbour-dues"),
    ("lighthuose", "topics/lighthouse"),
    ("Nothern League of Harbours", "actors/northern-league"),
    ("Alvaerz 47", "facts/alvarez-dues-47"),
    # Dates, publishers, questions
    ("1 November 2023", "facts/hrytsenko-ice"),
    ("2023-12-07", "facts/somchai-rice"),
    ("January 2024", "facts/alvarez-cafe"),
    ("Daily Lantern cafe", "facts/alvarez-cafe"),
    ("who commands grain ships", "facts/hrytsenko-women-captains"),
    ("woman captain grain", "facts/hrytsenko-women-captains"),
    ("Müller breakwater", "facts/muller-breakwater"),
    ("rice ships", "facts/somchai-rice"),
    ("night pilots", "facts/alvarez-night-pilots"),
    ("assembly Saltmouth", "events/spring-assembly"),
    # Forms of other languages; what Arabic and Hebrew write in one with a word
    ("ледокол", "facts/hrytsenko-ice"),
    ("Гриценку", "actors/oksana-hrytsenko"),
    ("مرشدون", "facts/alvarez-night-pilots"),
    ("תיקון", "facts/muller-breakwater"),
    ("Northern League harbours agreed lower dues tomorrow 47", "facts/alvarez-dues-47"),
    # A month by its name, numbers in words, further names of topics, designations
    ("November", "facts/hrytsenko-ice"),
    ("Müller December", "facts/muller-breakwater"),
    ("Álvarez January", "facts/alvarez-cafe"),
    ("thirty-five ships", "facts/hrytsenko-grain-35"),
    ("forty seven harbours", "facts/alvarez-dues-47"),
    ("10 years captains", "facts/hrytsenko-women-captains"),
    ("Álvarez port fees third", "facts/alvarez-dues-47"),
    ("KC135", "facts/somchai-tanker"),
    ("KC-135", "facts/somchai-tanker"),
    ("KC 135", "facts/somchai-tanker"),
)

# On the repository's own first content.
OWN_FIRST = (
    ("Emmanuel Macron", "actors/emmanuel-macron"),
    ("Макрон", "actors/emmanuel-macron"),
    ("马克龙", "actors/emmanuel-macron"),
    ("macron-26-countries", "facts/macron-26-countries"),
    ("États-Unis", "actors/united-states"),
    ("Coalition of the Willing", "actors/coalition-of-the-willing"),
    ("tass-2025-09-04", "sources/tass-2025-09-04"),
)
OWN_AMONG = (
    ("26", "facts/macron-26-countries"),
    ("35 participants", "facts/macron-35-participants"),
    ("reveal its cards", "facts/macron-size-declined"),
    ("support capacity", "facts/macron-26-countries"),
    ("Lavrov NBC", "facts/lavrov-foreign-intervention"),
    ("Macorn", "actors/emmanuel-macron"),
    ("secruity guarantees", "topics/security-guarantees"),
    ("peacekeepers", "topics/troops-after-ceasefire"),
    ('"front line"', "facts/macron-not-front-line"),
    ("frontline", "facts/macron-not-front-line"),
    ("30 August", "facts/lavrov-coalition-undermining"),
    ("Lavrov 30 August", "facts/lavrov-coalition-undermining"),
    ("Makron", "actors/emmanuel-macron"),
    ("Макрона", "actors/emmanuel-macron"),
    ("cease-fire", "topics/troops-after-ceasefire"),
    ("macron said 26 countries have committed troops", "facts/macron-26-countries"),
    ("What did Lavrov say about foreign troops?", "facts/lavrov-foreign-intervention"),
)
