"""Pages of the site: views and templates, and hand-written pages."""
