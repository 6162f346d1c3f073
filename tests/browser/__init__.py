"""Tests of the built real site, as citizens meet it: in a browser, and page by page as HTML."""
