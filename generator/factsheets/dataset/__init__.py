"""Records linked into one dataset: references, ids, duplicates."""
