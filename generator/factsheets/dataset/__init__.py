"""Links records into one dataset: references, ids, duplicates."""
