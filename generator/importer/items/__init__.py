"""The lines of one item to what it says: recommendation, minutes, decisions with their outcomes."""
