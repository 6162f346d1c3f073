"""Tables in minutes: items in rows, labels in columns, and tables that lost their columns."""
