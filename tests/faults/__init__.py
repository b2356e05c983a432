"""What can break the program, and what must happen then.

`make faults` runs all of it at length: 866 tests, 730 of them over single faults, in 581 seconds
on two busy cores (25 November 2026), with the whole list of naughty strings in a browser.
"""
