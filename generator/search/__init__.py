"""What search knows of words: how they are cut, folded and taken apart, and what each page adds to the index."""
