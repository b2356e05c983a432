"""What writes content: new files, new sites, and repairs."""
