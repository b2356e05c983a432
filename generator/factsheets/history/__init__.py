"""Changes between two states of the content, corrections, and renames."""
