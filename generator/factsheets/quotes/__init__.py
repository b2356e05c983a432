"""Captures of articles, and quotations looked up in them."""
