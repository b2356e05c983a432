"""What pages and data show, computed from the dataset."""
