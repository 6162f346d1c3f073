"""Minutes as a whole: the head with the meeting's facts, and every item in order."""
