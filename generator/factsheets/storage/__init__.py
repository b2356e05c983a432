"""The only access to disk and git: snapshots in, atomic writes out, locks."""
