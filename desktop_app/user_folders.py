"""Where Diarist's own files lie in the user's home, by the customs of each system.

These folders need not exist. Without `appauthor` Windows would have one folder within another of the same name.
"""

from pathlib import Path

import platformdirs

_APP = "diarist"


def data_folder() -> Path:
    """For what cannot be made anew: backups, known voices, models."""
    return platformdirs.user_data_path(_APP, appauthor=False)


def config_folder() -> Path:
    """For what the user chose."""
    return platformdirs.user_config_path(_APP, appauthor=False)


def state_folder() -> Path:
    """For what is to be known at the next start, and is no loss."""
    return platformdirs.user_state_path(_APP, appauthor=False)


def cache_folder() -> Path:
    """For what can be made anew, and files that live as long as a job."""
    return platformdirs.user_cache_path(_APP, appauthor=False)


def log_folder() -> Path:
    """For the log, and reports of crashes."""
    return platformdirs.user_log_path(_APP, appauthor=False)


def documents_folder() -> Path:
    """The user's documents, in which Diarist's stand in a folder of their own."""
    return platformdirs.user_documents_path() / "Diarist"
