"""From content files to problems, pages and open data, without access to disk or clock."""
