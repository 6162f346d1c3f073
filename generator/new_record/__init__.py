"""A new record of any type, from its declaration: what to ask, what to propose, and the text of its file."""
