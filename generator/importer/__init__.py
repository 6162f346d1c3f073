"""Minutes, agreements and lists of appointments as text to drafts of records, and a report of what is unsure."""
