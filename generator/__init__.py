"""Protokol: from Markdown and YAML records of public decisions to a checked, searchable static site."""

__version__ = "0.1.0"
