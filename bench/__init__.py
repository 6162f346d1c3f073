"""The bench: one made corpus, built by Protokol and by a peer side by side, to figures."""
