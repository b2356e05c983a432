"""New records, new sites, and fixes of files."""
