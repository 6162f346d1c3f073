"""A file that people write with (Word, PDF, text, Markdown) to its text in blocks, each with its place in the source."""

from generator.extraction.blocks import Block, ExtractedText, Kind, Line, Link, Reason, Unreadable
from generator.extraction.sandbox import extract

__all__ = ["Block", "ExtractedText", "Kind", "Line", "Link", "Reason", "Unreadable", "extract"]
