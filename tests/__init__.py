"""The tests: the folders mirror the packages, and each test's name states what it checks."""
