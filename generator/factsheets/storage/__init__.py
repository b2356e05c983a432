"""All access to disk and git: snapshots, atomic writes, locks."""
