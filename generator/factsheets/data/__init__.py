"""Open data: JSON, CSV, SQLite, feeds, JSON-LD, citations."""
