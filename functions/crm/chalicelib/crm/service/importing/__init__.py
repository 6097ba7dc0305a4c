"""Cards from files."""
