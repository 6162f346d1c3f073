"""The tests: dropping a file adds one; README.md says where."""
