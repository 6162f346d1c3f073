"""The bench: one made corpus, built by Protokol and by a peer into the same kinds of page side by side, to figures."""
