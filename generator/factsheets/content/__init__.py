"""YAML in: a strict reader with positions, the schema, and validation."""
