"""A new site for another body: its settings to its files, with examples in its language that are to be replaced."""

from generator.new_site.writing import NewSite, files_of, write_site

__all__ = ["NewSite", "files_of", "write_site"]
