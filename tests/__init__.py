"""The tests: one file a module; each name says what it holds the program to."""
