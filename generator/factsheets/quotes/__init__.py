"""Captures of articles, and the check of quotations against them.

A capture is made by `places` (the text's pages and times), `paragraphs` (its paragraphs), `tokens`
(their words), `marks` (their quotation marks), `readings` (what is inside marks in every likely
reading), `speech` (what is said, and by whom) and `capture` (hashes); `languages` has the rules of
each language.

A quotation is checked by `check` (an article's facts, in order), `quotations` (one piece of
evidence) and `match` (where the capture has the words); `suggestions` says what to write
instead. `own_words`, `figures` and `article_check` check the rest of an article.

`seeds` and `capture_file` read and write the files, `recapture` compares a new text of an article
with its capture, and `reprints` compares articles.
"""
