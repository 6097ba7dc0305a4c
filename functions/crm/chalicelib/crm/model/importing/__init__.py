"""Cards from files: columns, values, what is wrong with a row, and how far an import has come."""
