"""Problems in the content as values, the catalogue of their codes, and reports."""
