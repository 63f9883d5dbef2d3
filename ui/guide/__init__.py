"""The guide inside the window; the same texts can be read on disk."""
