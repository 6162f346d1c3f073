"""Which pages a site has: each module yields the pages of one kind."""
