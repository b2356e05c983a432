"""Problems of the content as values, the catalogue of their codes, and reports of them."""
