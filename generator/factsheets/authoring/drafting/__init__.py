"""Drafts of statements: who is said to say what in a text, by rules on words and their order.

`rules` reads the table of a language, `sentences` splits paragraphs, `cues` finds words that report
speech, `subjects` finds who speaks, `draft` puts statements together, and `candidates` checks
drafts from elsewhere.
"""
