"""The explanations of problem codes, one module a group."""
