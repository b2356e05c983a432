"""Compares a sentence with the statements that it resembles."""
