"""What is exported: a list of cards as somebody sees it, as a table of cells."""
