"""A recording's project: one file that holds all that was found out and changed."""
