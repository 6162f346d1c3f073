"""Editing records in a browser: Sveltia CMS at /admin/, its form derived from the declarations of the records."""

from generator.editor.configuration import configuration
from generator.editor.site_files import editor_files

__all__ = ["configuration", "editor_files"]
