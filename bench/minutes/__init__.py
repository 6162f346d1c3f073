"""The bench of the import: minutes in many forms, clean and damaged, each with the items that a person finds in it."""
