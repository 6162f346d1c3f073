"""An extracted text to numbered lines without the edges of its pages, and lines back to Markdown."""
