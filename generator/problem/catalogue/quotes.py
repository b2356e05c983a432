"""Codes of quotations, paragraphs and captures: what a fact cites, against the article."""

from __future__ import annotations

from generator.problem.code import Code

# The examples speak of a made-up article. Its second paragraph:
#   "We will open three new ports by spring," the minister told reporters. The money is there.
ENTRIES: tuple[Code, ...] = (
    Code(
        "quote-gone",
        "An article's newest captured text does not have a quote that an earlier one had.",
        "Publishers change articles, and people capture texts that are not whole. The statement "
        "stays, and its page says that the newest text does not have the words. That the "
        "publisher changed the article is said only where somebody recorded it: updated.",
        right=(
            "the quote left as it is, and updated: 2025-09-06 in the article's file",
            "status: withdrawn, with a reason, where the publisher took the words back",
        ),
        wrong=(
            "the quote changed to the article's new words without a correction",
            "the old capture deleted, so that the quote is no longer found at all",
        ),
    ),
    Code(
        "quotes-not-looked-up",
        "So many quotes could stand at so many places that looking them up takes too long.",
        "No file may hold up the checks of all others. No article that people wrote comes near "
        "the limit: a file reaches it with thousands of wrong quotes, or where the article has "
        "the same words very often.",
        right=(
            "the first wrong quotes mended, and facts check run again",
            'quote: "We will open three new ports by spring"',
        ),
        wrong=(
            "thousands of quotes that are not in the article",
            'thousands of facts with quote: "three new ports […] three new ports"',
        ),
    ),
    Code(
        "quote-not-found",
        "A quote is not in the article.",
        "Readers take quoted words for the article's, to the letter. One changed, added or "
        "dropped word can turn the meaning round. Marks, dashes and spaces may differ; words, "
        "numbers and capital letters may not. A quote lies within one paragraph.",
        right=(
            'quote: "We will open three new ports by spring"',
            'quote: ["We will open three new ports", "The money is there"]',
        ),
        wrong=(
            'quote: "We will open three ports by spring"',
            'quote: "we will open three new ports"',
        ),
    ),
    Code(
        "wrong-language",
        "An article is not in the language stated.",
        "Browsers and screen readers show and read quotations by the language stated, and readers "
        "are told of it. It is compared with the letters and the most common words of the "
        "article's text, or with what its capture noted; without both, of headline and quotes.",
        right=(
            "language: he, for an article in Hebrew",
            "language: uk, for an article in Ukrainian that quotes a sentence in English",
        ),
        wrong=(
            "language: en, for an article in Hebrew",
            "language: ru, for an article in Ukrainian",
        ),
    ),
    Code(
        "wrong-paragraph",
        "A quote is in another paragraph than the one stated.",
        "The paragraph is how a reader finds the words in the article. They are counted from 1, "
        "without headline and byline.",
        right=(
            'quote: "three new ports by spring"\nparagraph: 2',
            'also: [{paragraph: 4, quote: "the ports will be open"}]',
        ),
        wrong=(
            'quote: "three new ports by spring"\nparagraph: 3',
            'quote: ["three new ports", "the ports will be open"]\nparagraph: 2',
        ),
    ),
    Code(
        "quote-not-in-marks",
        "A speaker's quote is not inside the article's quotation marks.",
        'On the site "Quoted" means that the publisher printed the words in quotation marks. '
        "Outside them the words are the publisher's own, even where it says what somebody said.",
        right=(
            'speaker: the-minister\nquote: "We will open three new ports by spring"',
            'statement: "the money for the ports is there"\nparagraph: 2',
        ),
        wrong=(
            'speaker: the-minister\nquote: "The money is there"',
            'speaker: the-minister\nquote: "by spring, the minister told reporters"',
        ),
    ),
    Code(
        "quote-altered",
        "A quote has brackets.",
        "What you put into brackets is not the article's, and could not be checked. Brackets that "
        "the article prints are copied with what is in them. The one thing allowed besides is […] "
        "in the middle, where words are left out: at least three words before it and three after, "
        "all from one paragraph.",
        right=(
            'quote: "We will open […] ports by spring"',
            'quote: "three new ports by spring"',
        ),
        wrong=(
            'quote: "We [the state] will open three new ports"',
            'quote: "[…] three new ports by spring"',
        ),
    ),
    Code(
        "quote-too-short",
        "A quote has fewer than three words.",
        "One or two words stand in almost every article, so finding them proves nothing, and the "
        "capture does not know them. Where the text itself is at hand they are looked up there.",
        right=('quote: "three new ports"', 'statement: "three ports will be opened"'),
        wrong=('quote: "ports"', 'quote: "new ports"'),
    ),
    Code(
        "quote-not-captured",
        "Quotes are not checked yet, for the article has no capture.",
        "A capture in seeds/ proves a quote without the article's text. Until somebody who has "
        'the text makes one, the words are shown as "Not checked" and never as quoted, and the '
        "home page counts them. facts build --strict refuses them, unless the owner of the site "
        "allows them: allow_unchecked_quotes: true at the plugin in mkdocs.yml.",
        right=(
            "content/facts/example-ports.yaml and seeds/example-ports.json",
            "content/facts/example-ports.yaml without quotes",
        ),
        wrong=(
            "content/facts/example-ports.yaml with quotes, nothing in seeds/",
            "content/facts/example-ports.yaml and seeds/ports.json",
        ),
    ),
    Code(
        "unproven-marks",
        "Words in double quotation marks are in no recorded quote and no cited source.",
        "Readers take words between quotation marks for the source's, in a statement, detail, "
        "condition, note or answer as well as in a topic's brief. They must be part of a recorded "
        "quote or of the publisher's words (wording), or stand in the capture of a cited article. "
        "One or two words a capture cannot show, and without one nothing can be compared: a "
        "warning, and an error with --strict. Single quotation marks are for names, and are not "
        "looked at.",
        right=(
            'quote: "three new ports by spring"\nstatement: "the plan is “three new ports”"',
            'detail: "The ministry\'s ship ‘Queen of the North’ was there."',
        ),
        wrong=(
            'quote: "three new ports by spring"\nstatement: "the plan is “three big ports”"',
            'detail: "The ministry\'s ship “Queen of the North” was there."',
        ),
    ),
    Code(
        "copied-wording",
        "Ten words or more in a row are the article's, without quotation marks.",
        "Statements are in our own words, so that nobody takes the article's choice of words for "
        "ours, or ours for a quotation. It is also a matter of the publisher's rights. Words in "
        "double quotation marks do not count.",
        right=(
            'statement: "three ports will open before spring ends"',
            'note: "The article says \\"the money is there\\", and does not say whose."',
        ),
        wrong=(
            'detail: "A sentence of the article, word for word, ten words or longer."',
            'note: "Half a sentence of the article without quotation marks around it."',
        ),
    ),
    Code(
        "quoted-too-much",
        "More than two fifths of an article are quoted.",
        "A fact sheet says what an article reports; it does not reprint it. All quotes from an "
        "article count together, words that two facts quote count once. Posts, statements, "
        "transcripts and recordings have no such limit.",
        right=(
            "quotes of 120 words from an article of 400",
            "quotes of 40 words from an article of 100",
        ),
        wrong=(
            "quotes of 200 words from an article of 400",
            "quotes of 41 words from an article of 100",
        ),
    ),
    Code(
        "wording-not-found",
        "Words listed as the publisher's are not in the paragraph stated.",
        "A publisher's choice of words is shown as its own, so it must stand there exactly. Fewer "
        "than three words are looked up only where the article's text is at hand.",
        right=(
            'wording: [{paragraph: 2, words: "the minister told reporters"}]',
            'wording: [{paragraph: 2, words: "told reporters"}]',
        ),
        wrong=(
            'wording: [{paragraph: 2, words: "the minister told the reporters"}]',
            'wording: [{paragraph: 1, words: "the minister told reporters"}]',
        ),
    ),
    Code(
        "no-such-paragraph",
        "The article has fewer paragraphs than that.",
        "Paragraphs are what blank lines separate, or lines, counted from 1. A headline, a "
        'byline and lines such as "Advertisement" are no paragraphs; facts capture names them.',
        right=("paragraph: 2", "unused: [{paragraph: 6, why: background}]"),
        wrong=(
            "paragraph: 20 in an article of six paragraphs",
            "unused: [{paragraph: 7, why: background}] in an article of six paragraphs",
        ),
    ),
    Code(
        "paragraph-unused",
        "A paragraph gave no fact, and no reason is stated.",
        "Readers see what each paragraph of an article gave. One that was left out without a word "
        "looks forgotten, or kept back.",
        right=(
            "facts: a fact with paragraph: 3",
            'unused: [{paragraph: 3, why: "background without a statement"}]',
        ),
        wrong=(
            "facts from paragraphs 1 and 2 of three, no unused",
            "facts: [] and no unused",
        ),
    ),
    Code(
        "capture-broken",
        "A capture cannot be read.",
        "A capture is written by facts capture alone. Changed by hand, cut off or mixed by a "
        "merge it could call words found that are not.",
        right=(
            "seeds/example-ports.json as facts capture wrote it",
            "no seeds/example-ports.json at all (quotes are then not checked)",
        ),
        wrong=(
            "seeds/example-ports.json with a line taken out",
            "seeds/example-ports.json with <<<<<<< in it",
        ),
    ),
    Code(
        "quote-continues",
        "A quote begins in one paragraph and continues in the next.",
        "Readers find a quote by its paragraph, so each part is cited with its own.",
        right=(
            'quote: "We will open three new ports"\nparagraph: 2\n'
            'also: [{paragraph: 3, quote: "and close the old ones"}]',
            'quote: "We will open three new ports"\nparagraph: 2',
        ),
        wrong=(
            'quote: "We will open three new ports and close the old ones"\nparagraph: 2',
            'quote: "We will open three new ports […] the old ones"\nparagraph: 2',
        ),
    ),
    Code(
        "marks-unclear",
        "It is unclear whether a quote stands inside the article's quotation marks.",
        "A mark is missing, typed in the wrong direction, or looks like an apostrophe, so the "
        "paragraph can be read in several ways. Nothing unclear is shown as quoted by itself. "
        "Somebody can read the paragraph and put their name to it; the page then says so. The "
        "reading is void when the capture changes.",
        right=(
            'quote: "three new ports by spring"\n'
            "marks: {read_as: quoted, by: Ada Example, date: 2025-09-05, sha256: …}",
            "only those words quoted that are inside in every reading",
        ),
        wrong=(
            "marks: {read_as: quoted, …} where nobody read the paragraph",
            "marks: {read_as: quoted, …} with the sha256 of an older capture",
        ),
    ),
    Code(
        "other-speaker",
        "The article names somebody else as the speaker of a quote.",
        "In '\"We open in May,\" said Ray' the words are Ray's, whatever name the next sentence "
        "has. Until it is settled the words are not shown as quoted, and facts build --strict "
        "refuses them.",
        right=(
            "the speaker corrected",
            "marks: {read_as: quoted, …} by somebody who read that Poe says it in Ray's name",
        ),
        wrong=(
            "speaker: poe, where the article has: said Ray",
            "the quote left as it is, because the words stand there",
        ),
    ),
    Code(
        "capture-old",
        "A capture was made by older rules.",
        "Captures of form 1 do not hold signs such as <, ± and /, so a quote that changes one is "
        "not noticed. What was proven by them stays proven. A new capture needs the article's "
        "text.",
        right=(
            'seeds/example-ports.json that begins with "version": 2',
            "facts capture example-ports example-ports.txt",
        ),
        wrong=(
            'seeds/example-ports.json that begins with "version": 1',
            'seeds/example-ports.json with "version": 1 changed to 2 by hand',
        ),
    ),
    Code(
        "other-text",
        "A file to be captured holds another text than the article's.",
        "A capture of the wrong text would have every quote of the article vanish from it. A file "
        "with less than half of the recorded quotes and less than a fifth of the old capture's "
        "words in a row is not the article.",
        right=(
            "facts capture example-ports example-ports.txt",
            "facts capture --replace example-ports rewritten.txt",
        ),
        wrong=(
            "facts capture example-ports another-article.txt",
            "facts capture example-ports cookie-notice.txt",
        ),
    ),
    Code(
        "capture-differs",
        "The text beside a capture is not the text that was captured.",
        "With two different texts nobody could say which one a quote was checked against. The "
        "capture counts, and the text is left aside. Blank lines and line ends make no difference.",
        right=(
            "seeds/example-ports.txt as it was captured",
            "seeds/example-ports.json without the text beside it",
        ),
        wrong=(
            "seeds/example-ports.txt with a corrected word",
            "seeds/example-ports.txt with the text of another article",
        ),
    ),
    Code(
        "figure-not-in-quote",
        "A figure's number is not in the quoted words.",
        "The number is shown beside the quote, so that readers expect it there: in digits, or as "
        "an English word. A number that the article gives outside the quotation is partly quoted; "
        "one that we worked out is none of the article's.",
        right=(
            'quote: "three new ports by spring"\nfigure: {value: 3, counts: "new ports"}',
            'quote: "new ports by spring"\nform: partly-quoted\n'
            'figure: {value: 3, counts: "new ports"}',
        ),
        wrong=(
            'quote: "three new ports by spring"\nfigure: {value: 4, counts: "ports"}',
            'quote: "new ports by spring"\nfigure: {value: 3, counts: "new ports"}',
        ),
    ),
)
