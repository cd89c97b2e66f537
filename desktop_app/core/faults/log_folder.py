"""Where the log and the reports of crashes lie."""

from pathlib import Path

from platformdirs import user_log_path


def log_folder() -> Path:
    """The platform's folder for logs of this program; it need not exist."""
    return user_log_path("diarist", appauthor=False)
