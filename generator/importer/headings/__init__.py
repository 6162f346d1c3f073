"""Which lines are the headings of a document's items, out of all that may be."""
