"""The MkDocs plugin `factsheets`."""
