"""What changed between two states of the content, and what must not change in silence."""
