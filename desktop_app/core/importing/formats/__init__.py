"""The formats, a file for each; `registry` has the list."""
