"""What was read to files of records: names of the site, texts without private words, open questions."""
