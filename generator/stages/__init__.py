"""The stages of the way through, in the order of pipeline.py; none of them knows another."""
