"""Content files: a strict YAML reader with positions, the schema, and validation."""
