"""Where a packager says which version is the newest."""

ADDRESS = ""
"""An https address of a short text whose first line is a version such as 1.2.0. Empty: nobody is ever asked."""
