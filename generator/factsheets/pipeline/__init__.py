"""From the files of the content to problems, pages and open data; without disk or clock."""
