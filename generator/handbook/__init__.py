"""The handbook: pages written by hand and pages that come of declarations, codes and commands, to a site of their own.

It is a program beside the command (`python -m generator.handbook`), which the build starts as it starts Pagefind: it may
therefore know of the commands, and what it needs to bind the pages is loaded only when they are bound.
"""
