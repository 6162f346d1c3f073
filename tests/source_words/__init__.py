"""Fingerprints of the source documents' five-word sequences, and how they are made."""
