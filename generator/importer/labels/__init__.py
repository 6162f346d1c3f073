"""What each line is by itself: a label, a number, the heading of a group, furniture."""
