"""What a field's text means: amounts, dates and spans of time, quantities in tables."""
