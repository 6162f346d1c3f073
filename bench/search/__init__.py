"""The search bench: graded queries, asked in a real browser of this site's search and of plain Pagefind, to figures."""
