"""The hand-written pages of a new site."""

from __future__ import annotations

HOME = """\
# Who said what, and who reported it

Attributed fact sheets. Every statement names who said it, when, if that is given, and \
which publisher reported it; only words that were found in the captured article are shown as \
quoted. We do not rate who is right.
"""
METHOD = """\
# Method

This site records statements as they are reported. It says who said something, who reported it, \
and how the words reached us. We give no ratings.

For every article we keep a capture: fingerprints of its words, but not its text. A quotation is \
shown as quoted only if its words stand in the article, inside its quotation marks. Our own words \
are as short as the meaning allows. Mistakes are corrected in public, with the date and the reason.
"""
ADD = """\
# Add an article

Anybody can propose an article. You need no program.

1. Tell us its address, and which statements in it matter.
2. Or write the statements yourself: the commented form is in `CONTRIBUTING.md`, and \
`facts new article ID --text FILE` makes one with the article's quotations in it.

Copy quotations, do not type them: one wrong letter is found. Say the rest in your own \
words, without double quotation marks: these are compared with the source.
"""
